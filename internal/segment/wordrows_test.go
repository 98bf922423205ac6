package segment

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// whole is a test for words that make one token of a text, parts one for
// words that make several.
func whole(text func(w string) string) func(string) bool {
	return func(w string) bool { return !strings.Contains(words(text(w)), "|") }
}

func parts(n int, text func(w string) string) func(string) bool {
	return func(w string) bool { return strings.Count(words(text(w)), "|") == n-1 }
}

func is(k kind) func(string) bool { return func(w string) bool { return kindOf(w) == k } }

func titled(w string) string { return strings.ToUpper(w[:1]) + w[1:] }

// wordTests says for each list of testdata/words.txt what holds for its words.
var wordTests = map[string]func(w string) bool{
	"abbreviation-title":    is(title),
	"abbreviation-company":  is(company),
	"abbreviation-inner":    is(inner),
	"abbreviation-month":    is(month),
	"abbreviation-region":   is(region),
	"abbreviation-numbered": is(numbered),
	"degree":                whole(func(w string) string { return w + ".D." }),
	"weekday":               weekday,
	"placeWord":             placeWord,
	"weekdayName":           weekdayName,
	"monthName":             monthName,
	"linkWord":              whole(func(w string) string { return "Dorn-" + w + "-Dorn" }),
	"particle":              whole(func(w string) string { return w + "-Dorn" }),
	"boundPart":             whole(func(w string) string { return w + "-Dorn" }),
	"namePrefix":            namePrefix,
	"nameSuffix":            parts(3, func(w string) string { return "Dorn-" + w }),
	"commonPart":            whole(func(w string) string { return titled(w) + "-led" }),
	"noteAlone":             noteAlone,
	"noteWord":              noteWord,
	"dateWord":              dateWord,
	"authorRole":            authorRole,
	"bylineWord":            bylineWord,
	"titleLower":            titleLower,
	"openWord":              openWord,
	"isBullet":              isBullet,
	"starter":               starter,
	"strictStarter":         strictStarter,
	"preposition":           preposition,
	"zone":                  zone,
	"officer":               officer,
	"continues":             func(w string) bool { return continues(w, false) },
	"speechVerb":            speechVerb,
	"topLevel":              func(w string) bool { return topLevel(w, 2) },
	"topLevel-www":          func(w string) bool { return topLevel(w, 3) && !topLevel(w, 2) },
	"clitic":                parts(2, func(w string) string { return "Dorn’" + w }),
	"elision":               whole(func(w string) string { return "’" + w }),
}

// TestWords holds every word that is known to what it is known for. A word
// that is dropped or misspelt in the program fails here, and one that is added
// belongs into testdata/words.txt as well.
func TestWords(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("testdata/words.txt")
	require.NoError(t, err)
	seen := map[string]bool{}
	for line := range strings.Lines(string(b)) {
		list, rest, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || line[0] == '#' {
			continue
		}
		holds := wordTests[list]
		require.NotNil(t, holds, list)
		seen[list] = true
		for _, w := range strings.Fields(rest) {
			require.True(t, holds(w), "%s: %s", list, w)
		}
	}
	require.Len(t, seen, len(wordTests), "each list has words")
}

// TestOtherWords: what is in no list is taken for none of them.
func TestOtherWords(t *testing.T) {
	t.Parallel()
	for list, holds := range wordTests {
		require.False(t, holds("vexq"), list)
	}
}

func TestContinuesAfterNames(t *testing.T) {
	t.Parallel()
	for _, w := range []string{"and", "or", "is", "was", "are", "were", "has", "had", "who", "will", "would"} {
		require.True(t, continues(w, true), w)
		require.False(t, continues(w, false), w)
	}
}

func TestNotePhrases(t *testing.T) {
	t.Parallel()
	for _, p := range []string{
		"Read more", "READ MORE", "Read More", "Read also", "READ ALSO", "Read Also", "Learn more", "Read :", "Read next",
		"See also", "SEE ALSO", "See Also", "Also read", "Also Read", "ALSO READ", "See related", "Click here", "Click on", "Tap here", "Tap on",
		"Sign up", "Subscribe to", "Subscribe now", "Subscribe for", "Follow us", "Continue reading", "Continue Reading", "Story continues",
		"All rights", "All Rights", "File photo", "File Photo", "AP photo", "AFP picture", "Reuters image", "Courtesy Images",
		"Editor 's", "EDITOR 'S", "Editors ’", "Editor ’s", "Editors '", "Copyright ©", "Copyright (", "Copyright by", "Special coverage",
	} {
		a, b, _ := strings.Cut(p, " ")
		require.True(t, notePhrase(a, b), p)
		require.False(t, notePhrase(a, "vexq"), a)
	}
	require.False(t, notePhrase("Vexq", "more"))
}
