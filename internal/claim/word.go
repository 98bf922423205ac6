package claim

import (
	"strings"
)

// A pos is a part of speech, as coarse as the clause splitter needs it.
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

// posOf is the part of speech of a tag of the Penn Treebank.
func posOf(tag string) pos {
	switch tag {
	case "NN", "NNS":
		return pNoun
	case "NNP", "NNPS":
		return pName
	case "PRP":
		return pPronoun
	case "DT", "PDT", "PRP$":
		return pDet
	case "JJ", "JJR", "JJS":
		return pAdj
	case "RB", "RBR", "RBS":
		return pAdv
	case "CD", "$":
		return pNum
	case "VBD":
		return pPast
	case "VBZ":
		return pThirds
	case "VBP":
		return pPresent
	case "MD":
		return pModal
	case "VB":
		return pBase
	case "VBN":
		return pParticiple
	case "VBG":
		return pGerund
	case "TO":
		return pTo
	case "IN":
		return pPrep
	case "WDT", "WP", "WP$", "WRB":
		return pWh
	case "CC":
		return pConj
	case ",":
		return pComma
	case ".":
		return pStop
	case ":":
		return pColon
	case "``", "''", "\"":
		return pQuote
	case "EX":
		return pThere
	case "POS":
		return pPossessive
	}
	return pOther
}

// finite reports whether p is a finite verb.
func (p pos) finite() bool { return p >= pPast && p <= pModal }

// A word is what is known of one token.
type word struct {
	class   class
	owner   quoteID // innermost quote with propositional content, or 0
	cue     quoteID // quote that it is the cue of, or 0
	source  quoteID // quote that it is the source of, or 0
	pos     pos
	mention bool // part of a mention
	date    bool // part of a date
}

// A quoteID is a whosaid.QuoteID in half the memory.
type quoteID int32

// classOf looks a word up by its lower-case form.
func (r *reading) classOf(s string) class {
	if len(s) > len(r.buf) {
		return 0
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

// mend puts right what the tagger often gets wrong: short forms of verbs after
// a curly apostrophe, and past forms taken for the present.
func (r *reading) mend(i int, s string) {
	w := &r.words[i]
	switch {
	case w.class&(cBe|cHave|cFuture) != 0 && (strings.HasPrefix(s, "’") || strings.HasPrefix(s, "'")) && !strings.HasSuffix(s, "s"):
		w.pos = pPresent
		if w.class&cFuture != 0 {
			w.pos = pModal
		}
	case w.pos == pPresent && w.class&(cBe|cHave) == 0 && (strings.HasSuffix(s, "ed") && len(s) > 4 || r.f.irregularPast(s)):
		w.pos = pPast
	}
	if i > 0 {
		w.mendAfter(&r.words[i-1], s)
	}
	if w.class&cPastOnly != 0 && (w.pos == pNoun || w.pos == pAdj) {
		w.pos = pPast
	}
	if w.class&cNoVerb != 0 {
		w.pos = pPrep
	}
	if w.class&cNumeral != 0 {
		w.pos = pNum
	}
	switch s {
	case "there", "There":
		w.pos = pThere
	case "cannot", "Cannot":
		w.pos = pModal
	case "(":
		w.pos = pOpen
	case ")":
		w.pos = pClose
	case "...", "…":
		w.pos = pStop
	}
	if s == "\"" || s == "“" || s == "”" {
		w.pos = pQuote
	}
}

// mendAfter puts right a noun taken for a verb after an adjective ("in several
// disputes"), and a verb taken for a noun after an auxiliary ("cannot pass").
func (w *word) mendAfter(before *word, s string) {
	switch {
	case w.pos == pNoun && before.pos == pModal && s[0] >= 'a' && s[0] <= 'z' && !strings.HasSuffix(s, "s"):
		w.pos = pBase
	case w.pos == pThirds && before.pos == pAdj && w.class&(cBe|cHave) == 0 && !isDo(s):
		w.pos = pNoun
	}
}

// lemmaClass is the classes of the dictionary form of token t.
func (r *reading) lemmaClass(t int) class { return r.classOf(r.f.lemma(r.text(t))) }

// text is the text of token t.
func (r *reading) text(t int) string { return r.d.Slice(r.d.Tokens[t].Span) }

// hasLetter reports whether s has a letter or a digit.
func hasLetter(s string) bool {
	for _, c := range s {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c > 0x2FFF || c >= 0xC0 && c < 0x2000 {
			return true
		}
	}
	return false
}
