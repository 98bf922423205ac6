package syntax

import "github.com/whosaid/whosaid"

// What the parser reads is what it learns from: training gets words, moves and
// features from here, and has the trees to itself.

// Words are those of a sentence, without its punctuation, as features see them.
// They count from 1; 0 stands for the root.
type Words struct {
	words []word
	place []int32
}

// Words returns the words of a sentence of d, whose tokens have their tags.
func (r *Reader) Words(d *whosaid.Document, s *whosaid.Sentence) *Words {
	var mem scratch
	r.read(&mem, d, s.FirstToken, s.EndToken)
	return &Words{mem.state.words, mem.state.place}
}

// Len is how many words there are.
func (w *Words) Len() int { return len(w.place) - 1 }

// Token is the token that a word is, counted from the start of the sentence.
func (w *Words) Token(word int) int { return int(w.place[word]) }

// A Walk makes the moves of a parser one by one, as its caller chooses them.
type Walk struct {
	state
	list, all features
}

// Start begins with a sentence.
func (w *Walk) Start(words *Words) {
	w.words = words.words
	w.reset()
}

// Done reports whether the tree is complete.
func (w *Walk) Done() bool { return w.done() }

// Can reports whether a move is possible.
func (w *Walk) Can(move int) bool { return w.can(move) }

// Stack are the words on the stack, the top last.
func (w *Walk) Stack() []int32 { return w.stack }

// Next is the first word that is not on the stack yet.
func (w *Walk) Next() int32 { return w.next }

// Head is the head of a word so far, 0 if it has none.
func (w *Walk) Head(word int32) int32 { return w.nodes[word].head }

// Arc is the arc that a move other than Shift makes.
func (w *Walk) Arc(move int) (head, child int32) { return w.arc(move) }

// Shift makes the move of that name.
func (w *Walk) Shift() { w.shift() }

// Attach makes an arc with one of the relations from FirstRelation on.
func (w *Walk) Attach(head, child int32, r Relation) {
	w.attach(head, child, int(r-FirstRelation), r.bit())
}

// MoveFeatures are what the next move is chosen by.
func (w *Walk) MoveFeatures() []uint32 {
	v := w.focus()
	w.all.n = 0
	add := func() { w.all.n += copy(w.all.list[w.all.n:], w.list.list[:w.list.n]) }
	w.front(&w.list)
	add()
	w.top(&w.list, v.i0, topFeatures)
	add()
	w.top(&w.list, v.i1, belowFeatures)
	add()
	w.rest(&w.list)
	add()
	return w.all.list[:w.all.n]
}

// ArcFeatures are what the relation of an arc is chosen by that is about to be
// made.
func (w *Walk) ArcFeatures(head, child int32) []uint32 {
	w.arcFeatures(&w.list, head, child)
	return w.list.list[:w.list.n]
}

// Decisions parses a sentence and calls move with each move that was a choice,
// and relation with each relation, and the contexts that these were chosen in.
func (p *Parser) Decisions(words *Words, move func(contexts []uint32, move int), relation func(context uint32, label int)) {
	s := p.scratch.Get().(*scratch)
	defer p.scratch.Put(s)
	st := &s.state
	st.words = append(st.words[:0], words.words...)
	st.reset()
	s.sums.reset()
	for !st.done() {
		best := p.choose(s)
		if len(st.stack) > 0 && st.next <= st.n {
			contexts := st.moveContexts()
			move(contexts[:], best)
		}
		if best == Shift {
			st.shift()
			continue
		}
		head, child := st.arc(best)
		label := p.label(s, head, child)
		relation(st.arcContext(head, child), label)
		st.attach(head, child, label, p.bits[label])
	}
}
