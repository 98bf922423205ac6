package entity

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// headed makes organizations of the names that recognizers took for people or
// places, where their last word says that they are: "Dorn Foods", and where a
// hospital or a school acts: "Dorn Hospital sued". All names that are written alike follow.
func headed(d *whosaid.Document, lex *lexicon, names []Name) {
	bodies := map[string]bool{}
	for i := range names {
		n := &names[i]
		form := d.Slice(n.Span)
		k := strings.LastIndexByte(form, ' ')
		if k < 0 || n.Score >= certain {
			continue
		}
		switch head := form[k+1:]; n.Kind {
		case whosaid.EntityPerson:
			if lex.is(head, isFirmHead) && !titled(d, lex, n.Start) {
				bodies[form] = true
			}
		case whosaid.EntityPlace:
			if lex.is(head, isInstitution) && acts(d, lex, n.Span) {
				bodies[form] = true
			}
		}
	}
	if len(bodies) == 0 {
		return
	}
	short := shortForms(d, bodies, names)
	for i := range names {
		n := &names[i]
		if form := d.Slice(n.Span); bodies[form] || short[form] && n.Kind == whosaid.EntityPerson && !titled(d, lex, n.Start) {
			n.Kind = whosaid.EntityOrganization
		}
	}
}

// shortForms are the first words of bodies, "Dorn", but for the surnames of people
// in the text.
func shortForms(d *whosaid.Document, bodies map[string]bool, names []Name) map[string]bool {
	short := map[string]bool{}
	for form := range bodies {
		first, _, _ := strings.Cut(form, " ")
		short[first] = true
	}
	for i := range names {
		form := d.Slice(names[i].Span)
		if k := strings.LastIndexByte(form, ' '); k >= 0 && names[i].Kind == whosaid.EntityPerson && !bodies[form] {
			delete(short, form[k+1:])
		}
	}
	return short
}

// acts reports whether a verb of doing follows a name, or the place where it is:
// "Dorn Hospital in Lund sued". What it is, and what is done there, are no deeds.
func acts(d *whosaid.Document, lex *lexicon, s whosaid.Span) bool {
	_, i := d.TokensIn(s)
	if i+1 < len(d.Tokens) && d.Tokens[i].Tag == "IN" {
		for i++; i < len(d.Tokens) && d.Tokens[i].Tag == "NNP"; i++ {
		}
	}
	if i >= len(d.Tokens) || d.Tokens[i].Tag != "VBD" && d.Tokens[i].Tag != "VBZ" {
		return false
	}
	return !lex.is(d.Slice(d.Tokens[i].Span), isBeing)
}
