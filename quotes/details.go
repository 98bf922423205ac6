package quotes

import (
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
	joins := false
	switch b.low(k) + " " + b.low(k+1) {
	case "according to", "called for", "called on", "calls for", "calls on", "call for", "call on", "calling for", "calling on",
		"pointed out", "points out", "pointing out", "point out", "referred to", "refers to", "insisted on":
		joins = true
	}
	if joins && !b.inContent(q, next.Span) && !q.Source.Overlaps(next.Span) {
		q.Cue.End = next.End
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
	for j := k - 1; j >= s.FirstToken && j >= k-6; j-- {
		t := b.d.Tokens[j]
		w := b.low(j)
		switch {
		case b.inContent(q, t.Span):
			return
		case w == "not" || w == "n't" || w == "n’t" || w == "never":
			q.Negated = true
		case t.Tag == "MD":
			q.Modality = modalityOf(w)
			return
		case w == "reportedly" || w == "allegedly" || w == "apparently":
			q.Modality = whosaid.Hearsay
		case t.Tag == "TO" && j > s.FirstToken && q.Modality == "":
			switch b.low(j - 1) {
			case "is", "are", "was", "were", "expected", "set", "due":
				q.Modality = whosaid.Future
			}
			return
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

// subject looks for a negation in the subject that ends with token j: "no one
// said", "neither of them denied".
func (b *builder) subject(q *whosaid.Quote, j int, s whosaid.Sentence) {
	if q.Source.Empty() {
		return
	}
	first, _ := b.d.TokensIn(q.Source)
	if first >= s.FirstToken && first <= j {
		switch b.low(first) {
		case "no", "nobody", "none", "neither":
			q.Negated = true
		}
	}
}

func modalityOf(w string) whosaid.Modality {
	switch w {
	case "will", "'ll", "’ll", "wo", "shall":
		return whosaid.Future
	case "may", "might", "could", "can", "ca":
		return whosaid.Possible
	case "must", "should", "ought":
		return whosaid.Obliged
	case "would", "'d", "’d":
		return whosaid.Conditional
	}
	return ""
}

// addressee finds whom the words are said to: "told Reuters", "said to
// reporters", "asked the crowd".
func (b *builder) addressee(q *whosaid.Quote, k int, s whosaid.Sentence) {
	cue := b.low(k - 1)
	takes := map[string]int{
		"told": 1, "tell": 1, "tells": 1, "telling": 1, "asked": 1, "asks": 1, "asking": 1, "informed": 1, "reminded": 1,
		"assured": 1, "warned": 1, "urged": 1, "ordered": 1, "advised": 1, "urging": 1, "warning": 1, "urges": 1, "warns": 1,
	}[cue]
	if takes == 0 {
		if k < s.EndToken && b.low(k) == "to" && (q.Verb == whosaid.VerbSay || q.Verb == whosaid.VerbWrite || q.Verb == whosaid.VerbAnnounce) {
			k++
		} else {
			return
		}
	}
	if sp := b.phraseAt(q, k, s); !sp.Empty() && !sp.Overlaps(q.Source) {
		q.Addressee = sp
	}
}

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
		case t.Tag == "DT" || strings.HasPrefix(t.Tag, "JJ") || t.Tag == "CD" || t.Tag == "PRP$" || t.Tag == "POS" || t.Tag == "VBN" && last < 0:
			continue
		}
		break
	}
	if last < 0 || b.dateAt(b.d.Tokens[first].Start) {
		return whosaid.Span{}
	}
	return whosaid.Span{Start: b.d.Tokens[first].Start, End: b.d.Tokens[last].End}
}

// dateAt reports whether an expression of time begins at that offset.
func (b *builder) dateAt(at int) bool {
	ds := b.d.Dates
	lo, hi := 0, len(ds)
	for lo < hi {
		if mid := (lo + hi) / 2; ds[mid].Start < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo < len(ds) && ds[lo].Start == at
}

// media are the nouns that name where something is said.
var media = wordSet(`interview statement conference briefing speech letter email e-mail tweet post message video release report address
 memo interviews remarks testimony broadcast article blog column editorial note text hearing debate rally podcast announcement
 twitter facebook instagram youtube radio television tv telegram weibo linkedin telephone phone`)

// medium finds where the words are said: "in an interview with Xinhua", "on
// Twitter", "by email".
func (b *builder) medium(q *whosaid.Quote, k int, s whosaid.Sentence) {
	for j := max(s.FirstToken, k-16); j < s.EndToken && j < k+20; j++ {
		switch b.low(j) {
		case "in", "on", "at", "during", "via", "by", "through":
		default:
			continue
		}
		if b.inContent(q, b.d.Tokens[j].Span) || q.Source.Overlaps(b.d.Tokens[j].Span) {
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
	if !media[b.low(end-1)] {
		return whosaid.Span{}
	}
	if end+1 < s.EndToken {
		switch b.low(end) {
		case "with", "to", "for", "on", "published":
			if more := b.phraseAt(q, end+1, s); !more.Empty() {
				sp.End = more.End
			}
		}
	}
	return sp
}
