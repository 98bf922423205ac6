// Package syntax parses sentences into Universal Dependencies (basic): each token
// has a head and its relation to it.
//
// A Parser reads the words of a sentence once, from left to right (arc-hybrid).
// At each of 2n-1 steps a small net chooses the next move from what it sees
// (state.go, features.go, net.go); a second net labels each arc as it is made
// (arcfeatures.go). Punctuation is a feature of the words around it and joins
// the tree at the end (punct.go). All sums are integers, and time is linear in
// the text: each step looks at a fixed number of words.
//
// The methods of Tree are the only walks over grammar.
package syntax

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/feature"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/modelfile"
)

// A Parser finds the grammar of documents. It is safe for concurrent use.
type Parser struct {
	reader *Reader
	moves  *net
	names  *net
	// relations are those of the labels of names, with the bit of each.
	relations []Relation
	bits      []uint32
	scratch   sync.Pool // of *scratch
}

// scratch is memory of one call.
type scratch struct {
	state    state
	features features
	tokens   []word // of a sentence
	sums     moveSums
}

// New returns the parser with the built-in models.
func New() (*Parser, error) { return Open(model.Parsing()) }

// Open returns a parser with the Moves and Relations of a set and the Clusters
// that they were trained with, keeping all as they are. Errors are of type
// *modelfile.DamageError, wrapped.
func Open(s model.Set) (*Parser, error) {
	p, err := open(s)
	if err != nil {
		return nil, fmt.Errorf("syntax: %w", err)
	}
	return p, nil
}

func open(s model.Set) (*Parser, error) {
	p := &Parser{scratch: sync.Pool{New: func() any { return new(scratch) }}}
	clusters, err := feature.OpenClusters(s.Clusters)
	if err != nil {
		return nil, err
	}
	if p.reader, err = NewReader(clusters); err != nil {
		return nil, err
	}
	if p.moves, err = openNet(modelfile.Moves, s.Moves); err != nil {
		return nil, err
	}
	if form := netForm(modelfile.Moves); !slices.Equal(p.moves.labels, MoveNames[:]) {
		return nil, form.Damaged("labels", "%q, want %q", p.moves.labels, MoveNames)
	}
	if p.names, err = openNet(modelfile.Relations, s.Relations); err != nil {
		return nil, err
	}
	form := netForm(modelfile.Relations)
	for i, name := range p.names.labels {
		r := RelationOf(name)
		if r == NoRelation || r == Root {
			return nil, form.Damaged("labels", "%q as label %d", name, i)
		}
		p.relations, p.bits = append(p.relations, r), append(p.bits, r.bit())
	}
	return p, nil
}

// Parse returns the grammar of d, whose tokens have their tags. It fails with
// the error of ctx soon after ctx is done.
func (p *Parser) Parse(ctx context.Context, d *whosaid.Document) (*Tree, error) {
	heads, relations := make([]int32, len(d.Tokens)), make([]Relation, len(d.Tokens))
	s := p.scratch.Get().(*scratch)
	defer p.scratch.Put(s)
	for i := range d.Sentences {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		first, end := d.Sentences[i].FirstToken, d.Sentences[i].EndToken
		p.sentence(s, d, first, end, heads[first:end], relations[first:end])
	}
	return NewTree(d, heads, relations), nil
}

// maxPiece is how many tokens are parsed as one sentence at most, so that
// scratch memory is bounded. No sentence of news is half as long.
const maxPiece = 1000

// sentence parses the tokens from first to end. One that is too long is parsed
// in pieces, the roots of which hang on that of the first.
func (p *Parser) sentence(s *scratch, d *whosaid.Document, first, end int, heads []int32, relations []Relation) {
	top := int32(-1)
	for from := first; from < end; from += maxPiece {
		to := min(from+maxPiece, end)
		own, names := heads[from-first:to-first], relations[from-first:to-first]
		p.piece(s, d, from, to, own, names)
		root := slices.Index(own, -1)
		switch {
		case top < 0:
			top = int32(from + root)
		default:
			own[root], names[root] = top, Parataxis
		}
	}
}

// piece parses the tokens from first to end.
func (p *Parser) piece(s *scratch, d *whosaid.Document, first, end int, heads []int32, relations []Relation) {
	p.reader.read(s, d, first, end)
	st := &s.state
	if st.n == 0 { // punctuation alone: all hangs on the first
		for i := range heads {
			heads[i], relations[i] = int32(first), Punct
		}
		heads[0], relations[0] = -1, Root
		return
	}
	p.run(s)
	for i := int32(1); i <= st.n; i++ {
		n, at := &st.nodes[i], st.place[i]
		heads[at], relations[at] = -1, Root
		if n.head != 0 {
			heads[at], relations[at] = st.place[n.head], p.relations[n.label-1]
		}
	}
	st.punctuate(s.tokens, heads, relations)
	for i := range heads {
		if heads[i] >= 0 {
			heads[i] += int32(first)
		}
	}
}

// run makes moves until there is a tree.
func (p *Parser) run(s *scratch) {
	st := &s.state
	s.sums.reset()
	for !st.done() {
		best := p.choose(s)
		if best == Shift {
			st.shift()
			continue
		}
		head, child := st.arc(best)
		label := p.label(s, head, child)
		st.attach(head, child, label, p.bits[label])
	}
}

// moveSums are what the units of moves have of words alone, which many moves
// need: front of the words from the next one on, and for each place of the
// stack tops of the word there, and belows of the one below. Each is added up
// when it is first needed; the other fields say of which words they are.
type moveSums struct {
	front, rest    sums
	tops, belows   []sums
	frontOf        int32
	topOf, belowOf []int32
}

func (m *moveSums) reset() { m.frontOf, m.topOf, m.belowOf = -1, m.topOf[:0], m.belowOf[:0] }

// words adds up what is not yet there of the words that s looks at.
func (p *Parser) words(s *scratch) {
	st, m, f := &s.state, &s.sums, &s.features
	if m.frontOf != st.next {
		m.frontOf = st.next
		st.front(f)
		p.moves.add(f, &m.front)
	}
	i := len(st.stack) - 1
	for len(m.topOf) <= i {
		m.topOf, m.belowOf = append(m.topOf, -1), append(m.belowOf, -1)
	}
	for len(m.tops) <= i {
		m.tops, m.belows = append(m.tops, sums{}), append(m.belows, sums{})
	}
	top, below := st.stack[i], int32(0)
	if i > 0 {
		below = st.stack[i-1]
	}
	if m.topOf[i] != top {
		m.topOf[i] = top
		st.top(f, top, topFeatures)
		p.moves.add(f, &m.tops[i])
	}
	if m.belowOf[i] != below {
		m.belowOf[i] = below
		st.top(f, below, belowFeatures)
		p.moves.add(f, &m.belows[i])
	}
}

// choose is the best move; where only one can be made it need not be scored,
// nor where it is always the same.
func (p *Parser) choose(s *scratch) int {
	st, m := &s.state, &s.sums
	top := len(st.stack) - 1
	switch {
	case top < 0:
		return Shift
	case st.next > st.n:
		return AttachRight
	}
	for _, context := range st.moveContexts() {
		if c := int(p.moves.habits.get(context)) - 1; c >= 0 && st.can(c) {
			return c
		}
	}
	p.words(s)
	st.rest(&s.features)
	p.moves.add(&s.features, &m.rest)
	scores := p.moves.score3(&m.front, &m.tops[top], &m.belows[top], &m.rest)
	best := Shift
	if scores[AttachLeft] > scores[best] {
		best = AttachLeft
	}
	if scores[AttachRight] > scores[best] && st.can(AttachRight) {
		best = AttachRight
	}
	return best
}

// label chooses the relation of an arc that is about to be made.
func (p *Parser) label(s *scratch, head, child int32) int {
	if c := p.names.habits.get(s.state.arcContext(head, child)); c > 0 {
		return int(c) - 1
	}
	s.state.arcFeatures(&s.features, head, child)
	p.names.add(&s.features, &s.sums.rest)
	var scores [maxClasses]int32
	p.names.score(&s.sums.rest, &scores)
	best := 0
	for l := range p.relations {
		if scores[l] > scores[best] {
			best = l
		}
	}
	return best
}
