package segment

import (
	"unicode/utf8"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/grow"
)

// A tokenizer cuts a text from left to right. Each of its methods that takes
// and returns an offset looks at the bytes between the two a bounded number
// of times, which keeps the whole linear.
type tokenizer struct {
	words lexicon
	text  string
	toks  []whosaid.Token
	// examined is the end of the last chunk that was looked at for addresses
	// and held none, so that no byte is looked at twice for them.
	examined int
}

// tokenize cuts text into tokens.
func (x lexicon) tokenize(text string) []whosaid.Token {
	t := tokenizer{words: x, text: text, toks: make([]whosaid.Token, 0, len(text)/bytesPerToken+1)}
	for i := 0; i < len(text); {
		c, n := byteClass[text[i]], 1
		if c == high {
			c, n = classAt(text, i)
		}
		switch c {
		case space, invisible:
			i += n
		case lower, upper, digit:
			i = t.word(i)
		case quote:
			i = t.quote(i, n)
		case stop:
			i = t.stop(i, n)
		case symbol, currency:
			if text[i] == '&' {
				if ref := reference(text, i); ref.end > i && (ref.class == space || ref.class == invisible) {
					i = ref.end // "&nbsp;", "&#8203;"
					continue
				}
			}
			i = t.symbol(i, n)
		case hyphen, dash:
			i = t.run(i, n)
		case comma:
			i = t.comma(i, n)
		default:
			i = t.emit(i, i+n)
		}
	}
	return grow.Fit(t.toks)
}

// emit appends the token text[i:j] and returns j.
func (t *tokenizer) emit(i, j int) int {
	if len(t.toks) == cap(t.toks) {
		t.toks = grow.For(t.toks, 1, i, len(t.text))
	}
	t.toks = append(t.toks, whosaid.Token{Span: whosaid.Span{Start: i, End: j}})
	return j
}

// touches reports whether the last token ends at i, without a space.
func (t *tokenizer) touches(i int) bool {
	return len(t.toks) > 0 && t.toks[len(t.toks)-1].End == i
}

// before is the class of the last byte before i, which is high for all of
// the characters outside ASCII; space at the start of the text.
func (t *tokenizer) before(i int) class {
	if i == 0 {
		return space
	}
	return byteClass[t.text[i-1]]
}

// last is the text of the last token, or "".
func (t *tokenizer) last() string {
	if len(t.toks) == 0 {
		return ""
	}
	s := t.toks[len(t.toks)-1]
	return t.text[s.Start:s.End]
}

// run makes one token of all repetitions of the rune at text[i], n bytes
// wide: "--", "*****", "=====".
func (t *tokenizer) run(i, n int) int {
	j := i + n
	for j+n <= len(t.text) && t.text[j:j+n] == t.text[i:i+n] {
		j += n
	}
	return t.emit(i, j)
}

// stop cuts marks that may end a sentence: ".", "...", "?!", "…"; a dot
// before a digit begins a number.
func (t *tokenizer) stop(i, n int) int {
	if t.text[i] == '.' {
		c, _ := classAt(t.text, i+1)
		switch before := t.before(i); {
		case c == digit && (before == space || before == opener || before >= currency):
			return t.word(i)
		case c.isLetter() && before == space:
			return t.fileSuffix(i)
		}
		return t.run(i, 1)
	}
	j := i + n
	for {
		c, n := classAt(t.text, j)
		if c != stop || t.text[j] == '.' {
			return t.emit(i, j)
		}
		j += n
	}
}

// fileSuffix cuts ".net", ".NET", ".jpeg": a dot that begins a word.
func (t *tokenizer) fileSuffix(i int) int {
	j := t.letters(i + 1)
	if j-i < 3 || j-i > 6 {
		return t.emit(i, i+1)
	}
	return t.emit(i, j)
}

// comma cuts commas, semicolons and colons, and emoticons that begin with
// the latter two.
func (t *tokenizer) comma(i, n int) int {
	if j := t.emoticon(i); j > i {
		return t.emit(i, j)
	}
	return t.emit(i, i+n)
}

// emoticon returns the end of ":)", ";-)", ":D" and the like that stand
// between spaces, or i.
func (t *tokenizer) emoticon(i int) int {
	if t.text[i] == ',' || t.touches(i) && t.last() != "." {
		return i
	}
	j := i + 1
	if j < len(t.text) && (t.text[j] == '-' || t.text[j] == '\'') {
		j++
	}
	if j >= len(t.text) {
		return i
	}
	switch t.text[j] {
	case ')', '(', 'D', 'P', 'p', '/', '|', 'O', 'o', ']', '[':
	default:
		return i
	}
	for j++; j < len(t.text) && t.text[j] == t.text[j-1]; j++ {
	}
	if c, _ := classAt(t.text, j); c != space {
		return i
	}
	return j
}

// quote cuts quotation marks: two single ones of a kind are one token, as in
// the Penn Treebank's “ and ”; "'s" after a word is a clitic; "'90s" and
// "'em" are words.
func (t *tokenizer) quote(i, n int) int {
	if !isApostrophe(t.text[i : i+n]) {
		if t.text[i] == '`' && i+1 < len(t.text) && t.text[i+1] == '`' {
			return t.emit(i, i+2)
		}
		return t.emit(i, i+n)
	}
	if t.touches(i) {
		if j := t.clitic(i, i+n); j > i {
			return t.emit(i, j)
		}
	} else if j := t.elision(i + n); j > i+n {
		return t.emit(i, j)
	}
	if t.text[i] == '\'' && i+1 < len(t.text) && t.text[i+1] == '\'' {
		return t.emit(i, i+2)
	}
	return t.emit(i, i+n)
}

// isApostrophe reports whether s, one rune, is used as an apostrophe.
func isApostrophe(s string) bool {
	switch s {
	case "'", "’", "‘", "‛", "′", "\u0092", "＇":
		return true
	}
	return false
}

// clitic returns the end of the clitic whose apostrophe is text[i:j]: "'s",
// "'re", "'ll", or i if there is none.
func (t *tokenizer) clitic(i, j int) int {
	end := j
	for end < len(t.text) && end-j < 3 && byteClass[t.text[end]].isLetter() {
		end++
	}
	if c, _ := classAt(t.text, end); c.isWord() {
		return i
	}
	if t.words.is(t.text[j:end], wClitic) {
		return end
	}
	return i
}

// elision returns the end of a word whose beginning was left out, "'90s",
// "'em", given the end i of its apostrophe; i if there is none.
func (t *tokenizer) elision(i int) int {
	j := i
	for j < len(t.text) && j-i < len("seventies") && byteClass[t.text[j]].isWord() {
		j++
	}
	if c, _ := classAt(t.text, j); c.isWord() {
		return i
	}
	switch w := t.text[i:j]; {
	case t.words.is(w, wElision):
		return j
	case t.words.is(w, wShortAnd): // rock 'n' roll
		if c, n := classAt(t.text, j); c == quote && isApostrophe(t.text[j:j+n]) {
			return j + n
		}
		return j
	case len(w) >= 2 && byteClass[w[0]] == digit && byteClass[w[1]] == digit && (len(w) == 2 || w[2:] == "s"):
		return j
	}
	return i
}

// symbol cuts what is no letter, digit or punctuation: hashtags, handles,
// HTML tags and character references, emoji, runs of one symbol.
func (t *tokenizer) symbol(i, n int) int {
	end := i
	switch t.text[i] {
	case '#', '@':
		end = t.hashtag(i)
	case '<':
		end = t.tag(i)
	case '&':
		if ref := reference(t.text, i); ref.end > i {
			return t.referenceToken(i, ref)
		}
	}
	switch {
	case end > i:
		return t.emit(i, end)
	case n > 1:
		return t.emit(i, t.cluster(i+n))
	}
	return t.run(i, n)
}

// cluster returns the end of the emoji or other symbol whose first rune ends
// at i: marks, variation selectors, and what a zero-width joiner joins.
func (t *tokenizer) cluster(i int) int {
	for i < len(t.text) && t.text[i] >= utf8.RuneSelf {
		r, n := utf8.DecodeRuneInString(t.text[i:])
		switch {
		case r == 0x200D:
			if c, m := classAt(t.text, i+n); c == symbol && t.text[i+n] >= utf8.RuneSelf {
				n += m
			}
		case r >= 0xFE00 && r <= 0xFE0F, r >= 0x1F3FB && r <= 0x1F3FF, r == 0x20E3:
		case r == utf8.RuneError || runeClass(r) != lower || runeClass(r) == lower && !isMark(r):
			return i
		}
		i += n
	}
	return i
}

// hashtag returns the end of "#word" or "@word" at i, or i.
func (t *tokenizer) hashtag(i int) int {
	if t.touches(i) {
		return i
	}
	if c, _ := classAt(t.text, i+1); !c.isLetter() {
		return i
	}
	j := i + 1
	for {
		c, n := classAt(t.text, j)
		if !c.isWord() {
			return j
		}
		j += n
	}
}
