package db

import (
	"strconv"
	"strings"
	"unicode"
)

// Search writes what people type as a search in FTS5's language: words, which
// must all be there; "phrases"; OR and NOT, AND, and parentheses; a NEAR b, or a
// NEAR/3 b for another distance than ten words; and prefix*. Anything else is a
// word as it stands: COVID-19, what's, U.S. It returns "" if nothing is asked
// for. Any input gives a search that FTS5 takes.
func Search(typed string) string {
	s := &search{terms: scan(typed)}
	list := ""
	for len(s.terms) > 0 {
		next := s.either()
		if list != "" && next != "" {
			list = "(" + list + ") AND "
		}
		list += next
		if s.at(")") { // of a parenthesis that was never opened
			s.terms = s.terms[1:]
		}
	}
	return list
}

// A term is one word, phrase, operator or parenthesis of a search.
type term struct {
	text   string
	quoted bool
	prefix bool // "work*"
}

// maxTerms bounds a search: FTS5 nests a search of many ORs.
const maxTerms = 64

// scan cuts what was typed into terms. What has no letter and no digit is left
// out.
func scan(typed string) []term {
	typed = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "\x00", " ").Replace(typed)
	var out []term
	for typed != "" && len(out) < maxTerms {
		r := rune(typed[0])
		var t term
		switch {
		case unicode.IsSpace(r):
			typed = typed[1:]
			continue
		case r == '"':
			var rest string
			t.text, rest, _ = strings.Cut(typed[1:], `"`)
			t.quoted, typed = true, rest
		case r == '(' || r == ')':
			out = append(out, term{text: typed[:1]})
			typed = typed[1:]
			continue
		default:
			n := strings.IndexFunc(typed, func(r rune) bool { return unicode.IsSpace(r) || r == '"' || r == '(' || r == ')' })
			if n < 0 {
				n = len(typed)
			}
			t.text, typed = typed[:n], typed[n:]
			t.text, t.prefix = strings.CutSuffix(t.text, "*")
		}
		if strings.ContainsFunc(t.text, isWord) {
			out = append(out, t)
		}
	}
	return out
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

func (t term) is(operator string) bool { return !t.quoted && !t.prefix && t.text == operator }

// search reads terms from the left.
type search struct{ terms []term }

func (s *search) at(operator string) bool { return len(s.terms) > 0 && s.terms[0].is(operator) }

// operator takes an operator that stands between two operands.
func (s *search) operator(name string) bool {
	if !s.at(name) || len(s.terms) < 2 || s.terms[1].is(")") {
		return false
	}
	s.terms = s.terms[1:]
	return true
}

// either reads alternatives.
func (s *search) either() string {
	list := s.all()
	for s.operator("OR") {
		if next := s.all(); next != "" && list != "" {
			list += " OR " + next
		} else {
			list += next
		}
	}
	return list
}

// all reads what must all be there.
func (s *search) all() string {
	list := ""
	for len(s.terms) > 0 && !s.at(")") && (list == "" || !s.at("OR") || len(s.terms) < 2) {
		word := " AND "
		switch {
		case list != "" && s.operator("NOT"):
			word = " NOT "
		case list != "":
			s.operator("AND")
		}
		next := s.one()
		switch {
		case next == "":
		case list == "":
			list = next
		case word == " NOT ":
			list = "(" + list + word + next + ")"
		default:
			list += word + next
		}
	}
	return list
}

// one reads a word, a phrase, words near each other, or what stands in
// parentheses.
func (s *search) one() string {
	t := s.terms[0]
	s.terms = s.terms[1:]
	if t.is("(") {
		inner := s.either()
		if s.at(")") {
			s.terms = s.terms[1:]
		}
		if inner == "" {
			return ""
		}
		return "(" + inner + ")"
	}
	if t.is(")") {
		return ""
	}
	near, distance := []string{t.write()}, 10
	for len(s.terms) > 1 && !s.terms[1].is("(") && !s.terms[1].is(")") {
		n, ok := s.terms[0].near()
		if !ok {
			break
		}
		distance = n
		near = append(near, s.terms[1].write())
		s.terms = s.terms[2:]
	}
	if len(near) == 1 {
		return near[0]
	}
	return "NEAR(" + strings.Join(near, " ") + ", " + strconv.Itoa(distance) + ")"
}

// near reports whether t is NEAR or NEAR/n, and how near.
func (t term) near() (int, bool) {
	if t.is("NEAR") {
		return 10, true
	}
	digits, ok := strings.CutPrefix(t.text, "NEAR/")
	n, err := strconv.Atoi(digits)
	return n, ok && err == nil && n >= 0 && n < 1000 && !t.quoted
}

func (t term) write() string {
	s := phrase(t.text)
	if t.prefix {
		s += "*"
	}
	return s
}

// words are the words of a search that something found may have: those that
// are not excluded, as one search for any of them.
func anyWord(typed string) string {
	var list []string
	excluded := false
	for _, t := range scan(typed) {
		switch _, near := t.near(); {
		case t.is("NOT"):
			excluded = true
			continue
		case t.is("AND"), t.is("OR"), t.is("("), t.is(")"), near:
			continue
		case !excluded:
			list = append(list, t.write())
		}
		excluded = false
	}
	return strings.Join(list, " OR ")
}

// phrase makes any words a phrase of FTS5's language.
func phrase(words string) string { return `"` + strings.ReplaceAll(words, `"`, `""`) + `"` }
