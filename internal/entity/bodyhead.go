package entity

import (
	"slices"

	"github.com/whosaid/whosaid"
)

// several marks a head that more than one body has.
const several = -1

// nameHead is the word that says what a body is: "department" of "Department of
// Parks", "council" of "Lund City Council"; "" if that is no word which many bodies share.
func (l *lexicon) nameHead(words []string) string {
	end := slices.IndexFunc(words, func(w string) bool { return l.is(w, isSmall) })
	if end < 0 {
		end = len(words)
	}
	if end == 0 || len(words) < 2 || !l.is(words[end-1], isCommon|isUnit) {
		return ""
	}
	return words[end-1]
}

// rememberHead notes that cluster at may be called by the head of its name alone.
func (c *clusters) rememberHead(at int, words []string) {
	if c.all[at].kind != whosaid.EntityOrganization {
		return
	}
	h := c.lex.nameHead(words)
	if h == "" {
		return
	}
	if was, ok := c.byHead[h]; ok && was != several && c.root(was) != c.root(at) {
		at = several
	} else if was == several && ok {
		at = several
	}
	c.byHead[h] = at
}

// findHead joins "the Department" to the only body of the text so far whose name has
// that head. The name begins with token i.
func (c *clusters) findHead(kind whosaid.EntityKind, words []string, i int) (int, bool) {
	if kind != whosaid.EntityOrganization || len(words) != 1 || i == 0 || !c.lex.is(c.low(i-1), isArticle) {
		return 0, false
	}
	at, ok := c.byHead[words[0]]
	return at, ok && at != several
}
