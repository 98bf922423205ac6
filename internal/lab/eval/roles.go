package eval

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/lab/corpus"
)

// A RoleScore is how well the roles of people are found: Relaxed with half of
// the words in common and the right person, Exact with the words exact, Full
// also with the right organization, or rightly none.
type RoleScore struct {
	Docs    int `json:"docs"`
	Relaxed PRF `json:"relaxed"`
	Exact   PRF `json:"exact"`
	Full    PRF `json:"full"`
}

// rolesScore adds up the measures of roles.
type rolesScore struct{ docs, gold, pred, relaxed, exact, full int }

func (s *rolesScore) add(g *corpus.Doc, r *Record) {
	s.docs++
	s.gold += len(g.Roles)
	s.pred += len(r.Roles)
	used := make([]bool, len(r.Roles))
	for _, g := range g.Roles {
		j := slices.IndexFunc(r.Roles, func(p RoleRecord) bool {
			return samePerson(p.Person, g.Person) && iou(span(p.Role), span(g.Role)) >= minIoU
		})
		if j < 0 || used[j] {
			continue
		}
		used[j] = true
		s.relaxed++
		if r.Roles[j].Role != g.Role {
			continue
		}
		s.exact++
		org := ""
		if r.Roles[j].Org != nil {
			org = *r.Roles[j].Org
		}
		s.full += one(sameName(org, g.Org))
	}
}

// result is nil where no role was annotated.
func (s *rolesScore) result() *RoleScore {
	if s.gold == 0 {
		return nil
	}
	prf := func(n int) PRF { return tally{n, s.gold, s.pred}.share(0) }
	return &RoleScore{Docs: s.docs, Relaxed: prf(s.relaxed), Exact: prf(s.exact), Full: prf(s.full)}
}

// iou is the share of bytes that two spans have in common.
func iou(a, b whosaid.Span) float64 {
	common := min(a.End, b.End) - max(a.Start, b.Start)
	if common <= 0 {
		return 0
	}
	return float64(common) / float64(max(a.End, b.End)-min(a.Start, b.Start))
}

// samePerson compares the last words of two names.
func samePerson(a, b string) bool {
	fa, fb := strings.Fields(a), strings.Fields(b)
	return len(fa) > 0 && len(fb) > 0 && sameName(fa[len(fa)-1], fb[len(fb)-1])
}

func sameName(a, b string) bool {
	return strings.EqualFold(strings.TrimPrefix(a, "the "), strings.TrimPrefix(b, "the "))
}
