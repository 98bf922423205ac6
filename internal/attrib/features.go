package attrib

import "github.com/whosaid/whosaid/internal/linear"

func hashString(s string) uint32 { return linear.Hash(s) }

func hashBytes(s []byte) uint32 { return linear.Hash(string(s)) }

// feat makes the feature of template t with values a and b.
func feat(t, a, b uint32) uint32 {
	h := t*0x9E3779B1 ^ a
	h = (h ^ h>>15) * 0x85EBCA6B
	h ^= b * 0xC2B2AE35
	h = (h ^ h>>13) * 0x27D4EB2F
	return h ^ h>>16
}

// tagAt and lowAt are the tag and the word of unit u within [lo, hi), or numbers
// of their own beyond these edges and for quotations.
func (a *analysis) tagAt(u, lo, hi int) uint32 {
	switch {
	case u < lo:
		return 250
	case u >= hi:
		return 251
	case !a.plain(u):
		return 252
	}
	w := a.head(u)
	if w.ent != entNone && w.tag.noun() {
		return 200 + uint32(w.ent)
	}
	return uint32(w.tag)
}

func (a *analysis) lowAt(u, lo, hi int) uint32 {
	switch {
	case u < lo:
		return 1
	case u >= hi:
		return 2
	case !a.plain(u):
		return 3
	}
	return a.head(u).low
}

// clusterAt is the cluster of 256 of the word at unit u.
func (a *analysis) clusterAt(u, lo, hi int) uint32 {
	if u < lo || u >= hi || !a.plain(u) {
		return 0
	}
	return uint32(a.head(u).cluster)
}

func b2u(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// bucket and distance number lengths: small ones exactly, longer ones in steps.
func bucket(n int) uint32 { return steps(n, 4, [4]int{6, 9, 15, 30}) }

// quoteForm is a bucket of the length of the quotation at unit u with its form
// in the lowest three bits, plus one; 0 if there is none.
func (a *analysis) quoteForm(u, lo, hi int) uint32 {
	if u < max(lo, 0) || u >= min(hi, len(a.units)) || a.plain(u) {
		return 0
	}
	x := a.units[u]
	n := bucket(int(x.end-x.first) - 2)
	f := x.first + 1
	title := f < x.end && a.words[f].shape != shapeLower
	stop := x.end-2 > x.first && a.words[x.end-2].tag.in(commaOrStop)
	verb := false
	for k := x.first; k < x.end && k < x.first+40; k++ {
		verb = verb || a.words[k].tag.finite()
	}
	return 1 + (n<<3 | b2u(title) | b2u(stop)<<1 | b2u(verb)<<2)
}

// nearestQuote is one more than the bucket of the distance to the next quotation
// in a direction, 0 if none comes before a stop.
func (a *analysis) nearestQuote(u, step int) uint32 {
	for k, n := u+step, 1; k >= 0 && k < len(a.units) && n < 16; k, n = k+step, n+1 {
		if !a.plain(k) {
			return 1 + bucket(n)
		}
		if a.head(k).tag == tagStop {
			break
		}
	}
	return 0
}

// steps is n below exact, then one more for each limit that n reaches.
func steps(n, exact int, limits [4]int) uint32 {
	if n < exact {
		return uint32(n)
	}
	for i, l := range limits {
		if n < l {
			return uint32(exact + i)
		}
	}
	return uint32(exact + len(limits))
}

// addVoice adds what w says of the verb after it, and reports whether w can be in
// the verb group.
func (a *analysis) addVoice(w *word, v *voice) bool {
	switch {
	case w.tag == tagMD:
		v.modal = true
	case w.tag == tagTO:
		v.infinite = true
	case a.lex.has(w.low, cBe):
		v.passive = true
	case a.lex.has(w.low, cNegation):
		v.negated = true
	default:
		return w.tag == tagRB || w.tag.verb()
	}
	return true
}
