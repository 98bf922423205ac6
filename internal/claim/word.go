package claim

import (
	"strings"

	"github.com/whosaid/whosaid/internal/tag"
)

// A pos is a part of speech, as coarse as clauses need it.
type pos uint8

// The parts of speech.
const (
	pOther pos = iota
	pNoun
	pName
	pPronoun
	pDet
	pAdj
	pAdv
	pNum
	pPast    // VBD
	pThirds  // VBZ
	pPresent // VBP
	pModal
	pBase // VB
	pParticiple
	pGerund
	pTo
	pPrep
	pWh
	pConj
	pComma
	pStop
	pColon
	pOpen
	pClose
	pQuote
	pThere
	pPossessive
)

// finite reports whether p is a finite verb.
func (p pos) finite() bool { return p.in(finites) }

// look looks a word up by its lower-case form.
func (r *reading) look(s string) lexeme {
	if len(s) > len(r.buf) {
		return lexeme{}
	}
	for i := 0; i < len(s); i++ {
		b := s[i]
		if 'A' <= b && b <= 'Z' {
			b += 'a' - 'A'
		}
		r.buf[i] = b
	}
	return r.f.words[string(r.buf[:len(s)])]
}

// readWord reads token i, whose text is s, and corrects what taggers often get
// wrong: short forms of verbs after a curly apostrophe, past forms taken for the
// present, and words of tags.txt.
func (r *reading) readWord(i int, s string) {
	w := &r.words[i]
	x := r.look(s)
	*w = word{class: x.class, pos: posTags[r.d.Tokens[i].Tag]}
	switch {
	case w.class&(cBe|cHave|cFuture) != 0 && (strings.HasPrefix(s, "’") || strings.HasPrefix(s, "'")) && !strings.HasSuffix(s, "s"):
		w.pos = pPresent
		if w.class&cFuture != 0 {
			w.pos = pModal
		}
	case w.pos == pPresent && w.class&(cBe|cHave) == 0 && (strings.HasSuffix(s, "ed") && len(s) > 4 || r.f.irregularPast(s)):
		w.pos = pPast
	case w.pos == pPresent && x.verb&vAlike != 0 && i > 0 && r.words[i-1].pos.in(nouns):
		w.pos = pPast // "workers quit"
	}
	if i > 0 {
		w.mendAfter(&r.words[i-1], s)
	}
	switch {
	case x.pos != pOther:
		w.pos = x.pos
	case w.class&cPastOnly != 0 && (w.pos == pNoun || w.pos == pAdj):
		w.pos = pPast
	}
}

// A word is what is known of one token.
type word struct {
	class   class
	owner   quoteID // innermost quote with propositional content, or 0
	cue     quoteID // quote that it is the cue of, or 0
	source  quoteID // quote that it is the source of, or 0
	speaks  quoteID // quote whose source begins with it, of any kind, or 0
	pos     pos
	mention bool // part of a mention
	date    bool // part of a date
}

// A quoteID is a whosaid.QuoteID in half the memory.
type quoteID int32

// mendAfter corrects a noun taken for a verb after an adjective ("in several
// disputes"), and a verb taken for a noun after an auxiliary ("cannot pass").
func (w *word) mendAfter(before *word, s string) {
	switch {
	case w.pos == pNoun && before.pos == pModal && s[0] >= 'a' && s[0] <= 'z' && !strings.HasSuffix(s, "s"):
		w.pos = pBase
	case w.pos == pThirds && before.pos == pAdj && w.class&(cBe|cHave|cDo) == 0:
		w.pos = pNoun
	}
}

// verbClass is the classes of the dictionary form of token t.
func (r *reading) verbClass(t int) verbClass { return r.f.words[r.f.lemma(r.text(t))].verb }

// text is the text of token t.
func (r *reading) text(t int) string { return r.d.Slice(r.d.Tokens[t].Span) }

// is reports whether token t is a function word of a class.
func (r *reading) is(t int, c function) bool { return r.look(r.text(t)).function&c != 0 }

// isThat reports whether token t is the "that" which begins a clause, and no pronoun.
func (r *reading) isThat(t int) bool { return r.words[t].pos == pPrep && r.is(t, fComplementizer) }

// has reports whether token t is of a class.
func (r *reading) has(t int, c class) bool { return r.words[t].class&c != 0 }

// at is word i of a clause.
func (r *reading) at(cl *clause, i int) *word { return &r.words[cl.toks[i]] }

// afterAdverbs is the index of the first of toks from i on that is no adverb, or
// their number.
func (r *reading) afterAdverbs(toks []int, i int) int {
	for i < len(toks) && r.words[toks[i]].pos == pAdv {
		i++
	}
	return i
}

// hasLetter reports whether s may have a letter or a digit.
func hasLetter(s string) bool { return strings.ContainsFunc(s, mayBeLetter) }

func mayBeLetter(c rune) bool {
	switch {
	case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9':
		return true
	case c >= 0xC0 && c < 0x2000, c > 0x2FFF: // not the blocks of punctuation and symbols
		return true
	}
	return false
}

// posTags are the tags of the Penn Treebank as parts of speech.
var posTags = map[string]pos{
	"NN": pNoun, "NNS": pNoun, "NNP": pName, "NNPS": pName, "PRP": pPronoun, "EX": pThere, "POS": pPossessive,
	"DT": pDet, "PDT": pDet, "PRP$": pDet, "JJ": pAdj, "JJR": pAdj, "JJS": pAdj, "RB": pAdv, "RBR": pAdv, "RBS": pAdv,
	"CD": pNum, "$": pNum, "IN": pPrep, "CC": pConj, "WDT": pWh, "WP": pWh, "WP$": pWh, "WRB": pWh,
	"VBD": pPast, "VBZ": pThirds, "VBP": pPresent, "MD": pModal, "VB": pBase, "VBN": pParticiple, "VBG": pGerund, "TO": pTo,
	",": pComma, ".": pStop, ":": pColon, "``": pQuote, "''": pQuote, "\"": pQuote,
}

type posSet = tag.Set[pos]

func setOf(list ...pos) posSet { return tag.SetOf(list...) }

func (p pos) in(s posSet) bool { return s.Has(p) }

// Sets of parts of speech that several rules ask for.
var (
	finites = setOf(pPast, pThirds, pPresent, pModal)
	verbs   = finites | setOf(pParticiple, pGerund, pBase)
	nouns   = setOf(pNoun, pName)
	nominal = nouns | setOf(pAdj, pNum, pDet, pPronoun) // words of a noun phrase
)
