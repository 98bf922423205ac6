package output

import (
	"fmt"
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
	report, err := pretty(&Record{Article: &input.Article{}, Document: d})
	require.NoError(t, err)
	linked, err := schemaOrg(&Record{Article: &input.Article{}, Document: d})
	require.NoError(t, err)
	for _, e := range d.Entities {
		require.Regexp(t, `(?m)^`+e.Name+` +`+string(e.Kind)+` |^(?i:`+string(e.Kind)+`): `+e.Name+`$`, string(report))
		require.Regexp(t, `{"@type":"[A-Z][A-Za-z]+","name":"`+e.Name+`"}`, string(linked))
	}
}
