package quote

import (
	"sort"
	"strings"

	"github.com/whosaid/whosaid"
)

// A phrase is a source looked at as a noun phrase.
type phrase struct {
	head     whosaid.Span // its head noun or pronoun
	word     string       // the head in lower case
	tag      string
	plural   bool
	definite bool // "the", "this", "his"
	first    int  // tokens
	end      int
}

// afterHead are the tags, besides those of verbs, of what follows the head of a
// noun phrase.
var afterHead = map[string]bool{
	"IN": true, ",": true, "TO": true, "(": true, "-LRB-": true, "CC": true, "WDT": true, "WP": true,
}

// nounPhrase finds the head of s: the last noun before a preposition, comma,
// verb or bracket.
func (b *builder) nounPhrase(s whosaid.Span) phrase {
	first, end := b.d.TokensIn(s)
	p := phrase{first: first, end: end, head: s}
	for k := first; k < end; k++ {
		t := b.d.Tokens[k]
		w := strings.ToLower(b.d.Slice(t.Span))
		if k == first {
			p.definite = b.words.is(w, wDefinite)
		}
		if b.inDate(t.Span) {
			continue // "a March 14, 2019, report"
		}
		if k > first && p.tag != "" && endsPhrase(t.Tag) && !b.withinName(k) && !b.hyphened(k) {
			break
		}
		switch {
		case b.hyphened(k):
			p.tag = "" // "Salford-based" belongs to the head
		case t.Tag == "POS" || w == "'s" || w == "’s":
			p.tag = "" // what stood before owns the head
		case strings.HasPrefix(t.Tag, "NN"), t.Tag == "PRP", t.Tag == "PRP$" && first+1 == end:
			p.head, p.word, p.tag = t.Span, w, t.Tag
		}
	}
	p.plural = p.tag == "NNS" || p.tag == "NNPS" || b.words.is(p.word, wPlural)
	return p
}

// hyphened reports whether a hyphen joins token k to the word before it: "based" in
// "Salford-based".
func (b *builder) hyphened(k int) bool {
	return k > 1 && b.d.Slice(b.d.Tokens[k-1].Span) == "-" && b.d.Tokens[k-2].End == b.d.Tokens[k-1].Start &&
		b.d.Tokens[k-1].End == b.d.Tokens[k].Start && strings.HasPrefix(b.d.Tokens[k].Tag, "VB")
}

// withinName reports whether token k stands between two others of a name: "of" in "Bank of
// Botswana".
func (b *builder) withinName(k int) bool {
	return k > 0 && k+1 < len(b.d.Tokens) && b.namedAt(whosaid.Span{Start: b.d.Tokens[k-1].Start, End: b.d.Tokens[k+1].End}) != ""
}

// endsPhrase reports whether a tag is of what follows the head of a noun phrase.
func endsPhrase(tag string) bool { return afterHead[tag] || strings.HasPrefix(tag, "VB") }

// headMention returns the entity of the mention that holds the head of the
// phrase.
func headMention(p phrase, ms []whosaid.Mention) whosaid.EntityID {
	for _, m := range ms {
		if m.Contains(p.head) {
			return m.Entity
		}
	}
	return 0
}

// bodyBefore returns the body whose name stands right before the head of the phrase, which
// says what it is: "the Herald newspaper".
func (b *builder) bodyBefore(p phrase, named []whosaid.Mention) whosaid.EntityID {
	if !b.words.is(p.word, wKind) {
		return 0
	}
	head, _ := b.d.TokensIn(p.head)
	for _, m := range named {
		if _, end := b.d.TokensIn(m.Span); end == head && b.kind(m.Entity) == whosaid.EntityOrganization {
			return m.Entity
		}
	}
	return 0
}

// antecedent returns the person that the source "who" means: who is mentioned right
// before it, or before what that is of: "her son, Pieter, who", "Ann Lee of Lund, who".
func (b *builder) antecedent(s whosaid.Span) whosaid.EntityID {
	k, _ := b.d.TokensIn(s)
	if k == 0 || b.low(k) != "who" {
		return 0
	}
	if b.low(k-1) == "," {
		k--
	}
	ms := b.d.Mentions
	i := firstFrom(ms, s.Start)
	of := k // where what somebody is of begins
	for n := 0; i > 0 && n < maxNested; n++ {
		i--
		first, end := b.d.TokensIn(ms[i].Span)
		switch {
		case b.kind(ms[i].Entity) == whosaid.EntityPerson && (end == k || b.isOf(end, of)):
			return ms[i].Entity
		case end == k:
			of = first
		}
	}
	return 0
}

// isOf reports whether the tokens from first on, up to end, are a preposition and words
// before a noun: "of the".
func (b *builder) isOf(first, end int) bool {
	if first >= end || b.d.Tokens[first].Tag != "IN" {
		return false
	}
	return !b.anyEnd(first+1, end)
}

// backOff guesses whom "he" or "she" without a mention means: the last speaker who fits,
// nearby. "It" is left open where coreference leaves it so, since a guess is wrong as often
// as not.
func (b *builder) backOff(q *whosaid.Quote, p phrase, named bool) whosaid.EntityID {
	if named || !b.words.is(p.word, wPerson) {
		return 0
	}
	para := b.paragraph(q.Source.Start)
	fits := func(e whosaid.EntityID) bool { return b.kind(e) == whosaid.EntityPerson && b.agrees(e, p) }
	if last := b.spokeLast(para, fits); last != 0 {
		return last
	}
	return b.lastNamed(q, para, fits)
}

// spokeLast is who spoke last of those that fit, in or near the paragraph para.
func (b *builder) spokeLast(para int, fits func(whosaid.EntityID) bool) whosaid.EntityID {
	for _, t := range b.talk.last {
		if t.paragraph < para-2 {
			break
		}
		if t.entity != 0 && fits(t.entity) {
			return t.entity
		}
	}
	return 0
}

// agrees reports whether the pronoun p can mean somebody by what the text shows of
// their gender.
func (b *builder) agrees(id whosaid.EntityID, p phrase) bool {
	switch b.d.Entity(id).Gender {
	case whosaid.GenderFemale:
		return !b.words.is(p.word, wHe)
	case whosaid.GenderMale:
		return !b.words.is(p.word, wShe)
	}
	return true
}

// lastNamed returns whoever is named last before the source of q in the same or the
// paragraph before, of those that fit. Who is named in what q says does not say it.
func (b *builder) lastNamed(q *whosaid.Quote, para int, fits func(whosaid.EntityID) bool) whosaid.EntityID {
	ms := b.d.Mentions
	i := firstFrom(ms, q.Source.Start)
	for n := 0; i > 0 && n < 24; n++ {
		i--
		if b.paragraph(ms[i].Start) < para-1 {
			break
		}
		if m := &ms[i]; m.Form == whosaid.MentionName && fits(m.Entity) && !q.Contains(m.Span) {
			return m.Entity
		}
	}
	return 0
}

// firstFrom is the first of the mentions that begins from an offset on.
func firstFrom(ms []whosaid.Mention, at int) int {
	return sort.Search(len(ms), func(i int) bool { return ms[i].Start >= at })
}

// initials returns the person whose initials the label s is: "WSS" for
// William S. Saturn.
func (b *builder) initials(s whosaid.Span) []whosaid.EntityID {
	label := b.d.Slice(s)
	if len(label) < 2 || len(label) > 4 || strings.ToUpper(label) != label {
		return nil
	}
	if b.byInitials == nil {
		b.byInitials = map[string]whosaid.EntityID{}
		b.noteInitials(func(e *whosaid.Entity) []string { return []string{e.Name} })
		b.noteInitials(func(e *whosaid.Entity) []string { return e.Aliases })
	}
	if id := b.byInitials[label]; id != 0 {
		return []whosaid.EntityID{id}
	}
	return nil
}

// noteInitials makes people known by the initials of these names, unless somebody else has
// them.
func (b *builder) noteInitials(names func(*whosaid.Entity) []string) {
	for i := range b.d.Entities {
		e := &b.d.Entities[i]
		if e.Kind != whosaid.EntityPerson {
			continue
		}
		for _, name := range names(e) {
			if k := initialsOf(name); b.byInitials[k] == 0 {
				b.byInitials[k] = e.ID
			}
		}
	}
}

func initialsOf(name string) string {
	var out []byte
	for _, w := range strings.Fields(name) {
		out = append(out, w[0])
	}
	return string(out)
}
