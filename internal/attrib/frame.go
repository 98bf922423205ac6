package attrib

import "github.com/whosaid/whosaid/internal/linear"

// The labels of the sequence model: what a unit is to the cue in question.
const (
	outside = iota
	beginContent
	inContent
	beginSource
	inSource
	NumLabels
)

// Window sizes: how many units to each side of a cue are looked at. They
// bound the work for one cue.
const (
	unitsBefore = 56
	unitsAfter  = 72
	// In a crowded sequence the next cue is near.
	crowdedBefore = 16
	crowdedAfter  = 24
)

// crowds reports whether n candidates in a sequence are more than a writer
// puts there, for whom a sentence of this length is a list.
func (s *sequence) crowds(n int) bool {
	const long = 256
	return s.end-s.first > long && n > (s.end-s.first)/16
}

// A window is the units that may belong to the frame of a cue: those of its
// sequence, and a quotation next to it.
type window struct {
	lo, hi int // units looked at
	first  int // first unit of the sequence, >= lo
	end    int // end of the sequence, <= hi
}

// reach is how many units before and after a cue in s are looked at.
func (s *sequence) reach() (before, after int) {
	if s.crowded {
		return crowdedBefore, crowdedAfter
	}
	return unitsBefore, unitsAfter
}

func (a *analysis) windowOf(c candidate) window {
	s := a.seqs[c.seq]
	before, after := s.reach()
	w := window{lo: max(s.first, c.unit-before), hi: min(s.end, c.unit+1+after)}
	w.first, w.end = w.lo, w.hi
	if w.lo == s.first && c.seq > 0 && a.units[w.lo-1].quote >= 0 && a.beside(c.seq, c.seq-1) {
		w.lo--
	}
	if w.hi == s.end && c.seq+1 < len(a.seqs) && a.units[w.hi].quote >= 0 && a.beside(c.seq, c.seq+1) {
		w.hi++
	}
	return w
}

// beside reports whether the quotations of the sequence next may belong to a
// cue in si: there are no other words, so that no cue there can claim them,
// and in another paragraph they go on, or si has none of its own.
func (a *analysis) beside(si, next int) bool {
	s, n := a.seqs[si], a.seqs[next]
	for u := n.first; u < n.end && u < n.first+8; u++ {
		if a.units[u].quote < 0 && a.head(u).shape != shapePunct {
			return false
		}
	}
	if n.paragraph > s.paragraph+1 || n.paragraph < s.paragraph-1 {
		return false
	}
	if n.paragraph == s.paragraph || n.paragraph > s.paragraph && a.quotes[a.units[n.first].quote].reopened {
		return true
	}
	for u := s.first; u < s.end && u < s.first+unitsAfter; u++ {
		if a.units[u].quote >= 0 {
			return false
		}
	}
	return true
}

// A frameContext holds what is the same for all units of a frame.
type frameContext struct {
	c         candidate
	w         window
	lemma     uint32
	class     uint32
	part      uint32
	signature uint32 // what stands around the cue
	shortSig  uint32
}

// A between describes the units between a unit and the cue.
type between struct {
	commas, verbs, ccs, cues int
	that, cue, quote, stop   bool
	colon                    bool
}

func (b *between) hash() uint32 {
	return uint32(min(b.commas, 3)) | uint32(min(b.verbs, 2))<<2 | b2u(b.that)<<4 | b2u(b.cue)<<5 |
		b2u(b.quote)<<6 | b2u(b.stop)<<7 | b2u(b.colon)<<8
}

// pass adds the unit u to what lies between.
func (b *between) pass(a *analysis, u int) {
	if a.units[u].cue >= 2 {
		b.cues++
	}
	if a.units[u].quote >= 0 {
		b.quote = true
		return
	}
	w := a.head(u)
	switch {
	case w.tag == tagComma:
		b.commas++
	case w.tag.finite():
		b.verbs++
	case w.tag == tagCC:
		b.ccs++
	case w.tag == tagColon:
		b.colon = true
	case w.tag == tagStop:
		b.stop = true
	case w.low == hashThat:
		b.that = true
	}
	if w.entry != nil && w.entry.part != nounPart && w.entry.part != adjPart {
		b.cue = true
	}
}

func (a *analysis) contextOf(c candidate) frameContext {
	f := frameContext{c: c, w: a.windowOf(c)}
	f.lemma, f.class, f.part = c.entry.hash, c.entry.chash, uint32(c.entry.part)
	if c.entry == &verbEntry {
		f.lemma = a.head(c.unit).low
	}
	lo, hi, u := f.w.lo, f.w.hi, c.unit
	v := a.voiceOf(u, f.w.first)
	form := f.part | b2u(v.passive)<<3 | b2u(v.infinite)<<4
	right := a.rightOf(u, hi)
	before, after := b2u(a.quoteForm(u-1, lo, hi) != 0), b2u(a.quoteForm(u+1, lo, hi) != 0)
	before, after = before<<3|a.nearestQuote(u, -1)&7, after<<3|a.nearestQuote(u, 1)&7
	f.shortSig = feat(1, form, right)
	f.signature = feat(2, f.shortSig, b2u(before != 0)|b2u(after != 0)<<1|bucket(f.w.end-u-1)<<2|min(bucket(u-f.w.first), 3)<<8)
	return f
}

// rightOf is the kind of what follows the cue.
func (a *analysis) rightOf(u, hi int) uint32 {
	u++
	for u < hi && a.units[u].quote < 0 && a.head(u).tag == tagRB {
		u++
	}
	if u >= hi {
		return 1
	}
	if a.units[u].quote >= 0 {
		return 2
	}
	w := a.head(u)
	if w.low == hashThat {
		return 3
	}
	return 4 + uint32(w.tag)
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
