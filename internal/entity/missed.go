package entity

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
)

// longestEmployed bounds the words that are lower-cased to be looked up; all of
// the class are shorter.
const longestEmployed = 64

// scoreOfMissed is the share of such finds that were right in the training
// articles.
const scoreOfMissed = 0.7

// missed adds organizations that roles reveal: "vice president of Orbit.com",
// "Transport Ministry spokesman".
func missed(d *whosaid.Document, lex *lexicon, names []Name) []Name {
	names = withoutRoles(d, lex, names)
	found := names
	next := 0
	for i := range d.Tokens {
		t := &d.Tokens[i]
		for next < len(names) && names[next].End <= t.Start {
			next++
		}
		inName := next < len(names) && names[next].Overlaps(t.Span)
		if !strings.HasPrefix(t.Tag, "NN") || inName && names[next].Start != t.Start {
			continue
		}
		word := d.Slice(t.Span)
		if len(word) > longestEmployed || !lex.is(strings.ToLower(word), isEmployed) {
			continue
		}
		if s, ok := ownerAfter(d, lex, i, names[next:]); ok && !inName && !isUpper(word) {
			found = append(found, Name{s, whosaid.EntityOrganization, scoreOfMissed})
		}
		if s, ok := bodyBefore(d, lex, i, names[:next]); ok {
			found = append(found, Name{s, whosaid.EntityOrganization, scoreOfMissed})
		}
	}
	found = append(append(found, papers(d, lex)...), saidToBe(d, lex)...)
	if len(found) > len(names) {
		slices.SortStableFunc(found, func(a, b Name) int { return a.Start - b.Start })
		found = slices.CompactFunc(found, func(a, b Name) bool { return a.Overlaps(b.Span) })
	}
	return found
}

// papers are the newspapers whose names are common nouns: "told the Courier".
func papers(d *whosaid.Document, lex *lexicon) (found []Name) {
	for i := 1; i < len(d.Tokens); i++ {
		word := d.Slice(d.Tokens[i].Span)
		if len(word) <= longestEmployed && isUpper(word) && lex.is(word, isPaper) &&
			lex.is(strings.ToLower(d.Slice(d.Tokens[i-1].Span)), isArticle) && endsName(d, i+1) {
			found = append(found, Name{d.Tokens[i].Span, whosaid.EntityOrganization, scoreOfMissed})
		}
	}
	return found
}

// saidToBe are the words in capitals that a noun for a body says to be the name of one:
// "The regulator, Ofrail, said".
func saidToBe(d *whosaid.Document, lex *lexicon) (found []Name) {
	const longestName = 4
	for i := range d.Sentences {
		s := &d.Sentences[i]
		comma := s.FirstToken + 2
		end := comma + 1
		for end < s.EndToken && end-comma <= longestName && d.Tokens[end].Tag == "NNP" && isUpper(d.Slice(d.Tokens[end].Span)) {
			end++
		}
		if end > comma+1 && end < s.EndToken {
			span := whosaid.Span{Start: d.Tokens[comma+1].Start, End: d.Tokens[end-1].End}
			if followsFirm(d, lex, span, whosaid.EntityOrganization) {
				found = append(found, Name{span, whosaid.EntityOrganization, scoreOfMissed})
			}
		}
	}
	return found
}

// withoutRoles cuts names of people after a role in their middle: "Foreign
// Ministry Spokesperson Bo Day" is Bo Day, of the Foreign Ministry.
func withoutRoles(d *whosaid.Document, lex *lexicon, names []Name) []Name {
	for k := range names {
		if names[k].Kind != whosaid.EntityPerson {
			continue
		}
		first, end := d.TokensIn(names[k].Span)
		for i := end - 2; i > first; i-- {
			if word := d.Slice(d.Tokens[i].Span); len(word) <= longestEmployed && lex.is(strings.ToLower(word), isEmployed) {
				names[k].Start = d.Tokens[i+1].Start
				break
			}
		}
	}
	return names
}

// ownerAfter reads "of Orbit.com" after the role at token i; names are those
// from there on.
func ownerAfter(d *whosaid.Document, lex *lexicon, i int, names []Name) (whosaid.Span, bool) {
	const longestName = 5
	s := d.SentenceAt(d.Tokens[i].Start)
	if s < 0 {
		return whosaid.Span{}, false
	}
	end := d.Sentences[s].EndToken
	word := func(i int) string { return d.Slice(d.Tokens[i].Span) }
	if i+2 >= end || !lex.is(word(i+1), isEmploying) {
		return whosaid.Span{}, false
	}
	first := i + 2
	if lex.is(word(first), isArticle) {
		first++
	}
	j := first
	for j < end && j-first < longestName && d.Tokens[j].Tag == "NNP" && isUpper(word(j)) {
		j++
	}
	if j == first {
		return whosaid.Span{}, false
	}
	span := whosaid.Span{Start: d.Tokens[first].Start, End: d.Tokens[j-1].End}
	return span, !overlapsAny(span, names)
}

// bodyBefore reads "Transport Ministry" before the role at token i; names are
// those up to there.
func bodyBefore(d *whosaid.Document, lex *lexicon, i int, names []Name) (whosaid.Span, bool) {
	s := d.SentenceAt(d.Tokens[i].Start)
	if s < 0 || i == 0 || !lex.is(d.Slice(d.Tokens[i-1].Span), isBody) {
		return whosaid.Span{}, false
	}
	const longestName = 4
	first := i - 1
	for first > d.Sentences[s].FirstToken && i-first < longestName && strings.HasPrefix(d.Tokens[first-1].Tag, "NNP") &&
		isUpper(d.Slice(d.Tokens[first-1].Span)) &&
		!(len(names) > 0 && names[len(names)-1].Overlaps(d.Tokens[first-1].Span)) {
		first--
	}
	span := whosaid.Span{Start: d.Tokens[first].Start, End: d.Tokens[i-1].End}
	return span, first < i-1 && (len(names) == 0 || names[len(names)-1].End <= span.Start)
}

func overlapsAny(s whosaid.Span, names []Name) bool {
	for _, n := range names {
		if n.Start >= s.End {
			return false
		}
		if n.Overlaps(s) {
			return true
		}
	}
	return false
}
