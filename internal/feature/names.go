package feature

import (
	"context"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/linear"
)

// Names are the features of a document for the recognizer of names. It keeps
// data on the tokens of one block of sentences at a time, so that its memory
// grows with the number of distinct words only.
type Names struct {
	d     *whosaid.Document
	res   *Resources
	forms map[int]string // of words in headlines, as running text has them
	words []Word
	seen  []seen // of each word
	memo  *Memo
	kept  []int32 // of each word, its place in memo, -1 if it has none
	// index has the other words by their hash; clashes, those whose hash
	// another word has.
	index   map[uint32]int32
	clashes map[string]int32

	first int     // the first token of the block
	ids   []int32 // of each of its tokens, the word
	// phrase is, for each, what the longest phrases of the gazetteers over it
	// are: their lists, and whether the token begins or ends one.
	phrase []phrase
	// letters is how the sentence of each is written.
	letters []uint8
}

// blockSize is how many tokens a block has, but for a longer sentence.
const blockSize = 1 << 14

// phrase is what the gazetteers say of a token as part of a longer phrase.
type phrase struct {
	lists Lists
	place uint8 // 1 first, 2 inside, 3 last
}

// seen counts how a word is written in the document, and records where it
// stands.
type seen struct {
	as      int32 // how often as it is
	lower   int32 // in small letters
	middle  int32 // with a capital inside a sentence of prose
	besides besides
}

// How a sentence is written.
const (
	mixed = iota // as usual, or without letters
	small        // without any capital
	caps         // in capitals throughout
)

// NewNames looks at the words of d, whose tokens have tags. It uses memo, which
// may be nil, and so do the methods of the result: memo must serve no other
// document until these are done. Look must be called before what asks for
// features of tokens. If ctx is done, the result is incomplete and must not be
// used.
func NewNames(ctx context.Context, d *whosaid.Document, res *Resources, memo *Memo) *Names {
	if memo != nil {
		memo.begin()
	}
	f := &Names{d: d, res: res, memo: memo, forms: res.Case.Headlines(ctx, d),
		index: map[uint32]int32{}, clashes: map[string]int32{}}
	for s := 0; s < len(d.Sentences) && ctx.Err() == nil; {
		end := f.Block(s)
		f.number(s, end)
		f.count(s, end)
		s = end
	}
	f.compareCases()
	return f
}

// Block returns the sentence before which the block ends that begins with the
// given one.
func (f *Names) Block(sentence int) int {
	if sentence == len(f.d.Sentences) {
		return sentence
	}
	from := f.d.Sentences[sentence].FirstToken
	end := sentence + 1
	for end < len(f.d.Sentences) && f.d.Sentences[end].EndToken-from <= blockSize {
		end++
	}
	return end
}

// Look makes the sentences [first, end) the current block.
func (f *Names) Look(first, end int) {
	if first == end {
		return
	}
	f.number(first, end)
	f.phrase, f.letters = resize(f.phrase, len(f.ids)), resize(f.letters, len(f.ids))
	f.writing(first, end)
	f.phrases(first, end)
}

// resize returns n zeros, in the memory of s if there is enough.
func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// number numbers the words of the sentences [first, end).
func (f *Names) number(first, end int) {
	from, n := f.d.Sentences[first].FirstToken, f.d.Sentences[end-1].EndToken-f.d.Sentences[first].FirstToken
	if f.first == from && len(f.ids) == n {
		return
	}
	f.first, f.ids = from, resize(f.ids, n)
	for k := range f.ids {
		f.ids[k] = f.word(f.text(from + k))
	}
}

// text is token i as features see it.
func (f *Names) text(i int) string {
	if form, ok := f.forms[i]; ok {
		return form
	}
	return f.d.Text[f.d.Tokens[i].Start:f.d.Tokens[i].End]
}

// word returns the number of the word s, a new one if it has none.
func (f *Names) word(s string) int32 {
	at := -1
	if f.memo != nil {
		at = place(s)
	}
	if at >= 0 {
		e := &f.memo.entries[at]
		switch mine := e.doc == f.memo.doc; {
		case e.holds(s):
			if !mine {
				e.doc, e.id = f.memo.doc, f.add(s, e.word, at)
			}
			return e.id
		case !mine:
			e.set(s, newWord(s, f.res))
			e.doc, e.id = f.memo.doc, f.add(s, e.word, at)
			return e.id
		}
	}
	s = cut(s)
	hash := linear.Hash(s)
	id, ok := f.index[hash]
	if ok && f.words[id].Text != s {
		if id, ok = f.clashes[s]; !ok {
			id = f.add(s, newWord(s, f.res), -1)
			f.clashes[s] = id
		}
		return id
	}
	if !ok {
		id = f.add(s, newWord(s, f.res), -1)
		f.index[hash] = id
	}
	return id
}

// add numbers a word.
func (f *Names) add(s string, w Word, at int) int32 {
	w.Text = cut(s)
	f.words, f.seen, f.kept = append(grow(f.words), w), append(grow(f.seen), seen{}), append(grow(f.kept), int32(at))
	return int32(len(f.words) - 1)
}

// grow returns s with room for another item. It takes less at a time than append
// does: of some texts all words are distinct.
func grow[T any](s []T) []T {
	if n := len(s); n == cap(s) {
		return append(make([]T, 0, n+n/8+64), s...)
	}
	return s
}

// Kept returns the place of a word in the Memo, and how many words that place
// has had: what a caller keeps for a place is valid while both are the same.
// The place is -1 for words of this document only.
func (f *Names) Kept(word int) (at int, serial uint32) {
	at = int(f.kept[word])
	if at < 0 {
		return at, 0
	}
	return at, f.memo.entries[at].serial
}

// count counts how the words of the sentences [first, end) are written, and
// notes beside what they stand.
func (f *Names) count(first, end int) {
	for si := range f.d.Sentences[first:end] {
		s := &f.d.Sentences[first+si]
		for i := s.FirstToken; i < s.EndToken; i++ {
			id := f.ids[i-f.first]
			f.seen[id].as++
			if f.words[id].Flags&Upper == 0 {
				continue
			}
			f.note(i, s)
			if i > s.FirstToken && s.Kind == whosaid.SentenceProse && f.words[f.ids[i-1-f.first]].Flags&Letter != 0 {
				f.seen[id].middle++
			}
		}
	}
}

// compareCases finds out how often each word stands in small letters.
func (f *Names) compareCases() {
	byLower := make(map[uint32]int32, len(f.words)) // a word in small letters
	for id := range f.words {
		if f.words[id].Flags&(Upper|Letter) == Letter {
			byLower[f.words[id].Hash] = int32(id)
		}
	}
	for id := range f.words {
		if low, ok := byLower[f.words[id].Lower]; ok {
			f.seen[id].lower = f.seen[low].as
		}
	}
}

// writing finds out how each of the sentences [first, end) is written.
func (f *Names) writing(first, end int) {
	for _, s := range f.d.Sentences[first:end] {
		upper, lower := 0, 0
		for i := s.FirstToken; i < s.EndToken; i++ {
			w := &f.words[f.ids[i-f.first]]
			switch fl := w.Flags; {
			case len(w.Text) == 1: // "I" and "A" tell nothing
			case fl&Caps != 0:
				upper++
			case fl&(Upper|Inner) != 0:
				upper, lower = upper+1, lower+1
			case fl&Letter != 0:
				lower++
			}
		}
		how := uint8(mixed)
		switch {
		case upper == 0 && lower > 0:
			how = small
		case upper > 1 && lower == 0:
			how = caps
		}
		for i := s.FirstToken; i < s.EndToken; i++ {
			f.letters[i-f.first] = how
		}
	}
}

// phrases looks for the phrases of the gazetteers in the sentences [first, end).
func (f *Names) phrases(first, end int) {
	var lower [maxPhrase]uint32
	for _, s := range f.d.Sentences[first:end] {
		for i := s.FirstToken; i < s.EndToken; i++ {
			if f.words[f.ids[i-f.first]].Lists&Begins == 0 {
				continue
			}
			n := 0
			for ; n < maxPhrase && i+n < s.EndToken; n++ {
				lower[n] = f.words[f.ids[i-f.first+n]].Lower
			}
			m := f.res.longest(lower[:n])
			for k := range m.Len {
				place := uint8(2)
				switch k {
				case 0:
					place = 1
				case m.Len - 1:
					place = 3
				}
				if p := &f.phrase[i-f.first+k]; p.place == 0 {
					*p = phrase{m.Lists, place}
				}
			}
		}
	}
}

// Words are the distinct words of the document.
func (f *Names) Words() []Word { return f.words }

// ID is the number of token i's word, in the current block or elsewhere.
func (f *Names) ID(i int) int {
	if k := i - f.first; k >= 0 && k < len(f.ids) {
		return int(f.ids[k])
	}
	return int(f.word(f.text(i)))
}

// of is the word of token i.
func (f *Names) of(i int) *Word { return &f.words[f.ID(i)] }

// IsState reports whether tokens are, in the gazetteers, the name of a country or
// of a part of one.
func (f *Names) IsState(first, end int) bool { return f.isIn(first, end, Country|Region) }

// IsPlace reports whether the tokens [first, end) are a place in the gazetteers.
func (f *Names) IsPlace(first, end int) bool {
	return f.isIn(first, end, City|Country|Region|Terrain|Water)
}

// isIn reports whether the tokens [first, end), and no more, are in one of lists.
func (f *Names) isIn(first, end int, lists Lists) bool {
	if end-first == 1 {
		return f.of(first).Lists&lists != 0
	}
	a, b := f.phrase[first-f.first], f.phrase[end-1-f.first]
	return a.lists&lists != 0 && a.place == 1 && b.place == 3
}

// Made returns how many tokens from i on, at most to end, are the name of a
// product in the gazetteers and nothing else there that people or places are
// called; 0 if none.
func (f *Names) Made(i, end int) int {
	if p := f.phrase[i-f.first]; p.lists&Made != 0 && p.place == 1 {
		n := 1
		for i+n < end && f.phrase[i-f.first+n].place == 2 {
			n++
		}
		return min(n+1, end-i)
	}
	w := f.of(i)
	if w.Flags&(Upper|Inner) == 0 || w.Lists&Made == 0 || w.Lists&(FirstName|City|Country|Region|Company|Agency|Team|Media|Nation) != 0 {
		return 0
	}
	return 1
}

// The templates: one number for each sort of feature.
const (
	tWord = iota + 1
	tLower
	tShape
	tPrefix
	tSuffix  = tPrefix + 4
	tCluster = tSuffix + 4
	tList    = tCluster + 3
	tFlags   = tList + 1
	tSeen    = tFlags + 1
	// unigram templates are numbered apart for each offset
	perOffset = 32
	tContext  = 7 * perOffset
)

func (f *Names) feature(template int, value uint32) uint32 {
	return linear.Mix(uint32(template)*0x9e3779b1, value)
}

// Offsets are the places around a token whose words alone give features.
var Offsets = [...]int{0, -1, 1, -2, 2}

// Unigrams appends the features that the word of that number gives to a token
// from the k-th of Offsets. They depend on nothing else, no document either, so
// that callers may add them up once for each word.
func (f *Names) Unigrams(word, k int, out []uint32) []uint32 {
	w := &f.words[word]
	base := k * perOffset
	out = append(out, f.feature(base+tLower, w.Lower), f.feature(base+tShape, w.Shape))
	if w.Clusters[0] != 0 {
		out = append(out, f.feature(base+tCluster+1, uint32(w.Clusters[1])))
	}
	if k > 2 {
		return out
	}
	if w.Clusters[0] != 0 {
		out = append(out, f.feature(base+tCluster, uint32(w.Clusters[0])), f.feature(base+tCluster+2, uint32(w.Clusters[2])))
	}
	out = append(out, f.feature(base+tSuffix+2, w.Suffix[2]))
	for b := range NumLists {
		if w.Lists>>b&1 != 0 {
			out = append(out, f.feature(base+tList, uint32(b)<<1|uint32(w.Flags&Upper)))
		}
	}
	if k > 0 {
		return out
	}
	for i := range 4 {
		out = append(out, f.feature(tPrefix+i, w.Prefix[i]))
		if i != 2 {
			out = append(out, f.feature(tSuffix+i, w.Suffix[i]))
		}
	}
	return append(out, f.feature(tWord, w.Hash), f.feature(tFlags, uint32(w.Flags)),
		f.feature(tList, linear.Mix(uint32(w.Lists&^Begins), uint32(w.Flags&(Upper|Caps)))))
}

// outside stands for what lies before and after a sentence.
var outside = Word{Lower: 1, Shape: 2}

func (f *Names) at(i int, s *whosaid.Sentence) *Word {
	if i < s.FirstToken || i >= s.EndToken {
		return &outside
	}
	return &f.words[f.ids[i-f.first]]
}

func (f *Names) tag(i int, s *whosaid.Sentence) uint32 {
	if i < s.FirstToken || i >= s.EndToken {
		return 3
	}
	return linear.Hash(f.d.Tokens[i].Tag)
}

// Context appends the features of token i in sentence s that depend on more
// than one word, on the place or on the document.
func (f *Names) Context(i int, s *whosaid.Sentence, out []uint32) []uint32 {
	out = append(out, f.writtenElsewhere(f.ID(i)))
	out = f.besideFeatures(f.ID(i), out)
	b2, b1, w, a1 := f.at(i-2, s), f.at(i-1, s), f.at(i, s), f.at(i+1, s)
	t := tContext
	add := func(v uint32) {
		out = append(out, f.feature(t, v))
		t++
	}
	mix := linear.Mix
	add(mix(b1.Lower, w.Lower))
	add(mix(w.Lower, a1.Lower))
	add(mix(b1.Shape, w.Shape))
	add(mix(w.Shape, a1.Shape))
	add(mix(mix(b1.Shape, w.Shape), a1.Shape))
	add(mix(uint32(b1.Clusters[1]), uint32(w.Clusters[1])))
	add(mix(uint32(w.Clusters[1]), uint32(a1.Clusters[1])))
	add(mix(mix(uint32(b1.Clusters[0]), w.Shape), uint32(a1.Clusters[0])))
	add(mix(mix(b2.Lower, b1.Lower), w.Shape))
	add(mix(a1.Lower, w.Shape))
	add(mix(b1.Lower, w.Shape))
	tag := f.tag(i, s)
	add(tag)
	add(f.tag(i-1, s))
	add(f.tag(i+1, s))
	add(mix(f.tag(i-1, s), tag))
	add(mix(tag, w.Shape))
	first := uint32(0)
	if i == s.FirstToken {
		first = 1
	}
	add(mix(first, w.Shape))
	add(mix(first<<8|uint32(w.Flags), linear.Hash(string(s.Kind))))
	add(mix(uint32(b1.Clusters[2]), w.Shape))
	add(mix(uint32(a1.Clusters[2]), w.Shape))
	add(mix(uint32(b1.Clusters[2])<<16|uint32(w.Clusters[1]), 0))
	add(mix(uint32(a1.Clusters[2])<<16|uint32(w.Clusters[1]), 0))
	add(mix(uint32(b1.Clusters[1])<<16|uint32(a1.Clusters[1]), w.Shape))
	add(mix(mix(uint32(b2.Clusters[1]), uint32(b1.Clusters[1])), w.Shape))
	add(mix(mix(uint32(a1.Clusters[1]), uint32(f.at(i+2, s).Clusters[1])), w.Shape))
	add(mix(mix(a1.Lower, f.at(i+2, s).Lower), w.Shape))
	if c := f.letters[i-f.first]; c != mixed {
		add(mix(uint32(c), w.Shape))
		add(mix(uint32(c), tag))
		add(mix(uint32(c)<<20|uint32(w.Clusters[1]), uint32(b1.Clusters[0])))
		for b := range NumLists {
			if w.Lists>>b&1 != 0 {
				out = append(out, f.feature(tLetters, uint32(b)<<2|uint32(c)))
			}
		}
	}
	out = f.phraseFeatures(i, s, out)
	return f.run(i, s, w, out)
}

// writtenElsewhere is the feature of how often the word stands in small
// letters, and with a capital inside a sentence, in the document.
func (f *Names) writtenElsewhere(word int) uint32 {
	s := f.seen[word]
	return f.feature(tSeen, min(uint32(s.lower), 2)<<4|min(uint32(s.middle), 2)<<2|uint32(f.words[word].Flags&Upper))
}

const (
	tPhrase = tContext + 64 + iota
	tPhraseNext
	tPhraseBefore
	tRun
	tRunBefore
	tRunAfter
	tRunLast
	tRunLastCluster
	tRunFirst
	tRunLists
	tRunShape
	tRunHead
	tLetters
	tBeside
	tBesides
	tVotes // the templates of the second pass follow
)

func (f *Names) phraseFeatures(i int, s *whosaid.Sentence, out []uint32) []uint32 {
	for k, t := range [...]int{tPhrase, tPhraseBefore, tPhraseNext} {
		j := i + [...]int{0, -1, 1}[k]
		if j < s.FirstToken || j >= s.EndToken || f.phrase[j-f.first].place == 0 {
			continue
		}
		p, upper := f.phrase[j-f.first], uint32(f.of(j).Flags&Upper)
		for b := range NumLists {
			if p.lists>>b&1 != 0 {
				out = append(out, f.feature(t, uint32(b)<<3|upper<<2|uint32(p.place)))
			}
		}
	}
	return out
}

// maxRun is how far the words with capitals around a token are followed.
const maxRun = 8

// run describes the run of words with capitals that the token is in: what
// stands before and after it, its first and its last word.
func (f *Names) run(i int, s *whosaid.Sentence, w *Word, out []uint32) []uint32 {
	if w.Flags&Upper == 0 {
		return out
	}
	first, last := i, i
	for first > s.FirstToken && i-first < maxRun && f.at(first-1, s).Flags&Upper != 0 {
		first--
	}
	for last < s.EndToken-1 && last-i < maxRun && f.at(last+1, s).Flags&Upper != 0 {
		last++
	}
	at := uint32(min(i-first, 3))<<4 | uint32(min(last-i, 3))
	before, after, head, front := f.at(first-1, s), f.at(last+1, s), f.at(last, s), f.at(first, s)
	mix := linear.Mix
	return append(out,
		f.feature(tRun, at),
		f.feature(tRunBefore, mix(before.Lower, at&3)),
		f.feature(tRunAfter, mix(after.Lower, at&3)),
		f.feature(tRunLast, mix(head.Lower, at)),
		f.feature(tRunLastCluster, mix(uint32(head.Clusters[1]), at)),
		f.feature(tRunFirst, mix(front.Lower, at)),
		f.feature(tRunLists, mix(mix(uint32(front.Lists&(FirstName|Surname|City|Country|Honorific|Occupation)),
			uint32(head.Lists&(Surname|City|Country|Company|Agency|Terrain|OrgWord|PlaceWord))), at)),
		f.feature(tRunHead, mix(uint32(head.Lists&(OrgWord|PlaceWord|Terrain))<<8|uint32(last-first), at)),
		f.feature(tRunShape, mix(before.Shape, mix(after.Shape, at))))
}
