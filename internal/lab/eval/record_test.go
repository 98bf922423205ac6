package eval

import (
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
)

func TestQuoteRecordsTellSpeechFromThought(t *testing.T) {
	t.Parallel()
	d := &whosaid.Document{Text: "It rained."}
	for class, want := range map[whosaid.CueClass]bool{whosaid.CueSay: true, whosaid.CueShow: true, whosaid.CueThink: false, "": true} {
		q := whosaid.Quote{ID: 1, Form: whosaid.QuoteIndirect, CueClass: class, Content: []whosaid.Span{{Start: 0, End: 9}}}
		records := quoteRecords(d, &q)
		require.Len(t, records, 1)
		require.Equal(t, want, records[0].Speech, class)
	}
}

// TestRecordsTellWhoIsMeant: every mention with its form, every participant, and
// all who say a quote together.
func TestRecordsTellWhoIsMeant(t *testing.T) {
	t.Parallel()
	d := &whosaid.Document{
		Text: "Ann Lee and Bo Day said she won.",
		Entities: []whosaid.Entity{
			{ID: 1, Kind: whosaid.EntityPerson, Name: "Ann Lee", Mentions: []int{0, 2}},
			{ID: 2, Kind: whosaid.EntityPerson, Name: "Bo Day", Mentions: []int{1}},
		},
		Mentions: []whosaid.Mention{
			{Span: whosaid.Span{Start: 0, End: 7}, Entity: 1, Form: whosaid.MentionName},
			{Span: whosaid.Span{Start: 12, End: 18}, Entity: 2, Form: whosaid.MentionName},
			{Span: whosaid.Span{Start: 24, End: 27}, Entity: 1, Form: whosaid.MentionPronoun},
		},
		Quotes: []whosaid.Quote{
			{ID: 1, Form: whosaid.QuoteIndirect, Content: []whosaid.Span{{Start: 24, End: 31}}, Speaker: 1, Others: []whosaid.EntityID{2}},
			{ID: 2, Form: whosaid.QuoteIndirect, Content: []whosaid.Span{{Start: 28, End: 31}}},
		},
	}
	r := NewRecord("x", d)
	require.Equal(t, []MentionRecord{{0, 7, 1, "name"}, {12, 18, 2, "name"}, {24, 27, 1, "pronoun"}}, r.Mentions)
	require.Equal(t, []ClusterRecord{{1, "PERSON", &d.Entities[0].Name, ""}, {2, "PERSON", &d.Entities[1].Name, ""}}, r.Clusters)
	require.Len(t, r.Quotes, 2)
	require.Equal(t, []int{1, 2}, r.Quotes[0].Speakers)
	require.Equal(t, []int{}, r.Quotes[1].Speakers)
}
