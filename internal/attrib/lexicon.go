package attrib

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/whosaid/whosaid"
)

//go:embed cues.txt
var cueList string

// A Part is the part of speech for which a word stands in the lexicon.
type Part uint8

const (
	noPart Part = iota
	verbPart
	nounPart
	adjPart
	prepPart
	advPart
	colonPart
	otherVerb // a verb that is not in the lexicon, beside a quotation
)

var partNames = map[string]Part{
	"verb": verbPart, "noun": nounPart, "adj": adjPart, "prep": prepPart, "adv": advPart,
}

// An entry is one word of the lexicon.
type entry struct {
	lemma string
	hash  uint32 // of the lemma
	chash uint32 // of the class
	part  Part
	class whosaid.VerbClass
}

// A lexicon finds the entries of an inflected form, in lower case.
type lexicon struct {
	entries []entry
	// forms holds, for each inflected form, one more than the index of its
	// entry as a verb [0] and as another part [1]; 0 means none.
	forms map[string][2]uint16
}

// openLexicon reads the list of cues.
func openLexicon(list string) (*lexicon, error) {
	lines := strings.Split(list, "\n")
	x := &lexicon{
		entries: make([]entry, 0, len(lines)),
		forms:   make(map[string][2]uint16, 4*len(lines)),
	}
	for i, line := range lines {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Fields(line)
		if len(f) < 3 || partNames[f[0]] == noPart {
			return nil, fmt.Errorf("attrib: cues.txt:%d: want \"part lemma class [forms]\", have %q", i+1, line)
		}
		x.add(partNames[f[0]], f[1], whosaid.VerbClass(f[2]), f[3:])
	}
	return x, nil
}

func (x *lexicon) add(p Part, lemma string, class whosaid.VerbClass, irregular []string) {
	x.entries = append(x.entries, entry{lemma, hashString(lemma), hashString(string(class)), p, class})
	n := uint16(len(x.entries))
	slot := 1
	if p == verbPart {
		slot = 0
	}
	put := func(form string) {
		v := x.forms[form]
		if v[slot] == 0 {
			v[slot] = n
			x.forms[form] = v
		}
	}
	put(lemma)
	for _, form := range irregular {
		put(form)
	}
	switch p {
	case verbPart:
		put(addS(lemma))
		put(addSuffix(lemma, "ing"))
		if len(irregular) == 0 || strings.HasSuffix(irregular[0], "ed") || strings.HasSuffix(irregular[0], "ing") {
			put(addSuffix(lemma, "ed"))
		}
	case nounPart:
		put(addS(lemma))
	}
}

// addS makes the third person or the plural of a regular word.
func addS(w string) string {
	n := len(w)
	switch {
	case strings.HasSuffix(w, "y") && n > 1 && !vowel(w[n-2]):
		return w[:n-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "z"),
		strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"):
		return w + "es"
	}
	return w + "s"
}

// addSuffix adds "ed" or "ing" to a regular verb that does not double its
// consonant; those that do are listed with their forms.
func addSuffix(w, suffix string) string {
	n := len(w)
	switch {
	case strings.HasSuffix(w, "e") && (suffix == "ed" || n > 2 && !strings.HasSuffix(w, "ee")):
		return w[:n-1] + suffix
	case strings.HasSuffix(w, "y") && suffix == "ed" && n > 1 && !vowel(w[n-2]):
		return w[:n-1] + "ied"
	}
	return w + suffix
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// colonEntry stands for a colon, and verbEntry for a verb that is not in the
// lexicon.
var (
	colonEntry = entry{":", hashString(":"), hashString("say"), colonPart, whosaid.VerbSay}
	verbEntry  = entry{"", hashString("?"), hashString("?"), otherVerb, whosaid.VerbSay}
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
	// Taggers take verbs of headlines and quotes for nouns, and the reverse.
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
