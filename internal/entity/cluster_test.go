package entity

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestOneName: which names are of one, by entity in the order of their first mention.
func TestOneName(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"an acronym with &", "{o:Pacific Gas and Electric} paid. {o:PG&E} left.", "Pacific Gas and Electric = PG&E"},
		{"an acronym without the firm", "{o:General Tool Company} paid. {o:GT} left.", "General Tool Company = GT"},
		{"a clipped name in brackets", "The {o:Institute of Volcanoes} ({o:Ivol}) paid. {o:Ivol} left.", "Institute of Volcanoes = Ivol"},
		{"another name in brackets", "The {o:Institute of Volcanoes} ({o:Orbit}) paid.", "Institute of Volcanoes; Orbit"},
		{"the first of two surnames", "{p:Ana Vega Ruiz} left. {p:Vega} slept.", "Ana Vega Ruiz = Vega"},
		{"the second surname comes later", "{p:Ana Vega} left. {p:Ana Vega Ruiz} slept.", "Ana Vega Ruiz = Ana Vega"},
		{"a second given name", "{p:Mary Ann Lee} left. {p:Ann Day} came. {p:Ann} slept.", "Mary Ann Lee; Ann Day = Ann"},
		{"another name", "{p:Sani Lee}, known all over {l:Dorn} as {p:Baban Ruwa}, left.", "Sani Lee = Baban Ruwa; Dorn"},
		{"another's name", "{p:Ann Lee}, known as {p:Bo Day}'s friend, left.", "Ann Lee; Bo Day"},
		{"a body and a person", "{o:Orbit}, known as {p:Bo Day}, left.", "Orbit; Bo Day"},
		{"the wife of one", "{p:Ken Lee}, 78, voted for it; his wife, {p:Ann}, did not. Mrs {p:Lee} left.", "Ken Lee; Ann = Lee"},
		{"a husband and a son", "{p:Joan Lee} died. Her husband {p:Bo} and her son {p:Al} wept. Mr {p:Lee} left.", "Joan Lee; Bo; Al; Lee"},
		{"somebody else's wife", "{p:Jo Lee} told {p:Bo Day} that his wife was ill. Mrs {p:Lee} left.", "Jo Lee = Lee; Bo Day"},
		{"capitals without a dot", "{p:Ece Yalçın} spoke. {p:YALÇIN} left.", "Ece Yalçın = YALÇIN"},
		{"an acronym with of", "{o:Ministry of Defence} paid. {o:MoD} left. {o:Department of Justice} sued. {o:DOJ} won.", "Ministry of Defence = MoD; Department of Justice = DOJ"},
		{"a junior and a third", "{p:Ben Lee III} sued {p:Ben Lee Jr.}. {p:Lee III} won. {p:Ben Lee Jr.} lost.", "Ben Lee III = Lee III; Ben Lee Jr."},
		{"a father comes second", "{p:Ben Lee} saw {p:Ben Lee Sr.}. {p:Ben Lee} left. {p:Lee Sr.} stayed. {p:Lee} slept.", "Ben Lee = Lee; Ben Lee Sr. = Lee Sr."},
		{"a grandson comes second", "{p:Ben Lee Sr.} ran it. {p:Ben Lee III} sold it. {p:Lee} left.", "Ben Lee Sr.; Ben Lee III = Lee"},
		{"the suffix comes later", "{p:Ben Lee} spoke. {p:Ben Lee Jr.} sang. {p:Lee} slept.", "Ben Lee = Ben Lee Jr. = Lee"},
		{"the suffix stays away later", "{p:Ben Lee Jr.} sang. {p:Ben Lee} spoke. {p:Lee} slept.", "Ben Lee Jr. = Ben Lee = Lee"},
		{"initials in brackets", "{p:Ann Bo Lee} spoke.\n\n[{o:ABL}] Will you sell?", "Ann Bo Lee = ABL"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			d := resolve(t, c.text)
			for i := range d.Entities {
				got = append(got, strings.Join(append([]string{d.Entities[i].Name}, d.Entities[i].Aliases...), " = "))
			}
			require.Equal(t, c.want, strings.Join(got, "; "))
		})
	}
}
