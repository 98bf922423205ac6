package coref

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// partitive reads "one of the officers", "a group of residents": who is meant
// comes after.
func (w *walk) partitive(p *phrase, s *whosaid.Sentence) bool {
	word := w.low(p.head)
	if p.core+1 >= s.EndToken || w.low(p.core) != "of" || w.d.Tokens[p.head].Tag != "CD" && !p.few && w.r.lex.words[word]&isPart == 0 {
		return false
	}
	if w.d.Tokens[p.core+1].Tag == "PRP" {
		p.noun, p.sorts, p.end = "", generic, p.core+2
		return true
	}
	inner := phrase{first: p.core + 1, head: -1, owner: -1, by: -1}
	j := w.determiner(&inner, p.core+1, s)
	for ; j >= 0 && j < s.EndToken && j-p.core < longestPhrase; j++ {
		tag := w.d.Tokens[j].Tag
		if strings.HasPrefix(tag, "NN") && w.at[j] == 0 {
			inner.head = j
		} else if !strings.HasPrefix(tag, "JJ") && tag != "CD" && w.at[j] == 0 {
			break
		}
	}
	if inner.head < 0 {
		return false
	}
	if p.noun, p.sorts = w.r.lex.singular(w.low(inner.head)); p.sorts == 0 {
		return false
	}
	p.end = inner.head + 1
	if w.r.lex.words[word]&isPart != 0 {
		p.number = Crowd
	}
	if p.det == definite && !p.few {
		p.det = number
	}
	return true
}

// alone reads "both", "the two", "the five", "the injured" without a noun.
func (w *walk) alone(p *phrase, s *whosaid.Sentence) bool {
	if strings.HasPrefix(w.d.Tokens[p.head].Tag, "NN") || p.core < s.EndToken && w.begins(p.core) && w.d.Tokens[p.core].Tag != "DT" {
		return false
	}
	word := w.low(p.head)
	switch tag := w.d.Tokens[p.head].Tag; {
	case w.r.lex.words[word]&isPair != 0:
	case tag == "CD" && p.det == definite && p.number > One:
	default:
		return false
	}
	p.noun, p.sorts, p.end = "", generic, p.core
	return true
}

// personAt reports whether a person's name begins with token i: behind a noun it
// is whose title the words before it are, as in "Secretary of State Ann Lee".
func (w *walk) personAt(i int) bool {
	n := w.at[i]
	return n > 0 && w.names[n-1].First == i && w.ents[w.names[n-1].Entity].Kind == whosaid.EntityPerson
}

// tail takes in what hangs on a phrase by a preposition, or by an adjective and
// one: "a senior fellow at the institute", "two people familiar with the talks".
func (w *walk) tail(p *phrase, s *whosaid.Sentence) {
	i := p.core
	adjective := w.complemented(i, s)
	if adjective {
		i++
	}
	if i+1 >= s.EndToken || w.at[i] > 0 || !adjective && w.r.lex.words[w.low(i)]&isTailed == 0 {
		return
	}
	if w.low(i) != "of" && w.low(i) != "for" && (p.det == definite || p.det == this || p.det == owned) {
		return
	}
	end := -1
	for j := i + 1; j < s.EndToken && j-i <= longestTail; j++ {
		tag := w.d.Tokens[j].Tag
		switch {
		case end == j && w.personAt(j):
			j = s.EndToken
		case w.at[j] > 0, strings.HasPrefix(tag, "NN"):
			end = j + 1
		case tag == "DT" || tag == "PRP$" || strings.HasPrefix(tag, "JJ") || tag == "CD" || tag == "POS":
		default:
			j = s.EndToken
		}
	}
	if end < 0 || w.tree.BesideObject(w.tree.TopOf(i, end), p.head) {
		return
	}
	if w.r.lex.words[w.low(end-1)]&isTime == 0 && w.d.Tokens[end-1].Tag != "CD" {
		p.end = end
	}
}

// complemented reports whether token i is an adjective with a preposition behind
// it: "familiar with", "close to", where taggers see an adverb.
func (w *walk) complemented(i int, s *whosaid.Sentence) bool {
	if i+2 >= s.EndToken {
		return false
	}
	switch next := w.d.Tokens[i+1].Tag; w.d.Tokens[i].Tag {
	case "JJ":
		return (next == "IN" || next == "TO") && !w.is(i+1, isClause)
	case "RB":
		return next == "TO"
	}
	return false
}
