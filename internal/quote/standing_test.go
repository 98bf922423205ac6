package quote_test

import (
	_ "embed"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
)

//go:embed testdata/standing.txt
var standing string

// TestStanding: how the source of each quote stands, and the words that say why.
func TestStanding(t *testing.T) {
	t.Parallel()
	eachRow(t, standing, func(t *testing.T, d *whosaid.Document, want string) {
		var got []string
		for i := range d.Quotes {
			q := &d.Quotes[i]
			s := string(q.SourceType)
			if !q.Justification.Empty() {
				s += ": " + d.Slice(q.Justification)
			}
			got = append(got, s)
		}
		require.Equal(t, want, strings.Join(got, "; "))
	})
}
