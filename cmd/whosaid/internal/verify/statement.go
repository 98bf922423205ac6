package verify

import (
	"slices"

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
	if len(names) > 0 && !slices.ContainsFunc(names, func(e *whosaid.Entity) bool { return !c.who.absent(a, e) }) {
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
	hedged  bool // a word just before it says that it is no fact
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
// negate, or "hopes" hedge.
const implicitly = 4

// meanings are the words of a span that carry meaning, and whether they are
// negated: by a word before them, with none but function words in between, or by a
// "nothing" behind them.
func (c *checker) meanings(text string, s whosaid.Span) (out []meant) {
	negated, unsure, hedged := false, 0, 0
	for _, t := range tokens(text, s.Start, s.End) {
		is := c.lex.classes[t.form]
		if is&wHedge != 0 {
			hedged = implicitly + 1
		}
		switch {
		case is&wNobody != 0 && len(out) > 0:
			out[len(out)-1].negated = true
		case c.lex.negates(t.form):
			negated = true
		case is&wFunction == 0 && !(negated && is&wCarrier != 0):
			root := c.lex.stem(t.form)
			n := 0
			for _, id := range c.stems[root] {
				n += c.count(id)
			}
			out = append(out, meant{t, root, negated, unsure > 0, hedged > 0, c.rarity(n)})
			negated = false
			unsure, hedged = unsure-1, hedged-1
			if is&wImplicit != 0 {
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
