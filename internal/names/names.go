// Package names reads the names of a document with a linear model in two
// passes. The first labels each sentence by itself. The second adds, for each
// word, what the first pass took the same word for elsewhere in the document,
// so that "Marrero" is the person that "Judge Victor Marrero" was.
//
// Training uses this package too, so that the second pass learns from exactly
// what the first will predict.
package names

import (
	"context"
	"slices"
	"sync"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/feature"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/names/labels"
)

// L is the number of labels.
const L = labels.Count

// A Name is a name in a document.
type Name struct {
	First, End int // its tokens, half open
	Kind       whosaid.EntityKind
	Margin     int32   // by how much its least sure token's label beat the next
	Score      float64 // the calibrated probability that span and kind are right
}

// A Reader finds names. It is safe for concurrent use.
type Reader struct {
	model      *linear.Model
	res        *feature.Resources
	start, end []int32 // weigh the labels that cannot begin, and end, a sentence
	scratch    sync.Pool
}

// New returns a Reader with a model of names. It proves that the labels are
// those of names, and that only those may follow one another that make names.
// Errors are of type *modelfile.DamageError.
func New(m *linear.Model, res *feature.Resources) (*Reader, error) {
	if err := feature.CheckWords(); err != nil {
		return nil, err
	}
	if _, err := builtinWords(); err != nil {
		return nil, err
	}
	if !slices.Equal(m.Labels(), labels.Names()) {
		return nil, m.Damaged("labels", "not those of names: %.80q", m.Labels())
	}
	if err := m.CheckMoves(L, labels.CanFollow); err != nil {
		return nil, err
	}
	r := &Reader{model: m, res: res, start: make([]int32, L), end: make([]int32, L)}
	for l := range L {
		if !labels.CanStart(l) {
			r.start[l] = linear.Never
		}
		if !labels.CanEnd(l) {
			r.end[l] = linear.Never
		}
	}
	r.scratch.New = func() any { return new(Block) }
	return r, nil
}

// Read finds the names of d, whose tokens have tags. It fails only if ctx is
// done.
func (r *Reader) Read(ctx context.Context, d *whosaid.Document) ([]Name, error) {
	b := r.scratch.Get().(*Block)
	defer r.scratch.Put(b)
	f := feature.NewNames(ctx, d, r.res, &b.memo)
	votes := feature.NewVotes(f)
	b.Reset(f)
	var out []Name
	for r.First(ctx, d, f, b) {
		b.Vote(votes, r.model.Scale())
		out = r.second(ctx, d, f, votes, b, out)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	out = r.echoes(d, f, out)
	agree(f, out)
	return out, nil
}

// maxStretch is the most tokens that are decoded at once; longer sentences,
// which no writer makes, are cut.
const maxStretch = 400

// maxGuesses is roughly how many tokens are held between the two passes.
const maxGuesses = 1 << 14

// A Stretch is a sentence, or a part of a very long one, that could hold a
// name.
type Stretch struct {
	Sentence, First, End int
	at                   int // of its first token in the block
}

// A Block is some sentences between the passes: scratch memory.
type Block struct {
	Stretches []Stretch
	emit      []int32 // L for each token of the stretches
	guesses   []feature.Guess
	feats     []uint32
	lat       linear.Lattice
	memo      feature.Memo
	// sentence and token are where the first pass goes on, and end is the
	// sentence before which the current block of feature.Names ends. Token 0
	// stands for the beginning of the sentence.
	sentence, token, end int
	// kept holds the sums of the words that memo keeps, at their places there;
	// own, those of the other words of the block; row says where those of a
	// word are: at row in kept, or at ^row in own.
	kept   []sums
	own    []*[1 << ownBits]sums // in pieces, so that none is copied
	others []int32
	row    []int32
}

const ownBits = 6

// sums are, for each of feature.Offsets, the summed weights of the features
// that a word alone gives.
type sums struct {
	serial uint32 // of the word in the memo
	known  uint8  // which offsets are there, a bit each
	at     [len(feature.Offsets)][L]int16
}

// Reset makes b ready for the document of f.
func (b *Block) Reset(f *feature.Names) {
	b.sentence, b.token, b.end = 0, 0, 0
	b.row, b.others = b.row[:0], b.others[:0]
	for word := range f.Words() {
		at, serial := f.Kept(word)
		if at < 0 {
			b.row = append(b.row, noRow)
			continue
		}
		if b.kept == nil {
			b.kept = make([]sums, feature.MemoSize)
		}
		if b.kept[at].serial != serial {
			b.kept[at].serial, b.kept[at].known = serial, 0
		}
		b.row = append(b.row, int32(at))
	}
}

// noRow marks words that have no sums yet.
const noRow = -1 << 31

// forget frees the sums of the words that memo does not keep: a text may have
// very many, most of which occur once.
func (b *Block) forget() {
	for _, word := range b.others {
		b.row[word] = noRow
	}
	b.others = b.others[:0]
}

// sums is where the sums of a word stand.
func (b *Block) sums(word int) *sums {
	at := b.row[word]
	if at >= 0 {
		return &b.kept[at]
	}
	if at == noRow {
		own := len(b.others)
		at = int32(^own)
		b.row[word], b.others = at, append(b.others, int32(word))
		if own>>ownBits == len(b.own) {
			b.own = append(b.own, new([1 << ownBits]sums))
		}
		b.own[own>>ownBits][own&(1<<ownBits-1)] = sums{}
	}
	return &b.own[^at>>ownBits][^at&(1<<ownBits-1)]
}

// Emit is the scores of the labels of st's tokens after the first pass.
func (b *Block) Emit(st Stretch) []int32 { return b.emit[st.at*L : (st.at+st.End-st.First)*L] }

// Guesses are what the first pass took st's tokens for.
func (b *Block) Guesses(st Stretch) []feature.Guess {
	return b.guesses[st.at : st.at+st.End-st.First]
}

// First runs the first pass over the next block of f, or over a part of it if
// one sentence is longer than a block should be. It reports whether there is
// one: not at the end of the document, or if ctx is done. What stands in a later
// block of a long text does not vote on what stands here.
func (r *Reader) First(ctx context.Context, d *whosaid.Document, f *feature.Names, b *Block) bool {
	b.Stretches, b.emit, b.guesses = b.Stretches[:0], b.emit[:0], b.guesses[:0]
	if b.sentence == b.end {
		if b.end = f.Block(b.sentence); b.sentence == b.end {
			return false
		}
		f.Look(b.sentence, b.end)
		b.forget()
	}
	b.makeRoom(d)
	for ; b.sentence < b.end; b.sentence, b.token = b.sentence+1, 0 {
		s := &d.Sentences[b.sentence]
		for b.token = max(b.token, s.FirstToken); b.token < s.EndToken; b.token += maxStretch {
			if ctx.Err() != nil {
				return false
			}
			if len(b.guesses) >= maxGuesses {
				return true
			}
			end := min(b.token+maxStretch, s.EndToken)
			if Worth(f, b.token, end) {
				r.guess(f, b, s, Stretch{Sentence: b.sentence, First: b.token, End: end, at: len(b.guesses)})
			}
		}
	}
	return true
}

// makeRoom takes the memory that the scores of the rest of the block need, and no
// more: append would take up to a quarter more, of what is most of a Block.
func (b *Block) makeRoom(d *whosaid.Document) {
	first := max(b.token, d.Sentences[b.sentence].FirstToken)
	n := min(d.Sentences[b.end-1].EndToken-first, maxGuesses+maxStretch)
	if cap(b.emit) < n*L {
		b.emit = make([]int32, 0, n*L)
	}
	if cap(b.guesses) < n {
		b.guesses = make([]feature.Guess, 0, n)
	}
}

// Worth reports whether the tokens can contain a name at all.
func Worth(f *feature.Names, first, end int) bool {
	words := f.Words()
	for i := first; i < end; i++ {
		if words[f.ID(i)].Flags&(feature.Letter|feature.Digit) != 0 {
			return true
		}
	}
	return false
}

func (r *Reader) guess(f *feature.Names, b *Block, s *whosaid.Sentence, st Stretch) {
	b.Stretches = append(b.Stretches, st)
	from := len(b.emit)
	for i := st.First; i < st.End; i++ {
		at := len(b.emit)
		b.emit = append(b.emit, make([]int32, L)...)
		row := b.emit[at : at+L]
		for k, off := range feature.Offsets {
			if j := i + off; j >= s.FirstToken && j < s.EndToken {
				for l, w := range r.sum(f, f.ID(j), k, b) {
					row[l] += int32(w)
				}
			}
		}
		b.feats = f.Context(i, s, b.feats[:0])
		r.model.ScoreAll(b.feats, row)
	}
	path, margins := r.model.Decode(b.emit[from:], &b.lat, r.start, r.end)
	for i, l := range path {
		b.guesses = append(b.guesses, feature.Guess{Label: l, Margin: margins[i]})
	}
}

// sum is the summed weights of what a word alone says from the k-th offset.
func (r *Reader) sum(f *feature.Names, word, k int, b *Block) *[L]int16 {
	s := b.sums(word)
	if s.known>>k&1 == 0 {
		s.known |= 1 << k
		var wide [L]int32
		b.feats = f.Unigrams(word, k, b.feats[:0])
		r.model.ScoreAll(b.feats, wide[:])
		for l, w := range wide {
			s.at[k][l] = int16(w) // at most 50 features of a byte each
		}
	}
	return &s.at[k]
}

// Vote gives the guesses of the block to v.
func (b *Block) Vote(v *feature.Votes, scale int32) {
	for _, st := range b.Stretches {
		v.Add(st.First, b.Guesses(st), scale)
	}
}

// second runs the second pass over the block and appends its names.
func (r *Reader) second(ctx context.Context, d *whosaid.Document, f *feature.Names, votes *feature.Votes, b *Block, out []Name) []Name {
	for _, st := range b.Stretches {
		if ctx.Err() != nil {
			break
		}
		emit, guesses := b.Emit(st), b.Guesses(st)
		for k := range guesses {
			b.feats = votes.Features(st.First+k, &d.Sentences[st.Sentence], guesses, k, r.model.Scale(), b.feats[:0])
			row := emit[k*L : (k+1)*L]
			r.model.ScoreAll(b.feats, row)
			if t := d.Tokens[st.First+k]; d.Text[t.Start:t.End] == "." {
				bar(row)
			}
		}
		path, margins := r.model.Decode(emit, &b.lat, r.start, r.end)
		from := len(out)
		out = r.collect(st.First, path, margins, out)
		least := 0.0
		if d.Sentences[st.Sentence].Kind == whosaid.SentenceHeadline {
			least = likely
		}
		out = append(out[:from], mend(d, f, out[from:], least)...)
		out = r.products(d, f, st, from, out)
		out = r.label(d, f, st, from, out)
	}
	return out
}

// bar leaves a token no label but "outside". A full stop of its own ends a
// sentence, within a quotation too: “… the U.S. and China. China does not …”.
func bar(row []int32) {
	for l := range row {
		if l != labels.Outside {
			row[l] = linear.Never
		}
	}
}

// collect turns a path of labels into names. A name is as sure as its least
// sure token.
func (r *Reader) collect(first int, path []uint8, margins []int32, out []Name) []Name {
	for i := 0; i < len(path); i++ {
		if !labels.Starts(int(path[i])) {
			continue
		}
		j, least := i, margins[i]
		for !labels.Ends(int(path[j])) {
			j++
			least = min(least, margins[j])
		}
		out = append(out, Name{First: first + i, End: first + j + 1, Kind: labels.Kind(int(path[i])), Margin: least,
			Score: r.model.Probability(least)})
		i = j
	}
	return out
}
