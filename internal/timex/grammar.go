// Package timex reads expressions of time: it finds them with a grammar that
// is data (words.txt, rules.txt), gives each a meaning that does not depend on
// the document date, and then places them on the calendar.
//
// Tokens become readings ("May" is a MONTH, "24" a DAY and a NUMBER), rules
// over readings are compiled into one trie, and the longest match wins. A rule
// names a maker, which builds an expr. Guards (guards.txt) refuse what only
// looks like one, words beside it are taken in (adjuncts.txt: "shortly after"),
// neighbours join (joins.txt: "8 p.m." + "Tuesday"), and resolve gives it a
// value.
package timex

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed words.txt
var wordTable string

//go:embed rules.txt
var ruleTable string

//go:embed holidays.txt
var holidayTable string

//go:embed dialogue.txt
var dialogueTable string

// A symbol is a class of words or one literal word.
type symbol uint16

// A reading is one thing that a token can be, with its value.
type reading struct {
	sym symbol
	val int32
}

// A rule is what happens when a row of readings is found.
type rule struct {
	make    maker
	args    map[string]int
	text    string        // value=… of the rule
	index   int           // of the rule in the grammar
	nothing bool          // what it finds is no expression
	days    map[int]civil // of a holiday of another calendar, by year
}

// A node of the trie of rules.
type node struct {
	edges []edge
	rule  int  // index, or -1
	comma bool // reached by a comma, which ends no expression
}

type edge struct {
	sym  symbol
	next int
}

// A Grammar is the compiled tables. It is safe for concurrent use.
type Grammar struct {
	symbols  map[string]symbol
	words    map[string][]reading
	context  map[string]wordClass
	adjuncts []adjuncts               // by adjunctSections
	movable  map[string]map[int]civil // the days of holidays by their names in movable.txt
	nodes    []node
	rules    []rule
	root     []int // by symbol: the node after it, or 0
	// dialogue: the rules of dialogue.txt are in, tokens are cut more finely
	// and ranges are one expression.
	dialogue bool
	comma    symbol
	// lengths has a bit for each length of the words with a first letter.
	lengths [26]uint64
	guards  [][]guard // by guardSections
	joins   [][]join  // by joinSections
}

// maxPattern is the longest pattern, in tokens.
const maxPattern = 12

// New compiles the built-in tables: those of news, or with those of dialogue.
func New(dialogue bool) (*Grammar, error) {
	return compile(tables{
		wordTable, movableTable, holidayTable, dialogueTable, ruleTable, contextTable, adjunctTable, guardTable, joinTable,
	}, dialogue)
}

// tables are the texts of the data files.
type tables struct{ words, movable, holidays, dialogue, rules, context, adjuncts, guards, joins string }

func compile(t tables, dialogue bool) (*Grammar, error) {
	g := &Grammar{symbols: map[string]symbol{}, words: map[string][]reading{}, nodes: []node{{rule: -1}}, dialogue: dialogue}
	for i, name := range classNames {
		g.symbols[name] = symbol(i)
	}
	g.comma = g.literal(",")
	if err := g.readContext(t.context); err != nil {
		return nil, err
	}
	if err := g.readAdjuncts(t.adjuncts); err != nil {
		return nil, err
	}
	if err := g.readGuards(t.guards); err != nil {
		return nil, err
	}
	if err := g.readJoins(t.joins); err != nil {
		return nil, err
	}
	if err := g.readWords(t.words); err != nil {
		return nil, err
	}
	if err := g.readMovable(t.movable); err != nil {
		return nil, err
	}
	if err := g.readRules("holidays.txt", t.holidays, g.addHoliday); err != nil {
		return nil, err
	}
	if dialogue { // before the others: of two rules alike that of dialogue wins
		if err := g.readRules("dialogue.txt", t.dialogue, g.addRule); err != nil {
			return nil, err
		}
	}
	if err := g.readRules("rules.txt", t.rules, g.addRule); err != nil {
		return nil, err
	}
	g.finish()
	return g, nil
}

// readWords reads the sections of words.txt.
func (g *Grammar) readWords(text string) error {
	f := wordfile.File{Name: "internal/timex/words.txt", Text: text, Lower: true}
	return f.Values(classNames[:cNumber], func(section, word string, value int) error {
		class := g.symbols[section]
		if r := wordValues[class]; value < r.min || value > r.max {
			return fmt.Errorf("%q: %d is no value of %s, which has %d to %d", word, value, section, r.min, r.max)
		}
		g.words[word] = append(g.words[word], reading{class, int32(value)})
		return nil
	})
}

// readRules reads lines "left -> right", no two with the same left side.
func (g *Grammar) readRules(name, text string, add func(left, right []string) error) error {
	seen := make(map[string]bool, 256)
	return wordfile.File{Name: "internal/timex/" + name, Text: text}.Lines(nil, func(_, line string) error {
		left, right, ok := strings.Cut(line, "->")
		l, r := strings.Fields(left), strings.Fields(right)
		if !ok || len(r) == 0 {
			return fmt.Errorf("no maker in %q", line)
		}
		if key := strings.Join(l, " "); seen[key] {
			return fmt.Errorf("a rule for %q stands above", key)
		} else {
			seen[key] = true
		}
		return add(l, r)
	})
}

// addRule reads a line "pattern -> maker key=value …".
func (g *Grammar) addRule(pattern, right []string) error {
	m, ok := makers[right[0]]
	if !ok {
		return fmt.Errorf("unknown maker %q", right[0])
	}
	r := rule{make: m.make, args: map[string]int{}, index: len(g.rules), nothing: right[0] == "nothing"}
	if err := r.readArgs(right[1:], m.keys); err != nil {
		return fmt.Errorf("maker %q: %w", right[0], err)
	}
	if g.dialogue && r.flag("news") {
		return nil
	}
	g.rules = append(g.rules, r)
	return g.insert(0, pattern, 0, len(g.rules)-1)
}

// addHoliday reads a line "name -> key=value …" as a rule that allows last,
// this and next before the name and a year behind it, and as one for every year.
func (g *Grammar) addHoliday(name, args []string) error {
	pattern := append([]string{"the?", "PASTWORD|THISWORD|NEXTWORD?"}, name...)
	if err := g.addRule(append(pattern, ",|of?", "YEAR?"), append([]string{"holiday"}, args...)); err != nil {
		return err
	}
	last := &g.rules[len(g.rules)-1]
	if err := last.fallsOnADay(); err != nil {
		return err
	}
	last.days = g.movable[last.text]
	return g.addRule(append([]string{"every|each"}, name...), []string{"setword", "u=7"})
}

// insert adds the rest of a pattern below a node.
func (g *Grammar) insert(at int, pattern []string, depth, r int) error {
	if len(pattern) == 0 {
		if depth == 0 || depth > maxPattern {
			return fmt.Errorf("a pattern of %d tokens", depth)
		}
		if g.nodes[at].rule < 0 && !g.nodes[at].comma {
			g.nodes[at].rule = r
		}
		return nil
	}
	element := pattern[0]
	if optional := strings.TrimSuffix(element, "?"); optional != element {
		if err := g.insert(at, pattern[1:], depth, r); err != nil {
			return err
		}
		element = optional
	}
	for _, name := range strings.Split(element, "|") {
		sym, err := g.symbolOf(name)
		if err != nil {
			return err
		}
		if err := g.insert(g.child(at, sym), pattern[1:], depth+1, r); err != nil {
			return err
		}
	}
	return nil
}

// symbolOf returns the class of a name in capitals, or the symbol of a literal
// word.
func (g *Grammar) symbolOf(name string) (symbol, error) {
	if s, ok := g.symbols[name]; ok {
		return s, nil
	}
	if name == "" || name != strings.ToLower(name) {
		return 0, fmt.Errorf("unknown class %q (words stand in lower case)", name)
	}
	return g.literal(name), nil
}

// literal returns a new symbol for a word.
func (g *Grammar) literal(word string) symbol {
	s := symbol(len(g.symbols))
	g.symbols[word] = s
	g.words[word] = append(g.words[word], reading{s, 0})
	return s
}

func (g *Grammar) child(at int, sym symbol) int {
	for _, e := range g.nodes[at].edges {
		if e.sym == sym {
			return e.next
		}
	}
	g.nodes = append(g.nodes, node{rule: -1, comma: sym == g.comma})
	g.nodes[at].edges = append(g.nodes[at].edges, edge{sym, len(g.nodes) - 1})
	return len(g.nodes) - 1
}

// finish sorts the edges and makes the table of the first step.
func (g *Grammar) finish() {
	g.root = make([]int, len(g.symbols))
	for _, e := range g.nodes[0].edges {
		g.root[e.sym] = e.next
	}
	for word := range g.words {
		if c := word[0]; c >= 'a' && c <= 'z' && len(word) < 64 {
			g.lengths[c-'a'] |= 1 << len(word)
		}
	}
	for i := range g.nodes {
		edges := g.nodes[i].edges
		sort.Slice(edges, func(a, b int) bool { return edges[a].sym < edges[b].sym })
	}
}

// step returns the node after at on sym, or 0.
func (g *Grammar) step(at int, sym symbol) int {
	if at == 0 {
		return g.root[sym]
	}
	edges := g.nodes[at].edges
	if i, ok := slices.BinarySearchFunc(edges, sym, func(e edge, s symbol) int { return cmp.Compare(e.sym, s) }); ok {
		return edges[i].next
	}
	return 0
}

// The classes. Those from NUMBER on are read from the form of a token.
const (
	cMonth symbol = iota
	cWeekday
	cWeekdays
	cUnit
	cUnits
	cPart
	cParts
	cTonight
	cClockWord
	cHourWord
	cSeason
	cOrd
	cNum
	cVague
	cDecadeWord
	cPast
	cNext
	cThis
	cZone
	cAMPM
	cNight
	cHalf
	cShortDay
	cShortUnit
	cShortAMPM
	cNumber // digits, with comma or decimal point; the value counts thousandths
	cDay    // 1 to 31
	cYear   // four digits
	cHour   // 0 to 24
	cHM     // 8:30; the value is seconds of the day
	cHMS    // 2:17:01
	cMilitary
	cOrdNum // 24th
	cISO
	cSlash
	cDecade     // 1990s
	cYearRange  // 2014-15
	cModYear    // mid-2014, post-1945
	cFY         // FY2016
	cQtr        // Q3
	cDurWord    // four-day
	cAgeWord    // 40-year-old
	cCentury    // 21st-century
	cOrdQuarter // third-quarter
	cYearAgo    // year-ago
	cDayRange   // 9-12
	cFraction   // 1/2, in thousandths
	cYY         // the last two digits of a year
	cDayMonth   // 24.9
	cDayTo      // 30-Sept., the day and the month
	cYearTo     // 1979-February
)

var classNames = []string{
	"MONTH", "WEEKDAY", "WEEKDAYS", "UNIT", "UNITS", "PART", "PARTS", "TONIGHT", "CLOCKWORD", "HOURWORD", "SEASON", "ORD", "NUM",
	"VAGUE", "DECADEWORD", "PASTWORD", "NEXTWORD", "THISWORD", "ZONE", "AMPM", "NIGHT", "HALF",
	"SHORTDAY", "SHORTUNIT", "SHORTAMPM",
	"NUMBER", "DAY", "YEAR", "HOUR", "HM", "HMS", "MILITARY", "ORDNUM", "ISO", "SLASH", "DECADE", "YEARRANGE", "MODYEAR",
	"FY", "QTR", "DURWORD", "AGEWORD", "CENTURYWORD", "ORD-QUARTER", "YEARAGO", "DAYRANGE",
	"FRACTION", "YY", "DAYMONTH", "DAYTO", "YEARTO",
}

// limits bound the values of a class or key.
type limits struct{ min, max int }

// wordValues are the values that words.txt may give its classes; those of
// zones are minutes, see minutesEast.
var wordValues = map[symbol]limits{
	cMonth: {1, 12}, cWeekday: {1, 7}, cWeekdays: {1, 7}, cUnit: {1, int(night)}, cUnits: {1, int(night)},
	cPart: {1, 5}, cParts: {1, 5}, cTonight: {4, 4}, cClockWord: {0, 23}, cHourWord: {1, 12}, cSeason: {1, 4},
	cOrd: {-1, 1000}, cNum: {0, 1_000_000},
	cVague: {0, 2}, cDecadeWord: {2, 9}, cPast: {-1, -1}, cNext: {1, 1}, cThis: {0, 0}, cZone: {-720, 1720}, cAMPM: {0, 12},
	cNight: {int(night), int(night)}, cHalf: {1, 2}, cShortDay: {1, 7}, cShortUnit: {1, int(night)}, cShortAMPM: {0, 12},
}
