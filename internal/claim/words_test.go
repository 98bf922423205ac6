package claim

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWordsAreRead(t *testing.T) {
	t.Parallel()
	words, err := openWords(wordsText)
	require.NoError(t, err)
	for w := range words {
		require.LessOrEqual(t, len(w), len(reading{}.buf), "%q can never be found", w)
	}
	_, err = openLemmas(lemmasText)
	require.NoError(t, err)
	_, err = openNumbers(numbersText)
	require.NoError(t, err)
}

func TestWordsThatCannotBeRead(t *testing.T) {
	t.Parallel()
	words := func(s string) error { _, err := openWords(s); return err }
	verbs := func(s string) error { _, err := openVerbs(s); return err }
	tags := func(s string) error { _, err := openTags(s); return err }
	lemmas := func(s string) error { _, err := openLemmas(s); return err }
	numbers := func(s string) error { _, err := openNumbers(s); return err }
	for _, c := range []struct {
		open                func(string) error
		text, old, new, err string
	}{
		{words, wordsText, "[hedge]", "[hegde]", `unknown section [hegde]`},
		{words, wordsText, "\nable unable\n", "\nunable able\n", `"able" stands after "unable"`},
		{verbs, verbsText, "[deny]", "[dney]", `unknown section [dney]`},
		{tags, tagsText, "[modal]", "[model]", `unknown section [model]`},
		{tags, tagsText, "\ncannot\n", "\ncannot there\n", `"there" is in another section too`},
		{lemmas, lemmasText, "\nlie lain", "\nlie lay lain", `"lay" is a form of "lay" already`},
		{lemmas, lemmasText, "\nawake", "\nAwake", `"Awake" is not in lower case`},
		{numbers, numbersText, "\nten 10", "\nten", `"ten": want one value`},
		{numbers, numbersText, "\nten 10", "\nten 1o", `"ten": "1o" is no number of things`},
		{numbers, numbersText, "\nbn 9", "\nbn 99", `"bn": "99" is no exponent`},
		{numbers, numbersText, " USD\n", " usd\n", `"usd" is no code`},
		{numbers, numbersText, "\nat_least atLeast", "\nat_least atleast", `"at least": "atleast" is none of ["atLeast"`},
		{numbers, numbersText, "\nabout = about", "\nabout = abuot", `"about": want a comparison`},
		{numbers, numbersText, "\nact\n", "\nact 1\n", `"act": want one word a line`},
	} {
		require.Contains(t, c.text, c.old)
		err := c.open(strings.Replace(c.text, c.old, c.new, 1))
		require.ErrorContains(t, err, c.err)
		require.Regexp(t, `^internal/claim/[a-z]+\.txt:[1-9][0-9]*: `, err.Error())
	}
}
