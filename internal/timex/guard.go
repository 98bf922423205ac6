package timex

import (
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed guards.txt
var guardTable string

// A guard is a row of guards.txt: the verdict on an expression for which all of
// its conditions hold.
type guard struct {
	wish
	numbers []numberTest
	tokens  []tokenTest
	verdict int // yes, no, or the section that has it
}

// The verdicts besides sections.
const (
	yes = -1
	no  = -2
)

// guardSections are the sections of guards.txt; verdicts are places in it.
var guardSections = []string{
	"news", "dialogue", "age",
	"clock", "day", "directed", "dotted", "half-day", "hour", "length", "may", "month", "name-month", "part", "period", "ref",
	"season", "set", "sibling", "slash", "vague-length", "weekday", "year",
}

// A numberTest is a condition on a number of an expression.
type numberTest struct {
	of     func(e *expr, s *whosaid.Sentence) int
	in     []limits // any of them
	negate bool
}

// numbers are what it may be about.
var numbers = map[string]func(e *expr, s *whosaid.Sentence) int{
	"count":    func(e *expr, _ *whosaid.Sentence) int { return e.lengths[0].n / 1000 },
	"tokens":   func(e *expr, _ *whosaid.Sentence) int { return e.end - e.first },
	"sentence": func(_ *expr, s *whosaid.Sentence) int { return s.EndToken - s.FirstToken },
	"year":     func(e *expr, _ *whosaid.Sentence) int { return e.year },
	"hour":     func(e *expr, _ *whosaid.Sentence) int { return floorDiv(e.clock, 3600) },
	"unit":     func(e *expr, _ *whosaid.Sentence) int { return int(e.mainUnit()) },
}

// mainUnit is the unit that an expression counts in.
func (e *expr) mainUnit() unit {
	if e.shape == shDuration {
		return e.lengths[0].unit
	}
	return e.unit
}

// unitNames are the units as guards.txt names them.
var unitNames = []string{
	"none", "second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "quarter", "weekend", "fortnight",
	"millennium", "night",
}

// A tokenTest is a condition on a token in or near an expression.
type tokenTest struct {
	at      position
	negate  bool
	words   []string
	context wordClass
	tags    []tagTest
	symbols []symbol
	forms   []form
}

// A tagTest is a tag, or the start of some.
type tagTest struct {
	text  string
	start bool
}

// A position is a place relative to an expression: fromEnd counts from the
// token behind it, else from its first one.
type position struct {
	name    string
	offset  int
	fromEnd bool
}

// around is how far from an expression "around" reaches, in tokens.
const around = 20

var positions = []position{
	{"before2", -2, false}, {"before", -1, false}, {"first", 0, false},
	{"last", -1, true}, {"next", 0, true}, {"next2", 1, true}, {"next3", 2, true}, {"around", 0, false},
}

func (p *position) of(e *expr) int {
	if p.fromEnd {
		return e.end + p.offset
	}
	return e.first + p.offset
}

// A form is a condition on a token that no list of words can state.
type form func(f *finder, t int, s *whosaid.Sentence) bool

var forms = map[string]form{
	"apostrophe": func(f *finder, t int, _ *whosaid.Sentence) bool {
		return strings.HasPrefix(f.text(t), "'") || strings.HasPrefix(f.text(t), "’")
	},
	"digit":   func(f *finder, t int, _ *whosaid.Sentence) bool { return f.isDigitAt(t) },
	"dotted":  func(f *finder, t int, _ *whosaid.Sentence) bool { return strings.Contains(f.text(t), ".") },
	"edition": (*finder).edition,
	"glued":   func(f *finder, t int, _ *whosaid.Sentence) bool { return f.glued(t) },
	"name":    (*finder).named,
	"none":    func(_ *finder, t int, s *whosaid.Sentence) bool { return t >= s.EndToken },
	"start":   func(_ *finder, t int, s *whosaid.Sentence) bool { return t == s.FirstToken },
	"zero":    func(f *finder, t int, _ *whosaid.Sentence) bool { return strings.HasPrefix(f.text(t), "0") },
	"title":   func(f *finder, t int, _ *whosaid.Sentence) bool { return f.isTitle(t) },
}

// readGuards reads guards.txt.
func (g *Grammar) readGuards(text string) error {
	g.guards = make([][]guard, len(guardSections))
	return wordfile.File{Name: "internal/timex/guards.txt", Text: text}.Lines(guardSections, func(section, line string) error {
		left, right, ok := strings.Cut(line, "->")
		if !ok {
			return fmt.Errorf("no verdict in %q", line)
		}
		var d guard
		switch name := strings.TrimSpace(right); name {
		case "yes":
			d.verdict = yes
		case "no":
			d.verdict = no
		default:
			d.verdict = slices.Index(guardSections, name)
			if d.verdict < firstSubsection || name == section {
				return fmt.Errorf("unknown verdict %q", name)
			}
		}
		for _, condition := range strings.Fields(left) {
			if err := g.condition(&d, condition); err != nil {
				return fmt.Errorf("%q: %w", condition, err)
			}
		}
		at := slices.Index(guardSections, section)
		g.guards[at] = append(g.guards[at], d)
		return nil
	})
}

// firstSubsection is the first section that rows may hand over to.
const firstSubsection = 2

// condition adds one of the conditions of a row.
func (g *Grammar) condition(d *guard, text string) error {
	i := strings.IndexAny(text, "=~:")
	if i < 0 {
		return d.add(text)
	}
	text, negate := strings.CutPrefix(text, "!")
	if negate {
		i--
	}
	name, op, values := text[:i], text[i], strings.Split(text[i+1:], "|")
	if of, ok := numbers[name]; ok && op == '=' {
		n := numberTest{of: of, negate: negate}
		for _, v := range values {
			l, err := readLimits(v)
			if err != nil {
				return err
			}
			n.in = append(n.in, l)
		}
		d.numbers = append(d.numbers, n)
		return nil
	}
	at := slices.IndexFunc(positions, func(p position) bool { return p.name == name })
	if at < 0 {
		return fmt.Errorf("unknown place %q", name)
	}
	t := tokenTest{at: positions[at], negate: negate}
	for _, v := range values {
		if err := g.tokenValue(&t, op, v); err != nil {
			return err
		}
	}
	d.tokens = append(d.tokens, t)
	return nil
}

// readLimits reads "7", "1400-1899" or the name of a unit.
func readLimits(v string) (limits, error) {
	if u := slices.Index(unitNames, v); u >= 0 {
		return limits{u, u}, nil
	}
	lo, hi, ranged := strings.Cut(v, "-")
	if !ranged {
		hi = lo
	}
	a, err1 := strconv.Atoi(lo)
	b, err2 := strconv.Atoi(hi)
	if err := errors.Join(err1, err2); err != nil {
		return limits{}, fmt.Errorf("%q is no number, range or unit", v)
	}
	return limits{a, b}, nil
}

// tokenValue adds what a token may be.
func (g *Grammar) tokenValue(t *tokenTest, op byte, v string) error {
	switch class, isClass := strings.CutPrefix(v, "@"); {
	case v == "":
		return errors.New("an empty value")
	case op == '~':
		start, cut := strings.CutSuffix(v, "*")
		t.tags = append(t.tags, tagTest{start, cut})
	case op == '=' && isClass:
		c, ok := contextClasses[class]
		if !ok {
			return fmt.Errorf("unknown class @%s", class)
		}
		t.context |= c
	case op == '=':
		if v != strings.ToLower(v) {
			return fmt.Errorf("%q is not in lower case", v)
		}
		t.words = append(t.words, v)
	default:
		if h, ok := forms[v]; ok {
			t.forms = append(t.forms, h)
			return nil
		}
		c := slices.Index(classNames, v)
		if c < 0 {
			return fmt.Errorf("unknown class or form %q", v)
		}
		t.symbols = append(t.symbols, symbol(c))
	}
	return nil
}

// allowed reports whether the surroundings of e let it be an expression of
// time.
func (f *finder) allowed(e *expr, s *whosaid.Sentence) bool {
	section, x := 0, e.features()
	if f.g.dialogue {
		section = 1
	}
	for range len(guardSections) { // as deep as sections can hand over
		verdict := f.verdict(f.g.guards[section], e, x, s)
		if verdict < 0 {
			return verdict == yes
		}
		section = verdict
	}
	return true
}

// verdict is that of the first row that applies.
func (f *finder) verdict(rows []guard, e *expr, x feature, s *whosaid.Sentence) int {
	for i := range rows {
		if d := &rows[i]; d.suits(x) && d.applies(f, e, s) {
			return d.verdict
		}
	}
	return yes
}

// applies reports whether the conditions on numbers and tokens hold.
func (d *guard) applies(f *finder, e *expr, s *whosaid.Sentence) bool {
	for i := range d.numbers {
		n := &d.numbers[i]
		v := n.of(e, s)
		if slices.ContainsFunc(n.in, func(l limits) bool { return l.min <= v && v <= l.max }) == n.negate {
			return false
		}
	}
	for i := range d.tokens {
		t := &d.tokens[i]
		if t.holds(f, e, s) == t.negate {
			return false
		}
	}
	return true
}

func (c *tokenTest) holds(f *finder, e *expr, s *whosaid.Sentence) bool {
	if c.at.name != "around" {
		return c.matches(f, c.at.of(e), s)
	}
	for t := max(s.FirstToken, e.first-around); t < min(s.EndToken, e.end+around); t++ {
		if c.matches(f, t, s) {
			return true
		}
	}
	return false
}

// matches reports whether token t is one of what the condition names.
func (c *tokenTest) matches(f *finder, t int, s *whosaid.Sentence) bool {
	if c.context != 0 || len(c.words) > 0 {
		w := f.low(t, s)
		return f.isWord(w, c.context) || slices.Contains(c.words, w)
	}
	if len(c.tags) > 0 && (t < s.FirstToken || t >= s.EndToken) {
		return false // that tag is of another sentence
	}
	for i := range c.tags {
		if tag := f.tag(t); tag == c.tags[i].text || c.tags[i].start && strings.HasPrefix(tag, c.tags[i].text) {
			return true
		}
	}
	for _, sym := range c.symbols {
		if f.is(t, sym) {
			return true
		}
	}
	for _, is := range c.forms {
		if is(f, t, s) {
			return true
		}
	}
	return false
}

func (f *finder) isTitle(t int) bool {
	c := f.text(t)
	return c != "" && c[0] >= 'A' && c[0] <= 'Z'
}

func (f *finder) isDigitAt(t int) bool {
	c := f.text(t)
	return c != "" && isDigit(c[0])
}

// glued reports whether nothing stands between token t and the one before it.
func (f *finder) glued(t int) bool {
	return t > 0 && t < len(f.d.Tokens) && f.d.Tokens[t-1].End == f.d.Tokens[t].Start
}

// named reports whether token t is a part of a name that is no date.
func (f *finder) named(t int, s *whosaid.Sentence) bool {
	if t < s.FirstToken || t >= s.EndToken || !strings.HasPrefix(f.tag(t), "NNP") || !f.isTitle(t) {
		return false
	}
	return !f.is(t, cMonth) && !f.is(t, cWeekday) && !strings.HasSuffix(f.text(t), ".")
}

// edition reports whether the name that begins at token t is that of something
// held again and again, so that a year before it is part of the name.
func (f *finder) edition(t int, s *whosaid.Sentence) bool {
	if !f.named(t, s) {
		return false
	}
	for k := t; k < min(s.EndToken, t+7); k++ {
		if f.isWord(f.low(k, s), wEdition) {
			return true
		}
		if tag := f.tag(k); !strings.HasPrefix(tag, "NN") && tag != "JJ" && tag != "POS" {
			return false
		}
	}
	return false
}
