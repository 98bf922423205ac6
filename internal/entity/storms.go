package entity

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// storms makes events of the names that recognizers took for people, where their
// first word says that they are: "Storm Hilda", and "Hilda" behind it.
func storms(d *whosaid.Document, lex *lexicon, names []Name) {
	hit := map[string]bool{}
	for i := range names {
		n := &names[i]
		if n.Kind != whosaid.EntityPerson || n.Score >= certain {
			continue
		}
		form := d.Slice(n.Span)
		first, own, _ := strings.Cut(form, " ")
		switch {
		case own != "" && lex.is(first, isStorm):
			hit[own] = true
		case !hit[form] || titled(d, lex, n.Start):
			continue
		}
		n.Kind = whosaid.EntityEvent
	}
}
