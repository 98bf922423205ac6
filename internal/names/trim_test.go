package names

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/feature"
)

func TestTrim(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		kind       whosaid.EntityKind
		text, want string
	}{
		{whosaid.EntityPerson, "President Ann Lee", "Ann Lee"},
		{whosaid.EntityPerson, "Vice President Ann Lee's", "Ann Lee"},
		{whosaid.EntityPerson, "Prince of Zork", "Prince of Zork"},
		{whosaid.EntityPerson, "Ann King", "Ann King"},
		{whosaid.EntityPerson, "King", "King"},
		{whosaid.EntityOrganization, "General Zork", "General Zork"},
		{whosaid.EntityOrganization, "the Zork Bank", "Zork Bank"},
		{whosaid.EntityPlace, "Zork province", "Zork"},
		{whosaid.EntityPlace, "Zork Province", "Zork Province"},
		{whosaid.EntityWork, "The Zork", "The Zork"},
		{whosaid.EntityOrganization, "The Zork", "Zork"},
	} {
		d := document(t, tc.text)
		first, end := Trim(d, tc.kind, 0, len(d.Tokens))
		require.Equal(t, tc.want, d.Text[d.Tokens[first].Start:d.Tokens[end-1].End])
	}
}

func TestMend(t *testing.T) {
	t.Parallel()
	res := resources(t)
	for _, tc := range []struct {
		text  string
		names []Name
		want  []string
	}{
		{"Carla del Ponte met del Ponte.", []Name{{First: 0, End: 3, Kind: whosaid.EntityPerson}, {First: 5, End: 6, Kind: whosaid.EntityPerson}}, []string{"person Carla del Ponte", "person del Ponte"}},
		{"Miguel “Lobo” Torres left.", []Name{{First: 0, End: 1, Kind: whosaid.EntityPerson}, {First: 4, End: 5, Kind: whosaid.EntityPerson}}, []string{"person Miguel “Lobo” Torres"}},
		{"In Washington, D.C. it rained.", []Name{{First: 1, End: 2, Kind: whosaid.EntityPlace}, {First: 3, End: 4, Kind: whosaid.EntityPlace}}, []string{"place Washington, D.C."}},
		{"The Zork University’s Qux Institute", []Name{{First: 1, End: 6, Kind: whosaid.EntityOrganization}}, []string{"organization Zork University", "organization Qux Institute"}},
		{"The Lord’s Resistance Army", []Name{{First: 1, End: 5, Kind: whosaid.EntityOrganization}}, []string{"organization Lord’s Resistance Army"}},
		{"He left Orbit Bank.", []Name{{First: 2, End: 4, Kind: whosaid.EntityPlace}}, []string{"organization Orbit Bank"}},
		{"He left the West Bank.", []Name{{First: 3, End: 5, Kind: whosaid.EntityPlace}}, []string{"place West Bank"}},
		{"U.S.-China talks failed.", []Name{{First: 0, End: 3, Kind: whosaid.EntityPlace}}, []string{"place U.S.", "place China"}},
		{"Saudi Arabia–Iran talks failed.", []Name{{First: 0, End: 4, Kind: whosaid.EntityPlace}}, []string{"place Saudi Arabia", "place Iran"}},
		{"They flew to Guinea-Bissau.", []Name{{First: 3, End: 6, Kind: whosaid.EntityPlace}}, []string{"place Guinea-Bissau"}},
		{"The U.S.-China Council met.", []Name{{First: 1, End: 5, Kind: whosaid.EntityOrganization}}, []string{"organization U.S.-China Council"}},
		{"She met Pope Francis Marino.", []Name{{First: 2, End: 5, Kind: whosaid.EntityPlace}}, []string{"person Francis Marino"}},
		{"She met King George Street.", []Name{{First: 2, End: 5, Kind: whosaid.EntityPlace}}, []string{"place King George Street"}},
		{"She flew to General Santos.", []Name{{First: 3, End: 5, Kind: whosaid.EntityPlace}}, []string{"place General Santos"}},
		{"She met King Zorkqux.", []Name{{First: 2, End: 4, Kind: whosaid.EntityPlace}}, []string{"place King Zorkqux"}},
		{"They saw Ann Lee (SAN) there.", []Name{{First: 2, End: 4, Kind: whosaid.EntityPerson}, {First: 5, End: 6, Kind: whosaid.EntityOrganization}},
			[]string{"person Ann Lee"}},
		{"They saw Ann Lee KC.", []Name{{First: 2, End: 5, Kind: whosaid.EntityPerson}}, []string{"person Ann Lee"}},
		{"They saw Ann Lee, M.D., OBE.", []Name{{First: 2, End: 8, Kind: whosaid.EntityPerson}}, []string{"person Ann Lee"}},
		{"They saw Ann Lee Jr.", []Name{{First: 2, End: 5, Kind: whosaid.EntityPerson}}, []string{"person Ann Lee Jr."}},
		{"They saw Lee & Lee MD.", []Name{{First: 2, End: 6, Kind: whosaid.EntityOrganization}}, []string{"organization Lee & Lee MD"}},
		{"They saw No. 10.", []Name{{First: 2, End: 4, Kind: whosaid.EntityOrganization}}, nil},
	} {
		d := document(t, tc.text)
		for i := range tc.names {
			tc.names[i].Score = 0.5
		}
		require.Equal(t, tc.want, found(d, mend(d, look(d, res), tc.names, likely)), tc.text)
	}
}

func TestMendLeavesOutTheUnlikely(t *testing.T) {
	t.Parallel()
	d := document(t, "FLOOD CLOSES MAIN ROAD")
	names := []Name{{First: 2, End: 4, Kind: whosaid.EntityPlace, Score: 0.39}}
	f := look(d, resources(t))
	require.Empty(t, mend(d, f, names, likely))
	require.Len(t, mend(d, f, names, 0), 1)
}

func TestEchoes(t *testing.T) {
	t.Parallel()
	d := document(t, "Orbit Labs Zork won. Orbit Labs won. Orbit Labs Zork won. Orbit won.")
	f := look(d, resources(t))
	names := []Name{{First: 0, End: 3, Kind: whosaid.EntityOrganization, Margin: 100}, {First: 5, End: 7, Kind: whosaid.EntityPerson, Margin: 50}}
	got := builtIn(t).echoes(d, f, names)
	require.Equal(t, []string{"organization Orbit Labs Zork", "person Orbit Labs", "organization Orbit Labs Zork"}, found(d, got))
	require.Equal(t, int32(50), got[2].Margin)
}

// look is the features of d, all in one block.
func look(d *whosaid.Document, res *feature.Resources) *feature.Names {
	f := feature.NewNames(context.Background(), d, res, nil)
	f.Look(0, len(d.Sentences))
	return f
}
