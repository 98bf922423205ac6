package golden

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Behind the words of a span stand its offsets, or, in a line that is being
// written, an @ for Update to fill in: "she @2" is the second "she" of the
// text, "she @" the only one.
var (
	offsets = regexp.MustCompile(` (\d+):(\d+)`)
	blank   = regexp.MustCompile(` @(\d*)(?: |\]|,|$)`)
)

// spans returns the offsets that a line gives. A clock time among the words
// ("at 14:30") is none.
func spans(line, text string) (list [][2]int) {
	for _, m := range offsets.FindAllStringSubmatch(line, -1) {
		a, errA := strconv.Atoi(m[1])
		b, errB := strconv.Atoi(m[2])
		if errA == nil && errB == nil && !strings.Contains(text, m[0]) {
			list = append(list, [2]int{a, b})
		}
	}
	return list
}

// shared counts the bytes that the first spans of two lines have in common and,
// since an error may be in the first span, the offsets that are the same.
func shared(a, b, text string) (n int) {
	x, y := spans(a, text), spans(b, text)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	n = max(0, min(x[0][1], y[0][1])-max(x[0][0], y[0][0]))
	for _, s := range x {
		if slices.Contains(y, s) {
			n++
		}
	}
	return n
}

// misplaced lists the offsets of a line that are not those of the words before
// them.
func misplaced(line, text string) (problems []string) {
	if blank.MatchString(line) {
		problems = append(problems, "has no offsets yet; run with -update, or say which, as in @2, where the words stand twice")
	}
	for _, m := range offsets.FindAllStringIndex(line, -1) {
		where := line[m[0]:m[1]]
		s := spans(where, text)
		if len(s) == 0 {
			continue
		}
		a, b := s[0][0], s[0][1]
		before, ok := "", a < b && b <= len(text)
		if ok {
			before, ok = strings.CutSuffix(line[:m[0]], strings.Join(strings.Fields(text[a:b]), " "))
		}
		if !ok || !opens(strings.Fields(before)) {
			problems = append(problems, fmt.Sprintf("does not stand at%s", where))
		}
	}
	return problems
}

// place fills in the offsets of a line that has an @ for them, and those of
// words that have moved and stand in the text once.
func place(line, text string) string {
	for {
		m := blank.FindStringSubmatchIndex(line)
		if m == nil {
			break
		}
		nth, _ := strconv.Atoi(line[m[2]:m[3]])
		where, ok := find(line[:m[0]], text, nth)
		if !ok {
			return line
		}
		line = line[:m[0]] + where + line[m[3]:]
	}
	for _, m := range offsets.FindAllStringIndex(line, -1) {
		if len(misplaced(line[:m[1]], text)) == 0 {
			continue
		}
		if where, ok := find(line[:m[0]], text, 0); ok {
			return place(line[:m[0]]+where+line[m[1]:], text)
		}
	}
	return line
}

// opens reports whether a span may begin behind these words of a line: at its
// beginning, behind the kind, behind a separator, a name and a colon, or flags.
func opens(before []string) bool {
	if len(before) < 2 {
		return true
	}
	last := before[len(before)-1]
	return slices.Contains([]string{"·", "…", "|", "=", "[to", "to", "[medium", "medium"}, last) ||
		strings.HasSuffix(last, ":") || strings.HasSuffix(last, "]")
}

// find returns the offsets of the words that a line ends in: of the most words
// that stand so in the text. Of several places nth is taken.
func find(line, text string, nth int) (where string, ok bool) {
	fields := strings.Split(line, " ")
	for i := range fields {
		places := occurrences(fields[i:], text)
		if len(places) == 0 || !opens(fields[:i]) {
			continue
		}
		if nth == 0 && len(places) > 1 || nth > len(places) {
			return "", false
		}
		s := places[max(nth, 1)-1]
		return fmt.Sprintf(" %d:%d", s[0], s[1]), true
	}
	return "", false
}

// occurrences returns where words stand in the text, whole and with any space
// between them.
func occurrences(words []string, text string) (list [][2]int) {
	for start := range text {
		if end := match(words, text, start); end > start && whole(text, start) && whole(text, end) {
			list = append(list, [2]int{start, end})
		}
	}
	return list
}

// match returns where the words end that begin at start, or -1.
func match(words []string, text string, start int) (end int) {
	rest := text[start:]
	for i, w := range words {
		after := strings.TrimLeftFunc(rest, unicode.IsSpace)
		if i > 0 == (len(after) == len(rest)) || !strings.HasPrefix(after, w) {
			return -1
		}
		rest = after[len(w):]
	}
	return len(text) - len(rest)
}

// whole reports whether no word goes on at this offset.
func whole(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return !letter(before) || !letter(after)
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
