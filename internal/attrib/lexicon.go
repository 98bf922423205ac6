package attrib

import (
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/cues"
)

// A cuePart is the part of speech for which a word stands in the lexicon.
type cuePart uint8

const (
	noPart cuePart = iota
	verbPart
	nounPart
	adjPart
	prepPart
	advPart
	colonPart
	otherVerb // a verb that is not in the lexicon, beside a quotation
)

var partNames = map[string]cuePart{
	cues.Verb: verbPart, cues.Noun: nounPart, cues.Adj: adjPart, cues.Prep: prepPart, cues.Adv: advPart,
}

// An entry is one word of the lexicon.
type entry struct {
	lemma     string
	hash      uint32 // of the lemma
	chash     uint32 // of the class
	part      cuePart
	class     whosaid.CueClass
	addressed bool // its object is the addressee: "told reporters"
	refuses   bool // its infinitive is what is not done: "refused to leave"
	topical   bool // its object is a topic, but for questions: "discussed whether to go"
}

// A lexicon finds the entries of an inflected form, in lower case.
type lexicon struct {
	entries []entry
	// forms holds, for each inflected form, one more than the index of its
	// entry as a verb [0] and as another part [1]; 0 means none.
	forms map[string][2]uint16
	words map[uint32]wordClass // by hash
}

// openLexicon makes a lexicon of the list of cues.
func openLexicon() (*lexicon, error) {
	list, err := cues.Open()
	if err != nil {
		return nil, err
	}
	words, err := openWords(wordsText)
	if err != nil {
		return nil, err
	}
	x := &lexicon{
		words:   words,
		entries: make([]entry, 0, len(list.Entries)),
		forms:   make(map[string][2]uint16, 4*len(list.Entries)),
	}
	for i := range list.Entries {
		x.add(&list.Entries[i])
	}
	return x, nil
}

func (x *lexicon) add(c *cues.Entry) {
	e := entry{
		lemma: c.Lemma, hash: hashString(c.Lemma), chash: hashString(string(c.Class)), part: partNames[c.Part], class: c.Class,
		addressed: c.Has(cues.Object), refuses: c.Has(cues.Refuses), topical: c.Has(cues.Topic),
	}
	x.entries = append(x.entries, e)
	n := uint16(len(x.entries))
	slot := 1
	if e.part == verbPart {
		slot = 0
	}
	for _, form := range c.Forms() {
		v := x.forms[form]
		if v[slot] == 0 {
			v[slot] = n
			x.forms[form] = v
		}
	}
}

// colonEntry stands for a colon, and verbEntry for a verb that is not in the
// lexicon.
var (
	colonEntry = entry{":", hashString(":"), hashString("say"), colonPart, whosaid.CueSay, false, false, false}
	verbEntry  = entry{"", hashString("?"), hashString("?"), otherVerb, whosaid.CueSay, false, false, false}
)

// find returns the entry of a lower-case word with this tag, or nil.
func (x *lexicon) find(word []byte, tag tagID) *entry {
	v, ok := x.forms[string(word)]
	if !ok {
		return nil
	}
	verb := tag.verb()
	if verb && v[0] != 0 {
		return &x.entries[v[0]-1]
	}
	if v[1] != 0 && !verb {
		e := &x.entries[v[1]-1]
		switch {
		case e.part == nounPart && !tag.noun():
		case e.part == adjPart && !tag.adjective() && tag != tagVBN:
		default:
			return e
		}
	}
	// In headlines and quotes taggers take verbs for nouns, and nouns for verbs.
	if v[0] != 0 && (tag.noun() || tag.adjective() || tag == tagNone) && v[1] == 0 {
		return &x.entries[v[0]-1]
	}
	if v[1] != 0 && verb {
		if e := &x.entries[v[1]-1]; e.part != nounPart {
			return e
		}
	}
	return nil
}

// says reports whether e is a verb of saying.
func (e *entry) says() bool { return e.part == verbPart && e.class.Speech() }
