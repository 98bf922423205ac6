// Package input is what the examples have in common: it reads their texts and
// makes words fit to print.
package input

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
)

// Main runs a program by its name, and ends it with status 1 if it fails.
func Main(name string, run func(args []string, stdin io.Reader, stdout io.Writer) error) {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, name+":", err)
		os.Exit(1)
	}
}

// Text returns the text of a file, of stdin if the name is "-". A text without
// a word in it is an error. Errors name the file.
func Text(name string, stdin io.Reader) (string, error) {
	var b []byte
	var err error
	if name == "-" {
		name = "standard input"
		b, err = io.ReadAll(stdin)
	} else {
		b, err = os.ReadFile(name)
	}
	var pe *os.PathError
	if errors.As(err, &pe) {
		err = pe.Err // without the name, which is said once
	}
	if err == nil && strings.TrimSpace(string(b)) == "" {
		err = errors.New("the text is empty")
	}
	if err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	return string(b), nil
}

// Each calls do with the text of each file, of stdin if there is none, and stops
// at an error, which names the file.
func Each(files []string, stdin io.Reader, do func(file, text string) error) error {
	if len(files) == 0 {
		files = []string{"-"}
	}
	for _, file := range files {
		text, err := Text(file, stdin)
		if err != nil {
			return err
		}
		if err := do(file, text); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	return nil
}

// Clean makes s fit for one line of a terminal: white space becomes single
// spaces, control characters and broken bytes go.
func Clean(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) || r == unicode.ReplacementChar {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
