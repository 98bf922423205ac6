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
	tokens []whosaid.Token
	text   string
	nodes  []treeNode
}

// A treeNode is what is known of a token. Links are token indexes, -1 for
// none.
type treeNode struct {
	head        int32
	child, next int32 // its first child; the next child of its head
	first, end  int32 // the tokens of its subtree
	relation    Relation
}

// NewTree returns the tree of a document whose tokens have these heads (-1 for
// a root) and relations. The heads must make a projective tree of each
// sentence.
func NewTree(d *whosaid.Document, heads []int32, relations []Relation) *Tree {
	t := &Tree{tokens: d.Tokens, text: d.Text, nodes: make([]treeNode, len(d.Tokens))}
	for i := range t.nodes {
		t.nodes[i] = treeNode{head: heads[i], child: -1, next: -1, first: int32(i), end: int32(i) + 1, relation: relations[i]}
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

// link fills in the children, in text order, and the subtrees. A word to the
// left of its head is ready before the head is reached from the left, one to
// the right before it is reached from the right; so two walks suffice.
func (t *Tree) link() {
	for i := len(t.nodes) - 1; i >= 0; i-- {
		n := &t.nodes[i]
		if n.head < 0 {
			continue
		}
		h := &t.nodes[n.head]
		n.next, h.child = h.child, int32(i)
		if int(n.head) < i {
			h.end = max(h.end, n.end)
		}
	}
	for i := range t.nodes {
		n := &t.nodes[i]
		if int(n.head) > i {
			t.nodes[n.head].first = min(t.nodes[n.head].first, n.first)
		}
	}
}

// Len is how many tokens there are.
func (t *Tree) Len() int { return len(t.nodes) }

// Head is the token that i hangs on, -1 if it is the root of its sentence.
func (t *Tree) Head(i int) int { return int(t.nodes[i].head) }

// Relation is what i is to its head.
func (t *Tree) Relation(i int) Relation { return t.nodes[i].relation }

// Children yields the tokens that hang on i, in text order.
func (t *Tree) Children(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for k := t.nodes[i].child; k >= 0 && yield(int(k)); k = t.nodes[k].next {
		}
	}
}

// Child is the first child of i with one of the relations, or -1.
func (t *Tree) Child(i int, which ...Relation) int {
	for k := t.nodes[i].child; k >= 0; k = t.nodes[k].next {
		if t.nodes[k].relation.Is(which...) {
			return int(k)
		}
	}
	return -1
}

// Subtree is the half-open range of the tokens that hang on i, directly or
// not, with i.
func (t *Tree) Subtree(i int) (first, end int) { return int(t.nodes[i].first), int(t.nodes[i].end) }

// Under reports whether i hangs on top, directly or not, or is top.
func (t *Tree) Under(i, top int) bool {
	return int(t.nodes[top].first) <= i && i < int(t.nodes[top].end)
}

// Commands reports whether a c-commands b: neither is under the other, and b is
// under what a hangs on. A subject commands all the rest of its clause.
func (t *Tree) Commands(a, b int) bool {
	h := t.Head(a)
	return h >= 0 && h != b && t.Under(b, h) && !t.Under(b, a)
}
