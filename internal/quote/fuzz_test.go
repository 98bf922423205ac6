package quote_test

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/extract"
)

// FuzzAttribute reads any bytes: quotes keep what is promised of them, and the
// same bytes give the same quotes.
func FuzzAttribute(f *testing.F) {
	for _, c := range shapes {
		f.Add(c.text)
	}
	f.Add("“a ‘b “c said d” ’ said: \"e\n\n\"f, he said, 'g «h» said i.")
	f.Add(" By mothsaid AA\xfaa \xfa7. “Th7 my is ;ou\x00\x00\x80\x00 “")
	f.Add("He left. “&nbsp;“They are here,” he said.")
	f.Add("\xff\"said\xfe\" she\x00 said “")
	x, err := extract.New()
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, text string) {
		d, err := x.Extract(context.Background(), text)
		require.NoError(t, err)
		require.NoError(t, d.Validate())
		for i := range d.Quotes {
			q := &d.Quotes[i]
			require.NotEmpty(t, q.Content)
			require.True(t, q.Score > 0 && q.Score < 1, "score %v", q.Score)
			require.NotEmpty(t, q.Evidence.Rule)
			for _, c := range q.Content {
				require.False(t, c.Overlaps(q.Cue), "cue %q in content %q", d.Slice(q.Cue), d.Slice(c))
			}
		}
		first, err := json.Marshal(d.Quotes)
		require.NoError(t, err)
		again, err := x.Extract(context.Background(), text)
		require.NoError(t, err)
		second, err := json.Marshal(again.Quotes)
		require.NoError(t, err)
		require.Equal(t, string(first), string(second))
	})
}
