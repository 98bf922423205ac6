package segment

// maxDateline bounds the tokens of a dateline before a text.
const maxDateline = 24

// dateline returns the last token of the dateline that begins the paragraph
// at token k, "BEIJING, Sept. 24 (Xinhua) --", or -1.
func (s *splitter) dateline(k int) int {
	if c := s.class(k); c != upper && c != digit && c != opener {
		return -1
	}
	if end := s.dateAt(k); end > k && s.datedText(k, end) {
		return end - 1
	}
	dash, agency := s.datelineDash(k)
	if dash < 0 || !s.textFollows(dash) {
		return -1
	}
	if agency || s.capitalPlace(k, dash) || s.commaPlace(k, dash) {
		return dash
	}
	return -1
}

// datedText reports whether the date that is the tokens k to end is followed
// by a text on the same line.
func (s *splitter) datedText(k, end int) bool {
	if s.gap(end-1) != spaced || s.class(end) != upper {
		return false
	}
	return s.words.is(s.word(k), wWeekday) && isYear(s.word(end-1)) || s.class(k) == digit && isClock(s.word(k+1))
}

// datelineDash returns the dash that ends a dateline begun by token k, or -1,
// and whether an agency in brackets stands before it: "(AP) -".
func (s *splitter) datelineDash(k int) (at int, agency bool) {
	words := 0
	for i := k; i < k+maxDateline && i < len(s.toks); i++ {
		switch c := s.class(i); {
		case c == dash, c == hyphen && (s.gap(i-1) == spaced || len(s.word(i)) > 1):
			if i == k || words == 0 {
				return -1, false
			}
			return i, agency
		case c == opener:
			end := s.agency(i)
			if end < 0 {
				return -1, false
			}
			agency, words, i = true, words+1, end
			if !s.isDash(end+1) && s.class(end+1) == upper && i == k+2 && s.gap(end) == spaced {
				return end, true // "(CNN) The"
			}
		case c == upper, c == digit:
			words++
		case c == comma && s.word(i) == ",", s.word(i) == "/", s.word(i) == "|":
		case c == lower && s.words.is(s.word(i), wPlace):
		default:
			return -1, false
		}
		if s.far(i) {
			return -1, false
		}
	}
	return -1, false
}

func (s *splitter) isDash(k int) bool { c := s.class(k); return c == dash || c == hyphen }

// agency returns the closing bracket of a news agency in brackets at token
// k, "(Xinhua)", or -1.
func (s *splitter) agency(k int) int {
	for i := k + 1; i < k+7 && i < len(s.toks); i++ {
		switch c := s.class(i); {
		case c == closer && i > k+1:
			if i == k+2 && len(s.word(k+1)) < 2 {
				return -1 // "(A)" marks an item
			}
			return i
		case c != upper && s.word(i) != "/" && s.word(i) != "." && c != hyphen && c != digit && s.word(i) != "'s":
			return -1
		}
	}
	return -1
}

// textFollows reports whether the sentence goes on after the dash of a
// dateline, and not in capitals, as a headline would.
func (s *splitter) textFollows(dash int) bool {
	if s.far(dash) {
		return false
	}
	n := s.firstWord(dash + 1)
	if c := s.class(n); c != upper && c != digit {
		return false
	}
	for i := n; i < n+8 && i < len(s.toks); i++ {
		if s.class(i) == lower {
			return true
		}
		if s.far(i) {
			break
		}
	}
	return false
}

// capitalPlace reports whether the dateline from token k to the dash begins
// with a place in capitals: "SEOUL, South Korea —".
func (s *splitter) capitalPlace(k, dash int) bool {
	letters := 0
	for i := k; i < dash && s.class(i) == upper; i++ {
		w := s.word(i)
		if !allUpper(w) && !(len(w) > 1 && w[len(w)-1] == '.') {
			return false
		}
		letters += len(w)
	}
	return letters >= 4 && s.class(k) == upper
}

// commaPlace reports whether the dateline from token k to the dash is names
// of places, or a place and a date, with commas between them: "Lima, Peru -".
func (s *splitter) commaPlace(k, dash int) bool {
	commas := 0
	for i := k; i < dash; i++ {
		switch s.class(i) {
		case upper, digit, lower:
		case comma:
			commas++
		default:
			return false
		}
	}
	return commas > 0 && dash-k <= 12 && s.class(k) == upper
}

// dateAt returns the token after a date written in numbers or with the
// weekday that begins at token k, with the time of day that follows; k if
// there is none.
func (s *splitter) dateAt(k int) int {
	end := k
	switch {
	case s.class(k) == digit && isNumericDate(s.word(k)):
		end = k + 1
	case s.words.is(s.word(k), wWeekday) && s.word(k+1) == ",":
		if s.words.is(s.word(k+2), wMonthName) && s.class(k+3) == digit && s.word(k+4) == "," && isYear(s.word(k+5)) {
			end = k + 6
		} else if s.class(k+2) == digit && s.words.is(s.word(k+3), wMonthName) && isYear(s.word(k+4)) {
			end = k + 5
		}
	}
	if end > k && isClock(s.word(end)) {
		end++
		if s.words.is(s.word(end), wHalfDay) {
			end++
		}
	}
	return end
}

// dateBefore reports whether a date that fills the rest of its line begins at
// token k, so that what stands before it on the line is a headline.
func (s *splitter) dateBefore(k int) bool {
	if !s.words.is(s.word(k), wWeekday) || s.words.is(s.word(k-1), wOpen|wBeforeDay) || s.class(k-1) == comma {
		return false
	}
	end := s.dateAt(k)
	return end > k && s.gap(end-1) >= lineBreak
}

// isNumericDate reports whether s is like "2019-01-29" or "9/24/2015".
func isNumericDate(s string) bool {
	if len(s) < 6 || len(s) > 10 {
		return false
	}
	marks := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '/' || c == '-' || c == '.':
			marks++
		case byteClass[c] != digit:
			return false
		}
	}
	return marks == 2
}

// isClock reports whether s is a time of day such as "14:30".
func isClock(s string) bool {
	for i := 1; i < len(s) && len(s) <= 8; i++ {
		if s[i] == ':' {
			return byteClass[s[0]] == digit && byteClass[s[i-1]] == digit
		}
	}
	return false
}
