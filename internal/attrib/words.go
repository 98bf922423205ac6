package attrib

import (
	_ "embed"

	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed words.txt
var wordsText string

// The classes.
const (
	cAnswer wordClass = 1 << iota
	cBe
	cDash
	cField
	cHave
	cListener
	cMeanwhile
	cMute
	cNamed
	cNegation
	cOccasion
	cOpener
	cPerforming
	cPreposition
	cQuoting
	cTiming
	cTrailing
	cVoice
)

// A wordClass is a set of classes of words.txt, which says what each is for.
type wordClass uint32

var wordClasses = map[string]wordClass{
	"answer": cAnswer, "be": cBe, "dash": cDash, "field": cField, "have": cHave, "listener": cListener, "meanwhile": cMeanwhile,
	"mute": cMute, "named": cNamed, "negation": cNegation, "occasion": cOccasion, "opener": cOpener, "performing": cPerforming,
	"preposition": cPreposition, "quoting": cQuoting, "timing": cTiming, "trailing": cTrailing, "voice": cVoice,
}

// openWords reads words.txt: the classes of words by the hashes of the words.
func openWords(text string) (map[uint32]wordClass, error) {
	words, err := wordfile.Classes(wordfile.File{Name: "internal/attrib/words.txt", Text: text, Lower: true}, wordClasses)
	if err != nil {
		return nil, err
	}
	m := make(map[uint32]wordClass, len(words))
	for w, c := range words {
		m[hashString(w)] |= c
	}
	return m, nil
}

// has reports whether the word with this hash is of the class.
func (x *lexicon) has(hash uint32, c wordClass) bool { return x.words[hash]&c != 0 }

// The words that the grammar asks for one by one.
var (
	hashAmp     = hashString("&")
	hashAnd     = hashString("and")
	hashAs      = hashString("as")
	hashBy      = hashString("by")
	hashCall    = hashString("call")
	hashClose   = hashString(")")
	hashFor     = hashString("for")
	hashHear    = hashString("hear")
	hashIs      = hashString("'s")
	hashNot     = hashString("not")
	hashOf      = hashString("of")
	hashOpen    = hashString("(")
	hashOr      = hashString("or")
	hashSay     = hashString("say")
	hashTell    = hashString("tell")
	hashThat    = hashString("that")
	hashWho     = hashString("who")
	hashWhen    = hashString("when")
	hashWhether = hashString("whether")
	hashWords   = hashString("words")
)
