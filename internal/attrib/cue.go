package attrib

import "slices"

// A candidate is a word that may be the cue of an attribution.
type candidate struct {
	seq, unit int
	entry     *entry
	sum       int32 // of the cue model
}

// maxCandidates bounds the candidates in a sequence of n units. News has one
// in ten words; only hostile text has many more.
func maxCandidates(n int) int { return 8 + n/8 }

// candidates finds the words of sequence si that may be cues.
func (a *analysis) candidates(si int, out []candidate) []candidate {
	s := a.seqs[si]
	quoted := a.quoteNear(si)
	limit := len(out) + maxCandidates(s.end-s.first)
	for u := s.first; u < s.end && len(out) < limit; u++ {
		if !a.plain(u) {
			continue
		}
		w := a.head(u)
		if w.ent != entNone {
			continue // Per Holm, Will Day, the Lund Report
		}
		e := w.entry
		if e == nil {
			if !quoted || !w.tag.verb() {
				continue
			}
			e = &verbEntry
		}
		if u > s.first && a.plain(u-1) && a.head(u-1).low == w.low {
			continue // said said: no text that a cue could be in
		}
		out = append(out, candidate{si, u, e, 0})
	}
	return out
}

// quoteNear reports whether a quotation is in the sequence or next to it.
func (a *analysis) quoteNear(si int) bool {
	s := a.seqs[si]
	return a.anyQuoted(max(0, s.first-1), min(len(a.units), s.end+1))
}

// A voice is the form of a verb and its subject.
type voice struct {
	passive   bool
	infinite  bool // "to say"
	modal     bool
	negated   bool
	subjectAt int // units to the left of the verb: the nearest noun or pronoun
	subject   uint32
}

// voiceOf looks back from the verb at unit u.
func (a *analysis) voiceOf(u, lo int) voice {
	v := voice{subjectAt: voiceReach + 1}
	group := true // still inside the verb group
	for k := u - 1; k >= lo && u-k <= voiceReach && a.plain(k); k-- {
		w := a.head(k)
		group = group && a.addVoice(w, &v)
		if w.isNoun() {
			v.subjectAt, v.subject = u-k, a.tagAt(k, lo, u)
			break
		}
	}
	return v
}

// cueFeatures appends the features by which candidate c is judged.
func (a *analysis) cueFeatures(c candidate, out []uint32) []uint32 {
	s := a.seqs[c.seq]
	lo, hi, u := s.first, s.end, c.unit
	w := a.head(u)
	L, C, P := c.entry.hash, c.entry.chash, uint32(c.entry.part)
	if c.entry == &verbEntry {
		L = w.low
	}
	T := uint32(w.tag)
	v := a.voiceOf(u, lo)
	vh := b2u(v.passive) | b2u(v.infinite)<<1 | b2u(v.modal)<<2 | b2u(v.negated)<<3
	lw := func(k int) uint32 { return a.lowAt(u+k, lo, hi) }
	tg := func(k int) uint32 { return a.tagAt(u+k, lo, hi) }
	before, after := a.quoteForm(u-1, lo-1, hi), a.quoteForm(u+1, lo, hi+1)
	if before == 0 {
		before = a.nearestQuote(u, -1) << 8
	}
	if after == 0 {
		after = a.nearestQuote(u, 1) << 8
	}
	q := feat(99, before, after)
	out = append(out,
		feat(100, P, 0), feat(101, L, P), feat(102, w.low, T), feat(103, C, P), feat(104, C, T),
		feat(105, lw(1), 0), feat(106, lw(-1), 0), feat(107, tg(1), P), feat(108, tg(-1), P),
		feat(109, tg(1), tg(2)), feat(110, tg(-1), tg(-2)), feat(111, tg(-1), tg(1)),
		feat(112, L, tg(1)), feat(113, L, tg(-1)), feat(114, L, lw(1)), feat(115, L, lw(-1)),
		feat(116, C, lw(1)), feat(117, C, tg(1)<<8|tg(2)), feat(118, C, lw(-1)), feat(119, C, tg(-1)),
		feat(120, L, vh), feat(121, C, vh), feat(122, T, vh),
		feat(123, v.subject, uint32(v.subjectAt)), feat(124, C, v.subject), feat(125, L, v.subject),
		feat(126, before, P), feat(127, after, P), feat(128, q, C), feat(129, L, q),
		feat(130, lw(2), 0), feat(131, lw(-2), 0), feat(132, lw(1), lw(2)), feat(133, lw(-2), lw(-1)),
		feat(134, bucket(hi-u-1), C), feat(135, bucket(u-lo), C), feat(136, bucket(hi-u-1), bucket(u-lo)),
		feat(137, hashString(string(s.kind)), P), feat(138, tg(1)<<8|tg(2), tg(3)), feat(139, C, tg(2)<<8|tg(3)),
		feat(143, a.clusterAt(u, lo, hi), P), feat(144, a.clusterAt(u+1, lo, hi), C), feat(145, a.clusterAt(u-1, lo, hi), C),
		feat(146, uint32(w.fine), T), feat(147, uint32(w.fine), v.subject),
		feat(140, lw(3), C), feat(141, lw(-3), C), feat(142, L, lw(2)),
	)
	return a.clauseFeatures(c, lo, hi, out)
}

// clauseFeatures appends those of what follows the candidate: a clause, an
// infinitive or neither.
func (a *analysis) clauseFeatures(c candidate, lo, hi int, out []uint32) []uint32 {
	u := c.unit
	finite, comma, that, to, cues := 0, 0, false, false, 0
	for k := u + 1; k < hi && k < u+30; k++ {
		if !a.plain(k) {
			continue
		}
		w := a.head(k)
		switch {
		case w.tag.finite():
			finite++
		case w.tag == tagComma:
			comma++
		case w.low == hashThat && finite == 0:
			that = true
		case w.tag == tagTO && finite == 0 && k+1 < hi && a.head(k+1).tag == tagVB:
			to = true
		}
		if w.entry != nil {
			cues++
		}
	}
	left := 0
	for k := u - 1; k >= lo && k > u-30; k-- {
		if a.tagged(k, finites) {
			left++
		}
	}
	h := uint32(min(finite, 2)) | b2u(that)<<2 | b2u(to)<<3 | uint32(min(comma, 1))<<4
	L, C := c.entry.hash, c.entry.chash
	return append(out, feat(150, h, C), feat(151, h, L), feat(152, uint32(min(left, 3)), C),
		feat(153, uint32(min(left, 2)), h), feat(154, uint32(min(cues, 3)), C))
}

// voiceReach is how many units before a verb its voice and subject are looked for.
const voiceReach = 8

// lookBetween fills a.frame.between for the units of the window.
func (a *analysis) lookBetween(f *frameContext) {
	n := f.w.hi - f.w.lo
	list := slices.Grow(a.frame.between[:0], n)[:n]
	a.frame.between = list
	var b between
	for u := f.c.unit - 1; u >= f.w.lo; u-- {
		list[u-f.w.lo] = b
		b.pass(a, u)
		b.stop = b.stop || u == f.w.first
	}
	b = between{}
	list[f.c.unit-f.w.lo] = b
	for u := f.c.unit + 1; u < f.w.hi; u++ {
		b.stop = b.stop || u == f.w.end
		list[u-f.w.lo] = b
		b.pass(a, u)
	}
}

// nextOf is what comes first from unit u on: 1 a finite verb, as in a clause, 2 a
// mark after u, 0 neither.
func (a *analysis) nextOf(u, hi int) uint32 {
	for k := u; k < hi && k < u+8 && a.plain(k); k++ {
		switch t := a.head(k).tag; {
		case t.finite():
			return 1
		case t.punct() && k > u:
			return 2
		}
	}
	return 0
}
