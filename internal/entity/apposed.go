package entity

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// apposed reclassifies names that follow a noun for an organization: "Norwegian
// software company Dorn", "carrier Orbit Air". Other names that are spelled
// alike follow. A number right behind such a name is part of it, there and
// wherever the text repeats it: "security company Orbit 360".
func apposed(d *whosaid.Document, lex *lexicon, names []Name) {
	number := map[string]string{} // by name: the number that follows it, or ""
	for i := range names {
		n := &names[i]
		form := d.Slice(n.Span)
		if _, known := number[form]; !known && mayBeFirm(n.Kind) && (followsFirm(d, lex, n.Span, n.Kind) || precedesFirm(d, lex, n)) {
			number[form] = numberAfter(d, n.Span)
		}
	}
	for i := range names {
		n := &names[i]
		num, known := number[d.Slice(n.Span)]
		if !known || !mayBeFirm(n.Kind) || n.Kind == whosaid.EntityPerson && titled(d, lex, n.Start) {
			continue
		}
		n.Kind = whosaid.EntityOrganization
		if num != "" && numberAfter(d, n.Span) == num {
			_, end := d.TokensIn(n.Span)
			n.End = d.Tokens[end].End
		}
	}
}

// mayBeFirm reports whether recognizers give organizations this kind by
// mistake.
func mayBeFirm(k whosaid.EntityKind) bool {
	return k == whosaid.EntityOrganization || k == whosaid.EntityPerson || k == whosaid.EntityProduct || k == whosaid.EntityPlace
}

// followsFirm reports whether a noun for an organization, with a modifier of
// its own, stands before the name, not "the company Lee founded", or the name says
// which one is meant: "The firm, Orbit, said". Where it was taken for a place, the
// modifier has to be a noun: "pension fund Dorn", not "the Finnish company Turku knows".
func followsFirm(d *whosaid.Document, lex *lexicon, s whosaid.Span, taken whosaid.EntityKind) bool {
	i, end := d.TokensIn(s)
	if i > 2 && end < len(d.Tokens) && d.Tokens[i-1].Tag == "," && d.Tokens[end].Tag == "," {
		return lex.is(d.Slice(d.Tokens[i-2].Span), isFirm) && opensWithThe(d, lex, i-3) && !listed(d, end)
	}
	if opensWithFirm(d, lex, i) {
		return true
	}
	if i < 2 || d.Tokens[i-1].Tag != "NN" || !lex.is(d.Slice(d.Tokens[i-1].Span), isFirm) {
		return false
	}
	switch d.Tokens[i-2].Tag {
	case "NN":
	case "JJ", "NNP", "NNS", "VBG", "VBN", "HYPH":
		if taken == whosaid.EntityPlace {
			return false
		}
	default:
		return false
	}
	return d.Tokens[i-1].Start-d.Tokens[i-2].End <= 1
}

// opensWithFirm reports whether nothing but a noun for an organization stands before token i
// in its sentence: "Carmaker Orbit said".
func opensWithFirm(d *whosaid.Document, lex *lexicon, i int) bool {
	if i == 0 || !lex.is(strings.ToLower(d.Slice(d.Tokens[i-1].Span)), isFirm) {
		return false
	}
	s := d.SentenceAt(d.Tokens[i].Start)
	return s >= 0 && d.Sentences[s].FirstToken == i-1
}

// precedesFirm reports whether a noun for an organization says behind a name that was taken
// for a person's what it is: "Dorn, the city's gas utility,".
func precedesFirm(d *whosaid.Document, lex *lexicon, n *Name) bool {
	const longest = 7
	_, i := d.TokensIn(n.Span)
	if n.Kind != whosaid.EntityPerson || i+2 >= len(d.Tokens) || d.Tokens[i].Tag != "," || d.Tokens[i+1].Tag != "DT" {
		return false
	}
	for k := i + 2; k+1 < min(len(d.Tokens), i+longest); k++ {
		switch next := d.Tokens[k+1].Tag; {
		case d.Tokens[k].Tag == "NN" && (next == "," || next == "."):
			return lex.is(d.Slice(d.Tokens[k].Span), isFirm) && !listed(d, k+1)
		case d.Tokens[k].Tag != "POS" && d.Tokens[k].Tag != "HYPH" && !takesModifier(d.Tokens[k].Tag):
			return false
		}
	}
	return false
}

// takesModifier reports whether a tag is one of the words between an article and its noun.
func takesModifier(tag string) bool {
	return strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "JJ")
}

// opensWithThe reports whether token i is "the" and begins its sentence, so that nothing
// else is meant: not "the owner of the firm, Lee, said".
func opensWithThe(d *whosaid.Document, lex *lexicon, i int) bool {
	return opensSentence(d, i) && lex.is(strings.ToLower(d.Slice(d.Tokens[i].Span)), isArticle)
}

// listed reports whether the comma at token i has another of a list behind it: "the firm,
// Lee, and others".
func listed(d *whosaid.Document, i int) bool {
	return i+1 < len(d.Tokens) && d.Tokens[i+1].Tag == "CC"
}

// numberAfter is the number of a few digits directly behind a name, or "".
func numberAfter(d *whosaid.Document, s whosaid.Span) string {
	_, end := d.TokensIn(s)
	if end >= len(d.Tokens) || d.Tokens[end].Start != s.End+1 {
		return ""
	}
	w := d.Slice(d.Tokens[end].Span)
	if len(w) > 4 || strings.Trim(w, "0123456789") != "" {
		return ""
	}
	return w
}
