package extract_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/internal/lab/golden"
)

// FuzzExtract: any bytes give a valid document, the same each time, that
// survives JSON.
func FuzzExtract(f *testing.F) {
	for _, c := range hard {
		if len(c.text) < 4096 {
			f.Add(c.text, int64(1443052800))
		}
	}
	f.Add(article(f), int64(0))
	files, err := filepath.Glob("../testdata/golden/*.txtar")
	require.NoError(f, err)
	for _, file := range files {
		b, err := os.ReadFile(file)
		require.NoError(f, err)
		a := golden.ParseFile(string(b))
		text, _ := a.Get("input")
		f.Add(text, int64(1548979200))
	}
	x := newExtractor(f, extract.WithSyntax())
	f.Fuzz(func(t *testing.T, text string, unix int64) {
		read := func() []byte {
			d, err := x.Extract(context.Background(), text, extract.Published(time.Unix(unix, 0).UTC()))
			require.NoError(t, err)
			require.NoError(t, d.Validate())
			b, err := json.Marshal(d)
			require.NoError(t, err)
			return b
		}
		first := read()
		require.Equal(t, string(first), string(read()))
		var back whosaid.Document
		require.NoError(t, json.Unmarshal(first, &back))
		require.Equal(t, text, back.Text)
		require.NoError(t, back.Validate())
	})
}
