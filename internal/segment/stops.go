package segment

// A mark is what may end a sentence.
type mark uint8

const (
	noMark   mark = iota
	period        // "."
	bang          // "!", "?", "?!"
	ellipsis      // "...", "…"
	abbrev        // a word that holds its dot: "Inc.", "U.S.", "J."
)

// markAt says what mark token k is.
func (s *splitter) markAt(k int) mark {
	w := s.word(k)
	last := w[len(w)-1]
	if s.prefixed(k) {
		return noMark
	}
	switch {
	case w == ".":
		if s.dotRun(k) >= 3 {
			return ellipsis
		}
		return period
	case last == '.':
		if w[0] == '.' {
			return ellipsis
		}
		return abbrev
	case last == '!' || last == '?':
		return bang
	case last < 0x80:
		return noMark
	}
	if c, _ := classAt(w, 0); c != stop {
		return noMark
	}
	switch w {
	case "…", "……":
		return ellipsis
	case "。", "．", "｡":
		return period
	}
	return bang
}

// prefixed reports whether token k is no mark but begins a word, "!Kung".
func (s *splitter) prefixed(k int) bool {
	return s.word(k)[0] == '!' && s.gap(k) == touching && s.class(k+1).isWord() && k > 0 && s.gap(k-1) != touching
}

// dotRun is the number of dots with spaces between them that begin at token
// k, if k does not touch the word before it; else 0.
func (s *splitter) dotRun(k int) int {
	if k > 0 && s.toks[k-1].End == s.toks[k].Start {
		return 0
	}
	n := 0
	for k+n < len(s.toks) && n < 6 && s.word(k+n) == "." && (n == 0 || s.gap(k+n-1) == spaced) {
		n++
	}
	return n
}

// afterMark decides whether the sentence ends with the mark at token k, or
// with the closing quotation marks, brackets and references after it. It
// returns the next token to look at.
func (s *splitter) afterMark(k int, m mark) int {
	if m == ellipsis && s.word(k) == "." {
		k += s.dotRun(k) - 1
	}
	e, quoted := s.closers(k)
	switch s.softGap(e) {
	case blankLine, lineBreak:
		return s.close(e, true)
	case touching:
		if s.runTogether(k, e, m) {
			return s.close(e, false)
		}
		return e + 1
	}
	if s.ends(k, e, m, quoted) || s.startsItem(e+1) {
		return s.close(e, false)
	}
	return e + 1
}

// closers returns the last of the tokens after the mark at k that belong to
// the sentence it ends, and whether a quotation mark is among them.
func (s *splitter) closers(k int) (e int, quoted bool) {
	e = k
	for n := 0; n < lookahead && e+1 < len(s.toks); n++ {
		g := s.gap(e)
		if g >= lineBreak {
			break
		}
		switch c := s.class(e + 1); {
		case c == quote && s.closes(e+1, g):
			quoted = true
		case c == closer && (g == touching || s.bracketAt >= 0):
		case c == stop && g == touching && s.markAt(e+1) != abbrev && s.word(e + 1)[0] != '.' || s.word(e+1) == "." && g == touching:
		case c == stop && g == spaced && s.word(e+1) == "." && s.trailingDots(e+1):
		case s.emoticonAt(e + 1), g == touching && s.tagAt(e+1) && s.word(e + 1)[1] == '/':
		default:
			r := s.reference(e, g)
			if r == e {
				return e, quoted
			}
			e = r
			continue
		}
		s.enclosing(e + 1)
		e++
	}
	return e, quoted
}

// trailingDots reports whether the dots from token k on, spaces between them,
// are the end of the paragraph or the quotation.
func (s *splitter) trailingDots(k int) bool {
	n := s.dotRun(k)
	if n == 0 {
		return false
	}
	return s.gap(k+n-1) >= lineBreak || s.gap(k+n-1) == touching && s.class(k+n) == quote
}

// closes reports whether the quotation mark at token k, after the gap g,
// closes a quotation.
func (s *splitter) closes(k int, g gap) bool {
	switch s.word(k) {
	case "”", "''", "»", "’", "'", "&rdquo;", "&rsquo;", "&#8221;", "&#8217;":
		return g == touching || s.gap(k) != touching
	case "\"", "&quot;", "&#34;":
		if g == touching {
			return s.quoteAt >= 0 || s.gap(k) != touching
		}
		return s.quoteAt >= 0 && s.gap(k) != touching
	}
	return false
}

// emoticonAt reports whether token k is an emoticon, such as ":-)", or an
// emoji.
func (s *splitter) emoticonAt(k int) bool {
	w := s.word(k)
	if len(w) >= 2 && (w[0] == ':' || w[0] == ';') && w[0] != w[1] {
		return true
	}
	return len(w) >= 4 && w[0] == 0xF0 && s.class(k) == symbol
}

// tagAt reports whether token k is an HTML tag.
func (s *splitter) tagAt(k int) bool {
	w := s.word(k)
	return len(w) >= 3 && w[0] == '<' && w[len(w)-1] == '>'
}

// reference returns the last token of a reference to a note after token e:
// "[1]", "[citation needed]", or digits that touch the stop; e if none.
func (s *splitter) reference(e int, g gap) int {
	if g == touching && s.class(e+1) == digit && s.class(e-1) != digit {
		e++
		for n := 0; n < 8 && s.gap(e) == spaced && allDigits(s.word(e+1)); n++ {
			e++
		}
		return e
	}
	if s.word(e+1) != "[" {
		return e
	}
	w, next := s.word(e+2), e+3
	if s.words.is(w, wCitation) {
		next++
	} else if len(w) > 4 || !(s.class(e+2) == digit || len(w) == 1) {
		return e
	}
	for n := 0; n < 8 && s.class(next) != closer && len(s.word(next)) <= 4; n++ {
		next++
	}
	if s.word(next) != "]" {
		return e
	}
	return next
}

// runTogether reports whether a sentence ends with the mark at token k
// although no space follows token e.
func (s *splitter) runTogether(k, e int, m mark) bool {
	n := e + 1
	c := s.class(n)
	if e == k && k > 0 && s.gap(k-1) != touching {
		return false
	}
	switch {
	case c == opener && m != abbrev: // "cooperation.[Special coverage]"
		return s.class(n+1) == upper && (s.word(n) == "[" || e > k)
	case c == quote && m == period && s.gap(n) == touching:
		return s.class(n+1) == upper && s.quoteAt < 0
	case c != upper || len(s.word(n)) < 2 && s.gap(n) == touching:
		return false
	}
	if m == abbrev {
		return s.ends(k, e, m, false)
	}
	p := s.word(k - 1)
	if e > k {
		return m != ellipsis
	}
	return len(p) >= 2 && (m == period || m == bang) && (s.class(k-1) != symbol) && byteClass[p[len(p)-1]] != upper
}

// ends reports whether a sentence ends with the mark m at token k, its last
// token being e and white space following it.
func (s *splitter) ends(k, e int, m mark, quoted bool) bool {
	n := s.firstWord(e + 1)
	c := s.class(n)
	next := s.class(e + 1)
	if s.gap(e) == lineBreak && s.glued(e+1) {
		return false
	}
	if next == comma && !s.emoticonAt(e+1) || next == closer || s.inBracket(e) || s.attributedLater(e) {
		return false
	}
	switch m {
	case abbrev:
		return c != lower && s.endsAbbreviation(k, n, c)
	case ellipsis:
		return s.endsEllipsis(k, e, n, c, quoted)
	}
	if s.itemMarker(k) {
		return false
	}
	switch {
	case c == lower:
		return s.endsBeforeLower(k, e, n, m, quoted)
	case c == upper && m == bang && quoted:
		return !s.attributes(n)
	case oneLetter(s.word(k-1)) && s.class(k-1) == lower && (s.class(k-2) == opener || s.word(k-2) == ";"):
		return false // "(b. 1970; d. 2001)"
	case m == bang && next == opener && c == digit:
		return false // "for Viva! (1965)"
	case c == digit:
		return s.word(k-1) != "°" && (m == period || s.class(k-1) != comma && s.bracketAt < 0)
	case next == stop:
		return c == upper
	}
	return true
}

// firstWord returns the first token from k on that is no opening quotation
// mark, bracket or dash, or the last of a few of them.
func (s *splitter) firstWord(k int) int {
	for n := 0; n < 4 && k+1 < len(s.toks); n++ {
		switch s.class(k) {
		case quote, opener, dash, hyphen, stop:
		default:
			if !s.tagAt(k) {
				return k
			}
		}
		if s.gap(k) >= lineBreak {
			return k
		}
		k++
	}
	return k
}

// endsBeforeLower decides where a word in lower case follows.
func (s *splitter) endsBeforeLower(k, e, n int, m mark, quoted bool) bool {
	w := s.word(n)
	switch {
	case quoted, e > k && s.class(e) == closer:
		return false // "“It works.” she said", "(He did.) at"
	case s.class(e+1) == dash, s.class(e+1) == hyphen:
		return false
	case mixedCase(w), e > k && s.emoticonAt(e):
		return true // "eBay", "iPhone"
	case m == bang:
		return !s.goesAfterMark(w, s.class(k-1) == upper) && !s.attributes(n)
	}
	switch s.class(k - 1) {
	case closer, quote:
		return true
	case digit:
		return len(s.word(k-1)) > 2 // not "for 2. above"
	}
	return len(s.word(k-1)) > 1
}

// mixedCase reports whether s is a name that begins in lower case.
func mixedCase(s string) bool {
	for i := 1; i < len(s) && i < 8; i++ {
		if byteClass[s[i]] == upper {
			return byteClass[s[0]] == lower
		}
	}
	return false
}

// endsEllipsis decides where dots may stand for words left out or end the
// sentence.
func (s *splitter) endsEllipsis(k, e, n int, c class, quoted bool) bool {
	switch {
	case c != upper:
		return e > k && s.emoticonAt(e)
	case k <= s.first+1 && (k == s.first || s.class(s.first) != upper && s.class(s.first) != lower):
		return false // "... and then", "[...] Then"
	case quoted:
		return s.class(e+1) != opener
	case s.word(k) == ".":
		return s.dotRun(k-3) >= 4
	}
	glued := k > 0 && s.toks[k-1].End == s.toks[k].Start
	return glued || s.words.starter(s.word(n)) && !s.words.is(s.word(n), wPronoun)
}

// endsAbbreviation decides whether a sentence ends with the abbreviation at
// token k; token n, of class c, is the next word and not in lower case.
func (s *splitter) endsAbbreviation(k, n int, c class) bool {
	w := s.word(k)
	w = w[:len(w)-1]
	next := s.word(n)
	if c != upper {
		return c != digit && s.words.kind(w) == company && c != symbol && c != comma
	}
	if k == s.first || s.introduces(k) {
		return false
	}
	if oneLetter(w) {
		if s.class(k-1) == lower {
			return s.words.starter(next) // "the vitamin C. So"
		}
		return s.words.is(next, wStrictStarter) && !(s.words.is(next, wPronoun) && s.class(n+1) == upper)
	}
	if dotted(w) {
		if s.words.is(w, wHalfDay) {
			return !s.words.is(next, wZone)
		}
		return !s.words.is(w, wDottedNever) && s.words.starter(next)
	}
	switch s.words.kind(w) {
	case title:
		return s.class(k-1) == upper && s.words.is(next, wStrictStarter) || s.class(k-1) == digit && s.words.starter(next)
	case company:
		if s.words.is(w, wEndsRarely) {
			return s.words.starter(next)
		}
		return !s.words.is(next, wOfficer) && n == k+1 || s.words.starter(next)
	case inner:
		return !s.words.is(w, wEndsNever) && s.words.is(next, wStrictStarter)
	}
	return s.words.starter(next)
}

// introduces reports whether what stands from the start of the sentence to
// token k is too short to be one: "At 5 a.m. Mr. Lee".
func (s *splitter) introduces(k int) bool {
	return k-s.first <= 3 && s.words.is(s.word(s.first), wPreposition)
}

// inBracket reports whether token e lies inside a bracket or a quotation that
// was opened in the middle of the sentence and after which the sentence goes
// on in lower case: "He (the son. Not the father.) left".
func (s *splitter) inBracket(e int) bool {
	bracket := s.bracketAt >= 0 && s.bracketAt != s.first && s.bracketAt <= e
	quotation := s.quoteAt > s.first && s.quoteAt <= e
	if !bracket && !quotation {
		return false
	}
	for k := e + 1; k < e+lookahead && k < len(s.toks); k++ {
		c := s.class(k)
		if bracket && c == closer || quotation && c == quote && !isApostrophe(s.word(k)) && s.closes(k, s.gap(k-1)) {
			return !s.far(k) && s.goesOn(k+1)
		}
		if quotation && c == quote && s.gap(k) == touching && s.gap(k-1) != touching {
			return false // another quotation opens: this one was none
		}
		if s.far(k) {
			return false
		}
	}
	return false
}

// goesOn reports whether token k, after a closing bracket or quotation mark,
// shows that the sentence is not over.
func (s *splitter) goesOn(k int) bool {
	c := s.class(k)
	return c == lower && !s.attributes(k) || c == comma || c == opener && s.class(k+1) == lower
}

// attributedLater reports whether token e ends a sentence inside a quotation
// that began the sentence, and whose next sentence ends with a comma for the
// words that attribute it: “It is over. We won,” she said.
func (s *splitter) attributedLater(e int) bool {
	if s.quoteAt < 0 || s.quoteAt != s.first {
		return false
	}
	for k := e + 1; k < e+lookahead && k < len(s.toks); k++ {
		switch s.class(k) {
		case stop:
			return false
		case quote:
			if s.closes(k, s.gap(k-1)) && s.gap(k) != touching && !isApostrophe(s.word(k)) {
				return s.word(k-1) == ","
			}
		}
		if s.far(k) {
			return false
		}
	}
	return false
}

// attributes reports whether the words from token n on attribute a quotation
// before them: "he said", "Ann Lee asked", "asked Ann Lee".
func (s *splitter) attributes(n int) bool {
	w := s.word(n)
	if s.words.is(w, wSpeech) && s.class(n) == lower {
		return true
	}
	name := s.class(n) == upper
	if !s.words.is(w, wSubject) && (!name || s.words.starter(w)) {
		return false
	}
	for k := n + 1; k < n+6; k++ {
		if v := s.word(k); s.words.is(v, wSpeech) {
			return s.word(k+1) != ":"
		}
		if c := s.class(k); c != upper && (name && !s.words.is(w, wPronoun) || c != lower) {
			return false
		}
	}
	return false
}

// goesAfterMark reports whether a word in lower case after "!" or "?" goes on
// with the sentence, after a name more often than after another word: "She
// works at Yahoo! in Dublin".
func (s *splitter) goesAfterMark(w string, name bool) bool {
	return s.words.is(w, wGoesOn) || name && s.words.is(w, wGoesOnAfterName)
}
