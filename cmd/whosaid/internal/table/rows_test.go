package table_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/table"
)

// TestWordsAndNames: words, speech and claimants are those of the library.
func TestWordsAndNames(t *testing.T) {
	t.Parallel()
	d := &whosaid.Document{
		Text:     "Ann and Bob think it\nrained, she said, in May.",
		Entities: []whosaid.Entity{{ID: 1, Name: "Ann"}, {ID: 2, Name: "Bob"}, {ID: 3, Description: "two guards"}},
		Quotes: []whosaid.Quote{
			{
				ID: 1, CueClass: whosaid.CueThink, Speaker: 1, Others: []whosaid.EntityID{2},
				Content: []whosaid.Span{{Start: 18, End: 27}, {Start: 39, End: 45}},
			},
			{ID: 2, CueClass: whosaid.CueSay, Speaker: 1, Content: []whosaid.Span{{Start: 18, End: 27}}},
			{ID: 3, Content: []whosaid.Span{{Start: 18, End: 20}}},
			{ID: 4, Speaker: 3, Others: []whosaid.EntityID{1, 3}, Content: []whosaid.Span{{Start: 18, End: 20}}},
		},
		Claims: []whosaid.Claim{{
			Spans: []whosaid.Span{{Start: 18, End: 27}}, Quote: 1, Claimant: whosaid.Claimant{Kind: whosaid.ClaimantEntity, Entity: 1},
		}},
	}
	rows := table.Of(1, &input.Article{}, d)
	var words []string
	var speech []bool
	quotes, entities, claims := slices.Collect(rows.Quotes()), slices.Collect(rows.Entities()), slices.Collect(rows.Claims())
	for _, q := range quotes {
		words, speech = append(words, q.Words), append(speech, q.Speech)
	}
	require.Equal(t, []string{"it rained … in May", "it rained", "it", "it"}, words)
	require.Equal(t, []bool{false, true, true, true}, speech)
	require.Equal(t, "Bob", quotes[0].Others)
	require.Equal(t, []string{"Ann", "", "", ""}, []string{quotes[0].Name, quotes[0].Described, quotes[2].Name, quotes[2].Described})
	require.Equal(t, []string{"", "two guards", "Ann; two guards"}, []string{quotes[3].Name, quotes[3].Described, quotes[3].Others})
	require.Equal(t, []string{"Bob", ""}, []string{entities[1].Name, entities[1].Description})
	require.Equal(t, []string{"", "two guards"}, []string{entities[2].Name, entities[2].Description})
	require.Equal(t, []int64{3, 1}, []int64{entities[0].Quotes, entities[1].Quotes})
	require.Equal(t, "Ann and Bob", claims[0].Name)
	require.Equal(t, "it rained", claims[0].Text)
}

// TestEachColumnIsDescribed in docs/formats.md, below the name of its table.
func TestEachColumnIsDescribed(t *testing.T) {
	t.Parallel()
	doc, err := os.ReadFile("../../../../docs/formats.md")
	require.NoError(t, err)
	for _, table := range table.Tables() {
		_, section, found := strings.Cut(string(doc), "\n**"+table.Name+"**")
		require.True(t, found, table.Name)
		section, _, _ = strings.Cut(section, "\n**")
		for _, c := range table.Columns {
			require.Contains(t, section, "`"+c.Name+"`", table.Name)
		}
	}
}
