// Package txtar reads and writes texts in named sections, in the form of
// golang.org/x/tools/txtar: a comment, then sections that each begin with a
// line "-- name --". Sections are text; the marker must be a line of its own.
package txtar

import "strings"

// An Archive is a comment and sections, in the order of the file.
type Archive struct {
	Comment  string
	Sections []Section
}

// A Section is a named text. Text ends in a line feed unless it is empty.
type Section struct{ Name, Text string }

// Parse reads an archive. Any text is one: what stands before the first
// marker is the comment.
func Parse(s string) Archive {
	var a Archive
	text := &a.Comment
	for s != "" {
		line, rest, _ := strings.Cut(s, "\n")
		s = rest
		if name, ok := marker(line); ok {
			a.Sections = append(a.Sections, Section{Name: name})
			text = &a.Sections[len(a.Sections)-1].Text
			continue
		}
		*text += line + "\n"
	}
	return a
}

// marker returns the name in a line "-- name --".
func marker(line string) (string, bool) {
	name, ok := strings.CutPrefix(line, "-- ")
	if !ok {
		return "", false
	}
	if name, ok = strings.CutSuffix(name, " --"); !ok {
		return "", false
	}
	name = strings.TrimSpace(name)
	return name, name != ""
}

// Get returns the text of the first section of that name.
func (a *Archive) Get(name string) (text string, ok bool) {
	for _, s := range a.Sections {
		if s.Name == name {
			return s.Text, true
		}
	}
	return "", false
}

// String writes the archive as Parse reads it.
func (a *Archive) String() string {
	var b strings.Builder
	b.WriteString(a.Comment)
	for _, s := range a.Sections {
		b.WriteString("-- " + s.Name + " --\n" + s.Text)
	}
	return b.String()
}
