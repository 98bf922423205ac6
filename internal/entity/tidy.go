package entity

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// tidy brings names into the form that guidelines of annotation ask for,
// whatever the recognizer: people without titles, no "State" out of "Secretary
// of State", and one kind for names that are spelled alike unless there is
// evidence of two things.
func tidy(d *whosaid.Document, lex *lexicon, names []Name) []Name {
	out := make([]Name, 0, len(names))
	for _, n := range parted(d, lex, names) {
		if n.Kind == whosaid.EntityPerson {
			n.Span = withoutTitles(d, lex, withoutJob(d, lex, withoutPortfolio(d, lex, n.Span)))
			if onlyOffice(d, lex, n.Span) || lex.is(d.Slice(n.Span), isOwnKin) {
				continue
			}
		}
		if partyAndState(lex, d.Slice(n.Span)) {
			continue
		}
		if n.Kind == whosaid.EntityOrganization && onlyPortfolio(d, lex, n.Span) {
			continue
		}
		out = append(out, n)
	}
	headed(d, lex, out)
	bodies(d, lex, out)
	storms(d, lex, out)
	compatriots(d, lex, out)
	vote(d, lex, out)
	apposed(d, lex, out)
	matched(d, lex, out)
	return out
}

// parted makes two names of what recognizers took for one of a person or a body over a
// word that stands in none: "neither Ann Lee nor Bo Day".
func parted(d *whosaid.Document, lex *lexicon, names []Name) []Name {
	out := make([]Name, 0, len(names))
	for _, n := range names {
		if n.Kind == whosaid.EntityPerson || n.Kind == whosaid.EntityOrganization {
			first, end := d.TokensIn(n.Span)
			for i := first + 1; i+1 < end; i++ {
				if lex.is(d.Slice(d.Tokens[i].Span), isBetween) {
					out = append(out, Name{whosaid.Span{Start: n.Start, End: d.Tokens[i-1].End}, n.Kind, n.Score})
					n.Start = d.Tokens[i+1].Start
				}
			}
		}
		out = append(out, n)
	}
	return out
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// withoutTitles cuts titles off the front of a person's name: "Spokesperson
// Ann Lee", "Gen. Lee". The last word always stays.
func withoutTitles(d *whosaid.Document, lex *lexicon, s whosaid.Span) whosaid.Span {
	text := d.Slice(s)
	const most = 8
	cut, at := 0, 0
	for range most {
		end := strings.IndexAny(text[at:], " \t\r\n")
		if end < 0 {
			break
		}
		word := strings.ToLower(strings.TrimSuffix(text[at:at+end], "."))
		next := at + end + len(text[at+end:]) - len(strings.TrimLeft(text[at+end:], " \t\r\n"))
		if next >= len(text) {
			break
		}
		at = next
		if lex.is(word, isTitle) || cut > 0 && lex.is(word, isSubtitle) {
			cut = at
		} else if !lex.is(word, isBefore) && !lex.is(strings.Trim(word, ","), isTitle) {
			break
		}
	}
	s.Start += cut
	return s
}

// withoutPortfolio cuts off what ministers and secretaries are of: "Minister of Works
// Ann Lee". The last word always stays.
func withoutPortfolio(d *whosaid.Document, lex *lexicon, s whosaid.Span) whosaid.Span {
	first, end := d.TokensIn(s)
	word := func(i int) string { return d.Slice(d.Tokens[i].Span) }
	if first == 0 || !lex.is(strings.ToLower(word(first-1)), isOf|isArea|isConjunction) {
		return s
	}
	for ; first+1 < end && lex.is(word(first), isPortfolio); first++ {
		s.Start = d.Tokens[first+1].Start
	}
	return s
}

// withoutJob cuts the noun for a body, or, where two words or more are left, for what somebody
// does off a name that opens a sentence: "Carmaker Dorn Hill", "Saxophonist Ann Lee".
func withoutJob(d *whosaid.Document, lex *lexicon, s whosaid.Span) whosaid.Span {
	first, end := d.TokensIn(s)
	if first+1 >= end || !opensSentence(d, first) {
		return s
	}
	word := strings.ToLower(d.Slice(d.Tokens[first].Span))
	if lex.is(word, isFirm) || first+2 < end && lex.isRole(word) {
		s.Start = d.Tokens[first+1].Start
	}
	return s
}

// opensSentence reports whether token i is the first of its sentence.
func opensSentence(d *whosaid.Document, i int) bool {
	s := d.SentenceAt(d.Tokens[i].Start)
	return s >= 0 && d.Sentences[s].FirstToken == i
}

// partyAndState reports whether a name is what stands behind one in Congress:
// "Ann Lee (D-Ohio)".
func partyAndState(lex *lexicon, name string) bool {
	party, state, ok := strings.Cut(name, "-")
	return ok && lex.is(party, isParty) && isUpper(state) && !strings.Contains(state, " ")
}

// onlyOffice reports whether nothing but what an office is for is left of a name
// without its title: "of State".
func onlyOffice(d *whosaid.Document, lex *lexicon, s whosaid.Span) bool {
	first, _, _ := strings.Cut(d.Slice(s), " ")
	return lex.is(first, isOf)
}

// onlyPortfolio reports whether a name is only the end of "Secretary of State".
func onlyPortfolio(d *whosaid.Document, lex *lexicon, s whosaid.Span) bool {
	if !lex.is(d.Slice(s), isPortfolio) {
		return false
	}
	i, _ := d.TokensIn(s)
	word := func(i int) string { return d.Slice(d.Tokens[i].Span) }
	return i >= 2 && lex.is(word(i-1), isOf) && isUpper(word(i-2)) && lex.isRole(strings.ToLower(word(i-2)))
}

// A ballot holds the evidence for each kind of a name.
type ballot struct {
	weight map[whosaid.EntityKind]float64
	// backed kinds have evidence of their own: a longer name that contains this
	// one, or a title.
	backed map[whosaid.EntityKind]bool
}

// Names with a score of certain or more keep their kind.
const certain = 0.95

// vote gives the names that are written alike one kind, the one with the most
// weight, but leaves kinds that have evidence of their own: "Ford" the company
// beside "Henry Ford".
func vote(d *whosaid.Document, lex *lexicon, names []Name) {
	ballots := map[string]*ballot{}
	for i := range names {
		form := d.Slice(names[i].Span)
		b := ballots[form]
		if b == nil {
			b = &ballot{map[whosaid.EntityKind]float64{}, map[whosaid.EntityKind]bool{}}
			ballots[form] = b
		}
		b.weight[names[i].Kind] += names[i].Score
		if names[i].Kind == whosaid.EntityPerson && titled(d, lex, names[i].Start) {
			b.backed[whosaid.EntityPerson] = true
		}
	}
	for i := range names {
		back(d, ballots, &names[i])
	}
	for i := range names {
		n := &names[i]
		b := ballots[d.Slice(n.Span)]
		if n.Score >= certain || len(b.weight) == 1 || b.backed[n.Kind] || !votes(n.Kind) {
			continue
		}
		best := n.Kind
		for _, k := range []whosaid.EntityKind{whosaid.EntityPerson, whosaid.EntityOrganization, whosaid.EntityPlace} {
			if b.stronger(k, best) {
				best = k
			}
		}
		n.Kind = best
	}
}

// votes reports whether names of a kind may be taken for another.
func votes(k whosaid.EntityKind) bool {
	return k == whosaid.EntityPerson || k == whosaid.EntityOrganization || k == whosaid.EntityPlace
}

func (b *ballot) stronger(a, than whosaid.EntityKind) bool {
	const reason = 0.5 // what a reason adds to the weight
	weigh := func(k whosaid.EntityKind) float64 {
		if b.backed[k] {
			return b.weight[k] + reason
		}
		return b.weight[k]
	}
	return weigh(a) > weigh(than)
}

// back counts a longer name as evidence for the kind of a shorter one in it:
// the surname of a person, the first word of an organization.
func back(d *whosaid.Document, ballots map[string]*ballot, n *Name) {
	words := strings.Fields(d.Slice(n.Span))
	if len(words) < 2 {
		return
	}
	var part string
	switch n.Kind {
	case whosaid.EntityPerson:
		part = words[len(words)-1]
	case whosaid.EntityOrganization:
		part = words[0]
	default:
		return
	}
	// "Boston Globe" says nothing of Boston.
	if b := ballots[part]; b != nil && (n.Kind == whosaid.EntityPerson || b.weight[whosaid.EntityPlace] == 0) {
		b.backed[n.Kind] = true
		if b.weight[n.Kind] == 0 {
			b.weight[n.Kind] = n.Score / 2
		}
	}
}

// titled reports whether "Mr." or the like stands before an offset.
func titled(d *whosaid.Document, lex *lexicon, at int) bool {
	i, _ := d.TokensIn(whosaid.Span{Start: at, End: at + 1})
	return i > 0 && lex.is(strings.ToLower(d.Slice(d.Tokens[i-1].Span)), isHonorific)
}
