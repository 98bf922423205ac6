package prosetag_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/tag/prosetag"
)

func TestOpenRejectsDamage(t *testing.T) {
	t.Parallel()
	good, err := prosetag.Encode([]prosetag.Feature{
		{Name: "bias", Weights: []prosetag.Weight{{Tag: "NN", Thousandths: 5}}},
		{Name: "i-1 tag+i word DT dog", Weights: []prosetag.Weight{{Tag: "NN", Thousandths: 900}, {Tag: "VB", Thousandths: -900}}},
	}, map[string]string{"the": "DT"})
	require.NoError(t, err)
	_, err = prosetag.Open(good)
	require.NoError(t, err)
	for i := range good {
		bad := append([]byte(nil), good...)
		bad[i] ^= 0x40
		_, err := prosetag.Open(bad)
		require.ErrorIs(t, err, modelfile.ErrDamaged, "byte %d", i)
	}
	for _, n := range []int{0, 7, 27, 28, len(good) - 1} {
		_, err := prosetag.Open(good[:n])
		require.ErrorIs(t, err, modelfile.ErrDamaged, "%d bytes", n)
	}
	_, err = prosetag.Encode([]prosetag.Feature{{Name: "no such feature"}}, nil)
	require.Error(t, err)
}

func TestTagDoesNotAllocate(t *testing.T) {
	tagger, err := prosetag.New()
	require.NoError(t, err)
	b, err := os.ReadFile("../../../testdata/article.txt")
	require.NoError(t, err)
	d := &whosaid.Document{Text: string(b)}
	d.Tokens, d.Sentences = segment.Split(d.Text)
	require.Zero(t, testing.AllocsPerRun(10, func() { tagger.Tag(d) }))
}

func BenchmarkTag(b *testing.B) {
	tagger, err := prosetag.New()
	require.NoError(b, err)
	article, err := os.ReadFile("../../../testdata/article.txt")
	require.NoError(b, err)
	d := &whosaid.Document{Text: strings.Repeat(string(article)+"\n\n", 20)}
	d.Tokens, d.Sentences = segment.Split(d.Text)
	b.Run("articles-20", func(b *testing.B) {
		b.SetBytes(int64(len(d.Text)))
		b.ReportAllocs()
		for b.Loop() {
			tagger.Tag(d)
		}
	})
}
