package eval

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// TestMistakes: there is one for each unit that the measures lack.
func TestMistakes(t *testing.T) {
	t.Parallel()
	n := map[string]int{}
	var all []Mistake
	r := scoreFiles(t, "testdata/gold.jsonl", "testdata/pred.jsonl", Options{Mistakes: func(m Mistake) {
		n[m.Layer+" "+m.Kind]++
		all = append(all, m)
		require.True(t, utf8.ValidString(m.Context))
	}})
	names := tally{}
	for _, f := range []PRF{r.Names.Person, r.Names.Org, r.Names.Place, r.Names.Fac, r.Names.Norp, r.Names.Date} {
		names.add(tally{f.TP, f.Gold, f.Pred})
	}
	require.Equal(t, map[string]int{
		"names miss": names.gold - names.tp, "names spurious": names.pred - names.tp,
		"dates miss": r.Dates.Relaxed.Gold - r.Dates.Relaxed.TP, "dates spurious": r.Dates.Relaxed.Pred - r.Dates.Relaxed.TP,
		"dates extent": r.Dates.Relaxed.TP - r.Dates.Strict.TP, "dates type": 1, "dates value": 2,
		"quotes miss": r.Quotes.Relaxed.Gold - r.Quotes.Relaxed.TP, "quotes spurious": r.Quotes.Relaxed.Pred - r.Quotes.Relaxed.TP,
		"quotes speaker": r.Quotes.Relaxed.TP - r.Quotes.EndToEnd.TP,
		"sentences miss": r.Sentences.Boundary.Gold - r.Sentences.Boundary.TP, "sentences spurious": r.Sentences.Boundary.Pred - r.Sentences.Boundary.TP,
		"claims miss": r.Claims.Span.Gold - r.Claims.Span.TP, "claims spurious": r.Claims.Span.Pred - r.Claims.Span.TP,
		"claims claimant": r.Claims.Span.TP - r.Claims.EndToEnd.TP,
	}, n)
	require.Equal(t, Mistake{
		ID: "müller", Layer: "names", Kind: "miss", Gold: "Turin | PLACE",
		Context: "the firm “will not sell” its plant in Turin. “We like Turin,” said Dr. Müller. “It is home.” Analysts expect Orb",
	}, first(all, "Turin | PLACE"))
}

func first(all []Mistake, gold string) Mistake {
	for _, m := range all {
		if m.Gold == gold {
			return m
		}
	}
	return Mistake{}
}
