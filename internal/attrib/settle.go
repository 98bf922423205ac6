package attrib

import (
	"cmp"
	"slices"

	"github.com/whosaid/whosaid"
)

// settleFrames settles what two frames both claim. Two frames may stand in one
// sentence if their contents are apart, or if one with its cue lies inside a
// piece of the other: that is the one nested in it. Otherwise the better one
// keeps what they share, and the other is dropped if nothing else is left.
func (a *analysis) settleFrames(frames []Frame) []Frame {
	order := make([]int, len(frames))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(frames[j].rank(), frames[i].rank()) })
	keep := make([]bool, len(frames))
	for _, i := range order {
		keep[i] = true
		// Frames are in the order of their cues, so those that can meet
		// frame i stand near it.
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

// yield takes from f what g claims, and reports whether enough is left. Words
// of f on both sides of a piece of g are too doubtful to keep.
func (a *analysis) yield(f, g *Frame) bool {
	if overlapCue(f, g) {
		return false
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
		case end-first > 1:
			left = append(left, a.pieceOf(first, end))
		case end > first && a.units[first].quote >= 0:
			left = append(left, a.pieceOf(first, end))
		}
	}
	if len(left) == 0 {
		return false
	}
	f.Content = left
	return true
}

// overlapCue reports whether the cue of one lies in the content of the other:
// then one of them is wrong as a whole.
func overlapCue(f, g *Frame) bool {
	for _, p := range f.Content {
		if p.Overlaps(g.Cue) {
			return true
		}
	}
	for _, p := range g.Content {
		if p.Overlaps(f.Cue) {
			return true
		}
	}
	return false
}

// rank orders frames by how sure they are.
func (f *Frame) rank() int64 { return int64(f.Sum) }

// extent is the stretch from the first to the last byte of f's content.
func (f *Frame) extent() whosaid.Span {
	return whosaid.Span{Start: f.Content[0].Start, End: f.Content[len(f.Content)-1].End}
}

// near reports whether two frames may overlap: their windows are bounded.
func near(f, g *Frame) bool { return f.window.Overlaps(g.window) }

// contradict reports whether f and g cannot both be right.
func contradict(f, g *Frame) bool {
	if !overlapAny(f.Content, g.Content) {
		return false
	}
	return !inside(f, g) && !inside(g, f)
}

func overlapAny(a, b []Piece) bool {
	for _, s := range a {
		for _, t := range b {
			if s.Overlaps(t.Span) {
				return true
			}
		}
	}
	return false
}

// inside reports whether f lies, with its cue, in one piece of g's content,
// or in g's content as a whole.
func inside(f, g *Frame) bool {
	in := false
	for _, s := range g.Content {
		in = in || s.Contains(f.Cue)
	}
	if !in {
		return false
	}
	for _, t := range f.Content {
		ok := false
		for _, s := range g.Content {
			ok = ok || s.Contains(t.Span)
		}
		if !ok {
			return false
		}
	}
	return true
}
