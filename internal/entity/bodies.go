package entity

import (
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/tag"
)

// bodies makes organizations of the names of one word that recognizers took for
// people, where the text names no such person in full, and what stands around one of
// them shows that it is a body: "shares in Vantor", "Vantor, which", "Vantor said it",
// "told the Ledger"; and of those of people or places that have "analysts at" before
// them. All names that are written alike follow.
func bodies(d *whosaid.Document, lex *lexicon, names []Name) {
	known := knownPeople(d, lex, names)
	body := map[key]bool{}
	for i := range names {
		n := &names[i]
		form := d.Slice(n.Span)
		if hasAnalysts(d, lex, n.Span) {
			body[key{whosaid.EntityPerson, form}], body[key{whosaid.EntityPlace, form}] = true, true
		}
		alone := n.Kind == whosaid.EntityPerson && n.Score < certain && !strings.Contains(form, " ")
		if alone && !known[form] && shownAsBody(d, lex, n.Span) {
			body[key{n.Kind, form}] = true
		}
	}
	for i := range names {
		if n := &names[i]; n.Score < certain && body[key{n.Kind, d.Slice(n.Span)}] {
			n.Kind = whosaid.EntityOrganization
		}
	}
}

// hasAnalysts reports whether a name is where they work: "an analyst at Vantor".
func hasAnalysts(d *whosaid.Document, lex *lexicon, s whosaid.Span) bool {
	i, _ := d.TokensIn(s)
	return i >= 2 && lex.is(d.Slice(d.Tokens[i-1].Span), isAt) && lex.is(strings.ToLower(d.Slice(d.Tokens[i-2].Span)), isAnalyst)
}

// knownPeople are the words of the names of people in full, and of those with a title.
func knownPeople(d *whosaid.Document, lex *lexicon, names []Name) map[string]bool {
	known := map[string]bool{}
	for i := range names {
		n := &names[i]
		words := strings.Fields(d.Slice(n.Span))
		if n.Kind == whosaid.EntityPerson && (len(words) > 1 || titled(d, lex, n.Start)) {
			for _, w := range words {
				known[w] = true
			}
		}
	}
	return known
}

// shownAsBody reports whether the words around a name are those around a body.
func shownAsBody(d *whosaid.Document, lex *lexicon, s whosaid.Span) bool {
	first, end := d.TokensIn(s)
	word := func(i int) string {
		if i < 0 || i >= len(d.Tokens) {
			return ""
		}
		return d.Slice(d.Tokens[i].Span)
	}
	switch {
	case lex.is(strings.ToLower(word(first-1)), isArticle):
		return !lex.isRole(strings.ToLower(word(first))) && endsName(d, end)
	case lex.is(word(first-1), isOf) || word(first-1) == "in":
		return lex.is(strings.ToLower(word(first-2)), isShare)
	case lex.is(word(end), isShare):
		return true
	case word(end) == ",":
		return word(end+1) == "which"
	}
	return saysIt(d, end)
}

// endsName reports whether what is at token i cannot go on with a name and its article:
// "the Vantor house", "the Vantors of Leeds".
func endsName(d *whosaid.Document, i int) bool {
	if i >= len(d.Tokens) {
		return true
	}
	switch tag := d.Tokens[i].Tag; tag {
	case "POS", "CC", "JJ", "CD":
		return false
	case "IN":
		return d.Slice(d.Tokens[i].Span) != "of"
	default:
		return !strings.HasPrefix(tag, "N")
	}
}

// saysIt reports whether a verb in the past stands at token i, and no other words than
// those of a day before an "it" with its verb: "said on Thursday it would close".
func saysIt(d *whosaid.Document, i int) bool {
	const farthest = 4
	if i >= len(d.Tokens) || d.Tokens[i].Tag != "VBD" {
		return false
	}
	for k := i + 1; k < len(d.Tokens) && k-i <= farthest; k++ {
		switch t := d.Tokens[k].Tag; {
		case t == "PRP":
			return d.Slice(d.Tokens[k].Span) == "it" && k+1 < len(d.Tokens) && (tag.IsFinite(d.Tokens[k+1].Tag))
		case t != "IN" && t != "NNP" && t != "CD":
			return false
		}
	}
	return false
}
