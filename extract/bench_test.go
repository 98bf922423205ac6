package extract_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
)

func BenchmarkExtract(b *testing.B) {
	x := newExtractor(b)
	text := article(b)
	for _, c := range []struct{ name, text string }{
		{"article", text},
		{"articles-100", strings.Repeat(text+"\n\n", 100)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				_, err := x.Extract(context.Background(), c.text, extract.Published(day))
				require.NoError(b, err)
			}
		})
	}
}

// BenchmarkNewMillionNames: a million names load in less than a second.
func BenchmarkNewMillionNames(b *testing.B) {
	list := manyNames(1_000_000)
	b.ReportAllocs()
	for b.Loop() {
		_, err := extract.New(extract.WithNames(whosaid.EntityPerson, list...))
		require.NoError(b, err)
	}
}

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_, err := extract.New()
		require.NoError(b, err)
	}
}
