package verify

import (
	"slices"
	"strconv"

	"github.com/whosaid/whosaid"
)

// A passage is a sentence of a source that has many of a statement's words.
type passage struct {
	source   int
	sentence int
	weight   int // of the words that it has, as index.rarity weighs them
}

// A reading is a passage with what it says of a statement.
type reading struct {
	passage
	at      whosaid.Span
	quote   *whosaid.Quote
	verdict Verdict
	reason  string
}

// statement judges what somebody is said to have said, in other words than
// theirs. It decides only where a passage has most of the words that carry
// meaning.
func (c *checker) statement(it item) Finding {
	words := c.content(c.answer, it.content)
	all := 0
	for _, w := range words {
		all += w.weight
	}
	if len(words) < 2 {
		return Finding{Verdict: NotChecked, Reason: "too few words to compare"}
	}
	list := c.passages(words)
	var best *reading
	for _, p := range list {
		r := c.read(it, words, p)
		if best == nil || c.better(&r, best) {
			best = &r
		}
	}
	switch {
	case best != nil && 4*best.weight >= 3*all:
	case best != nil && (best.verdict == Altered || best.verdict == Denied) && 3*best.weight >= 2*all: // one of the words is another there
	default:
		return c.nothing(it, best, all)
	}
	return Finding{Verdict: best.verdict, Reason: best.reason, Places: []Place{c.place(best.source, best.at)}}
}

// better prefers the passage with more of the words, and among those with about
// as many the one that speaks for the answer.
func (c *checker) better(a, b *reading) bool {
	if 10*a.weight >= 9*b.weight && 10*b.weight >= 9*a.weight {
		return slices.Index(Verdicts(), a.verdict) < slices.Index(Verdicts(), b.verdict)
	}
	return a.weight > b.weight
}

// nothing judges a statement that no passage is near enough to.
func (c *checker) nothing(it item, near *reading, all int) Finding {
	a := party{0, c.answer, it.quote}
	f := Finding{Verdict: NotChecked, Reason: "no passage has enough of these words; they may be put in others"}
	if near != nil && 2*near.weight >= all {
		f.Places = []Place{c.place(near.source, near.at)}
	}
	names := a.names()
	if len(names) > 0 && !slices.ContainsFunc(names, func(e *whosaid.Entity) bool { return !c.who.absent(e) }) {
		f.Verdict, f.Reason = NotFound, "no source names "+flat(c.answer.Who(it.quote))
	}
	return f
}

// A meant word carries meaning: its stem, and what it weighs.
type meant struct {
	token
	stem    string
	negated bool
	unsure  bool // a word just before it may say that it is not so
	weight  int
}

// content are the words of spans that carry meaning, each stem once: negated if
// all its words are, unsure if one is.
func (c *checker) content(d *whosaid.Document, spans []whosaid.Span) []meant {
	var out []meant
	seen := map[string]int{}
	for _, s := range spans {
		for _, m := range c.meanings(d.Text, s) {
			if i, ok := seen[m.stem]; ok {
				out[i].negated = out[i].negated && m.negated
				out[i].unsure = out[i].unsure || m.unsure
				continue
			}
			seen[m.stem] = len(out)
			out = append(out, m)
		}
	}
	return out[:min(len(out), maxMeant)]
}

// maxMeant bounds the words of a statement that are looked up.
const maxMeant = 64

// implicitly is how many words that carry meaning one such as "prevents" may
// negate.
const implicitly = 4

// meanings are the words of a span that carry meaning, and whether they are
// negated: by a word before them, with none but function words in between.
func (c *checker) meanings(text string, s whosaid.Span) (out []meant) {
	negated, unsure := false, 0
	for _, t := range tokens(text, s.Start, s.End) {
		switch {
		case c.lex.negates(t.form):
			negated = true
		case c.lex.classes[t.form]&wFunction == 0:
			root := stem(t.form)
			n := 0
			for _, id := range c.stems[root] {
				n += c.count(id)
			}
			out = append(out, meant{t, root, negated, unsure > 0, c.rarity(n)})
			negated = false
			unsure--
			if c.lex.classes[t.form]&wImplicit != 0 {
				unsure = implicitly
			}
		}
	}
	return out
}

// How many passages a statement is compared with, and how many places of its words
// are looked at to find them, the rarest first.
const (
	maxPassages = 16
	maxVisited  = 1 << 15
)

// passages are the sentences with most of the words, the best first.
func (c *checker) passages(words []meant) []passage {
	type at struct{ source, sentence int }
	sums, last := map[at]int{}, map[at]int{}
	visited := 0
	rarest := slices.Clone(words)
	slices.SortStableFunc(rarest, func(a, b meant) int { return b.weight - a.weight })
	for i, w := range rarest {
		if visited > maxVisited {
			break
		}
		for _, id := range c.stems[w.stem] {
			visited += len(c.of(id))
			for _, p := range c.of(id) {
				source := c.stretchOf(int(p)).source
				here := at{source, c.sources[source].Document.SentenceAt(int(c.at[p].start))}
				if last[here] != i+1 { // once for each word
					last[here] = i + 1
					sums[here] += w.weight
				}
			}
		}
	}
	out := make([]passage, 0, len(sums))
	for k, weight := range sums {
		out = append(out, passage{k.source, k.sentence, weight})
	}
	slices.SortFunc(out, func(a, b passage) int {
		switch {
		case a.weight != b.weight:
			return b.weight - a.weight
		case a.source != b.source:
			return a.source - b.source
		}
		return a.sentence - b.sentence
	})
	return out[:min(len(out), maxPassages)]
}

// read judges one passage: by the quote in it that has most of the words, or else
// by the sentence.
func (c *checker) read(it item, words []meant, p passage) reading {
	s := c.sources[p.source]
	d := s.Document
	r := reading{passage: p, verdict: NotChecked}
	if p.sentence < 0 {
		return r
	}
	sentence := d.Sentences[p.sentence].Span
	r.at, r.weight = sentence, c.weight(words, c.meanings(d.Text, sentence))
	end, _ := slices.BinarySearchFunc(d.Quotes, sentence.End, func(q whosaid.Quote, t int) int { return q.Start - t })
	whole := r.weight
	best := 0
	for i := max(0, end-maxAround); i < end; i++ {
		q := &d.Quotes[i]
		if q.Parent != 0 || !q.Overlaps(sentence) {
			continue
		}
		var said []meant
		for _, part := range q.Content {
			said = append(said, c.meanings(d.Text, part)...)
		}
		w := c.weight(words, said)
		least := 2 * whole / 3 // the rest may be "it" there
		if c.who.compare(party{0, c.answer, it.quote}, party{p.source + 1, d, q}) == same {
			least = whole / 2
		}
		if w > best && w >= least {
			best = w
			r.quote, r.at = q, q.Span
		}
	}
	r.verdict, r.reason = c.stand(it, words, &r)
	return r
}

// weight adds up the words that are among those of a passage.
func (c *checker) weight(words, there []meant) (sum int) {
	for _, w := range words {
		if slices.ContainsFunc(there, func(m meant) bool { return m.stem == w.stem }) {
			sum += w.weight
		}
	}
	return sum
}

// stand says what a passage tells of a statement.
func (c *checker) stand(it item, words []meant, r *reading) (Verdict, string) {
	d := c.sources[r.source].Document
	spans := []whosaid.Span{r.at}
	if r.quote != nil {
		spans = r.quote.Content
	}
	var there []meant
	for _, s := range spans {
		there = append(there, c.meanings(d.Text, s)...)
	}
	if reason := c.numbers(words, there); reason != "" {
		return Altered, reason
	}
	if reason := c.opposites(words, there); reason != "" {
		return Denied, reason
	}
	document := it.quote.SourceType == whosaid.SourceDocument // "the article says"
	if verdict, reason := c.speaks(it, r); verdict != Faithful && !document {
		return verdict, reason
	}
	reason, unsure := c.opposed(it, r, words, there)
	switch {
	case reason != "" && unsure:
		return NotChecked, "one of them is negated, and the other may be so in other words"
	case reason != "":
		return Denied, reason
	case document:
		return Faithful, ""
	}
	if c.compare(it, r) == open {
		return NotChecked, "the source does not make clear whether the speaker is the same: " + c.speaker(c.sources[r.source], r.quote)
	}
	return Faithful, ""
}

// compare compares the speaker of a statement with that of a passage.
func (c *checker) compare(it item, r *reading) sameness {
	return c.who.compare(party{0, c.answer, it.quote}, party{r.source + 1, c.sources[r.source].Document, r.quote})
}

// speaks says whether somebody else speaks in a passage, or nobody; Faithful if
// neither is known.
func (c *checker) speaks(it item, r *reading) (Verdict, string) {
	switch {
	case c.compare(it, r) == other:
		return OtherSpeaker, c.speakerReason(it, c.sources[r.source], r.quote)
	case r.quote == nil:
		return NotChecked, "the source says so itself, or of somebody who was not recognized"
	}
	return Faithful, ""
}

// numbers compares the numbers of things that are counted in both: "200 people"
// is not "300 people".
func (c *checker) numbers(words, there []meant) string {
	for i := 0; i+1 < len(words); i++ {
		if !isNumber(words[i].form) || isNumber(words[i+1].form) || has(there, words[i].stem) {
			continue
		}
		for k := 0; k+1 < len(there); k++ {
			if isNumber(there[k].form) && there[k+1].stem == words[i+1].stem {
				return "the source has " + there[k].form + " " + there[k+1].form + ", not " + words[i].form
			}
		}
	}
	return ""
}

func has(list []meant, stem string) bool {
	return slices.ContainsFunc(list, func(m meant) bool { return m.stem == stem })
}

// opposed says why a statement and a passage cannot both be so: one of them is
// denied or negated once more than the other. It counts the negations of words that
// both have. It is unsure where a word that only one of them has may negate too.
func (c *checker) opposed(it item, r *reading, words, there []meant) (reason string, unsure bool) {
	ours, theirs := denies(it.quote), denies(r.quote)
	if ours != theirs {
		reason = "the source has it as denied, or not said" + cueOf(c.sources[r.source], r.quote)
		if ours {
			reason = "the source does not have it as denied" + cueOf(c.sources[r.source], r.quote)
		}
	}
	for _, w := range words {
		found, negated, vague := false, true, false
		for _, m := range there {
			if m.stem == w.stem {
				found, negated, vague = true, negated && m.negated, vague || m.unsure
			}
		}
		if !found {
			continue
		}
		unsure = unsure || vague != w.unsure
		if negated != w.negated && reason == "" {
			reason = strconv.Quote(w.form) + " is negated in one of them"
		}
		ours, theirs = ours != w.negated, theirs != negated
	}
	if ours == theirs {
		return "", unsure
	}
	return reason, unsure
}

// opposites says of which word the passage has the opposite, and not the word
// itself.
func (c *checker) opposites(words, there []meant) string {
	for _, w := range words {
		if has(there, w.stem) {
			continue
		}
		for _, m := range there[:min(len(there), maxMeant)] {
			if c.lex.opposite(w.form, m.form) && !has(words, m.stem) && w.negated == m.negated && !w.unsure && !m.unsure {
				return strconv.Quote(w.form) + " is the opposite of " + strconv.Quote(m.form)
			}
		}
	}
	return ""
}
