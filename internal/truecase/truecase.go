// Package truecase proposes the ordinary case of words in headlines: "BANK OF
// JAPAN HOLDS RATES" and "Bank of Japan Holds Rates" hide which words are
// names from whatever learned on running text.
package truecase

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid"
)

// Forms returns the forms that tokens of d, by their numbers, would have in
// the middle of a running sentence: "japan" or "JAPAN" as "Japan", "Holds" as
// "holds". Tokens that stand as they are written are left out, which are all
// but some of the sentences in capitals and of the headlines in Title Case; if
// d has none of these, Forms returns nil. The forms are for use as features
// only: their bytes are not those of d.Text.
//
// The other mentions of a word in d decide first, then a table of words made
// from the training texts; a word that neither knows is taken for a name.
// Forms needs d.Text, d.Tokens and d.Sentences, does not modify d, runs in
// linear time and is safe for concurrent use. Its memory grows with the
// headlines of d only, but for one byte a sentence. If ctx is done, forms are
// missing.
func (t *Table) Forms(ctx context.Context, d *whosaid.Document) map[int]string {
	return t.forms(ctx, d, false)
}

// Headlines is Forms for headlines only: whole paragraphs in capitals are
// notices, whose names the recognizer of names knows as they stand.
func (t *Table) Headlines(ctx context.Context, d *whosaid.Document) map[int]string {
	return t.forms(ctx, d, true)
}

func (t *Table) forms(ctx context.Context, d *whosaid.Document, headlines bool) map[int]string {
	var c *caser
	for i := range d.Sentences {
		if ctx.Err() != nil {
			return nil
		}
		s := &d.Sentences[i]
		st := t.styleOf(d, s)
		if st == running || headlines && s.Kind != whosaid.SentenceHeadline {
			continue
		}
		if c == nil {
			c = newCaser(t, d)
		}
		c.style[i] = st
		c.collect(s)
	}
	if c == nil {
		return nil
	}
	c.count(ctx)
	for i := range d.Sentences {
		if ctx.Err() != nil {
			return nil
		}
		if st := c.style[i]; st != running {
			c.recase(&d.Sentences[i], st)
		}
	}
	return c.out
}

// A style is how a sentence uses capitals.
type style uint8

const (
	running  style = iota // as running text does
	title                 // Title Case
	capitals              // ALL CAPITALS
)

// maxTitle is the number of tokens of the longest headline in Title Case.
const maxTitle = 40

// styleOf is the style of s.
func (t *Table) styleOf(d *whosaid.Document, s *whosaid.Sentence) style {
	words, upper, content, capital, common := 0, 0, 0, 0, 0
	for k := s.FirstToken; k < s.EndToken; k++ {
		w := word(d, k)
		if !isLetter(w) {
			continue
		}
		words++
		first, rest := cases(w)
		if first && !rest && len(w) > 1 {
			upper++
		}
		if first || len(w) >= 5 {
			content++
		}
		if first {
			capital++
			if k > s.FirstToken && rest && t.lower.has(hash(w)) {
				common++
			}
		}
	}
	switch {
	case s.Kind == whosaid.SentenceDateline: // their capitals are those of places and agencies
		return running
	case words >= 2 && upper*10 >= words*8:
		return capitals
	case s.Kind != whosaid.SentenceHeadline || s.EndToken-s.FirstToken > maxTitle:
		return running
	case common > 0 && capital*10 >= content*8 && capital*2 >= words:
		return title
	}
	return running
}

func word(d *whosaid.Document, k int) string {
	t := d.Tokens[k]
	return d.Text[t.Start:t.End]
}

// isLetter reports whether s begins with a letter.
func isLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// cases reports whether the first letter of s is a capital and whether a
// letter after it is not.
func cases(s string) (first, rest bool) {
	for i, r := range s {
		switch {
		case i == 0:
			first = unicode.IsUpper(r)
		case unicode.IsLower(r):
			return first, true
		}
	}
	return first, false
}

// A use counts the forms a word has in the running text of a document.
type use struct {
	lower, capital int
	form           string // the first capitalized form
}

// A caser holds what one call of Forms knows.
type caser struct {
	table *Table
	d     *whosaid.Document
	out   map[int]string
	style []style // of each sentence
	uses  map[string]*use
	pairs map[[2]string]int // of two words that follow one another, both capitalized
}

func newCaser(t *Table, d *whosaid.Document) *caser {
	return &caser{
		table: t, d: d, out: map[int]string{}, style: make([]style, len(d.Sentences)),
		uses: map[string]*use{}, pairs: map[[2]string]int{},
	}
}

// collect notes the words of s, whose other mentions are to be counted.
func (c *caser) collect(s *whosaid.Sentence) {
	last := ""
	for k := s.FirstToken; k < s.EndToken; k++ {
		w := strings.ToLower(word(c.d, k))
		if c.uses[w] == nil {
			c.uses[w] = &use{}
		}
		if last != "" {
			c.pairs[[2]string{last, w}] += 0
		}
		last = w
	}
}

// count counts the forms that the collected words have in running text. The
// first word of a sentence says nothing when it has a capital.
func (c *caser) count(ctx context.Context) {
	for i := 0; i < len(c.d.Sentences) && ctx.Err() == nil; i++ {
		if c.style[i] != running || c.d.Sentences[i].Kind == whosaid.SentenceHeadline {
			continue
		}
		s := &c.d.Sentences[i]
		last := ""
		for k := s.FirstToken; k < s.EndToken; k++ {
			last = c.countToken(k, last, k == s.FirstToken || !isLetter(word(c.d, k-1)))
		}
	}
}

// countToken counts token k; last is the word before it in lower case if that
// has a capital, else "". It returns the same of token k.
func (c *caser) countToken(k int, last string, start bool) string {
	w := word(c.d, k)
	if !isLetter(w) {
		return ""
	}
	first, _ := cases(w)
	u, key := c.use(w)
	if !first {
		if u != nil {
			u.lower++
		}
		return ""
	}
	if u == nil {
		return ""
	}
	if !start {
		u.capital++
		if u.form == "" {
			u.form = w
		}
	}
	if last != "" {
		if n, ok := c.pairs[[2]string{last, key}]; ok {
			c.pairs[[2]string{last, key}] = n + 1
		}
	}
	return key
}

// use finds the entry of w and its key, without allocating for most words.
func (c *caser) use(w string) (*use, string) {
	var buf [32]byte
	if len(w) > len(buf) {
		return nil, ""
	}
	for i := 0; i < len(w); i++ {
		b := w[i]
		if b >= utf8.RuneSelf {
			key := strings.ToLower(w)
			return c.uses[key], key
		}
		if b-'A' <= 'Z'-'A' {
			b += 'a' - 'A'
		}
		buf[i] = b
	}
	u := c.uses[string(buf[:len(w)])]
	if u == nil {
		return nil, ""
	}
	return u, string(buf[:len(w)])
}

// recase sets the forms of the tokens of s.
func (c *caser) recase(s *whosaid.Sentence, st style) {
	for k := s.FirstToken; k < s.EndToken; k++ {
		w := word(c.d, k)
		first, rest := cases(w)
		if !first && st == title || !hasUpper(w) {
			continue
		}
		if st == title && !rest && len(w) > 1 {
			continue // an acronym
		}
		if f := c.form(k, s, w); f != w {
			c.out[k] = f
		}
	}
}

func hasUpper(s string) bool { return strings.IndexFunc(s, unicode.IsUpper) >= 0 }

// form is the form of token k, w, of the sentence s in capitals or Title Case.
func (c *caser) form(k int, s *whosaid.Sentence, w string) string {
	key := strings.ToLower(w)
	switch {
	case slices.Contains(c.table.affixes.pronouns, key) || len(key) > 1 && strings.Contains(key[1:], "."):
		return w
	case !isLetter(w): // clitics: "'S"
		return key
	}
	u := c.uses[key]
	if c.inPair(k, s, key) {
		if u.form != "" {
			return u.form
		}
		return c.table.affixes.capitalize(key)
	}
	switch {
	case u.lower > u.capital:
		return key
	case u.capital > u.lower && (u.form != "" && !c.table.lower.has(hash(key)) || u.capital > 2*u.lower+1):
		return u.form
	}
	return c.table.form(key)
}

// inPair reports whether token k and a neighbour are a name together, in this
// document or in the table.
func (c *caser) inPair(k int, s *whosaid.Sentence, key string) bool {
	if slices.Contains(c.table.affixes.links, key) {
		return false // it stands for the name after it: "bank of"
	}
	if k > s.FirstToken {
		p := strings.ToLower(word(c.d, k-1))
		if c.pairs[[2]string{p, key}] > 0 || c.table.pairs.has(hashPair(p, key)) {
			return true
		}
	}
	if k+1 < s.EndToken {
		n := strings.ToLower(word(c.d, k+1))
		return c.pairs[[2]string{key, n}] > 0 || c.table.pairs.has(hashPair(key, n))
	}
	return false
}

// form is the usual form of key, a word in lower case; each part of a
// compound has its own.
func (t *Table) form(key string) string {
	h := hash(key)
	switch {
	case t.lower.has(h):
		return key
	case t.acronyms.has(h):
		return strings.ToUpper(key)
	}
	if i := strings.IndexByte(key, '-'); i > 0 && i+1 < len(key) {
		return t.form(key[:i]) + "-" + t.form(key[i+1:])
	}
	if t.affixes.derived(key) {
		return key
	}
	return t.affixes.capitalize(key)
}

// derived reports whether s ends as common nouns and adjectives do and names
// hardly ever.
func (a *affixes) derived(s string) bool {
	if len(s) < 7 {
		return false
	}
	for _, suffix := range a.suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}

// capitalize gives the name s, in lower case, its capitals: "Obrien" but
// "O'Brien", "McDonald".
func (a *affixes) capitalize(s string) string {
	for _, prefix := range a.prefixes {
		if strings.HasPrefix(s, prefix) && len(s) > len(prefix)+2 {
			return upperFirst(prefix) + upperFirst(s[len(prefix):])
		}
	}
	return upperFirst(s)
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
