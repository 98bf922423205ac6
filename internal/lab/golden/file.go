package golden

import "strings"

// A File is a golden file, in the form of golang.org/x/tools/txtar: a comment,
// then parts that each begin with a line "-- name --".
type File struct {
	Comment string
	Parts   []Part
}

// A Part is a named text. Text ends in a line feed unless it is empty.
type Part struct{ Name, Text string }

// ParseFile reads a golden file. Any text is one: what stands before the first
// marker is the comment.
func ParseFile(s string) File {
	var f File
	text := &f.Comment
	for s != "" {
		line, rest, _ := strings.Cut(s, "\n")
		s = rest
		if name, ok := marker(line); ok {
			f.Parts = append(f.Parts, Part{Name: name})
			text = &f.Parts[len(f.Parts)-1].Text
			continue
		}
		*text += line + "\n"
	}
	return f
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

// Get returns the text of the first part of that name.
func (f *File) Get(name string) (text string, ok bool) {
	for _, s := range f.Parts {
		if s.Name == name {
			return s.Text, true
		}
	}
	return "", false
}

// String writes the file as ParseFile reads it.
func (f *File) String() string {
	var b strings.Builder
	b.WriteString(f.Comment)
	for _, s := range f.Parts {
		b.WriteString("-- " + s.Name + " --\n" + s.Text)
	}
	return b.String()
}
