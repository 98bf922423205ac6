package claim_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/extract"
)

// minPairs is how many pairs there are at least, so that none gets lost.
const minPairs = 50

// TestKinds: what little tells apart has the types that testdata/kinds.txt gives it.
func TestKinds(t *testing.T) {
	t.Parallel()
	x, err := extract.New()
	require.NoError(t, err)
	b, err := os.ReadFile("testdata/kinds.txt")
	require.NoError(t, err)
	var pair []string
	pairs := 0
	for l := range strings.Lines(string(b)) {
		want, text, ok := strings.Cut(strings.TrimSpace(l), " | ")
		if !ok {
			continue
		}
		if pair = append(pair, want); len(pair) == 2 {
			require.NotEqual(t, pair[0], pair[1], text)
			pair = pair[:0]
			pairs++
		}
		d := readWith(t, x, text)
		if len(d.Claims) == 0 {
			t.Errorf("%s: no claim", text)
			continue
		}
		if got := string(d.Claims[0].Type); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	require.GreaterOrEqual(t, pairs, minPairs)
}
