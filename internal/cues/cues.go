// Package cues is the list of the words that attribute: verbs of saying,
// thinking and wanting, nouns such as "claim", adjectives such as "afraid".
// Whatever has to know such words takes them from here.
package cues

import (
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed cues.txt
var text string

// A Use is a purpose other than attribution that a verb is listed for;
// cues.txt says what each is.
type Use string

// The uses. Those before Embeds are of single forms of the verb.
const (
	After  Use = "after"
	Beside Use = "beside"
	Hearer Use = "hearer"
	Name   Use = "name"
	Embeds Use = "embeds"
	Object Use = "object"
	// Refuses is of verbs whose infinitive is what is not done.
	Refuses Use = "refuses"
	Topic   Use = "topic"
)

// Form names that cues.txt uses, in the order of Entry.verbForms.
var formNames = []string{"base", "s", "ed", "ing"}

// The parts of speech, in the order of the sections.
const (
	Adj  = "adj"
	Adv  = "adv"
	Noun = "noun"
	Prep = "prep"
	Verb = "verb"
)

var parts = []string{Adj, Adv, Noun, Prep, Verb}

// An Entry is a word with its class.
type Entry struct {
	Part      string
	Lemma     string
	Class     whosaid.CueClass
	irregular []string
	uses      map[Use][]string // to the forms it is of, all of them for a use of the verb as such
}

// Has reports whether a verb as such is listed for a use.
func (e *Entry) Has(u Use) bool { return e.uses[u] != nil }

// Forms are the forms of the word in lower case, the lemma first. Verbs have
// regular forms too, unless their irregular past shows that there are none.
func (e *Entry) Forms() []string {
	out := append([]string{e.Lemma}, e.irregular...)
	switch e.Part {
	case Verb:
		out = append(out, addS(e.Lemma), addSuffix(e.Lemma, "ing"))
		if len(e.irregular) == 0 || strings.HasSuffix(e.irregular[0], "ed") || strings.HasSuffix(e.irregular[0], "ing") {
			out = append(out, addSuffix(e.Lemma, "ed"))
		}
	case Noun:
		out = append(out, addS(e.Lemma))
	}
	return out
}

// verbForms are the forms of a verb by formNames.
func (e *Entry) verbForms() []string {
	past, gerund := addSuffix(e.Lemma, "ed"), addSuffix(e.Lemma, "ing")
	if len(e.irregular) > 0 {
		past = e.irregular[0]
	}
	for _, form := range e.irregular {
		if strings.HasSuffix(form, "ing") {
			gerund = form
		}
	}
	return []string{e.Lemma, addS(e.Lemma), past, gerund}
}

// A List is the entries of cues.txt. It does not change.
type List struct{ Entries []Entry }

// Open returns the built-in list, which it reads once.
var Open = sync.OnceValues(func() (*List, error) { return read(text) })

func read(text string) (*List, error) {
	l := &List{Entries: make([]Entry, 0, 640)}
	f := wordfile.File{Name: "internal/cues/cues.txt", Text: text, Lower: true}
	err := f.Entries(parts, func(part, lemma string, fields []string) error {
		e := Entry{Part: part, Lemma: lemma}
		if len(fields) == 0 {
			return fmt.Errorf("%q has no class", lemma)
		}
		e.Class = whosaid.CueClass(fields[0])
		if all := e.Class.Values(); !slices.Contains(all, e.Class) {
			return fmt.Errorf("%q: class %q is none of %q", lemma, e.Class, all)
		}
		if err := e.readRest(fields[1:]); err != nil {
			return fmt.Errorf("%q: %w", lemma, err)
		}
		l.Entries = append(l.Entries, e)
		return nil
	})
	return l, err
}

// readRest reads the irregular forms and the uses.
func (e *Entry) readRest(fields []string) error {
	for _, field := range fields {
		name, forms, single := strings.Cut(field, "=")
		use := Use(name)
		switch use {
		case After, Beside, Hearer, Name:
			if !single {
				return fmt.Errorf("use %q has no forms", use)
			}
		case Embeds, Object, Refuses, Topic:
			if single {
				return fmt.Errorf("use %q is of no single forms", use)
			}
			forms = strings.Join(formNames, ",")
		default:
			if single {
				return fmt.Errorf("unknown use %q", use)
			}
			if len(e.uses) > 0 {
				return fmt.Errorf("%q stands behind a use", field)
			}
			if slices.Contains(e.irregular, field) {
				return fmt.Errorf("the form %q stands twice", field)
			}
			e.irregular = append(e.irregular, field)
			continue
		}
		if err := e.addUse(use, strings.Split(forms, ",")); err != nil {
			return err
		}
	}
	return nil
}

func (e *Entry) addUse(use Use, names []string) error {
	if e.Part != Verb {
		return errors.New("only verbs have uses")
	}
	if e.uses[use] != nil {
		return fmt.Errorf("use %q stands twice", use)
	}
	if e.uses == nil {
		e.uses = map[Use][]string{}
	}
	all := e.verbForms()
	for _, name := range names {
		i := slices.Index(formNames, name)
		if i < 0 {
			return fmt.Errorf("use %q: %q is none of the forms %q", use, name, formNames)
		}
		if slices.Contains(e.uses[use], all[i]) {
			return fmt.Errorf("use %q: %q stands twice", use, name)
		}
		e.uses[use] = append(e.uses[use], all[i])
	}
	return nil
}

// Add gives a class to the words that are listed for a use: the forms of a verb,
// or its lemma where the use is of the verb as such.
func Add[C ~uint8 | ~uint16 | ~uint32 | ~uint64](words map[string]C, use Use, class C) error {
	list, err := Open()
	if err != nil {
		return err
	}
	for _, w := range list.words(use) {
		words[w] |= class
	}
	return nil
}

func (l *List) words(use Use) []string {
	var out []string
	for i := range l.Entries {
		e := &l.Entries[i]
		switch use {
		case Embeds, Object, Refuses, Topic:
			if e.Has(use) {
				out = append(out, e.Lemma)
			}
		default:
			out = append(out, e.uses[use]...)
		}
	}
	return out
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
