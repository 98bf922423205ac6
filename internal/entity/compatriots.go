package entity

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// compatriots makes peoples of the names that recognizers took for something else,
// where a phrase shows that one of a people is meant: "the Dane", "a fellow Scot".
func compatriots(d *whosaid.Document, lex *lexicon, names []Name) {
	for i := range names {
		n := &names[i]
		if n.Score >= certain || !lex.is(d.Slice(n.Span), isCompatriot) {
			continue
		}
		if first, end := d.TokensIn(n.Span); end-first == 1 && inPhrase(d, first) {
			n.Kind = whosaid.EntityGroup
		}
	}
}

// inPhrase reports whether token i ends a noun phrase that has an article or an
// adjective before it.
func inPhrase(d *whosaid.Document, i int) bool {
	if i == 0 || i+1 < len(d.Tokens) && strings.HasPrefix(d.Tokens[i+1].Tag, "NN") {
		return false
	}
	return d.Tokens[i-1].Tag == "DT" || d.Tokens[i-1].Tag == "JJ"
}
