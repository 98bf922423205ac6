package entity

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// matched makes teams of the sides of a match: "Salford beat Burnley 3-0", where one is a
// team or the result follows, "Salford 2-1 Burnley Town". All names that are written alike
// follow, but for where the place is meant: "in Salford".
func matched(d *whosaid.Document, lex *lexicon, names []Name) {
	teams := map[string]bool{}
	for i := 1; i < len(names); i++ {
		a, b := &names[i-1], &names[i]
		if !mayBeTeam(a.Kind) || !mayBeTeam(b.Kind) || !sides(d, lex, a, b) {
			continue
		}
		for _, n := range [...]*Name{a, b} {
			n.Kind = whosaid.EntityOrganization
			teams[d.Slice(n.Span)] = true
		}
	}
	if len(teams) == 0 {
		return
	}
	short := shortForms(d, teams, names)
	for i := range names {
		n := &names[i]
		form := d.Slice(n.Span)
		if teams[form] && mayBeTeam(n.Kind) && !placed(d, lex, n.Start) ||
			short[form] && n.Kind == whosaid.EntityPerson && !titled(d, lex, n.Start) {
			n.Kind = whosaid.EntityOrganization
		}
	}
}

// mayBeTeam reports whether recognizers give teams this kind, though by mistake.
func mayBeTeam(k whosaid.EntityKind) bool {
	return k == whosaid.EntityPlace || k == whosaid.EntityOrganization || k == whosaid.EntityEvent
}

// sides reports whether two names are those of the sides of a match, by the word between them.
func sides(d *whosaid.Document, lex *lexicon, a, b *Name) bool {
	const longest = 16
	if b.Start-a.End > longest {
		return false
	}
	word := strings.TrimSpace(d.Slice(whosaid.Span{Start: a.End, End: b.Start}))
	if isResult(word) {
		return true
	}
	_, end := d.TokensIn(b.Span)
	result := end < len(d.Tokens) && isDigit(d.Text[d.Tokens[end].Start])
	return lex.is(word, isBeating) && (a.Kind != b.Kind || result)
}

// isResult reports whether a word is that of a match: "2-1", "102–98".
func isResult(word string) bool {
	const longest = 3
	us, them, ok := strings.Cut(strings.ReplaceAll(word, "–", "-"), "-")
	return ok && digits(us) && digits(them) && len(us) <= longest && len(them) <= longest
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// placed reports whether a word before an offset says that a place is meant: "in".
func placed(d *whosaid.Document, lex *lexicon, at int) bool {
	i, _ := d.TokensIn(whosaid.Span{Start: at, End: at + 1})
	return i > 0 && lex.is(d.Slice(d.Tokens[i-1].Span), isWhere)
}
