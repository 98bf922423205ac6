package quote

import (
	"sort"
	"strings"

	"github.com/whosaid/whosaid"
)

// describe fills what stands around the cue of q: the rest of the cue itself,
// negation, modality, addressee, medium.
func (b *builder) describe(q *whosaid.Quote) {
	k, _ := b.d.TokensIn(q.Cue)
	if k >= len(b.d.Tokens) {
		return
	}
	i := b.d.SentenceAt(q.Cue.Start)
	if i < 0 {
		return
	}
	s := b.d.Sentences[i]
	b.widenCue(q, k, s)
	b.auxiliaries(q, k, s)
	b.addressee(q, k+1, s)
	b.medium(q, k, s)
}

// low is token k in lower case.
func (b *builder) low(k int) string { return strings.ToLower(b.d.Slice(b.d.Tokens[k].Span)) }

// widenCue adds the words that belong to the cue: "according to", "pointed
// out", "called for".
func (b *builder) widenCue(q *whosaid.Quote, k int, s whosaid.Sentence) {
	if k+1 >= s.EndToken {
		return
	}
	next := b.d.Tokens[k+1]
	pair := b.low(k) + " " + b.low(k+1)
	if !b.words.is(pair, wCuePair) || b.inContent(q, next.Span) || q.Source.Overlaps(next.Span) {
		return
	}
	q.Cue.End = next.End
	if b.words.is(pair, wDenyingPair) {
		q.CueClass = whosaid.CueDeny
	}
}

func (b *builder) inContent(q *whosaid.Quote, s whosaid.Span) bool {
	for _, c := range q.Content {
		if c.Overlaps(s) {
			return true
		}
	}
	return false
}

// auxiliaries reads the verb group before token k, back to the subject.
func (b *builder) auxiliaries(q *whosaid.Quote, k int, s whosaid.Sentence) {
	b.questioned(q, s)
	for j := k - 1; j >= s.FirstToken && j >= k-6; j-- {
		t := b.d.Tokens[j]
		w := b.low(j)
		switch {
		case b.inContent(q, t.Span):
			return
		case b.words.is(w, wNot):
			q.Negated = true
		case t.Tag == "MD":
			q.Modality = b.modality(w)
			return
		case b.words.is(w, wHearsay):
			q.Modality = whosaid.ModalityHearsay
		case t.Tag == "TO":
			b.beforeTo(q, j-1, s)
			return
		case t.Tag == "IN":
			q.Negated = q.Negated || w == "without" || w == "of" && j > s.FirstToken && b.words.is(b.low(j-1), wNotOf)
			return
		case t.Tag == "VBN" && b.finite(k):
			return // it ends a clause about the source: "who asked not to be named said"
		case strings.HasPrefix(t.Tag, "RB") || strings.HasPrefix(t.Tag, "VB"):
		default:
			if w == "no" || w == "nobody" || w == "neither" {
				q.Negated = true
			}
			b.subject(q, j, s)
			return
		}
	}
}

// finite reports whether token k is a verb that has a tense of its own.
func (b *builder) finite(k int) bool {
	t := b.d.Tokens[k].Tag
	return t == "VBD" || t == "VBZ" || t == "VBP"
}

// beforeTo reads token k, the one before the "to" of the cue: "is to say", "has
// yet to say", "was careful not to say".
func (b *builder) beforeTo(q *whosaid.Quote, k int, s whosaid.Sentence) {
	if k < s.FirstToken {
		return
	}
	w := b.low(k)
	if b.words.is(w, wFutureTo) && q.Modality == "" {
		q.Modality = whosaid.ModalityFuture
	}
	q.Negated = q.Negated || b.words.is(w, wNot|wNotTo)
}

// questioned looks for a negation that stands with an auxiliary before the source:
// "nor did he say".
func (b *builder) questioned(q *whosaid.Quote, s whosaid.Sentence) {
	first, _ := b.d.TokensIn(q.Source)
	if q.Source.Empty() || q.Source.Start > q.Cue.Start || first-2 < s.FirstToken {
		return
	}
	t := b.d.Tokens[first-1].Tag
	if (t == "MD" || strings.HasPrefix(t, "VB")) && b.words.is(b.low(first-2), wNor) {
		q.Negated = true
	}
}

// subject looks for a negation in the subject that ends with token j: "no one
// said", "neither of them denied".
func (b *builder) subject(q *whosaid.Quote, j int, s whosaid.Sentence) {
	if q.Source.Empty() {
		return
	}
	first, _ := b.d.TokensIn(q.Source)
	if first >= s.FirstToken && first <= j && b.words.is(b.low(first), wNobody) {
		q.Negated = true
	}
}

// modality is what an auxiliary makes of the act.
func (b *builder) modality(w string) whosaid.Modality {
	switch c := b.words[w]; {
	case c&wFuture != 0:
		return whosaid.ModalityFuture
	case c&wPossible != 0:
		return whosaid.ModalityPossible
	case c&wObliged != 0:
		return whosaid.ModalityObliged
	case c&wConditional != 0:
		return whosaid.ModalityConditional
	}
	return ""
}

// addressee finds whom the words are said to: "told Reuters", "said to
// reporters", "asked the crowd".
func (b *builder) addressee(q *whosaid.Quote, k int, s whosaid.Sentence) {
	if !b.words.is(b.low(k-1), wHearer) {
		if k >= s.EndToken || b.low(k) != "to" || !takesTo(q.CueClass) {
			return
		}
		k++
	}
	if sp := b.phraseAt(q, k, s); !sp.Empty() && !sp.Overlaps(q.Source) {
		q.Addressee = sp
	}
}

// takesTo reports whether "to" behind a cue of that class comes before whom the
// words are said to.
func takesTo(c whosaid.CueClass) bool {
	return c == whosaid.CueSay || c == whosaid.CueWrite || c == whosaid.CueAnnounce
}

// inPhrase are the tags, besides those of adjectives, of what stands in a noun
// phrase before its head.
var inPhrase = map[string]bool{"DT": true, "CD": true, "PRP$": true, "POS": true}

// phraseAt returns the noun phrase that begins with token k, or the zero Span.
func (b *builder) phraseAt(q *whosaid.Quote, k int, s whosaid.Sentence) whosaid.Span {
	first, last := k, -1
	for ; k < s.EndToken && k < first+12; k++ {
		t := b.d.Tokens[k]
		if b.inContent(q, t.Span) {
			break
		}
		switch {
		case strings.HasPrefix(t.Tag, "NN") || t.Tag == "PRP":
			last = k
			if t.Tag == "PRP" {
				k = s.EndToken
			}
			continue
		case inPhrase[t.Tag] || strings.HasPrefix(t.Tag, "JJ") || t.Tag == "VBN" && last < 0:
			continue
		}
		break
	}
	if last < 0 || b.dateAt(b.d.Tokens[first].Start) {
		return whosaid.Span{}
	}
	return whosaid.Span{Start: b.d.Tokens[first].Start, End: b.d.Tokens[last].End}
}

// inDate reports whether s is part of an expression of time.
func (b *builder) inDate(s whosaid.Span) bool {
	ds := b.d.Dates
	i := sort.Search(len(ds), func(i int) bool { return ds[i].End > s.Start })
	return i < len(ds) && ds[i].Contains(s)
}

// dateAt reports whether an expression of time begins at that offset.
func (b *builder) dateAt(at int) bool {
	ds := b.d.Dates
	i := sort.Search(len(ds), func(i int) bool { return ds[i].Start >= at })
	return i < len(ds) && ds[i].Start == at
}

// medium finds where the words are said: "in an interview with Xinhua", "on
// Twitter", "by email".
func (b *builder) medium(q *whosaid.Quote, k int, s whosaid.Sentence) {
	for j := max(s.FirstToken, k-16); j < s.EndToken && j < k+20; j++ {
		if !b.words.is(b.low(j), wMediumBefore) || b.inContent(q, b.d.Tokens[j].Span) || q.Source.Overlaps(b.d.Tokens[j].Span) {
			continue
		}
		if sp := b.mediumAt(q, j+1, s); !sp.Empty() {
			q.Medium = sp
			return
		}
	}
}

// mediumAt returns the noun phrase at token k if it names a medium, with what
// follows by "with", "to" or "for".
func (b *builder) mediumAt(q *whosaid.Quote, k int, s whosaid.Sentence) whosaid.Span {
	if k >= s.EndToken {
		return whosaid.Span{}
	}
	sp := b.phraseAt(q, k, s)
	if sp.Empty() {
		return sp
	}
	_, end := b.d.TokensIn(sp)
	if !b.words.is(b.low(end-1), wMedium) {
		return whosaid.Span{}
	}
	if end+1 < s.EndToken && b.words.is(b.low(end), wMediumOf) {
		if more := b.phraseAt(q, end+1, s); !more.Empty() {
			sp.End = more.End
		}
	}
	return sp
}
