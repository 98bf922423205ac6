package coref

import (
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/syntax"
)

// A part is what a mention does in its clause, as far as the words beside it
// tell.
type part uint8

const (
	other part = iota
	subject
	object
	owner // "Lee's", "his"
	after // a preposition
	agent // "by Lee"
	joined
	opening // at the start of a sentence, without a verb after it
	numParts
)

// verb reports whether token i is a finite verb.
func (w *walk) verb(i int) bool {
	switch w.d.Tokens[i].Tag {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

func (w *walk) word(i int) string { return w.d.Slice(w.d.Tokens[i].Span) }

func (w *walk) is(i int, f flags) bool { return w.r.lex.of(w.word(i))&f != 0 }

// grammar returns the part of the mention of tokens [first, end) in sentence s,
// and whether it is the subject of a verb of saying.
func (w *walk) grammar(first, end int, s *whosaid.Sentence) (p part, says bool) {
	toks := w.d.Tokens
	if end < s.EndToken && toks[end].Tag == "POS" || toks[end-1].Tag == "PRP$" {
		return owner, false
	}
	before := w.before(first, s)
	v := w.verbAfter(end, s)
	if v >= 0 && !w.underPreposition(before, s) && !w.endsClause(before, end, v, s) && !w.tree.InSubjectOf(first, v) {
		return subject, w.is(v, isSay)
	}
	if v := w.verbBehindClause(first, end, s); v >= 0 {
		return subject, w.is(v, isSay)
	}
	if before < s.FirstToken {
		return opening, false
	}
	switch tag := toks[before].Tag; {
	case tag == "IN" || tag == "TO":
		if strings.EqualFold(w.word(before), "by") {
			return agent, false
		}
		return after, false
	case w.is(before, isSay) && (end >= s.EndToken || !wordy(toks[end].Tag)): // “…,” said Lee.
		return subject, true
	case strings.HasPrefix(tag, "VB"):
		return object, false
	case tag == "CC" || tag == ",":
		return joined, false
	}
	return other, false
}

// wordy tags are those of words that could go on a noun phrase.
func wordy(tag string) bool { return strings.HasPrefix(tag, "NN") || tag == "POS" }

// before is the token before a mention and the words that belong to it: "the",
// "former President".
func (w *walk) before(first int, s *whosaid.Sentence) int {
	i := first - 1
	for n := 0; i >= s.FirstToken && n < 6; n++ {
		if !beforeName(w.d.Tokens[i].Tag) {
			return i
		}
		i--
	}
	return i
}

// beforeName are the tags of what may stand between the start of a phrase and a
// name in it.
func beforeName(tag string) bool {
	switch tag {
	case "DT", "PRP$", "POS", "CD", "``", "''":
		return true
	}
	return strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "JJ")
}

// underPreposition reports whether token i is a preposition that begins no
// clause: "for" in "a spokesman for Lee said".
func (w *walk) underPreposition(i int, s *whosaid.Sentence) bool {
	if i < s.FirstToken {
		return false
	}
	tag := w.d.Tokens[i].Tag
	return (tag == "IN" || tag == "TO") && !w.is(i, isClause)
}

// endsClause reports whether a mention that ends before token end is the object of
// the verb at token before, in a clause that ends there, rather than the subject
// of the verb at v: "Day, who met Lee, said".
func (w *walk) endsClause(before, end, v int, s *whosaid.Sentence) bool {
	return v == end+1 && w.d.Tokens[end].Tag == "," && before >= s.FirstToken && strings.HasPrefix(w.d.Tokens[before].Tag, "VB")
}

// verbAfter finds the finite verb that follows a mention, over adverbs and an
// apposition: "Lee, a nurse, then left". It is -1 if there is none.
func (w *walk) verbAfter(i int, s *whosaid.Sentence) int {
	const adverbs = 2
	i = w.behindBrackets(i, s)
	if i < s.EndToken && w.d.Tokens[i].Tag == "," {
		return w.verbBehind(i, s)
	}
	for n := 0; i < s.EndToken && n <= adverbs; n, i = n+1, i+1 {
		if w.verb(i) {
			return i
		}
		if tag := w.d.Tokens[i].Tag; tag != "RB" && tag != "-" {
			return -1
		}
	}
	return -1
}

// verbBehindClause is the verb whose subject a mention that ends before token end is,
// with a relative clause between them: "A driver who hit a dog said". It is -1 if there
// is none.
func (w *walk) verbBehindClause(first, end int, s *whosaid.Sentence) int {
	if w.relative(end, s.EndToken) == 0 {
		return -1
	}
	if at := w.seat(first, end); at.argument == syntax.Subject && int(at.clause) >= end {
		return int(at.clause)
	}
	return -1
}

// behindBrackets is the token behind the brackets that open at token i, or i if none do:
// "Lee (D-Ohio) said".
func (w *walk) behindBrackets(i int, s *whosaid.Sentence) int {
	const longest = 6
	if i >= s.EndToken || w.word(i) != "(" {
		return i
	}
	for j := i + 1; j < min(s.EndToken, i+longest); j++ {
		if w.word(j) == ")" {
			return j + 1
		}
	}
	return i
}

// verbBehind finds the verb after appositions and relative clauses, which begin
// with the comma at token i: "Lee, 59, of Ohio, who was there, said".
func (w *walk) verbBehind(i int, s *whosaid.Sentence) int {
	const longestApposition = 30
	for j := i; j+1 < s.EndToken && j-i <= longestApposition; j++ {
		if w.d.Tokens[j].Tag != "," {
			if w.d.Tokens[j-1].Tag == "," && w.personAt(j) {
				return -1 // a list
			}
			continue
		}
		if w.verb(j + 1) {
			return j + 1
		}
		if w.d.Tokens[j+1].Tag == "CC" {
			return -1
		}
	}
	return -1
}

// saysBehind reports whether a verb of saying follows what a noun phrase that ends
// before token i has behind it: "two people familiar with the matter said", "a
// woman who watched from her balcony told police".
func (w *walk) saysBehind(i int, s *whosaid.Sentence) bool {
	const longest = 12
	if i+1 >= s.EndToken {
		return false
	}
	clause := false // a relative one, which has a verb of its own
	switch w.d.Tokens[i].Tag {
	case "WP", "WDT":
		clause = true
	case "JJ", "VBN", "VBG":
	default:
		return false
	}
	for j := i + 1; j < s.EndToken && j-i <= longest; j++ {
		switch tag := w.d.Tokens[j].Tag; {
		case w.verb(j) && !clause:
			return w.is(j, isSay)
		case w.verb(j):
			if clause = false; w.is(j, isSay) {
				return false // what follows may be a clause of its own
			}
		case tag == "," || tag == "CC" || tag == "WP":
			return false
		}
	}
	return false
}

// between describes what stands between two tokens of one sentence: how many
// finite verbs, up to 3, and whether a clause begins.
func (w *walk) between(i, end int) (verbs int, clause bool) {
	const far = 40
	if end-i > far {
		return 3, true
	}
	for ; i < end; i++ {
		if w.verb(i) {
			verbs++
		} else if w.is(i, isClause) {
			clause = true
		}
	}
	return min(verbs, 3), clause
}

// expletive reports whether "it" means nothing, as what follows it shows: the
// weather or the time, "it has been raining", "it was Monday". A body can rain
// shells, too.
func (w *walk) expletive(a *anaphor) bool {
	const longestVerb = 5 // "it had not yet been raining"
	s := a.sentence
	for i := a.end; i < s.EndToken && i-a.end < longestVerb; i++ {
		switch f := w.r.lex.of(w.word(i)); {
		case f&isSky != 0:
			return i+1 == s.EndToken || !w.rains(i+1)
		case f&isTime != 0 && !w.verb(i):
			return w.is(i-1, isBe)
		case f&isBe == 0 && !w.verb(i) && w.d.Tokens[i].Tag != "RB":
			return false
		}
	}
	return false
}

// said reports whether "it" is what somebody says or denies, and so no thing or body:
// "Lee has denied it".
func (w *walk) said(a *anaphor) bool {
	if w.low(a.first) != "it" || w.tree.Relation(a.first) != syntax.Obj || !w.is(w.tree.Head(a.first), isSay) {
		return false
	}
	if a.end == a.sentence.EndToken {
		return true
	}
	switch w.d.Tokens[a.end].Tag { // else a clause may begin with it
	case ".", ",", ":", "CC", "IN", "''":
		return true
	}
	return false
}

// written reports whether "it" is what is written and says more: "The report came on Monday.
// It said", “Keep out,” it read. It may look at all of the sentence before, so only at the start
// of one.
func (w *walk) written(a *anaphor) bool {
	if w.quote != 0 {
		return false
	}
	if a.end < a.sentence.EndToken && w.is(a.end, isReading) && w.closed > w.sentence0 && w.followsQuote(a.first) {
		return true
	}
	if !a.says || w.sent == 0 || a.first != a.sentence.FirstToken {
		return false
	}
	s := &w.d.Sentences[w.sent-1]
	i := w.tree.Topic(s.FirstToken, s.EndToken)
	return i >= 0 && w.at[i] == 0 && w.is(i, isDocument) || w.posted(s)
}

// posted reports whether the sentence s tells of something new that says something: "You
// came back to a yellow flyer under your wiper."
func (w *walk) posted(s *whosaid.Sentence) bool {
	const adjectives = 3
	for i := s.FirstToken; i < s.EndToken; i++ {
		if !w.is(i, isNotice) {
			continue
		}
		for k := i - 1; k >= max(s.FirstToken, i-1-adjectives); k-- {
			if w.is(k, isOne) {
				return true
			}
		}
	}
	return false
}

// rains reports whether token i is what somebody rains on others: "rained
// shells", "rained down fire".
func (w *walk) rains(i int) bool {
	tag := w.d.Tokens[i].Tag
	return tag == "RP" || strings.HasPrefix(tag, "NN") && !w.is(i, isTime)
}
