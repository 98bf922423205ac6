package claim

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/part"
)

// A reading is the scratch memory of one call of Find.
type reading struct {
	parts   part.Cutter
	d       *whosaid.Document // the present part
	f       *Finder
	words   []word
	prop    []bool // by quote id: its content holds a proposition
	inside  []bool // by quote id: it is part of a claim of the narrator
	pieces  []piece
	open    []piece
	regions []region
	where   []int // by quote id: the index in regions where it was last put
	clauses []clause
	toks    []int // of the content of one quote
	out     []whosaid.Claim
	from    int // the first claim in out of the present part
	groups  int
	gists   [][]gist // the latest by entity
	buf     [24]byte
}

// A piece is one part of a quote's content, in tokens.
type piece struct {
	first, end int
	quote      whosaid.QuoteID
}

// A region is the tokens of one sentence that have one claimant.
type region struct {
	owner whosaid.QuoteID
	toks  []int
}

// start makes r ready for d.
func (r *reading) start(d *whosaid.Document, f *Finder) {
	r.f, r.out, r.groups = f, nil, 0
	r.gists = make([][]gist, len(d.Entities)+1)
	r.prop = append(r.prop[:0], make([]bool, len(d.Quotes)+1)...)
	r.inside = append(r.inside[:0], make([]bool, len(d.Quotes)+1)...)
	r.where = append(r.where[:0], make([]int, len(d.Quotes)+1)...)
	q, reach := 0, 0 // the quotes before a sentence, and where the last of them ends
	r.parts.Start(d, func(sentence, _ int) bool {
		at := d.Sentences[sentence].Start
		for ; q < len(d.Quotes) && d.Quotes[q].Start < at; q++ {
			reach = max(reach, d.Quotes[q].End, d.Quotes[q].Cue.End, d.Quotes[q].Source.End)
		}
		return reach <= at
	})
}

// part finds the claims of the present part, not all of them if ctx is
// done.
func (r *reading) part(ctx context.Context) {
	r.begin()
	for i := 0; i < len(r.d.Sentences) && ctx.Err() == nil; i++ {
		r.sentence(i)
	}
	r.finish()
}

// begin reads the tokens of the present part.
func (r *reading) begin() {
	r.d, r.from = &r.parts.Doc, len(r.out)
	d := r.d
	if cap(r.words) < len(d.Tokens) {
		r.words = make([]word, len(d.Tokens))
	}
	r.words = r.words[:len(d.Tokens)]
	for i := range d.Tokens {
		t := &d.Tokens[i]
		s := d.Text[t.Start:t.End]
		r.words[i] = word{class: r.classOf(s), pos: posOf(t.Tag)}
		r.mend(i, s)
	}
	r.markMentions()
	r.markQuotes()
}

// release gives the memory back for the next text.
func (r *reading) release() {
	r.parts.Release()
	r.d, r.f, r.out, r.gists = nil, nil, nil, nil
	scratch.Put(r)
}

// named reports whether a mention means somebody who has a name: only these are
// anchors of claims.
func (r *reading) named(m *whosaid.Mention) bool {
	e := r.d.Entity(m.Entity)
	return e == nil || e.Name != ""
}

func (r *reading) markMentions() {
	t := 0
	for i := range r.d.Mentions {
		m := &r.d.Mentions[i]
		if !r.named(m) {
			continue
		}
		for t < len(r.d.Tokens) && r.d.Tokens[t].End <= m.Start {
			t++
		}
		for j := t; j < len(r.d.Tokens) && r.d.Tokens[j].Start < m.End && !r.words[j].mention; j++ {
			r.words[j].mention = true
			if m.Form == whosaid.MentionName && r.words[j].pos.finite() {
				r.words[j].pos = pName
			}
		}
	}
	for i := range r.d.Dates {
		first, end := r.d.TokensIn(r.d.Dates[i].Span)
		for j := first; j < end; j++ {
			r.words[j].date = true
			if r.words[j].pos.finite() {
				r.words[j].pos = pNoun // "may", "11 am"
			}
		}
	}
}

// markQuotes gives each token to the innermost quote whose content it is part
// of, and marks cues and sources.
func (r *reading) markQuotes() {
	d := r.d
	r.pieces = r.pieces[:0]
	quotes := part.Within(d.Quotes, d.Sentences[0].Start, d.Sentences[len(d.Sentences)-1].End, func(q *whosaid.Quote) int { return q.Start })
	for i := range quotes {
		q := &quotes[i]
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
	return q.Source.Len() <= 2 && r.classOf(r.d.Slice(q.Source))&cFirst != 0
}

// proposition reports whether the content of q is to be read for itself: it has
// a finite verb of its own, or an infinitive that a verb of claiming governs,
// or is what somebody said word by word.
func (r *reading) proposition(q *whosaid.Quote) bool {
	if q.Form == whosaid.QuoteDirect && (q.CueClass == whosaid.CueSay || q.CueClass == whosaid.CueWrite || q.CueClass == whosaid.CueAnswer) {
		return true // "a disgrace": the words are not the narrator's
	}
	r.toks = r.toks[:0]
	for _, s := range q.Content {
		first, end := r.d.TokensIn(s)
		if asserts(q.CueClass) && r.infinitiveAt(first, end) {
			return true
		}
		for t := first; t < end; t++ {
			r.toks = append(r.toks, t)
		}
	}
	if len(r.toks) == 0 || q.Form == whosaid.QuoteIndirect && r.questions(r.toks[0]) {
		return false
	}
	c := &cutter{r, r.toks, true}
	verb, past := c.finiteVerb(0)
	return verb.ok || past > 0 && q.Form == whosaid.QuoteIndirect && asserts(q.CueClass)
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
	s := strings.ToLower(r.text(t))
	return s == "whether" || s == "if" || r.words[t].pos == pWh && s != "who" && s != "which"
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

// sentence finds the claims of one sentence.
func (r *reading) sentence(i int) {
	r.claimsOf(i)
	r.responses(i)
}

func (r *reading) claimsOf(i int) {
	s := &r.d.Sentences[i]
	if s.Kind != whosaid.SentenceProse && s.Kind != whosaid.SentenceHeadline || r.isQuestion(s) || r.isForeign(s) {
		return
	}
	r.cutRegions(s)
	from := len(r.out)
	for _, narrator := range [2]bool{true, false} {
		for _, g := range r.regions {
			if (g.owner == 0) == narrator && !r.inside[g.owner] {
				r.region(i, g)
			}
		}
	}
	slices.SortStableFunc(r.out[from:], func(a, b whosaid.Claim) int {
		return a.Spans[len(a.Spans)-1].Start - b.Spans[len(b.Spans)-1].Start
	})
}

// foreignTokens is how long a sentence is at least that can be told to be in
// another language.
const foreignTokens = 12

// isForeign reports whether a long sentence has none of the words that hold
// English ones together, and none of the lexicon.
func (r *reading) isForeign(s *whosaid.Sentence) bool {
	if s.Kind == whosaid.SentenceHeadline || s.EndToken-s.FirstToken < foreignTokens {
		return false
	}
	for t := s.FirstToken; t < s.EndToken; t++ {
		if r.words[t].class != 0 {
			return false
		}
		switch r.text(t) {
		case "a", "an", "of", "to", "in", "on", "at", "for", "by", "with", "from", "A", "An", "In", "On", "At", "For", "By", "With", "From":
			return false
		}
	}
	return true
}

// isQuestion reports whether a question mark closes the sentence.
func (r *reading) isQuestion(s *whosaid.Sentence) bool {
	for t := s.EndToken - 1; t >= s.FirstToken; t-- {
		switch c, _ := utf8.DecodeRuneInString(r.d.Text[r.d.Tokens[t].Start:]); {
		case c == '?':
			return true
		case r.words[t].pos == pStop || r.words[t].pos == pQuote || r.words[t].pos == pClose:
		default:
			return false
		}
	}
	return false
}

// cutRegions gives the tokens of s to their claimants.
func (r *reading) cutRegions(s *whosaid.Sentence) {
	r.regions = r.regions[:0]
	for t := s.FirstToken; t < s.EndToken; t++ {
		o := whosaid.QuoteID(r.words[t].owner)
		last := r.where[o]
		if last >= len(r.regions) || r.regions[last].owner != o {
			last = len(r.regions)
			r.where[o] = last
			if cap(r.regions) > last {
				r.regions = r.regions[:last+1]
				r.regions[last].owner, r.regions[last].toks = o, r.regions[last].toks[:0]
			} else {
				r.regions = append(r.regions, region{owner: o})
			}
		}
		r.regions[last].toks = append(r.regions[last].toks, t)
	}
}
