package quote

import (
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/tag"
)

// How the source of a quote stands: with its name or without, and the words that
// say why it is used.

// stand fills SourceType and Justification of q, whose speaker is known.
func (b *builder) stand(q *whosaid.Quote) {
	if q.Source.Empty() {
		q.SourceType = b.typeOf(b.d.Entity(q.Speaker), phrase{})
		return
	}
	p := b.nounPhrase(q.Source)
	e := b.d.Entity(q.Speaker)
	q.SourceType = b.typeOf(e, p)
	if b.words.is(p.word, wRecord) && !b.isNamed(e, p.head) {
		q.SourceType = whosaid.SourceDocument
	}
	q.Justification = b.justification(q, p)
}

// isNamed reports whether the head of a source is part of a name of e: the Daily
// Record.
func (b *builder) isNamed(e *whosaid.Entity, head whosaid.Span) bool {
	return e != nil && e.Name != "" && b.namedAt(head) != ""
}

// typeOf is the type of a source that means e, or, where e is nil or has no name,
// of the noun phrase p.
func (b *builder) typeOf(e *whosaid.Entity, p phrase) whosaid.SourceType {
	switch {
	case e != nil && e.Name != "":
		return typeOfName(e.Kind)
	case e == nil && p.end == 0:
		return whosaid.SourceNone
	case p.end > p.first+1 && b.words.is(b.low(p.first), wOne):
		return whosaid.SourceUnnamedPerson // "one of the officials"
	case e != nil && e.Number != whosaid.NumberOne && e.Number != "":
		return whosaid.SourceUnnamedGroup
	case e != nil && e.Kind != whosaid.EntityPerson:
		return whosaid.SourceUnnamedGroup
	case e != nil:
		return whosaid.SourceUnnamedPerson
	case p.plural || b.words.is(p.word, wBody|wMany) || b.words.is(b.low(p.first), wMany):
		return whosaid.SourceUnnamedGroup
	}
	return whosaid.SourceUnnamedPerson
}

// typeOfName is the type of a source with a name of that kind.
func typeOfName(k whosaid.EntityKind) whosaid.SourceType {
	switch k {
	case whosaid.EntityPerson:
		return whosaid.SourceNamedPerson
	case whosaid.EntityWork:
		return whosaid.SourceDocument
	case whosaid.EntityGroup:
		return whosaid.SourceUnnamedGroup // "Republicans" names what they are, not who
	}
	return whosaid.SourceNamedBody
}

// justification finds the words that say why the source of q, the phrase p, is used
// or has no name: the first of those on anonymity, a relative clause, what narrows
// down one without a name, an apposition.
func (b *builder) justification(q *whosaid.Quote, p phrase) whosaid.Span {
	i := b.d.SentenceAt(q.Source.Start)
	if i < 0 {
		return whosaid.Span{}
	}
	r := reason{b, q, p, b.d.Sentences[i]}
	unnamed := q.SourceType == whosaid.SourceUnnamedPerson || q.SourceType == whosaid.SourceUnnamedGroup
	for _, find := range []func() whosaid.Span{r.relative, r.anonymity} {
		if s := find(); !s.Empty() {
			return s
		}
	}
	if unnamed {
		if s := r.reduced(); !s.Empty() {
			return s
		}
	}
	return r.apposition()
}

// A reason is what the words around a source are asked for.
type reason struct {
	*builder
	q *whosaid.Quote
	p phrase
	s whosaid.Sentence
}

// reasonReach is how many tokens a justification has at most.
const reasonReach = 48

// over reports whether token k cannot belong to what is said of the source: it is
// content, the cue, or ends the sentence.
func (r reason) over(k int) bool {
	if k >= r.s.EndToken {
		return true
	}
	t := r.d.Tokens[k]
	return r.inContent(r.q, t.Span) || r.q.Cue.Overlaps(t.Span) || t.Tag == "." || t.Tag == ":" || t.Tag == "``" || t.Tag == "''"
}

// span is the words from token k to the comma that ends their clause, or to what
// is over. A clause that says why goes on behind the comma.
func (r reason) span(k int) whosaid.Span {
	end := k
	for ; end < k+reasonReach && !r.over(end); end++ {
		if r.d.Tokens[end].Tag == "," && (r.over(end+1) || !r.words.is(r.low(end+1), wReason)) {
			break
		}
	}
	for end > k && (r.d.Tokens[end-1].Tag == "," || r.auxiliary(end-1)) {
		end--
	}
	if end == k {
		return whosaid.Span{}
	}
	return whosaid.Span{Start: r.d.Tokens[k].Start, End: r.d.Tokens[end-1].End}
}

// auxiliary reports whether token k is before the cue in its verb group: "has" in
// "who saw it has said".
func (r reason) auxiliary(k int) bool {
	if k+1 >= r.s.EndToken || !r.q.Cue.Overlaps(r.d.Tokens[k+1].Span) {
		return false
	}
	return r.d.Tokens[k].Tag == "MD" || r.words.is(r.low(k), wBeforeCue|wNot)
}

// behind is the first token after the source, and whether a comma stands before it.
func (r reason) behind() (k int, comma bool) {
	_, k = r.d.TokensIn(r.q.Source)
	if k < r.s.EndToken && r.d.Tokens[k].Tag == "," {
		return k + 1, true
	}
	return k, false
}

// relative is the relative clause behind the source: "who saw the report".
func (r reason) relative() whosaid.Span {
	k, _ := r.behind()
	if r.over(k) || !strings.HasPrefix(r.d.Tokens[k].Tag, "W") {
		return whosaid.Span{}
	}
	return r.span(k)
}

// anonymity is what the sentence says of a source that speaks without its name:
// "speaking on condition of anonymity because the talks are secret".
func (r reason) anonymity() whosaid.Span {
	at, _ := r.d.TokensIn(r.q.Cue)
	if r.q.Cue.Empty() {
		at, _ = r.d.TokensIn(r.q.Source)
	}
	for k := max(r.s.FirstToken, at-reasonReach); k+1 < min(r.s.EndToken, at+reasonReach); k++ {
		if r.low(k) != "of" || r.low(k+1) != "anonymity" || r.over(k) {
			continue
		}
		first := k
		for first > r.s.FirstToken && k-first < 4 && !r.over(first-1) && r.d.Tokens[first-1].Tag != "," {
			first--
			if r.d.Tokens[first].Tag == "VBG" {
				break
			}
		}
		return r.span(first)
	}
	return whosaid.Span{}
}

// reduced is what narrows down a source without a name: "familiar with the
// matter", "briefed on the talks".
func (r reason) reduced() whosaid.Span {
	_, head := r.d.TokensIn(r.p.head)
	k, comma := r.behind()
	within := head < r.p.end
	if within {
		k, comma = head, false
	}
	if comma || r.over(k) {
		return whosaid.Span{}
	}
	switch t := r.d.Tokens[k].Tag; {
	case strings.HasPrefix(t, "JJ"), t == "VBN", t == "VBG", within && t == "VBD", r.low(k) == "with":
		return r.span(k)
	}
	return whosaid.Span{}
}

// apposition is what the source is called behind a comma, within its phrase or
// behind it: "Ann Lee, a former clerk at the court".
func (r reason) apposition() whosaid.Span {
	k, comma := r.behind()
	first, end := r.d.TokensIn(r.q.Source)
	for j := first + 1; j+1 < end; j++ {
		if r.d.Tokens[j].Tag == "," {
			k, comma = j+1, true
			break
		}
	}
	if !comma || r.over(k) || !opensApposition[r.d.Tokens[k].Tag] || r.dateAt(r.d.Tokens[k].Start) {
		return whosaid.Span{}
	}
	s := r.span(k)
	noun := false
	for j, last := r.d.TokensIn(s); j < last; j++ {
		t := r.d.Tokens[j].Tag
		if tag.IsFinite(t) {
			return whosaid.Span{}
		}
		noun = noun || strings.HasPrefix(t, "NN")
	}
	if !noun {
		return whosaid.Span{}
	}
	return s
}

// opensApposition are the tags that an apposition may begin with.
var opensApposition = map[string]bool{"DT": true, "PRP$": true, "JJ": true, "NN": true, "NNS": true, "CD": true}
