package attrib

import "github.com/whosaid/whosaid"

// In interviews and transcripts a paragraph begins with who speaks and a
// colon: "REPORTER: Will you sell?". One such paragraph may be anything;
// several, with a label that comes again, are a transcript.

// A labelled paragraph: its sequence, and the units of the label, the colon,
// the rest.
type labelled struct {
	seq                     int
	first, name, colon, end int // name is where the name in the label ends
	key                     uint32
}

// maxLabel is the most units of a label.
const maxLabel = 8

// transcript returns the labelled paragraphs of a transcript, or nil.
func (a *analysis) transcript() []labelled {
	var found []labelled
	again := map[uint32]int{}
	for si := range a.seqs {
		s := a.seqs[si]
		if si > 0 && a.seqs[si-1].paragraph == s.paragraph {
			if n := len(found); n > 0 && a.seqs[si-1].end == found[n-1].end {
				found[n-1].end = s.end
			}
			continue
		}
		if l, ok := a.labelAt(si); ok {
			found = append(found, l)
			again[l.key]++
		}
	}
	if len(found) < 3 {
		return nil
	}
	var kept []labelled
	for i, l := range found {
		if again[l.key] > 1 || i > 0 && a.answers(found[i-1], l, again) || i+1 < len(found) && a.answers(found[i+1], l, again) {
			kept = append(kept, l)
		}
	}
	return kept
}

// answers reports whether l, whose label stands only once, is the turn of a
// speaker before or after t, one of somebody who speaks again.
func (a *analysis) answers(t, l labelled, again map[uint32]int) bool {
	d := a.seqs[l.seq].paragraph - a.seqs[t.seq].paragraph
	return again[t.key] > 1 && -1 <= d && d <= 1
}

// labelAt reads the label at the beginning of sequence si: a name, perhaps
// with something in brackets behind it. Its key is the last word of the name,
// by which a speaker is called once introduced.
func (a *analysis) labelAt(si int) (labelled, bool) {
	s := a.seqs[si]
	l := labelled{seq: si, first: -1, end: s.end}
	aside := false // in brackets behind the name
	for u := s.first; u < s.end && u < s.first+maxLabel; u++ {
		if a.units[u].quote >= 0 {
			break
		}
		w := a.head(u)
		text := a.d.Slice(a.d.Tokens[a.units[u].first].Span)
		if text == ":" {
			l.colon = u
			return l, l.first >= 0 && u+2 < s.end && !a.lex.has(a.head(u-1).low, cField)
		}
		switch {
		case w.tag == tagBracket:
			aside = l.first >= 0 && (text == "(" || text == "[")
		case aside || text == "-":
		case w.shape == shapeTitle || w.shape == shapeUpper:
			if l.first < 0 {
				l.first = u
			}
			l.key, l.name = w.low, u+1
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
		colon := a.span(l.colon, l.colon+1)
		for ; k < len(frames) && frames[k].Cue.Start < colon.Start; k++ {
			out = append(out, frames[k])
		}
		for ; k < len(frames) && frames[k].Cue == colon; k++ {
		}
		out = append(out, Frame{
			Cue: colon, Source: a.span(l.first, l.name), Content: []Piece{a.turn(l.colon+1, l.end)},
			Class: whosaid.CueSay, Part: colonPart, Sum: labelSum, Rule: whosaid.EvidenceLabel, Of: -1, window: a.span(l.first, l.end),
		})
	}
	return append(out, frames[k:]...)
}

// turn is the piece of the units [first, end) of a transcript: whatever marks it
// has or has not, it is what was said, with its stop.
func (a *analysis) turn(first, end int) Piece {
	s := a.span(first, end)
	return Piece{Span: s, Words: s, Form: whosaid.QuoteDirect, first: first, end: end}
}

// labelSum is how sure a label is.
const labelSum = 1 << 12
