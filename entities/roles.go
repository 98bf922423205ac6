package entities

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// A role is what the text says a person is.
type role struct {
	span        whosaid.Span
	person, org int // clusters; org is -1 if not told
	head        string
}

// roleFinder looks for roles around the names of people.
type roleFinder struct {
	d   *whosaid.Document
	lex *lexicon
	c   *clusters
	// name is, for each token, the mention that it is part of, or -1.
	name []int
}

// findRoles returns the roles of people, in the order of the mentions that they
// stand beside.
func findRoles(d *whosaid.Document, lex *lexicon, c *clusters) []role {
	f := &roleFinder{d: d, lex: lex, c: c, name: make([]int, len(d.Tokens))}
	for i := range f.name {
		f.name[i] = -1
	}
	for m := range c.mentions {
		first, end := d.TokensIn(c.mentions[m].span)
		for i := first; i < end; i++ {
			f.name[i] = m
		}
	}
	var out []role
	for _, s := range d.Sentences {
		for i := s.FirstToken; i < s.EndToken; {
			m := f.name[i]
			if m < 0 || c.all[c.mentions[m].cluster].kind != whosaid.Person {
				i++
				continue
			}
			end := i + 1
			for end < s.EndToken && f.name[end] == m {
				end++
			}
			out = f.before(m, i, &s, out)
			out = f.after(m, end, &s, out)
			i = end
		}
	}
	return out
}

func (f *roleFinder) word(i int) string { return f.d.Slice(f.d.Tokens[i].Span) }

func (f *roleFinder) lower(i int) string { return strings.ToLower(f.word(i)) }

// isHead reports whether token i is the head noun of a role, and not part of a
// name of something else.
func (f *roleFinder) isHead(i int) bool {
	return f.name[i] < 0 && f.lex.isRole(f.lower(i))
}

func (f *roleFinder) span(first, end int) whosaid.Span {
	return whosaid.Span{Start: f.d.Tokens[first].Start, End: f.d.Tokens[end-1].End}
}

// before reads what stands before a name: "U.S. Secretary of State John Kerry",
// "Secretary of the Department of Homeland Security Jeh Johnson".
func (f *roleFinder) before(m, first int, s *whosaid.Sentence, out []role) []role {
	head, end, org := f.headBefore(first, s)
	if head < 0 {
		return out
	}
	start := f.widen(head, s.FirstToken)
	if org < 0 {
		org = f.owner(start, s.FirstToken)
	}
	if org < 0 {
		org = f.ofWhere(m, first, s)
	}
	return append(out, role{f.span(start, end), f.cluster(m), org, f.lower(head)})
}

// ofWhere reads "Ryan Norris of the University of Guelph": where a person with
// a role belongs.
func (f *roleFinder) ofWhere(m, i int, s *whosaid.Sentence) int {
	for i < s.EndToken && f.name[i] == m {
		i++
	}
	if i >= s.EndToken || f.lower(i) != "of" && f.lower(i) != "from" {
		return -1
	}
	org, _ := f.belongs(i, s)
	return org
}

// headBefore finds the head noun of a role that ends where a name begins. It
// returns the end of the role and the organization inside it.
func (f *roleFinder) headBefore(first int, s *whosaid.Sentence) (head, end, org int) {
	i := first - 1
	for i > s.FirstToken && honorific[f.lower(i)] { // "the director, Dr. Ann Lee"
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
	for j > s.FirstToken && i-j < 8 && f.lower(j) != "of" && f.d.Tokens[j].Tag != "," && !strings.HasPrefix(f.d.Tokens[j].Tag, "V") {
		j--
		if f.name[j+1] >= 0 { // step over the whole name
			for j > s.FirstToken && f.name[j] == f.name[j+1] {
				j--
			}
		}
	}
	if j <= s.FirstToken || f.lower(j) != "of" || !f.isHead(j-1) || i != last {
		return -1, 0, -1
	}
	if n := f.name[i]; n >= 0 {
		if k := f.kind(n); k == whosaid.Organization || k == whosaid.Place {
			return j - 1, j, f.cluster(n)
		}
		return -1, 0, -1
	}
	if !isUpper(f.word(i)) {
		return -1, 0, -1
	}
	return j - 1, i + 1, -1
}

// honorific words stand between a role and a name.
var honorific = map[string]bool{"mr": true, "mr.": true, "mrs": true, "mrs.": true, "ms": true, "ms.": true, "dr": true, "dr.": true, "sir": true, "dame": true, "lord": true, "prof.": true}

func (f *roleFinder) kind(m int) whosaid.EntityKind { return f.c.all[f.cluster(m)].kind }

func (f *roleFinder) cluster(m int) int { return f.c.root(f.c.mentions[m].cluster) }

// widen goes left from the head noun of a role over the words that belong to
// it: "cyber policy expert", "National Security Advisor".
func (f *roleFinder) widen(head, limit int) int {
	capital := isUpper(f.word(head))
	i := head
	for i > limit && head-i < 6 {
		w, tag := f.word(i-1), f.d.Tokens[i-1].Tag
		switch {
		case f.name[i-1] >= 0:
			return i
		case f.lex.before[strings.ToLower(w)]:
		case (w == "and" || w == "-" || w == "&") && i-1 > limit && i < head && f.name[i-2] < 0 && f.isHead(i-2):
		case capital && isUpper(w) && i-1 > limit:
		case !isUpper(w) && (tag == "NN" || tag == "JJ" || tag == "NNS" || tag == "VBG" && i < head):
		case isUpper(w) && i-1 == limit && (tag == "NN" || tag == "JJ"):
		default:
			return i
		}
		i--
	}
	return i
}

func isUpper(w string) bool { return w != "" && 'A' <= w[0] && w[0] <= 'Z' }

// owner is the organization, place or nation that stands right before a role:
// "Foreign Ministry Spokesperson", "China's president", "Chinese President".
func (f *roleFinder) owner(start, limit int) int {
	i := start - 1
	if i >= limit && f.d.Tokens[i].Tag == "POS" {
		i--
	}
	if i < limit || f.name[i] < 0 {
		return -1
	}
	return f.organization(f.name[i])
}

// organization is the cluster that a role can belong to by mention m: a nation
// stands for its country, if the text names that.
func (f *roleFinder) organization(m int) int {
	at := f.cluster(m)
	switch cl := &f.c.all[at]; cl.kind {
	case whosaid.Organization, whosaid.Place:
		return at
	case whosaid.Group:
		if country, ok := f.c.country(at); ok {
			return country
		}
		return at
	}
	return -1
}

// after reads what stands after a name: ", a senior fellow at the Brookings
// Institution", "is the mayor of Springfield".
func (f *roleFinder) after(m, end int, s *whosaid.Sentence, out []role) []role {
	i := end
	if i >= s.EndToken {
		return out
	}
	if f.word(i) == "," && i+2 < s.EndToken && f.lower(i+1) == "who" {
		i += 2
	}
	switch f.lower(i) {
	case ",", "(", "is", "was", "became":
	case "serves", "served":
		if i+1 < s.EndToken && f.lower(i+1) == "as" {
			i++
		}
	default:
		return out
	}
	i++
	if i < s.EndToken && f.d.Tokens[i].Tag == "CD" && i+1 < s.EndToken && f.word(i+1) == "," { // "Ann Lee, 43, a nurse"
		i += 2
	}
	for i < s.EndToken && (f.d.Tokens[i].Tag == "DT" || f.d.Tokens[i].Tag == "PRP$" || f.d.Tokens[i].Tag == "RB") {
		i++
	}
	head := f.headAfter(i, s)
	if head < 0 {
		return out
	}
	start := max(i, f.widen(head, i))
	org := f.owner(start, i)
	roleEnd := head + 1
	if o, e := f.belongs(head+1, s); o >= 0 {
		org = o
	} else if e > 0 {
		roleEnd = e
	}
	return append(out, role{f.span(start, roleEnd), f.cluster(m), org, f.lower(head)})
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
		case f.name[i] >= 0 && f.kind(f.name[i]) == whosaid.Person:
			return -1
		case f.name[i] >= 0, strings.HasPrefix(tag, "NN"), strings.HasPrefix(tag, "JJ"), tag == "POS", tag == "CD", tag == "DT" && head < 0,
			tag == "VBN" && head < 0, tag == "VBG", tag == "-", tag == ":", tag == "RB" && head < 0:
		case tag == "CC" && head >= 0 && i+1 < s.EndToken && f.isHead(i+1):
		default:
			return head
		}
	}
	return head
}

// belongs reads "of Aliyun.com", "at Stanford University's Hoover Institution"
// after a role and returns the last name there, or else the end of "of State".
func (f *roleFinder) belongs(i int, s *whosaid.Sentence) (org, end int) {
	if i >= s.EndToken {
		return -1, 0
	}
	switch f.lower(i) {
	case "of", "at", "for", "with", "in", "from":
	default:
		return -1, 0
	}
	of := f.lower(i) == "of"
	for i++; i < s.EndToken && f.name[i] < 0; i++ {
		switch tag := f.d.Tokens[i].Tag; {
		case tag == "DT" || tag == "JJ" || strings.HasPrefix(tag, "NN"):
			if of && isUpper(f.word(i)) {
				end = i + 1
			}
		default:
			return -1, end
		}
	}
	org = -1
	for i < s.EndToken && f.name[i] >= 0 {
		m := f.name[i]
		if o := f.organization(m); o >= 0 {
			org = o
		}
		for i < s.EndToken && f.name[i] == m {
			i++
		}
		if i+1 < s.EndToken && f.d.Tokens[i].Tag == "POS" {
			i++
		}
	}
	return org, end
}
