package attrib

// How many units to each side of a cue are read. This bounds the work for a cue.
const (
	unitsBefore = 56
	unitsAfter  = 72
	// In a crowded sequence the next cue is near.
	crowdedBefore = 16
	crowdedAfter  = 24
)

// crowds reports whether n candidates are more than a writer puts in s. Only long
// sequences are asked: a sentence of that length is a list.
func (s *sequence) crowds(n int) bool {
	const long = 256
	return s.end-s.first > long && n > (s.end-s.first)/16
}

// A window is the units that may belong to the frame of a cue: those of its
// sequence, and a quotation next to it.
type window struct {
	lo, hi int // units that are read
	first  int // first of them in the sequence, >= lo
	end    int // end of those in the sequence, <= hi
}

// reach is how many units before and after a cue in s are read.
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
	if w.lo == s.first && c.seq > 0 && !a.plain(w.lo-1) && a.beside(c.seq, c.seq-1) {
		w.lo--
	}
	if w.hi == s.end && c.seq+1 < len(a.seqs) && !a.plain(w.hi) && a.beside(c.seq, c.seq+1) {
		w.hi++
	}
	return w
}

// beside reports whether the quotations of the sequence next may belong to a
// cue in si: next has no other words, and so no cue of its own, and in another
// paragraph its quotation is reopened, or si has none.
func (a *analysis) beside(si, next int) bool {
	s, n := a.seqs[si], a.seqs[next]
	for u := n.first; u < n.end && u < n.first+8; u++ {
		if a.plain(u) && a.head(u).shape != shapePunct {
			return false
		}
	}
	if n.paragraph > s.paragraph+1 || n.paragraph < s.paragraph-1 {
		return false
	}
	if n.paragraph == s.paragraph || n.paragraph > s.paragraph && a.quotes[a.units[n.first].quote].reopened {
		return true
	}
	return !a.anyQuoted(s.first, min(s.end, s.first+unitsAfter))
}

// A frameContext holds what is the same for all units of a frame.
type frameContext struct {
	c         candidate
	w         window
	lemma     uint32
	class     uint32
	part      uint32
	signature uint32 // of the voice of the cue, what follows it, and what is near
	shortSig  uint32 // without what is near
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

// rightOf is the kind of unit that follows the cue, but for adverbs.
func (a *analysis) rightOf(u, hi int) uint32 {
	u++
	for u < hi && a.tagged(u, adverbs) {
		u++
	}
	switch {
	case u >= hi:
		return 1
	case !a.plain(u):
		return 2
	case a.head(u).low == hashThat:
		return 3
	}
	return 4 + uint32(a.head(u).tag)
}
