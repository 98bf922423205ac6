package train

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/lab/corpus"
)

// corefGold answers whom the anaphors of one document mean: coref.Gold.
type corefGold struct {
	doc      *corefDoc
	exact    map[whosaid.Span]int // numbers of clusters from 1 on
	nouns    []goldNoun           // in text order
	owner    []int                // the cluster of each entity, or 0
	clusters map[int]corpus.Cluster
	whole    *corpus.Clusters // where mentions are whole phrases with all that hangs on them
}

// A goldNoun is a mention by a noun phrase.
type goldNoun struct {
	whosaid.Span
	cluster int
}

func newCorefGold(c *corpus.Doc, doc *corefDoc) *corefGold {
	g := &corefGold{doc: doc, exact: map[whosaid.Span]int{}, clusters: map[int]corpus.Cluster{}}
	if len(c.Clusters) == 0 {
		g.whole = corpus.NewClusters(c)
		for _, n := range c.Names() {
			g.exact[n.Span] = n.Cluster
		}
		g.owner = g.owners(c.Names())
		return g
	}
	for _, cl := range c.Clusters {
		g.clusters[cl.Entity+1] = cl
	}
	var names []corpus.Name
	for _, m := range c.Mentions {
		n, ok := m.Entity.(float64)
		if !ok {
			continue
		}
		s := whosaid.Span{Start: m.Start, End: m.End}
		cluster := int(n) + 1
		switch m.Form {
		case "name":
			names = append(names, corpus.Name{Span: s, Cluster: cluster})
		case "nominal":
			g.nouns = append(g.nouns, goldNoun{s, cluster})
			fallthrough
		default:
			g.exact[s] = cluster
		}
	}
	g.owner = g.owners(names)
	return g
}

// owners maps entities to gold clusters, by the names that they share.
func (g *corefGold) owners(names []corpus.Name) []int {
	votes := map[[2]int]int{}
	for _, n := range names {
		for _, m := range g.doc.names {
			if g.span(m.First, m.End).Overlaps(n.Span) && n.Cluster > 0 {
				votes[[2]int{m.Entity, n.Cluster}]++
			}
		}
	}
	out := make([]int, len(g.doc.ents))
	for k, v := range votes {
		if have := votes[[2]int{k[0], out[k[0]]}]; v > have || v == have && k[1] < out[k[0]] {
			out[k[0]] = k[1]
		}
	}
	return out
}

// span is the text of tokens.
func (g *corefGold) span(first, end int) whosaid.Span {
	return whosaid.Span{Start: g.doc.doc.Tokens[first].Start, End: g.doc.doc.Tokens[end-1].End}
}

// Name implements coref.Gold.
func (g *corefGold) Name(entity int) int { return g.owner[entity] }

// Anaphor implements coref.Gold.
func (g *corefGold) Anaphor(first, end int) int {
	s := g.span(first, end)
	if g.whole != nil {
		return g.whole.Of(s, end-first > 1)
	}
	if n, ok := g.exact[s]; ok {
		return n
	}
	i, _ := slices.BinarySearchFunc(g.nouns, s.Start, func(n goldNoun, at int) int { return n.Start - at })
	best, most := 0, 0.5
	for k := max(0, i-3); k < min(len(g.nouns), i+4); k++ {
		if x := share(g.nouns[k].Span, s); x >= most {
			best, most = g.nouns[k].cluster, x
		}
	}
	return best
}

// share is how much of two spans together lies in both.
func share(a, b whosaid.Span) float64 {
	both := min(a.End, b.End) - max(a.Start, b.Start)
	return float64(both) / float64(max(a.End, b.End)-min(a.Start, b.Start))
}

// Together implements coref.Gold: the description of a cluster names its
// members.
func (g *corefGold) Together(members []int) int {
	found := 0
	for n, cl := range g.clusters {
		if cl.Name != "" || cl.Type != "PERSON" || !strings.Contains(cl.Desc, " and ") || found > 0 && n > found {
			continue
		}
		all := true
		for _, m := range members {
			all = all && m > 0 && strings.Contains(cl.Desc, surnameOf(g.clusters[m]))
		}
		if all {
			found = n
		}
	}
	return found
}

// surnameOf is the last word of the name of a cluster, or of its description.
func surnameOf(c corpus.Cluster) string {
	f := strings.Fields(c.Name)
	if len(f) == 0 {
		f = strings.Fields(c.Desc)
	}
	if len(f) == 0 {
		return "\x00"
	}
	return f[len(f)-1]
}
