package timex

import (
	"fmt"
	"strings"
)

// A feature is a set of what is known of an expression, for the conditions in
// guards.txt and joins.txt: its shape, and which of its fields are given.
type feature uint64

// shapeNames are the names of the shapes there.
var shapeNames = map[string]shape{
	"bare": shBare, "date": shDate, "decade": shDecade, "duration": shDuration, "holiday": shHoliday, "month": shMonth,
	"noday": shNoDay, "quarter": shQuarter, "range": shRange, "ref": shRef, "rel": shRel, "season": shSeason, "set": shSet,
	"weekday": shWeekday,
}

// fields are the other features. Their bits follow those of the shapes.
var fields = []struct {
	name string
	has  func(e *expr) bool
}{
	{"age", func(e *expr) bool { return e.age }},
	{"ampm", func(e *expr) bool { return e.ampm }},
	{"anyday", (*expr).isDay},
	{"back", func(e *expr) bool { return e.back }},
	{"clock", func(e *expr) bool { return has(e.clock) }},
	{"day", func(e *expr) bool { return has(e.day) }},
	{"fiscal", func(e *expr) bool { return e.fiscal }},
	{"given", func(e *expr) bool { return e.given }},
	{"half", func(e *expr) bool { return has(e.half) }},
	{"length", func(e *expr) bool { return e.lengths[0].unit != noUnit }},
	{"minutes", func(e *expr) bool { return e.n == 1 }}, // 1530
	{"mod", func(e *expr) bool { return e.mod != "" }},
	{"month", func(e *expr) bool { return has(e.month) }},
	{"movable", func(e *expr) bool { return e.movable }},
	{"offset", func(e *expr) bool { return e.offset[0].unit != noUnit }},
	{"oneday", func(e *expr) bool { return e.oneDay }},
	{"open", func(e *expr) bool { return e.n < 0 }}, // the '90s, of any century
	{"part", func(e *expr) bool { return has(e.part) }},
	{"seconds", func(e *expr) bool { return e.seconds }},
	{"sibling", func(e *expr) bool { return e.sibling }},
	{"single", func(e *expr) bool { return e.lengths[0].n == 1000 }}, // a second
	{"slash", func(e *expr) bool { return e.slash }},
	{"vague", func(e *expr) bool { return e.lengths[0].n == vague }}, // years
	{"weekday", func(e *expr) bool { return has(e.weekday) }},
	{"year", func(e *expr) bool { return has(e.year) }},
	{"yearrel", func(e *expr) bool { return has(e.yearRel) }},
}

// firstField is the bit of the first field; the shapes are fewer.
const firstField = 24

// features returns what is known of e.
func (e *expr) features() feature {
	x := feature(1) << e.shape
	for i := range fields {
		if fields[i].has(e) {
			x |= 1 << (firstField + i)
		}
	}
	return x
}

// A wish is what an expression has to be. The zero wish suits all.
type wish struct {
	shapes    feature // any of them; 0 is all
	want, ban feature // all, none of them
}

func (w *wish) suits(x feature) bool {
	return (w.shapes == 0 || w.shapes&x != 0) && x&w.want == w.want && x&w.ban == 0
}

// add reads "date|rel", "!date|rel", "+year" or "-part".
func (w *wish) add(word string) error {
	if word[0] != '+' && word[0] != '-' {
		list, negate := strings.CutPrefix(word, "!")
		shapes := feature(0)
		for _, name := range strings.Split(list, "|") {
			s, ok := shapeNames[name]
			if !ok {
				return fmt.Errorf("unknown shape %q", name)
			}
			shapes |= 1 << s
		}
		if negate {
			w.ban |= shapes
		} else {
			w.shapes |= shapes
		}
		return nil
	}
	for i := range fields {
		if fields[i].name == word[1:] {
			if word[0] == '+' {
				w.want |= 1 << (firstField + i)
			} else {
				w.ban |= 1 << (firstField + i)
			}
			return nil
		}
	}
	return fmt.Errorf("unknown field %q", word[1:])
}
