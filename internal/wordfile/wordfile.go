// Package wordfile reads the text files in which the other packages keep their
// words, rules and weights.
//
// A file is lines. Empty lines and lines that begin with "#" are skipped. A
// line "[name]" begins a section; what the lines of a section mean is up to the
// package that owns the file, which also says which sections there are. A
// section stands once and is not empty. Within a section, words and keys are
// sorted by their bytes, so that each has one place and none stands twice.
//
// A word is written without blanks: "_" stands for one, and a backslash before
// a word that begins with "#" or "[" distinguishes it from a comment or a
// section.
//
// Errors read "file:line: what".
package wordfile

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A File is a text file, embedded as a rule. Name is its path in the
// repository, for errors.
type File struct {
	Name, Text string
	// Lower says that words are looked up in lower case, which makes a capital
	// letter in a word or key an error.
	Lower bool
}

// Lines calls do with each line, trimmed, and the section that it is in. A nil
// sections says that the file has none. An error of do ends the reading and is
// returned with file and line.
func (f File) Lines(sections []string, do func(section, line string) error) error {
	section, filled := "", map[string]bool{}
	n, opened := 0, 0
	for text := range strings.Lines(f.Text) {
		n++
		text = strings.TrimSpace(text)
		if text == "" || text[0] == '#' {
			continue
		}
		if name, ok := header(text); ok {
			if section != "" && !filled[section] {
				return f.errorf(opened, "section [%s] is empty", section)
			}
			if _, again := filled[name]; again {
				return f.errorf(n, "section [%s] stands twice", name)
			}
			if !slices.Contains(sections, name) {
				return f.errorf(n, "unknown section [%s]", name)
			}
			section, opened, filled[name] = name, n, false
			continue
		}
		if section == "" && sections != nil {
			return f.errorf(n, "%q stands before the first section", text)
		}
		filled[section] = true
		if err := do(section, text); err != nil {
			return f.errorf(n, "%w", err)
		}
	}
	for _, name := range sections {
		if !filled[name] {
			return f.errorf(max(n, 1), "section [%s] is missing or empty", name)
		}
	}
	return nil
}

// header returns the name in a line "[name]".
func header(line string) (string, bool) {
	if len(line) < 3 || line[0] != '[' || line[len(line)-1] != ']' || strings.ContainsAny(line, " \t") {
		return "", false
	}
	return line[1 : len(line)-1], true
}

func (f File) errorf(line int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: "+format, append([]any{f.Name, line}, args...)...)
}

// Words calls do with each word. A section may break its lines anywhere.
func (f File) Words(sections []string, do func(section, word string) error) error {
	o := f.order()
	return f.Lines(sections, func(section, line string) error {
		for word := range strings.FieldsSeq(line) {
			word = decode(word)
			if err := o.next(section, word); err != nil {
				return err
			}
			if err := do(section, word); err != nil {
				return err
			}
		}
		return nil
	})
}

// Values calls do with each entry "word=value". A section may break its lines
// anywhere; the value is an integer.
func (f File) Values(sections []string, do func(section, word string, value int) error) error {
	o := f.order()
	return f.Lines(sections, func(section, line string) error {
		for entry := range strings.FieldsSeq(line) {
			i := strings.LastIndexByte(entry, '=')
			if i < 1 {
				return fmt.Errorf("%q is not word=value", entry)
			}
			value, err := strconv.Atoi(entry[i+1:])
			if err != nil {
				return fmt.Errorf("%q: the value is no integer", entry)
			}
			word := decode(entry[:i])
			if err := o.next(section, word); err != nil {
				return err
			}
			if err := do(section, word, value); err != nil {
				return err
			}
		}
		return nil
	})
}

// Entries calls do with each line: its first word, the key, and the words
// behind it.
func (f File) Entries(sections []string, do func(section, key string, fields []string) error) error {
	o := f.order()
	return f.Lines(sections, func(section, line string) error {
		fields := strings.Fields(line)
		for i := range fields {
			fields[i] = decode(fields[i])
		}
		if err := o.next(section, fields[0]); err != nil {
			return err
		}
		return do(section, fields[0], fields[1:])
	})
}

// Lists calls do with each line, which is parted by "|": its first item, the
// key, and all of them. Items may hold blanks.
func (f File) Lists(sections []string, do func(section, key string, items []string) error) error {
	o := f.order()
	return f.Lines(sections, func(section, line string) error {
		items := strings.Split(line, "|")
		for _, item := range items {
			if item == "" || strings.TrimSpace(item) != item {
				return fmt.Errorf("an item of %q is empty or has blanks around it", line)
			}
		}
		if err := o.next(section, items[0]); err != nil {
			return err
		}
		return do(section, items[0], items)
	})
}

// Classes reads a file whose sections are classes of words. Each word has the
// bits of all the classes that it stands in.
func Classes[C ~uint8 | ~uint16 | ~uint32 | ~uint64](f File, classes map[string]C) (map[string]C, error) {
	words := make(map[string]C, strings.Count(f.Text, " "))
	err := f.Words(slices.Sorted(maps.Keys(classes)), func(section, word string) error {
		words[word] |= classes[section]
		return nil
	})
	if err != nil {
		return nil, err
	}
	return words, nil
}

// decode turns a word as it is written into the word that it stands for.
func decode(word string) string {
	if len(word) > 1 && word[0] == '\\' {
		word = word[1:]
	}
	if len(word) > 1 && strings.IndexByte(word, '_') >= 0 {
		return strings.ReplaceAll(word, "_", " ")
	}
	return word
}

// order checks that the words of a section ascend.
type order struct {
	lower         bool
	section, last string
}

func (f File) order() *order { return &order{lower: f.Lower} }

func (o *order) next(section, word string) error {
	switch {
	case o.lower && strings.ToLower(word) != word:
		return fmt.Errorf("%q is not in lower case", word)
	case section != o.section || o.last == "":
	case word == o.last:
		return fmt.Errorf("%q stands twice", word)
	case word < o.last:
		return fmt.Errorf("%q stands after %q: not sorted", word, o.last)
	}
	o.section, o.last = section, word
	return nil
}

// Args reads fields "key=value". check says which values a key may have; it
// returns an error for a key that it does not know.
func Args(fields []string, check func(key, value string) error) error {
	seen := make([]string, 0, 8)
	for _, field := range fields {
		key, value, ok := strings.Cut(field, "=")
		if !ok || key == "" || value == "" {
			return fmt.Errorf("%q is not key=value", field)
		}
		if slices.Contains(seen, key) {
			return fmt.Errorf("%q stands twice", key)
		}
		seen = append(seen, key)
		if err := check(key, value); err != nil {
			return err
		}
	}
	return nil
}
