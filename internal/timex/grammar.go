// Package timex reads expressions of time: it finds them with a grammar that
// is data (words.txt, rules.txt), gives each a meaning that does not depend on
// the document date, and then places them on the calendar.
//
// Tokens become readings ("May" is a MONTH, "24" a DAY and a NUMBER), rules
// over readings are compiled into one trie, and the longest match wins. A rule
// names a maker, which builds an expr; neighbours join ("8 p.m." + "Tuesday",
// "two weeks" + "ago"), and resolve gives them values.
package timex

import (
	_ "embed"
	"fmt"
	"sort"
	"strconv"
	"strings"
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
	text    string // value=… of the rule
	line    int
	index   int  // of the rule in the grammar
	nothing bool // what it finds is no expression
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
	symbols map[string]symbol
	words   map[string][]reading
	nodes   []node
	rules   []rule
	root    []int // by symbol: the node after it, or 0
	// dialogue: the rules of dialogue.txt are in, tokens are cut more finely
	// and ranges are one expression.
	dialogue bool
	comma    symbol
	// lengths has a bit for each length of the words with a first letter.
	lengths [26]uint64
}

// maxPattern is the longest pattern, in tokens.
const maxPattern = 12

// New compiles the built-in tables: those of news, or with those of dialogue.
func New(dialogue bool) (*Grammar, error) {
	rules := ruleTable
	if dialogue {
		rules = dialogueTable + ruleTable // of two rules alike that of dialogue wins
	}
	return compile(wordTable, rules, dialogue)
}

func compile(words, rules string, dialogue bool) (*Grammar, error) {
	g := &Grammar{symbols: map[string]symbol{}, words: map[string][]reading{}, nodes: []node{{rule: -1}}, dialogue: dialogue}
	for i, name := range classNames {
		g.symbols[name] = symbol(i)
	}
	g.comma = g.symbolOf(",")
	if err := eachLine(words, g.addWords); err != nil {
		return nil, fmt.Errorf("timex: words.txt:%w", err)
	}
	if err := eachLine(holidayTable, g.addHoliday); err != nil {
		return nil, fmt.Errorf("timex: holidays.txt:%w", err)
	}
	if err := eachLine(rules, g.addRule); err != nil {
		return nil, fmt.Errorf("timex: rules.txt:%w", err)
	}
	g.finish()
	return g, nil
}

func eachLine(table string, do func(line int, text string) error) error {
	n := 0
	for text := range strings.Lines(table) {
		n++
		text, _, _ = strings.Cut(text, "#")
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		if err := do(n, text); err != nil {
			return fmt.Errorf("%d: %w", n, err)
		}
	}
	return nil
}

// addWords reads a line "CLASS word=value …".
func (g *Grammar) addWords(_ int, text string) error {
	f := strings.Fields(text)
	class, ok := g.symbols[f[0]]
	if !ok {
		return fmt.Errorf("unknown class %q", f[0])
	}
	for _, entry := range f[1:] {
		word, value, _ := strings.Cut(entry, "=")
		v, err := strconv.Atoi(value)
		if err != nil {
			return fmt.Errorf("%q: %w", entry, err)
		}
		g.words[word] = append(g.words[word], reading{class, int32(v)})
	}
	return nil
}

// addRule reads a line "pattern -> maker key=value …".
func (g *Grammar) addRule(line int, text string) error {
	left, right, ok := strings.Cut(text, "->")
	f := strings.Fields(right)
	if !ok || len(f) == 0 {
		return fmt.Errorf("no maker in %q", text)
	}
	r := rule{make: makers[f[0]], args: map[string]int{}, line: line, index: len(g.rules), nothing: f[0] == "nothing"}
	if r.make == nil {
		return fmt.Errorf("unknown maker %q", f[0])
	}
	for _, a := range f[1:] {
		k, v, _ := strings.Cut(a, "=")
		n, err := strconv.Atoi(v)
		if err != nil {
			r.text = v
			continue
		}
		r.args[k] = n
	}
	if g.dialogue && r.flag("news") {
		return nil
	}
	g.rules = append(g.rules, r)
	return g.insert(0, strings.Fields(left), 0, len(g.rules)-1)
}

// addHoliday reads a line "name -> key=value …" as a rule that allows last,
// this and next before the name and a year behind it.
func (g *Grammar) addHoliday(line int, text string) error {
	name, args, ok := strings.Cut(text, "->")
	if !ok {
		return fmt.Errorf("no day in %q", text)
	}
	return g.addRule(line, "the? PASTWORD|THISWORD|NEXTWORD? "+name+" of? YEAR? -> holiday "+args)
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
		sym := g.symbolOf(name)
		if err := g.insert(g.child(at, sym), pattern[1:], depth+1, r); err != nil {
			return err
		}
	}
	return nil
}

// symbolOf returns the class of a name in capitals, or the symbol of a literal
// word.
func (g *Grammar) symbolOf(name string) symbol {
	if s, ok := g.symbols[name]; ok {
		return s
	}
	name = strings.ToLower(name)
	if s, ok := g.symbols[name]; ok {
		return s
	}
	s := symbol(len(g.symbols))
	g.symbols[name] = s
	g.words[name] = append(g.words[name], reading{s, 0})
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
	lo, hi := 0, len(edges)
	for lo < hi {
		mid := (lo + hi) / 2
		if edges[mid].sym < sym {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(edges) && edges[lo].sym == sym {
		return edges[lo].next
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
)

var classNames = [...]string{
	"MONTH", "WEEKDAY", "WEEKDAYS", "UNIT", "UNITS", "PART", "PARTS", "TONIGHT", "CLOCKWORD", "SEASON", "ORD", "NUM",
	"VAGUE", "DECADEWORD", "PASTWORD", "NEXTWORD", "THISWORD", "ZONE", "AMPM", "NIGHT",
	"SHORTDAY", "SHORTUNIT", "SHORTAMPM",
	"NUMBER", "DAY", "YEAR", "HOUR", "HM", "HMS", "MILITARY", "ORDNUM", "ISO", "SLASH", "DECADE", "YEARRANGE", "MODYEAR",
	"FY", "QTR", "DURWORD", "AGEWORD", "CENTURYWORD", "ORD-QUARTER", "YEARAGO", "DAYRANGE",
	"FRACTION", "YY", "DAYMONTH",
}
