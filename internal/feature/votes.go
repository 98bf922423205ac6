package feature

import (
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/names/labels"
)

// A Guess is what the first pass took a token for.
type Guess struct {
	Label  uint8
	Margin int32 // by how much it beat the next best label
}

// Votes count what the first pass took the words of a document for, so that the
// second pass can make the mentions of one name agree.
type Votes struct {
	f *Names
	// at is the index of each word's votes; 0 if none of its tokens voted.
	at       []int32
	votes    []votes
	group    []int32          // of each word, the first word that is the same but for case
	initials map[uint32]uint8 // initials of long names → their kind
}

// votes are those for a word: the weight of each label, and how many tokens
// voted.
type votes struct {
	labels [labels.Count]uint16
	tokens uint16
}

// NewVotes returns an empty ballot for the words of f.
func NewVotes(f *Names) *Votes {
	v := &Votes{f: f, at: make([]int32, len(f.words)), votes: make([]votes, 1),
		group: make([]int32, len(f.words)), initials: map[uint32]uint8{}}
	first := make(map[uint32]int32, len(f.words))
	for id := range f.words {
		key := f.words[id].Lower
		if at, ok := first[key]; ok {
			v.group[id] = at
		} else {
			first[key] = int32(id)
			v.group[id] = int32(id)
		}
	}
	return v
}

// weigh turns a margin into votes.
func weigh(margin int32, scale int32) uint16 {
	switch {
	case margin < scale:
		return 1
	case margin < 3*scale:
		return 2
	}
	return 4
}

// votes reports whether a word can vote.
func (w *Word) votes() bool { return w.Flags&Letter != 0 && w.Flags&(Upper|Inner|Digit) != 0 }

const maxVotes = 1 << 13

// Add counts the guesses of the tokens of s. scale is the model's.
func (v *Votes) Add(first int, guesses []Guess, scale int32) {
	for k, g := range guesses {
		id := int32(v.f.ID(first + k))
		if !v.f.words[id].votes() {
			continue
		}
		id = v.group[id]
		if v.at[id] == 0 {
			v.at[id] = int32(len(v.votes))
			v.votes = append(v.votes, votes{})
		}
		if w := &v.votes[v.at[id]]; w.tokens < maxVotes {
			w.tokens++
			w.labels[g.Label] += weigh(g.Margin, scale)
		}
	}
	v.addInitials(first, guesses)
}

// addInitials notes what the initials of the names of two words or more stand
// for.
func (v *Votes) addInitials(first int, guesses []Guess) {
	for k := 0; k < len(guesses); k++ {
		l := int(guesses[k].Label)
		if !labels.Starts(l) || labels.Ends(l) {
			continue
		}
		n, h := 0, uint32(0)
		for ; k < len(guesses); k++ {
			w := v.f.of(first + k)
			if w.Flags&Upper != 0 {
				h = linear.Mix(h, uint32(w.Text[0]))
				n++
			}
			if labels.Ends(int(guesses[k].Label)) {
				break
			}
		}
		if n > 1 {
			v.initials[h] = uint8(labels.KindNumber(l))
		}
	}
}

// asAcronym is the kind of the name that a word in capitals may stand for.
func (v *Votes) asAcronym(w *Word) uint8 {
	if w.Flags&Caps == 0 || len(w.Text) > 8 {
		return 0
	}
	h := uint32(0)
	for i := range len(w.Text) {
		if w.Text[i] != '.' {
			h = linear.Mix(h, uint32(w.Text[i]))
		}
	}
	return v.initials[h]
}

// An opinion sums up the votes of the other places where a word stands.
type opinion struct {
	label, kind   uint8 // the most often given; 0 if there is no other place or it is no name
	known         bool
	share, weight uint8
}

func (v *Votes) opinion(i int, g Guess, scale int32) opinion {
	id := int32(v.f.ID(i))
	if !v.f.words[id].votes() {
		return opinion{}
	}
	all := &v.votes[v.at[v.group[id]]]
	own := weigh(g.Margin, scale)
	if all.tokens < 2 {
		return opinion{}
	}
	var kinds [1 + labels.NumKinds]int
	best, total, most := 0, 0, -1
	for l, n := range all.labels {
		if l == int(g.Label) {
			n -= min(own, n)
		}
		total += int(n)
		kinds[labels.KindNumber(l)] += int(n)
		if int(n) > most {
			best, most = l, int(n)
		}
	}
	if total == 0 {
		return opinion{}
	}
	o := opinion{label: uint8(best), known: true}
	top := -1
	for k, n := range kinds {
		if k > 0 && n > top && n > 0 {
			o.kind, top = uint8(k), n
		}
	}
	switch {
	case most == total:
		o.share = 2
	case 3*most >= 2*total:
		o.share = 1
	}
	switch {
	case total >= 12:
		o.weight = 2
	case total >= 4:
		o.weight = 1
	}
	return o
}

// Features appends the features of the second pass for the token i in s, whose
// guess is guesses[k]; guesses are those of the sentence.
func (v *Votes) Features(i int, s *whosaid.Sentence, guesses []Guess, k int, scale int32, out []uint32) []uint32 {
	g := guesses[k]
	w := v.f.of(i)
	if !w.votes() {
		return out
	}
	o := v.opinion(i, g, scale)
	t := tVotes
	add := func(x uint32) {
		out = append(out, v.f.feature(t, x))
		t++
	}
	own := uint32(g.Label)
	sure := uint32(weigh(g.Margin, scale))
	if o.known {
		top := uint32(o.label)
		add(top<<4 | uint32(o.share)<<2 | uint32(o.weight))
		add(top<<8 | own)
		add((top<<8|own)<<8 | sure<<4 | uint32(o.share))
		add(uint32(o.kind)<<8 | own)
		add((uint32(o.kind)<<8|own)<<8 | uint32(o.share)<<4 | sure)
		first := uint32(0)
		if i == s.FirstToken {
			first = 1
		}
		add((uint32(o.kind)<<8|first)<<8 | uint32(w.Flags))
		t = tVotes + 8
		if k > 0 {
			b := v.opinion(i-1, guesses[k-1], scale)
			add((uint32(b.label)<<8|top)<<8 | own)
		}
		if k+1 < len(guesses) {
			a := v.opinion(i+1, guesses[k+1], scale)
			t = tVotes + 9
			add((uint32(a.label)<<8|top)<<8 | own)
		}
	}
	if kind := v.asAcronym(w); kind != 0 {
		t = tVotes + 10
		add(uint32(kind))
		add(uint32(kind)<<8 | own)
	}
	return out
}
