package quote_test

import (
	"context"
	_ "embed"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/extract"
)

//go:embed testdata/standing.txt
var standing string

// TestStanding: how the source of each quote stands, and the words that say why.
func TestStanding(t *testing.T) {
	t.Parallel()
	x, err := extract.New()
	require.NoError(t, err)
	for line := range strings.Lines(standing) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		sentence, want, ok := strings.Cut(line, " | ")
		require.True(t, ok, line)
		t.Run(sentence, func(t *testing.T) {
			d, err := x.Extract(context.Background(), sentence)
			require.NoError(t, err)
			require.NoError(t, d.Validate())
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
}
