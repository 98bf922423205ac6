package extract_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid/extract"
)

// Where long texts are cut into parts, no quote and no claim is lost: twenty
// times as many paragraphs hold twenty times as many.
func TestLongTextsLoseNothing(t *testing.T) {
	t.Parallel()
	const paragraphs = "“We will not sell the old mill,” said Ann Lee, who leads the council of Salford.\n\n" +
		"The mill employed 400 people in 2012. Prices, she added, had risen by a third.\n\n" +
		"It rained in Salford on Tuesday. The river rose by two metres and the bridge was closed.\n\n" +
		"“They came at night.\n\n“Nobody saw them,” the mayor of Leeds told the BBC.\n\n"
	x := newExtractor(t, extract.WithSyntax())
	count := func(times int) (quotes, claims, rain int) {
		d, err := x.Extract(context.Background(), strings.Repeat(paragraphs, times), extract.Published(day))
		require.NoError(t, err)
		require.NoError(t, d.Validate())
		groups := map[int]bool{}
		for i := range d.Claims {
			if strings.HasPrefix(d.Words(d.Claims[i].Spans...), "It rained") {
				groups[d.Claims[i].Group] = true
			}
		}
		return len(d.Quotes), len(d.Claims), len(groups)
	}
	quotes, claims, rain := count(20)
	require.GreaterOrEqual(t, quotes, 20*3)
	require.GreaterOrEqual(t, claims, 20*5)
	manyQuotes, manyClaims, manyRain := count(20 * 40)
	require.Equal(t, 40*quotes, manyQuotes)
	require.Equal(t, 40*claims, manyClaims)
	require.Equal(t, []int{1, 1}, []int{rain, manyRain}, "what is said again is one claim, in other parts too")
}
