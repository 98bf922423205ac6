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

func TestOpenNamesTheSection(t *testing.T) {
	t.Parallel()
	form := modelfile.Form{Kind: modelfile.Prose, Version: 1, Sections: []string{"tags", "words", "features", "counts", "weights"}}
	good := func() [][]byte {
		return [][]byte{[]byte("DT\nNN"), {7, 0, 0, 0, 1}, {1, 0, 0, 0, 2, 0, 0, 0}, {1, 2}, {5, 0, 128, 0, 9, 0, 128, 0, 9, 0, 128, 1}}
	}
	_, err := prosetag.Open(form.Write(good()...))
	require.NoError(t, err)
	for want, change := range map[string]func(s [][]byte){
		`section "tags": unknown tag "XX"`:                       func(s [][]byte) { s[0] = []byte("DT\nXX") },
		`section "words": word 0 has tag 2 of 2`:                 func(s [][]byte) { s[1][4] = 2 },
		`section "words": 6 bytes`:                               func(s [][]byte) { s[1] = append(s[1], 0) },
		`section "words": 2 words, of which 1 are different`:     func(s [][]byte) { s[1] = append(s[1], s[1]...) },
		`section "features": feature 1 is not above`:             func(s [][]byte) { s[2][4] = 1 },
		`section "counts": 1 bytes`:                              func(s [][]byte) { s[3] = s[3][:1] },
		`section "counts": feature 0 has 0 weights`:              func(s [][]byte) { s[3][0] = 0 },
		`section "counts": feature 1 has 3 weights, of 2 tags`:   func(s [][]byte) { s[3][1] = 3 },
		`section "counts": feature 1 has 2 weights, of 2 tags a`: func(s [][]byte) { s[4] = s[4][:8] },
		`section "weights": 13 bytes, but 12 belong`:             func(s [][]byte) { s[4] = append(s[4], 0) },
		`feature 1 has a weight for tag 2 of 2, after one for 0`: func(s [][]byte) { s[4][11] = 2 },
		`feature 1 has a weight for tag 0 of 2, after one for 0`: func(s [][]byte) { s[4][11] = 0 },
	} {
		s := good()
		change(s)
		_, err := prosetag.Open(form.Write(s...))
		require.ErrorIs(t, err, modelfile.ErrDamaged)
		require.ErrorContains(t, err, want)
	}
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
