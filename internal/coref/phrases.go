package coref

import (
	"strconv"
	"strings"

	"github.com/whosaid/whosaid"
)

// A det is what a noun phrase begins with.
type det uint8

const (
	bare      det = iota
	article       // "a", "some"
	definite      // "the"
	this          // "this", "those"
	owned         // "his", "Lee's"
	number        // "two"
	different     // "another", "the other"
	numDets
)

// A phrase is a noun phrase whose head is a noun for people or bodies.
type phrase struct {
	first, end int // tokens
	core       int // where its head ends
	head       int
	noun       string // the head in small letters and in the singular
	sorts      sort
	det        det
	number     Number
	gender     Gender
	owner      int32 // whose it is, or -1
	by         int32 // the name before its head, "the Chinese president", or -1
	few        bool  // "both", "the two"
	exact      int   // how many the text says they are, or 0
}

const (
	longestPhrase = 10 // tokens up to the head
	longestTail   = 7  // and behind it
)

// phrases reads the noun phrases that begin at token i, those inside first: "the
// club", "the club's coach".
func (w *walk) phrases(i int, s *whosaid.Sentence) {
	first, at, owner, kind := i, i, int32(-1), bare
	if n := w.at[i]; n > 0 && w.names[n-1].First == i && w.pos(w.names[n-1].End, s) {
		at, owner, kind = w.names[n-1].End+1, int32(w.names[n-1].Entity), owned
	}
	for n := 0; n < 4 && at < s.EndToken; n++ {
		p, ok := w.core(at, s)
		w.until = max(w.until, p.core)
		if ok {
			p.first = first
			if kind == owned {
				p.det, p.owner = owned, owner
			}
			owner = w.refer(&p, s)
		} else {
			owner = -1
		}
		if p.core <= at || !w.pos(p.core, s) {
			return
		}
		at, kind = p.core+1, owned
	}
}

// pos reports whether token i is an 's.
func (w *walk) pos(i int, s *whosaid.Sentence) bool {
	return i < s.EndToken && w.d.Tokens[i].Tag == "POS"
}

// nounAt is the head of a phrase in small letters, with the word before it where both
// are a body and the head alone is somebody: "coast-guard".
func (w *walk) nounAt(p *phrase) string {
	word := w.low(p.head)
	if p.head > p.first && w.r.lex.nouns[word]&people != 0 {
		if both := w.low(p.head-1) + "-" + word; w.r.lex.nouns[both]&bodies != 0 {
			return both
		}
	}
	return word
}

// begins reports whether a noun phrase may begin with token i.
func (w *walk) begins(i int) bool {
	switch tag := w.d.Tokens[i].Tag; tag {
	case "DT", "PRP$", "CD", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "PDT":
		return true
	case "VBN", "VBG":
		return !w.governs(i)
	}
	return w.r.lex.nouns[w.low(i)]&few != 0
}

// governs reports whether the participle at token i is a verb with its object rather
// than part of a noun phrase: "had interviewed witnesses", "questioning two men".
func (w *walk) governs(i int) bool {
	if i > w.sentence0 && strings.HasPrefix(w.d.Tokens[i-1].Tag, "VB") {
		return true
	}
	if i+1 == len(w.d.Tokens) {
		return false
	}
	switch w.d.Tokens[i+1].Tag {
	case "CD", "DT", "PRP$":
		return true
	}
	return false
}

// thing reports whether the noun of a phrase, though one for people, means a thing
// here: "her head", "the count".
func (w *walk) thing(p *phrase, noun string) bool {
	f := w.r.lex.words[noun]
	return f&isThing != 0 && w.word(p.head) == noun || f&isOwn != 0 && pronouns[w.low(p.first)].gender != 0
}

// who reports whether "who" follows at token i, which makes a person of any noun: "a
// falconer, who …".
func (w *walk) who(i int, s *whosaid.Sentence) bool {
	if i < s.EndToken && w.d.Tokens[i].Tag == "," {
		i++
	}
	return i < s.EndToken && w.word(i) == "who"
}

// oneOf reports whether token i ends the name of a people and means one of them: "the
// Serb", but not "the Serbs" or "the French", nor the name itself if the article at
// token first is part of it.
func (w *walk) oneOf(name int32, first, i int) bool {
	n := w.at[i]
	if n == 0 || w.at[first] == n || name != int32(w.names[n-1].Entity) || w.ents[name].Kind != whosaid.EntityGroup {
		return false
	}
	word := w.low(i)
	return !strings.HasSuffix(word, "s") && w.r.lex.words[word]&isPeople == 0
}

// low is token i in small letters, or nothing if it is long.
func (w *walk) low(i int) string {
	var buf [longest]byte
	return string(lower(w.word(i), &buf))
}

// core reads a noun phrase from token i to its head. It always returns where the
// words of one end, and ok if the head is a noun for people or bodies.
func (w *walk) core(i int, s *whosaid.Sentence) (p phrase, ok bool) {
	p = phrase{first: i, head: -1, owner: -1, by: -1}
	j := w.determiner(&p, i, s)
	if j < 0 {
		p.core = i + 1
		return p, false
	}
	start := j
	for ; j < s.EndToken && j-i < longestPhrase; j++ {
		if n := w.at[j]; n > 0 {
			if w.ents[w.names[n-1].Entity].Kind == whosaid.EntityPerson {
				break
			}
			p.by = int32(w.names[n-1].Entity)
			j = min(w.names[n-1].End, s.EndToken) - 1
			continue
		}
		switch tag := w.d.Tokens[j].Tag; {
		case j+1 < s.EndToken && w.at[j+1] > 0 && isAge(w.low(j)): // "the 20-year-old Swede"
		case strings.HasPrefix(tag, "NN"):
			p.head = j
		case tag == "CD" && p.head < 0:
			w.count(&p, j)
		case strings.HasPrefix(tag, "JJ"), tag == "-", tag == "HYPH":
		case p.head < 0 && (tag == "VBN" || tag == "VBG"): // "the injured man"
		case tag == "RB" && j == start && j+1 < s.EndToken: // "a very old man"
		default:
			return p, w.close(&p, j, s)
		}
	}
	return p, w.close(&p, j, s)
}

// determiner reads what p begins with and returns the token after it, or -1
// where what follows is nobody.
func (w *walk) determiner(p *phrase, i int, s *whosaid.Sentence) int {
	word := w.low(i)
	switch f := w.r.lex.words[word]; {
	case f&isNone != 0:
		return -1
	case f&isOther != 0:
		p.det = different
		return i + 1
	case word == "the":
		p.det = definite
	case f&isOne != 0:
		p.det = article
	case f&isSome != 0:
		p.det, p.number = article, Several
	case f&isThis != 0:
		p.det = this
	case f&isPair != 0:
		p.det, p.few, p.number, p.exact = definite, true, Several, 2
	default:
		switch w.d.Tokens[i].Tag {
		case "PRP$":
			p.det, p.owner = owned, w.ownerAt(i)
			return i + 1
		case "CD":
			p.det = number
			w.count(p, i)
			return i + 1
		case "DT", "PDT":
			return i + 1
		}
		return i
	}
	if i+1 < s.EndToken && w.r.lex.words[w.low(i+1)]&isOther != 0 {
		p.det = different
		return i + 2
	}
	return i + 1
}

// ownerAt is whom the possessive at token i means, or -1.
func (w *walk) ownerAt(i int) int32 {
	if n := len(w.links); n > 0 && w.links[n-1].First == i {
		return int32(w.links[n-1].Entity)
	}
	return -1
}

// count reads a numeral.
func (w *walk) count(p *phrase, i int) {
	p.exact = w.r.lex.numerals[w.low(i)]
	if n, err := strconv.Atoi(w.low(i)); err == nil {
		p.exact = max(n, 0)
	}
	switch word := w.low(i); {
	case word == "one" || word == "1":
	case word == "two" || word == "2":
		p.number, p.few = Several, p.det == definite
	case w.r.lex.words[word]&isMany != 0 || len(word) > 2 && '0' <= word[0] && word[0] <= '9':
		p.number = Crowd
	default:
		p.number = Several
	}
}

// close ends a phrase before token j.
func (w *walk) close(p *phrase, j int, s *whosaid.Sentence) bool {
	switch last := j - 1; {
	case p.head >= 0:
		p.core = p.head + 1
	case (p.det == definite || p.det == article) && p.number == One && w.oneOf(p.by, p.first, last):
		p.head, p.core, p.end, p.by = last, j, j, -1
		p.noun, p.sorts = w.low(last), w.r.lex.nouns["person"]
		return true
	case last >= p.first && w.at[last] == 0 && (p.det == definite || p.few || p.det == number):
		p.head, p.core = last, j
	default:
		p.core = max(j, p.first+1)
		return false
	}
	p.end = p.core
	if w.partitive(p, s) || w.alone(p, s) {
		return true
	}
	word := w.nounAt(p)
	if p.noun, p.sorts = w.r.lex.singular(word); p.sorts == 0 && strings.HasPrefix(w.d.Tokens[p.head].Tag, "NN") && w.who(p.core, s) {
		p.sorts = listed
	}
	if p.sorts == 0 || w.thing(p, word) {
		return false
	}
	if tag := w.d.Tokens[p.head].Tag; p.noun != word || tag == "NNS" && p.sorts&people != 0 {
		p.number = max(p.number, Several)
	}
	if p.number == Several && (p.det == bare || p.det == number) && p.sorts&crowd != 0 || p.noun == "crowd" {
		p.number = Crowd
	}
	if p.sorts&(few|crowd) != 0 {
		p.number = max(p.number, Several)
	}
	if p.sorts&few != 0 && p.exact == 0 {
		p.exact = w.r.lex.numerals[p.noun]
	}
	if p.sorts&few != 0 && p.det == definite {
		p.few = true
	}
	p.gender = w.r.lex.genderOf(p.noun)
	w.tail(p, s)
	return true
}
