package output_test

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/textpos"
)

// A quotation is a quote as both forms have it.
type quotation struct {
	Text       string
	Speakers   []string
	Start, End int
}

// cited requires that the quotes are those of the record, and stand where they say.
func cited(t *testing.T, r *output.Record, text string, list []quotation) {
	t.Helper()
	require.Equal(t, textpos.Clean(r.Document.Text), text)
	require.Len(t, list, len(r.Document.Quotes))
	for i, q := range list {
		want := &r.Document.Quotes[i]
		require.Equal(t, textpos.Clean(r.Document.Slice(want.Span)), string([]rune(text)[q.Start:q.End]))
		require.Equal(t, textpos.Clean(r.Document.Words(want.Content...)), q.Text)
	}
}

// ninjsSchema are the properties that ninjs 1.5 allows, of those that are written.
var ninjsSchema = []string{
	"$standard", "body_text", "byline", "event", "headline", "object", "organisation", "person", "place", "representationtype", "subject", "type",
	"uri", "versioncreated",
}

func TestNinjs(t *testing.T) {
	t.Parallel()
	path, records := written(t, "ninjs", "out.ndjson")
	lines := bytes.Split(bytes.TrimSpace(read(t, path)), []byte("\n"))
	require.Len(t, lines, len(records))
	for i, line := range lines {
		var properties map[string]json.RawMessage
		require.NoError(t, json.Unmarshal(line, &properties))
		delete(properties, "whosaid")
		require.Equal(t, ninjsSchema, slices.Sorted(maps.Keys(properties)), "the extension is one property")
		var item struct {
			URI, Headline, Byline, VersionCreated string
			Person, Subject                       []struct{ Name, Rel string }
			Text                                  string `json:"body_text"`
			Whosaid                               struct{ Quotes []quotation }
		}
		require.NoError(t, json.Unmarshal(line, &item))
		cited(t, records[i], item.Text, item.Whosaid.Quotes)
		require.Equal(t, []string{"https://example.org/a", "A \"title\" <b>", "Ann Lee", "2015-09-24T00:00:00Z", "Politics"},
			[]string{item.URI, item.Headline, item.Byline, item.VersionCreated, item.Subject[0].Name})
		if i == 0 {
			require.Equal(t, []struct{ Name, Rel string }{{"Zoë Lee", "quoted"}}, item.Person)
			require.Equal(t, []string{"Zoë Lee"}, item.Whosaid.Quotes[0].Speakers)
		}
	}
}

// TestNinjsIsReadAgain: what is written can be read, with all that it says.
func TestNinjsIsReadAgain(t *testing.T) {
	t.Parallel()
	path, _ := written(t, "ninjs", "out.ndjson")
	s, err := input.Open([]string{path}, input.Options{})
	require.NoError(t, err)
	n := 0
	for it, err := range s.Items(context.Background()) {
		require.NoError(t, err)
		a, err := it.Load(context.Background())
		require.NoError(t, err)
		require.Equal(t, []string{"https://example.org/a", "Ann Lee", "Politics"}, []string{a.URL, a.Author, a.Section})
		n++
	}
	require.Equal(t, len(texts), n)
}

func TestBulk(t *testing.T) {
	t.Parallel()
	path, records := written(t, "bulk", "out.ndjson")
	lines := bytes.Split(bytes.TrimSuffix(read(t, path), []byte("\n")), []byte("\n"))
	require.Len(t, lines, 2*len(records))
	for i, r := range records {
		var do struct {
			Index struct {
				ID string `json:"_id"`
			}
		}
		require.NoError(t, json.Unmarshal(lines[2*i], &do))
		require.Equal(t, "b5b10dd0429e69ac7cfaf0a20b6901c1", do.Index.ID, "by the address")
		var doc struct {
			ID, Section, Published, Text string
			Line                         int
			Person, Organization         []string
			Quotes                       []quotation
			Dates                        []struct{ Text, Value, From string }
			Claims                       []struct{ Text, Type string }
		}
		require.NoError(t, json.Unmarshal(lines[2*i+1], &doc))
		cited(t, r, doc.Text, doc.Quotes)
		require.Equal(t, []string{r.ID, "Politics", "2015-09-24"}, []string{doc.ID, doc.Section, doc.Published})
		require.Len(t, doc.Dates, len(r.Document.Dates))
		require.Len(t, doc.Claims, len(r.Document.Claims))
		if i == 0 {
			require.Equal(t, []string{"Orbit Labs"}, doc.Organization)
			require.Equal(t, "2015-09-22", doc.Dates[0].From)
		}
	}
	// Without an address the text is what counts.
	ids := map[string]bool{}
	for _, text := range []string{"One.", "Two.", "One."} {
		var b bytes.Buffer
		w, err := output.Open("bulk", output.Options{Stdout: &b})
		require.NoError(t, err)
		r := *records[2]
		d := *r.Document
		d.Text = text
		r.Article, r.Document = &input.Article{ID: "x"}, &d
		put, err := w.Encode(&r)
		require.NoError(t, err)
		require.NoError(t, put(entry(1)))
		require.NoError(t, w.Close(context.Background()))
		first, _, _ := strings.Cut(b.String(), "\n")
		ids[first] = true
	}
	require.Len(t, ids, 2)
}
