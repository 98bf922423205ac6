package syntax

import (
	"iter"

	"github.com/whosaid/whosaid"
)

// A Tree is the grammar of a document: each token has a head in its sentence,
// but for one of each sentence, its root. Tokens are given by their index in
// Document.Tokens throughout. The trees are projective: what hangs on a token,
// directly or not, stands in one piece.
//
// A Tree is never changed once it is made, and may be shared.
type Tree struct {
	tokens    []whosaid.Token
	text      string
	heads     []int32
	relations []Relation
	subtrees  []subtree
}

// A subtree is what hangs on a token. Links are token indexes, -1 for none.
type subtree struct {
	first, end  int32 // its tokens
	child, next int32 // the first child of the token; the next child of its head
}

// NewTree returns the tree of a document whose tokens have these heads (-1 for
// a root) and relations, which it keeps. The heads must make a projective tree
// of each sentence.
func NewTree(d *whosaid.Document, heads []int32, relations []Relation) *Tree {
	t := &Tree{tokens: d.Tokens, text: d.Text, heads: heads, relations: relations, subtrees: make([]subtree, len(heads))}
	for i := range t.subtrees {
		t.subtrees[i] = subtree{first: int32(i), end: int32(i) + 1, child: -1, next: -1}
	}
	t.link()
	return t
}

// TreeOf is the tree of a document by its Syntax.
func TreeOf(d *whosaid.Document) *Tree {
	heads, relations := make([]int32, len(d.Syntax)), make([]Relation, len(d.Syntax))
	for i, x := range d.Syntax {
		heads[i], relations[i] = int32(x.Head), RelationOf(x.Relation)
	}
	return NewTree(d, heads, relations)
}

// link fills in the children, in text order, and the tokens. A word to the
// left of its head is ready before the head is reached from the left, one to
// the right before it is reached from the right; so two walks suffice.
func (t *Tree) link() {
	for i := len(t.heads) - 1; i >= 0; i-- {
		h := t.heads[i]
		if h < 0 {
			continue
		}
		own, above := &t.subtrees[i], &t.subtrees[h]
		own.next, above.child = above.child, int32(i)
		if int(h) < i {
			above.end = max(above.end, own.end)
		}
	}
	for i, h := range t.heads {
		if int(h) > i {
			t.subtrees[h].first = min(t.subtrees[h].first, t.subtrees[i].first)
		}
	}
}

// Len is how many tokens there are.
func (t *Tree) Len() int { return len(t.heads) }

// Head is the token that i hangs on, -1 if it is the root of its sentence.
func (t *Tree) Head(i int) int { return int(t.heads[i]) }

// Relation is what i is to its head.
func (t *Tree) Relation(i int) Relation { return t.relations[i] }

// Children yields the tokens that hang on i, in text order.
func (t *Tree) Children(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for k := t.subtrees[i].child; k >= 0 && yield(int(k)); k = t.subtrees[k].next {
		}
	}
}

// Child is the first child of i with one of the relations, or -1.
func (t *Tree) Child(i int, which ...Relation) int {
	for k := t.subtrees[i].child; k >= 0; k = t.subtrees[k].next {
		if t.relations[k].Is(which...) {
			return int(k)
		}
	}
	return -1
}

// Subtree is the half-open range of the tokens that hang on i, directly or
// not, with i.
func (t *Tree) Subtree(i int) (first, end int) {
	return int(t.subtrees[i].first), int(t.subtrees[i].end)
}

// Under reports whether i hangs on top, directly or not, or is top.
func (t *Tree) Under(i, top int) bool {
	return int(t.subtrees[top].first) <= i && i < int(t.subtrees[top].end)
}

// Commands reports whether a c-commands b: neither is under the other, and b is
// under what a hangs on. A subject commands all the rest of its clause.
func (t *Tree) Commands(a, b int) bool {
	h := t.Head(a)
	return h >= 0 && h != b && t.Under(b, h) && !t.Under(b, a)
}
