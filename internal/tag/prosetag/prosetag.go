// Package prosetag tags with the weights of prose's averaged perceptron, in a
// flat table of integers: the same tags as prose's, without decoding at run
// time and without allocating. It is what package tag is measured against.
package prosetag

import (
	"strings"
	"unicode/utf8"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/model"
)

//go:generate go run ../../cmd/genprose ../../model

// maxTags bounds the tags of a table; a power of two.
const maxTags = 64

// A Tagger gives tokens their Penn Treebank tags. It is safe for concurrent
// use.
type Tagger struct {
	t *table
	// hashes are those of the tags, and of what stands before a sentence.
	hashes [maxTags]uint32
}

var (
	start1, start2 = linear.Hash("-START-"), linear.Hash("-START2-")
	end1, end2     = linear.Hash("-END-"), linear.Hash("-END2-")
	hyphen, year   = linear.Hash("!HYPHEN"), linear.Hash("!YEAR")
	digits         = linear.Hash("!DIGITS")
	suffixEnd      = linear.Hash("ND-")
	suffixEnd2     = linear.Hash("D2-")
)

// New returns the tagger with prose's weights.
func New() (*Tagger, error) { return Open(model.Prose) }

// Open returns a tagger with the table that Encode made, keeping data as it
// is. Errors are of type *modelfile.DamageError.
func Open(data []byte) (*Tagger, error) {
	t, err := open(data)
	if err != nil {
		return nil, err
	}
	tg := &Tagger{t: t}
	for i, name := range t.tags {
		tg.hashes[i] = linear.Hash(name)
	}
	return tg, nil
}

// Tag sets the Tag of every token of d. It does not allocate.
func (t *Tagger) Tag(d *whosaid.Document) { t.TagForms(d, nil) }

// TagForms is Tag, with tokens that have a form read as if they were written
// so; see package truecase.
func (t *Tagger) TagForms(d *whosaid.Document, forms map[int]string) {
	for i := range d.Sentences {
		t.TagSentence(d, &d.Sentences[i], forms)
	}
}

// TagSentence is TagForms for one sentence of d.
func (t *Tagger) TagSentence(d *whosaid.Document, s *whosaid.Sentence, forms map[int]string) {
	t.sentence(d, forms, s.FirstToken, s.EndToken)
}

// view is what the features see of a word: prose's normal form of it, and the
// last three bytes of that.
type view struct{ word, suffix uint32 }

func (t *Tagger) sentence(d *whosaid.Document, forms map[int]string, first, end int) {
	before2, before := view{start1, linear.Hash("RT-")}, view{start2, linear.Hash("T2-")}
	tag2, tag1 := start2, start1
	text := func(i int) string {
		if form, ok := forms[i]; ok {
			return form
		}
		return plain(d.Text[d.Tokens[i].Start:d.Tokens[i].End])
	}
	at := func(i int) view {
		switch i - end {
		case 0:
			return view{end1, suffixEnd}
		case 1:
			return view{end2, suffixEnd2}
		}
		return look(text(i))
	}
	now, after := at(first), at(first+1)
	for i := first; i < end; i++ {
		after2 := at(i + 2)
		tag, h := t.one(text(i), [5]view{before2, before, now, after, after2}, tag1, tag2)
		d.Tokens[i].Tag = tag
		tag2, tag1 = tag1, h
		before2, before, now, after = before, now, after, after2
	}
}

// one chooses the tag of a word and returns it with its hash.
func (t *Tagger) one(w string, v [5]view, tag1, tag2 uint32) (string, uint32) {
	if tag, ok := special(w); ok {
		return tag, linear.Hash(tag)
	}
	if n, ok := t.t.fixed[linear.Hash(w)]; ok {
		return t.t.tags[n], t.hashes[n]
	}
	var scores [maxTags]int32
	t.t.add(&[numFeatures]uint32{
		hash1(bias, linear.Hash("")),
		hash1(suffix, linear.Hash(w[max(0, len(w)-3):])),
		hash1(prefix, firstByte(w[0])),
		hash1(tagBefore, tag1),
		hash1(tagBefore2, tag2),
		hash2(twoTags, tag1, tag2),
		hash1(word, v[2].word),
		hash2(tagAndWord, tag1, v[2].word),
		hash1(wordBefore, v[1].word),
		hash1(suffixBefore, v[1].suffix),
		hash1(wordBefore2, v[0].word),
		hash1(wordAfter, v[3].word),
		hash1(suffixAfter, v[3].suffix),
		hash1(wordAfter2, v[4].word),
	}, &scores)
	best := 0
	for i := range t.t.tags {
		if scores[i] > scores[best] {
			best = i
		}
	}
	return t.t.tags[best], t.hashes[best]
}

// firstByte is the hash of prose's "i pref1": the first byte read as a rune.
func firstByte(b byte) uint32 {
	if b < utf8.RuneSelf {
		var one [1]byte
		one[0] = b
		return linear.Hash(string(one[:]))
	}
	return linear.Hash(string(rune(b)))
}

// plain is a token as prose's tokenizer would spell it.
func plain(w string) string {
	switch w {
	case "“", "”", "„", "«", "»":
		return "\""
	case "‘", "’", "`":
		return "'"
	case "’s":
		return "'s"
	case "n’t":
		return "n't"
	case "’re":
		return "'re"
	case "’ll":
		return "'ll"
	case "’ve":
		return "'ve"
	case "’d":
		return "'d"
	case "’m":
		return "'m"
	case "–", "—":
		return "--"
	case "…":
		return "..."
	}
	if i := strings.IndexByte(w, '&'); i >= 0 && i < 2 && len(w) < 16 {
		return clitic(w, i)
	}
	return w
}

// clitic is plain for a clitic whose apostrophe is an HTML reference at i.
func clitic(w string, i int) string {
	j := strings.IndexByte(w, ';')
	if j < 0 {
		return w
	}
	switch w[i : j+1] {
	case "&#39;", "&#8217;", "&rsquo;", "&apos;", "&#x27;", "&#x2019;":
	default:
		return w
	}
	for _, c := range [...]string{"'s", "n't", "'re", "'ll", "'ve", "'d", "'m"} {
		if w[:i] == c[:i] && w[j+1:] == c[i+1:] {
			return c
		}
	}
	return w
}

// special words get their tag without looking at the weights.
func special(w string) (string, bool) {
	switch {
	case w == "-":
		return "-", true
	case len(w) > 1 && w[0] == '@':
		return "NN", true
	case strings.Contains(w, "://") || strings.HasPrefix(w, "www."), len(w) > 2 && strings.IndexByte(w[1:], '@') > 0:
		return "NN", true
	}
	return "", false
}

// look is prose's normal form of a word, hashed.
func look(w string) view {
	switch {
	case w[0] != '-' && strings.IndexByte(w, '-') > 0:
		return view{hyphen, linear.Hash("HEN")}
	case len(w) == 4 && allDigits(w):
		return view{year, linear.Hash("EAR")}
	case '0' <= w[0] && w[0] <= '9':
		return view{digits, linear.Hash("ITS")}
	}
	var buf [64]byte
	if len(w) <= len(buf) && lowerASCII(buf[:len(w)], w) {
		return view{linear.HashBytes(buf[:len(w)]), linear.HashBytes(buf[max(0, len(w)-3):len(w)])}
	}
	if len(w) > len(buf) {
		w = w[:len(buf)]
	}
	low := strings.ToLower(w)
	return view{linear.Hash(low), linear.Hash(low[max(0, len(low)-3):])}
}

func lowerASCII(dst []byte, w string) bool {
	for i := range dst {
		c := w[i]
		if c >= utf8.RuneSelf {
			return false
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		dst[i] = c
	}
	return true
}

func allDigits(w string) bool {
	for i := range len(w) {
		if w[i] < '0' || w[i] > '9' {
			return false
		}
	}
	return true
}
