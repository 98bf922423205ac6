package tag

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/cues"
	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed mend.txt
var mendText string

// A mixed word is one of mend.txt.
type mixed uint16

const (
	isPast mixed = 1 << iota
	isVerb
	isPresent
	isPerson
	isMood
	isSaying
	isThat
	isCharging
	isState
	isHearer // of package cues
)

var mixedClasses = map[string]mixed{
	"past": isPast, "verb": isVerb, "present": isPresent, "person": isPerson, "mood": isMood, "saying": isSaying, "that": isThat,
	"charging": isCharging, "state": isState,
}

// mixedWords reads mend.txt once.
var mixedWords = sync.OnceValues(func() (map[string]mixed, error) {
	m, err := wordfile.Classes(wordfile.File{Name: "internal/tag/mend.txt", Text: mendText, Lower: true}, mixedClasses)
	if err != nil {
		return nil, err
	}
	return m, cues.Add(m, cues.Hearer, isHearer)
})

// mend corrects the tags of the words of mend.txt in s, and of participles before "by".
func (t *Tagger) mend(d *whosaid.Document, s *whosaid.Sentence) {
	for k := s.FirstToken; k < s.EndToken; k++ {
		if tok := &d.Tokens[k]; tok.Tag == "JJ" && byAgent(d, s, k+1) && strings.HasSuffix(d.Slice(tok.Span), "ed") {
			tok.Tag = "VBN" // "Cross-examined by Lee, she"
		}
	}
	for k := s.FirstToken + 1; k < s.EndToken; k++ {
		tok := &d.Tokens[k]
		switch class := t.mixed[d.Slice(tok.Span)]; {
		case tok.Tag == "NNS" && (class&isPresent != 0 || hasParticle(d, s, k)):
			tok.Tag = "VBZ"
		case class == 0:
		case tok.Tag == "NN" && (class&isVerb != 0 || class&isPast != 0 && !takesNoun(d.Tokens[k-1].Tag)):
			tok.Tag = "VBD"
		case class&isPerson != 0 && (tok.Tag == "VBP" || tok.Tag == "VB") && betweenNames(d, s, k):
			tok.Tag = "NN"
		case class&isMood != 0 && tok.Tag == "VBN" && strings.HasPrefix(d.Tokens[k-1].Tag, "VB") && !byAgent(d, s, k+1):
			tok.Tag = "JJ"
		case class&isState != 0 && tok.Tag == "VBD" && besideNoun(d, s, k):
			tok.Tag = "JJ"
		case class&isCharging != 0:
			mendDeed(d, s, k+1)
		case class&isThat != 0 && (tok.Tag == "WDT" || tok.Tag == "DT"):
			mendSubject(d, s, k+1)
			if t.beginsReport(d, s, k) {
				tok.Tag = "IN"
			}
		}
	}
}

// hasParticle reports whether a particle follows token k of s, which no word that a noun
// needs precedes: "Ann Lee, the mayor, points out that".
func hasParticle(d *whosaid.Document, s *whosaid.Sentence, k int) bool {
	return k+1 < s.EndToken && d.Tokens[k+1].Tag == "RP" && !takesNoun(d.Tokens[k-1].Tag)
}

// takesNoun reports whether a noun may follow a word with this tag.
func takesNoun(tag string) bool {
	switch tag {
	case "DT", "PRP$", "POS", "CD", "IN", "TO", "-":
		return true
	}
	return strings.HasPrefix(tag, "JJ") || strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "VB")
}

// byAgent reports whether token k of s is "by".
func byAgent(d *whosaid.Document, s *whosaid.Sentence, k int) bool {
	return k < s.EndToken && d.Slice(d.Tokens[k].Span) == "by"
}

// betweenNames reports whether token k of s stands between two words of names.
func betweenNames(d *whosaid.Document, s *whosaid.Sentence, k int) bool {
	return k+1 < s.EndToken && d.Tokens[k-1].Tag == "NNP" && d.Tokens[k+1].Tag == "NNP"
}

// besideNoun reports whether token k of s stands between a comma and a noun: "a witness,
// retired teacher Ann Lee,".
func besideNoun(d *whosaid.Document, s *whosaid.Sentence, k int) bool {
	return k+1 < s.EndToken && d.Tokens[k-1].Tag == "," && d.Tokens[k+1].Tag == "NN"
}

// mendSubject makes a noun of token k of s behind a "that" if it is taken for a verb and
// another follows: "that wages fell".
func mendSubject(d *whosaid.Document, s *whosaid.Sentence, k int) {
	if k+1 < s.EndToken && d.Tokens[k].Tag == "VBZ" && IsFinite(d.Tokens[k+1].Tag) {
		d.Tokens[k].Tag = "NNS"
	}
}

// mendDeed makes a verb of the word that names a deed, with an object, of which somebody
// is charged by the word before token k of s: "accused the council of hiding figures".
func mendDeed(d *whosaid.Document, s *whosaid.Sentence, k int) {
	const farthest = 8
	for end := min(s.EndToken-2, k+farthest); k < end; k++ {
		if d.Slice(d.Tokens[k].Span) != "of" {
			continue
		}
		if deed := &d.Tokens[k+1]; deed.Tag == "NN" && strings.HasSuffix(d.Slice(deed.Span), "ing") && beginsObject(d.Tokens[k+2].Tag) {
			deed.Tag = "VBG"
		}
		return
	}
}

// beginsObject reports whether a word with this tag can begin the object of a verb but
// not go on a compound noun.
func beginsObject(tag string) bool { return beginsPhrase(tag) || tag == "CD" }

// beginsPhrase reports whether a word with this tag begins a noun phrase behind a word
// that a singular noun could go on.
func beginsPhrase(tag string) bool {
	switch tag {
	case "NNS", "NNPS", "NNP", "PRP", "PRP$", "DT":
		return true
	}
	return false
}

// beginsReport reports whether the word at token k of s, with a noun before it and a
// subject behind it, begins what somebody is told or says: "told the court that prices
// rose", "said in a memo that wages fell", but not "read the memo that Ann Lee sent".
func (t *Tagger) beginsReport(d *whosaid.Document, s *whosaid.Sentence, k int) bool {
	const farthest = 12
	if k+1 == s.EndToken || !strings.HasPrefix(d.Tokens[k-1].Tag, "NN") || !beginsSubject(d.Tokens[k].Tag, d.Tokens[k+1].Tag) {
		return false
	}
	within := false // the noun stands behind a preposition
	for i := k - 1; i >= s.FirstToken && k-i <= farthest; i-- {
		switch tag := d.Tokens[i].Tag; {
		case strings.HasPrefix(tag, "VB"):
			class := t.mixed[d.Slice(d.Tokens[i].Span)]
			return class&isHearer != 0 || within && class&isSaying != 0
		case tag == "IN", tag == "TO":
			within = true
		case !takesNoun(tag):
			return false
		}
	}
	return false
}

// beginsSubject reports whether a word with the tag next can begin the subject of a
// clause behind a "that" with the tag that: one it cannot be the determiner of.
func beginsSubject(that, next string) bool {
	switch next {
	case "EX":
		return true
	case "NN", "JJ", "CD":
		return that == "WDT"
	}
	return beginsPhrase(next)
}
