package eval

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/internal/lab/corpus"
	"github.com/whosaid/whosaid/internal/lab/outside"
)

var validBytes = flag.Int("valid", 64<<10, "bytes of each data set that TestDocumentsAreValid reads; CI takes more")

// TestDocumentsAreValid reads data sets, where they are there: news as it
// comes, speeches, mails, court records.
func TestDocumentsAreValid(t *testing.T) {
	t.Parallel()
	x := newExtractor(t)
	for _, name := range []string{"raw/wikinews.jsonl", "pos/masc.jsonl"} {
		f, err := os.Open(outside.Path(t, "data", "train", filepath.FromSlash(name)))
		require.NoError(t, err)
		defer f.Close()
		read := 0
		require.NoError(t, corpus.Each(f, func(g *corpus.Doc) error {
			if read += len(g.Text); read > *validBytes {
				return nil
			}
			d, err := x.Extract(context.Background(), g.Text, extract.Published(g.Published()))
			if err != nil {
				return err
			}
			return d.Validate()
		}))
	}
}
