package attrib

import (
	"cmp"
	"slices"

	"github.com/whosaid/whosaid"
)

// settleFrames settles conflicts between frames. Two frames may stand in one
// sentence if their contents are apart, or if one with its cue lies inside a piece
// of the other, in which it is nested. Otherwise the better one keeps what both
// hold, and the other is dropped if too little is left.
func (a *analysis) settleFrames(frames []Frame) []Frame {
	order := make([]int, len(frames))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(frames[j].Sum, frames[i].Sum) })
	keep := make([]bool, len(frames))
	for _, i := range order {
		keep[i] = true
		// Frames are in the order of their cues, so those that can overlap frame i
		// are next to it.
		for _, step := range []int{-1, 1} {
			for j := i + step; keep[i] && j >= 0 && j < len(frames) && near(&frames[i], &frames[j]); j += step {
				if keep[j] && contradict(&frames[i], &frames[j]) {
					keep[i] = a.yield(&frames[i], &frames[j])
				}
			}
		}
	}
	out := frames[:0]
	for i, f := range frames {
		if keep[i] {
			out = append(out, f)
		}
	}
	return out
}

// yield takes from f what g holds too, and reports whether enough is left. Words
// of f on both sides of a piece of g are too doubtful to keep.
func (a *analysis) yield(f, g *Frame) bool {
	if holdsAny(f.Content, g.Cue) || holdsAny(g.Content, f.Cue) {
		return false // one of them is wrong as a whole
	}
	var left []Piece
	for _, p := range f.Content {
		first, end := p.first, p.end
		for _, q := range g.Content {
			switch {
			case q.end <= first || q.first >= end:
			case q.first > first && q.end < end:
				return false
			case q.first <= first:
				first = max(first, q.end)
			default:
				end = min(end, q.first)
			}
		}
		switch {
		case first == p.first && end == p.end:
			left = append(left, p)
		case end-first > 1, end > first && !a.plain(first):
			left = append(left, a.pieceOf(first, end))
		}
	}
	if len(left) == 0 {
		return false
	}
	f.Content = left
	return true
}

// holdsAny reports whether content overlaps s.
func holdsAny(content []Piece, s whosaid.Span) bool {
	return slices.ContainsFunc(content, func(p Piece) bool { return p.Overlaps(s) })
}

// extent is the stretch from the first to the last byte of f's content.
func (f *Frame) extent() whosaid.Span {
	return whosaid.Span{Start: f.Content[0].Start, End: f.Content[len(f.Content)-1].End}
}

// near reports whether two frames may overlap: their windows are bounded.
func near(f, g *Frame) bool { return f.window.Overlaps(g.window) }

// contradict reports whether f and g cannot both be right.
func contradict(f, g *Frame) bool {
	overlap := slices.ContainsFunc(f.Content, func(p Piece) bool { return holdsAny(g.Content, p.Span) })
	return overlap && !inside(f, g) && !inside(g, f)
}

// inside reports whether the cue and all content of f lie in pieces of g's content.
func inside(f, g *Frame) bool {
	within := func(s whosaid.Span) bool {
		return slices.ContainsFunc(g.Content, func(p Piece) bool { return p.Contains(s) })
	}
	return within(f.Cue) && !slices.ContainsFunc(f.Content, func(p Piece) bool { return !within(p.Span) })
}
