// Package input reads the texts that the examples take, and makes words fit to
// print.
package input

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
)

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

// Files are the files that a command line names, or standard input ("-").
func Files(args []string) []string {
	if len(args) == 0 {
		return []string{"-"}
	}
	return args
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
