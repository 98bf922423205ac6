package main

import (
	"bytes"
	"regexp"
	"strconv"
)

var wordOrNumber = regexp.MustCompile(`\pL+|\pN+`)

// dataSites gives each line of a list as a site: it is dropped, or one of its
// words is misspelt. Blank lines and comments are none.
func (p *pack) dataSites(f *file) (out []site) {
	at := 0
	for _, line := range bytes.SplitAfter(f.src, []byte("\n")) {
		start := at
		at += len(line)
		if text := bytes.TrimSpace(line); len(text) == 0 || text[0] == '#' {
			continue
		}
		var words site
		for _, w := range wordOrNumber.FindAllIndex(line, -1) {
			words = append(words, edit{p, f, start + w[0], start + w[1], misspelt(string(line[w[0]:w[1]])), "word"})
		}
		s := site{{p, f, start, at, "", "line dropped"}}
		// As often one as the other.
		for range len(words) - 1 {
			s = append(s, s[0])
		}
		out = append(out, append(s, words...))
	}
	return out
}

func misspelt(w string) string {
	if n, err := strconv.Atoi(w); err == nil {
		return strconv.Itoa(n + 1)
	}
	return w + "q"
}
