package eval

import (
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
)

func TestQuoteRecordsTellSpeechFromThought(t *testing.T) {
	t.Parallel()
	d := &whosaid.Document{Text: "It rained."}
	for verb, want := range map[whosaid.VerbClass]bool{whosaid.VerbSay: true, whosaid.VerbShow: true, whosaid.VerbThink: false, "": true} {
		q := whosaid.Quote{ID: 1, Form: whosaid.Indirect, Verb: verb, Content: []whosaid.Span{{Start: 0, End: 9}}}
		records := quoteRecords(d, &q)
		require.Len(t, records, 1)
		require.Equal(t, want, records[0].Speech, verb)
	}
}
