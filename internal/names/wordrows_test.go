package names

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
)

// TestTitlesAreCut: each title before a person is left out, with a dot or
// without.
func TestTitlesAreCut(t *testing.T) {
	t.Parallel()
	d := document(t, "Rev. Ann Lee")
	for _, title := range strings.Fields(`Mr Mrs Ms Miss Dr Sir Dame Lord Lady President Vice Vice-President Prime Premier Minister Sen Senator Rep
		Representative Congressman Congresswoman Gov Governor Gen General Col Colonel Lt Lieutenant Maj Major Sgt Sergeant Capt Captain Adm
		Admiral King Queen Prince Princess Emperor Pope Cardinal Archbishop Bishop Judge Justice Secretary Mayor Chancellor Professor Prof Rev
		Reverend Ambassador Spokesman Spokeswoman Spokesperson Chairman Commissioner Director Detective Inspector Officer
		Cllr Const Constable Councillor Fr Insp PC Rabbi Sheriff Superintendent Supt Taoiseach`) {
		for _, w := range []string{title, title + "."} {
			d.Text = w + " Ann Lee"
			d.Tokens = []whosaid.Token{
				{Span: whosaid.Span{End: len(w)}}, {Span: whosaid.Span{Start: len(w) + 1, End: len(w) + 4}}, {Span: whosaid.Span{Start: len(w) + 5, End: len(w) + 8}},
			}
			first, end := Trim(d, whosaid.EntityPerson, 0, 3)
			require.Equal(t, []int{1, 3}, []int{first, end}, w)
			first, _ = Trim(d, whosaid.EntityOrganization, 0, 3)
			require.Zero(t, first, "%s of an organization", w)
		}
	}
}

// TestCommonPlacesAreCut: "Zork province" is Zork.
func TestCommonPlacesAreCut(t *testing.T) {
	t.Parallel()
	for _, w := range strings.Fields(`province provinces region regions state states city district districts island islands town village county area
		prefecture peninsula territory`) {
		d := document(t, "Zork "+w)
		_, end := Trim(d, whosaid.EntityPlace, 0, 2)
		require.Equal(t, 1, end, w)
		_, end = Trim(d, whosaid.EntityOrganization, 0, 2)
		require.Equal(t, 2, end, w)
	}
}

// TestParticlesJoin: the small words that surnames begin with belong to them.
func TestParticlesJoin(t *testing.T) {
	t.Parallel()
	res := resources(t)
	for _, w := range strings.Fields("de del della di da dos du van von der den ter ten bin bint ibn al el af zu") {
		d := document(t, "They met "+w+" Ponte.")
		names := []Name{{First: 3, End: 4, Kind: whosaid.EntityPerson, Score: 0.5}}
		require.Equal(t, []string{"person " + w + " Ponte"}, found(d, mend(d, look(d, res), names, likely)), w)
	}
}

// TestBodiesAreOrganizations: a name that ends with a noun for organizations is
// no place.
func TestBodiesAreOrganizations(t *testing.T) {
	t.Parallel()
	res := resources(t)
	kind := func(a, b string) string {
		d := document(t, "He left "+a+" "+b)
		names := []Name{{First: 2, End: 4, Kind: whosaid.EntityPlace, Score: 0.5}}
		name := mend(d, look(d, res), names, likely)
		require.Len(t, name, 1)
		return string(name[0].Kind)
	}
	for _, w := range strings.Fields(`University Ministry Party Corp Corporation Inc Ltd Plc LLC Bhd GmbH Company Commission Committee Council Agency
		Association Foundation Institute Department Airlines Airways Bureau Parliament Tribunal Bank`) {
		require.Equal(t, "organization", kind("Zork", w), w)
	}
	for _, w := range strings.Fields("West Left Right South North East Outer Grand") {
		require.Equal(t, "place", kind(w, "Bank"), w)
	}
	require.Equal(t, "place", kind("Zork", "Falls"))
	require.Equal(t, "place", kind("Zork", "council"), "in small letters")
}

// TestDistrictsJoin: "Washington, D.C." is one name, however it is written.
func TestDistrictsJoin(t *testing.T) {
	t.Parallel()
	res := resources(t)
	for w, want := range map[string]string{
		"D.C.": "place Washington, D.C.", "D.C": "place Washington, D.C", "DC": "place Washington, DC",
		"Ohio": "place Washington|place Ohio",
	} {
		d := document(t, "In Washington, "+w+", it rained.")
		names := []Name{{First: 1, End: 2, Kind: whosaid.EntityPlace, Score: 0.5}, {First: 3, End: 4, Kind: whosaid.EntityPlace, Score: 0.5}}
		require.Equal(t, want, strings.Join(found(d, mend(d, look(d, res), names, likely)), "|"))
	}
}

// TestNumbersAreNoNames: "No. 10" is none, "Zork 10" is one.
func TestNumbersAreNoNames(t *testing.T) {
	t.Parallel()
	res := resources(t)
	for w, want := range map[string]int{"No.": 0, "Nos.": 0, "Zork": 1} {
		d := document(t, "They saw "+w+" 10 there.")
		names := []Name{{First: 2, End: 4, Kind: whosaid.EntityOrganization, Score: 0.5}}
		require.Len(t, mend(d, look(d, res), names, likely), want, w)
	}
}
