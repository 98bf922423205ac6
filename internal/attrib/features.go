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

// tagAt and lowAt read the unit u within [lo, hi), and give marks of the edge
// outside.
func (a *analysis) tagAt(u, lo, hi int) uint32 {
	switch {
	case u < lo:
		return 250
	case u >= hi:
		return 251
	case a.units[u].quote >= 0:
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
	case a.units[u].quote >= 0:
		return 3
	}
	return a.head(u).low
}

// clusterAt is the cluster of 256 of the word at unit u.
func (a *analysis) clusterAt(u, lo, hi int) uint32 {
	if u < lo || u >= hi || a.units[u].quote >= 0 {
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

func bucket(n int) uint32 {
	switch {
	case n < 4:
		return uint32(n)
	case n < 6:
		return 4
	case n < 9:
		return 5
	case n < 15:
		return 6
	case n < 30:
		return 7
	}
	return 8
}

// quoteForm returns what stands at unit u if it is a quotation: a bucket of
// its length and its form, else 0.
func (a *analysis) quoteForm(u, lo, hi int) uint32 {
	if u < max(lo, 0) || u >= min(hi, len(a.units)) || a.units[u].quote < 0 {
		return 0
	}
	x := a.units[u]
	n := bucket(int(x.end-x.first) - 2)
	f := x.first + 1
	title := f < x.end && a.words[f].shape != shapeLower
	stop := false
	if x.end-2 > x.first {
		t := a.words[x.end-2].tag
		stop = t == tagStop || t == tagComma
	}
	verb := false
	for k := x.first; k < x.end && k < x.first+40; k++ {
		verb = verb || a.words[k].tag.finite()
	}
	return 1 + (n<<3 | b2u(title) | b2u(stop)<<1 | b2u(verb)<<2)
}

// nearestQuote tells how far the next quotation in a direction is: 0 none in
// the sequence or just beyond its edge.
func (a *analysis) nearestQuote(u, step int) uint32 {
	for k, n := u+step, 1; k >= 0 && k < len(a.units) && n < 16; k, n = k+step, n+1 {
		if a.units[k].quote >= 0 {
			return 1 + bucket(n)
		}
		if a.words[a.units[k].first].tag == tagStop {
			break
		}
	}
	return 0
}
