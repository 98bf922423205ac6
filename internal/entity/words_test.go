package entity

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLexiconRefusesWhatItCannotRead(t *testing.T) {
	t.Parallel()
	_, err := newLexicon(aliasesText, demonymsText, rolesText, wordsText)
	require.NoError(t, err)
	texts := []string{aliasesText, demonymsText, rolesText, wordsText}
	for _, c := range []struct {
		file          int
		old, new, err string
	}{
		{0, "[place]", "[places]", "unknown section [places]"},
		{0, "\nFederal Reserve|Fed\n", "\nFederal Reserve\n", `"Federal Reserve" has no other names`},
		{0, "\nFederal Reserve|Fed\n", "\nFederal Reserve|FBI\n", `"FBI" stands twice`},
		{1, "\nCzech|", "\nCzech", "want adjective|country"},
		{1, "\nDanish|", "\nCzech|", `"Czech" stands twice`},
		{2, "[kin]", "[kinn]", "unknown section [kinn]"},
		{2, "\naunt ", "\nAunt ", `"Aunt" is not in lower case`},
		{3, "[unit]", "[aside]", "section [aside] stands twice"},
	} {
		bad := append([]string(nil), texts...)
		require.Contains(t, bad[c.file], c.old)
		bad[c.file] = strings.Replace(bad[c.file], c.old, c.new, 1)
		_, err := newLexicon(bad[0], bad[1], bad[2], bad[3])
		require.ErrorContains(t, err, c.err)
		require.Regexp(t, `^internal/entity/[a-z]+\.txt:[1-9][0-9]*: `, err.Error())
	}
}
