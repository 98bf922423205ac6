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
	var report, linked strings.Builder
	r := &Record{Article: &input.Article{}, Document: d}
	require.NoError(t, pretty(&report, r))
	require.NoError(t, schemaOrg(&linked, r))
	for _, e := range d.Entities {
		require.Regexp(t, `(?m)^`+e.Name+` +`+string(e.Kind)+` |^(?i:`+string(e.Kind)+`): `+e.Name+`$`, report.String())
		require.Regexp(t, `{"@type":"[A-Z][A-Za-z]+","name":"`+e.Name+`"}`, linked.String())
	}
}
