package segment

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// cut lists the sentences of text.
func cut(text string) []string {
	_, sents := Split(text)
	out := make([]string, len(sents))
	for i, s := range sents {
		out[i] = text[s.Start:s.End]
	}
	return out
}

func TestSentences(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"stops", "The mayor left. Did she? Yes! Nobody saw.", []string{"The mayor left.", "Did she?", "Yes!", "Nobody saw."}},
		{"country before a name", "He leads the U.S. Senate. She left the U.S. The vote failed.",
			[]string{"He leads the U.S. Senate.", "She left the U.S.", "The vote failed."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, c.want, cut(c.text))
		})
	}
}
