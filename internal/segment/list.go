package segment

// A list is the state of a list whose items stand on one line:
// "1. The first item 2. The second item".
type list struct {
	style style
	value int // of the last item
	last  int // its first token
}

// A style is how the items of a list are marked.
type style uint8

const (
	noList        style = iota
	numberDot           // 1.
	numberParen         // 1)
	numberBoth          // 1.)
	numberEnclose       // (1)
	letterDot           // a.
	letterParen         // a)
	letterBoth          // a.)
	letterEnclose       // (a)
	bullet              // •
)

// startItem looks for the marker of an item at token k, the first of a
// sentence.
func (s *splitter) startItem(k int) {
	if k >= len(s.toks) {
		return
	}
	if st, v, _ := s.marker(k); st != noList && (s.list.style != st || v != 1) {
		s.list = list{style: st, value: v, last: k}
	}
}

// startsItem reports whether token k, which a space stands before, is the
// marker of the item that follows the last one of the open list, or a bullet.
func (s *splitter) startsItem(k int) bool {
	c := byteClass[s.text[s.toks[k].Start]]
	if s.list.style == noList && c != high || c == space {
		return false
	}
	st, v, end := s.marker(k)
	switch {
	case st == noList:
		return false
	case st == bullet:
		return s.gap(end) != blankLine
	}
	if k <= s.list.last+1 || s.gap(end) != spaced {
		return false
	}
	// The next item, or the first of another list.
	return st == s.list.style && v == s.list.value+1 || v == 1 && c != upper && s.class(end+1) == upper
}

// itemMarker reports whether the dot at token k belongs to the marker of the
// item that begins the sentence.
func (s *splitter) itemMarker(k int) bool {
	if k-s.first > 3 {
		return false
	}
	st, _, end := s.marker(s.first)
	if st == bullet {
		_, _, end = s.marker(s.first + 1)
	}
	return st != noList && k <= end
}

// marker reads the marker of an item at token k: its style, its value
// counted from 1 and its last token.
func (s *splitter) marker(k int) (style, int, int) {
	w := s.word(k)
	switch {
	case w == "":
		return noList, 0, k
	case w == "(":
		if v, isLetter := ordinal(s.word(k + 1)); v > 0 && s.word(k+2) == ")" {
			return pick(isLetter, numberEnclose, letterEnclose), v, k + 2
		}
		return noList, 0, k
	case isBullet(w):
		return bullet, 0, k
	}
	bare := w
	if w[len(w)-1] == '.' && len(w) > 1 {
		bare = w[:len(w)-1]
	}
	v, isLetter := ordinal(bare)
	if v == 0 || s.gap(k) == touching && len(bare) < len(w) && s.word(k+1) != ")" {
		return noList, 0, k
	}
	if len(bare) < len(w) {
		if s.word(k+1) == ")" && s.gap(k) == touching {
			return pick(isLetter, numberBoth, letterBoth), v, k + 1
		}
		return pick(isLetter, numberDot, letterDot), v, k
	}
	if s.gap(k) != touching {
		return noList, 0, k
	}
	switch s.word(k + 1) {
	case ".":
		if s.word(k+2) == ")" && s.gap(k+1) == touching {
			return pick(isLetter, numberBoth, letterBoth), v, k + 2
		}
		if s.gap(k+1) == spaced {
			return pick(isLetter, numberDot, letterDot), v, k + 1
		}
	case ")":
		return pick(isLetter, numberParen, letterParen), v, k + 1
	}
	return noList, 0, k
}

func pick(second bool, a, b style) style {
	if second {
		return b
	}
	return a
}

// ordinal reads the number or the letter of an item, 0 if s is neither.
func ordinal(s string) (value int, isLetter bool) {
	switch {
	case len(s) == 1 && byteClass[s[0]] == lower && s[0] != '_':
		return int(s[0]-'a') + 1, true
	case len(s) == 1 && byteClass[s[0]] == upper:
		return int(s[0]-'A') + 1, true
	case len(s) == 0 || len(s) > 2 || !allDigits(s):
		return 0, false
	}
	for i := 0; i < len(s); i++ {
		value = value*10 + int(s[i]-'0')
	}
	return value, false
}

// isBullet reports whether s marks the items of lists.
func isBullet(s string) bool {
	switch s {
	case "•", "‣", "⁃", "◦", "●", "○", "▪", "■", "►", "▶", "➢", "✓", "✔", "·", "&bull;", "&middot;":
		return true
	}
	return false
}
