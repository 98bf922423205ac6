package verify

import (
	"context"
	"errors"
	"math/bits"
	"slices"

	"github.com/whosaid/whosaid"
)

// maxText bounds the text of all sources together, in bytes: the index takes some
// ten times as much.
const maxText = 32 << 20

// ErrTooMuch reports sources with more text than is held at once.
var ErrTooMuch = errors.New("the sources have more than 32 MB of text: make a database of them (whosaid extract --to sqlite) and give that")

// The bounds of a search: in how many places a word is looked up, how many of
// them are looked at again, and how many occurrences of a phrase count.
const (
	maxPlaces  = 4096
	maxWindows = 6
	maxExact   = 64
)

// barrier is the word that stands between two stretches. No text has it.
const barrier = 0

// An index knows where the words of the sources stand. It has the text of each
// source, and then, once more, what is said in quotation marks that others
// interrupt: “We will not,” she said, “sell.”
type index struct {
	lex     *lexicon
	sources []*Source
	ids     map[string]int32
	forms   []string // by id
	stems   map[string][]int32
	words   []int32 // by position
	at      []span32
	cuts    []stretch // in the order of positions
	first   []int32   // by id, the first of its places
	places  []int32
}

// span32 is where a word stands in its text.
type span32 struct{ start, end int32 }

// A stretch of positions is one text, or one speech of it.
type stretch struct{ start, source int }

func newIndex(ctx context.Context, sources []*Source) (*index, error) {
	lex, err := lexiconOf()
	if err != nil {
		return nil, err
	}
	x := &index{lex: lex, sources: sources, ids: map[string]int32{"": barrier}, forms: []string{""}, stems: map[string][]int32{}}
	size := 0
	for i, s := range sources {
		if size += len(s.Document.Text); size > maxText {
			return nil, ErrTooMuch
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		s.read()
		x.cut(i)
		x.enter(s.Document.Text, whosaid.Span{End: len(s.Document.Text)})
		x.enterSpeech(i, s)
	}
	x.invert()
	return x, nil
}

// enter adds the words of a span of a text.
func (x *index) enter(text string, s whosaid.Span) {
	for _, t := range tokens(text, s.Start, s.End) {
		id, ok := x.ids[t.form]
		if !ok {
			id = int32(len(x.forms))
			x.ids[t.form] = id
			x.forms = append(x.forms, t.form)
			root := x.lex.stem(t.form)
			x.stems[root] = append(x.stems[root], id)
		}
		x.words = append(x.words, id)
		x.at = append(x.at, span32{int32(t.start), int32(t.end)})
	}
}

// cut begins a stretch of a source.
func (x *index) cut(source int) {
	x.words = append(x.words, barrier)
	x.at = append(x.at, span32{})
	x.cuts = append(x.cuts, stretch{len(x.words), source})
}

// maxCue is the longest text between two quotations of one speech, in bytes: a
// cue with its speaker and what they did meanwhile.
const maxCue = 300

// enterSpeech adds the quotations that go on behind what interrupts them, as one.
func (x *index) enterSpeech(source int, s *Source) {
	joined := false
	for i := 1; i < len(s.quotations); i++ {
		a, b := s.quotations[i-1], s.quotations[i]
		if b.Start-a.End > maxCue || !sameSpeech(s.Document, a, b) {
			joined = false
			continue
		}
		if !joined {
			x.cut(source)
			x.enter(s.Document.Text, a)
		}
		x.enter(s.Document.Text, b)
		joined = true
	}
}

// sameSpeech reports whether nothing speaks against one speaker of both.
func sameSpeech(d *whosaid.Document, a, b whosaid.Span) bool {
	p, q := quoteAt(d, a), quoteAt(d, b)
	return p == nil || q == nil || p == q || p.Speaker == q.Speaker
}

// invert lists the places of each word.
func (x *index) invert() {
	x.first = make([]int32, len(x.forms)+1)
	for _, id := range x.words {
		x.first[id+1]++
	}
	for i := range x.forms {
		x.first[i+1] += x.first[i]
	}
	next := slices.Clone(x.first)
	x.places = make([]int32, len(x.words))
	for p, id := range x.words {
		x.places[next[id]] = int32(p)
		next[id]++
	}
}

// of lists the places of a word, at most maxPlaces.
func (x *index) of(id int32) []int32 {
	if id <= barrier {
		return nil
	}
	list := x.places[x.first[id]:x.first[id+1]]
	return list[:min(len(list), maxPlaces)]
}

// count is how often a word stands in the sources.
func (x *index) count(id int32) int {
	if id <= barrier {
		return 0
	}
	return int(x.first[id+1] - x.first[id])
}

// rarity weighs a word that occurs n times: more the rarer it is.
func (x *index) rarity(n int) int { return bits.Len(uint(len(x.words)+1) / uint(n+1)) }

// unknown is the id of words that no source has. It is equal to none of theirs.
const unknown = -1

// look gives the ids of words.
func (x *index) look(words []token) []int32 {
	out := make([]int32, len(words))
	for i, w := range words {
		id, ok := x.ids[w.form]
		if !ok {
			id = unknown
		}
		out[i] = id
	}
	return out
}

// exact lists the positions at which the words stand one behind the other.
func (x *index) exact(words []int32) []int {
	if len(words) == 0 || slices.Contains(words, unknown) {
		return nil
	}
	rarest := 0
	for i, w := range words {
		if x.count(w) < x.count(words[rarest]) {
			rarest = i
		}
	}
	var out []int
	for _, p := range x.of(words[rarest]) {
		from := int(p) - rarest
		if from >= 0 && from+len(words) <= len(x.words) && slices.Equal(words, x.words[from:from+len(words)]) {
			if out = append(out, from); len(out) == maxExact {
				break
			}
		}
	}
	return out
}

// stretchOf is the stretch of a position.
func (x *index) stretchOf(p int) stretch {
	i, found := slices.BinarySearchFunc(x.cuts, p, func(s stretch, p int) int { return s.start - p })
	if !found {
		i--
	}
	return x.cuts[i]
}

// span is the text of the words [from, to), which are those of one source.
func (x *index) span(from, to int) whosaid.Span {
	return whosaid.Span{Start: int(x.at[from].start), End: int(x.at[to-1].end)}
}

// stretches calls do with each stretch of [from, to) that has no barrier.
func (x *index) stretches(from, to int, do func(from, to int)) {
	from, to = max(from, 0), min(to, len(x.words))
	for p := from; p <= to; p++ {
		if p == to || x.words[p] == barrier {
			if p > from {
				do(from, p)
			}
			from = p + 1
		}
	}
}

// windows are the places that have most of the rarer words in about their order,
// the best first.
func (x *index) windows(words []int32) []int {
	const seeds = 16
	order := make([]int, 0, len(words))
	for i, w := range words {
		if n := x.count(w); n > 0 && n <= maxPlaces {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return x.count(words[a]) - x.count(words[b]) })
	order = order[:min(len(order), seeds)]
	width := len(words)/2 + 8
	votes := map[int]int{}
	for _, i := range order {
		weight := x.rarity(x.count(words[i]))
		last := -1
		for _, p := range x.of(words[i]) {
			if b := max(0, int(p)-i) / width; b != last { // once for each word
				votes[b] += weight
				last = b
			}
		}
	}
	buckets := make([]int, 0, len(votes))
	for b := range votes {
		buckets = append(buckets, b)
	}
	sum := func(b int) int { return votes[b] + votes[b+1] }
	slices.SortFunc(buckets, func(a, b int) int {
		if d := sum(b) - sum(a); d != 0 {
			return d
		}
		return a - b
	})
	buckets = buckets[:min(len(buckets), maxWindows)]
	for i := range buckets {
		buckets[i] *= width
	}
	return buckets
}
