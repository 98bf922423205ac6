package eval

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/whosaid/whosaid/internal/lab/corpus"
)

// readGold reads one annotated text and checks its offsets. A layer that is
// nil was not annotated: what the library finds there is neither right nor
// wrong.
func readGold(line []byte) (*corpus.Doc, error) {
	g := &corpus.Doc{}
	if err := json.Unmarshal(line, g); err != nil {
		return nil, err
	}
	if g.ID == "" {
		return nil, errors.New("no id")
	}
	return g, checkGold(g)
}

// checkGold reports the first offset that does not lie in the text.
func checkGold(g *corpus.Doc) error {
	var err error
	in := func(what string, s ...int) {
		if len(s) == 0 || err != nil {
			return
		}
		if len(s) != 2 || s[0] < 0 || s[0] > s[1] || s[1] > len(g.Text) {
			err = fmt.Errorf("%s: %s %v does not lie in the text of %d bytes", g.ID, what, s, len(g.Text))
		}
	}
	in("eval_span", g.EvalSpan...)
	for _, s := range g.Sentences {
		in("sentence", s[:]...)
	}
	for _, e := range g.Entities {
		in("entity", e.Start, e.End)
	}
	for _, m := range g.Mentions {
		in("mention", m.Start, m.End)
	}
	for _, chain := range g.Coref {
		for _, s := range chain {
			in("coref", s[:]...)
		}
	}
	if g.Gap != nil {
		in("pronoun", g.Gap.Pronoun[:]...)
	}
	for _, t := range g.Timexes {
		in("timex", t.Start, t.End)
	}
	for _, q := range g.Quotes {
		in("quote", q.Start, q.End)
		in("cue", q.Cue...)
		in("speaker", q.Speaker...)
	}
	for _, c := range g.Claims {
		for _, s := range c.Spans {
			in("claim", s[:]...)
		}
	}
	for _, r := range g.Roles {
		in("role", r.Role[:]...)
	}
	return err
}
