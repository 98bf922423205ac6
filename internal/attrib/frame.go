package attrib

import (
	"strings"
	"unicode"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/linear"
)

// The labels of the sequence model: what a unit is to the cue in question.
const (
	outside = iota
	beginContent
	inContent
	beginSource
	inSource
	NumLabels
)

// A run is a stretch of units with one role in a frame.
type run struct {
	label      uint8 // beginContent, beginSource, or outside for the cue
	first, end int   // units
}

// empty reports whether r holds no units.
func (r run) empty() bool { return r.end <= r.first }

// runsOf cuts the labels of frame f into runs, the cue among them, in order.
// Of several sources only the first counts.
func (f *frameContext) runsOf(labels []uint8, out []run) []run {
	out = out[:0]
	source := false
	for i := 0; i < len(labels); {
		u := f.w.lo + i
		if u == f.c.unit {
			out = append(out, run{outside, u, u + 1})
			i++
			continue
		}
		l := labels[i]
		if l != beginContent && l != beginSource {
			i++
			continue
		}
		end := i + 1
		for end < len(labels) && labels[end] == l+1 && f.w.lo+end != f.c.unit {
			end++
		}
		if l == beginContent || !source {
			out = append(out, run{l, u, f.w.lo + end})
			source = source || l == beginSource
		}
		i = end
	}
	return out
}

// frameOf makes a Frame of labels, and leaves its runs and the least margin of
// their edges in a.frame. It may have no content.
func (a *analysis) frameOf(f *frameContext, labels []uint8, margins []int32) Frame {
	r := Frame{
		Cue: a.span(f.c.unit, f.c.unit+1), Class: f.c.entry.class,
		Rule: whosaid.EvidenceCue, Of: -1, window: a.span(f.w.lo, f.w.hi),
	}
	s := &a.frame
	s.runs = f.runsOf(labels, s.runs)
	s.margin = 1 << 20
	for _, n := range s.runs {
		switch n.label {
		case beginContent:
			r.Content = append(r.Content, a.pieceOf(n.first, n.end))
			s.margin = min(s.margin, margins[n.first-f.w.lo])
			if n.end < f.w.hi {
				s.margin = min(s.margin, margins[n.end-f.w.lo])
			}
		case beginSource:
			a.setSource(f, &r, n)
		}
	}
	return r
}

// pieceOf makes a piece of the units [first, end), without the commas and stops
// at its ends.
func (a *analysis) pieceOf(first, end int) Piece {
	for end-first > 1 && a.plain(end-1) && a.trims(end-1) {
		end--
	}
	for end-first > 1 && a.plain(first) && a.trims(first) {
		first++
	}
	p := Piece{Span: a.span(first, end), Form: whosaid.QuoteDirect, first: first, end: end}
	p.Words = p.Span
	marked := false
	for u := first; u < end; u++ {
		if a.plain(u) {
			p.Form = whosaid.QuoteMixed
		} else {
			marked = true
		}
	}
	if !marked {
		p.Form = whosaid.QuoteIndirect
	}
	if end-first == 1 && marked {
		// The quotation may end inside its last token, and invisible characters
		// may stand before its mark.
		inner := a.quotes[a.units[first].quote].inner
		p.Words = trimSpace(a.d.Text, whosaid.Span{Start: max(inner.Start, p.Start), End: min(inner.End, p.End)})
	}
	return p
}

// trims reports whether a mark at the edge of a piece does not belong to it.
func (a *analysis) trims(u int) bool {
	switch a.d.Text[a.d.Tokens[a.units[u].first].Start] {
	case ',', ';', ':':
		return true
	case '.':
		return a.head(u).tag.in(commas | colons | stops)
	}
	return a.head(u).tag.in(commas | colons)
}

func trimSpace(text string, s whosaid.Span) whosaid.Span {
	t := text[s.Start:s.End]
	l := strings.TrimLeftFunc(t, unicode.IsSpace)
	r := strings.TrimRightFunc(l, unicode.IsSpace)
	if r == "" {
		return s
	}
	s.Start += len(t) - len(l)
	s.End = s.Start + len(r)
	return s
}

// A sourced is the source of the last frame that had one, and where its cue is.
type sourced struct {
	seq, unit int
	source    run
}

// frameScratch is the memory of frames.
type frameScratch struct {
	between []between
	feats   []uint32
	emit    []int32
	lattice linear.Lattice
	runs    []run
	margin  int32
	last    sourced
}
