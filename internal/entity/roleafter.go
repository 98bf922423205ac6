package entity

import (
	"strings"

	"github.com/whosaid/whosaid"
)

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
		for i < s.EndToken && (f.word(i) == "," || f.lex.is(f.word(i), isConjunction)) { // "a writer, activist and singer"
			joint = true
			i++
		}
		if !joint {
			return
		}
	}
}

// opening returns the token at which a role of the name that ends before token
// i may begin, or -1.
func (f *roleFinder) opening(i int, s *whosaid.Sentence) int {
	if i = f.behindBrackets(i, s); i >= s.EndToken {
		return -1
	}
	if f.opens(i) && i+2 < s.EndToken && f.lex.is(f.lower(i+1), isRelative) {
		i += 2
	}
	switch w := f.lower(i); {
	case f.opens(i):
		i++
		if i+1 < s.EndToken && f.d.Tokens[i].Tag == "CD" && f.word(i+1) == "," { // "Ann Lee, 43, a nurse"
			i += 2
		}
		return i
	case f.lex.is(w, isBeing):
		i++
		if i < s.EndToken && f.lex.is(f.lower(i), isAppointed) {
			i++
			if i < s.EndToken && f.lex.is(f.lower(i), isAs) {
				i++
			}
		}
		return i
	case f.lex.is(w, isServing):
		for n := 0; n < 4 && i+1 < s.EndToken; n++ { // "served eight years as"
			i++
			if f.lex.is(f.lower(i), isAs) {
				return i + 1
			}
		}
	}
	return -1
}

// behindBrackets is where token i, or what stands there in brackets with a comma behind
// them, ends, unless a role stands in them: "Ann Lee (Con), the mayor,".
func (f *roleFinder) behindBrackets(i int, s *whosaid.Sentence) int {
	const longest = 6
	if i >= s.EndToken || f.word(i) != "(" {
		return i
	}
	for j := i + 1; j+1 < min(s.EndToken, i+longest) && !f.isHead(j); j++ {
		if f.word(j) == ")" {
			if f.word(j+1) == "," {
				return j + 1
			}
			break
		}
	}
	return i
}

// opens reports whether an apposition can begin with token i.
func (f *roleFinder) opens(i int) bool { return f.word(i) == "," || f.word(i) == "(" }

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
	if i < start && f.isHead(start-2) && start-2 >= i && f.lex.is(f.word(start-1), isConjunction) { // "president and founder of"
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
		case f.at(i) >= 0, inRolePhrase(tag, head < 0):
		case tag == "CC" && i+1 < s.EndToken && f.isHead(i+1):
		default:
			return head
		}
	}
	return head
}

// inRolePhrase reports whether a word with a tag can be part of the noun phrase of
// a role, before its head noun or behind it.
func inRolePhrase(tag string, before bool) bool {
	switch tag {
	case "POS", "CD", "VBG", "-", ":":
		return true
	case "DT", "VBN", "RB", "CC":
		return before
	}
	return strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "JJ")
}

// belongs reads "of Aliyun.com", "at Stanford University's Hoover Institution"
// after a role. It returns the last name there or, where none is, the end of
// "of State", "of global news"; and the token after it all.
func (f *roleFinder) belongs(i int, s *whosaid.Sentence) (org, titleEnd, next int) {
	if i >= s.EndToken || !f.lex.is(f.lower(i), isBelonging) {
		return -1, 0, i
	}
	of, capital := f.lex.is(f.lower(i), isOf), isUpper(f.word(i-1))
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
