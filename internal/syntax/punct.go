package syntax

import "cmp"

// punctuate gives the punctuation of a sentence its heads, once the words have
// theirs. Between two words stands the edge between two subtrees, of which one
// hangs on the other side: a comma belongs to that one, an opening mark to
// what follows, a closing one to what comes before. So no arcs cross. A word
// that is above the other has no such subtree on this side and stands for it.
//
// heads has, for each token of the sentence, the token that it hangs on, -1
// for the root; punctuation is to be filled in. There is at least one word.
func (s *state) punctuate(tokens []word, heads []int32, relations []Relation) {
	s.edges()
	last, right := int32(0), false
	for i := range tokens {
		w := &tokens[i]
		if !w.punct {
			last, right = last+1, false
			continue
		}
		before, after := s.nodes[last].endsAt, s.nodes[last+1].beginsAt
		hangs := after != 0 && s.nodes[after].head != 0 && s.nodes[after].head <= last
		switch {
		case last == 0:
			right = true
		case last == s.n:
		case w.opens:
			right = true
		case !right && !w.closes:
			right = hangs
		}
		head := cmp.Or(before, last)
		if right {
			head = cmp.Or(after, last+1)
		}
		heads[i], relations[i] = s.place[head], Punct
	}
}

// edges finds, for each word, the topmost node whose subtree ends there, and
// that whose subtree begins there. Words count from 1.
func (s *state) edges() {
	for i := int32(1); i <= s.n; i++ {
		s.nodes[i].first, s.nodes[i].last = i, i
	}
	for i := s.n; i >= 1; i-- {
		if h := s.nodes[i].head; h != 0 && h < i {
			s.nodes[h].last = max(s.nodes[h].last, s.nodes[i].last)
		}
	}
	for i := int32(1); i <= s.n; i++ {
		if h := s.nodes[i].head; h > i {
			s.nodes[h].first = min(s.nodes[h].first, s.nodes[i].first)
		}
	}
	for i := int32(1); i <= s.n; i++ {
		n := &s.nodes[i]
		if h := n.head; h == 0 || s.nodes[h].last != n.last {
			s.nodes[n.last].endsAt = i
		}
		if h := n.head; h == 0 || s.nodes[h].first != n.first {
			s.nodes[n.first].beginsAt = i
		}
	}
}
