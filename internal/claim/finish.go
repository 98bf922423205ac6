package claim

import (
	"cmp"
	"slices"

	"github.com/whosaid/whosaid"
)

// recent is how many earlier claims about an entity a claim is compared with. This
// keeps time linear, and a text that repeats itself does so soon.
const recent = 16

// sameShare is the percentage of the words of the shorter one that two claims must
// have in common to be the same.
const sameShare = 60

// A gist is the content of a claim, for comparison.
type gist struct {
	words   []uint32 // hashes of the stems of content words, ascending
	negated bool
	group   int
	claim   int // index of the claim
}

// finish puts the claims of the current part in order, numbers their groups and
// scores them.
func (r *reading) finish() {
	out := r.out[r.from:]
	slices.SortStableFunc(out, func(a, b whosaid.Claim) int {
		s, t := a.Spans[0], b.Spans[0]
		return cmp.Or(s.Start-t.Start, t.End-s.End)
	})
	for i := range out {
		r.group(r.from + i)
	}
	r.score(out)
	for i := range out {
		out[i].Sentence += r.parts.First
	}
}

// group gives claim i its group.
func (r *reading) group(i int) {
	c := &r.out[i]
	g := r.gist(c)
	g.claim = i
	for _, e := range c.Entities {
		if g.group == 0 {
			r.compare(&g, r.gists[e])
		}
	}
	if g.group == 0 {
		r.groups++
		g.group = r.groups
	}
	c.Group = g.group
	for _, e := range c.Entities {
		if len(r.gists[e]) == recent {
			r.gists[e] = append(r.gists[e][:0], r.gists[e][1:]...)
		}
		r.gists[e] = append(r.gists[e], g)
	}
}

// score fills the scores of claims: that of the boundaries times that of the quote.
func (r *reading) score(claims []whosaid.Claim) {
	for i := 0; i < len(claims); {
		end := i + 1
		for end < len(claims) && claims[end].Sentence == claims[i].Sentence {
			end++
		}
		for n := end - i; i < end; i++ {
			c := &claims[i]
			c.Score = r.f.score(r.d, c, n)
			if q := r.d.Quote(c.Quote); q != nil {
				c.Score *= q.Score
			}
		}
	}
}

// compare puts g in the group of the latest claim that says the same. A claim that
// somebody else repeats with a stance, or negates, gets a response.
func (r *reading) compare(g *gist, others []gist) {
	for i := len(others) - 1; i >= 0; i-- {
		o := &others[i]
		if !o.alike(g) {
			continue
		}
		c, before := &r.out[g.claim], &r.out[o.claim]
		stance := c.Stance
		switch {
		case g.negated == o.negated:
			g.group = o.group
		case c.Lemma != before.Lemma || 2*min(len(g.words), len(o.words)) < max(len(g.words), len(o.words)):
			continue
		default:
			stance = whosaid.StanceDisputes
		}
		if q := r.d.Quote(c.Quote); stance != "" && q != nil && !q.Cue.Empty() && c.Claimant.Entity != before.Claimant.Entity {
			answer(before, whosaid.Response{Stance: stance, Entity: c.Claimant.Entity, Source: c.Claimant.Source, Cue: q.Cue})
		}
		if g.group != 0 {
			return
		}
	}
}

// gist hashes the content words of a claim.
func (r *reading) gist(c *whosaid.Claim) gist {
	g := gist{negated: c.Negated}
	for _, s := range c.Spans {
		first, end := r.d.TokensIn(s)
		for t := first; t < end && len(g.words) < 64; t++ {
			switch r.words[t].pos {
			case pNoun, pName, pNum, pPast, pThirds, pPresent, pBase, pParticiple, pGerund:
				if r.words[t].class&(cBe|cHave) == 0 {
					g.words = append(g.words, stemHash(r.f.lemma(r.text(t))))
				}
			}
		}
	}
	slices.Sort(g.words)
	g.words = slices.Compact(g.words)
	return g
}

// stemHash hashes the first five letters of a dictionary form, so that
// "resigns" and "resignation" meet.
func stemHash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s) && i < 5; i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// alike reports whether two claims say the same or the opposite.
func (g *gist) alike(o *gist) bool {
	short := min(len(g.words), len(o.words))
	n := common(g.words, o.words)
	return n >= 3 && n*100 >= short*sameShare
}

// common counts what two ascending lists share.
func common(a, b []uint32) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			n++
			a, b = a[1:], b[1:]
		}
	}
	return n
}
