package coref

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
)

// How far back candidates are looked for, and how many are weighed.
const (
	maxMentions   = 60
	maxNominal    = 2 * maxMentions // for nominals, which reach further back; no sentence of news has so many
	maxSentences  = 6
	maxCandidates = 12
	maxTaught     = 16 // candidates of an example: more to be wrong about teach more
	maxAhead      = 25 // tokens, for "In his speech, Lee said"
)

// A mention is a name, or an anaphor that was linked or brought somebody in.
type mention struct {
	ent, first, end, sent, para, quote int32
	form                               form
	part                               part
	says                               bool
}

type form uint8

const (
	name form = iota
	pronoun
	nominal
	row // several people taken together
	numForms
)

// A walk is one pass through a document.
type walk struct {
	r     *Ranker
	d     *whosaid.Document
	names []Name
	ents  []Entity
	at    []int32 // the name that a token is part of, plus 1
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
	opened       int // the token that opened the last quotation
	closed       int // where it ended
	// lastBy is whom the latest pronoun of a gender meant, and bySent where it
	// stood.
	lastBy, bySent [3]int32
	opener         [2]int32 // the subjects of the sentence before, a person and another, or -1
	headline       bool

	links   []Link
	cands   []candidate
	feats   []uint16
	most    int // candidates
	gold    Gold
	follow  bool
	example func(Example)
}

// A teller is an entity, or else one whom the phrase with a head brought in.
type teller struct {
	ent  int32
	head int32
}

// again is a second walk, which knows from the first one of whom pronouns told
// their gender later on.
func (w *walk) again() *walk {
	next := newWalk(w.r, w.d, w.names, w.ents)
	for i := range w.all {
		old := &w.all[i]
		g := cmp.Or(old.denied, old.likely())
		switch {
		case g == 0 || old.sure || old.number > One:
		case i < len(w.ents):
			next.all[i].gender = g
		default:
			next.known[int(old.head)] = g
		}
	}
	next.tellers = w.tellers
	return next
}

// settled is by how much pronouns have to be ahead before they tell a gender.
const settled = Scale

// likely is the gender that the pronouns tell of a participant, those that were
// surest most; 0 if they contradict one another.
func (p *participant) likely() Gender {
	switch {
	case p.heSum > 2*p.sheSum+settled:
		return Male
	case p.sheSum > 2*p.heSum+settled:
		return Female
	}
	return 0
}

func newWalk(r *Ranker, d *whosaid.Document, names []Name, ents []Entity) *walk {
	w := &walk{r: r, d: d, names: names, ents: ents, at: make([]int32, len(d.Tokens)), most: maxCandidates}
	w.known, w.tellers, w.broughtIn = map[int]Gender{}, map[int]teller{}, map[int32]int32{}
	w.history = make([]mention, 0, 2*len(names))
	w.speaker, w.teller, w.told, w.opened, w.opener = -1, -1, -1, -1, [2]int32{-1, -1}
	w.lastBy = [3]int32{-1, -1, -1}
	for n, m := range names {
		for i := m.First; i < m.End; i++ {
			w.at[i] = int32(n + 1)
		}
	}
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
		w.opener = [2]int32{-1, -1}
		for _, m := range w.history[before:] {
			if k := bit(w.all[m.ent].kind != whosaid.EntityPerson); m.part == subject && w.opener[k] < 0 {
				w.opener[k] = m.ent
			}
		}
	}
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

// learnFrom has the walk make examples.
func (w *walk) learnFrom(gold Gold, follow bool, example func(Example)) {
	w.gold, w.follow, w.example, w.most = gold, follow, example, maxTaught
	for i := range w.ents {
		w.all[i].gold = gold.Name(i)
	}
}

// sentence reads s until ctx is done: one that goes on for pages is as much work
// as they are.
func (w *walk) sentence(ctx context.Context, s *whosaid.Sentence) {
	for i := s.FirstToken; i < s.EndToken && ctx.Err() == nil; {
		if n := w.at[i]; n > 0 {
			m := &w.names[n-1]
			end := min(m.End, s.EndToken)
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
	w.mention(ent, first, end, name, s)
	w.group()
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
	switch w.word(i) {
	case "“", "``", "‘":
		w.quoteOpens(i, s)
	case "”", "''", "’":
		w.quoteCloses(i)
	case "\"":
		if w.quote != 0 {
			w.quoteCloses(i)
		} else {
			w.quoteOpens(i, s)
		}
	}
}

// pronoun reads the one at token i.
func (w *walk) pronoun(i int, s *whosaid.Sentence) {
	p, ok := pronouns[w.low(i)]
	if !ok {
		return
	}
	class := p.class
	if class == Object && w.d.Tokens[i].Tag == "PRP$" && w.ownsNext(i+1, s) {
		class = Possessive
	}
	alone := phrase{first: i, end: i + 1, core: i + 1, head: i, owner: -1, gender: p.gender}
	w.anaphor(&anaphor{phrase: alone, class: class, sentence: s})
}

// quoteCloses notes that a quotation ends with token i.
func (w *walk) quoteCloses(i int) {
	w.quote, w.teller, w.closed = 0, -1, i+1
}

// tells notes that the subject of a verb of saying outside quotations speaks
// that which ended right before it.
func (w *walk) tells(ent int32, first int) {
	const farthest = 6
	w.told = ent
	if w.opened < w.sentence0-longestQuote || w.opened < 0 || first-w.closed > farthest || first < w.closed {
		return
	}
	t := teller{ent: ent}
	if int(ent) >= len(w.ents) {
		t = teller{ent: -1, head: w.all[ent].head}
	}
	w.tellers[w.opened] = t
}

// longestQuote is how many tokens a quotation has whose speaker is looked for
// behind it.
const longestQuote = 120

// ownsNext reports whether "her" before token i can own what comes there; the
// tagger often takes the object for the possessive.
func (w *walk) ownsNext(i int, s *whosaid.Sentence) bool {
	if i >= s.EndToken {
		return false
	}
	switch tag := w.d.Tokens[i].Tag; tag {
	case "IN", "TO", "DT", "WRB", "WP", "WDT", "CC", "PRP", "PRP$", ",", ".", "MD", "VBD", "VBZ", "VBP":
		return false
	}
	return true
}

// quoteOpens notes that a quotation begins at token i, and who speaks it: whom an
// earlier walk found, who is named behind its end, or who spoke before it.
func (w *walk) quoteOpens(i int, s *whosaid.Sentence) {
	w.quotes++
	w.quote, w.opened = w.quotes, i
	if t, ok := w.tellers[i]; ok {
		w.teller = t.ent
		if t.ent < 0 {
			w.teller = w.broughtIn[t.head] - 1
		}
		return
	}
	if w.teller = w.namedBehind(i, s); w.teller < 0 {
		w.teller = w.told
	}
}

// namedBehind is the person named right behind the quotation that token i
// opens, or -1.
func (w *walk) namedBehind(i int, s *whosaid.Sentence) int32 {
	const farthest = 6
	j := i + 1
	for j < s.EndToken && j-i < longestQuote && w.word(j) != "”" && w.word(j) != "''" && w.word(j) != "\"" {
		j++
	}
	for n := 0; n < farthest && j < s.EndToken; n++ {
		if at := w.at[j]; at > 0 {
			if e := w.names[at-1].Entity; w.ents[e].Kind == whosaid.EntityPerson {
				return int32(e)
			}
			return -1
		}
		if tag := w.d.Tokens[j].Tag; tag == "PRP" || tag == "." || tag == "DT" {
			return -1
		}
		j++
	}
	return -1
}

// remember puts a mention at the end of the history.
func (w *walk) remember(m mention) {
	w.history = append(w.history, m)
	p := &w.all[m.ent]
	if p.count == 0 {
		p.since = w.sent
	}
	p.last = int32(len(w.history) - 1)
	if m.part == subject {
		p.subjectAt = int32(len(w.history))
	}
	p.count++
	switch t := &w.all[w.top]; {
	case p.kind != whosaid.EntityPerson || m.ent == w.top:
	case t.kind != whosaid.EntityPerson || p.count > t.count:
		w.top, w.second = m.ent, t.count
	default:
		w.second = max(w.second, p.count)
	}
	p.subjects = p.subjects<<1 | int32(bit(m.part == subject))
	p.headline = p.headline && w.headline
	p.quoted = p.quoted && w.quote != 0
	p.speaks = p.speaks || m.says || m.form != row && w.accordingTo(int(m.first))
}

// accordingTo reports whether these words stand before token i.
func (w *walk) accordingTo(i int) bool {
	return i-2 >= w.sentence0 && w.low(i-1) == "to" && w.low(i-2) == "according"
}

// mention notes that a participant was mentioned.
func (w *walk) mention(ent int32, first, end int, f form, s *whosaid.Sentence) {
	p, says := w.grammar(first, end, s)
	w.remember(mention{
		ent: ent, first: int32(first), end: int32(end), form: f, part: p, says: says,
		sent: w.sent, para: int32(s.Paragraph), quote: w.quote,
	})
	if says && w.quote == 0 && w.all[ent].kind == whosaid.EntityPerson {
		w.speaker, w.spoke = ent, w.sent
		w.tells(ent, first)
	}
}

// An anaphor is a pronoun or noun phrase at hand.
type anaphor struct {
	phrase
	class    Class
	sentence *whosaid.Sentence
	part     part
	says     bool
}

// refer reads a noun phrase and returns whom it means, or -1.
func (w *walk) refer(p *phrase, s *whosaid.Sentence) int32 {
	if p.owner < 0 {
		p.owner = p.by
	}
	if w.role(p, s) || w.predicate(p, s) || w.apposed(p, s) {
		return -1
	}
	a := &anaphor{phrase: *p, class: classOf(p), sentence: s}
	ent := w.anaphor(a)
	if ent < 0 {
		ent = w.enter(p)
		if w.gold != nil {
			w.all[ent].gold = max(w.gold.Anaphor(p.first, p.end), 0)
		}
		w.mention(ent, p.first, p.end, nominal, s)
		w.link(a, ent, 0)
	}
	w.group()
	w.couple(ent)
	return ent
}

func classOf(p *phrase) Class {
	switch {
	case p.few:
		return Few
	case p.sorts&people != 0 && (p.det == definite || p.det == this || p.det == owned):
		return Definite
	case p.sorts&people != 0:
		return Indefinite
	case p.det == definite || p.det == this || p.det == owned:
		return Body
	}
	return ABody
}

// role reports whether a name follows whose role the phrase is, and notes it:
// "the driver, Karim Aziz,", "the carrier Ryanair".
func (w *walk) role(p *phrase, s *whosaid.Sentence) bool {
	i := p.core
	if tag := w.d.Tokens[min(i, s.EndToken-1)].Tag; i+1 < s.EndToken && (tag == "," || tag == ":" || tag == "(" || tag == "-LRB-") {
		i++
	}
	if i >= s.EndToken || w.at[i] == 0 {
		return false
	}
	m := &w.names[w.at[i]-1]
	q := &w.all[m.Entity]
	switch {
	case p.few, p.det == article && i > p.core && p.number > One, i > p.core && w.d.Tokens[p.first].Tag == "CD":
		return false
	case q.kind == whosaid.EntityPerson && p.sorts&people != 0 && p.number == One:
	case q.kind == whosaid.EntityPerson && p.number > One && i == p.core:
		return true // "brothers Luis and Hector Amaya"
	case q.kind == whosaid.EntityOrganization && p.sorts&bodies != 0 && i == p.core && !w.pos(m.End, s):
	default:
		return false
	}
	q.called(p.noun, p.sorts)
	if q.owner < 0 {
		q.owner = p.owner
	}
	q.gender = cmp.Or(q.gender, p.gender)
	if p.det == owned && i > p.core && p.sorts&kin != 0 { // "his brother, Bo Day": the words mean him by themselves
		w.mention(int32(m.Entity), p.first, p.core, nominal, s)
		w.link(&anaphor{phrase: *p, class: Definite}, int32(m.Entity), sure)
		w.group()
		w.couple(int32(m.Entity))
	}
	return true
}

// predicate reports whether a phrase says what somebody is, and notes it: "Lee
// is a lawyer", "as a lawyer".
func (w *walk) predicate(p *phrase, s *whosaid.Sentence) bool {
	i := p.first - 1
	for n := 0; i > s.FirstToken && n < 2 && w.d.Tokens[i].Tag == "RB"; n++ {
		i--
	}
	if i < s.FirstToken {
		return false
	}
	word := w.low(i)
	if word == "as" {
		return p.det != definite && p.det != owned || w.verbAfter(p.core, s) < 0
	}
	if w.r.lex.words[word]&isBe == 0 || i > s.FirstToken && w.d.Tokens[i-1].Tag == "EX" || w.verbAfter(p.core, s) >= 0 {
		return false
	}
	if n := len(w.history); n > 0 && w.history[n-1].sent == w.sent && w.history[n-1].part == subject && i-int(w.history[n-1].end) <= 2 {
		if q := &w.all[w.history[n-1].ent]; (q.kind == whosaid.EntityPerson) == (p.sorts&people != 0) && q.number == p.number {
			q.called(p.noun, p.sorts)
		}
	}
	return true
}

// apposed reports whether a phrase stands behind one whom it says more of, and
// notes it: "Lee, 43, a nurse,".
func (w *walk) apposed(p *phrase, s *whosaid.Sentence) bool {
	i := p.first - 1
	if len(w.history) == 0 || i <= s.FirstToken || w.d.Tokens[i].Tag != "," {
		return false
	}
	if i-2 > s.FirstToken && w.d.Tokens[i-1].Tag == "CD" && w.d.Tokens[i-2].Tag == "," {
		i -= 2
	}
	m := &w.history[len(w.history)-1]
	q := &w.all[m.ent]
	fits := q.kind == whosaid.EntityPerson && p.sorts&people != 0 || q.kind == whosaid.EntityOrganization && p.sorts&bodies != 0
	if int(m.end) != i || m.sent != w.sent || !fits || m.form == pronoun || q.number != p.number || q.gender|p.gender == Male|Female {
		return false
	}
	if p.core < s.EndToken && (w.verb(p.core) || w.d.Tokens[p.core].Tag == "CC") || w.listGoesOn(p.end, s) {
		return false
	}
	q.called(p.noun, p.sorts)
	if q.owner < 0 {
		q.owner = p.owner
	}
	return true
}

// listGoesOn reports whether ", and" or ", a" follows: one of a list.
func (w *walk) listGoesOn(i int, s *whosaid.Sentence) bool {
	return i+1 < s.EndToken && (w.d.Tokens[i].Tag == "CC" || w.d.Tokens[i].Tag == "," && w.d.Tokens[i+1].Tag == "CC")
}

// anaphor links a, if the model finds somebody that it means, and returns whom,
// or -1.
func (w *walk) anaphor(a *anaphor) int32 {
	a.part, a.says = w.grammar(a.first, a.core, a.sentence)
	if a.class == Object && a.says && w.verbAfter(a.end, a.sentence) < 0 { // "told her"
		a.part, a.says = object, false
	}
	if a.class == Object && a.part == subject && w.d.Tokens[a.first].Tag == "PRP" && a.first == a.sentence.FirstToken {
		a.class = Subject
	}
	if a.class == It && w.expletive(a) {
		return -1
	}
	w.candidates(a)
	if len(w.cands) == 0 && w.example == nil {
		w.deny(a)
		return -1
	}
	best, margin := w.rank(a)
	if w.example != nil {
		best = w.teach(a, best)
	}
	if best < 0 {
		w.deny(a)
		return -1
	}
	c := &w.cands[best]
	ent := c.ent
	if a.class <= Reflexive && w.certain(a, c) == 2 {
		w.all[ent].doubtful++
	}
	if w.all[ent].entity == nil {
		w.deny(a)
	}
	w.mention(ent, a.first, a.end, a.form(), a.sentence)
	w.learn(a, ent, margin)
	w.link(a, ent, margin)
	return ent
}

func (w *walk) link(a *anaphor, ent int32, margin int32) {
	out := whosaid.MentionPronoun
	if a.form() == nominal {
		out = whosaid.MentionNominal
	}
	w.links = append(w.links, Link{a.first, a.end, int(ent), out, w.r.weights.probability(a.class, margin)})
}

func (a *anaphor) form() form {
	if a.class >= Few {
		return nominal
	}
	return pronoun
}

// sure is the margin of a link from which on a pronoun settles the gender of
// whom it means.
const sure = Scale * 3

// learn lets an anaphor tell of whom it means.
func (w *walk) learn(a *anaphor, ent int32, margin int32) {
	p := &w.all[ent]
	if a.form() == nominal {
		if a.noun != "" && a.sorts&generic == 0 {
			p.called(a.noun, a.sorts)
		}
		if p.gender == 0 && a.gender != 0 && p.number == One {
			p.gender, p.sure = a.gender, true
		}
		return
	}
	switch a.gender {
	case Male:
		p.he++
		p.heSum += min(margin, 4*sure)
	case Female:
		p.she++
		p.sheSum += min(margin, 4*sure)
	}
	if p.gender == 0 && margin >= sure {
		p.gender = a.gender
	}
	w.lastBy[a.gender], w.bySent[a.gender] = ent, w.sent
}

// teach makes an example of a and returns the candidate to go on with, or -1.
func (w *walk) teach(a *anaphor, guess int) int {
	whom := w.gold.Anaphor(a.first, a.end)
	if whom < 0 {
		if w.follow {
			return -1
		}
		return guess
	}
	ex := Example{Class: a.class, Near: w.near()}
	ex.add(w.nobody(a, nil), true, false)
	right := -1
	for i := range w.cands {
		p := &w.all[w.cands[i].ent]
		ok := whom > 0 && p.gold == whom
		if ok && right < 0 {
			right = i
		}
		ex.Right[0] = ex.Right[0] && !ok
		ex.add(w.features(a, i, nil), ok, p.entity != nil && p.kind == whosaid.EntityPerson)
	}
	w.example(ex)
	if w.follow {
		return right
	}
	return guess
}

// add adds a candidate.
func (ex *Example) add(features []uint16, right, named bool) {
	ex.Candidates = append(ex.Candidates, slices.Clone(features))
	ex.Right = append(ex.Right, right)
	ex.Named = append(ex.Named, named)
}

// result tells what the walk has found.
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

// told is the gender that words tell of a participant, or that all pronouns do.
func (p *participant) told() Gender {
	switch {
	case p.kind != whosaid.EntityPerson || p.number != One:
		return 0
	case p.sure:
		return p.gender
	case p.he > 0 && p.she == 0:
		return Male
	case p.she > 0 && p.he == 0:
		return Female
	}
	return 0
}
