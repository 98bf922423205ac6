package quote_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
)

// TestDocuments: a document speaks for who made it, and for nobody whom it is about, or
// who was sent or shown it.
func TestDocuments(t *testing.T) {
	t.Parallel()
	x, err := extract.New()
	require.NoError(t, err)
	for _, c := range []struct{ text, speaker string }{
		{"Orbit Labs’ own figures show that sales fell.", "Orbit Labs"},
		{"The Orbit Labs memo says the shop is shut.", "Orbit Labs"},
		{"A White House readout said the two had spoken for an hour.", "White House"},
		{"A readout published by the Home Office said the two had met.", "Home Office"},
		{"Statements from the Harbour Trust said the pier was safe.", "Harbour Trust"},
		{"A bulletin issued by Orbit Labs on Friday said the pumps could fail.", "Orbit Labs"},
		{"A tweet by Ann Lee said the road was shut.", "Ann Lee"},
		{"A memo from Ann Lee to Bo Day said the mill would close.", "Ann Lee"},
		{"An audit by Orbit Labs found that $3 million was missing.", "Orbit Labs"},
		{"Minutes of the Erie County Commission show that the deal was made in May.", "Erie County Commission"},
		{"A paper published in June by the Lindgren Centre argued that tariffs would fall.", "Lindgren Centre"},
		{"A study of 400 nurses by Dr Amira Haddad found that most were tired.", "Amira Haddad"},
		{"Prices fell, according to figures released by Eurostat.", "Eurostat"},
		{"A report commissioned by Orbit Labs said the dam was safe.", ""},
		{"A report on Orbit Labs said the firm had lied.", ""},
		{"A study of Orbit Labs found that the firm had lied.", ""},
		{"A letter seen by the Herald says the dam was safe.", ""},
		{"A letter sent to Ann Lee says the dam was safe.", ""},
		{"Documents obtained by Reuters show the firm had lied.", ""},
		{"A sign on the door of Orbit Labs said the shop was shut.", ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			t.Parallel()
			d, err := x.Extract(context.Background(), c.text)
			require.NoError(t, err)
			require.Len(t, d.Quotes, 1)
			require.Equal(t, c.speaker, speakers(d, &d.Quotes[0]))
			if c.speaker != "" {
				require.Equal(t, whosaid.SourceDocument, d.Quotes[0].SourceType)
			}
		})
	}
}
