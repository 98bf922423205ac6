package entities

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/coref"
)

var (
	//go:embed aliases.txt
	aliasesText string
	//go:embed demonyms.txt
	demonymsText string
	//go:embed roles.txt
	rolesText string
)

// A lexicon is what the Resolver knows of words.
type lexicon struct {
	alias   map[key]string  // a form to the fullest name, both folded
	country map[string]key  // a folded demonym to its country
	role    map[string]flag // a head noun of roles
	before  map[string]bool // a word that may stand before a role: "vice"
	title   map[string]bool // a title that is no part of a name: "senator"
	firm    map[string]bool // a noun that stands before an organization's name: "carrier"
	gender  func(noun string) coref.Gender
}

// flag tells of a role noun.
type flag uint8

const (
	isRole   flag = 1 << iota
	isKin         // "brother": tells of a person, but is no role
	isOffice      // held for a nation: "president"
)

func newLexicon() (*lexicon, error) {
	l := &lexicon{alias: map[key]string{}, country: map[string]key{}, role: map[string]flag{}, before: map[string]bool{}, title: map[string]bool{}, firm: map[string]bool{}}
	var err error
	if l.gender, err = coref.NewGenders(); err != nil {
		return nil, err
	}
	for n, line := range lines(aliasesText) {
		kind, names, ok := strings.Cut(line, " ")
		if !ok {
			return nil, fmt.Errorf("entities: aliases.txt: entry %d: no names in %q", n+1, line)
		}
		all := strings.Split(names, "|")
		for _, name := range all {
			l.alias[key{whosaid.EntityKind(kind), joined(whosaid.EntityKind(kind), name)}] = joined(whosaid.EntityKind(kind), all[0])
		}
	}
	for n, line := range lines(demonymsText) {
		adjective, country, ok := strings.Cut(line, "|")
		if !ok {
			return nil, fmt.Errorf("entities: demonyms.txt: entry %d: no country in %q", n+1, line)
		}
		l.country[fold(adjective)] = key{whosaid.Place, joined(whosaid.Place, country)}
	}
	for n, line := range lines(rolesText) {
		sort, words, ok := strings.Cut(line, ": ")
		flags, known := map[string]flag{"noun": isRole, "office": isRole | isOffice, "kin": isRole | isKin, "before": 0, "title": 0, "firm": 0}[sort]
		if !ok || !known {
			return nil, fmt.Errorf("entities: roles.txt: entry %d: unknown sort in %q", n+1, line)
		}
		for _, w := range strings.Fields(words) {
			switch sort {
			case "before":
				l.before[w] = true
			case "title":
				l.title[w] = true
			case "firm":
				l.firm[w] = true
			default:
				l.role[w] |= flags
			}
		}
	}
	return l, nil
}

// isRole reports whether a word in small letters can be the head of a role:
// "minister", "co-author", "director-general", "president-elect".
func (l *lexicon) isRole(word string) bool {
	if l.role[word]&isRole != 0 {
		return true
	}
	i := strings.LastIndexByte(word, '-')
	if i <= 0 {
		return false
	}
	switch word[i+1:] {
	case "general", "elect", "designate", "emeritus":
		return l.role[word[:i]]&isRole != 0
	}
	return l.role[word[i+1:]]&isRole != 0 && (word[:i] == "co" || word[:i] == "vice" || word[:i] == "ex" || l.role[word[:i]]&isRole != 0)
}

func joined(kind whosaid.EntityKind, name string) string {
	return strings.Join(wordsOf(kind, name), " ")
}

// lines are the entries of a data file: no comments, no empty lines.
func lines(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}
