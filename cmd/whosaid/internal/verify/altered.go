package verify

import (
	"slices"
	"strconv"
	"strings"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/align"
)

// altered judges a quotation by the place that comes nearest to it, if any is
// near; or by the several places that it was put together from.
func (c *checker) altered(it item, list []piece) (Finding, bool) {
	f := Finding{Verdict: Altered}
	var reasons []string
	for _, p := range list {
		near, ok := c.nearest(it, p)
		if !ok {
			return c.spliced(it, list)
		}
		source := c.stretchOf(near.from).source
		at := c.span(near.from, near.to)
		f.Places = append(f.Places, c.place(source, at))
		f.Diff = append(f.Diff, c.edits(p, near, source)...)
		reasons = append(reasons, c.turned(p, near)...)
		s := c.sources[source]
		q := quoteAt(s.Document, at)
		if it.quote != nil && c.who.compare(party{0, c.answer, it.quote}, party{source + 1, s.Document, q}) == other {
			reasons = append(reasons, c.speakerReason(it, s, q))
		}
	}
	if len(f.Places) == 0 {
		return f, false
	}
	if len(list) > 1 && len(f.Diff) == len(list) && !slices.ContainsFunc(f.Diff, func(e Edit) bool { return e.Op != align.Same }) {
		reasons = append(reasons, "the parts stand in another order, or too far from each other")
	}
	f.Reason = strings.Join(reasons, "; ")
	return f, true
}

// A fit is the place that comes nearest to a piece, with what differs.
type fit struct {
	from, to int
	runs     []align.Run
	base     int // of the runs' second list
}

// nearest finds the place that differs least from the words, if it has enough of
// them: three in five, or half if the same speaker says them there.
func (c *checker) nearest(it item, p piece) (fit, bool) {
	words := p.ids
	if exact := c.exact(words); len(exact) > 0 {
		return fit{exact[0], exact[0] + len(words), []align.Run{{Op: align.Same, A1: len(words), B1: len(words)}}, exact[0]}, true
	}
	best, least, found := fit{}, 0, false
	for _, at := range c.windows(words) {
		slack := len(words) + 8
		c.stretches(at-slack, at+len(words)+slack, func(from, to int) {
			runs, b0, b1 := align.Fit(words, c.words[from:to])
			cost, share := c.share(p.words, runs)
			near := fit{from + b0, from + b1, runs, from}
			if share >= threeFifths || share >= half && c.saysIt(it, near) {
				if !found || cost < least {
					best, least, found = near, cost, true
				}
			}
		})
	}
	return c.widened(best, len(words)), found
}

// widened is a fit with the words of the source in whose place the first or the last
// words of a quotation of n words stand, where these differ: as many, and one more
// where that is the last one of the sentence or quotation ("we have" for "we've").
func (c *checker) widened(f fit, n int) fit {
	if len(f.runs) == 0 {
		return f
	}
	if r := f.runs[len(f.runs)-1]; r.Op == align.Gone {
		to := f.to + c.stretch(f.to-1, 1, r.A1-r.A0)
		if to > f.to {
			f.runs = append(f.runs, align.Run{Op: align.New, A0: n, A1: n, B0: f.to - f.base, B1: to - f.base})
			f.to = to
		}
	}
	if r := f.runs[0]; r.Op == align.Gone {
		from := f.from - c.stretch(f.from, -1, r.A1)
		if from < f.from {
			f.runs = slices.Insert(f.runs, 0, align.Run{Op: align.New, B0: from - f.base, B1: f.from - f.base})
			f.from = from
		}
	}
	return f
}

// stretch is how many words behind one, or before it if step is -1, are together
// with it: at most n, and one more if that is the last.
func (c *checker) stretch(word, step, n int) int {
	i := 0
	for i <= n+1 && c.together(word, word+step*(i+1)) {
		i++
	}
	if i > n+1 {
		return n
	}
	return i
}

// together reports whether two words of the sources stand in the same sentence, quote
// and quotation.
func (c *checker) together(v, w int) bool {
	if w < 0 || w >= len(c.words) || c.words[w] == barrier {
		return false
	}
	s := c.sources[c.stretchOf(v).source]
	d, a, b := s.Document, c.span(v, v+1), c.span(w, w+1)
	between := c.span(min(v, w), max(v, w)+1)
	return s.piece(between) == between && s.quoted(a) == s.quoted(b) && quoteAt(d, a) == quoteAt(d, b) &&
		d.SentenceAt(a.Start) == d.SentenceAt(b.Start)
}

// The least share of the words that a place must have, in percent.
const (
	threeFifths = 60
	half        = 50
)

// saysIt reports whether the speaker of an item says what stands at a place.
func (c *checker) saysIt(it item, n fit) bool {
	if it.quote == nil || n.to <= n.from {
		return false
	}
	source := c.stretchOf(n.from).source
	s := c.sources[source]
	q := quoteAt(s.Document, s.piece(c.span(n.from, n.to)))
	return q != nil && c.who.compare(party{0, c.answer, it.quote}, party{source + 1, s.Document, q}) == same
}

// share is how many of the words a place has, in percent, and how much differs. It
// is 0 if they are not half of those that carry meaning, or too much stands between
// them.
func (c *checker) share(words []token, runs []align.Run) (cost, share int) {
	kept, meant, put := 0, 0, 0
	for _, r := range runs {
		switch r.Op {
		case align.Same:
			kept += r.A1 - r.A0
			meant += c.meaning(words[r.A0:r.A1])
		case align.New:
			put += r.B1 - r.B0
		}
	}
	cost = len(words) - kept + put
	if kept < 2 || meant == 0 || 2*meant < c.meaning(words) || 2*put > len(words)+4 {
		return cost, 0
	}
	return cost, 100 * kept / len(words)
}

// meaning is how many of the words carry meaning.
func (c *checker) meaning(words []token) (n int) {
	for _, w := range words {
		if c.lex.classes[w.form]&wFunction == 0 {
			n++
		}
	}
	return n
}

// edits are what leads from the source to a piece of the answer.
func (c *checker) edits(p piece, n fit, source int) []Edit {
	var out []Edit
	text := c.sources[source].Document.Text
	for _, r := range n.runs {
		switch r.Op {
		case align.New: // in the source alone
			s := c.span(n.base+r.B0, n.base+r.B1)
			out = append(out, Edit{align.Gone, flat(text[s.Start:s.End])})
			if k := len(out) - 2; k >= 0 && out[k].Op == align.New { // what was there comes first
				out[k], out[k+1] = out[k+1], out[k]
			}
		case align.Gone:
			out = append(out, Edit{align.New, flat(c.answer.Text[p.words[r.A0].start:p.words[r.A1-1].end])})
		default:
			out = append(out, Edit{align.Same, flat(c.answer.Text[p.words[r.A0].start:p.words[r.A1-1].end])})
		}
	}
	return out
}

// turned says where a difference makes a statement its opposite.
func (c *checker) turned(p piece, n fit) (out []string) {
	var ours, theirs []string
	for _, r := range n.runs {
		switch r.Op {
		case align.Gone:
			for _, t := range p.words[r.A0:r.A1] {
				ours = append(ours, t.form)
			}
		case align.New:
			for _, w := range c.words[n.base+r.B0 : n.base+r.B1] {
				theirs = append(theirs, c.forms[w])
			}
		}
	}
	if slices.ContainsFunc(ours, c.lex.negates) != slices.ContainsFunc(theirs, c.lex.negates) {
		out = append(out, "one of them is negated")
	}
	for _, a := range ours[:min(len(ours), maxOpposed)] {
		for _, b := range theirs[:min(len(theirs), maxOpposed)] {
			if c.lex.opposite(a, b) {
				out = append(out, strconv.Quote(a)+" is the opposite of "+strconv.Quote(b))
			}
		}
	}
	return out
}

// maxOpposed bounds the words of a difference that are compared for opposites.
const maxOpposed = 16

// spliced judges a quotation that was put together from words of several places.
func (c *checker) spliced(it item, list []piece) (Finding, bool) {
	f := Finding{Verdict: Altered}
	covered, all := 0, 0
	for _, p := range list {
		all += len(p.ids)
		for i := 0; i < len(p.ids); {
			at, n := c.longest(p.ids[i:])
			if n < minSpliced {
				i++
				continue
			}
			f.Places = append(f.Places, c.place(c.stretchOf(at).source, c.span(at, at+n)))
			covered += n
			i += n
		}
	}
	if len(f.Places) < 2 || len(f.Places) > maxSpliced || 5*covered < 4*all {
		return f, false
	}
	f.Reason = "put together from " + strconv.Itoa(len(f.Places)) + " places"
	return f, true
}

// The shortest part of a spliced quotation, in words, and the most parts.
const (
	minSpliced = 4
	maxSpliced = 8
)

// longest finds the most words, from the first on, that the sources have in a
// row.
func (c *checker) longest(words []int32) (at, n int) {
	if len(words) < minSpliced {
		return 0, 0
	}
	for _, p := range c.exact(words[:minSpliced]) {
		k := minSpliced
		for k < len(words) && p+k < len(c.words) && words[k] == c.words[p+k] {
			k++
		}
		if k > n {
			at, n = p, k
		}
	}
	return at, n
}
