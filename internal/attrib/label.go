package attrib

import "github.com/whosaid/whosaid"

// In interviews and transcripts a paragraph begins with who speaks and a
// colon: "REPORTER: Will you sell?". One such paragraph may be anything;
// several, with a label that comes again, are a transcript.

// A labelled paragraph: units of the label, the colon, the rest.
type labelled struct {
	first, colon, end int
	key               uint32
}

// maxLabel is the most units of a label.
const maxLabel = 8

// transcript returns the labelled paragraphs of a transcript, or nil.
func (a *analysis) transcript() []labelled {
	var found []labelled
	again := map[uint32]int{}
	for si := range a.seqs {
		if a.watch.Over() {
			return nil
		}
		s := a.seqs[si]
		if si > 0 && a.seqs[si-1].paragraph == s.paragraph {
			if n := len(found); n > 0 && a.seqs[si-1].end == found[n-1].end {
				found[n-1].end = s.end
			}
			continue
		}
		if l, ok := a.labelAt(s); ok {
			found = append(found, l)
			again[l.key]++
		}
	}
	kept := found[:0]
	for _, l := range found {
		if again[l.key] > 1 && len(found) > 2 {
			kept = append(kept, l)
		}
	}
	return kept
}

// labelAt reads the label at the beginning of s.
func (a *analysis) labelAt(s sequence) (labelled, bool) {
	l := labelled{first: -1, end: s.end}
	for u := s.first; u < s.end && u < s.first+maxLabel; u++ {
		if a.units[u].quote >= 0 {
			break
		}
		w := a.head(u)
		if a.d.Slice(a.d.Tokens[a.units[u].first].Span) == ":" {
			l.colon = u
			return l, l.first >= 0 && u+2 < s.end && !a.lex.has(a.head(u-1).low, cField)
		}
		switch {
		case w.tag == tagBracket:
		case w.shape == shapeTitle || w.shape == shapeUpper:
			if l.first < 0 {
				l.first = u
			}
			l.key = feat(300, l.key, w.low)
		default:
			return l, false
		}
	}
	return l, false
}

// addLabelled adds a frame for each paragraph of a transcript, instead of
// those that its colon made.
func (a *analysis) addLabelled(frames []Frame) []Frame {
	list := a.transcript()
	if len(list) == 0 {
		return frames
	}
	k := 0
	out := make([]Frame, 0, len(frames)+len(list))
	for _, l := range list {
		if a.watch.Over() {
			return nil
		}
		colon := a.span(l.colon, l.colon+1)
		for ; k < len(frames) && frames[k].Cue.Start < colon.Start; k++ {
			out = append(out, frames[k])
		}
		for ; k < len(frames) && frames[k].Cue == colon; k++ {
		}
		label := l.colon
		for label > l.first+1 && a.head(label-1).tag == tagBracket {
			label--
		}
		out = append(out, Frame{
			Cue: colon, Source: a.span(l.first, label), Content: []Piece{a.pieceOf(l.colon+1, l.end)},
			Class: whosaid.CueSay, Part: colonPart, Sum: labelSum, Rule: whosaid.EvidenceLabel, Of: -1, window: a.span(l.first, l.end),
		})
	}
	return append(out, frames[k:]...)
}

// labelSum is how sure a label is.
const labelSum = 1 << 12
