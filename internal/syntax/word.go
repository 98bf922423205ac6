package syntax

import (
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/tag"
)

// A word is what features see of a token apart from the tree. It is computed
// once for each token. The first nine fields are hashes.
type word struct {
	form   uint32 // its normal form
	tag    uint32
	lex    uint32 // its tag, with its form if it is one of the few that make grammar
	mid    uint32 // the same, but its cluster of 64 where there is no form
	c8     uint32 // its cluster of 256; for unknown words, its shape and tail
	c10    uint32 // its cluster of 1024, or the same
	tail   uint32 // its last three bytes
	shape  uint32
	before uint32 // the punctuation between the word before and this one
	verb   int32  // the next word after it that is a finite verb, or the end
	marks  marks
	punct  bool // it is punctuation, which is no part of the tree until the end
	opens  bool // such that belongs to what follows
	closes bool // such that belongs to what stands before
	finite bool
}

// marks count, from the start of the sentence up to and with a token, what says
// much about the words on either side.
type marks struct{ commas, stops, verbs, joins, quotes uint16 }

// quoted is 1 where a quotation is open.
func (w *word) quoted() uint32 { return uint32(w.marks.quotes & 1) }

// look describes a token. before are the marks of the token before it.
func (r *Reader) look(d *whosaid.Document, t *whosaid.Token, before *marks, w *word) {
	text := d.Text[t.Start:t.End]
	var buf [tag.MaxNormal]byte
	form := tag.Normal(buf[:0], text)
	*w = word{form: linear.HashBytes(form), tag: linear.Hash(t.Tag), shape: shape(text), marks: *before}
	w.marks.add(t.Tag)
	if t.Tag != "POS" && punctuation(text) {
		w.punct = true
		w.opens = t.Tag == "``" || t.Tag == "("
		w.closes = t.Tag == "''" || t.Tag == ")"
		return
	}
	w.finite = finiteTense(t.Tag) != NoTense || t.Tag == "MD"
	w.tail = linear.HashBytes(form[max(0, len(form)-3):])
	w.c8 = linear.Mix(w.shape, w.tail)
	w.c10, w.mid = w.c8, w.shape
	if v := r.clusters.Get(w.form); v != nil {
		bits := uint32(v[0]) | uint32(v[1])<<8 | uint32(v[2])<<16 // 6, 8, 10 bits
		w.mid, w.c8, w.c10 = bits&63, linear.Mix(7, bits>>6&255), linear.Mix(8, bits>>14&1023)
	}
	w.lex, w.mid = w.tag, linear.Mix(w.tag, w.mid)
	if r.grammatical(t.Tag, form) {
		w.lex = linear.Mix(w.tag, w.form)
		w.mid = w.lex
	}
}

// outside is what features see before and after the words.
func outside(name string) word {
	h := linear.Hash(name)
	return word{form: h, tag: h, lex: h, mid: h, c8: h, c10: h, tail: h, shape: h}
}

// The words that stand for what is not there.
var (
	noWord = outside("none")
	theEnd = [3]word{outside("end"), outside("end 2"), outside("end 3")}
)

// grammatical reports whether the word itself matters to grammar: all do but
// names, nouns, adjectives, and the verbs and adverbs that are not in
// words.txt.
func (r *Reader) grammatical(tag string, form []byte) bool {
	switch tag {
	case "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "FW", "UH", "SYM", "LS", "ADD":
		return false
	case "VB", "VBD", "VBG", "VBN", "VBP", "VBZ":
		return r.words[string(form)]&isVerb != 0
	case "RB", "RBR", "RBS":
		return r.words[string(form)]&isAdverb != 0
	}
	return true
}

// shape is how a token begins.
func shape(text string) uint32 {
	c, s := text[0], uint32(5)
	switch {
	case isCapital(c) && len(text) > 1 && isCapital(text[1]):
		s = 2
	case isCapital(c):
		s = 1
	case '0' <= c && c <= '9':
		s = 3
	case 'a' <= c && c <= 'z' || c >= 0x80:
		s = 4
	}
	return linear.Mix(99, s)
}

func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }

func (m *marks) add(tag string) {
	switch tag {
	case ",":
		m.commas++
	case ".", ":", "(", ")", "-":
		m.stops++
	case "``", "''":
		m.quotes++
	case "CC":
		m.joins++
	case "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD":
		m.verbs++
	}
}

// maxPunctuation is how many bytes of a token are looked at.
const maxPunctuation = 64

// punctuation reports whether a token is all punctuation.
func punctuation(text string) bool {
	for _, r := range text[:min(len(text), maxPunctuation)] {
		switch r {
		case '.', ',', ';', ':', '!', '?', '\\', '"', '\'', '`', '(', ')', '[', ']', '{', '}', '-', '_', '*', '|', '~':
		default:
			if r < utf8.RuneSelf || !unicode.IsPunct(r) {
				return false
			}
		}
	}
	return true
}
