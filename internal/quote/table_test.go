package quote_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
)

// eachRow extracts the text of each row "text | want" of a table, and has it checked.
func eachRow(t *testing.T, table string, check func(t *testing.T, d *whosaid.Document, want string)) {
	t.Helper()
	x, err := extract.New()
	require.NoError(t, err)
	for line := range strings.Lines(table) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		text, want, ok := strings.Cut(line, " | ")
		require.True(t, ok, line)
		t.Run(text, func(t *testing.T) {
			d, err := x.Extract(context.Background(), text)
			require.NoError(t, err)
			require.NoError(t, d.Validate())
			check(t, d, want)
		})
	}
}
