package input

import "strings"

// The bounds of the search for glue.
const (
	maxGlue = 20 << 20 // lines times bytes that are compared
	minGlue = 3        // bytes of a line: "1" and "0" may well be a 10
)

// repaired is what a library found of a page, with the lines of the page. Where a
// paragraph is several lines without a space between, it is taken apart, and what
// the library added in another way is left out. It returns nil where there is
// little but glue: then the library found nothing and took the text of the page as
// one.
func repaired(list, page []string) []string {
	size := 0
	for _, s := range list {
		size += len(s)
	}
	if size*len(page) > maxGlue {
		return list
	}
	var out []string
	glue := 0
	for _, s := range list {
		if !isGlued(s, page) {
			out = append(out, s)
			continue
		}
		glue += len(s)
		parts := unglued(s, page)
		if parts == nil || 2*glue > size {
			return nil
		}
		out = append(out, parts...)
	}
	return once(out, page)
}

// isGlued reports whether a paragraph is two lines of the page without a space
// between.
func isGlued(s string, page []string) bool {
	for i := 1; i < len(page); i++ {
		if min(len(page[i-1]), len(page[i])) >= minGlue && strings.Contains(s, page[i-1]+page[i]) {
			return true
		}
	}
	return false
}

// unglued are the lines of the page that a paragraph is made of, nil if it is
// made of others.
func unglued(s string, page []string) []string {
	for i := range page {
		rest, n := s, i
		for n < len(page) && rest != "" && strings.HasPrefix(rest, page[n]) {
			rest = strings.TrimPrefix(rest[len(page[n]):], " ")
			n++
		}
		if rest == "" {
			return page[i:n]
		}
	}
	return nil
}

// once leaves out paragraphs that the page has less often.
func once(list, page []string) (out []string) {
	left := map[string]int{}
	for _, s := range page {
		left[s]++
	}
	for _, s := range list {
		n, there := left[s]
		if there && n == 0 {
			continue
		}
		if there {
			left[s]--
		}
		out = append(out, s)
	}
	return out
}
