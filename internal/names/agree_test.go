package names

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
)

// TestAgree: a short form tells what the longer one is, if it is surer.
func TestAgree(t *testing.T) {
	t.Parallel()
	d := document(t, "Halden Mills fell. Halden rose. Halden Street too.")
	f := look(d, resources(t))
	for _, c := range []struct {
		name        string
		long, short int32
		kind        whosaid.EntityKind
		want        string
	}{
		{"the short form is surer", 10, 20, whosaid.EntityOrganization, "organization Halden Mills"},
		{"the long form is surer", 20, 10, whosaid.EntityOrganization, "place Halden Mills"},
		{"both are places", 10, 20, whosaid.EntityPlace, "place Halden Mills"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			names := []Name{{First: 0, End: 2, Kind: whosaid.EntityPlace, Margin: c.long}, {First: 4, End: 5, Kind: c.kind, Margin: c.short},
				{First: 7, End: 9, Kind: whosaid.EntityPlace, Margin: 1}}
			agree(f, names)
			require.Equal(t, []string{c.want, string(c.kind) + " Halden", "place Halden Street"}, found(d, names))
		})
	}
}

// TestLabel: two words that people are called by, before a colon.
func TestLabel(t *testing.T) {
	t.Parallel()
	r := builtIn(t)
	for text, want := range map[string][]string{
		"Bob Day: “It is gone.”":  {"person Bob Day"},
		"Fact Check: “It is so.”": nil,
		"Bob Day said so.":        nil,
		"bob day: “It is gone.”":  nil,
	} {
		d := document(t, text)
		got := r.label(d, look(d, resources(t)), Stretch{First: 0, End: len(d.Tokens)}, 0, nil)
		require.Equal(t, want, found(d, got), text)
	}
	d := document(t, "Bob Day: “It is gone.”")
	known := []Name{{First: 0, End: 2, Kind: whosaid.EntityOrganization}}
	require.Equal(t, known, r.label(d, look(d, resources(t)), Stretch{First: 0, End: len(d.Tokens)}, 0, known))
}
