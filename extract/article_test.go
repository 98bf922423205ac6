package extract_test

import (
	"context"
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/internal/lab/corpus"
	"github.com/whosaid/whosaid/internal/lab/eval"
	"github.com/whosaid/whosaid/internal/lab/outside"
)

// TestArticleMeasure holds what was promised for the reference article, by its
// annotation where that is there.
func TestArticleMeasure(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile(outside.Path(t, "article", "article.gold.json"))
	require.NoError(t, err)
	x := newExtractor(t)
	r, err := eval.ScoreDocument(context.Background(), x, b, eval.Options{})
	require.NoError(t, err)
	require.Equal(t, eval.PRF{P: 100, R: 100, F1: 100, TP: 28, Gold: 28, Pred: 28}, r.Sentences.Sentence)
	n, g := r.Names.Micro, r.Names.Norp
	require.GreaterOrEqual(t, 200*float64(n.TP+g.TP)/float64(n.Gold+g.Gold+n.Pred+g.Pred), 97.0, "people, organizations, places and groups")
	require.Equal(t, 9, r.Dates.StrictTypeValue.TP)
	require.Equal(t, 9, r.Dates.Relaxed.Pred)
	require.GreaterOrEqual(t, r.Roles.Full.TP, 9)
	require.Equal(t, 4, r.Quotes.ByType["direct"].EndToEnd.TP)
	require.GreaterOrEqual(t, r.Quotes.ByType["indirect"].EndToEnd.TP, 10)
	require.Equal(t, r.Quotes.CueAcc.N, r.Quotes.CueAcc.OK, "each with the right cue")
	require.Equal(t, r.Quotes.SpeakerName.N, r.Quotes.SpeakerName.OK, "each with the right speaker")
	require.LessOrEqual(t, r.Quotes.Relaxed.Pred-r.Quotes.Relaxed.TP, 2, "spurious ones")
	clusters(t, x, b)
}

// clusters checks that each name that is found belongs to the entity of that
// name.
func clusters(t *testing.T, x *extract.Extractor, b []byte) {
	var g corpus.Doc
	require.NoError(t, json.Unmarshal(b, &g))
	d, err := x.Extract(context.Background(), g.Text, extract.Published(g.Published()))
	require.NoError(t, err)
	names := map[[2]int]string{}
	for _, m := range d.Mentions {
		names[[2]int{m.Start, m.End}] = d.Entity(m.Entity).Name
	}
	for _, e := range g.Entities {
		if got, ok := names[[2]int{e.Start, e.End}]; ok && !e.Optional {
			require.Equal(t, e.Name, got, g.Text[e.Start:e.End])
		}
	}
}
