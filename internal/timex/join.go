package timex

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed joins.txt
var joinTable string

var joinSections = []string{"news", "dialogue"}

// A join is a row of joins.txt.
type join struct {
	a, b  wish
	links []link
	do    action
}

// A link says what stands between two neighbours.
type link func(f *finder, a, b *expr, s *whosaid.Sentence) bool

// An action makes a of a and b.
type action func(f *finder, a, b *expr, s *whosaid.Sentence)

var links = map[string]link{
	"anchor": func(f *finder, a, b *expr, s *whosaid.Sentence) bool {
		return b.first-a.end == 1 && f.isWord(f.low(a.end, s), wAnchor)
	},
	"at": func(f *finder, a, b *expr, s *whosaid.Sentence) bool { return f.links(a.end, b.first, s, "at", true) },
	"brackets": func(f *finder, a, b *expr, s *whosaid.Sentence) bool {
		return b.first-a.end == 1 && f.text(a.end) == "(" && f.text(b.end) == ")"
	},
	"comma": func(f *finder, a, b *expr, s *whosaid.Sentence) bool { return f.links(a.end, b.first, s, "", true) },
	"ends":  func(_ *finder, a, b *expr, _ *whosaid.Sentence) bool { return canRange(a, b) },
	"for": func(f *finder, a, b *expr, s *whosaid.Sentence) bool {
		return b.first-a.end == 1 && f.isWord(f.low(a.end, s), wFor)
	},
	"in":         func(f *finder, a, b *expr, s *whosaid.Sentence) bool { return f.links(a.end, b.first, s, "in", false) },
	"last-day":   func(f *finder, a, _ *expr, _ *whosaid.Sentence) bool { return f.lastDayOpen(a) },
	"near":       func(f *finder, a, b *expr, s *whosaid.Sentence) bool { return f.near(a.end, b.first, s) },
	"of-times":   func(f *finder, a, _ *expr, _ *whosaid.Sentence) bool { return f.ofTimes(a) },
	"on":         func(f *finder, a, b *expr, s *whosaid.Sentence) bool { return f.links(a.end, b.first, s, "on", true) },
	"one":        func(_ *finder, a, b *expr, _ *whosaid.Sentence) bool { return b.first-a.end == 1 },
	"range":      (*finder).rangeLink,
	"start":      func(f *finder, a, b *expr, s *whosaid.Sentence) bool { return f.starts(a.end, b, s) && canRange(b, b) },
	"start-ends": func(_ *finder, a, _ *expr, _ *whosaid.Sentence) bool { return canRange(a, a) },
	"times":      func(f *finder, _, b *expr, _ *whosaid.Sentence) bool { return f.ofTimes(b) },
	"touch":      func(_ *finder, a, b *expr, _ *whosaid.Sentence) bool { return b.first == a.end },
	"two":        func(_ *finder, a, b *expr, _ *whosaid.Sentence) bool { return b.first-a.end <= 2 },
	"upto-one":   func(_ *finder, a, b *expr, _ *whosaid.Sentence) bool { return b.first-a.end <= 1 },
	"week":       func(_ *finder, _, b *expr, _ *whosaid.Sentence) bool { return b.unit == week },
}

var actions = map[string]action{
	"bracketed":      func(_ *finder, a, b *expr, _ *whosaid.Sentence) { b.weekday = a.weekday; b.end++; a.restate(b) },
	"day":            func(_ *finder, a, b *expr, _ *whosaid.Sentence) { a.restate(b) },
	"day-of-range":   func(f *finder, a, b *expr, _ *whosaid.Sentence) { f.dayOfRange(b, a, a, b) },
	"early":          func(_ *finder, a, b *expr, _ *whosaid.Sentence) { b.first = a.first; b.takeTime(a); *a = *b },
	"for":            func(f *finder, a, b *expr, _ *whosaid.Sentence) { f.lasting(a, a, b) },
	"from":           func(f *finder, a, b *expr, _ *whosaid.Sentence) { f.lasting(a, b, a) },
	"last-day":       func(f *finder, a, b *expr, _ *whosaid.Sentence) { f.pairs[a.pair+1].takeTime(b); a.end = b.end },
	"late":           func(_ *finder, a, b *expr, _ *whosaid.Sentence) { a.takeTime(b); a.end = b.end },
	"offset":         (*finder).offset,
	"part":           func(_ *finder, a, b *expr, _ *whosaid.Sentence) { a.part, a.end = b.part, b.end },
	"range":          (*finder).pairUp,
	"range-of-day":   func(f *finder, a, b *expr, _ *whosaid.Sentence) { f.dayOfRange(a, b, a, b) },
	"week":           func(_ *finder, a, b *expr, _ *whosaid.Sentence) { a.shape, a.n, a.end = shWeekOf, b.n, b.end },
	"weekday":        func(_ *finder, a, b *expr, _ *whosaid.Sentence) { b.weekday = a.weekday; a.restate(b) },
	"weekday-behind": func(_ *finder, a, b *expr, _ *whosaid.Sentence) { a.weekday = b.weekday; a.takeTime(b); a.end = b.end },
	"year":           func(_ *finder, a, b *expr, _ *whosaid.Sentence) { a.year, a.end = b.year, b.end },
}

// readJoins reads joins.txt.
func (g *Grammar) readJoins(text string) error {
	g.joins = make([][]join, len(joinSections))
	return wordfile.File{Name: "internal/timex/joins.txt", Text: text}.Lines(joinSections, func(section, line string) error {
		left, name, _ := strings.Cut(line, "->")
		name = strings.TrimSpace(name)
		parts := strings.Split(left, ";")
		if len(parts) != 3 {
			return fmt.Errorf("want first ; second ; links in %q", line)
		}
		j := join{do: actions[name]}
		if j.do == nil {
			return fmt.Errorf("unknown action %q", name)
		}
		for i, w := range []*wish{&j.a, &j.b} {
			for _, word := range strings.Fields(parts[i]) {
				if err := w.add(word); err != nil {
					return err
				}
			}
		}
		for _, word := range strings.Fields(parts[2]) {
			l := links[word]
			if l == nil {
				return fmt.Errorf("unknown link %q", word)
			}
			j.links = append(j.links, l)
		}
		at := slices.Index(joinSections, section)
		g.joins[at] = append(g.joins[at], j)
		return nil
	})
}

// maxGap is how many tokens may stand between neighbours that join.
const maxGap = 3

// joined joins a and b into a by the first row that fits, and reports whether
// one did.
func (f *finder) joined(rows []join, a, b *expr, s *whosaid.Sentence) bool {
	if gap := b.first - a.end; gap < 0 || gap > maxGap {
		return false
	}
	x, y := a.features(), b.features()
	for i := range rows {
		j := &rows[i]
		if !j.a.suits(x) || !j.b.suits(y) {
			continue
		}
		if !slices.ContainsFunc(j.links, func(l link) bool { return !l(f, a, b, s) }) {
			j.do(f, a, b, s)
			return true
		}
	}
	return false
}

// links reports whether the tokens [from, to) are nothing, a comma, or the
// preposition.
func (f *finder) links(from, to int, s *whosaid.Sentence, preposition string, comma bool) bool {
	switch to - from {
	case 0:
		return true
	case 1:
		w := f.low(from, s)
		return comma && w == "," || w == preposition
	}
	w, v := f.low(from, s), f.low(from+1, s)
	return comma && w == "," && v == preposition
}

// takeTime gives e the time of day of t.
func (e *expr) takeTime(t *expr) {
	if has(t.clock) {
		e.clock, e.clock2, e.seconds, e.ampm, e.zone = t.clock, t.clock2, t.seconds, t.ampm, t.zone
	}
	if has(t.part) {
		e.part = t.part
	}
	if t.mod != "" && e.mod == "" {
		e.mod = t.mod
	}
}

// offset makes "two weeks before Christmas" of its two halves.
func (f *finder) offset(a, b *expr, s *whosaid.Sentence) {
	b.offset, b.offsetBack = a.lengths, f.isWord(f.low(a.end, s), wCountsBack)
	b.first = a.first
	*a = *b
}

// restate makes a the day b, which says it again: Tuesday, 3 May.
func (e *expr) restate(b *expr) {
	part := e.part
	b.first = e.first
	*e = *b
	if has(part) {
		e.part = part
	}
}
