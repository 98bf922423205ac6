package segment

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
)

// A wordCase is a text with a word of a list, and how it is cut, as shownCuts
// writes it, or of what kind its first sentence is. @ stands for the word, ^
// for the word with a capital.
type wordCase struct {
	text, cut string
	kind      whosaid.SentenceKind
}

// wordBody follows the lines whose kind is told.
const wordBody = "\n\nThe mayor of the port said on Monday that the old bridge will stay shut."

// wordCases says for each list of testdata/words.txt what holds for its words.
var wordCases = map[string]wordCase{
	"abbreviation-title":    {"We met @. Dorn there.", "We|met|@.|Dorn|there|.", ""},
	"abbreviation-company":  {"We saw Orbit @. there.", "We|saw|Orbit|@.|there|.", ""},
	"abbreviation-inner":    {"We saw @. things.", "We|saw|@.|things|.", ""},
	"abbreviation-month":    {"We met on @. 4 there.", "We|met|on|@.|4|there|.", ""},
	"abbreviation-region":   {"He came from Dorn, @., then.", "He|came|from|Dorn|,|@.|,|then|.", ""},
	"abbreviation-numbered": {"See @. 4 there.", "See|@.|4|there|.", ""},
	"degree":                {"Ann Lee, @.D., left.", "Ann|Lee|,|@.D.|,|left|.", ""},
	"linkWord":              {"Dorn-@-Dorn", "Dorn-@-Dorn", ""},
	"particle":              {"@-Dorn", "@-Dorn", ""},
	"boundPart":             {"@-Dorn", "@-Dorn", ""},
	"namePrefix":            {"@-Dorn", "@|-|Dorn", ""},
	"nameSuffix":            {"Dorn-@", "Dorn|-|@", ""},
	"commonPart":            {"^-led", "^-led", ""},
	"noteAlone":             {"@" + wordBody, "", whosaid.SentenceNote},
	"noteWord":              {"@: Ann Lee/Orbit" + wordBody, "", whosaid.SentenceNote},
	"dateWord":              {"Friday @ January 4, 2019" + wordBody, "", whosaid.SentenceDateline},
	"weekdayName":           {"@, January 4, 2019" + wordBody, "", whosaid.SentenceDateline},
	"monthName":             {"Friday, @ 4, 2019" + wordBody, "", whosaid.SentenceDateline},
	"authorRole":            {"Ann Lee, @" + wordBody, "", whosaid.SentenceByline},
	"bylineWord":            {"By Ann Lee @ Dorn" + wordBody, "", whosaid.SentenceByline},
	"placeWord":             {"Port @ Dorn, Peru (AP) - The talks ended.", "", whosaid.SentenceDateline},
	"openWord": {"The old bridge over the river was closed to all the old cars @\nMayor Ann Lee of Salford, who said it was old and would fall.",
		"The|old|bridge|over|the|river|was|closed|to|all|the|old|cars|@|Mayor|Ann|Lee|of|Salford|,|who|said|it|was|old|and|would|fall|.", ""},
	"isBullet":       {"We saw @ One @ Two", "We|saw ¦ @|One ¦ @|Two", ""},
	"starter":        {"He left Orbit Inc. @ they left.", "He|left|Orbit|Inc. ¦ @|they|left|.", ""},
	"strictStarter":  {"He left Orbit Inc. @ they left.", "He|left|Orbit|Inc. ¦ @|they|left|.", ""},
	"zone":           {"He left at 5 p.m. @ then.", "He|left|at|5|p.m.|@|then|.", ""},
	"officer":        {"The Orbit Inc. @ Ann Lee left.", "The|Orbit|Inc.|@|Ann|Lee|left|.", ""},
	"continues":      {"We saw Yahoo! @ Dublin then.", "We|saw|Yahoo|!|@|Dublin|then|.", ""},
	"speechVerb":     {"“Go!” the old man @.", "“|Go|!|”|the|old|man|@|.", ""},
	"topLevel":       {"See orbit.@ now.", "See|orbit.@|now|.", ""},
	"clitic":         {"Dorn’@ left.", "Dorn|’@|left|.", ""},
	"halfDay":        {"Friday, January 4, 2019 10:00 @" + wordBody, "", whosaid.SentenceDateline},
	"credit":         {"The bridge was shut all week @: Ann Lee", "The|bridge|was|shut|all|week ¦ @|:|Ann|Lee", ""},
	"credited":       {"@ by Ann Lee" + wordBody, "", whosaid.SentenceByline},
	"crediting":      {"(@ by Ann Lee; more by Bo Wu)" + wordBody, "", whosaid.SentenceByline},
	"monthAlone":     {"In @. they left.", "In|@.|they|left|.", ""},
	"numberedAlone":  {"See @. Dorn there.", "See|@.|Dorn|there|.", ""},
	"numberedInside": {"See @.Dorn there.", "See|@.|Dorn|there|.", ""},
	"pronoun":        {"He left the unit @. They came.", "He|left|the|unit|@|. ¦ They|came|.", ""},
	"versus":         {"Dorn @. Orbit ended.", "Dorn|@.|Orbit|ended|.", ""},
	"picture":        {"(Ann @)" + wordBody, "", whosaid.SentenceNote},
	"by":             {"Photo @ Ann Lee" + wordBody, "", whosaid.SentenceNote},
	"opensByline":    {"@ Ann Lee" + wordBody, "", whosaid.SentenceByline},
	"givenName":      {"By @ Lee" + wordBody, "", whosaid.SentenceByline},
	"citation":       {"The bridge fell.[@ needed] The port shut.", "The|bridge|fell|.|[|@|needed|] ¦ The|port|shut|.", ""},
	"shortAnd":       {"We like rock ’@’ roll.", "We|like|rock|’@’|roll|.", ""},
	"party":          {"Ann Lee (@-Ohio) left.", "Ann|Lee|(|@|-|Ohio|)|left|.", ""},
	"beforeDay": {"The mayor of the port said that the old bridge will shut @ Friday, January 4, 2019\nThe port was old.",
		"The|mayor|of|the|port|said|that|the|old|bridge|will|shut|@|Friday|,|January|4|,|2019 ¦ The|port|was|old|.", ""},
	"elision": {"The ’@ left.", "The|’@|left|.", ""},
}

// with puts a word into a text of a wordCase.
func with(text, w string) string {
	return strings.NewReplacer("@", w, "^", strings.ToUpper(w[:1])+w[1:]).Replace(text)
}

// TestKnownWords holds every word that is known to what it is known for. A word that
// is lost or misspelt fails here, and one that is added belongs into
// testdata/words.txt as well.
func TestKnownWords(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("testdata/words.txt")
	require.NoError(t, err)
	seen := map[string]bool{}
	for line := range strings.Lines(string(b)) {
		list, rest, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || line[0] == '#' {
			continue
		}
		c, ok := wordCases[list]
		require.True(t, ok, list)
		seen[list] = true
		for _, w := range strings.Fields(rest) {
			text := with(c.text, w)
			if _, sents := Split(text); c.kind != "" && sents[0].Kind != c.kind {
				t.Errorf("%s %s: %s", list, w, sents[0].Kind)
			}
			if got := shownCuts(text); c.cut != "" && got != with(c.cut, w) {
				t.Errorf("%s %s: %s", list, w, got)
			}
		}
	}
	require.Len(t, seen, len(wordCases), "each list has words")
}

// TestOtherWords: what is in no list is not taken for one of them.
func TestOtherWords(t *testing.T) {
	t.Parallel()
	for list, c := range wordCases {
		if list == "namePrefix" || list == "pronoun" || list == "party" || list == "abbreviation-region" || list == "speechVerb" || list == "topLevel" {
			continue // nothing else holds for other words
		}
		w := "vexq"
		if list == "zone" || list == "officer" {
			w = "Vexq"
		}
		text := with(c.text, w)
		_, sents := Split(text)
		if c.kind != "" {
			require.NotEqual(t, c.kind, sents[0].Kind, list)
		} else {
			require.NotEqual(t, with(c.cut, w), shownCuts(text), list)
		}
	}
}
