package input

import (
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What is looked at for the day that a page shows.
const (
	maxLabelled  = 50 // elements whose class says that they show a day
	maxDateWords = 12 // words of one of them
	shortestDay  = len("2/3/2026")
)

// shownDay is the day that a page shows to its readers, in an element whose class
// says so: the first below the headline, or else the one that all above it show.
// Where they differ, one may be today, in the head of the paper. It is zero if
// there is none.
func shownDay(root *html.Node) time.Time {
	var above []time.Time
	looked, below := 0, false
	for n := range root.Descendants() {
		below = below || n.DataAtom == atom.H1
		if looked == maxLabelled || !saysDay(n) {
			continue
		}
		looked++
		switch t := dayIn(textOf(n)); {
		case t.IsZero():
		case below:
			return t
		default:
			above = append(above, t)
		}
	}
	if len(above) == 0 || slices.ContainsFunc(above, func(t time.Time) bool { return !t.Equal(above[0]) }) {
		return time.Time{}
	}
	return above[0]
}

// saysDay reports whether an element with little text in it says by its class that
// it shows a day.
func saysDay(n *html.Node) bool {
	names := classWords(attr(n, "class") + " " + attr(n, "id"))
	if n.Type != html.ElementNode || !slices.ContainsFunc(names, func(w string) bool { return is(w, wDay) }) {
		return false
	}
	return isShort(n)
}

func isShort(n *html.Node) bool {
	size, nodes := 0, 0
	return short(n, &size, &nodes)
}

// dayShown is the day that a short element shows, as ParseDate reads it, "" if it
// shows none.
func dayShown(n *html.Node) string {
	if isShort(n) {
		if t := dayIn(textOf(n)); !t.IsZero() {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

// dayIn is the first day among the words of a line, which says more than a year.
func dayIn(line string) time.Time {
	words := strings.Fields(line)
	words = words[:min(len(words), maxDateWords)]
	for i := range words {
		for n := min(4, len(words)-i); n > 0; n-- { // "Thu, 5 March 2026"
			s := strings.Trim(strings.Join(words[i:i+n], " "), ".,;:|()–—· ")
			if len(s) < shortestDay || strings.Trim(s, "0123456789") == "" {
				continue // a year, a time, the number of something
			}
			if t, err := ParseDate(s); err == nil && !isPlaceholder(t) {
				return t.Truncate(24 * time.Hour)
			}
		}
	}
	return time.Time{}
}
