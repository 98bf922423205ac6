package eval

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/extract"
)

// Rules are the measures of golden rules of sentence splitting: a rule passes
// when the sentences of its text are those that it lists.
type Rules struct {
	Pass   int               `json:"pass"`
	Of     int               `json:"of"`
	Sets   map[string][2]int `json:"sets"` // passed, all
	Failed int               `json:"failed"`
}

// A rule is one golden rule.
type rule struct {
	Text      string   `json:"text"`
	Sentences []string `json:"sentences"`
	Set       *string  `json:"set"`
}

// ScoreRules runs x over a JSON list of golden rules.
func ScoreRules(ctx context.Context, x *extract.Extractor, b []byte) (*Report, error) {
	var rules []rule
	if err := json.Unmarshal(b, &rules); err != nil {
		return nil, err
	}
	out := &Rules{Of: len(rules), Sets: map[string][2]int{}}
	for _, r := range rules {
		d, err := x.Extract(ctx, r.Text)
		if err != nil {
			return nil, err
		}
		var got, want []string
		for _, s := range d.Sentences {
			got = append(got, strings.TrimSpace(d.Slice(s.Span)))
		}
		for _, s := range r.Sentences {
			want = append(want, strings.TrimSpace(s))
		}
		name := "golden"
		if r.Set != nil {
			name = *r.Set
		}
		n := out.Sets[name]
		n[1]++
		if slices.Equal(got, want) {
			n[0]++
			out.Pass++
		}
		out.Sets[name] = n
	}
	out.Failed = out.Of - out.Pass
	return &Report{Docs: len(rules), Rules: out}, nil
}
