package eval

import (
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
)

func TestClaimRecords(t *testing.T) {
	t.Parallel()
	d := &whosaid.Document{
		Text:     "Officials said Ann Lee left. It may rain.",
		Entities: []whosaid.Entity{{ID: 1, Kind: whosaid.EntityPerson, Name: "Ann Lee"}},
		Quotes:   []whosaid.Quote{{ID: 1, Source: whosaid.Span{Start: 0, End: 9}}, {ID: 2, Speaker: 1}},
		Claims: []whosaid.Claim{
			{Spans: []whosaid.Span{{Start: 15, End: 27}}, Claimant: whosaid.Claimant{Kind: whosaid.ClaimantUnnamed, Source: whosaid.Span{Start: 0, End: 9}}, Quote: 1, Type: whosaid.ClaimEvent, Negated: true},
			{Spans: []whosaid.Span{{Start: 29, End: 31}, {Start: 32, End: 40}}, Claimant: whosaid.Claimant{Kind: whosaid.ClaimantNarrator}, Hedge: whosaid.Span{Start: 32, End: 35}, Type: whosaid.ClaimPrediction},
			{Spans: []whosaid.Span{{Start: 15, End: 27}}, Claimant: whosaid.Claimant{Kind: whosaid.ClaimantEntity, Entity: 1}, Via: []whosaid.QuoteID{1, 2}, Type: whosaid.ClaimState},
			{Spans: []whosaid.Span{{Start: 15, End: 27}}, Claimant: whosaid.Claimant{Kind: whosaid.ClaimantEntity, Entity: 1}, Stance: whosaid.StanceDenies, Type: whosaid.ClaimEvent},
			{Spans: []whosaid.Span{{Start: 15, End: 27}}, Claimant: whosaid.Claimant{Kind: whosaid.ClaimantEntity, Entity: 1}, Stance: whosaid.StanceDenies, Type: whosaid.ClaimEvent, Negated: true},
		},
	}
	require.Equal(t, []ClaimRecord{
		{Spans: [][2]int{{15, 27}}, Claimant: "~Officials", Via: []string{}, Type: "event", Negated: true},
		{Spans: [][2]int{{29, 31}, {32, 40}}, Claimant: "narrator", Via: []string{}, Type: "prediction", Hedged: true},
		{Spans: [][2]int{{15, 27}}, Claimant: "Ann Lee", Via: []string{"~Officials", "Ann Lee"}, Type: "state"},
		{Spans: [][2]int{{15, 27}}, Claimant: "Ann Lee", Via: []string{}, Type: "event", Negated: true},
		{Spans: [][2]int{{15, 27}}, Claimant: "Ann Lee", Via: []string{}, Type: "event"},
	}, claimRecords(d))
}
