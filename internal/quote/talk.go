package quote

import (
	"context"
	"slices"
	"sort"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/tag"
)

// A talk follows who speaks through a document.
type talk struct {
	d *whosaid.Document
	// last are the latest speakers, the latest first.
	last []turn
}

// A turn is one quote's speaker.
type turn struct {
	entity    whosaid.EntityID
	source    whosaid.Span
	paragraph int
	asked     bool // a question
}

// speakers finds the speaker of each quote from index from on, in text order, so
// that later ones can refer to earlier, until ctx is done.
func (b *builder) speakers(ctx context.Context, from int) {
	for i := from; i < len(b.quotes) && ctx.Err() == nil; i++ {
		q := &b.quotes[i]
		at := q.Start
		if !q.Cue.Empty() {
			at = q.Cue.Start
		}
		para := b.paragraph(at)
		switch {
		case !q.Source.Empty():
			b.widen(q)
			if ids := b.meaningOf(q); len(ids) > 0 {
				q.Speaker, q.Others = ids[0], ids[1:]
			}
		case q.Cue.Empty():
			if b.goesOn(i) {
				break
			}
			if q.Speaker = b.introducer(i); q.Speaker == 0 {
				b.floating(q, para)
			}
			if b.names(q, q.Speaker) {
				q.Speaker = 0
			}
		}
		if q.Parent == 0 && (q.Speaker != 0 || !q.Source.Empty()) {
			b.talk.push(turn{q.Speaker, q.Source, para, strings.HasSuffix(b.d.Slice(q.Content[len(q.Content)-1]), "?")})
		}
	}
}

// goesOn gives quote i the speaker of the quote before it whose cue is its evidence. It
// reports whether it did.
func (b *builder) goesOn(i int) bool {
	q := &b.quotes[i]
	if q.Evidence.Rule != whosaid.EvidenceContinued || len(q.Evidence.Words) == 0 {
		return false
	}
	for k := i - 1; k >= max(0, i-maxOpen); k-- {
		if p := &b.quotes[k]; p.Cue == q.Evidence.Words[0] {
			q.Source, q.Speaker, q.Others = p.Source, p.Speaker, p.Others
			return true
		}
	}
	return false
}

// widen makes the source of q the whole phrase before a relative clause where it was read as
// what that ends with: in "The mother of a boy who drowned said" the mother speaks.
func (b *builder) widen(q *whosaid.Quote) {
	ms := b.d.Mentions
	last := firstFrom(ms, q.Source.Start+1) - 1
	if _, end := b.d.TokensIn(q.Source); last < 0 || end >= len(b.d.Tokens) || b.low(end) != "who" || b.d.Tokens[end].Start > q.Cue.Start {
		return
	}
	for i := last; i >= 0 && i > last-maxNested; i-- {
		m := &ms[i]
		if m.Start >= q.Source.Start || m.End != q.Source.End || m.Form != whosaid.MentionNominal || m.Entity == ms[last].Entity {
			continue
		}
		for k, words := range q.Evidence.Words {
			if words == q.Source {
				q.Evidence.Words[k] = m.Span
			}
		}
		q.Source = m.Span
	}
}

// meaningOf returns the entities that the source of q means. What it means does
// not change where several quotes share it, whoever spoke between them.
func (b *builder) meaningOf(q *whosaid.Quote) []whosaid.EntityID {
	ids, known := b.means[q.Source]
	if known {
		return ids
	}
	parent := b.spokenIn(q)
	ids = b.meaning(q, parent != nil)
	if len(ids) == 0 && parent != nil && parent.Speaker != 0 && b.isSelf(q.Source) {
		ids = []whosaid.EntityID{parent.Speaker}
	}
	if len(ids) == 0 && q.Evidence.Rule == whosaid.EvidenceLabel {
		ids = b.initials(q.Source)
	}
	b.means[q.Source] = ids
	return ids
}

// isSelf reports whether the source s is "I".
func (b *builder) isSelf(s whosaid.Span) bool {
	return b.words.is(strings.ToLower(b.d.Slice(s)), wSelf)
}

// spokenIn returns the quote in whose own words q stands, or nil: there "I" is who
// speaks, and "he" is mostly somebody else.
func (b *builder) spokenIn(q *whosaid.Quote) *whosaid.Quote {
	if q.Parent == 0 {
		return nil
	}
	if p := &b.quotes[q.Parent-1]; p.Form != whosaid.QuoteIndirect {
		return p
	}
	return nil
}

const remembered = 8

func (t *talk) push(x turn) {
	t.last = append(t.last, turn{})
	copy(t.last[1:], t.last)
	t.last[0] = x
	if len(t.last) > remembered {
		t.last = t.last[:remembered]
	}
}

func (b *builder) paragraph(at int) int {
	if i := b.d.SentenceAt(at); i >= 0 {
		return b.d.Sentences[i].Paragraph
	}
	return -1
}

// introducer is the person of whom the sentence before quote i tells, in the same
// paragraph and without words of anybody, or 0: Ann Lee, who runs the mill, was
// blunter. “We lost.”
func (b *builder) introducer(i int) whosaid.EntityID {
	k := b.d.SentenceAt(b.quotes[i].Start) - 1
	if k < 0 || b.d.Sentences[k].Paragraph != b.d.Sentences[k+1].Paragraph {
		return 0
	}
	s := &b.d.Sentences[k]
	if i > 0 && (b.quotes[i-1].End > s.Start || b.quotes[i-1].Cue.End > s.Start) {
		return 0
	}
	ms := b.d.Mentions
	for j, n := firstFrom(ms, s.Start), 0; j < len(ms) && ms[j].Start < s.End && n < maxBefore; j, n = j+1, n+1 {
		if b.verbBefore(s, ms[j].Start) {
			return 0
		}
		if b.kind(ms[j].Entity) == whosaid.EntityPerson && !b.possessed(ms[j], s.Span) {
			return ms[j].Entity
		}
	}
	return 0
}

// maxBefore is how many mentions before the verb of a sentence are looked at.
const maxBefore = 8

// names reports whether the words of q name an entity, which then is not who speaks them:
// “Lee is a good lad.”
func (b *builder) names(q *whosaid.Quote, id whosaid.EntityID) bool {
	for _, s := range q.Content {
		named, _ := b.mentionsIn(s)
		if slices.ContainsFunc(named, func(m whosaid.Mention) bool { return m.Entity == id }) {
			return true
		}
	}
	return false
}

// verbBefore reports whether a finite verb stands in the sentence before the offset
// at, or too far from its beginning to tell.
func (b *builder) verbBefore(s *whosaid.Sentence, at int) bool {
	for k := s.FirstToken; k < s.EndToken && b.d.Tokens[k].Start < at; k++ {
		if t := b.d.Tokens[k].Tag; tag.IsFinite(t) || k > s.FirstToken+subjectReach {
			return true
		}
	}
	return false
}

// subjectReach is how many tokens into its sentence a subject is looked for.
const subjectReach = 32

// floating gives a quotation without a cue its speaker: whoever was quoted
// last, in this paragraph or the one before it.
func (b *builder) floating(q *whosaid.Quote, para int) {
	if len(b.talk.last) == 0 {
		return
	}
	t := b.talk.last[0]
	if t.asked && t.paragraph != para {
		// Whoever answers is another, if anybody else spoke nearby.
		asker := t.entity
		t = turn{paragraph: -2}
		for _, o := range b.talk.last[1:] {
			if o.entity != asker && o.entity != 0 && o.paragraph >= para-4 {
				t = turn{entity: o.entity, source: o.source, paragraph: para}
				break
			}
		}
	}
	if t.entity != 0 && t.paragraph >= para-1 {
		q.Speaker = t.entity
		if !t.source.Empty() {
			q.Evidence.Words = append(q.Evidence.Words, t.source)
		}
	}
}

// meaning returns the entities that the source of q means, the first one first. Where
// the source is a mention, or a part of one, that was decided before. In the
// words of somebody quoted nothing is guessed.
func (b *builder) meaning(q *whosaid.Quote, spoken bool) []whosaid.EntityID {
	s := q.Source
	if id := b.mentionAround(s); id != 0 {
		return []whosaid.EntityID{id}
	}
	named, other := b.mentionsIn(s)
	np := b.nounPhrase(s)
	if id := b.apposed(np, named); id != 0 {
		return []whosaid.EntityID{id}
	}
	if !np.plural {
		if id := b.namedBehind(s, np); id != 0 {
			return []whosaid.EntityID{id}
		}
	}
	document := b.isDocument(np)
	if document {
		if id := b.author(np, named, other, b.makers(s)); id != 0 {
			return []whosaid.EntityID{id}
		}
	}
	if ids := b.people(s, named); len(ids) > 0 && !document {
		return ids
	}
	backOff := func() whosaid.EntityID { return b.backOff(q, np, len(named) > 0) }
	if spoken {
		backOff = func() whosaid.EntityID { return 0 }
	}
	for _, find := range []func() whosaid.EntityID{
		func() whosaid.EntityID { return b.antecedent(s) },
		func() whosaid.EntityID { return headMention(np, named) },
		func() whosaid.EntityID { return headMention(np, other) },
		func() whosaid.EntityID { return b.bodyBefore(np, named) },
		func() whosaid.EntityID { return b.lastSpeaker(s, np, named) },
		backOff,
	} {
		if id := find(); id != 0 {
			return []whosaid.EntityID{id}
		}
	}
	return nil
}

// isWhere reports whether a source only says where words stand: “Sold out” in "a picture on
// Instagram captioned “Sold out”".
func (b *builder) isWhere(s whosaid.Span) bool {
	first, _ := b.d.TokensIn(s)
	return first > 0 && b.words.is(strings.ToLower(b.d.Slice(s)), wMedium) && b.words.is(b.low(first-1), wMediumBefore)
}

// namedBehind returns the person whose name stands behind the source and a comma, with
// nothing but titles before it, or 0: "the party's candidate, Chief Bo Day,"; or the body:
// "the union representing miners, Dorn Local 12,".
func (b *builder) namedBehind(s whosaid.Span, p phrase) whosaid.EntityID {
	const farthest, longestClause = 4, 12
	_, end := b.d.TokensIn(s)
	if end < len(b.d.Tokens) && b.low(end) == "who" { // "the officer who led it, Sgt Bo Day,"
		for last := min(len(b.d.Tokens)-1, end+longestClause); end < last && b.low(end) != ","; {
			end++
		}
	}
	if end >= len(b.d.Tokens) || b.low(end) != "," {
		return 0
	}
	k := end + 1
	for k < len(b.d.Tokens) && k-end < farthest && b.d.Tokens[k].Tag == "NNP" && b.namedAt(b.d.Tokens[k].Span) == "" {
		k++
	}
	if k >= len(b.d.Tokens) {
		return 0
	}
	m := b.nameFrom(b.d.Tokens[k].Start)
	if m == nil {
		return 0
	}
	switch b.kind(m.Entity) {
	case whosaid.EntityPerson:
	case whosaid.EntityOrganization:
		if !p.definite || !b.words.is(p.word, wBody) {
			return 0
		}
	default:
		return 0
	}
	if _, after := b.d.TokensIn(m.Span); after >= len(b.d.Tokens) || b.low(after) != "," {
		return 0
	}
	return m.Entity
}

// nameFrom is the mention by name that begins at an offset, or nil.
func (b *builder) nameFrom(at int) *whosaid.Mention {
	ms := b.d.Mentions
	i := firstFrom(ms, at)
	if i == len(ms) || ms[i].Start != at || ms[i].Form != whosaid.MentionName {
		return nil
	}
	return &ms[i]
}

// apposed returns the body whose name stands behind a noun and a comma and tells which one
// is meant, or 0: "the singer's label, Orbit,".
func (b *builder) apposed(p phrase, named []whosaid.Mention) whosaid.EntityID {
	_, end := b.d.TokensIn(p.head)
	if end >= len(b.d.Tokens) || b.d.Tokens[end].Tag != "," || b.namedAt(p.head) != "" {
		return 0
	}
	for _, m := range named {
		if first, _ := b.d.TokensIn(m.Span); first == end+1 && b.kind(m.Entity) == whosaid.EntityOrganization && !b.owns(m) {
			return m.Entity
		}
	}
	return 0
}

// maxNested is how many mentions that begin before a phrase are looked at.
const maxNested = 4

// mentionAround returns the entity of the narrowest mention that holds all of s, or 0.
func (b *builder) mentionAround(s whosaid.Span) whosaid.EntityID {
	ms := b.d.Mentions
	last := firstFrom(ms, s.Start+1) - 1
	for i := last; i >= 0 && i > last-maxNested; i-- {
		if ms[i].Contains(s) {
			return ms[i].Entity
		}
	}
	return 0
}

// mentionsIn returns the mentions that begin inside s: names, and others.
func (b *builder) mentionsIn(s whosaid.Span) (named, other []whosaid.Mention) {
	ms := b.d.Mentions
	i := sort.Search(len(ms), func(i int) bool { return ms[i].Start >= s.Start })
	for ; i < len(ms) && ms[i].Start < s.End; i++ {
		switch {
		case ms[i].End > s.End:
		case ms[i].Form == whosaid.MentionName:
			named = append(named, ms[i])
		default:
			other = append(other, ms[i])
		}
	}
	return named, other
}

func (b *builder) kind(id whosaid.EntityID) whosaid.EntityKind {
	if e := b.d.Entity(id); e != nil {
		return e.Kind
	}
	return ""
}

// people returns the people named in s, but not those who only own what the
// source is: "Huber's partner".
func (b *builder) people(s whosaid.Span, named []whosaid.Mention) []whosaid.EntityID {
	var ids []whosaid.EntityID
	complement := -1 // where one ended whose name only completes a phrase
	for _, m := range named {
		if b.kind(m.Entity) != whosaid.EntityPerson || b.possessed(m, s) {
			continue
		}
		if b.complement(m, s) || len(ids) > 0 && b.joined(complement, m.Start) {
			complement = m.End
			continue
		}
		if !slices.Contains(ids, m.Entity) {
			ids = append(ids, m.Entity)
		}
	}
	return ids
}

// joined reports whether nothing but "and" or a comma stands between two names, the first
// of which ends at end: "Ann Lee, sister of Bob Lee and Ed Lee".
func (b *builder) joined(end, start int) bool {
	if end < 0 {
		return false
	}
	first, last := b.d.TokensIn(whosaid.Span{Start: end, End: start})
	return last-first == 1 && (b.d.Tokens[first].Tag == "CC" || b.d.Tokens[first].Tag == ",")
}

// possessed reports whether an 's follows the mention inside s.
func (b *builder) possessed(m whosaid.Mention, s whosaid.Span) bool {
	rest := b.d.Slice(whosaid.Span{Start: m.End, End: s.End})
	for _, mark := range [...]string{"'s ", "’s ", "' ", "’ "} {
		if strings.HasPrefix(rest, mark) {
			return true
		}
	}
	return false
}

// owns reports whether an 's follows the mention anywhere.
func (b *builder) owns(m whosaid.Mention) bool {
	return b.possessed(m, whosaid.Span{Start: m.Start, End: len(b.d.Text)})
}

// complement reports whether a word before the mention makes it a part of
// another noun's phrase: "critics of Trump", "a spokesman for Johnson", "the
// Biden campaign". What the mention's own role is, it is called by: "the
// speaker of the parliament Ann Lee".
func (b *builder) complement(m whosaid.Mention, s whosaid.Span) bool {
	if b.roleIn(m.Entity, s) {
		return false
	}
	first, _ := b.d.TokensIn(m.Span)
	for k := first - 1; k >= 0 && b.d.Tokens[k].Start >= s.Start; k-- {
		t := b.d.Tokens[k]
		switch {
		case (t.Tag == "IN" || t.Tag == "TO") && b.d.Slice(t.Span) != "that":
			return true
		case t.Tag == "," || t.Tag == "CC" || strings.HasPrefix(t.Tag, "V") || b.d.Slice(t.Span) == ")":
			return b.followedByNoun(m, s)
		}
		if kind := b.namedAt(t.Span); kind != "" && kind != whosaid.EntityGroup {
			break
		}
	}
	return b.followedByNoun(m, s)
}

// roleIn reports whether the head of the source s is a role of the entity.
func (b *builder) roleIn(id whosaid.EntityID, s whosaid.Span) bool {
	e := b.d.Entity(id)
	if e == nil {
		return false
	}
	head := b.nounPhrase(s).head
	i := sort.Search(len(e.Roles), func(i int) bool { return e.Roles[i].Start >= s.Start })
	for ; i < len(e.Roles) && e.Roles[i].Start < s.End; i++ {
		if r := e.Roles[i]; s.Contains(r.Span) && r.Span.Overlaps(head) {
			return true
		}
	}
	return false
}

// namedAt is the kind of the name that the token at s is part of, or "".
func (b *builder) namedAt(s whosaid.Span) whosaid.EntityKind {
	ms := b.d.Mentions
	i := firstFrom(ms, s.Start+1)
	for n := 0; i > 0 && n < 4; n++ {
		if i--; ms[i].Form == whosaid.MentionName && ms[i].Contains(s) {
			return b.kind(ms[i].Entity)
		}
	}
	return ""
}

// followedByNoun reports whether a common noun follows the mention inside s.
func (b *builder) followedByNoun(m whosaid.Mention, s whosaid.Span) bool {
	_, end := b.d.TokensIn(m.Span)
	return end < len(b.d.Tokens) && b.d.Tokens[end].Start < s.End &&
		(b.d.Tokens[end].Tag == "NN" || b.d.Tokens[end].Tag == "NNS")
}
