package claim_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid/internal/claim"
)

func BenchmarkFind(b *testing.B) {
	text := article(b)
	for _, c := range []struct{ name, text string }{
		{"article", text},
		{"articles-50", strings.Repeat(text+"\n\n", 50)},
	} {
		b.Run(c.name, func(b *testing.B) {
			d := read(b, c.text)
			f, err := claim.New()
			require.NoError(b, err)
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				_, err := f.Find(context.Background(), d)
				require.NoError(b, err)
			}
		})
	}
}
