package segment

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLexiconRefusesWhatItCannotRead(t *testing.T) {
	_, err := New()
	require.NoError(t, err)
	for _, c := range []struct {
		file           int
		old, new, want string
	}{
		{0, "[title]", "[titel]", "internal/segment/abbrev.txt:6: unknown section [titel]"},
		{0, "\nAbp Adm", "\nAdm Abp", `internal/segment/abbrev.txt:7: "Abp" stands after "Adm"`},
		{0, "[region]\nAla", "[region]\nAcad Ala", `internal/segment/abbrev.txt:31: "Acad" is of two kinds`},
		{1, "[particle]", "[link]", "section [link] stands twice"},
		{1, "[link]\nal", "[link]\nAl", `"Al" is not in lower case`},
		{2, "[open]\na", "[open]\na a", `"a" stands twice`},
		{2, "[open]\na", "[open]\na aaaaaaaaaaaaaaaaa", `"aaaaaaaaaaaaaaaaa" is longer than 16 bytes`},
	} {
		texts := []string{abbrevText, compoundsText, wordsText}
		require.Contains(t, texts[c.file], c.old)
		texts[c.file] = strings.Replace(texts[c.file], c.old, c.new, 1)
		_, err := openLexicon(texts[0], texts[1], texts[2])
		require.ErrorContains(t, err, c.want)
	}
}
