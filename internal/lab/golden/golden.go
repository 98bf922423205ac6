// Package golden compares what comes out with what is right, where the two may
// differ. A section of a golden file is a list of lines, written by hand:
//
//	LINE            right, and it comes out
//	want LINE       right, and it does not come out; a "! got" stands below
//	! got LINE      wrong, and it comes out instead of the want above it
//	! got nothing   nothing comes out instead of the want above it
//	! extra LINE    wrong, and it comes out where nothing should
//
// Each "!" is a known error. [Section.Check] fails on an error that is not
// known and on one that is no more, so that a fix is seen and the mark goes.
package golden

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

const (
	wantMark  = "want "
	gotMark   = "! got "
	extraMark = "! extra "
	nothing   = "nothing"
)

// An entry is a right line and the wrong ones that come out in its place, or
// one wrong line alone.
type entry struct {
	right   string
	missing bool // the right line does not come out
	got     []string
	silent  bool // "! got nothing"
}

// A Section is one layer of a golden file.
type Section struct{ entries []entry }

// Parse reads a section and reports the first line that contradicts the form.
func Parse(text string) (Section, error) {
	var s Section
	for line := range strings.Lines(text) {
		if err := s.add(strings.TrimSuffix(line, "\n")); err != nil {
			return Section{}, err
		}
	}
	return s, nil
}

func (s *Section) add(line string) error {
	got, isGot := strings.CutPrefix(line, gotMark)
	extra, isExtra := strings.CutPrefix(line, extraMark)
	right, isWant := strings.CutPrefix(line, wantMark)
	switch {
	case strings.TrimSpace(line) == "" || strings.TrimSpace(right) == "" || isExtra && extra == "":
		return fmt.Errorf("%q says nothing", line)
	case isExtra:
		s.entries = append(s.entries, entry{got: []string{extra}})
	case isGot:
		return s.addGot(got)
	case strings.HasPrefix(line, "!"):
		return fmt.Errorf("%q: a wrong line begins with %q or %q", line, gotMark, extraMark)
	default:
		s.entries = append(s.entries, entry{right: right, missing: isWant})
	}
	return nil
}

func (s *Section) addGot(got string) error {
	if len(s.entries) == 0 || !s.entries[len(s.entries)-1].missing {
		return fmt.Errorf("%q stands below no %q line", gotMark+got, strings.TrimSpace(wantMark))
	}
	last := &s.entries[len(s.entries)-1]
	if last.silent || got == nothing && len(last.got) > 0 {
		return fmt.Errorf("%q: something and nothing come out instead of %q", gotMark+got, last.right)
	}
	if last.silent = got == nothing; !last.silent {
		last.got = append(last.got, got)
	}
	return nil
}

// String writes the section as Parse reads it.
func (s Section) String() string {
	var b strings.Builder
	for _, e := range s.entries {
		if e.missing {
			b.WriteString(wantMark)
		}
		if e.right != "" {
			b.WriteString(e.right + "\n")
		}
		mark := gotMark
		if e.right == "" {
			mark = extraMark
		}
		for _, g := range e.got {
			b.WriteString(mark + g + "\n")
		}
		if e.silent {
			b.WriteString(gotMark + nothing + "\n")
		}
	}
	return b.String()
}

// Errors counts the known errors: the lines with a "!".
func (s Section) Errors() (n int) {
	for _, e := range s.entries {
		n += len(e.got)
		if e.silent {
			n++
		}
	}
	return n
}

// Check compares the section with the lines that come out of text and returns
// what is not as stated, in the order of the section. Lines are compared
// without regard to their order.
func (s Section) Check(text string, out []string) (problems []string) {
	left := newBag(out)
	tell := func(format string, args ...any) { problems = append(problems, fmt.Sprintf(format, args...)) }
	for _, e := range s.entries {
		if e.right != "" {
			for _, p := range misplaced(e.right, text) {
				tell("%s: %s", p, e.right)
			}
		}
		came := e.right != "" && left.take(e.right)
		switch {
		case e.missing && came:
			tell("is right and comes out now; drop its “want” and “! got”: %s", e.right)
		case e.missing && len(e.got) == 0 && !e.silent:
			tell("is wanted, and no “! got” says what comes out instead: %s", e.right)
		case !e.missing && !came && e.right != "":
			tell("is right, and does not come out: %s", e.right)
		}
		for _, g := range e.got {
			if s.right(g) {
				tell("stands as right and as wrong: %s", g)
			} else if !left.take(g) {
				tell("is wrong and comes out no more; drop it: %s", g)
			}
		}
	}
	for _, l := range out {
		if left.take(l) {
			tell("comes out, and is not stated: %s", l)
		}
	}
	return problems
}

func (s Section) right(line string) bool {
	return slices.ContainsFunc(s.entries, func(e entry) bool { return e.right == line })
}

// Update brings the section up to date with what comes out of text: it fills in
// offsets, drops the marks of errors that are no more, and marks each line that
// comes out and is not right. It adds no right line and takes none away, and a
// right line that comes out no more stays as it is, for Check to find.
func (s Section) Update(text string, out []string) Section {
	left := newBag(out)
	entries := slices.Clone(s.entries)
	for i := range entries {
		e := &entries[i]
		e.right = place(e.right, text)
		if e.right != "" && left.take(e.right) {
			e.missing = false
		}
	}
	for i := range entries {
		e := &entries[i]
		e.got = slices.DeleteFunc(slices.Clone(e.got), func(g string) bool { return e.right != "" && !e.missing || !left.take(g) })
	}
	entries = slices.DeleteFunc(entries, func(e entry) bool { return e.right == "" && len(e.got) == 0 })
	for _, l := range out {
		if left.take(l) {
			entries = beside(entries, l, text)
		}
	}
	for i := range entries {
		entries[i].silent = entries[i].missing && len(entries[i].got) == 0
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return cmp.Compare(a.begin(text), b.begin(text)) })
	return Section{entries}
}

// begin is where an entry begins in the text.
func (e *entry) begin(text string) int {
	line := e.right
	if line == "" {
		line = e.got[0]
	}
	if list := spans(line, text); len(list) > 0 {
		return list[0][0]
	}
	return 0
}

// beside adds a wrong line: to the missing one that it shares most with, or, if
// it shares nothing with any, alone.
func beside(entries []entry, line, text string) []entry {
	best, most := -1, 0
	for i, e := range entries {
		if n := shared(e.right, line, text); e.missing && n > most {
			best, most = i, n
		}
	}
	if best < 0 {
		return append(entries, entry{got: []string{line}})
	}
	entries[best].got = append(entries[best].got, line)
	return entries
}

// A bag holds lines, each as often as it comes out.
type bag map[string]int

func newBag(lines []string) bag {
	b := bag{}
	for _, l := range lines {
		b[l]++
	}
	return b
}

func (b bag) take(line string) bool {
	if b[line] == 0 {
		return false
	}
	b[line]--
	return true
}
