package entity

import (
	"context"
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
)

// A role is what the text says a person is.
type role struct {
	span        whosaid.Span
	person, org int // clusters; org is -1 if not told
	head        string
	kin         bool // tells of the person, but is no role
}

// roleFinder looks for roles around the names of people.
type roleFinder struct {
	d   *whosaid.Document
	lex *lexicon
	c   *clusters
	// name is, for each token from first on of the present sentence, the
	// mention that it is part of, or -1. The mentions before next are done.
	name        []int32
	first, next int
	roles       []role
}

// findRoles returns the roles of people, in the order of the mentions that they
// stand beside.
func findRoles(ctx context.Context, d *whosaid.Document, lex *lexicon, c *clusters) *roleFinder {
	f := &roleFinder{d: d, lex: lex, c: c}
	for si := 0; si < len(d.Sentences) && ctx.Err() == nil; si++ {
		s := &d.Sentences[si]
		f.enter(s)
		for i := s.FirstToken; i < s.EndToken; {
			m := f.at(i)
			if m < 0 || c.all[c.mentions[m].cluster].kind != whosaid.EntityPerson {
				i++
				continue
			}
			end := i + 1
			for end < s.EndToken && f.at(end) == m {
				end++
			}
			f.before(m, i, s)
			f.shared(m, i, s)
			f.after(f.cluster(m), end, s)
			i = end
		}
	}
	f.first, f.next = 0, 0
	return f
}

// enter goes to a sentence, which comes after the one before in the text.
func (f *roleFinder) enter(s *whosaid.Sentence) {
	f.first = s.FirstToken
	f.name = slices.Grow(f.name[:0], s.EndToken-s.FirstToken)[:s.EndToken-s.FirstToken]
	for i := range f.name {
		f.name[i] = -1
	}
	for ; f.next < len(f.c.mentions) && f.c.mentions[f.next].span.Start < s.End; f.next++ {
		first, end := f.d.TokensIn(f.c.mentions[f.next].span)
		for i := max(first, s.FirstToken); i < min(end, s.EndToken); i++ {
			f.name[i-f.first] = int32(f.next)
		}
		if end > s.EndToken {
			return // it goes on in the next sentence
		}
	}
}

// at is the mention that token i of the present sentence is part of, or -1.
func (f *roleFinder) at(i int) int {
	if i -= f.first; i < 0 || i >= len(f.name) {
		return -1
	}
	return int(f.name[i])
}

// ofPronouns adds what stands after pronouns: "She is a lawyer".
func (f *roleFinder) ofPronouns(links []link) {
	si := 0
	for _, l := range links {
		if l.form != whosaid.MentionPronoun || l.cluster >= len(f.c.all) || f.c.all[f.c.root(l.cluster)].kind != whosaid.EntityPerson {
			continue
		}
		for si < len(f.d.Sentences) && f.d.Sentences[si].End <= l.span.Start {
			si++
		}
		if si < len(f.d.Sentences) && (f.first != f.d.Sentences[si].FirstToken || len(f.name) == 0) {
			f.enter(&f.d.Sentences[si])
		}
		_, end := f.d.TokensIn(l.span)
		if si < len(f.d.Sentences) && end < f.d.Sentences[si].EndToken && f.word(end) != "," && f.word(end) != "(" {
			f.after(f.c.root(l.cluster), end, &f.d.Sentences[si])
		}
	}
}

func (f *roleFinder) word(i int) string { return f.d.Slice(f.d.Tokens[i].Span) }

func (f *roleFinder) lower(i int) string { return strings.ToLower(f.word(i)) }

// isHead reports whether token i is the head noun of a role, and not part of a
// name of something else.
func (f *roleFinder) isHead(i int) bool {
	return f.at(i) < 0 && f.lex.isRole(f.lower(i))
}

func (f *roleFinder) span(first, end int) whosaid.Span {
	return whosaid.Span{Start: f.d.Tokens[first].Start, End: f.d.Tokens[end-1].End}
}

// add notes that the tokens [start, end), with their noun at head, are a role
// of a person.
func (f *roleFinder) add(person, head, start, end, org int) {
	f.roles = append(f.roles, role{f.span(start, end), person, org, f.lower(head), f.lex.is(f.lower(head), isKin)})
}

// before reads what stands before a name: "U.S. Secretary of State John Kerry",
// "Secretary of the Department of Homeland Security Jeh Johnson", "author and
// singer Ann Lee".
func (f *roleFinder) before(m, first int, s *whosaid.Sentence) {
	head, end, org := f.headBefore(first, s)
	if head < 0 {
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
		if start-2 < s.FirstToken || f.word(start-1) != "and" && f.word(start-1) != "&" || !f.isHead(start-2) {
			return
		}
		head, end = start-2, start-1
	}
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
		case f.word(i) == "," || f.word(i) == "and" || f.word(i) == "of":
			i++
		default:
			return
		}
	}
}

// skip is the token after the name that token i is part of.
func (f *roleFinder) skip(i int, s *whosaid.Sentence) int {
	m := f.at(i)
	for i < s.EndToken && f.at(i) == m {
		i++
	}
	return i
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
	if i >= s.EndToken || f.lower(i) != "of" && f.lower(i) != "from" {
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
	if i > s.FirstToken && strings.EqualFold(f.word(i), "emeritus") {
		i--
	}
	last := i
	if i >= s.FirstToken && f.word(i) == "," { // "the chief executive, Ann Lee,"
		i--
		last = i
	}
	if i < s.FirstToken {
		return -1, 0, -1
	}
	if f.isHead(i) {
		return i, i + 1, -1
	}
	// "… of State", "… of the Department of Homeland Security"
	j := i
	for n := 0; j > s.FirstToken && n < 8 && f.lower(j) != "of" && f.d.Tokens[j].Tag != "," && !strings.HasPrefix(f.d.Tokens[j].Tag, "V"); n++ {
		j--
		if f.at(j+1) >= 0 { // step over the whole name
			for j > s.FirstToken && f.at(j) == f.at(j+1) {
				j--
			}
		}
	}
	if j <= s.FirstToken || f.lower(j) != "of" || !f.isHead(j-1) || i != last {
		return -1, 0, -1
	}
	if n := f.at(i); n >= 0 {
		if k := f.kind(n); k == whosaid.EntityOrganization || k == whosaid.EntityPlace {
			return j - 1, j, f.cluster(n)
		}
		return -1, 0, -1
	}
	if !isUpper(f.word(i)) {
		return -1, 0, -1
	}
	return j - 1, i + 1, -1
}

func (f *roleFinder) kind(m int) whosaid.EntityKind { return f.c.all[f.cluster(m)].kind }

func (f *roleFinder) cluster(m int) int { return f.c.root(f.c.mentions[m].cluster) }

// widen goes left from the head noun of a role over the words that belong to
// it: "cyber policy expert", "National Security Advisor".
func (f *roleFinder) widen(head, limit int, s *whosaid.Sentence) int {
	capital := isUpper(f.word(head))
	i := head
	for i > limit && head-i < 6 && f.at(i-1) < 0 {
		w, tag := f.word(i-1), f.d.Tokens[i-1].Tag
		plain := tag == "NN" || tag == "JJ" || tag == "NNS" || tag == "VBG" && i < head
		switch opening := i-1 == s.FirstToken; {
		case f.lex.is(strings.ToLower(w), isAside), f.lex.is(w, isBody):
			return i
		case f.lex.is(strings.ToLower(w), isBefore):
		case i < head && i-2 >= limit && (w == "and" || w == "-" || w == "&") && f.at(i-2) < 0 && !f.isHead(i-2) && f.modifies(i-2, w):
		case capital && isUpper(w) && !opening && strings.HasPrefix(tag, "N") || capital && isUpper(w) && !opening && tag == "JJ":
		case plain && (!isUpper(w) || opening), capital && opening && tag == "NNP":
		default:
			return i
		}
		i--
	}
	return i
}

// modifies reports whether token i can be the first of two modifiers joined
// by a word: "civil and environmental engineer", "anti-alcohol activist".
func (f *roleFinder) modifies(i int, by string) bool {
	tag := f.d.Tokens[i].Tag
	return tag == "JJ" || by != "and" && strings.HasPrefix(tag, "NN")
}

func isUpper(w string) bool { return w != "" && 'A' <= w[0] && w[0] <= 'Z' }

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
	if !f.lex.is(f.lower(head), isOffice) && i == start-1 && f.isNation(i) && !(isUpper(f.word(head)) && f.kind(f.at(i)) == whosaid.EntityPlace) {
		return -1 // "Georgian tennis player", "U.S. actor"
	}
	return f.organization(f.at(i))
}

// isNation reports whether the name at token i is a nationality, or a country
// in short that stands for one.
func (f *roleFinder) isNation(i int) bool {
	return f.kind(f.at(i)) == whosaid.EntityGroup || f.kind(f.at(i)) == whosaid.EntityPlace && isAcronym(f.word(i))
}

// organization is the cluster that a role can belong to by mention m: a nation
// stands for its country, if the text names that.
func (f *roleFinder) organization(m int) int {
	at := f.cluster(m)
	switch cl := &f.c.all[at]; cl.kind {
	case whosaid.EntityOrganization, whosaid.EntityPlace:
		return at
	case whosaid.EntityGroup:
		if country, ok := f.c.country(at); ok {
			return country
		}
		return at
	}
	return -1
}

// after reads what stands after a name: ", a senior fellow at the Brookings
// Institution", "is the mayor of Springfield", "who served as president".
func (f *roleFinder) after(person, end int, s *whosaid.Sentence) {
	i := f.opening(end, s)
	const most = 5
	for n := 0; i >= 0 && i < s.EndToken && n < most; n++ {
		next := f.phrase(person, i, s)
		if next < 0 {
			return
		}
		i = next
		joint := false
		for i < s.EndToken && (f.word(i) == "," || f.word(i) == "and") { // "a writer, activist and singer"
			joint = true
			i++
		}
		if !joint {
			return
		}
	}
}

// opening is the token after what leads from a name, that ends before token
// i, to a role of it; -1 if nothing does.
func (f *roleFinder) opening(i int, s *whosaid.Sentence) int {
	if i >= s.EndToken {
		return -1
	}
	if comma := f.word(i) == "," || f.word(i) == "("; comma && i+2 < s.EndToken && f.lower(i+1) == "who" {
		i += 2
	}
	switch f.lower(i) {
	case ",", "(":
		i++
		if i+1 < s.EndToken && f.d.Tokens[i].Tag == "CD" && f.word(i+1) == "," { // "Ann Lee, 43, a nurse"
			i += 2
		}
		return i
	case "is", "was", "became", "remains":
		i++
		if i < s.EndToken && f.lex.is(f.lower(i), isAppointed) {
			i++
			if i < s.EndToken && f.lower(i) == "as" {
				i++
			}
		}
		return i
	case "serves", "served", "works", "worked", "acted":
		for n := 0; n < 4 && i+1 < s.EndToken; n++ { // "served eight years as"
			i++
			if f.lower(i) == "as" {
				return i + 1
			}
		}
	}
	return -1
}

// phrase reads one noun phrase at token i that may be a role, and returns the
// token after it and what it belongs to; -1 if it is none.
func (f *roleFinder) phrase(person, i int, s *whosaid.Sentence) int {
	for i < s.EndToken && f.at(i) < 0 && (f.d.Tokens[i].Tag == "DT" || f.d.Tokens[i].Tag == "PRP$" || f.d.Tokens[i].Tag == "RB") {
		i++
	}
	head := f.headAfter(i, s)
	if head < 0 {
		return -1
	}
	start := max(i, f.widen(head, i, s))
	org := f.owner(head, start, i)
	end := head + 1
	own, titleEnd, next := f.belongs(end, s)
	if next < s.EndToken && f.at(next) >= 0 && f.kind(f.at(next)) == whosaid.EntityPerson {
		return -1 // "Ann Lee, head of Orbit Labs Bo Day": another's
	}
	if own >= 0 {
		org = own
	} else if titleEnd > 0 {
		end = titleEnd
	}
	if i < start && f.isHead(start-2) && start-2 >= i && f.word(start-1) == "and" { // "president and founder of"
		f.add(person, start-2, max(i, f.widen(start-2, i, s)), start-1, org)
	}
	f.add(person, head, start, end, org)
	return max(next, end)
}

// headAfter finds the last head noun of a role in the noun phrase that begins
// at token i.
func (f *roleFinder) headAfter(i int, s *whosaid.Sentence) int {
	head := -1
	for n := 0; i < s.EndToken && n < 14; i, n = i+1, n+1 {
		tag := f.d.Tokens[i].Tag
		switch {
		case f.isHead(i):
			head = i
		case f.at(i) >= 0 && f.kind(f.at(i)) == whosaid.EntityPerson:
			return -1
		case f.at(i) >= 0, strings.HasPrefix(tag, "NN"), strings.HasPrefix(tag, "JJ"), tag == "POS", tag == "CD", tag == "DT" && head < 0,
			tag == "VBN" && head < 0, tag == "VBG", tag == "-", tag == ":", tag == "RB" && head < 0:
		case tag == "CC" && head < 0, tag == "CC" && i+1 < s.EndToken && f.isHead(i+1):
		default:
			return head
		}
	}
	return head
}

// belongs reads "of Aliyun.com", "at Stanford University's Hoover Institution"
// after a role. It returns the last name there or, where none is, the end of
// "of State", "of global news"; and the token after it all.
func (f *roleFinder) belongs(i int, s *whosaid.Sentence) (org, titleEnd, next int) {
	if i >= s.EndToken {
		return -1, 0, i
	}
	switch f.lower(i) {
	case "of", "at", "for", "with", "in", "from":
	default:
		return -1, 0, i
	}
	of, capital := f.lower(i) == "of", isUpper(f.word(i-1))
	for i++; i < s.EndToken && f.at(i) < 0; i++ {
		tag := f.d.Tokens[i].Tag
		if tag != "DT" && tag != "JJ" && !strings.HasPrefix(tag, "NN") {
			return -1, titleEnd, i
		}
		if of && tag != "DT" && (capital || !isUpper(f.word(i))) {
			titleEnd = i + 1
		}
	}
	org = -1
	for i < s.EndToken && f.at(i) >= 0 && f.kind(f.at(i)) != whosaid.EntityPerson {
		if o := f.organization(f.at(i)); o >= 0 {
			org = o
		}
		i = f.skip(i, s)
		if i+1 < s.EndToken && f.d.Tokens[i].Tag == "POS" && f.at(i+1) >= 0 {
			i++
		}
	}
	return org, titleEnd, i
}
