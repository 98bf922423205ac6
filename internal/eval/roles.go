package eval

import (
	"context"
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/internal/corpus"
)

// A RoleScore is how well the roles of people are found: Relaxed with half of
// the words in common and the right person, Exact with the words exact, Full
// also with the right organization, or rightly none.
type RoleScore struct {
	Docs    int `json:"docs"`
	Gold    int `json:"gold"`
	Pred    int `json:"pred"`
	Relaxed F   `json:"relaxed"`
	Exact   F   `json:"exact"`
	Full    F   `json:"full"`
}

// An F is precision, recall and their harmonic mean, with the count of what is
// right.
type F struct {
	P  float64 `json:"p"`
	R  float64 `json:"r"`
	F1 float64 `json:"f1"`
	OK int     `json:"ok"`
}

// Roles scores, from raw text, the roles in docs.
func Roles(ctx context.Context, x *extract.Extractor, docs []corpus.Doc) (RoleScore, error) {
	s := RoleScore{Docs: len(docs)}
	for i := range docs {
		d, err := x.Extract(ctx, docs[i].Text, extract.Published(docs[i].Published()))
		if err != nil {
			return s, err
		}
		s.add(docs[i].Roles, roleRecords(d))
	}
	for _, f := range []*F{&s.Relaxed, &s.Exact, &s.Full} {
		t := tally{f.OK, s.Gold, s.Pred}
		f.P, f.R, f.F1 = t.scores()
	}
	return s, nil
}

func (s *RoleScore) add(gold []corpus.Role, pred []RoleRecord) {
	s.Gold += len(gold)
	s.Pred += len(pred)
	used := make([]bool, len(pred))
	for _, g := range gold {
		j := slices.IndexFunc(pred, func(p RoleRecord) bool {
			return samePerson(p.Person, g.Person) && iou(span(p.Role), span(g.Role)) >= 0.5
		})
		if j < 0 || used[j] {
			continue
		}
		used[j] = true
		s.Relaxed.OK++
		if pred[j].Role != g.Role {
			continue
		}
		s.Exact.OK++
		org := ""
		if pred[j].Org != nil {
			org = *pred[j].Org
		}
		if sameName(org, g.Org) {
			s.Full.OK++
		}
	}
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
