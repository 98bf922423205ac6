package claim_test

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid/extract"
)

// FuzzFind reads any bytes: the claims keep what is promised of them, and the
// same bytes give the same claims.
func FuzzFind(f *testing.F) {
	for _, g := range golden {
		f.Add(g.text)
	}
	f.Add("“A and b and “c said d and e; f” or (g, and h” was.")
	f.Add("The mine produced 500 Xobnes of copper,According to xcers.`b'\x83")
	f.Add("K A was reporteD to 00 0")
	f.Add("\xff said \xfe and was.\x00 He \"is? and")
	x, err := extract.New()
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, text string) {
		d, err := x.Extract(context.Background(), text)
		require.NoError(t, err)
		checkClaims(t, d)
		first, err := json.Marshal(d.Claims)
		require.NoError(t, err)
		again, err := x.Extract(context.Background(), text)
		require.NoError(t, err)
		second, err := json.Marshal(again.Claims)
		require.NoError(t, err)
		require.Equal(t, string(first), string(second))
	})
}
