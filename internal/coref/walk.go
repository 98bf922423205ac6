package coref

import (
	"context"
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/syntax"
)

// A walk is one pass through a document.
type walk struct {
	r     *Ranker
	d     *whosaid.Document
	tree  *syntax.Tree
	names []Name
	// collects is set in a walk that finds out what pronouns tell of everybody.
	collects bool
	ents     []Entity
	at       []int32 // the name that a token is part of, plus 1
	// known are the genders that an earlier walk found of those whom the phrase
	// with a head brings in.
	known map[int]Gender
	// broughtIn are those without a name by the heads of their phrases, plus 1.
	broughtIn map[int32]int32

	all       []participant
	history   []mention
	sent      int32
	sentence0 int   // the first token of the sentence
	until     int   // where the noun phrase at hand ends
	quote     int32 // number of the quotation that is open, or 0
	quotes    int32
	top       int32 // the person mentioned most
	second    int32 // how often the one after was
	speaker   int32 // who spoke last, or -1
	spoke     int32 // in which sentence
	// teller is who speaks the quotation that is open, or the turn of a
	// transcript, as far as known, or -1; told is who spoke the last one of the
	// paragraph. tellers are those that an earlier walk found, by the token that
	// opens the quotation: an entity, or one without a name by its first token.
	teller, told int32
	tellers      map[int]teller
	intro        int32 // of whom the sentence before the last quotation tells, or -1
	opened       int   // the token that opened the last quotation
	closed       int   // where it ended
	mark         marks // of the quotation that is open
	// lastBy is whom the latest pronoun of a gender meant, and bySent where it
	// stood.
	lastBy, bySent [3]int32
	opener         [2]int32 // the subjects of the sentence before, a person and another, or -1
	lead           int32    // of whom the sentence before tells, or who says it, or -1
	headline       bool

	links    []Link
	cands    []candidate
	adjuncts []string // the words of the noun phrase at hand before its noun, in small letters
	leader   int32    // where in history, plus 1, the candidate stands who was the subject last in this sentence, or 0
	feats    []uint16
	most     int // candidates
	gold     Gold
	follow   bool
	example  func(Example)
}

func newWalk(r *Ranker, d *whosaid.Document, tree *syntax.Tree, names []Name, ents []Entity) *walk {
	at := make([]int32, len(d.Tokens))
	for n, m := range names {
		for i := m.First; i < m.End; i++ {
			at[i] = int32(n + 1)
		}
	}
	w := &walk{r: r, d: d, tree: tree, names: names, ents: ents, at: at}
	return w.anew()
}

// anew is a walk through the same document that knows nothing yet. It writes its
// history over that of w.
func (w *walk) anew() *walk {
	history := slices.Grow(w.history[:0], 2*len(w.names))
	w = &walk{r: w.r, d: w.d, tree: w.tree, names: w.names, ents: w.ents, at: w.at, history: history, most: maxCandidates}
	w.known, w.tellers, w.broughtIn = map[int]Gender{}, map[int]teller{}, map[int32]int32{}
	w.speaker, w.teller, w.told, w.intro, w.opened, w.opener = -1, -1, -1, -1, -1, [2]int32{-1, -1}
	w.lastBy, w.lead = [3]int32{-1, -1, -1}, -1
	w.open()
	return w
}

// run reads the sentences until ctx is done.
func (w *walk) run(ctx context.Context) {
	for si := 0; si < len(w.d.Sentences) && ctx.Err() == nil; si++ {
		s := &w.d.Sentences[si]
		w.sent, w.sentence0, w.until = int32(si), s.FirstToken, s.FirstToken
		if si > 0 && w.d.Sentences[si-1].Paragraph != s.Paragraph {
			w.paragraph(s)
		}
		w.headline = s.Kind == whosaid.SentenceHeadline
		before := len(w.history)
		w.sentence(ctx, s)
		w.noteOpeners(before)
		w.lead = w.leads(before)
	}
}

// noteOpeners notes the subjects of the sentence whose mentions are those from before on: of its
// main clause, where these are no pronouns, or else the first ones.
func (w *walk) noteOpeners(before int) {
	w.opener = [2]int32{-1, -1}
	led := [2]bool{}
	for _, m := range w.history[before:] {
		if m.part != subject {
			continue
		}
		k := bit(w.all[m.ent].kind != whosaid.EntityPerson)
		main := w.tree.Head(int(m.seat.clause)) < 0
		if w.opener[k] < 0 || main && !led[k] && m.form != pronoun {
			w.opener[k] = m.ent
		}
		led[k] = led[k] || main
	}
}

// leads is the person of whom the sentence tells whose mentions are those from before on: who
// says it ("The mill fell, according to Lee."), its subject, or, where that stands behind the
// verb, who is brought in ("Next to her was Lee."); or -1.
func (w *walk) leads(before int) int32 {
	brought := w.opener[0]
	for i := range w.history[before:] {
		m := &w.history[before+i]
		switch {
		case m.quote != 0 || !w.all[m.ent].person():
		case m.says && w.tree.IsMain(int(m.seat.clause)), w.accordingTo(int(m.first)):
			return m.ent
		case brought < 0 && m.form != pronoun && int(m.first) > w.sentence0 && w.is(int(m.first)-1, isBe):
			brought = m.ent
		}
	}
	return brought
}

// paragraph begins one with sentence s: quotations end with it, and a label says
// whose turn it is, "LEE: We will not sell."
func (w *walk) paragraph(s *whosaid.Sentence) {
	w.quote, w.teller, w.told, w.opened = 0, -1, -1, -1
	n := w.at[s.FirstToken]
	if n == 0 {
		return
	}
	if m := &w.names[n-1]; m.End < s.EndToken && w.word(m.End) == ":" && w.ents[m.Entity].Kind == whosaid.EntityPerson {
		w.teller, w.told = int32(m.Entity), int32(m.Entity)
	}
}

// sentence reads s until ctx is done: one that goes on for pages is as much work
// as they are.
func (w *walk) sentence(ctx context.Context, s *whosaid.Sentence) {
	for i := s.FirstToken; i < s.EndToken && ctx.Err() == nil; {
		if n := w.at[i]; n > 0 {
			m := &w.names[n-1]
			end := min(m.End, s.EndToken)
			if w.credits(i, end, s) {
				i = end
				continue
			}
			if !w.possessed(n, end, s) {
				w.compound(i, s)
				w.named(int32(m.Entity), i, end, s)
			} else {
				w.named(int32(m.Entity), i, end, s)
				w.phrases(i, s)
			}
			i = end
			continue
		}
		w.token(i, s)
		i++
	}
}

// credits reports whether the name from token i to end only says whose report this is,
// in the brackets of a dateline: "OSLO, May 4 (Northwire) - ".
func (w *walk) credits(i, end int, s *whosaid.Sentence) bool {
	const longestDateline = 12
	if i == s.FirstToken || i-s.FirstToken > longestDateline || end+1 >= s.EndToken || w.word(i-1) != "(" || w.word(end) != ")" {
		return false
	}
	switch w.word(end + 1) {
	case "-", "–", "—", "--":
		return true
	}
	return false
}

// possessed reports whether the name n, which ends before token end, owns what
// comes after it.
func (w *walk) possessed(n int32, end int, s *whosaid.Sentence) bool {
	return end == w.names[n-1].End && w.pos(end, s) && end > w.until
}

// compound reads a phrase that begins with a name: "the" is missing in "Labour
// leader", "Ben Gurion crews".
func (w *walk) compound(i int, s *whosaid.Sentence) {
	if i >= w.until && w.ents[w.names[w.at[i]-1].Entity].Kind != whosaid.EntityPerson {
		w.phrases(i, s)
	}
}

// named notes a mention by name.
func (w *walk) named(ent int32, first, end int, s *whosaid.Sentence) {
	if p := &w.all[ent]; p.kind == whosaid.EntityPerson && len(p.mods) < maxNouns/2 {
		p.mods = append(p.mods, w.titles(first, s)...)
	}
	w.mention(ent, first, min(w.withKind(end), s.EndToken), name, s)
	w.group()
	w.couple(ent) // "Lee and her brother Bo Day"
}

// titles are the words before a name that begins at token first, the nearest
// one first: "former President Bo Day".
func (w *walk) titles(first int, s *whosaid.Sentence) (out []string) {
	const most = 3
	for i := first - 1; i >= s.FirstToken && len(out) < most && w.at[i] == 0; i-- {
		if tag := w.d.Tokens[i].Tag; tag != "JJ" && !strings.HasPrefix(tag, "NN") {
			break
		}
		out = append(out, w.low(i))
	}
	return out
}

// token reads one token that is not part of a name.
func (w *walk) token(i int, s *whosaid.Sentence) {
	if tag := w.d.Tokens[i].Tag; tag == "PRP" || tag == "PRP$" {
		w.pronoun(i, s)
	}
	if i >= w.until && w.begins(i) {
		w.phrases(i, s)
	}
	switch mark := w.word(i); {
	case w.quote != 0 && w.ends(i):
		w.quoteCloses(i)
	case w.quote == 0 && w.mayOpen(i, mark):
		w.mark = openers[mark]
		w.quoteOpens(i, s)
	}
}

// A marks tells single quotation marks from others.
type marks uint8

const (
	singleMarks marks = iota + 1
	doubleMarks
)

// What begins and what ends quotations, not always in the same hand.
var (
	openers = map[string]marks{"“": doubleMarks, "``": doubleMarks, "\"": doubleMarks, "‘": singleMarks, "'": singleMarks}
	closers = map[string]marks{"”": doubleMarks, "''": doubleMarks, "\"": doubleMarks, "’": singleMarks, "'": singleMarks}
)

// ends reports whether token i ends the quotation that is open.
func (w *walk) ends(i int) bool { return closers[w.word(i)] == w.mark && w.d.Tokens[i].Tag != "POS" }

// mayOpen reports whether a mark at token i may begin a quotation: a straight single one ends
// one, or a word, as often.
func (w *walk) mayOpen(i int, mark string) bool {
	return openers[mark] != 0 && (mark != "'" || w.d.Tokens[i].Tag == "``")
}

// result returns what the walk has found.
func (w *walk) result() Result {
	out := Result{Links: w.links, Genders: make([]Gender, len(w.ents))}
	for i := range w.all {
		p := &w.all[i]
		if i < len(w.ents) {
			out.Genders[i] = p.told()
			continue
		}
		d := Described{Kind: p.kind, Number: p.number, Gender: p.told(), First: int(p.first), End: int(p.end), Speaks: p.speaks}
		for _, m := range p.members {
			d.Members = append(d.Members, int(m))
		}
		out.Described = append(out.Described, d)
	}
	slices.SortStableFunc(out.Links, func(a, b Link) int {
		if a.First != b.First {
			return a.First - b.First
		}
		return b.End - a.End
	})
	return out
}
