package eval

import (
	"context"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/internal/corpus"
)

// TestDocumentsAreValid reads data sets, where they are there: news as it
// comes, speeches, mails, court records.
func TestDocumentsAreValid(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("reads 2 MB")
	}
	x := newExtractor(t)
	for _, name := range []string{"raw/wikinews.jsonl", "pos/masc.jsonl"} {
		f, err := os.Open("../../../shared/data/train/" + name)
		if err != nil {
			t.Skip("needs ../shared")
		}
		defer f.Close()
		read := 0
		require.NoError(t, corpus.Each(f, func(g *corpus.Doc) error {
			if read += len(g.Text); read > 1<<20 {
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
