package eval

import (
	"sort"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/entities"
	"github.com/whosaid/whosaid/internal/corpus"
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

func (s *corefScore) add(g *corpus.Doc, d *whosaid.Document, r *entities.Resolver) {
	s.docs++
	gold := goldNames(g)
	s.told = s.told || clusters(gold)
	s.raw.add(bodies(gold), predicted(g, d))
	names := make([]entities.Name, len(gold))
	for j, n := range gold {
		names[j] = entities.Name{Span: n.Span, Kind: n.kind, Score: 1}
	}
	other := *d
	other.Entities, other.Mentions = r.Resolve(&other, names)
	s.given.add(gold, named(&other))
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

// named are the names of d with their entities.
func named(d *whosaid.Document) []clustered {
	var out []clustered
	for _, m := range d.Mentions {
		if m.Form == whosaid.Named {
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
		case whosaid.Person, whosaid.Organization, whosaid.Place:
			out = append(out, m)
		}
	}
	return out
}

// goldKinds maps the types of all data sets; what is not here is no name. The
// sets' other names ("MISC") are taken for works, of which the library knows
// nothing but their words.
var goldKinds = map[string]whosaid.EntityKind{
	"PERSON": whosaid.Person, "ORG": whosaid.Organization, "PLACE": whosaid.Place, "LOC": whosaid.Place, "GPE": whosaid.Place,
	"NORP": whosaid.Group, "EVENT": whosaid.Event, "PRODUCT": whosaid.Product, "WORK": whosaid.Work, "MISC": whosaid.Work,
}

// goldNames are the names of a document in text order, the outer ones only,
// with their gold clusters. These come from "coref", from the numbers of
// "entities", or from the knowledge base ids of "mentions", whichever it has.
func goldNames(c *corpus.Doc) []clustered {
	cl := newClustering(c)
	var out []clustered
	for _, e := range c.Entities {
		kind, ok := goldKinds[e.Type]
		s := whosaid.Span{Start: e.Start, End: e.End}
		if !ok || e.Nested || e.Nominal || s.Empty() || s.End > len(c.Text) {
			continue
		}
		out = append(out, clustered{s, kind, cl.of(&e)})
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	flat, last := out[:0], 0
	for _, m := range out {
		if m.Start >= last {
			flat = append(flat, m)
			last = m.End
		}
	}
	return flat
}

// A clustering finds the gold clusters of one document's names.
type clustering struct {
	c       *corpus.Doc
	spans   map[[2]int]int // clusters of two and more by their mentions
	mention [][2]int       // where "mentions" are whole noun phrases, as in GUM
	qid     map[[2]int]string
	ids     map[string]int // numbers given so far
}

func newClustering(c *corpus.Doc) *clustering {
	cl := &clustering{c: c, spans: map[[2]int]int{}, qid: map[[2]int]string{}, ids: map[string]int{}}
	for i, spans := range c.Coref {
		for _, s := range spans {
			cl.spans[s] = i + 1
		}
	}
	for _, m := range c.Mentions {
		s := [2]int{m.Start, m.End}
		if m.QID != "" {
			cl.qid[s] = m.QID
		} else {
			cl.mention = append(cl.mention, s)
		}
	}
	return cl
}

func (cl *clustering) number(key string) int {
	if cl.ids[key] == 0 {
		cl.ids[key] = len(cl.c.Coref) + len(cl.ids) + 1
	}
	return cl.ids[key]
}

func (cl *clustering) of(e *corpus.Entity) int {
	s := [2]int{e.Start, e.End}
	switch q := cl.qid[s]; {
	case q != "" && q[0] == 'Q' && q != "QUANTITY":
		return cl.number(q)
	case len(cl.qid) > 0: // not in the knowledge base
		return 0
	}
	if n, ok := e.Entity.(float64); ok {
		return cl.number(itoa(int(n)))
	}
	if c := cl.spans[s]; c != 0 {
		return c
	}
	if c := cl.spans[cl.phrase(s)]; c != 0 {
		return c
	}
	return cl.number(itoa(s[0]) + ":" + itoa(s[1]))
}

// phrase is the smallest mention of which the name is the beginning or the
// end: "the Netherlands", "Dr. William Glennie", "Byron's".
func (cl *clustering) phrase(s [2]int) [2]int {
	best := [2]int{0, len(cl.c.Text) + 1}
	for _, m := range cl.mention {
		if m[0] > s[0] || m[1] < s[1] || m[1] > len(cl.c.Text) || m[1]-m[0] >= best[1]-best[0] {
			continue
		}
		before, after := cl.c.Text[m[0]:s[0]], cl.c.Text[s[1]:m[1]]
		if before == "" || strings.EqualFold(before, "the ") || after == "" || after == "'s" || after == "’s" || after == "'" || after == "’" {
			best = m
		}
	}
	return best
}
