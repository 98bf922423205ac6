package entity

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
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

// wordTests say for each class of words.txt what a text with one of its words
// gives: roles, or the names of the entities.
var wordTests = map[string]struct{ text, roles, names string }{
	"appointed":   {text: "{p:Ann Lee} was _ mayor of {l:Dorn}.", roles: "Ann Lee: mayor @ Dorn"},
	"area":        {text: "Spokeswoman _ housing {p:Ann Lee} left.", roles: "Ann Lee: Spokeswoman _ housing @ "},
	"article":     {text: "{p:Ann Lee} is a director at _ Dorn Mill Works.", names: "Ann Lee; Dorn Mill Works"},
	"as":          {text: "{p:Ann Lee} served _ mayor of {l:Dorn}.", roles: "Ann Lee: mayor @ Dorn"},
	"aside":       {text: "{p:Ann Lee}, the _ mayor of {l:Dorn}, left.", roles: "Ann Lee: mayor @ Dorn"},
	"being":       {text: "{p:Ann Lee} _ the mayor of {l:Dorn}.", roles: "Ann Lee: mayor @ Dorn"},
	"belonging":   {text: "{p:Ann Lee}, a lawyer _ {o:Orbit Labs}, left.", roles: "Ann Lee: lawyer @ Orbit Labs"},
	"between":     {text: "{p:Ann Lee _ Bo Day} left.", names: "Ann Lee; Bo Day"},
	"body":        {text: "Dorn _ spokesman {p:Bo Day} left.", names: "Dorn _; Bo Day"},
	"compatriot":  {text: "{p:Ann Lee}, a lawyer for the {o:_}, left.", roles: "Ann Lee: lawyer @ "},
	"conjunction": {text: "{p:Ann Lee}, a writer _ singer, left.", roles: "Ann Lee: writer @ ; Ann Lee: singer @ "},
	"employed":    {text: "Dorn Ministry _ {p:Bo Day} left.", names: "Dorn Ministry; Bo Day"},
	"employing":   {text: "{p:Ann Lee}, director _ Orbit.com, left.", names: "Ann Lee; Orbit.com"},
	"father":      {text: "{p:Ann Lee} left. {p:Ann Lee _} came.", names: "Ann Lee; Ann Lee _"},
	"firm-head":   {text: "{p:Ann Lee}, a director of {p:Dorn _}, left.", roles: "Ann Lee: director @ Dorn _"},
	"honorific":   {text: "The director, _ {p:Ann Lee}, left.", roles: "Ann Lee: director @ "},
	"institution": {text: "{l:Dorn _} sued. {p:Ann Lee}, a lawyer for {l:Dorn _}, left.", names: "Dorn _; Ann Lee"},
	"known":       {text: "{p:Ann Lee}, better _ as {p:Skyhook}, left.", names: "Ann Lee"},
	"legal-form":  {text: "{o:Dorn Vik _} grew. {o:DV} hired.", names: "Dorn Vik _"},
	"of":          {text: "Secretary _ State {p:Ann Lee} left.", roles: "Ann Lee: Secretary of State @ "},
	"origin":      {text: "Senator {p:Ann Lee} _ {l:Ohio} left.", roles: "Ann Lee: Senator @ Ohio"},
	"paper":       {text: "They told the _ on Monday.", names: "_"},
	"party":       {text: "{p:Ann Lee} ({p:_-Ohio}) left.", names: "Ann Lee"},
	"portfolio":   {text: "Secretary of {o:_} {p:Ann Lee} left.", names: "Ann Lee"},
	"postposed":   {text: "Professor _ {p:Ann Lee} left.", roles: "Ann Lee: Professor @ "},
	"prefix":      {text: "{p:Ann Lee}, _-director of {o:Orbit Labs}, left.", roles: "Ann Lee: _-director @ Orbit Labs"},
	"rank":        {text: "{p:Ann Lee}, president-_ of {l:Dorn}, left.", roles: "Ann Lee: president-_ @ Dorn"},
	"relative":    {text: "{p:Ann Lee}, _ was mayor of {l:Dorn}, left.", roles: "Ann Lee: mayor @ Dorn"},
	"serving":     {text: "{p:Ann Lee} _ as mayor of {l:Dorn}.", roles: "Ann Lee: mayor @ Dorn"},
	"share":       {text: "Orbit paid for _ in {p:Vantor}. {p:Vantor} grew. {p:Ann Lee} chaired {p:Vantor}.", names: "Vantor; Ann Lee"},
	"small":       {text: "{o:United _ Dorn Works} grew. {o:UDW} hired.", names: "United _ Dorn Works"},
	"state":       {text: "{l:Dorn} grew. {l:_ of Dorn} voted.", names: "_ of Dorn"},
	"storm":       {text: "{p:_ Dorn} left. {p:Ann Lee} came.", roles: "", names: "Ann Lee"},
	"suffix":      {text: "{p:Ann Lee _} left. {p:Ann Lee} came.", names: "Ann Lee _"},
	"unit":        {text: "{o:Orbit} grew. {o:Orbit _} hired.", names: "Orbit; Orbit _"},
}

// TestWords: each word does what its class is for.
func TestWords(t *testing.T) {
	t.Parallel()
	lex, err := openLexicon()
	require.NoError(t, err)
	r, err := NewResolver()
	require.NoError(t, err)
	for _, row := range rows(t, "words.txt") {
		class, words, _ := strings.Cut(row, ": ")
		c := wordTests[class]
		require.NotEmpty(t, c.text, class)
		for _, w := range strings.Fields(words) {
			d, names := marked(t, strings.ReplaceAll(c.text, "_", w))
			names = missed(d, lex, names)
			d.Entities, d.Mentions, err = r.Resolve(t.Context(), d, names)
			require.NoError(t, err)
			want, got := c.roles, rolesOf(d)
			if c.names != "" {
				want, got = c.names, nil
				for _, e := range d.Entities {
					got = append(got, e.Name)
				}
			}
			assert.Equal(t, strings.ReplaceAll(want, "_", w), strings.Join(got, "; "), "%s %s", class, w)
		}
	}
}

// TestHeads: what the last word of a name, and what it does, say of its kind.
func TestHeads(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]whosaid.EntityKind{
		"{p:Dorn Foods} grew.":                  whosaid.EntityOrganization,
		"Mr. {p:Dorn Foods} left.":              whosaid.EntityPerson,
		"{p:Ann Foodsby} left.":                 whosaid.EntityPerson,
		"{l:Dorn Hospital} sued.":               whosaid.EntityOrganization,
		"{l:Dorn Hospital} in Lund sued.":       whosaid.EntityOrganization,
		"{l:Dorn Hospital} was old.":            whosaid.EntityPlace,
		"They met at {l:Dorn Hospital} in Lund": whosaid.EntityPlace,
		"{l:Dorn Harbour} sued.":                whosaid.EntityPlace,
	} {
		require.Equal(t, want, resolve(t, text).Entities[0].Kind, text)
	}
	require.Len(t, resolve(t, "{p:Dorn Foods} grew. {p:Dorn} hired.").Entities, 1)
	require.Len(t, resolve(t, "{p:Ann Lee} ({p:D-Ohio}) met {p:Bo Day} ({o:R-Mo.}).").Entities, 2)
	require.Len(t, resolve(t, "{p:Dorn Foods} grew. {p:Hal Dorn} left. {p:Dorn} was tired.").Entities, 2)
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
	require.Equal(t, []whosaid.EntityKind{team, team}, kinds("{l:Salford} 2-1 {l:Burnley Town}\n\n{l:Salford} won, {p:Burnley} lost."))
	require.Equal(t, []whosaid.EntityKind{team, team, whosaid.EntityPerson},
		kinds("{l:Salford} 2–1 {l:Burnley Town}\n\n{p:Al Burnley} wept, {p:Burnley} said."))
	require.Equal(t, []whosaid.EntityKind{place, place}, kinds("{l:Salford} 2-Door {l:Burnley} left."))
	require.Equal(t, []whosaid.EntityKind{place, place}, kinds("{l:Salford} 2021-22 {l:Burnley} left."))
	for _, where := range strings.Fields("across around in near outside") {
		require.Equal(t, []whosaid.EntityKind{team, team, place}, kinds("{l:Salford} 2-1 {l:Burnley}\n\nIt rained "+where+" {l:Salford}."), where)
	}
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
