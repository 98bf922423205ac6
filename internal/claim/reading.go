package claim

import (
	"context"
	"slices"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/grow"
	"github.com/whosaid/whosaid/internal/paragraphs"
)

// A reading is the scratch memory of one call of Find.
type reading struct {
	parts   paragraphs.Cutter
	d       *whosaid.Document // the current part
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
	from    int // the first claim in out of the current part
	groups  int
	gists   [][]gist // the latest by entity
	buf     [24]byte
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

// part finds the claims of the current part, not all of them if ctx is done.
func (r *reading) part(ctx context.Context) {
	r.begin()
	for i := 0; i < len(r.d.Sentences) && ctx.Err() == nil; i++ {
		r.sentence(i)
	}
	r.finish()
}

// begin reads the tokens of the current part, and makes room for its claims.
func (r *reading) begin() {
	r.d, r.from = &r.parts.Doc, len(r.out)
	d := r.d
	r.out = grow.For(r.out, likely(d), d.Sentences[0].Start, len(d.Text))
	r.words = slices.Grow(r.words[:0], len(d.Tokens))[:len(d.Tokens)]
	for i := range d.Tokens {
		r.readWord(i, r.text(i))
	}
	r.markMentions()
	r.markQuotes()
}

// likely is how many claims d is likely to have: five for four sentences that may
// have one. They are most of the memory of this stage, and append would allocate it
// several times.
func likely(d *whosaid.Document) int {
	n := 0
	for i := range d.Sentences {
		if s := &d.Sentences[i]; mayClaim(s) && s.EndToken-s.FirstToken > 5 {
			n++
		}
	}
	return n + n/4
}

func mayClaim(s *whosaid.Sentence) bool {
	return s.Kind == whosaid.SentenceProse || s.Kind == whosaid.SentenceHeadline
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
