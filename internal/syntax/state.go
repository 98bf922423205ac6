package syntax

// A state is a sentence half parsed, by the arc-hybrid system (Kuhlmann,
// Gómez-Rodríguez, Satta 2011): the words before next are on the stack or have
// their head, those from next on wait. Words count from 1; 0 is no word.
type state struct {
	n     int32 // words
	next  int32
	stack []int32
	words []word // of 0, of 1 to n, and three that stand for the end
	nodes []node
	place []int32 // the token of each word
}

// A node is what the arcs made so far say of a word. left and right are its
// outermost children on either side, left2 and right2 those that were made
// before them; 0 is none.
type node struct {
	head                       int32
	left, left2, right, right2 int32
	// lset and rset are the bits of the relations of its children.
	lset, rset    uint32
	label         uint32 // 1 more than the number of its relation
	lefts, rights uint8  // how many children, up to maxChildren
	// first and last are the words of the subtree; endsAt is the topmost node
	// whose subtree ends with this word, beginsAt that whose subtree begins
	// with it. See edges.
	first, last, endsAt, beginsAt int32
}

// maxChildren is as far as children are counted.
const maxChildren = 7

// The moves. Each but shift makes an arc to the top of the stack, which leaves
// it; so a sentence of n words takes 2n-1 moves, and the one that is left is
// the root.
const (
	Shift       = iota // the next word goes on the stack
	AttachLeft         // the next word becomes the head of the top
	AttachRight        // the word below the top becomes its head
	NumMoves
)

// MoveNames are the labels of the moves in models.
var MoveNames = [NumMoves]string{"shift", "left", "right"}

// reset prepares for the words that s has.
func (s *state) reset() {
	s.n, s.next = int32(len(s.words))-4, 1
	s.stack = s.stack[:0]
	if cap(s.nodes) < len(s.words) {
		s.nodes = make([]node, len(s.words)+len(s.words)/2)
	}
	s.nodes = s.nodes[:len(s.words)]
	clear(s.nodes)
}

func (s *state) done() bool { return s.next > s.n && len(s.stack) == 1 }

func (s *state) can(move int) bool {
	switch move {
	case Shift:
		return s.next <= s.n
	case AttachLeft:
		return s.next <= s.n && len(s.stack) > 0
	}
	return len(s.stack) > 1
}

// arc is the arc that a move other than shift makes.
func (s *state) arc(move int) (head, child int32) {
	child = s.stack[len(s.stack)-1]
	if move == AttachLeft {
		return s.next, child
	}
	return s.stack[len(s.stack)-2], child
}

func (s *state) shift() {
	s.stack = append(s.stack, s.next)
	s.next++
}

// attach makes the arc from head to the top of the stack, with a label and the
// bit that stands for it.
func (s *state) attach(head, child int32, label int, bit uint32) {
	s.stack = s.stack[:len(s.stack)-1]
	c, h := &s.nodes[child], &s.nodes[head]
	c.head, c.label = head, uint32(label)+1
	if child < head {
		h.left2, h.left, h.lset = h.left, child, h.lset|bit
		h.lefts = min(h.lefts+1, maxChildren)
		return
	}
	h.right2, h.right, h.rset = h.right, child, h.rset|bit
	h.rights = min(h.rights+1, maxChildren)
}
