package eval

import (
	"context"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/internal/corpus"
)

// A GAPScore is the measure of the GAP data: each text has a pronoun and two
// names, and each name is one decision, whether the pronoun means it.
type GAPScore struct {
	Docs int     `json:"docs"`
	P    float64 `json:"p"`
	R    float64 `json:"r"`
	F1   float64 `json:"f1"`
	// F1 where the pronoun is he, and where it is she; Bias is she over he.
	He   float64 `json:"he"`
	She  float64 `json:"she"`
	Bias float64 `json:"bias"`
}

// GAP scores, from raw text, the pronouns of docs.
func GAP(ctx context.Context, x *extract.Extractor, docs []corpus.Doc) (GAPScore, error) {
	s := GAPScore{}
	var all, he, she tally
	for i := range docs {
		g := docs[i].Gap
		if g == nil {
			continue
		}
		d, err := x.Extract(ctx, docs[i].Text)
		if err != nil {
			return s, err
		}
		sex := &he
		if strings.HasPrefix(strings.ToLower(d.Slice(span(g.Pronoun))), "s") || strings.HasPrefix(strings.ToLower(d.Slice(span(g.Pronoun))), "her") {
			sex = &she
		}
		a, b := GAPAnswer(d, g)
		for _, t := range []*tally{&all, sex} {
			t.decide(g.ACoref, a)
			t.decide(g.BCoref, b)
		}
		s.Docs++
	}
	s.P, s.R, s.F1 = all.scores()
	_, _, s.He = he.scores()
	_, _, s.She = she.scores()
	if s.He > 0 {
		s.Bias = s.She / s.He
	}
	return s, nil
}

// GAPAnswer tells which of the two names the pronoun means by d: those that
// overlap a name in its entity.
func GAPAnswer(d *whosaid.Document, g *corpus.Gap) (a, b bool) {
	e := d.Entity(entityAt(d, span(g.Pronoun)))
	if e == nil {
		return false, false
	}
	for _, i := range e.Mentions {
		m := &d.Mentions[i]
		if m.Form != whosaid.Named {
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

// A tally counts yes-or-no decisions.
type tally struct{ right, gold, pred int }

func (t *tally) decide(gold, pred bool) {
	if gold {
		t.gold++
	}
	if pred {
		t.pred++
	}
	if gold && pred {
		t.right++
	}
}

func (t *tally) scores() (p, r, f1 float64) {
	if t.pred > 0 {
		p = float64(t.right) / float64(t.pred)
	}
	if t.gold > 0 {
		r = float64(t.right) / float64(t.gold)
	}
	return p, r, harmonic(p, r)
}
