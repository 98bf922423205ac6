package output

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
)

// TestEachKindIsWritten: the report and the schema.org form leave out no kind of
// entity.
func TestEachKindIsWritten(t *testing.T) {
	t.Parallel()
	d := &whosaid.Document{}
	for i, k := range whosaid.EntityKind.Values("") {
		d.Entities = append(d.Entities, whosaid.Entity{ID: whosaid.EntityID(i + 1), Kind: k, Name: fmt.Sprintf("Zork %d", i)})
	}
	var report, linked, item, search strings.Builder
	r := &Record{Article: &input.Article{}, Document: d}
	require.NoError(t, ninjs(&item, r))
	require.NoError(t, bulk(&search, r))
	require.NoError(t, pretty(&report, r))
	require.NoError(t, schemaOrg(&linked, r))
	for _, e := range d.Entities {
		require.Regexp(t, `(?m)^`+e.Name+` +`+string(e.Kind)+` |^(?i:`+string(e.Kind)+`): `+e.Name+`$`, report.String())
		require.Regexp(t, `{"@type":"[A-Z][A-Za-z]+","name":"`+e.Name+`"}`, linked.String())
		require.Contains(t, item.String(), `{"name":"`+e.Name+`","rel":"mentioned"}`)
		require.Contains(t, search.String(), `"`+string(e.Kind)+`":["`+e.Name+`"]`)
	}
}

// TestThoseWithoutANameAreWritten: they stand apart in the report, and by their
// descriptions in the schema.org form and in Web annotations.
func TestThoseWithoutANameAreWritten(t *testing.T) {
	t.Parallel()
	d := &whosaid.Document{
		Text: "A guard met Ann Lee.",
		Entities: []whosaid.Entity{
			{ID: 1, Kind: whosaid.EntityPerson, Description: "a\nguard", Number: whosaid.NumberOne, Mentions: []int{0}},
			{ID: 2, Kind: whosaid.EntityPerson, Name: "Ann Lee", Mentions: []int{1}},
		},
		Mentions: []whosaid.Mention{
			{Span: whosaid.Span{Start: 0, End: 7}, Entity: 1, Form: whosaid.MentionNominal},
			{Span: whosaid.Span{Start: 12, End: 19}, Entity: 2, Form: whosaid.MentionName},
		},
	}
	var report, linked, notes strings.Builder
	r := &Record{Article: &input.Article{}, Document: d}
	require.NoError(t, pretty(&report, r))
	require.NoError(t, schemaOrg(&linked, r))
	require.NoError(t, webAnnotation(&notes, r))
	require.Regexp(t, `(?m)^NAME.*\nAnn Lee +person +1 +0 *\n\nALSO IN THE STORY.*\na guard +person, one +1 +0$`, report.String())
	require.Contains(t, linked.String(), `{"@type":"Person","name":"a\nguard"},{"@type":"Person","name":"Ann Lee"}`)
	require.Contains(t, notes.String(), `"value":"a\nguard"`)
}
