package attrib

import "github.com/whosaid/whosaid"

// In interviews and transcripts a paragraph begins with its speaker and a colon:
// "REPORTER: Will you sell?". One such paragraph may be anything; several, with a
// label that comes again, are a transcript.

// maxLabel is the most units of a label.
const maxLabel = 8

// transcript returns the turns of a transcript, or nil if the text is none.
func (a *analysis) transcript() []turn {
	var found []turn
	again := map[uint32]int{}
	for si := range a.seqs {
		s := a.seqs[si]
		if si > 0 && a.seqs[si-1].paragraph == s.paragraph {
			if n := len(found); n > 0 && a.seqs[si-1].end == found[n-1].end {
				found[n-1].end = s.end
			}
			continue
		}
		if t, ok := a.turnAt(si); ok {
			found = append(found, t)
			again[t.key]++
		}
	}
	if len(found) < 3 {
		return nil
	}
	var kept []turn
	for i, t := range found {
		if again[t.key] > 1 || i > 0 && a.answers(found[i-1], t, again) || i+1 < len(found) && a.answers(found[i+1], t, again) {
			kept = append(kept, t)
		}
	}
	return kept
}

// answers reports whether t, the only turn of its speaker, is in the paragraph
// before or after a turn of somebody who speaks again.
func (a *analysis) answers(other, t turn, again map[uint32]int) bool {
	d := a.seqs[t.seq].paragraph - a.seqs[other.seq].paragraph
	return again[other.key] > 1 && -1 <= d && d <= 1
}

// turnAt reads the label at the beginning of sequence si: a name, perhaps
// with something in brackets after it. Its key is the last word of the name,
// by which a speaker is called once introduced.
func (a *analysis) turnAt(si int) (turn, bool) {
	s := a.seqs[si]
	t := turn{seq: si, first: -1, end: s.end}
	aside := false // in brackets after the name
	for u := s.first; u < s.end && u < s.first+maxLabel && a.plain(u); u++ {
		w := a.head(u)
		text := a.d.Slice(a.d.Tokens[a.units[u].first].Span)
		if text == ":" {
			t.colon = u
			return t, t.first >= 0 && u+2 < s.end && !a.lex.has(a.head(u-1).low, cField)
		}
		switch {
		case w.tag == tagBracket:
			aside = t.first >= 0 && (text == "(" || text == "[")
		case aside || text == "-":
		case w.shape == shapeTitle || w.shape == shapeUpper:
			if t.first < 0 {
				t.first = u
			}
			t.key, t.name = w.low, u+1
		default:
			return t, false
		}
	}
	return t, false
}

// addTurns adds a frame for each turn of a transcript, in place of the frames
// whose cue is its colon.
func (a *analysis) addTurns(frames []Frame) []Frame {
	list := a.transcript()
	if len(list) == 0 {
		return frames
	}
	k := 0
	out := make([]Frame, 0, len(frames)+len(list))
	for _, t := range list {
		colon := a.span(t.colon, t.colon+1)
		for ; k < len(frames) && frames[k].Cue.Start < colon.Start; k++ {
			out = append(out, frames[k])
		}
		for ; k < len(frames) && frames[k].Cue == colon; k++ {
		}
		out = append(out, Frame{
			Cue: colon, Source: a.span(t.first, t.name), Content: []Piece{a.spoken(t.colon+1, t.end)},
			Class: whosaid.CueSay, Sum: labelSum, Rule: whosaid.EvidenceLabel, Of: -1, window: a.span(t.first, t.end),
		})
	}
	return append(out, frames[k:]...)
}

// spoken is the piece of the units [first, end) of a turn: direct speech with its
// stop, with marks or without.
func (a *analysis) spoken(first, end int) Piece {
	s := a.span(first, end)
	return Piece{Span: s, Words: s, Form: whosaid.QuoteDirect, first: first, end: end}
}

// labelSum is the sum of a frame with a label.
const labelSum = 1 << 12

// A turn is a paragraph with a label, in units.
type turn struct {
	seq                     int
	first, name, colon, end int // the label begins at first, its name ends at name
	key                     uint32
}
