package eval

import (
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/lab/corpus"
)

// A GAPScore is the measure of the GAP data: each text has a pronoun and two
// names, and each name is one decision, whether the pronoun means it.
type GAPScore struct {
	Docs int `json:"docs"`
	PRF
	// F1 where the pronoun is he, and where it is she; Bias is she over he.
	He   float64 `json:"he"`
	She  float64 `json:"she"`
	Bias float64 `json:"bias"`
}

// gapScore adds up the decisions.
type gapScore struct {
	docs         int
	all, he, she tally
}

func (s *gapScore) add(g *corpus.Gap, d *whosaid.Document) {
	s.docs++
	sex := &s.he
	if p := strings.ToLower(d.Slice(span(g.Pronoun))); strings.HasPrefix(p, "s") || strings.HasPrefix(p, "her") {
		sex = &s.she
	}
	a, b := gapAnswer(d, g)
	for _, t := range []*tally{&s.all, sex} {
		t.decide(g.ACoref, a)
		t.decide(g.BCoref, b)
	}
}

// result is nil where there was no pronoun to decide.
func (s *gapScore) result() *GAPScore {
	if s.docs == 0 {
		return nil
	}
	out := &GAPScore{Docs: s.docs, PRF: s.all.share(0), He: s.he.share(0).F1, She: s.she.share(0).F1}
	if out.He > 0 {
		out.Bias = round(out.She/out.He, 4)
	}
	return out
}

// gapAnswer says which of the two names the pronoun refers to in d: those that
// overlap a name in its entity.
func gapAnswer(d *whosaid.Document, g *corpus.Gap) (a, b bool) {
	e := d.Entity(entityAt(d, span(g.Pronoun)))
	if e == nil {
		return false, false
	}
	for _, i := range e.Mentions {
		m := &d.Mentions[i]
		if m.Form != whosaid.MentionName {
			continue
		}
		a = a || m.Overlaps(span(g.A))
		b = b || m.Overlaps(span(g.B))
	}
	return a, b
}

// entityAt is the entity of the mention with exactly that span.
func entityAt(d *whosaid.Document, s whosaid.Span) whosaid.EntityID {
	for i := range d.Mentions {
		if d.Mentions[i].Span == s {
			return d.Mentions[i].Entity
		}
	}
	return 0
}

func span(p [2]int) whosaid.Span { return whosaid.Span{Start: p[0], End: p[1]} }
