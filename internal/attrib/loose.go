package attrib

import (
	"context"
	"slices"
	"sort"
	"strings"

	"github.com/whosaid/whosaid"
)

// A loose quotation is one that is in no frame.
type loose struct {
	unit, seq int
}

// looseQuotes returns the outermost quotations that no frame has in its content.
func (a *analysis) looseQuotes(frames []Frame) []loose {
	var out []loose
	var held []Piece
	for i := range frames {
		held = append(held, frames[i].Content...)
	}
	slices.SortStableFunc(held, func(p, q Piece) int { return p.Start - q.Start })
	k := 0
	reach := 0
	for si, s := range a.seqs {
		for u := s.first; u < s.end; u++ {
			if a.plain(u) {
				continue
			}
			q := a.span(u, u+1)
			for k < len(held) && held[k].Start < q.End {
				reach = max(reach, held[k].End)
				k++
			}
			if reach <= q.Start {
				out = append(out, loose{u, si})
			}
		}
	}
	return out
}

// alone reports whether the sequence of l holds nothing but quotations.
func (a *analysis) alone(l loose) bool {
	s := a.seqs[l.seq]
	for u := s.first; u < s.end; u++ {
		if a.isWord(u) {
			return false
		}
	}
	return true
}

// isWord reports whether unit u is neither a quotation nor punctuation.
func (a *analysis) isWord(u int) bool {
	return a.plain(u) && !a.head(u).tag.punct() && a.head(u).shape != shapePunct
}

// slack is how far below zero the sum of a candidate may be that stands beside a
// quotation without a cue.
const slack = 32 * 5

// cueBeside returns the best candidate near the loose quotation l, looking from
// candidate k on, or -1. The quotation must lie in the window of the cue, since
// it is labelled there.
func (a *analysis) cueBeside(l loose, k int) int {
	before, after := a.seqs[l.seq].reach()
	before, after = min(before, looseReach), min(after, looseReach)
	best := -1
	for j := k; j < len(a.cands) && a.cands[j].unit <= l.unit+before; j++ {
		c := &a.cands[j]
		if c.seq != l.seq || c.unit < l.unit-after || c.entry.part == nounPart || c.sum < -slack {
			continue
		}
		if best < 0 || c.sum > a.cands[best].sum {
			best = j
		}
	}
	return best
}

// looseReach is how far, in units, the cue of a quotation may lie, if its
// window reaches as far.
const looseReach = 24

// loosen makes loose again what stands behind words without marks in the content of a
// frame, and is nothing but quotations from the beginning of a later sentence on: what
// the cue says of the one need not hold of the other.
func (a *analysis) loosen(frames []Frame) []Frame {
	for i := range frames {
		f := &frames[i]
		marked := true // everything so far
		for j, p := range f.Content {
			if u := a.opening(p); u >= 0 && f.Cue.End <= a.span(u, u+1).Start && a.onlyQuotations(u, p.end, f.Content[j+1:]) {
				kept := f.Content[:j]
				if u > p.first {
					kept = append(kept, a.pieceOf(p.first, u))
				}
				if len(kept) > 0 && !(marked && kept[len(kept)-1].Form == whosaid.QuoteDirect) {
					f.Content = kept
					break
				}
			}
			marked = marked && p.Form == whosaid.QuoteDirect
		}
	}
	return frames
}

// opening is the first unit of p that is a quotation, reads as speech and opens a sentence, or -1.
func (a *analysis) opening(p Piece) int {
	for u := p.first; u < p.end; u++ {
		if a.plain(u) {
			continue
		}
		k := sort.Search(len(a.seqs), func(k int) bool { return a.seqs[k].first >= u })
		if k < len(a.seqs) && a.seqs[k].first == u && a.speechLike(u) {
			return u
		}
	}
	return -1
}

// onlyQuotations reports whether the units from u to end, and the pieces behind them,
// are quotations.
func (a *analysis) onlyQuotations(u, end int, behind []Piece) bool {
	for ; u < end; u++ {
		if a.isWord(u) {
			return false
		}
	}
	return !slices.ContainsFunc(behind, func(p Piece) bool { return p.Form != whosaid.QuoteDirect })
}

// addLoose adds frames for the loose quotations that stand alone in their sentence,
// have a signature, or are in the words of somebody.
func (a *analysis) addLoose(frames []Frame) []Frame {
	list := a.looseQuotes(frames)
	if len(list) == 0 {
		return frames
	}
	last := a.lastFrames(frames)
	seq, alone := -1, false
	for _, l := range list {
		if l.seq != seq { // once a sequence, which may hold any number of them
			seq, alone = l.seq, a.alone(l)
		}
		n, cue := a.wordsOf(l), whosaid.Span{}
		if !n.empty() {
			cue = a.span(n.first-2, n.first-1)
		} else if n = a.signature(l); !a.speechLike(l.unit) || n.empty() && !alone {
			continue
		}
		f := Frame{Cue: cue, Content: []Piece{a.pieceOf(l.unit, l.unit+1)}, Class: whosaid.CueSay, Rule: whosaid.EvidenceDialogue, Of: -1,
			window: a.span(l.unit, l.unit+1)}
		if !cue.Empty() {
			f.Source, f.Rule = a.span(n.first, n.end), whosaid.EvidenceCue
		} else if !n.empty() {
			f.Source, f.Rule, f.Sum = a.span(n.first, n.end), whosaid.EvidenceLabel, labelSum
		} else if k := a.continues(l, frames, last); k >= 0 {
			f.Rule, f.Of = whosaid.EvidenceContinued, k
		}
		frames = append(frames, f)
		last[l.seq] = len(frames) - 1
	}
	return frames
}

// wordsOf returns whose the quotation l is by what stands before it: in the words
// of Ann Lee, “a long night”.
func (a *analysis) wordsOf(l loose) run {
	lo := a.seqs[l.seq].first
	for k := l.unit - 1; k >= lo+3 && l.unit-k < phraseReach && a.plain(k); k-- {
		if !a.is(k, hashOf) || !a.is(k-1, hashWords) || !a.tagged(k-3, prepositions) {
			continue
		}
		if n := a.phraseAfter(k+1, l.unit); !n.empty() && a.canSpeak(n) {
			return n
		}
	}
	return run{}
}

// signature returns the name after a dash that says whose the quotation l is:
// “We will not sell.” – Ann Lee, mayor of Lund.
func (a *analysis) signature(l loose) run {
	k, si := l.unit+1, l.seq
	if k == a.seqs[si].end {
		if si++; si == len(a.seqs) || a.seqs[si].paragraph > a.seqs[l.seq].paragraph+1 {
			return run{}
		}
	}
	hi := a.seqs[si].end
	if k+1 >= hi || hi-k > phraseReach || !a.plain(k) || !a.lex.has(a.head(k).low, cDash) {
		return run{}
	}
	n := a.phraseAfter(k+1, hi)
	if n.empty() || !a.canSpeak(n) || !a.describes(n.end, hi) {
		return run{}
	}
	return n
}

// describes reports whether the units [k, hi) hold at most what describes the name
// before them: ", mayor of Lund", and a stop.
func (a *analysis) describes(k, hi int) bool {
	if k == hi || k == hi-1 && a.tagged(k, stops) {
		return true
	}
	if !a.tagged(k, commas) {
		return false
	}
	for k++; k < hi; k++ {
		if !a.plain(k) || a.tagged(k, verbal) {
			return false
		}
	}
	return true
}

// lastFrames returns for each sequence the last frame with content in it, or
// -1. In "Lee said the council promised to build one. “I had the letter.”" that is what
// Lee said, since who speaks goes on, not who is spoken of.
func (a *analysis) lastFrames(frames []Frame) []int {
	last := make([]int, len(a.seqs))
	for i := range last {
		last[i] = -1
	}
	for i := range frames {
		e := frames[i].extent()
		at := sort.Search(len(a.seqs), func(k int) bool { return a.span(a.seqs[k].first, a.seqs[k].end).End > e.Start })
		for ; at < len(a.seqs) && a.span(a.seqs[at].first, a.seqs[at].end).Start < e.End; at++ {
			if k := last[at]; k < 0 || !inside(&frames[i], &frames[k]) {
				last[at] = i
			}
		}
	}
	return last
}

// speechLike reports whether the quotation at unit u reads as a sentence: it
// begins with a capital and has a verb or an end.
func (a *analysis) speechLike(u int) bool {
	if a.titled(u) {
		return false
	}
	form := a.quoteForm(u, 0, len(a.units)) - 1
	n := a.units[u].end - a.units[u].first
	return form&1 != 0 && (form&4 != 0 && n > 4 || form&2 != 0 && n > 3)
}

// continues returns the frame of which the quotation l is a continuation, or -1:
// the last one of the sequence before it. In another paragraph, unless the
// quotation is reopened there, it must not be an answer.
func (a *analysis) continues(l loose, frames []Frame, last []int) int {
	if l.seq == 0 {
		return -1
	}
	k := last[l.seq-1]
	if k < 0 {
		return -1
	}
	f := &frames[k]
	if a.seqs[l.seq-1].paragraph != a.seqs[l.seq].paragraph && !a.quotes[a.units[l.unit].quote].reopened {
		end := f.Content[len(f.Content)-1]
		if f.Rule == whosaid.EvidenceDialogue || end.Form != whosaid.QuoteDirect || strings.HasSuffix(a.d.Slice(end.Words), "?") {
			return -1
		}
	}
	if f.Of >= 0 {
		return f.Of
	}
	return k
}

// giveLoose gives each loose quotation that reads as speech to the best candidate
// of its sentence.
func (x *Reader) giveLoose(ctx context.Context, a *analysis, frames []Frame) []Frame {
	k := 0
	added := false
	for _, l := range a.looseQuotes(frames) {
		if ctx.Err() != nil {
			return nil
		}
		if !a.speechLike(l.unit) {
			continue
		}
		for k < len(a.cands) && a.cands[k].unit < l.unit-looseReach {
			k++
		}
		best := a.cueBeside(l, k)
		if best < 0 {
			continue
		}
		if f, ok := x.decode(a, a.cands[best], l.unit); ok && !a.isActor(a.cands[best], &f) {
			frames, added = append(frames, f), true
		}
	}
	if !added {
		return frames
	}
	slices.SortStableFunc(frames, func(f, g Frame) int { return f.Cue.Start - g.Cue.Start })
	return a.settleFrames(frames)
}
