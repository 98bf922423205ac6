package entity

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// before reads what stands before a name: "U.S. Secretary of State John Kerry",
// "Secretary of the Department of Homeland Security Jeh Johnson", "author and
// singer Ann Lee".
func (f *roleFinder) before(m, first int, s *whosaid.Sentence) {
	head, end, org := f.headBefore(first, s)
	if head < 0 || f.word(end) == "," && f.modifies(first, s) {
		return
	}
	const most = 4
	for range most {
		start := f.widen(head, s.FirstToken, s)
		own := org
		if own < 0 {
			own = f.owner(head, start, s.FirstToken)
		}
		if own < 0 {
			own = f.ofWhere(m, first, s)
			if own >= 0 && f.c.all[own].kind == whosaid.EntityPlace && !f.lex.is(f.lower(head), isOffice) {
				own = -1 // where somebody lives
			}
		}
		f.add(f.cluster(m), head, start, end, own)
		if start-2 < s.FirstToken || !f.joins(start-1) || !f.isHead(start-2) {
			return
		}
		head, end = start-2, start-1
	}
}

// modifies reports whether the name at token i says whose role follows it: in "the
// lawyer, Lee aide Bo Day", Lee is not the lawyer.
func (f *roleFinder) modifies(i int, s *whosaid.Sentence) bool {
	next := f.skip(i, s)
	return next < s.EndToken && f.isHead(next)
}

// shared reads "Senators Ann Lee of Ohio and Bo Day of Utah": one role of
// several people.
func (f *roleFinder) shared(m, first int, s *whosaid.Sentence) {
	head := first - 1
	if head < s.FirstToken || f.at(head) >= 0 {
		return
	}
	one, ok := singular(f.lower(head))
	if !ok || !f.lex.isRole(one) {
		return
	}
	start := f.widen(head, s.FirstToken, s)
	org := f.owner(head, start, s.FirstToken)
	const most = 6
	for n, i := 0, first; n < most && i < s.EndToken; {
		switch at := f.at(i); {
		case at >= 0 && f.kind(at) == whosaid.EntityPerson:
			own := f.ofWhere(at, i, s)
			if own < 0 {
				own = org
			}
			f.roles = append(f.roles, role{f.span(start, head+1), f.cluster(at), own, one, false})
			n++
			i = f.skip(i, s)
		case at >= 0:
			i = f.skip(i, s)
		case f.word(i) == ",", f.lex.is(f.word(i), isConjunction|isOf):
			i++
		default:
			return
		}
	}
}

// singular is the singular of a noun that ends as plurals do.
func singular(word string) (string, bool) {
	for _, end := range [][2]string{{"women", "woman"}, {"men", "man"}, {"people", "person"}, {"ies", "y"}, {"sses", "ss"}, {"s", ""}} {
		if base, ok := strings.CutSuffix(word, end[0]); ok && base != "" && !strings.HasSuffix(word, "ss") {
			return base + end[1], true
		}
	}
	return "", false
}

// ofWhere reads "Ryan Norris of the University of Guelph": where a person with
// a role belongs.
func (f *roleFinder) ofWhere(m, i int, s *whosaid.Sentence) int {
	for i < s.EndToken && f.at(i) == m {
		i++
	}
	if i >= s.EndToken || !f.lex.is(f.lower(i), isOrigin) {
		return -1
	}
	org, _, _ := f.belongs(i, s)
	return org
}

// headBefore finds the head noun of a role that ends where a name begins. It
// returns the end of the role and the organization inside it.
func (f *roleFinder) headBefore(first int, s *whosaid.Sentence) (head, end, org int) {
	i := first - 1
	for i > s.FirstToken && f.lex.is(f.lower(i), isHonorific) { // "the director, Dr. Ann Lee"
		i--
	}
	if i > s.FirstToken && f.lex.is(f.lower(i), isPostposed) {
		i--
	}
	if i >= s.FirstToken && f.word(i) == "," { // "the chief executive, Ann Lee,"
		i--
	}
	if i < s.FirstToken {
		return -1, 0, -1
	}
	if f.isHead(i) {
		return i, i + 1, -1
	}
	if k := f.areaBefore(i, s); k >= 0 {
		return k - 1, i + 1, -1
	}
	of := f.ofBefore(i, s)
	if of < 0 || !f.isHead(of-1) {
		return -1, 0, -1
	}
	if m := f.at(i); m >= 0 { // "of the Department of Homeland Security"
		if k := f.kind(m); k == whosaid.EntityOrganization || k == whosaid.EntityPlace {
			return of - 1, of, f.cluster(m)
		}
		return -1, 0, -1
	}
	if !isUpper(f.word(i)) {
		return -1, 0, -1
	}
	return of - 1, i + 1, -1 // "of State"
}

// areaBefore finds what an office is for, in words that are no name and nobody's role,
// which token i ends: "spokeswoman for housing", "secretary of transport for roads",
// "speaker of the parliament". It returns the token behind the noun of the office, or -1.
func (f *roleFinder) areaBefore(i int, s *whosaid.Sentence) int {
	const most = 6
	article := false
	for n := 0; n < most && i > s.FirstToken && f.at(i) < 0; n++ {
		tag := f.d.Tokens[i].Tag
		switch {
		case n > 0 && f.lex.is(f.lower(i), isOf|isArea):
			if f.isHead(i-1) && (!article || i-1 == s.FirstToken || f.d.Tokens[i-2].Tag != "DT") {
				return i // "the owner of the house Ann Lee built" is not she
			}
		case tag == "DT" && n > 0:
			article = true
		case f.isHead(i), !strings.HasPrefix(tag, "NN") && tag != "JJ" && !f.joins(i):
			return -1
		}
		i--
	}
	return -1
}

// ofBefore finds the "of" in whose phrase token i stands, or -1. A name counts as
// one step to the left.
func (f *roleFinder) ofBefore(i int, s *whosaid.Sentence) int {
	const most = 8
	for n := 0; i > s.FirstToken; n++ {
		tag := f.d.Tokens[i].Tag
		switch {
		case f.lex.is(f.lower(i), isOf):
			return i
		case n == most || tag == "," || strings.HasPrefix(tag, "V"):
			return -1
		}
		m := f.at(i)
		for i--; m >= 0 && i > s.FirstToken && f.at(i) == m; {
			i--
		}
	}
	return -1
}

// widen goes left from the head noun of a role over the words that belong to
// it: "cyber policy expert", "National Security Advisor".
func (f *roleFinder) widen(head, limit int, s *whosaid.Sentence) int {
	const most = 6
	i := head
	for i > limit && head-i < most && f.at(i-1) < 0 && f.partOfRole(i-1, head, limit, s) {
		i--
	}
	return i
}

// partOfRole reports whether token i, which is in no name, belongs to the role
// whose head noun follows it.
func (f *roleFinder) partOfRole(i, head, limit int, s *whosaid.Sentence) bool {
	w := f.lower(i)
	if f.lex.is(w, isAside) || f.lex.is(f.word(i), isBody) {
		return false
	}
	return f.lex.is(w, isBefore) || f.joinsModifiers(i, head, limit) || f.modifier(i, head, s)
}

// joinsModifiers reports whether token i joins two modifiers of a role: "civil
// and environmental engineer", "anti-alcohol activist".
func (f *roleFinder) joinsModifiers(i, head, limit int) bool {
	hyphen := f.word(i) == "-"
	if i+1 == head || i <= limit || !hyphen && !f.joins(i) || f.at(i-1) >= 0 || f.isHead(i-1) {
		return false
	}
	tag := f.d.Tokens[i-1].Tag
	return tag == "JJ" || strings.HasPrefix(tag, "NN") && !f.lex.is(f.word(i), isConjunction)
}

// joins reports whether token i joins two of a kind: "author and singer".
func (f *roleFinder) joins(i int) bool { return f.word(i) == "&" || f.lex.is(f.word(i), isConjunction) }

// modifier reports whether token i can modify the noun of a role: "cyber policy
// expert". What has a capital does so in titles only: "National Security Advisor".
func (f *roleFinder) modifier(i, head int, s *whosaid.Sentence) bool {
	tag, title := f.d.Tokens[i].Tag, isUpper(f.word(head))
	if isUpper(f.word(i)) && i != s.FirstToken {
		return title && (tag == "JJ" || strings.HasPrefix(tag, "N"))
	}
	switch tag {
	case "NN", "NNS", "JJ":
		return true
	case "VBG":
		return i+1 < head
	case "NNP":
		return title && i == s.FirstToken
	}
	return false
}

// owner is the organization, place or nation that stands right before a role:
// "Foreign Ministry Spokesperson", "China's president", "Chinese President",
// "the party's 2018 nominee".
func (f *roleFinder) owner(head, start, limit int) int {
	i := start - 1
	aside := func(i int) bool {
		tag := f.d.Tokens[i].Tag
		return f.at(i) < 0 && (tag == "CD" || tag == "JJ" || f.lex.is(f.lower(i), isAside))
	}
	for n := 0; i >= limit && n < 2 && aside(i); n++ {
		i--
	}
	if i >= limit && f.d.Tokens[i].Tag == "POS" {
		i--
	}
	if i-2 >= limit && f.word(i) == ")" && f.at(i-1) >= 0 { // "World Health Organization (WHO) director"
		i--
	}
	if i < limit || f.at(i) < 0 {
		return -1
	}
	if i == start-1 && !f.lex.is(f.lower(head), isOffice) && f.isNationality(i, isUpper(f.word(head))) {
		return -1
	}
	return f.organization(f.at(i))
}

// isNationality reports whether the name at token i says where somebody comes
// from, not whom they serve: "Georgian tennis player", "U.S. actor", but "U.S.
// Ambassador". A role that is a title has a capital.
func (f *roleFinder) isNationality(i int, title bool) bool {
	switch f.kind(f.at(i)) {
	case whosaid.EntityGroup:
		return true
	case whosaid.EntityPlace:
		return isAcronym(f.word(i)) && !title
	}
	return false
}
