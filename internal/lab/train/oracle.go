package train

import (
	"slices"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/syntax"
)

// A treeSample is a sentence to learn from, without its punctuation.
type treeSample struct {
	words     *syntax.Words
	heads     []int32 // by word; 0 is the root
	relations []syntax.Relation
	children  [][]int32
}

// unknown is the head of a token or word of which nothing is known.
const unknown = -2

// newTreeSample returns a sentence of d to learn from, given the heads and
// relations of all tokens of d; the head of a root is -1. Of two roots in what we
// take for one sentence the first one counts. A head that is punctuation, or in
// another sentence, is unknown.
func newTreeSample(r *syntax.Reader, d *whosaid.Document, s *whosaid.Sentence, heads []int,
	relations []syntax.Relation) *treeSample {
	heads, relations = heads[s.FirstToken:s.EndToken], relations[s.FirstToken:s.EndToken]
	words := r.Words(d, s)
	n := words.Len()
	word := make([]int32, len(heads)) // of a token; 0 is punctuation
	for i := 1; i <= n; i++ {
		word[words.Token(i)] = int32(i)
	}
	x := &treeSample{words: words, heads: make([]int32, n+1), relations: make([]syntax.Relation, n+1), children: make([][]int32, n+1)}
	root := slices.Index(heads, -1)
	for i := 1; i <= n; i++ {
		token := words.Token(i)
		x.relations[i], x.heads[i] = relations[token], unknown
		if token == root {
			x.heads[i] = 0
		} else if h := heads[token] - s.FirstToken; h >= 0 && h < len(word) && word[h] > 0 {
			x.heads[i] = word[h]
			x.children[word[h]] = append(x.children[word[h]], int32(i))
		}
	}
	return x
}

// costs are, for each move, how many arcs of x that could still be made it
// makes impossible: the dynamic oracle of Goldberg and Nivre (2013).
func costs(w *syntax.Walk, x *treeSample) [syntax.NumMoves]int {
	var c [syntax.NumMoves]int
	stack, next := w.Stack(), w.Next()
	n := len(stack)
	if n == 0 {
		return c
	}
	top, below := stack[n-1], int32(0)
	if n > 1 {
		below = stack[n-2]
	}
	for _, k := range x.children[top] {
		if k >= next {
			c[syntax.AttachLeft]++
			c[syntax.AttachRight]++
		}
	}
	h := x.heads[top]
	root := h == 0 && n == 1 // the only one on the stack may become the root
	if h > next || h > 0 && h == below || root {
		c[syntax.AttachLeft]++
	}
	if h >= next || root {
		c[syntax.AttachRight]++
	}
	if w.Can(syntax.Shift) {
		c[syntax.Shift] = shiftCost(w, x, top)
	}
	return c
}

// shiftCost is the cost of putting the next word on a stack that is not empty.
func shiftCost(w *syntax.Walk, x *treeSample, top int32) int {
	cost, next := 0, w.Next()
	for _, k := range x.children[next] {
		if k < next && w.Head(k) == 0 {
			cost++
		}
	}
	if h := x.heads[next]; h == 0 || h > 0 && h < next && h != top && w.Head(h) == 0 {
		cost++
	}
	return cost
}

// leastCost is the move that costs least, the first of equals.
func leastCost(w *syntax.Walk, x *treeSample) int {
	c := costs(w, x)
	best := -1
	for m := range syntax.NumMoves {
		if w.Can(m) && (best < 0 || c[m] < c[best]) {
			best = m
		}
	}
	return best
}
