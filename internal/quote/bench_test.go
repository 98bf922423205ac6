package quote_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/internal/quote"
)

func BenchmarkAttribute(b *testing.B) {
	article, err := os.ReadFile("../../testdata/article.txt")
	require.NoError(b, err)
	x, err := extract.New()
	require.NoError(b, err)
	for _, c := range []struct{ name, text string }{
		{"article", string(article)},
		{"articles-50", strings.Repeat(string(article)+"\n\n", 50)},
		{"marks", strings.Repeat("\" a ' b ", 20_000)},
		{"said", strings.Repeat("said ", 40_000)},
	} {
		b.Run(c.name, func(b *testing.B) {
			d, err := x.Extract(context.Background(), c.text)
			require.NoError(b, err)
			a, err := quote.New()
			require.NoError(b, err)
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				_, err := a.Attribute(context.Background(), d)
				require.NoError(b, err)
			}
		})
	}
}
