package quote

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// isDocument reports whether the head of a source is a word for a document, data or a
// sign, which speak in somebody's name, and is no name itself: "the Daily Record".
func (b *builder) isDocument(p phrase) bool {
	return b.words.is(p.word, wDocument|wRecord) && b.namedAt(p.head) == ""
}

// author returns who speaks through the document p: "a statement issued by the union",
// "CNN's projections", "the ministry's website". It is nobody whom the document is
// about, or who was sent or shown it.
func (b *builder) author(p phrase, mentions ...[]whosaid.Mention) whosaid.EntityID {
	for _, made := range []func(phrase, whosaid.Mention) bool{b.madeBy, b.isOwner, b.isBefore} {
		for _, ms := range mentions {
			for _, m := range ms {
				if k := b.kind(m.Entity); k != whosaid.EntityOrganization && k != whosaid.EntityPerson {
					continue
				}
				if !m.Overlaps(p.head) && made(p, m) {
					return m.Entity
				}
			}
		}
	}
	return 0
}

// makers are the mentions in what stands between commas behind a document and tells who made
// it: "The letter, signed by Ann Lee, said".
func (b *builder) makers(document whosaid.Span) []whosaid.Mention {
	const longest = 16
	_, first := b.d.TokensIn(document)
	if first+1 >= len(b.d.Tokens) || b.d.Tokens[first].Tag != "," || !b.words.is(b.low(first+1), wMade) {
		return nil
	}
	for k := first + 1; k < min(first+longest, len(b.d.Tokens)); k++ {
		if b.d.Tokens[k].Tag == "," {
			named, _ := b.mentionsIn(whosaid.Span{Start: b.d.Tokens[first].Start, End: b.d.Tokens[k].Start})
			return named
		}
	}
	return nil
}

// isOwner reports whether the document p is called that of whom a mention before it means:
// "the union's letter", "her note".
func (b *builder) isOwner(p phrase, m whosaid.Mention) bool {
	head, _ := b.d.TokensIn(p.head)
	first, end := b.d.TokensIn(m.Span)
	if end > head || b.anyEnd(end, head) {
		return false
	}
	return b.d.Tokens[first].Tag == "PRP$" || b.d.Tokens[end].Tag == "POS"
}

// isBefore reports whether a mention is a modifier of the document p, and does not only
// say where that stands: "an Orbit Labs memo", not "a Twitter post".
func (b *builder) isBefore(p phrase, m whosaid.Mention) bool {
	head, _ := b.d.TokensIn(p.head)
	_, end := b.d.TokensIn(m.Span)
	return end <= head && !b.anyEnd(end, head) && !b.words.is(strings.ToLower(b.d.Slice(m.Span)), wMedium)
}

// madeBy reports whether words behind the document p say that who is mentioned there
// made it: "a letter from the union", "a paper published in June by Ann Lee".
func (b *builder) madeBy(p phrase, m whosaid.Mention) bool {
	head, _ := b.d.TokensIn(p.head)
	first, _ := b.d.TokensIn(m.Span)
	k := b.beforePhrase(first-1, head)
	if k > head && b.d.Tokens[k].Tag == "," {
		k = b.beforePhrase(k-1, head) // "by its chairman, Ann Lee"
	}
	if k <= head || b.d.Tokens[first].Tag == "PRP$" {
		return false
	}
	switch w := b.low(k); {
	case b.owns(m):
		return false // "by CNN's Ann Lee"
	case b.words.is(w, wAgent|wOrigin):
		return b.made(head+1, k)
	case w == "of":
		return k == head+1 && !b.words.is(p.word, wTopical)
	}
	return false
}

// beforePhrase is the last token up to k that does not belong to what stands before a name,
// or head: "by" of "by the lawyer", "by Secretary of State".
func (b *builder) beforePhrase(k, head int) int {
	for k > head && (!endsPhrase(b.d.Tokens[k].Tag) || b.inTitle(k)) {
		k--
	}
	return k
}

// inTitle reports whether token k is the "of" of a title: "Secretary of State".
func (b *builder) inTitle(k int) bool {
	return k > 0 && k+1 < len(b.d.Tokens) && b.low(k) == "of" && b.d.Tokens[k-1].Tag == "NNP" && b.d.Tokens[k+1].Tag == "NNP"
}

// anyEnd reports whether what follows the head of a noun phrase is among the tokens
// from first to end.
func (b *builder) anyEnd(first, end int) bool {
	for _, t := range b.d.Tokens[first:end] {
		if endsPhrase(t.Tag) {
			return true
		}
	}
	return false
}

// made reports whether the last verb among the tokens from first to end, if there is
// one, is one of making: a letter written by Ann Lee is hers, one seen by her is not.
func (b *builder) made(first, end int) bool {
	for k := end - 1; k >= first; k-- {
		if strings.HasPrefix(b.d.Tokens[k].Tag, "VB") {
			return b.words.is(b.low(k), wMade)
		}
	}
	return true
}

// lastSpeaker is who spoke last, near the source s, whom "the statement" is of if its
// phrase tells no more.
func (b *builder) lastSpeaker(s whosaid.Span, p phrase, named []whosaid.Mention) whosaid.EntityID {
	if !b.words.is(p.word, wDocument) || !p.definite || p.plural || len(named) > 0 {
		return 0
	}
	return b.spokeLast(b.paragraph(s.Start), func(whosaid.EntityID) bool { return true })
}
