package attrib

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid"
)

// A word is what the features need to know of one token.
type word struct {
	low   uint32 // hash of the lower-case form
	entry *entry // of the lexicon, or nil
	tag   tagID
	ent   entKind // of the name it is part of
	shape shape
	first bool // first token of its name
	date  bool // part of a date
	// cluster and fine number the word among 256 and 1024 clusters, 0 if it
	// is unknown.
	cluster, fine uint16
}

// entKind is the kind of a name, as features see it.
type entKind uint8

const (
	entNone entKind = iota
	entPerson
	entOrg
	entPlace
	entGroup
	entOther
)

func kindOf(k whosaid.EntityKind) entKind {
	switch k {
	case whosaid.EntityPerson:
		return entPerson
	case whosaid.EntityOrganization:
		return entOrg
	case whosaid.EntityPlace:
		return entPlace
	case whosaid.EntityGroup:
		return entGroup
	default:
		return entOther
	}
}

// shape is the rough form of a token.
type shape uint8

const (
	shapeLower shape = iota
	shapeTitle
	shapeUpper
	shapeDigit
	shapePunct
)

// longestWord is how many bytes of a word are looked at.
const longestWord = 256

// readWords reads the tokens of the document with their dates and names.
func (a *analysis) readWords() {
	d := a.d
	a.words = slices.Grow(a.words[:0], len(d.Tokens))[:len(d.Tokens)]
	for i := range d.Tokens {
		a.words[i] = a.readWord(&d.Tokens[i])
	}
	for i := range d.Dates {
		first, end := d.TokensIn(d.Dates[i].Span)
		for k := first; k < end; k++ {
			a.words[k].date = true
		}
	}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Form != whosaid.MentionName {
			continue
		}
		kind := entOther
		if e := d.Entity(m.Entity); e != nil {
			kind = kindOf(e.Kind)
		}
		first, end := d.TokensIn(m.Span)
		for k := first; k < end; k++ {
			a.words[k].ent, a.words[k].first = kind, k == first
		}
	}
}

func (a *analysis) readWord(t *whosaid.Token) word {
	w := word{tag: tagOf(t.Tag)}
	s := a.d.Text[t.Start:min(t.End, t.Start+longestWord)]
	w.shape = shapeOf(s)
	low := a.lower(s)
	w.low = hashBytes(low)
	if v := a.clusters.Get(w.low); v != nil {
		bits := uint32(v[0]) | uint32(v[1])<<8 | uint32(v[2])<<16 // 6, 8, 10 bits
		w.cluster, w.fine = uint16(bits>>6&255)+1, uint16(bits>>14&1023)+1
	}
	if w.shape != shapePunct && len(low) < 24 {
		w.entry = a.lex.find(low, w.tag)
	} else if s == ":" {
		w.entry = &colonEntry
	}
	return w
}

// lower returns s in lower case with straight apostrophes. The result is
// valid until the next call.
func (a *analysis) lower(s string) []byte {
	a.buf = a.buf[:0]
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return append(a.buf[:0], strings.ReplaceAll(strings.ToLower(s), "’", "'")...)
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		a.buf = append(a.buf, c)
	}
	return a.buf
}

func shapeOf(s string) shape {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsUpper(r):
		for _, r := range s[n:] {
			if unicode.IsLower(r) {
				return shapeTitle
			}
		}
		if len(s) == n {
			return shapeTitle
		}
		return shapeUpper
	case unicode.IsDigit(r):
		return shapeDigit
	case unicode.IsLetter(r):
		return shapeLower
	}
	for _, r := range s[n:] {
		if isWord(r) {
			return shapeLower // 's, n't, $5
		}
	}
	return shapePunct
}
