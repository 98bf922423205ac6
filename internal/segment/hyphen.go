package segment

// joinHyphen decides about the hyphen text[end:next] between the part
// text[part:end] and the word that follows. Compounds of common words stay
// whole ("well-known", "four-day", "40-year-old"); a part that may be a name
// is a token of its own ("Seattle|-|based", "anti|-|China",
// "Israeli|-|Palestinian"), so that a name is never inside a token.
func (t *tokenizer) joinHyphen(part, end, next int) (int, verdict) {
	left, right := t.text[part:end], t.text[next:t.letters(next)]
	if t.partsName(part, left, right, next+len(right)) {
		return next, apart
	}
	return next, joined
}

// partsName reports whether a name may stand on one side of the hyphen
// between left and right. The text goes on at rest.
func (t *tokenizer) partsName(part int, left, right string, rest int) bool {
	l, _ := classAt(left, 0)
	r, _ := classAt(right, 0)
	if l == digit || r == digit || left == "" {
		return isYear(left) && isYear(right) // not "40-year", "COVID-19"
	}
	dotted := rest < len(t.text) && t.text[rest] == '.' // "then-U.S."
	switch {
	case l == upper && r == upper:
		if oneLetter(left) {
			return len(right) > 3 && t.words.is(left, wParty) && (t.last() == "(" || t.last() == ",") // "(D-Ohio)"
		}
		return (!oneLetter(right) || dotted) && (t.words.is(left, wNamePrefix) || !t.words.isAnyCase(left, wCommon) &&
			!t.words.is(left, wBound))
	case l == upper:
		if oneLetter(left) || t.words.is(right, wLink) && t.hyphenCapital(rest) {
			return false // "T-shirt", "Stratford-upon-Avon"
		}
		return t.nameSuffix(right, rest < len(t.text) && t.text[rest] == '-') && !t.words.isAnyCase(left, wCommon)
	case r == upper: // "anti-China", but "al-Qaeda", "Port-au-Prince"
		return (len(right) > 1 || dotted) && !t.words.is(left, wParticle) && !(t.words.is(left, wLink) && part > 0 && t.text[part-1] == '-')
	}
	return false
}

// isYear reports whether s may be a year, one end of "1977-1979".
func isYear(s string) bool { return len(s) == 4 && allDigits(s) && (s[0] == '1' || s[0] == '2') }

// hyphenCapital reports whether a hyphen and a capital stand at i.
func (t *tokenizer) hyphenCapital(i int) bool {
	c, n := classAt(t.text, i)
	d, _ := classAt(t.text, i+n)
	return c == hyphen && d == upper
}

// nameSuffix reports whether s makes an adjective or a noun of the name
// before it: "U.S.-led", "Beijing-based", "Trump-era", and with more to come
// "Paris-to-Nice".
func (t *tokenizer) nameSuffix(s string, more bool) bool {
	if t.words.is(s, wNameSuffix|wNameLink) {
		return more || t.words.is(s, wNameSuffix)
	}
	n := len(s)
	return n >= 6 && (s[n-2:] == "ed" || s[n-3:] == "ing")
}
