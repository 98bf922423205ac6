package train

import (
	"slices"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/attrib"
)

// A Gold is an attribution as an annotator marked it.
type Gold struct {
	Cue     whosaid.Span
	Source  whosaid.Span
	Content []whosaid.Span
	Name    string // the speaker's, if it has one
}

// matchCues gives each gold the candidate that heads its cue, the first verb or
// else the first word of the lexicon. It returns the golds by the numbers of their
// candidates.
func matchCues(cands []attrib.Candidate, golds []Gold) map[int]*Gold {
	best := map[int]*Gold{}
	for i := range golds {
		g := &golds[i]
		pick := -1
		for k := range cands {
			if g.Cue.Overlaps(cands[k].Cue) && (pick < 0 || cands[k].Verb && !cands[pick].Verb) {
				pick = k
			}
		}
		if pick >= 0 && best[pick] == nil {
			best[pick] = g
		}
	}
	return best
}

// labels are those of the units of w, as g has them. A unit belongs to a piece that
// covers more than half of it.
func (g *Gold) labels(w attrib.Window) []uint8 {
	out := make([]uint8, len(w.Units))
	mark := func(s whosaid.Span, begin, in string) {
		next := labelOf(begin)
		for u, unit := range w.Units {
			if u != w.Cue && 2*(min(unit.End, s.End)-max(unit.Start, s.Start)) > unit.Len() {
				out[u] = next
				next = labelOf(in)
			}
		}
	}
	if !g.Source.Empty() {
		mark(g.Source, "begin-source", "source")
	}
	for _, s := range g.Content {
		mark(s, "begin-content", "content")
	}
	return out
}

func labelOf(name string) uint8 { return uint8(slices.Index(attrib.Labels(), name)) }

// matches reports whether a piece of f and one of a gold share more than half of
// what they cover together, and their cues overlap, if the gold has one.
func matches(f *attrib.Frame, golds []Gold) bool {
	for i := range golds {
		g := &golds[i]
		if !g.Cue.Empty() && !g.Cue.Overlaps(f.Cue) {
			continue
		}
		for _, s := range g.Content {
			for _, p := range f.Content {
				both := min(s.End, p.End) - max(s.Start, p.Start)
				all := max(s.End, p.End) - min(s.Start, p.Start)
				if both > 0 && 2*both >= all {
					return true
				}
			}
		}
	}
	return false
}

// The examples that the three models learn from in a document.

func (d *QuoteDoc) cueExamples(r *attrib.Reader) []Sequence {
	var out []Sequence
	cands := r.Candidates(d.Doc)
	golds := matchCues(cands, d.Golds)
	for i := range cands {
		out = append(out, binary(cands[i].Features, golds[i] != nil, d.Weight))
	}
	return out
}

func (d *QuoteDoc) frameExamples(r *attrib.Reader) []Sequence {
	var out []Sequence
	golds := matchCues(r.Candidates(d.Doc), d.Golds)
	r.Windows(d.Doc, func(i int) bool { return golds[i] != nil }, func(i int, w attrib.Window) {
		out = append(out, Sequence{Features: w.Features, Allowed: bits(golds[i].labels(w)), Weight: d.Weight})
	})
	return out
}

func (d *QuoteDoc) wholeExamples(r *attrib.Reader) []Sequence {
	var out []Sequence
	r.Frames(d.Doc, func(f *attrib.Frame, feats []uint32) { out = append(out, binary(feats, matches(f, d.Golds), d.Weight)) })
	return out
}
