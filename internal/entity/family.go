package entity

import (
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/coref"
)

// relative returns the cluster of "the younger Lee" or "the elder Mr. Lee", whose
// name begins at token first: one of its own, since of several Lees the text need not
// say which that is. No other form of the name leads to it.
func (c *clusters) relative(kind whosaid.EntityKind, first int, text string, words []string) (int, bool) {
	if kind != whosaid.EntityPerson || len(words) != 1 {
		return 0, false
	}
	age := c.ageBefore(first)
	if age == "" {
		return 0, false
	}
	k := key{kind, age + " " + words[0]}
	at, ok := c.byForm[k]
	if !ok {
		at = c.begin(kind, text, words)
		c.byForm[k] = at
	}
	return at, true
}

// generation is the suffix that tells a person from relatives of the same name, or "":
// "jr" of "Ben Lee Jr.".
func (l *lexicon) generation(kind whosaid.EntityKind, folded []string) string {
	if last := len(folded) - 1; kind == whosaid.EntityPerson && last > 0 && l.is(folded[last], isNameSuffix) {
		return folded[last]
	}
	return ""
}

// namesake returns the cluster of a person with a suffix of generation, of whom the text
// has spoken by that suffix, or one of his own if the others of that name cannot be
// him. The father, to whom only his suffix leads, often comes second: "Ben Lee and his
// father, Ben Lee Sr.".
func (c *clusters) namesake(generation, form, text string, words []string, cue Gender) (int, bool) {
	if generation == "" {
		return 0, false
	}
	if at, ok := c.byForm[key{whosaid.EntityPerson, form + " " + generation}]; ok {
		if cl := &c.all[at]; text != cl.name {
			cl.alias(text)
		}
		return at, true
	}
	at, ok := c.find(whosaid.EntityPerson, form, words, cue)
	father := c.lex.is(generation, isFather)
	if !ok || !c.all[at].excludes(generation, father) {
		return 0, false
	}
	at = c.begin(whosaid.EntityPerson, text, words)
	if !father {
		c.remember(words[len(words)-1], at)
	}
	c.enterGeneration(at, generation, form, words)
	return at, true
}

// excludes reports whether a person of that generation is somebody else: a father also
// where the other has no suffix.
func (cl *cluster) excludes(generation string, father bool) bool {
	if cl.generation == "" {
		return father && len(cl.words) > 1
	}
	return cl.generation != generation
}

// enterGeneration makes a cluster known by its name and by its surname with the suffix.
func (c *clusters) enterGeneration(at int, generation, form string, words []string) {
	if generation == "" {
		return
	}
	c.all[at].generation = generation
	for _, f := range []string{form, words[len(words)-1]} {
		c.byForm[key{whosaid.EntityPerson, f + " " + generation}] = at
	}
}

// ageBefore is the adjective in "the younger", "the elder" before token i, with or
// without a title between them, or "".
func (c *clusters) ageBefore(i int) string {
	i--
	if i > 1 && c.lex.is(c.low(i), isHonorific) {
		i--
	}
	if i < 1 || !c.lex.is(c.low(i-1), isArticle) || !c.lex.is(c.low(i), isOfAge) {
		return ""
	}
	return c.low(i)
}

// low is token i in lower case.
func (c *clusters) low(i int) string { return strings.ToLower(c.d.Slice(c.d.Tokens[i].Span)) }

// cueBehind is the gender that an apposition tells behind a name that ends before token
// end: "Jan Lee, a tall man with a dog".
func (c *clusters) cueBehind(end int) Gender {
	const farthest = 6
	if end+1 >= len(c.d.Tokens) || c.low(end) != "," || c.d.Tokens[end+1].Tag != "DT" {
		return 0
	}
	var told Gender
	for i := end + 2; i < min(len(c.d.Tokens), end+farthest) && c.ofNoun(i); i++ {
		told = c.lex.gender(c.low(i)) // of the last noun
	}
	return told
}

// cueOfKin is the gender that "his wife" and the like tell soon behind a name that ends
// before token end, in a clause or a phrase of its own: "Bo Lee voted for it; his wife,
// Ann, did not".
func (c *clusters) cueOfKin(end int) Gender {
	const farthest = 12
	for i := end; i+2 < min(len(c.d.Tokens), end+farthest); i++ {
		switch tag := c.d.Tokens[i].Tag; {
		case strings.HasPrefix(tag, "NNP") || tag == ".":
			return 0
		case (tag == "," || tag == ":" || tag == "CC") && c.d.Tokens[i+1].Tag == "PRP$" && c.lex.is(c.low(i+2), isKin):
			return coref.PronounGender(c.low(i + 1))
		}
	}
	return 0
}

// A kin is somebody named by a given name alone, "Her son, Mark", who has the surname of
// whose relative he is.
type kin struct {
	at int
	of Gender // of the relative, as "her" tells it
}

// maxKin is how many relatives of one surname are kept.
const maxKin = 8

// rememberKin notes whose relative somebody is whose name of one word begins at token
// first and ends before end: that of the person named last whom "her" in "Her son, Mark,"
// can mean. "For his wife, Mark said" names no wife.
func (c *clusters) rememberKin(first, end, at int) {
	const farthest = 4
	i := first - 1
	if i > 0 && c.low(i) == "," && end < len(c.d.Tokens) && c.low(end) == "," {
		i--
	}
	if i < 1 || !c.lex.is(c.low(i), isKin) || c.d.Tokens[i-1].Tag != "PRP$" {
		return
	}
	c.all[at].gender |= c.lex.gender(c.low(i))
	of := coref.PronounGender(c.low(i - 1))
	for k := len(c.mentions) - 1; of != 0 && k >= max(0, len(c.mentions)-farthest); k-- {
		owner := &c.all[c.root(c.mentions[k].cluster)]
		if owner.kind != whosaid.EntityPerson || len(owner.words) == 1 || owner.gender != 0 && owner.gender&of == 0 {
			continue
		}
		if surname := owner.words[len(owner.words)-1]; len(c.kin[surname]) < maxKin {
			c.kin[surname] = append(c.kin[surname], kin{at, of})
		}
		return
	}
}

// findKin returns the relative whom a title before a surname means, since it tells another
// gender than that of who is named in full: "Mr Kettle", the son of Joan Kettle. It is
// nobody if she has a husband too: then the title means somebody of his own. Told says
// that the title means some relative.
func (c *clusters) findKin(surname string, cue Gender) (at int, one, told bool) {
	at = -1
	for _, k := range c.kin[surname] {
		if i := c.root(k.at); cue != 0 && cue != k.of && c.all[i].gender == cue && i != at {
			at, one, told = i, !told, true
		}
	}
	return at, one, told
}

// isOfKin reports whether a title before a surname means a relative without a name of the one
// named last, of whom nothing tells the gender: "Ann Bell left. Her husband was calmer. “It was
// late,” Mr Bell said."
func (c *clusters) isOfKin(last int, cue Gender) bool {
	const farthest = 60
	n := len(c.mentions) - 1
	if cue == 0 || n < 0 || c.root(c.mentions[n].cluster) != last || c.all[last].gender != 0 || len(c.all[last].words) == 1 {
		return false
	}
	_, end := c.d.TokensIn(c.mentions[n].span)
	for i := max(end, c.first-farthest) + 1; i+1 < c.first; i++ {
		if c.d.Tokens[i].Tag == "PRP$" && c.lex.is(c.low(i+1), isKin) && c.lex.gender(c.low(i+1)) == cue {
			of := coref.PronounGender(c.low(i))
			return of != 0 && of != cue
		}
	}
	return false
}

// isRelativeOf reports whether the name at hand stands behind words that say it is of a relative
// of whom was named last: "Mr Kao left. His younger brother, Mr Kao Tien-yu,".
func (c *clusters) isRelativeOf(last int) bool {
	n := len(c.mentions) - 1
	if n < 0 || c.root(c.mentions[n].cluster) != last {
		return false
	}
	i := c.first - 1
	if i > 0 && c.lex.is(c.low(i), isHonorific) {
		i--
	}
	if i > 0 && c.low(i) == "," {
		i--
	}
	if i < 1 || !c.lex.is(c.low(i), isKin) {
		return false
	}
	if i--; i > 0 && strings.HasPrefix(c.d.Tokens[i].Tag, "JJ") {
		i--
	}
	return c.d.Tokens[i].Tag == "PRP$"
}

// ofNoun reports whether token i can be a noun or stand before one in its phrase.
func (c *clusters) ofNoun(i int) bool {
	tag := c.d.Tokens[i].Tag
	return strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "JJ") || tag == "CD" || tag == "HYPH"
}
