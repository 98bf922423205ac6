package entity

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
)

// rows are the lines of a file of testdata without comments.
func rows(t *testing.T, file string) (out []string) {
	t.Helper()
	b, err := os.ReadFile("testdata/" + file)
	require.NoError(t, err)
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	require.NotEmpty(t, out, file)
	return out
}

// TestAliases: each other name joins the fullest one.
func TestAliases(t *testing.T) {
	t.Parallel()
	for _, row := range rows(t, "aliases.txt") {
		kind, names, _ := strings.Cut(row, " ")
		all := strings.Split(names, "|")
		for _, alias := range all[1:] {
			mark := map[string]string{"place": "l", "organization": "o"}[kind]
			require.NotEmpty(t, mark, row)
			d := resolve(t, "{"+mark+":"+all[0]+"} voted. {"+mark+":"+alias+"} slept.")
			require.Len(t, d.Entities, 1, "%s is %s", alias, all[0])
		}
	}
}

// TestDemonyms: the president of a nation is that of its country.
func TestDemonyms(t *testing.T) {
	t.Parallel()
	for _, row := range rows(t, "demonyms.txt") {
		adjective, country, _ := strings.Cut(row, "|")
		d := resolve(t, "{l:"+country+"} grew. {g:"+adjective+"} President {p:Bo Day} left.")
		require.Equal(t, []string{"Bo Day: President @ " + country}, rolesOf(d), row)
	}
}

// rolesOf gives each role as "person: role @ organization".
func rolesOf(d *whosaid.Document) (out []string) {
	for _, e := range d.Entities {
		for _, r := range e.Roles {
			org := ""
			if o := d.Entity(r.Org); o != nil {
				org = o.Name
			}
			out = append(out, e.Name+": "+d.Slice(r.Span)+" @ "+org)
		}
	}
	return out
}

// roleTests says for each sort of words what a text with one of them gives.
var roleTests = map[string]struct {
	text func(word string) string
	want func(word string) []string
}{
	"noun": {
		func(w string) string { return "{p:Ann Lee}, the " + w + " of {o:Orbit Labs}, left." },
		func(w string) []string { return []string{"Ann Lee: " + w + " @ Orbit Labs"} },
	},
	"office": {
		func(w string) string { return "{l:China} grew. {g:Chinese} " + w + " {p:Bo Day} left." },
		func(w string) []string { return []string{"Bo Day: " + w + " @ China"} },
	},
	"kin": {
		func(w string) string { return "{p:Bo Day} and his " + w + ", {p:Ann Lee}, left." },
		func(string) []string { return nil },
	},
	"before": {
		func(w string) string { return "{p:Ann Lee}, the " + w + " minister of {l:Dorn}, left." },
		func(w string) []string { return []string{"Ann Lee: " + w + " minister @ Dorn"} },
	},
}

func TestRoleWords(t *testing.T) {
	t.Parallel()
	for _, row := range rows(t, "roles.txt") {
		sort, words, _ := strings.Cut(row, ": ")
		for _, w := range strings.Fields(words) {
			switch sort {
			case "title":
				w = strings.ToUpper(w[:1]) + w[1:]
				d := resolve(t, "{p:"+w+" Ann Lee} left.")
				if len(d.Entities) != 1 || d.Entities[0].Name != "Ann Lee" {
					t.Errorf("title %s", w)
				}
			case "firm":
				d := resolve(t, "Norwegian "+w+" {p:Dorn Vik} grew. {p:Dorn Vik} hired.")
				if len(d.Entities) != 1 || whosaid.EntityOrganization != d.Entities[0].Kind {
					t.Errorf("firm %s", w)
				}
			default:
				c := roleTests[sort]
				require.NotNil(t, c.text, sort)
				if got, want := rolesOf(resolve(t, c.text(w))), c.want(w); strings.Join(got, ";") != strings.Join(want, ";") {
					t.Errorf("%s %s: %q", sort, w, got)
				}
			}
		}
	}
}

// TestSidesOfAMatch: who beats whom is a team, if the other side is one or the
// result follows, by each verb.
func TestSidesOfAMatch(t *testing.T) {
	t.Parallel()
	kinds := func(text string) (out []whosaid.EntityKind) {
		for _, e := range resolve(t, text).Entities {
			out = append(out, e.Kind)
		}
		return out
	}
	place, team := whosaid.EntityPlace, whosaid.EntityOrganization
	for _, verb := range strings.Fields("beat beats downed edged hammered thrashed trounced") {
		require.Equal(t, []whosaid.EntityKind{team, team}, kinds("{l:Salford} "+verb+" {o:Burnley} at home."), verb)
		require.Equal(t, []whosaid.EntityKind{team, team}, kinds("{o:Salford} "+verb+" {l:Burnley}."), verb)
		require.Equal(t, []whosaid.EntityKind{team, team}, kinds("{l:Salford} "+verb+" {l:Burnley} 3-0."), verb)
		require.Equal(t, []whosaid.EntityKind{place, place}, kinds("{l:Salford} "+verb+" {l:Burnley} to the prize."), verb)
	}
	require.Equal(t, []whosaid.EntityKind{place, team}, kinds("{l:Salford} left {o:Burnley} 3-0."))
	require.Equal(t, []whosaid.EntityKind{whosaid.EntityPerson, team}, kinds("{p:Ann Lee} beat {o:Burnley} 3-0."))
}

// TestShortNames: each particle begins a surname, and each noun that many bodies
// end with is no name of one.
func TestShortNames(t *testing.T) {
	t.Parallel()
	for _, w := range strings.Fields("al bin da de del della den der di dos du el ibn la le ten ter van von") {
		require.Len(t, resolve(t, "{p:Jan "+w+" Dahl} left. {p:"+w+" Dahl} slept.").Entities, 1, w)
	}
	for _, w := range strings.Fields("agency army association authority bank board bureau center centre chamber church clinic club college commission committee " +
		"company congress corps council court department federation firm force foundation front fund government group house institute league ministry " +
		"movement network office organisation organization parliament party police prison senate service services society team university") {
		require.Len(t, resolve(t, "The {o:Salford "+w+"} met. {o:"+w+"} slept.").Entities, 2, w)
	}
}
