package eval

import (
	"github.com/whosaid/whosaid/internal/lab/corpus"
	"slices"
	"strings"
)

// Claims are the measures of claims, those of claims.py: a claim is found
// where the bytes of both overlap by half of what they cover together.
type Claims struct {
	Docs     int                   `json:"docs"`
	Span     PRF                   `json:"span"`
	EndToEnd PRF                   `json:"end_to_end"` // the claimant right too
	Claimant *float64              `json:"claimant"`
	Type     *float64              `json:"type"`
	Negated  *float64              `json:"negated"`
	Hedged   *float64              `json:"hedged"`
	Layer    map[string]ClaimLayer `json:"layer"` // narrator, attributed
}

// ClaimLayer is the recall of one layer of claims.
type ClaimLayer struct {
	Recall         *float64 `json:"recall"`
	EndToEndRecall *float64 `json:"end_to_end_recall"`
	Gold           int      `json:"gold"`
}

// minIoU is the least share of common bytes at which quotes and claims match.
const minIoU = 0.5

type claimsScore struct {
	report                          reporter
	docs                            int
	span                            tally
	claimant, kind, negated, hedged int
	layers                          [2]struct{ found, right, gold int } // narrator, attributed
}

func (s *claimsScore) add(g *corpus.Doc, r *Record) {
	s.docs++
	gold, pred := g.Claims, r.Claims
	s.span.add(tally{gold: len(gold), pred: len(pred)})
	ofGold, ofPred := matchClaims(gold, pred)
	for j, i := range ofPred {
		if i < 0 {
			s.mistake(g, "spurious", nil, &pred[j])
		}
	}
	for i := range gold {
		c := &gold[i]
		layer := &s.layers[one(claimantKey(c.Claimant) != "narrator")]
		layer.gold++
		if ofGold[i] < 0 {
			s.mistake(g, "miss", c, nil)
			continue
		}
		p := &pred[ofGold[i]]
		right := claimantKey(c.Claimant) == claimantKey(p.Claimant)
		if !right {
			s.mistake(g, "claimant", c, p)
		}
		s.span.tp++
		layer.found++
		layer.right += one(right)
		s.claimant += one(right)
		s.kind += one(c.Type == p.Type)
		s.negated += one(c.Negated == p.Negated)
		s.hedged += one(c.Hedged == p.Hedged)
	}
}

func (s *claimsScore) mistake(g *corpus.Doc, kind string, c *corpus.Claim, p *ClaimRecord) {
	var span [2]int
	var gold, pred string
	if p != nil {
		span = hull(cover(p.Spans))
		pred = described(g, span, p.Type, p.Claimant)
	}
	if c != nil {
		span = hull(cover(c.Spans))
		gold = described(g, span, c.Type, c.Claimant)
	}
	s.report.at(g, "claims", kind, span, gold, pred)
}

func matchClaims(gold []corpus.Claim, pred []ClaimRecord) (ofGold, ofPred []int) {
	covers := make([][][2]int, len(pred))
	hulls := make([][2]int, len(pred))
	for j := range pred {
		covers[j] = cover(pred[j].Spans)
		hulls[j] = hull(covers[j])
	}
	index := newSpans(hulls)
	var pairs []pairing
	for i := range gold {
		c := cover(gold[i].Spans)
		index.overlapping(hull(c), func(j, _ int) {
			common := inCommon(c, covers[j])
			iou := ratio(common, size(c)+size(covers[j])-common, 0)
			if iou >= minIoU {
				pairs = append(pairs, pairing{weight: iou, i: i, j: j})
			}
		})
	}
	return match(pairs, len(gold), len(pred))
}

// cover gives the bytes that spans cover, as disjoint spans in order.
func cover(list [][2]int) [][2]int {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b [2]int) int { return a[0] - b[0] })
	var out [][2]int
	for _, s := range list {
		if n := len(out); n > 0 && s[0] <= out[n-1][1] {
			out[n-1][1] = max(out[n-1][1], s[1])
		} else if s[0] < s[1] {
			out = append(out, s)
		}
	}
	return out
}

func hull(cover [][2]int) [2]int {
	if len(cover) == 0 {
		return [2]int{}
	}
	return [2]int{cover[0][0], cover[len(cover)-1][1]}
}

func size(cover [][2]int) int {
	n := 0
	for _, s := range cover {
		n += s[1] - s[0]
	}
	return n
}

// inCommon is the number of bytes in both covers.
func inCommon(a, b [][2]int) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		n += max(shared(a[0], b[0]), 0)
		if a[0][1] < b[0][1] {
			a = a[1:]
		} else {
			b = b[1:]
		}
	}
	return n
}

// claimantKey makes claimants comparable: the narrator, the last word of a
// name, or "~" for any description and for none.
func claimantKey(c string) string {
	switch {
	case c == "" || c[0] == '~':
		return "~"
	case c == "narrator":
		return "narrator"
	}
	w := strings.Fields(c)
	if len(w) == 0 {
		return ""
	}
	return strings.ToLower(w[len(w)-1])
}

func (s *claimsScore) result() *Claims {
	found := s.span.tp
	out := &Claims{
		Docs: s.docs, Span: s.span.share(0), EndToEnd: tally{s.claimant, s.span.gold, s.span.pred}.share(0),
		Claimant: share4(s.claimant, found), Type: share4(s.kind, found),
		Negated: share4(s.negated, found), Hedged: share4(s.hedged, found), Layer: map[string]ClaimLayer{},
	}
	for i, name := range []string{"narrator", "attributed"} {
		l := s.layers[i]
		out.Layer[name] = ClaimLayer{share4(l.found, l.gold), share4(l.right, l.gold), l.gold}
	}
	return out
}
