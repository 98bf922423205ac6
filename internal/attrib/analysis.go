package attrib

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/paragraphs"
)

// A word is what the features need to know of one token.
type word struct {
	low   uint32 // hash of the lower-case form
	entry *entry // of the lexicon, or nil
	tag   tagID
	ent   entKind // of the name it is part of
	shape shape
	first bool // first token of its name
	date  bool // part of an expression of time
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

// A unit is a token, or a whole outermost quotation with its marks: what the
// sequence model labels. Taking quotations whole makes their boundaries exact
// and keeps sequences short.
type unit struct {
	first, end int32 // tokens
	quote      int32 // index of the quotation, or -1
	// cue is how much the model takes it for a cue: 0 not at all, to 3.
	cue uint8
}

// A sequence is the units of one sentence, or of several where a quotation
// reaches over their boundaries.
type sequence struct {
	first, end int // units
	paragraph  int
	kind       whosaid.SentenceKind
	crowded    bool // it has more candidates than writers put in one
}

// An analysis is the scratch memory of one call of Attribute.
type analysis struct {
	parts    paragraphs.Cutter
	d        *whosaid.Document // the present part
	lex      *lexicon
	clusters *modelfile.Table
	words    []word
	quotes   []quotation // all levels
	units    []unit
	seqs     []sequence
	cands    []candidate
	buf      []byte // for lower-casing
	frame    frameScratch
}

var scratch = sync.Pool{New: func() any { return new(analysis) }}

// analyse fills a for d.
func (a *analysis) analyse(d *whosaid.Document, x *Reader) {
	a.d, a.lex, a.clusters, a.frame.last = d, x.lex, x.clusters, sourced{}
	a.units, a.seqs, a.cands = a.units[:0], a.seqs[:0], a.cands[:0]
	a.quotes = pairMarks(d, a.quotes[:0])
	a.readWords()
	a.closeQuotes()
	a.cutUnits()
	a.cutSequences()
}

// release drops what would keep the document alive, and gives a back.
func (a *analysis) release() {
	a.parts.Release()
	a.d = nil
	scratch.Put(a)
}

// longestWord is how many bytes of a word are looked at.
const longestWord = 256

func (a *analysis) readWords() {
	d := a.d
	if cap(a.words) < len(d.Tokens) {
		a.words = make([]word, len(d.Tokens))
	}
	a.words = a.words[:len(d.Tokens)]
	for i := range d.Tokens {
		t := &d.Tokens[i]
		w := word{tag: tagOf(t.Tag)}
		s := d.Text[t.Start:min(t.End, t.Start+longestWord)]
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
		a.words[i] = w
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

// closeQuotes ends the quotations whose closing mark is missing before the cue
// that follows them: “We will not sell, said Ann Lee.
func (a *analysis) closeQuotes() {
	for qi := range a.quotes {
		q := &a.quotes[qi]
		if q.closed || q.level > 0 || qi+1 < len(a.quotes) && (a.quotes[qi+1].reopened || a.quotes[qi+1].level > 0) {
			continue
		}
		first, end := a.d.TokensIn(q.span)
		for k := first + 3; k+1 < end && k < first+unitsAfter; k++ {
			w := &a.words[k+1]
			if a.words[k].tag == tagComma && w.entry != nil && w.entry.class == whosaid.CueSay && w.entry.part == verbPart && w.tag == tagVBD {
				q.span.End = a.d.Tokens[k].End
				q.inner.End = q.span.End
				break
			}
		}
	}
}

// cutUnits cuts the tokens into units. Tokens that reach over the edge of a
// quotation belong to it.
func (a *analysis) cutUnits() {
	a.units = slices.Grow(a.units[:0], len(a.d.Tokens))
	next := 0
	for qi := range a.quotes {
		q := &a.quotes[qi]
		if q.level > 0 {
			continue
		}
		first, end := a.d.TokensIn(q.span)
		first = max(first, next)
		if within, last := a.d.TokensIn(q.inner); end <= first || last <= within {
			continue
		}
		for ; next < first; next++ {
			a.units = append(a.units, unit{int32(next), int32(next + 1), -1, 0})
		}
		a.units = append(a.units, unit{int32(first), int32(end), int32(qi), 0})
		next = end
	}
	for ; next < len(a.d.Tokens); next++ {
		a.units = append(a.units, unit{int32(next), int32(next + 1), -1, 0})
	}
}

// cutSequences groups the units by sentence. A boundary inside a quotation,
// or between a quotation and a small letter, does not count.
func (a *analysis) cutSequences() {
	a.seqs = a.seqs[:0]
	sents := a.d.Sentences
	si, first := 0, 0
	for u := range a.units {
		last := int(a.units[u].end) - 1
		for si < len(sents) && sents[si].EndToken <= last {
			si++
		}
		if si == len(sents) {
			break
		}
		if last != sents[si].EndToken-1 || a.joins(u, si) {
			continue
		}
		a.seqs = append(a.seqs, sequence{first: first, end: u + 1, paragraph: sents[si].Paragraph, kind: sents[si].Kind})
		first = u + 1
	}
}

// joins reports whether the sentence si that ends with unit u, a quotation,
// goes on: “Why?” he asked.
func (a *analysis) joins(u, si int) bool {
	sents := a.d.Sentences
	return a.units[u].quote >= 0 && u+1 < len(a.units) && si+1 < len(sents) &&
		sents[si].Paragraph == sents[si+1].Paragraph &&
		(a.words[a.units[u+1].first].shape == shapeLower || a.words[a.units[u+1].first].tag == tagComma)
}

// span returns the bytes of the units [first, end).
func (a *analysis) span(first, end int) whosaid.Span {
	return whosaid.Span{
		Start: a.d.Tokens[a.units[first].first].Start,
		End:   a.d.Tokens[a.units[end-1].end-1].End,
	}
}

// head is the word that stands for a unit: its own, or for a quotation its
// first after the mark.
func (a *analysis) head(u int) *word { return &a.words[a.units[u].first] }
