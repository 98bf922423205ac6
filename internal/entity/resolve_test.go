package entity

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/tag"
)

var markKinds = map[byte]whosaid.EntityKind{
	'p': whosaid.EntityPerson, 'o': whosaid.EntityOrganization, 'l': whosaid.EntityPlace, 'g': whosaid.EntityGroup, 'e': whosaid.EntityEvent, 'w': whosaid.EntityWork,
}

// marked reads a text in which names stand as {p:Ann Lee}, and returns the
// tagged document and the names.
func marked(t testing.TB, text string) (*whosaid.Document, []Name) {
	var b strings.Builder
	var names []Name
	for {
		before, rest, ok := strings.Cut(text, "{")
		b.WriteString(before)
		if !ok {
			break
		}
		name, after, ok := strings.Cut(rest, "}")
		require.True(t, ok && len(name) > 2 && name[1] == ':' && markKinds[name[0]] != "", "no mark: %q", name)
		start := b.Len()
		b.WriteString(name[2:])
		names = append(names, Name{whosaid.Span{Start: start, End: b.Len()}, markKinds[name[0]], 0.9})
		text = after
	}
	return tagged(t, b.String()), names
}

var newTagger = sync.OnceValues(tag.New)

func tagged(t testing.TB, text string) *whosaid.Document {
	d := &whosaid.Document{Text: text}
	d.Tokens, d.Sentences = segment.Split(text)
	tagger, err := newTagger()
	require.NoError(t, err)
	tagger.Tag(t.Context(), d)
	return d
}

// resolve gives what Resolve makes of a marked text, checked by Validate.
func resolve(t testing.TB, text string, opts ...ResolveOption) *whosaid.Document {
	r, err := NewResolver(opts...)
	require.NoError(t, err)
	d, names := marked(t, text)
	d.Entities, d.Mentions, err = r.Resolve(context.Background(), d, names)
	require.NoError(t, err)
	require.NoError(t, d.Validate())
	return d
}

// clustersOf shows entities as "Ann Lee: Ann Lee, Lee, she".
func clustersOf(d *whosaid.Document) []string {
	var out []string
	for _, e := range d.Entities {
		var ms []string
		for _, m := range e.Mentions {
			ms = append(ms, d.Slice(d.Mentions[m].Span))
		}
		out = append(out, e.Name+": "+strings.Join(ms, ", "))
	}
	return out
}

func TestNamesOfOneEntity(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		want       []string
	}{
		{"surname", "{p:Ann Lee} left. {p:Lee} was tired.", []string{"Ann Lee: Ann Lee, Lee"}},
		{"given name", "{p:Ann Lee} left. {p:Ann} was tired.", []string{"Ann Lee: Ann Lee, Ann"}},
		{"surname first", "{p:Lee} left. {p:Ann Lee} was tired.", []string{"Ann Lee: Lee, Ann Lee"}},
		{"initial", "{p:Ann B. Lee} left. {p:Ann Lee} was tired. {p:A. Lee} slept.", []string{"Ann B. Lee: Ann B. Lee, Ann Lee, A. Lee"}},
		{"first of two surnames", "{p:Ana Mora Ruiz} left. {p:Mora} slept. {p:Ana Mora} woke.", []string{"Ana Mora Ruiz: Ana Mora Ruiz, Mora, Ana Mora"}},
		{"one surname before two", "{p:Ana Mora} left. {p:Ana Mora Ruiz} slept. {p:Mora} woke.", []string{"Ana Mora Ruiz: Ana Mora, Ana Mora Ruiz, Mora"}},
		{"a middle name that is a surname too", "{p:Ana Mora Ruiz} left. {p:Bo Mora} slept. {p:Mora} woke.", []string{"Ana Mora Ruiz: Ana Mora Ruiz", "Bo Mora: Bo Mora, Mora"}},
		{"family", "{p:Bo Lee} and {p:Ann Lee} left.", []string{"Bo Lee: Bo Lee", "Ann Lee: Ann Lee"}},
		{"a noun before a comma is no title of a surname", "Mr. {p:Bo Hale} is old. Born to a baker and a seamstress, {p:Hale} left.",
			[]string{"Bo Hale: Bo Hale, Hale"}},
		{"what children say", "{p:Grandpa} slept. {p:Mum} read. {p:Ann Lee} left.", []string{"Ann Lee: Ann Lee"}},
		{"a noun for firms in the name", "{p:Carmaker Dorn Hill} grew. {p:Dorn Hill} read.", []string{"Dorn Hill: Dorn Hill, Dorn Hill"}},
		{"wife by title", "{p:Bo Lee} and his wife, {p:Ann Lee}, left. Mr. {p:Lee} slept. Mrs. {p:Lee} read.", []string{"Bo Lee: Bo Lee, Lee", "Ann Lee: Ann Lee, Lee"}},
		{"a man behind a name", "{p:Ann Lee} left. {p:Bo Lee}, a tall man with a dog, slept. Mrs. {p:Lee} woke.", []string{"Ann Lee: Ann Lee, Lee", "Bo Lee: Bo Lee"}},
		{"a man who is not behind the name", "{p:Ann Lee} left. {p:Bo Lee}, a friend of a man, slept. Mrs. {p:Lee} woke.", []string{"Ann Lee: Ann Lee", "Bo Lee: Bo Lee, Lee"}},
		{"the younger", "{p:Bo Lee} left. The younger {p:Lee} slept. {p:Lee} woke. The younger Mr. {p:Lee} did not.", []string{"Bo Lee: Bo Lee, Lee", "Lee: Lee, Lee"}},
		{"the elder", "{p:Bo Lee} left. The elder {p:Lee} slept. An older {p:Lee} read.", []string{"Bo Lee: Bo Lee, Lee", "Lee: Lee"}},
		{"younger, but not the younger", "{p:Bo Lee} left. {p:Lee} was younger. Younger {p:Lee} slept.", []string{"Bo Lee: Bo Lee, Lee, Lee"}},
		{"junior", "{p:Bo Lee Jr.} left. {p:Lee} slept.", []string{"Bo Lee Jr.: Bo Lee Jr., Lee"}},
		{"accents", "{p:Ola Brudziński} left. {p:Brudzinski} slept.", []string{"Ola Brudziński: Ola Brudziński, Brudzinski"}},
		{"apostrophes", "{p:Ann O’Dell} left. {p:O'Dell} slept.", []string{"Ann O’Dell: Ann O’Dell, O'Dell"}},
		{"dashes and width", "{p:Ann Lee‑Day} left. {p:Ann Lee-Day} and {p:Ａnn Lee-Day} slept.", []string{"Ann Lee‑Day: Ann Lee‑Day, Ann Lee-Day, Ａnn Lee-Day"}},
		{"acronym in brackets", "The {o:Global Mill Fund} ({o:GMF}) paid. {o:GMF} is rich.", []string{"Global Mill Fund: Global Mill Fund, GMF, GMF"}},
		{"acronym without brackets", "The {o:Global Mill Fund} paid. {o:GMF} is rich.", []string{"Global Mill Fund: Global Mill Fund, GMF"}},
		{"acronym with an ampersand", "The {o:Gas and Mill Company} ({o:G&M}) paid. {o:G&M} is rich.", []string{"Gas and Mill Company: Gas and Mill Company, G&M, G&M"}},
		{"head of a name", "The {o:Korvia Department of Mills} paid. The {o:Department} is rich.", []string{"Korvia Department of Mills: Korvia Department of Mills, Department"}},
		{"head of two names", "The {o:Lund City Council} and the {o:Oslo City Council} paid. The {o:Council} is rich.",
			[]string{"Lund City Council: Lund City Council", "Oslo City Council: Oslo City Council", "Council: Council"}},
		{"head without an article", "The {o:Lund City Council} paid. {o:Council} is rich.", []string{"Lund City Council: Lund City Council", "Council: Council"}},
		{"acronym first", "{o:GMF} paid. The {o:Global Mill Fund} is rich.", []string{"Global Mill Fund: GMF, Global Mill Fund"}},
		{"initials before a colon", "{p:Bo Tor Lee} met her.\n\n{o:BTL}: Why?\n\n{o:BTL}: No.", []string{"Bo Tor Lee: Bo Tor Lee, BTL, BTL"}},
		{"an acronym that opens no line", "{p:Bo Tor Lee} met {o:BTL}: it was large.", []string{"Bo Tor Lee: Bo Tor Lee", "BTL: BTL"}},
		{"an acronym that no colon follows", "{p:Bo Tor Lee} left.\n\n{o:BTL} grew.", []string{"Bo Tor Lee: Bo Tor Lee", "BTL: BTL"}},
		{"initials of a body that is named", "{p:Bo Tor Lee} met the {o:Big Town League}.\n\n{o:BTL}: closed.",
			[]string{"Bo Tor Lee: Bo Tor Lee", "Big Town League: Big Town League, BTL"}},
		{"odd acronym in brackets", "The {o:Fund for Mills} ({o:FMX}) paid.", []string{"Fund for Mills: Fund for Mills, FMX"}},
		{"acronym of two letters first", "{o:MF} paid. The {o:Mill Fund} is rich.", []string{"Mill Fund: MF, Mill Fund"}},
		{"acronym behind two spaces", "The {o:Fund for Mills}  ({o:FMX}) paid.", []string{"Fund for Mills: Fund for Mills, FMX"}},
		{"short form of a company", "{o:Orbit 360} grew. {o:Orbit} hired.", []string{"Orbit 360: Orbit 360, Orbit"}},
		{"legal form", "{o:Orbit Labs Inc.} grew. {o:Orbit Labs} hired.", []string{"Orbit Labs Inc.: Orbit Labs Inc., Orbit Labs"}},
		{"two legal forms", "{o:Orbit Inc.} grew. {o:Orbit Corp.} hired.", []string{"Orbit Inc.: Orbit Inc., Orbit Corp."}},
		{"a part of an organization", "The {o:Mill Council} met in the {o:Mill Council Library}.", []string{"Mill Council: Mill Council", "Mill Council Library: Mill Council Library"}},
		{"alias table", "The {l:United States} voted. The {l:U.S.} won, and {l:America} slept.", []string{"United States: United States, U.S., America"}},
		{"republic", "The {l:Republic of Korvia} voted. {l:Korvia} won.", []string{"Republic of Korvia: Republic of Korvia, Korvia"}},
		{"a nation is not its country", "{l:China} voted. {g:Chinese} and {g:Chinese} slept.", []string{"China: China", "Chinese: Chinese, Chinese"}},
		{"peoples", "{g:Americans} and {g:American} votes.", []string{"Americans: Americans, American"}},
		{"person and company", "{p:Hal Dorn} founded {o:Dorn Motors}. Mr. {p:Dorn} sold {o:Dorn} cars.", []string{"Hal Dorn: Hal Dorn, Dorn", "Dorn Motors: Dorn Motors, Dorn"}},
		{"a noun for firms before the name", "Norwegian software company {p:Dorn Vik} grew. {p:Dorn Vik} hired.", []string{"Dorn Vik: Dorn Vik, Dorn Vik"}},
		{"a number behind such a name", "The security firm {p:Orbit} 360 grew. {p:Orbit} 360 hired 360 people. {p:Orbit} won.", []string{"Orbit 360: Orbit 360, Orbit 360, Orbit"}},
		{"a year behind a name", "{o:Orbit} 360 days ago hired. {o:Orbit} won.", []string{"Orbit: Orbit, Orbit"}},
		{"last word of a team before it", "{o:Rovers} won. {o:Harrow Rovers} slept.", []string{"Harrow Rovers: Rovers, Harrow Rovers"}},
		{"last word of many before one", "The {o:Council} slept. {o:Lund Council} slept.", []string{"Council: Council", "Lund Council: Lund Council"}},
		{"an acronym before one of its parts", "The {o:RCMP} slept. {o:Lund RCMP} slept.", []string{"RCMP: RCMP", "Lund RCMP: Lund RCMP"}},
		{"last word of a team", "The {o:New York Islanders} won. The {o:Islanders} slept.", []string{"New York Islanders: New York Islanders, Islanders"}},
		{"last word of a newspaper", "The {o:Salford Chronicle} grew. The {o:Chronicle} hired.", []string{"Salford Chronicle: Salford Chronicle, Chronicle"}},
		{"a last word that only one body has", "The {o:Salford Council} met. The {o:Council} slept.", []string{"Salford Council: Salford Council, Council"}},
		{"particle", "{p:Jan van Hoven} left. {p:van Hoven} slept. {p:Van Hoven} read.", []string{"Jan van Hoven: Jan van Hoven, van Hoven, Van Hoven"}},
		{"particle first", "{p:Van Hoven} left. {p:Jan van Hoven} slept.", []string{"Jan van Hoven: Van Hoven, Jan van Hoven"}},
		{"another particle", "{p:Jan van Hoven} left. {p:De Hoven} slept.", []string{"Jan van Hoven: Jan van Hoven", "De Hoven: De Hoven"}},
		{"numbers", "{o:Local 29} met. {o:Local 767} slept. {o:Local 29} read.", []string{"Local 29: Local 29, Local 29", "Local 767: Local 767"}},
		{"numbers behind a short form", "{o:Harbour Local} met. {o:Harbour Local 29} slept. {o:Harbour Local 767} read.",
			[]string{"Harbour Local 29: Harbour Local, Harbour Local 29", "Harbour Local 767: Harbour Local 767"}},
		{"ordinals", "The {o:41st Precinct} met. The {o:40th Precinct} slept.", []string{"41st Precinct: 41st Precinct", "40th Precinct: 40th Precinct"}},
		{"brothers", "{p:Luis} and {p:Hector Amaya} met. {p:Luis Amaya} slept. {p:Hector Amaya} read.",
			[]string{"Luis Amaya: Luis, Luis Amaya", "Hector Amaya: Hector Amaya, Hector Amaya"}},
		{"a son without a surname", "{p:Joan Kettle} died. Her son, {p:Mark}, wept. Mr {p:Kettle} slept.",
			[]string{"Joan Kettle: Joan Kettle", "Mark: Mark, Kettle"}},
		{"a husband whom nobody names", "{p:Robin Kettle} left. Her husband was calm. Mr {p:Kettle} slept.",
			[]string{"Robin Kettle: Robin Kettle", "Kettle: Kettle"}},
		{"his brother, not he", "{p:Robin Kettle} left. His brother was calm. Mr {p:Kettle} slept.",
			[]string{"Robin Kettle: Robin Kettle, Kettle"}},
		{"a brother with the surname", "Mr {p:Kao} left. But his younger brother, Mr {p:Kao Tien-yu}, sang.",
			[]string{"Kao: Kao", "Kao Tien-yu: Kao Tien-yu"}},
		{"the full name of who was named by the surname", "Mr {p:Kao} left. But his brother met Mr {p:Kao Tien-yu}.",
			[]string{"Kao Tien-yu: Kao, Kao Tien-yu"}},
		{"a daughter beside her mother", "{p:Joan Kettle} died. Her daughter {p:Amy} wept. Mrs {p:Kettle} was 80.",
			[]string{"Joan Kettle: Joan Kettle, Kettle", "Amy: Amy"}},
		{"a wife whom nobody names", "{p:Joan Kettle} died. Of her son, {p:Mark} knew nothing. Mr {p:Kettle} slept.",
			[]string{"Joan Kettle: Joan Kettle, Kettle", "Mark: Mark"}},
		{"a son of somebody else", "{p:Joan Kettle} met {p:Eva Lee}. Her son, {p:Mark}, wept. Mr {p:Kettle} slept.",
			[]string{"Joan Kettle: Joan Kettle, Kettle", "Eva Lee: Eva Lee", "Mark: Mark"}},
		{"capitals of a headline", "{p:ANN LEE} WINS {l:SALFORD}\n\n{p:Ann Lee} won in {l:Salford}.", []string{"Ann Lee: ANN LEE, Ann Lee", "Salford: SALFORD, Salford"}},
		{"a fuller name in capitals", "{p:ANN B. LEE} WINS\n\n{p:Ann Lee} won. {p:Lee} slept.", []string{"Ann Lee: ANN B. LEE, Ann Lee, Lee"}},
		{"capitals behind the name", "{p:Ann Lee} won.\n\n{p:ANN B. LEE} WINS", []string{"Ann Lee: Ann Lee, ANN B. LEE"}},
		{"a surname in small letters", "{p:ANN LEE} WINS\n\n{p:Lee} won.", []string{"ANN LEE: ANN LEE, Lee"}},
		{"two places", "{l:York} and {l:New York} grew.", []string{"York: York", "New York: New York"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, tt.want, clustersOf(withoutAnaphors(resolve(t, tt.text))))
		})
	}
}

// withoutAnaphors leaves the names.
func withoutAnaphors(d *whosaid.Document) *whosaid.Document {
	out := *d
	out.Entities = append([]whosaid.Entity(nil), d.Entities...)
	for i := range out.Entities {
		var named []int
		for _, m := range out.Entities[i].Mentions {
			if d.Mentions[m].Form == whosaid.MentionName {
				named = append(named, m)
			}
		}
		out.Entities[i].Mentions = named
	}
	return &out
}

func TestTidyNames(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		want       []string
	}{
		{"title in a name", "{p:Spokesperson Bo Day} and {p:Sen. Ann Lee} left.", []string{"person Bo Day", "person Ann Lee"}},
		{"titles in a name", "{p:Vice President Bo Day} left.", []string{"person Bo Day"}},
		{"a title alone stays", "{p:President} left.", []string{"person President"}},
		{"a given name stays", "{p:Dean Day} left.", []string{"person Dean Day"}},
		{"of State", "Secretary of {o:State} {p:Ann Lee} left {l:Ohio}.", []string{"person Ann Lee", "place Ohio"}},
		{"a portfolio in a name", "Minister of {p:Works Ann Lee} left.", []string{"person Ann Lee"}},
		{"two portfolios", "Minister of Trade and {p:Industry Ann Lee} left.", []string{"person Ann Lee"}},
		{"no portfolio", "{p:Works Lee} left.", []string{"person Works Lee"}},
		{"of shares", "Shares in {p:Vantor} fell. {p:Vantor} shrank.", []string{"organization Vantor"}},
		{"which", "{p:Vantor}, which is old, fell.", []string{"organization Vantor"}},
		{"says it", "{p:Vantor} said on Monday it would close.", []string{"organization Vantor"}},
		{"a paper", "They told the {p:Ledger}.", []string{"organization Ledger"}},
		{"somebody's house", "The {p:Vantor} house fell.", []string{"person Vantor"}},
		{"somebody with shares", "{p:Ann Vantor} left. Shares of {p:Vantor} fell.", []string{"person Ann Vantor"}},
		{"somebody with a title", "Mr. {p:Vantor} left. {p:Vantor} said it was late.", []string{"person Vantor"}},
		{"the State", "The {o:State} paid.", []string{"organization State"}},
		{"one word, two kinds", "{o:Orbit 9} grew. {p:Orbit} hired. {o:Orbit} sold.", []string{"organization Orbit 9"}},
		{"with a reason", "{o:Dorn} grew. Mr. {p:Dorn} hired. {o:Dorn} sold.", []string{"organization Dorn", "person Dorn"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, e := range resolve(t, tt.text).Entities {
				got = append(got, string(e.Kind)+" "+e.Name)
			}
			require.Equal(t, tt.want, got)
		})
	}
}

func TestRoles(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		want       []string
	}{
		{"before", "{l:U.S.} Secretary of State {p:Ann Lee} left.", []string{"Ann Lee: Secretary of State @ U.S."}},
		{"for an area", "{o:Green Party} spokeswoman for housing {p:Ann Lee} left.", []string{"Ann Lee: spokeswoman for housing @ Green Party"}},
		{"of an area for another", "Deputy secretary of transport for roads {p:Bo Day} left.", []string{"Bo Day: Deputy secretary of transport for roads @ "}},
		{"of a body in small letters", "Later speaker of the parliament {p:Ann Lee} left.", []string{"Ann Lee: speaker of the parliament @ "}},
		{"of what somebody did", "The owner of the house {p:Ann Lee} built left.", nil},
		{"for somebody", "A spokeswoman for the minister {p:Ann Lee} left.", []string{"Ann Lee: minister @ "}},
		{"for a name", "A spokeswoman for {p:Ann Lee} left.", nil},
		{"of an organization", "Secretary of the {o:Department of Mills} {p:Ann Lee} left.", []string{"Ann Lee: Secretary @ Department of Mills"}},
		{"another's role behind a comma", "{l:U.S.} President {p:Bo Day}, Secretary of the {o:Department of Mills} {p:Ann Lee} and others left.",
			[]string{"Bo Day: President @ U.S.", "Ann Lee: Secretary @ Department of Mills"}},
		{"apposition", "{p:Ann Lee}, chief executive of {o:Orbit Labs}, left.", []string{"Ann Lee: chief executive @ Orbit Labs"}},
		{"company before", "{o:Orbit Labs} chief executive {p:Ann Lee} left.", []string{"Ann Lee: chief executive @ Orbit Labs"}},
		{"role first", "The chairman of {o:Orbit Labs}, {p:Bo Day}, left.", []string{"Bo Day: chairman @ Orbit Labs"}},
		{"a name that modifies another role", "The lawyer, {p:Lee} aide {p:Bo Day}, left.", []string{"Bo Day: aide @ "}},
		{"who is", "{p:Ann Lee}, who is the founder of {o:Orbit Labs}, left.", []string{"Ann Lee: founder @ Orbit Labs"}},
		{"two owners", "{p:Ann Lee}, a cyber policy expert at {o:Mill University}'s {o:Dorn Institution}, left.", []string{"Ann Lee: cyber policy expert @ Dorn Institution"}},
		{"served", "{p:Ann Lee} served two years as mayor of {l:Dorn}.", []string{"Ann Lee: mayor @ Dorn"}},
		{"elected", "{p:Ann Lee} was elected president of {l:Dorn}.", []string{"Ann Lee: president @ Dorn"}},
		{"an age between", "{p:Ann Lee}, 43, a nurse, left.", []string{"Ann Lee: nurse @ "}},
		{"two roles", "Author and singer {p:Ann Lee} left.", []string{"Ann Lee: Author @ ", "Ann Lee: singer @ "}},
		{"a list of roles", "{p:Ann Lee}, a writer, activist and singer, left.", []string{"Ann Lee: writer @ ", "Ann Lee: activist @ ", "Ann Lee: singer @ "}},
		{"a role of two", "Senators {p:Ann Lee} of {l:Ohio} and {p:Bo Day} of {l:Utah} left.", []string{"Ann Lee: Senators @ Ohio", "Bo Day: Senators @ Utah"}},
		{"a nation stands for its country", "{l:China} grew. {g:Chinese} President {p:Bo Day} left.", []string{"Bo Day: President @ China"}},
		{"a nation without its country", "{g:Chinese} President {p:Bo Day} left.", []string{"Bo Day: President @ "}},
		{"not whom one works for", "{l:China} grew. {g:Chinese} tennis player {p:Bo Day} left.", []string{"Bo Day: tennis player @ "}},
		{"after a pronoun", "{p:Ann Lee} left. She is a professor at {o:Mill University}.", []string{"Ann Lee: professor @ Mill University"}},
		{"at the end of a text", "They met the lawyer, {p:Ann Lee}", []string{"Ann Lee: lawyer @ "}},
		{"relatives are no roles", "{p:Bo Day} and his wife {p:Ann Lee} left.", nil},
		{"a role in another name", "The {o:Evening Director} {p:Ann Lee} left.", nil},
		{"none", "{p:Ann Lee} left {l:Ohio}.", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := resolve(t, tt.text)
			var got []string
			for _, e := range d.Entities {
				for _, r := range e.Roles {
					org := ""
					if o := d.Entity(r.Org); o != nil {
						org = o.Name
					}
					got = append(got, fmt.Sprintf("%s: %s @ %s", e.Name, r.Title, org))
				}
			}
			require.Equal(t, tt.want, got)
		})
	}
}

func TestReferences(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		want       []string
	}{
		{"he", "{p:Bo Day} left. He was tired.", []string{"Bo Day: Bo Day, He"}},
		{"title tells", "Mr. {p:Day} met Mrs. {p:Lee}. She left. He stayed.", []string{"Day: Day, He", "Lee: Lee, She"}},
		{"role tells", "Spokeswoman {p:Ann Lee} met {p:Bo Day}. Later she left.", []string{"Ann Lee: Ann Lee, she", "Bo Day: Bo Day"}},
		{"not the subject of its verb", "{p:Bo Day} met {p:Al Ray}. {p:Ray} thanked him.", []string{"Bo Day: Bo Day, him", "Al Ray: Al Ray, Ray"}},
		{"subject goes on", "{p:Bo Day} met {p:Al Ray} and said he was tired.", []string{"Bo Day: Bo Day, he", "Al Ray: Al Ray"}},
		{"named later", "In his speech, {p:Bo Day} said nothing.", []string{"Bo Day: his, Bo Day"}},
		{"after an apposition", "{p:Ann Lee}, 59, of {l:Dorn}, who saw it, said it was late. She left.", []string{"Ann Lee: Ann Lee, She", "Dorn: Dorn"}},
		{"spokesman", "The spokesman, {p:Bo Day}, met {p:Al Ray}. The spokesman left.", []string{"Bo Day: Bo Day, The spokesman", "Al Ray: Al Ray"}},
		{"nation and office", "{g:Chinese} President {p:Bo Day} met {l:U.S.} President {p:Al Ray}. The {g:Chinese} president left.",
			[]string{"Chinese: Chinese, Chinese", "Bo Day: Bo Day, The Chinese president", "U.S.: U.S.", "Al Ray: Al Ray"}},
		{"company", "{o:Orbit Labs} grew. The company said it hired.", []string{"Orbit Labs: Orbit Labs, The company, it"}},
		{"word of the name", "The {o:Transport Ministry} met {o:Orbit Labs}. The ministry agreed.", []string{"Transport Ministry: Transport Ministry, The ministry", "Orbit Labs: Orbit Labs"}},
		{"weather", "{o:Orbit Labs} grew. It was raining in the hills when the mayor came.", []string{"Orbit Labs: Orbit Labs"}},
		{"nobody", "He left. She stayed. The spokesman slept.", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := resolve(t, tt.text)
			require.Equal(t, tt.want, clustersOf(d))
			for _, m := range d.Mentions {
				require.True(t, m.Form == whosaid.MentionName || m.Score > 0 && m.Score < 1, "a made-up score")
			}
		})
	}
}

func TestGenderByGivenNames(t *testing.T) {
	t.Parallel()
	const text = "{p:Ann Lee} met {p:Bo Day}. Then she left and he stayed."
	guess := func(given string) Gender {
		return map[string]Gender{"Ann": Female, "Bo": Male}[given]
	}
	require.Equal(t, []string{"Ann Lee: Ann Lee, she", "Bo Day: Bo Day, he"}, clustersOf(resolve(t, text, WithGender(guess))))
	swapped := func(given string) Gender { return guess(given) ^ (Male | Female) }
	require.Equal(t, []string{"Ann Lee: Ann Lee, he", "Bo Day: Bo Day, she"}, clustersOf(resolve(t, text, WithGender(swapped))))
}

// Some titles are given names too, so that they are ones only behind others.
func TestTitlesBehindTitles(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"{p:Det Con Sue Ball} left.":       "Sue Ball",
		"{p:Con Houlihan} left.":           "Con Houlihan",
		"{p:Datuk Seri Ti Lian Ker} left.": "Ti Lian Ker",
		"{p:Wing Cdr Al Reid} left.":       "Al Reid",
		"{p:Wing Lee} left.":               "Wing Lee",
	} {
		d := resolve(t, text)
		require.Len(t, d.Entities, 1, text)
		require.Equal(t, want, d.Entities[0].Name)
	}
}

// A given name keeps people from being "she" or "he"; it does not make them the
// likelier ones. What the text tells overrules it.
func TestGivenNamesOnlyRuleOut(t *testing.T) {
	t.Parallel()
	guess := func(given string) Gender {
		return map[string]Gender{"Zoe": Female, "Jordan": Female, "Bo": Male}[given]
	}
	for name, tt := range map[string]struct {
		text string
		want []string
	}{
		"one known, one not": {"{p:Ann Lee} met {p:Zoe Day}. Then she left.", []string{"Ann Lee: Ann Lee, she", "Zoe Day: Zoe Day"}},
		"a title":            {"Mr. {p:Jordan Lee} met {p:Ann Day}. Then he left.", []string{"Jordan Lee: Jordan Lee, he", "Ann Day: Ann Day"}},
		"no surname":         {"{p:Bo} met {p:Ann Day}. Then she left.", []string{"Bo: Bo", "Ann Day: Ann Day, she"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, tt.want, clustersOf(resolve(t, tt.text, WithGender(guess))))
		})
	}
}

// Of an entity that is written in ever new ways, and of one that a chain of
// acronyms makes, the first forms are kept.
func TestAliasesAreBounded(t *testing.T) {
	t.Parallel()
	var writings, chain strings.Builder
	for i := range 1 << 8 {
		name := []byte("Annabelle")
		for k := 1; k < len(name); k++ {
			if i>>(k-1)&1 == 1 {
				name[k] -= 'a' - 'A'
			}
		}
		fmt.Fprintf(&writings, "{p:%s} met Bo. ", name)
	}
	d := resolve(t, writings.String())
	require.Len(t, d.Entities, 1)
	require.Equal(t, "Annabelle", d.Entities[0].Name)
	require.Len(t, d.Entities[0].Aliases, maxAliases)
	require.Equal(t, "ANnabelle", d.Entities[0].Aliases[0])

	acronym := func(i int) string { return string([]byte{'K' + byte(i/16), 'A' + byte(i%16), 'Z'}) }
	for i := range 128 {
		fmt.Fprintf(&chain, "{o:%s} ({o:%s}) grew. ", acronym(i+1), acronym(i))
	}
	d = resolve(t, chain.String())
	require.Len(t, d.Entities, 1)
	require.Len(t, d.Entities[0].Aliases, maxAliases)
}
