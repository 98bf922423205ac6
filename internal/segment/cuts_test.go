package segment

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// shownCuts writes the tokens of a text with "|" between them and " ¦ " where a
// sentence ends.
func shownCuts(text string) string {
	toks, sents := Split(text)
	var out []string
	for _, s := range sents {
		var words []string
		for _, t := range toks[s.FirstToken:s.EndToken] {
			words = append(words, text[t.Start:t.End])
		}
		out = append(out, strings.Join(words, "|"))
	}
	return strings.Join(out, " ¦ ")
}

// TestCuts: tokens and sentences of short texts with what is hard to cut.
func TestCuts(t *testing.T) {
	t.Parallel()
	for _, c := range cutCases {
		t.Run(c.text, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, c.want, shownCuts(c.text))
		})
	}
}
