package corpus

import (
	"sort"
	"strconv"
	"strings"

	"github.com/whosaid/whosaid"
)

// A Name is a gold name with the number of its cluster. Cluster 0 is a name of
// which the data does not say to whom it belongs.
type Name struct {
	whosaid.Span
	Kind    whosaid.EntityKind
	Cluster int
}

// kindLabels has the label of each kind in the data sets, and in what eval
// writes for the scorers.
var kindLabels = map[whosaid.EntityKind]string{
	whosaid.EntityPerson: "PERSON", whosaid.EntityOrganization: "ORG", whosaid.EntityPlace: "PLACE", whosaid.EntityGroup: "NORP",
	whosaid.EntityProduct: "PRODUCT", whosaid.EntityEvent: "EVENT", whosaid.EntityWork: "WORK",
}

// LabelOf is the label of a kind in the data sets.
func LabelOf(k whosaid.EntityKind) string { return kindLabels[k] }

// Misc is the label of names of other kinds, where a data set does not say of
// which.
const Misc = "MISC"

// KindOf is the kind of the names that a data set gives a label, or "" where it
// labels something that is no name, or says no more than Misc.
func KindOf(label string) whosaid.EntityKind {
	switch label {
	case "PER":
		return whosaid.EntityPerson
	case "LOC", "GPE", "FAC":
		return whosaid.EntityPlace
	}
	for k, l := range kindLabels {
		if l == label {
			return k
		}
	}
	return ""
}

// Names are the names of a document in text order, the outer ones only, with
// their gold clusters. These come from "coref", from the numbers of
// "entities", or from the knowledge base ids of "mentions", whichever it has.
func (d *Doc) Names() []Name {
	cl := NewClusters(d)
	var out []Name
	for i := range d.Entities {
		e := &d.Entities[i]
		kind := KindOf(e.Type)
		if e.Type == Misc {
			kind = whosaid.EntityWork // of which the library knows nothing but the words
		}
		s := whosaid.Span{Start: e.Start, End: e.End}
		if kind == "" || e.Nested || e.Nominal || s.Empty() || s.End > len(d.Text) {
			continue
		}
		out = append(out, Name{s, kind, cl.name(e)})
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

// Clusters finds the gold clusters of one document's mentions.
type Clusters struct {
	d       *Doc
	spans   map[[2]int]int // clusters of two and more by their mentions
	phrases [][2]int       // where "mentions" are whole noun phrases, as in GUM
	qid     map[[2]int]string
	ids     map[string]int // numbers given so far
}

// NewClusters reads the clusters of d.
func NewClusters(d *Doc) *Clusters {
	cl := &Clusters{d: d, spans: map[[2]int]int{}, qid: map[[2]int]string{}, ids: map[string]int{}}
	for i, spans := range d.Coref {
		for _, s := range spans {
			cl.spans[s] = i + 1
		}
	}
	for _, m := range d.Mentions {
		s := [2]int{m.Start, m.End}
		if m.QID != "" {
			cl.qid[s] = m.QID
		} else {
			cl.phrases = append(cl.phrases, s)
		}
	}
	return cl
}

// Of is the cluster of the mention in "coref" with exactly that span or, with
// longer, of the shortest one that begins there and goes on. It is 0 if there
// is none.
func (cl *Clusters) Of(s whosaid.Span, longer bool) int {
	if c := cl.spans[[2]int{s.Start, s.End}]; c != 0 || !longer {
		return c
	}
	best := [2]int{s.Start, len(cl.d.Text) + 1}
	for m := range cl.spans {
		if m[0] == s.Start && m[1] > s.End && m[1] < best[1] {
			best = m
		}
	}
	return cl.spans[best]
}

func (cl *Clusters) number(key string) int {
	if cl.ids[key] == 0 {
		cl.ids[key] = len(cl.d.Coref) + len(cl.ids) + 1
	}
	return cl.ids[key]
}

func (cl *Clusters) name(e *Entity) int {
	s := [2]int{e.Start, e.End}
	switch q := cl.qid[s]; {
	case q != "" && q[0] == 'Q' && q != "QUANTITY":
		return cl.number(q)
	case len(cl.qid) > 0: // not in the knowledge base
		return 0
	}
	if n, ok := e.Entity.(float64); ok {
		return cl.number(strconv.Itoa(int(n)))
	}
	if c := cl.spans[s]; c != 0 {
		return c
	}
	if c := cl.spans[cl.phrase(s)]; c != 0 {
		return c
	}
	return cl.number(strconv.Itoa(s[0]) + ":" + strconv.Itoa(s[1]))
}

// phrase is the smallest mention of which the name is the beginning or the
// end: "the Netherlands", "Dr. Ann Lee", "Lee's".
func (cl *Clusters) phrase(s [2]int) [2]int {
	text := cl.d.Text
	best := [2]int{0, len(text) + 1}
	for _, m := range cl.phrases {
		if m[0] > s[0] || m[1] < s[1] || m[1] > len(text) || m[1]-m[0] >= best[1]-best[0] {
			continue
		}
		switch before, after := text[m[0]:s[0]], text[s[1]:m[1]]; {
		case before == "", strings.EqualFold(before, "the "), after == "", after == "'s", after == "’s", after == "'", after == "’":
			best = m
		}
	}
	return best
}
