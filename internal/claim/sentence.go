package claim

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
)

// A region is the tokens of one sentence that have one claimant.
type region struct {
	owner whosaid.QuoteID
	toks  []int
}

// sentence finds the claims of one sentence.
func (r *reading) sentence(i int) {
	r.claimsOf(i)
	r.responses(i)
}

func (r *reading) claimsOf(i int) {
	s := &r.d.Sentences[i]
	if !mayClaim(s) || r.isQuestion(s) || r.isForeign(s) {
		return
	}
	r.cutRegions(s)
	from := len(r.out)
	for _, narrator := range [2]bool{true, false} {
		for _, g := range r.regions {
			if (g.owner == 0) == narrator && !r.inside[g.owner] {
				r.region(i, g)
			}
		}
	}
	slices.SortStableFunc(r.out[from:], func(a, b whosaid.Claim) int {
		return a.Spans[len(a.Spans)-1].Start - b.Spans[len(b.Spans)-1].Start
	})
}

func (r *reading) isHeadline(sentence int) bool {
	return r.d.Sentences[sentence].Kind == whosaid.SentenceHeadline
}

// foreignTokens is how long a sentence must be for that.
const foreignTokens = 12

// isForeign reports whether a long sentence has no word of words.txt. An English one
// of that length has one at least.
func (r *reading) isForeign(s *whosaid.Sentence) bool {
	if s.Kind == whosaid.SentenceHeadline || s.EndToken-s.FirstToken < foreignTokens {
		return false
	}
	for t := s.FirstToken; t < s.EndToken; t++ {
		if r.has(t, ^(cDash | cMark)) {
			return false
		}
	}
	return true
}

// isQuestion reports whether a question mark closes the sentence.
func (r *reading) isQuestion(s *whosaid.Sentence) bool {
	for t := s.EndToken - 1; t >= s.FirstToken; t-- {
		if strings.HasPrefix(r.text(t), "?") {
			return true
		}
		if !r.words[t].pos.in(setOf(pStop, pQuote, pClose)) {
			return false
		}
	}
	return false
}

// cutRegions groups the tokens of s by their claimants.
func (r *reading) cutRegions(s *whosaid.Sentence) {
	r.regions = r.regions[:0]
	for t := s.FirstToken; t < s.EndToken; t++ {
		o := whosaid.QuoteID(r.words[t].owner)
		last := r.where[o]
		if last >= len(r.regions) || r.regions[last].owner != o {
			last = len(r.regions)
			r.where[o] = last
			if cap(r.regions) > last {
				r.regions = r.regions[:last+1]
				r.regions[last].owner, r.regions[last].toks = o, r.regions[last].toks[:0]
			} else {
				r.regions = append(r.regions, region{owner: o})
			}
		}
		r.regions[last].toks = append(r.regions[last].toks, t)
	}
}
