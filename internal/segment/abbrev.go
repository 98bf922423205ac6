package segment

// abbreviation reports whether the dot at end belongs to the word before it.
func (t *tokenizer) abbreviation(start, part, end int) bool {
	if end-start > maxKnown {
		return false
	}
	w, s := t.text[start:end], t.text[part:end]
	if dotted(w) || start < part && t.words.is(t.text[start:part-1], wDegree) {
		return true
	}
	if c, _ := classAt(t.text, end+1); c == stop {
		return false // an ellipsis, or "?!" after a stop
	}
	next, newline := t.peek(end + 1)
	if oneLetter(s) && start == part {
		return t.initial(start, s, next, newline)
	}
	switch t.words.kind(s) {
	case title, company:
		return true
	case inner:
		return next != space
	case month:
		return next == digit || next == comma || t.words.is(s, wMonthAlone)
	case region:
		return t.last() == "," || next == comma
	case numbered:
		return next == digit || t.words.is(s, wNumberedAlone) || t.words.is(s, wNumberedInside) && next != space
	}
	return t.unknownAbbreviation(s, end+1, next)
}

// peek returns the class of the first visible character from i on, and
// whether a line ends before it. A paragraph's end counts as space.
func (t *tokenizer) peek(i int) (class, bool) {
	newline := false
	for limit := i + 16; i < limit; {
		c, n := classAt(t.text, i)
		if n == 0 {
			return space, true
		}
		if c != space && c != invisible {
			return c, newline
		}
		if t.text[i] == '\n' {
			if newline {
				return space, true
			}
			newline = true
		}
		i += n
	}
	return space, newline
}

// initial reports whether the letter s and its dot are an initial or a
// one-letter abbreviation.
func (t *tokenizer) initial(start int, s string, next class, newline bool) bool {
	switch {
	case next == space || newline && next != upper:
		return false
	case t.words.is(s, wPronoun):
		return next == upper && capital(t.last()) && !newline
	case capital(s):
		return true
	}
	return t.words.kind(s) == numbered && (next == digit || t.words.is(s, wVersus))
}

// unknownAbbreviation reports whether s is no word of English, since it has
// no vowel, and so is an abbreviation before what goes on in lower case or
// with a number; the text goes on at i.
func (t *tokenizer) unknownAbbreviation(s string, i int, next class) bool {
	if i < len(t.text) && t.text[i] == ',' {
		return len(s) <= 6 && !allDigits(s)
	}
	if len(s) < 2 || len(s) > 5 || next != lower && next != digit {
		return false
	}
	for j := 0; j < len(s); j++ {
		switch s[j] | 0x20 {
		case 'a', 'e', 'i', 'o', 'u', 'y':
			return false
		}
		if !byteClass[s[j]].isLetter() || j > 0 && byteClass[s[j]] == upper || s[j] == s[max(j-1, 0)] && j > 0 {
			return false
		}
	}
	return true
}
