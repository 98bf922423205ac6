package segment

import "strings"

// word cuts the words and numbers that begin at i, up to the first byte that
// belongs to neither. Most words are letters up to a space.
func (t *tokenizer) word(i int) int {
	j := i
	for j < len(t.text) && byteClass[t.text[j]].isWord() {
		j++
	}
	if j == len(t.text) || byteClass[t.text[j]] == space {
		return t.emitWord(i, j)
	}
	if end := t.address(i); end > i {
		return t.emit(i, end)
	}
	return t.compound(i)
}

// letters returns the end of the run of letters, digits and marks at i.
// Invisible characters between two of them belong to the run, as do character
// references that stand for a letter.
func (t *tokenizer) letters(i int) int {
	for i < len(t.text) {
		b := byteClass[t.text[i]]
		if b.isWord() {
			i++
			continue
		}
		c, n := b, 1
		if b == high {
			c, n = classAt(t.text, i)
		} else if t.text[i] == '&' {
			if ref := reference(t.text, i); ref.end > i && ref.class.isLetter() {
				c, n = ref.class, ref.end-i
			}
		}
		if c == invisible && b == high && !isZeroWidthSpace(t.text[i:i+n]) {
			if next, _ := classAt(t.text, i+n); next.isWord() {
				c = lower
			}
		}
		if !c.isWord() {
			return i
		}
		i += n
	}
	return i
}

// isZeroWidthSpace reports whether s is the one invisible character that
// separates words instead of joining them.
func isZeroWidthSpace(s string) bool { return s == "\u200b" }

// A verdict says what becomes of a joiner between two parts of a word.
type verdict uint8

const (
	ends   verdict = iota // the token ends before the joiner
	joined                // the joiner and what follows it belong to the token
	apart                 // the joiner is a token of its own
	done                  // the tokens before the returned offset are emitted
)

// compound cuts a word or number that something other than a space follows:
// its parts are joined, or cut, at each joiner.
func (t *tokenizer) compound(start int) int {
	part := start
	if t.text[start] == '.' {
		part++
	}
	for {
		end := t.letters(part)
		next, v := t.join(start, part, end)
		switch v {
		case ends:
			return t.emitWord(start, end)
		case done:
			return next
		case apart:
			t.emitWord(start, end)
			t.emit(end, next)
			start = next
		}
		if c, _ := t.wordClassAt(next); !c.isWord() {
			if v == joined {
				t.emit(start, next)
			}
			return next
		}
		part = next
	}
}

// wordClassAt is classAt, with a character reference for its character.
func (t *tokenizer) wordClassAt(i int) (class, int) {
	if i < len(t.text) && t.text[i] == '&' {
		if ref := reference(t.text, i); ref.end > i {
			return ref.class, ref.end - i
		}
	}
	return classAt(t.text, i)
}

// join decides about the joiner at end, after the part text[part:end] of the
// token that begins at start. It returns the end of the joiner.
func (t *tokenizer) join(start, part, end int) (int, verdict) {
	c, n := classAt(t.text, end)
	if c == space || c == invisible {
		return end, ends
	}
	after, _ := t.wordClassAt(end + n)
	next := end
	switch b := t.text[end]; {
	case b == '.':
		return t.joinDot(start, part, end, after)
	case b == '/':
		return t.joinSlash(part, end, after)
	case b == ',':
		next = t.joinComma(part, end)
	case b == ':':
		if byteClass[t.text[end-1]] == digit && after == digit {
			next++
		}
	case b == '&':
		if ref := reference(t.text, end); isApostrophe(string(ref.r)) {
			return t.joinApostrophe(start, end, ref.end)
		}
		next = t.joinAmpersand(part, end)
	case b == '*':
		next = t.joinStars(end)
	case b == '$':
		if after == digit && end-start <= 3 && allUpper(t.text[start:end]) {
			next++
			return t.emit(start, next), done
		}
	case b == '#' || b == '+':
		next = t.joinSign(start, end)
	case c == hyphen:
		if after.isWord() {
			return t.joinHyphen(part, end, end+n)
		}
	case c == quote && isApostrophe(t.text[end:end+n]):
		return t.joinApostrophe(start, end, end+n)
	}
	if next > end {
		return next, joined
	}
	return end, ends
}

// joinDot decides about the dot after a part: it is in numbers, between
// initials, at the end of abbreviations, and in names of files.
func (t *tokenizer) joinDot(start, part, end int, after class) (int, verdict) {
	s := t.text[part:end]
	if !after.isWord() {
		if t.abbreviation(start, part, end) {
			return t.emit(start, end+1), done
		}
		return end, ends
	}
	next := t.letters(end + 1)
	follows := t.text[end+1 : next]
	lastDigit := end > part && byteClass[t.text[end-1]] == digit
	switch {
	case after == digit && lastDigit,
		oneLetter(s) && oneLetter(follows), dotted(t.text[start:end]) && oneLetter(follows),
		t.words.is(s, wDegree) && len(follows) <= 2,
		after == lower && !lastDigit && !capital(s):
		return end + 1, joined
	case t.words.kind(s) != plain && after != lower, dotted(t.text[start:end]):
		return t.emit(start, end+1), done // "No.5", "Mr.Lee"
	}
	return end, ends
}

// oneLetter reports whether s is one letter.
func oneLetter(s string) bool {
	c, n := classAt(s, 0)
	return n == len(s) && c.isLetter()
}

// dotted reports whether s, without its last dot, is letters with dots
// between them, such as "U.S" or "a.m".
func dotted(s string) bool {
	if len(s) < 3 || len(s) > 15 {
		return false
	}
	for i := 1; i < len(s); i += 2 {
		if s[i] != '.' || !byteClass[s[i-1]].isLetter() {
			return false
		}
	}
	return len(s)%2 == 1 && byteClass[s[len(s)-1]].isLetter()
}

// capital reports whether s begins with a capital letter.
func capital(s string) bool {
	c, _ := classAt(s, 0)
	return c == upper
}

// allUpper reports whether s is capital letters of ASCII only.
func allUpper(s string) bool {
	for i := 0; i < len(s); i++ {
		if byteClass[s[i]] != upper {
			return false
		}
	}
	return s != ""
}

// allDigits reports whether s is digits of ASCII only.
func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if byteClass[s[i]] != digit {
			return false
		}
	}
	return s != ""
}

// joinComma keeps "1,000" and "1,00,000" whole.
func (t *tokenizer) joinComma(part, end int) int {
	if byteClass[t.text[end-1]] != digit || end-part > 3 || !allDigits(t.text[part:end]) {
		return end
	}
	j := end + 1
	for j < len(t.text) && j-end <= 4 && byteClass[t.text[j]] == digit {
		j++
	}
	if n := j - end - 1; n == 3 || n == 2 && j+1 < len(t.text) && t.text[j] == ',' && byteClass[t.text[j+1]] == digit {
		return end + 1
	}
	return end
}

// joinApostrophe decides about the apostrophe text[end:next] after a part:
// "O'Brien" is whole, "don't" is cut before its n.
func (t *tokenizer) joinApostrophe(start, end, next int) (int, verdict) {
	c, _ := t.wordClassAt(next)
	if !c.isLetter() || t.clitic(end, next) > end {
		return end, ends
	}
	after := t.letters(next)
	if last := t.text[end-1]; after == next+1 && end-start > 1 && (last == 'n' || last == 'N') && t.text[next]|0x20 == 't' {
		t.emit(start, end-1)
		return t.emit(end-1, after), done
	}
	return next, joined
}

// joinAmpersand keeps "AT&T", "R&D" and "AT&amp;T" whole.
func (t *tokenizer) joinAmpersand(part, end int) int {
	next := end + 1
	if strings.HasPrefix(t.text[end:], "&amp;") {
		next = end + 5
	}
	after, _ := classAt(t.text, next)
	if after == upper && allUpper(t.text[part:end]) && end-part <= 4 {
		return next
	}
	return end
}

// joinSlash keeps "9/11", "km/h", "and/or" and "TCP/IP" whole and cuts
// "Reuters/AFP".
func (t *tokenizer) joinSlash(part, end int, after class) (int, verdict) {
	if !after.isWord() {
		return end, ends
	}
	left, right := t.text[part:end], t.text[end+1:t.letters(end+1)]
	name := capital(left) && len(left) >= 3 || after == upper && len(right) >= 3
	if name && !(shortCapitals(left) && shortCapitals(right)) {
		return end + 1, apart
	}
	return end + 1, joined
}

// shortCapitals reports whether s is at most four capital letters.
func shortCapitals(s string) bool { return len(s) <= 4 && allUpper(s) }

// joinStars keeps words with letters starred out whole.
func (t *tokenizer) joinStars(end int) int {
	j := end
	for j < len(t.text) && t.text[j] == '*' {
		j++
	}
	if c, _ := classAt(t.text, j); c.isLetter() {
		return j
	}
	return end
}

// joinSign keeps "C++" and "C#" whole.
func (t *tokenizer) joinSign(start, end int) int {
	if end-start != 1 || byteClass[t.text[start]] != upper {
		return end
	}
	switch {
	case t.text[end] == '#' && (t.text[start] == 'C' || t.text[start] == 'F'):
		return end + 1
	case strings.HasPrefix(t.text[end:], "++"):
		return end + 2
	}
	return end
}

// emitWord emits text[i:j], cutting "10am" and "10.30pm" in two.
func (t *tokenizer) emitWord(i, j int) int {
	if n := j - i; n >= 3 && n <= 7 && byteClass[t.text[i]] == digit && (t.text[j-1] == 'm' || t.text[j-1] == 'M') {
		if k := j - 2; (t.text[k]|0x20 == 'a' || t.text[k]|0x20 == 'p') && byteClass[t.text[k-1]] == digit {
			t.emit(i, k)
			return t.emit(k, j)
		}
	}
	return t.emit(i, j)
}
