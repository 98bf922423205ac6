package eval

import (
	"context"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/entity"
	"github.com/whosaid/whosaid/internal/lab/corpus"
)

// A B3 is the B-cubed measure of clusters of names: for each mention, how much
// of its cluster is right, and how much of its right cluster was found.
type B3 struct {
	P    float64 `json:"p"`
	R    float64 `json:"r"`
	F1   float64 `json:"f1"`
	Gold int     `json:"gold"`
	Pred int     `json:"pred"`
}

// A CorefScore is the B-cubed of a set: Given the gold names, and from Raw
// text, where a name of people, organizations and places that was missed or
// made up counts against the library.
type CorefScore struct {
	Docs  int `json:"docs"`
	Given B3  `json:"given"`
	Raw   B3  `json:"raw"`
}

// corefScore adds up the measures of clusters.
type corefScore struct {
	docs       int
	told       bool // a cluster of two or more was annotated
	given, raw b3
}

func (s *corefScore) add(g *corpus.Doc, d *whosaid.Document, r *entity.Resolver) (err error) {
	s.docs++
	gold := goldNames(g)
	s.told = s.told || clusters(gold)
	s.raw.add(bodies(gold), predicted(g, d))
	names := make([]entity.Name, len(gold))
	for j, n := range gold {
		names[j] = entity.Name{Span: n.Span, Kind: n.kind, Score: 1}
	}
	other := *d
	if other.Entities, other.Mentions, err = r.Resolve(context.Background(), &other, names); err != nil {
		return err
	}
	s.given.add(gold, named(&other))
	return nil
}

// result is nil where no clusters were annotated.
func (s *corefScore) result() *CorefScore {
	if !s.told {
		return nil
	}
	return &CorefScore{Docs: s.docs, Given: s.given.score(), Raw: s.raw.score()}
}

// clusters reports whether two names belong together.
func clusters(names []clustered) bool {
	seen := map[int]bool{}
	for _, n := range names {
		if n.cluster != 0 && seen[n.cluster] {
			return true
		}
		seen[n.cluster] = true
	}
	return false
}

// A clustered is a name and the number of its cluster. Cluster 0 is a name of
// which the data does not say to whom it belongs.
type clustered struct {
	whosaid.Span
	kind    whosaid.EntityKind
	cluster int
}

// b3 adds up over documents.
type b3 struct {
	p, r       float64
	gold, pred int
}

// add counts one document. A gold name is found if one predicted name overlaps
// it; gold names without a cluster, and what was predicted there, count nothing.
func (b *b3) add(gold, pred []clustered) {
	match := make([]int, len(gold)) // the predicted name of a gold one, or -1
	back := make([]int, len(pred))
	for j := range back {
		back[j] = -1
	}
	j := 0
	for i, g := range gold {
		match[i] = -1
		for j < len(pred) && pred[j].End <= g.Start {
			j++
		}
		if j < len(pred) && pred[j].Overlaps(g.Span) {
			match[i], back[j] = j, i
			j++
		}
	}
	goldSize, predSize, both := map[int]float64{}, map[int]float64{}, map[[2]int]float64{}
	counts := func(j int) bool { return back[j] < 0 || gold[back[j]].cluster != 0 }
	for i, g := range gold {
		if g.cluster == 0 {
			continue
		}
		goldSize[g.cluster]++
		if match[i] >= 0 {
			both[[2]int{g.cluster, pred[match[i]].cluster}]++
		}
	}
	for j, p := range pred {
		if counts(j) {
			predSize[p.cluster]++
		}
	}
	for i, g := range gold {
		if g.cluster == 0 {
			continue
		}
		b.gold++
		if match[i] >= 0 {
			b.r += both[[2]int{g.cluster, pred[match[i]].cluster}] / goldSize[g.cluster]
		}
	}
	for j, p := range pred {
		if !counts(j) {
			continue
		}
		b.pred++
		if back[j] >= 0 {
			b.p += both[[2]int{gold[back[j]].cluster, p.cluster}] / predSize[p.cluster]
		}
	}
}

func (b *b3) score() B3 {
	s := B3{Gold: b.gold, Pred: b.pred}
	if b.pred > 0 {
		s.P = b.p / float64(b.pred)
	}
	if b.gold > 0 {
		s.R = b.r / float64(b.gold)
	}
	return B3{round(s.P, 4), round(s.R, 4), round(harmonic(s.P, s.R), 4), b.gold, b.pred}
}

// named are the names of d with their entity.
func named(d *whosaid.Document) []clustered {
	var out []clustered
	for _, m := range d.Mentions {
		if m.Form == whosaid.MentionName {
			out = append(out, clustered{m.Span, d.Entity(m.Entity).Kind, int(m.Entity)})
		}
	}
	return out
}

// predicted are the names of people, organizations and places in the annotated
// range of c.
func predicted(c *corpus.Doc, d *whosaid.Document) []clustered {
	all := bodies(named(d))
	if len(c.EvalSpan) != 2 {
		return all
	}
	var in []clustered
	for _, m := range all {
		if m.Start >= c.EvalSpan[0] && m.End <= c.EvalSpan[1] {
			in = append(in, m)
		}
	}
	return in
}

// bodies keeps people, organizations and places.
func bodies(all []clustered) []clustered {
	var out []clustered
	for _, m := range all {
		switch m.kind {
		case whosaid.EntityPerson, whosaid.EntityOrganization, whosaid.EntityPlace:
			out = append(out, m)
		}
	}
	return out
}

// goldNames are the names of a document with their gold clusters.
func goldNames(c *corpus.Doc) []clustered {
	var out []clustered
	for _, n := range c.Names() {
		out = append(out, clustered{n.Span, n.Kind, n.Cluster})
	}
	return out
}
