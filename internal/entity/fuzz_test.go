package entity

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/modelfile"
)

// FuzzResolve: names anywhere in any text give entities that Validate finds no
// fault with, the same each time. The second argument places the names: two
// bytes each, how many tokens to skip and of what kind the next is.
func FuzzResolve(f *testing.F) {
	f.Add("Mr. Lee, chairman of Orbit Labs, said he would go. The company agreed.", "\x01\x00\x03\x01")
	f.Add("Senators Ann Lee of Ohio, Bo Day of Utah and\r\nAl Ray (GMF) left “with her” — it’s said.", "\x00\x00\x01\x02\x00\x00\x03\x01")
	f.Add("\xff\xfe he she his \x00 the president's", "\x00\x03\x00\x02\x00\x01")
	f.Add(strings.Repeat("he ", 50), "\x01\x00")
	r, err := NewResolver()
	require.NoError(f, err)
	kinds := whosaid.EntityKind.Values("")
	f.Fuzz(func(t *testing.T, text, places string) {
		d := tagged(t, text)
		var names []Name
		at := 0
		for i := 0; i+1 < len(places) && at < len(d.Tokens); i += 2 {
			if at += int(places[i] % 8); at >= len(d.Tokens) {
				break
			}
			last := min(at+int(places[i+1]>>4)%3, len(d.Tokens)-1)
			names = append(names, Name{whosaid.Span{Start: d.Tokens[at].Start, End: d.Tokens[last].End}, kinds[int(places[i+1])%len(kinds)], float64(places[i]) / 255})
			at = last + 1
		}
		given := append([]Name(nil), names...)
		var err error
		d.Entities, d.Mentions, err = r.Resolve(context.Background(), d, names)
		require.NoError(t, err)
		require.NoError(t, d.Validate())
		require.Equal(t, given, names, "Resolve changed the names")
		es, ms, err := r.Resolve(context.Background(), d, names)
		require.NoError(t, err)
		require.Equal(t, d.Entities, es)
		require.Equal(t, d.Mentions, ms)
	})
}

func TestResolveNothing(t *testing.T) {
	t.Parallel()
	r, err := NewResolver()
	require.NoError(t, err)
	es, ms, err := r.Resolve(context.Background(), &whosaid.Document{}, nil)
	require.NoError(t, err)
	require.Empty(t, es)
	require.Empty(t, ms)
}

func TestDamagedWeights(t *testing.T) {
	t.Parallel()
	_, err := NewLinker([]byte("persons distance 0"))
	require.ErrorIs(t, err, modelfile.ErrDamaged)
}

// BenchmarkResolve reads invented news, names given.
func BenchmarkResolve(b *testing.B) {
	text := strings.Repeat("Mr. {p:Bo Day}, chairman of {o:Orbit Labs}, met Senator {p:Ann Lee} of {l:Ohio} on Monday. "+
		"“We will not sell it,” he said in his office, and she agreed that the company should keep its mills for ten more years. "+
		"The chairman left for {l:China} when the rain had stopped, because nobody else of the old board was willing to go there.\n\n", 200)
	r, err := NewResolver()
	require.NoError(b, err)
	d, names := marked(b, text)
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		_, _, err := r.Resolve(context.Background(), d, names)
		require.NoError(b, err)
	}
}
