package claim

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/paragraphs"
)

// A piece is one part of a quote's content, in tokens.
type piece struct {
	first, end int
	quote      whosaid.QuoteID
}

// markQuotes gives each token to the innermost quote whose content it is part
// of, and marks cues and sources.
func (r *reading) markQuotes() {
	d := r.d
	r.pieces = r.pieces[:0]
	start, end := d.Sentences[0].Start, d.Sentences[len(d.Sentences)-1].End
	quotes := paragraphs.Within(d.Quotes, start, end, func(q *whosaid.Quote) int { return q.Start })
	for i := range quotes {
		q := &quotes[i]
		if first, end := r.d.TokensIn(q.Source); first < end {
			r.words[first].speaks = quoteID(q.ID)
		}
		if r.hearsay(q) || r.ownWords(q) {
			continue
		}
		from := len(r.pieces)
		for _, c := range q.Content {
			if first, end := r.within(c); first < end {
				r.pieces = append(r.pieces, piece{first, end, q.ID})
			}
		}
		if !r.proposition(q) {
			r.pieces = r.pieces[:from]
		} else {
			r.prop[q.ID] = true
		}
		r.markCue(q)
	}
	slices.SortStableFunc(r.pieces, func(a, b piece) int {
		if a.first != b.first {
			return a.first - b.first
		}
		return b.end - a.end
	})
	r.open = r.open[:0]
	next := 0
	for t := range r.words {
		for len(r.open) > 0 && r.open[len(r.open)-1].end <= t {
			r.open = r.open[:len(r.open)-1]
		}
		for next < len(r.pieces) && r.pieces[next].first == t {
			r.open = append(r.open, r.pieces[next])
			next++
		}
		if n := len(r.open); n > 0 {
			r.words[t].owner = quoteID(r.open[n-1].quote)
		}
	}
}

// within is the range of the tokens that lie in s from their first byte to
// their last: a mark inside a word may cut content short.
func (r *reading) within(s whosaid.Span) (first, end int) {
	first, end = r.d.TokensIn(s)
	if first < end && r.d.Tokens[first].Start < s.Start {
		first++
	}
	if first < end && r.d.Tokens[end-1].End > s.End {
		end--
	}
	return first, end
}

// hearsay reports whether an adverb alone attributes q: "reportedly". Then the
// narrator claims it, with a hedge.
func (r *reading) hearsay(q *whosaid.Quote) bool {
	if q.Cue.Empty() || !q.Source.Empty() {
		return false
	}
	first, end := r.d.TokensIn(q.Cue)
	return end == first+1 && r.words[first].pos == pAdv
}

// ownWords reports whether q is what "I" or "we" think or feel: the speaker of
// those words claims the whole, not a part of it.
func (r *reading) ownWords(q *whosaid.Quote) bool {
	return q.Source.Len() <= 2 && r.look(r.d.Slice(q.Source)).class&cFirst != 0
}

// proposition reports whether the content of q is to be read for itself: it has
// a finite verb of its own, or an infinitive that a verb of claiming governs,
// or is direct speech.
func (r *reading) proposition(q *whosaid.Quote) bool {
	if q.Parent != 0 && r.isAsked(q) {
		return false // “Ann said the mill was sold?”
	}
	if q.Form == whosaid.QuoteDirect && spoken(q.CueClass) {
		return true // "a disgrace": the words are not the narrator's
	}
	r.toks = r.toks[:0]
	bare, noun := r.bareParticiple(q), r.nounCue(q)
	for _, s := range q.Content {
		first, end := r.d.TokensIn(s)
		if (bare || noun) && first < end && r.words[first].pos == pTo {
			return false // "a man suspected to have fled was found", "the decision to sell it led to a strike"
		}
		if asserts(q.CueClass) && r.infinitiveAt(first, end) {
			return true
		}
		for t := first; t < end; t++ {
			r.toks = append(r.toks, t)
		}
	}
	if r.deed(q, r.toks) {
		return true
	}
	if len(r.toks) == 0 || q.Form == whosaid.QuoteIndirect && r.questions(r.toks[0]) {
		return false
	}
	if told(q.CueClass) && !q.Negated && !q.Source.Empty() && !bare && len(r.toks) > 1 {
		return true // a verb that the tagger missed: "says nobody rang"
	}
	c := &cutter{r, r.toks, true}
	verb, past := c.finiteVerb(0)
	return verb.ok || past > 0 && q.Form == whosaid.QuoteIndirect && asserts(q.CueClass)
}

// nounCue reports whether the cue of q is a noun of intention: "her decision".
func (r *reading) nounCue(q *whosaid.Quote) bool {
	switch q.CueClass {
	case whosaid.CueOrder, whosaid.CueWant, whosaid.CuePlan:
		first, end := r.d.TokensIn(q.Cue)
		return first < end && r.words[end-1].pos == pNoun
	}
	return false
}

// deed reports whether toks, of the content of q, are what somebody is said to do, or
// denies: they begin with a gerund, as in "accused Lee of hiding it".
func (r *reading) deed(q *whosaid.Quote, toks []int) bool {
	i := r.afterAdverbs(toks, 0)
	if i+1 >= len(toks) || r.words[toks[i]].pos != pGerund || !ofDeeds(q.CueClass) {
		return false
	}
	if q.Source.Empty() || q.Cue.Empty() || r.bareParticiple(q) {
		return false
	}
	s := r.d.SentenceAt(q.Cue.Start)
	return s >= 0 && !r.isHeadline(s)
}

// isAsked reports whether the sentence of q, which stands in another quote, goes
// on to a question mark.
func (r *reading) isAsked(q *whosaid.Quote) bool {
	_, t := r.d.TokensIn(q.Span)
	for end := min(t+lookahead, len(r.words)); t < end; t++ {
		if r.words[t].pos == pStop {
			return strings.HasPrefix(r.text(t), "?")
		}
	}
	return false
}

func spoken(c whosaid.CueClass) bool {
	return c == whosaid.CueSay || c == whosaid.CueWrite || c == whosaid.CueAnswer
}

// told reports whether what follows a verb of this class is somebody's, be it a clause or
// not.
func told(c whosaid.CueClass) bool {
	return spoken(c) || c == whosaid.CueReport || c == whosaid.CueClaim
}

// ofDeeds reports whether a gerund after a verb of this class is what somebody did or
// not, as in "denied hiding it".
func ofDeeds(c whosaid.CueClass) bool {
	return c == whosaid.CueDeny || c == whosaid.CueAdmit || c == whosaid.CueClaim
}

// infinitiveAt reports whether the tokens from first on are an infinitive.
func (r *reading) infinitiveAt(first, end int) bool {
	if first >= end || r.words[first].pos != pTo {
		return false
	}
	for first++; first < end && r.words[first].pos == pAdv; first++ {
	}
	return first < end && r.words[first].pos == pBase
}

// questions reports whether token t opens a reported question: "whether",
// "what", "how".
func (r *reading) questions(t int) bool {
	if r.words[t].pos == pWh {
		return !r.is(t, fRelative)
	}
	return r.is(t, fQuestion)
}

// asserts reports whether an infinitive after a verb of this class states
// something, as in "claimed to have seen".
func asserts(v whosaid.CueClass) bool {
	switch v {
	case whosaid.CueClaim, whosaid.CueReport, whosaid.CueSay, whosaid.CueAdmit, whosaid.CueShow, whosaid.CueThink:
		return true
	}
	return false
}

func (r *reading) markCue(q *whosaid.Quote) {
	if !q.Cue.Empty() {
		first, end := r.d.TokensIn(q.Cue)
		for t := first; t < end; t++ {
			r.words[t].cue = quoteID(q.ID)
		}
	}
	if !q.Source.Empty() {
		first, end := r.d.TokensIn(q.Source)
		for t := first; t < min(end, first+30); t++ {
			r.words[t].source = quoteID(q.ID)
		}
	}
}

// assertive reports whether the cue of q puts its content forward as true.
func assertive(q *whosaid.Quote) bool {
	if q.Negated && q.Form != whosaid.QuoteDirect && q.CueClass != whosaid.CueDeny {
		return false // "did not say that"
	}
	switch q.CueClass {
	case whosaid.CueAsk, whosaid.CueOrder, whosaid.CueWant, whosaid.CuePlan:
		return q.Form == whosaid.QuoteDirect
	}
	return true
}
