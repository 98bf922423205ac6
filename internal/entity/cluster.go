package entity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
)

// A cluster is the names of one entity.
type cluster struct {
	parent  int // another cluster that it was joined to, or its own number
	kind    whosaid.EntityKind
	name    string   // the fullest form, as written
	words   []string // of name, folded
	aliases []string
	form    string          // the folded form that it came in with
	forms   map[string]bool // others; nil for most, since a map takes more than all else
	gender  Gender          // told by a title or a role before the name
	// generation is the suffix of a person's name, folded: "jr".
	generation string
}

// had reports whether a folded form has been seen before, and notes it.
func (cl *cluster) had(form string) bool {
	if form == cl.form || cl.forms[form] {
		return true
	}
	switch {
	case cl.form == "":
		cl.form = form
	case cl.forms == nil:
		cl.forms = map[string]bool{form: true}
	default:
		cl.forms[form] = true
	}
	return false
}

// A named is one mention by name.
type named struct {
	span    whosaid.Span
	score   float64
	cluster int
}

// clusters joins names as they come.
type clusters struct {
	formIndex
	d        *whosaid.Document
	lex      *lexicon
	all      []cluster
	mentions []named
	first    int // the first token of the name at hand
}

// A formIndex finds the clusters that a name may belong to. It takes more memory than
// they do, so it is dropped before the linker needs memory of its own.
type formIndex struct {
	// byForm finds the latest cluster of a kind by a folded form of its name;
	// byLast and byFirst find it by the last and the first word of a longer one.
	byForm, byLast, byFirst map[key]int
	byInitials              map[key]int
	byAlias                 map[key]int
	// byMiddle finds the latest person by the word before the last of a longer name: the
	// first of two surnames.
	byMiddle map[string]int
	// byHead finds the only body with a head of its name: "council".
	byHead map[string]int
	// family are the people of a surname, the latest named last.
	family map[string][]int
	// kin are those who are named without a surname, by that of whose relatives they are.
	kin map[string][]kin
}

type key struct {
	kind whosaid.EntityKind
	form string
}

func newClusters(d *whosaid.Document, lex *lexicon) *clusters {
	return &clusters{d: d, lex: lex, formIndex: formIndex{
		byForm: map[key]int{}, byLast: map[key]int{}, byFirst: map[key]int{}, byInitials: map[key]int{},
		byAlias: map[key]int{}, byMiddle: map[string]int{}, byHead: map[string]int{}, family: map[string][]int{},
		kin: map[string][]kin{},
	}}
}

// root is the cluster that i was merged into in the end.
func (c *clusters) root(i int) int {
	for c.all[i].parent != i {
		c.all[i].parent = c.all[c.all[i].parent].parent // keeps chains short
		i = c.all[i].parent
	}
	return i
}

// add gives a name to the cluster that it belongs to, or to a new one.
func (c *clusters) add(n *Name) {
	text := clean(c.d.Slice(n.Span))
	folded := foldedWords(text)
	words := c.lex.telling(n.Kind, folded)
	if len(words) == 0 {
		words = []string{text}
	}
	form := strings.Join(words, " ")
	first, end := c.d.TokensIn(n.Span)
	c.first = first
	if at, ok := c.relative(n.Kind, first, text, words); ok {
		c.mentions = append(c.mentions, named{n.Span, n.Score, at})
		return
	}
	var cue Gender
	if n.Kind == whosaid.EntityPerson {
		cue = cmp.Or(c.cue(first, len(words) > 1), c.cueBehind(end), c.cueOfKin(end))
	}
	generation := c.lex.generation(n.Kind, folded)
	if at, ok := c.namesake(generation, form, text, words, cue); ok {
		c.all[at].gender |= cue
		c.mentions = append(c.mentions, named{n.Span, n.Score, at})
		return
	}
	at, ok := c.find(n.Kind, form, words, cue)
	if !ok {
		at, ok = c.findHead(n.Kind, words, first)
	}
	if !ok {
		at = c.begin(n.Kind, text, words)
	}
	c.enter(at, text, form, words)
	c.enterGeneration(at, generation, form, words)
	c.all[at].gender |= cue
	if n.Kind == whosaid.EntityPerson && len(words) == 1 {
		c.rememberKin(first, end, at)
	}
	c.mentions = append(c.mentions, named{n.Span, n.Score, at})
}

// begin adds a cluster with nothing but a name, and returns its number.
func (c *clusters) begin(kind whosaid.EntityKind, text string, words []string) int {
	at := len(c.all)
	c.all = append(c.all, cluster{parent: at, kind: kind, name: text, words: words})
	return at
}

// unlessTaken makes a cluster known by a key that leads to no other yet.
func unlessTaken(index map[key]int, k key, at int) {
	if _, taken := index[k]; !taken {
		index[k] = at
	}
}

// enter makes a cluster known by a form of its name.
func (c *clusters) enter(at int, text, form string, words []string) {
	cl := &c.all[at]
	k := func(s string) key { return key{cl.kind, s} }
	c.byForm[k(form)] = at
	if canonical, ok := c.lex.alias[k(form)]; ok {
		c.byAlias[k(canonical)] = at
	} else if cl.kind == whosaid.EntityPlace {
		unlessTaken(c.byForm, k(c.lex.withoutState(form, words)), at)
	}
	if len(words) > 1 {
		c.byLast[k(words[len(words)-1])] = at
		if cl.kind == whosaid.EntityPerson {
			c.remember(words[len(words)-1], at)
			if n := len(words); n > 2 && len(words[n-2]) > 1 {
				c.byMiddle[words[n-2]] = at
			}
		}
		c.byFirst[k(words[0])] = at
		c.rememberHead(at, words)
		if in := c.lex.initials(words, isSmall); len(in) > 1 {
			c.byInitials[k(in)] = at
			if cl.kind == whosaid.EntityOrganization {
				unlessTaken(c.byInitials, k(c.lex.initials(words, 0)), at) // "Ministry of Defence", MoD
			}
			if last := len(words) - 1; len(in) > 2 && c.lex.is(words[last], isCommon) {
				unlessTaken(c.byInitials, k(in[:len(in)-1]), at) // "General Tool Company", GT
			}
		}
	}
	switch known := cl.had(form); {
	case text == cl.name, known && slices.Contains(cl.aliases, text):
	case cl.better(text, words, known):
		cl.alias(cl.name)
		cl.name, cl.words = text, words
	default:
		cl.alias(text)
	}
}

// better reports whether a name is a fuller one, or the same without the capitals
// of a headline. Known says that its form is one of the cluster's.
func (cl *cluster) better(text string, words []string, known bool) bool {
	switch was, is := shouted(cl.name), shouted(text); {
	case was && !is && (len(words) > 1 || len(cl.words) == 1 && known):
		return true
	case is && !was && len(cl.words) > 1:
		return false
	}
	return len(words) > len(cl.words) && !isAcronym(text) || isAcronym(cl.name) && len(words) > 1
}

// shouted reports whether a name has capitals alone.
func shouted(text string) bool { return text == strings.ToUpper(text) && text != strings.ToLower(text) }

// maxAliases bounds the aliases of an entity, since each new one is compared
// with all of them.
const maxAliases = 64

func (cl *cluster) alias(text string) {
	if len(cl.aliases) < maxAliases && !slices.Contains(cl.aliases, text) {
		cl.aliases = append(cl.aliases, text)
	}
}

// find returns the cluster that a name belongs to.
func (c *clusters) find(kind whosaid.EntityKind, form string, words []string, cue Gender) (int, bool) {
	k := func(s string) key { return key{kind, s} }
	if kind == whosaid.EntityPerson && len(words) == 1 {
		return c.findShort(words[0], cue)
	}
	if i, ok := c.byForm[k(form)]; ok {
		return i, true
	}
	if canonical, ok := c.lex.alias[k(form)]; ok {
		if i, ok := c.byAlias[k(canonical)]; ok {
			return i, true
		}
	}
	switch kind {
	case whosaid.EntityPerson:
		return c.findPerson(words, cue)
	case whosaid.EntityPlace:
		i, ok := c.byForm[k(c.lex.withoutState(form, words))]
		return i, ok
	case whosaid.EntityOrganization, whosaid.EntityEvent, whosaid.EntityWork, whosaid.EntityProduct:
		i, ok := c.findLong(kind, form, words)
		return i, ok && !numberedApart(words, c.all[i].words)
	case whosaid.EntityGroup:
		if s, ok := strings.CutSuffix(form, "s"); ok {
			i, ok := c.byForm[k(s)]
			return i, ok
		}
		i, ok := c.byForm[k(form+"s")]
		return i, ok
	}
	return 0, false
}

// cue is the gender that the word before a name shows, whose first token is i: "Mrs.
// Lee", or, before one that is named in full, "his wife, Ann Lee".
func (c *clusters) cue(i int, full bool) Gender {
	i--
	if i > 0 && full && c.low(i) == "," {
		i--
	}
	if i < 0 {
		return 0
	}
	return c.lex.gender(c.low(i))
}

// maxFamily is how many people of one surname are distinguished.
const maxFamily = 8

// findShort joins "Trump" to whom it meant before, or to the Donald Trump named
// last, and "Mrs. Clinton" to a Clinton who may be a woman.
func (c *clusters) findShort(word string, cue Gender) (int, bool) {
	k := key{whosaid.EntityPerson, word}
	known, open := -1, -1
	try := func(i int) {
		i = c.root(i)
		switch g := c.all[i].gender; {
		case cue != 0 && g == cue:
			known = i
		case cue == 0 || g&cue != 0 || g == 0:
			open = i
		}
	}
	for _, i := range c.family[word] { // the latest last
		try(i)
	}
	if i, ok := c.byForm[k]; ok {
		try(i)
	}
	kin, one, told := c.findKin(word, cue)
	switch {
	case known >= 0:
		return known, true
	case told:
		return kin, one
	case open >= 0 && c.isOfKin(open, cue):
		return 0, false
	case open >= 0:
		return open, true
	case len(c.family[word]) > 0:
		return 0, false
	}
	if i, ok := c.byFirst[k]; ok {
		return i, true
	}
	i, ok := c.byMiddle[word]
	return i, ok
}

// remember puts a person at the end of a family.
func (c *clusters) remember(surname string, at int) {
	f := c.family[surname]
	if n := len(f); n > 0 && f[n-1] == at {
		return
	}
	if i := slices.Index(f, at); i >= 0 {
		f = slices.Delete(f, i, i+1)
	}
	if len(f) == maxFamily {
		f = slices.Delete(f, 0, 1)
	}
	c.family[surname] = append(f, at)
}

// findPerson joins "Donald J. Trump" to "Donald Trump", and full names to the
// surname that stood alone before.
func (c *clusters) findPerson(words []string, cue Gender) (int, bool) {
	k := func(s string) key { return key{whosaid.EntityPerson, s} }
	first, last := words[0], words[len(words)-1]
	if i, ok := c.byLast[k(last)]; ok && sameGiven(c.all[i].words[0], first) {
		return i, true
	}
	if c.lex.is(first, isParticle) {
		return c.findSurname(words, cue)
	}
	if i, ok := c.byFirst[k(first)]; ok && c.oneSurname(words, c.all[i].words) {
		return i, true
	}
	for n := 1; n < min(len(words)-1, maxGiven); n++ { // it was named by the surname until now
		if !c.lex.is(words[n], isParticle) {
			continue
		}
		if i, ok := c.byForm[k(strings.Join(words[n:], " "))]; ok {
			return i, true
		}
	}
	for _, w := range []string{last, first} {
		if i, ok := c.byForm[k(w)]; ok && len(c.all[i].words) == 1 && !c.isRelativeOf(i) {
			return i, true // it was named by one word until now
		}
	}
	if n := len(words) - 1; n > 1 {
		if i, ok := c.byForm[k(strings.Join(words[:n], " "))]; ok && len(c.all[i].words) == n {
			return i, true // "Ana Vega … Ana Vega Ruiz"
		}
	}
	return 0, false
}

// oneSurname reports whether one of two names is the other without the second surname:
// "Ana Mora" of "Ana Mora Ruiz".
func (c *clusters) oneSurname(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) > 1 && c.lex.isBeginning(a, b)
}

// maxGiven is how many given names may stand before a particle.
const maxGiven = 4

// findSurname joins "van Hoven" to the Jan van Hoven named last.
func (c *clusters) findSurname(words []string, cue Gender) (int, bool) {
	i, ok := c.findShort(words[len(words)-1], cue)
	if !ok {
		return 0, false
	}
	full := c.all[i].words
	return i, isEnd(words, full) || len(full) == 1
}

// maxNameWords bounds the names whose shorter forms are looked up, since each
// look-up costs all of the words. No organization, law or book in the news has
// more.
const maxNameWords = 32

// findLong joins names of which one is the beginning or end of the other, and
// acronyms.
func (c *clusters) findLong(kind whosaid.EntityKind, form string, words []string) (int, bool) {
	k := func(s string) key { return key{kind, s} }
	if len(words) == 1 && len(form) >= 2 && len(form) <= 6 {
		if i, ok := c.byInitials[k(strings.ReplaceAll(form, "&", ""))]; ok {
			return i, true
		}
	}
	if in := c.lex.initials(words, isSmall); len(words) > 1 && len(in) > 1 {
		if i, ok := c.byForm[k(in)]; ok && isAcronym(strings.ToUpper(c.all[i].name)) && len(c.all[i].words) == 1 {
			return i, true
		}
	}
	if i, ok := c.byFirst[k(words[0])]; ok && c.lex.isBeginning(words, c.all[i].words) {
		return i, true
	}
	if i, ok := c.byLast[k(words[len(words)-1])]; ok && isEnd(words, c.all[i].words) && (len(words) > 1 || c.shortens(kind, words[0])) {
		return i, true
	}
	if len(words) > maxNameWords {
		return 0, false
	}
	return c.findShorter(kind, words)
}

// findShorter joins a name to one that came before and is its beginning or end: "Rovers" of a
// headline to "Harrow Rovers".
func (c *clusters) findShorter(kind whosaid.EntityKind, words []string) (int, bool) {
	unit := c.lex.is(words[len(words)-1], isUnit)
	for n := len(words) - 1; n > 0; n-- {
		if i, ok := c.byForm[key{kind, strings.Join(words[:n], " ")}]; ok && !unit && !c.lex.is(words[n], isSmall) {
			return i, true
		}
		i, ok := c.byForm[key{kind, strings.Join(words[len(words)-n:], " ")}]
		if ok && (n > 1 || c.shortens(kind, words[len(words)-1]) && !isAcronym(c.all[i].name)) {
			return i, true
		}
	}
	return 0, false
}

// shortens reports whether the last word of the name of a body can stand for it:
// "Islanders", but not "Council", of which a text may have several.
func (c *clusters) shortens(kind whosaid.EntityKind, word string) bool {
	return kind == whosaid.EntityOrganization && !c.lex.is(word, isUnit|isSmall|isCommon)
}

// numberedApart reports whether two names have numbers in them and not the same:
// "Local 29", "Local 767".
func numberedApart(a, b []string) bool {
	x, y := numberIn(a), numberIn(b)
	return x != "" && y != "" && x != y
}

// numberIn is the first word with a digit in front, or nothing.
func numberIn(words []string) string {
	for _, w := range words {
		if w != "" && isDigit(w[0]) {
			return w
		}
	}
	return ""
}

// country is the cluster of the country of a nation, if the text names it.
func (c *clusters) country(at int) (int, bool) {
	cl := &c.all[at]
	if cl.kind != whosaid.EntityGroup {
		return 0, false
	}
	country, ok := c.lex.country[strings.TrimSuffix(strings.Join(cl.words, " "), "s")]
	if !ok {
		country, ok = c.lex.country[strings.Join(cl.words, " ")]
	}
	if !ok {
		return 0, false
	}
	if i, ok := c.byForm[country]; ok {
		return c.root(i), true
	}
	if i, ok := c.byAlias[country]; ok {
		return c.root(i), true
	}
	return 0, false
}

// settle joins what only the whole text shows to be one: an acronym that
// stands in brackets behind a name, and the initials that an interview calls a
// person by.
func (c *clusters) settle() {
	for i := range c.mentions {
		b := &c.mentions[i]
		rb := c.root(b.cluster)
		ra, ok := 0, false
		acronym := isAcronym(c.d.Slice(b.span))
		if acronym {
			ra, ok = c.labelled(b)
		}
		if !ok && i > 0 && c.inBrackets(c.mentions[i-1].span, b.span) && (acronym || c.abbreviates(b.span, c.mentions[i-1].span)) {
			ra = c.root(c.mentions[i-1].cluster)
			ok = c.all[ra].kind == c.all[rb].kind
		}
		if ok && ra != rb && len(c.all[rb].words) == 1 {
			c.join(ra, rb)
			continue
		}
		if ra, ok = c.knownAs(i); ok && ra != rb {
			c.join(ra, rb)
		}
	}
}

// knownAs returns the cluster of a name before mention i of which that is another one, as
// the words between tell: "Ola Berg, better known as Skyhook".
func (c *clusters) knownAs(i int) (int, bool) {
	const mentions, tokens = 3, 10
	m := &c.mentions[i]
	first, end := c.d.TokensIn(m.span)
	if first == 0 || !c.lex.is(c.low(first-1), isAs) || end < len(c.d.Tokens) && c.d.Tokens[end].Tag == "POS" {
		return 0, false
	}
	kind := c.all[c.root(m.cluster)].kind
	for k := i - 1; k >= max(0, i-mentions); k-- {
		_, from := c.d.TokensIn(c.mentions[k].span)
		if at := c.root(c.mentions[k].cluster); first-from <= tokens && c.all[at].kind == kind && c.known(from, first-1) {
			return at, true
		}
	}
	return 0, false
}

// known reports whether what stands from token i on says that somebody is known so, before
// token end: ", better known".
func (c *clusters) known(i, end int) bool {
	if i < end && c.low(i) == "," {
		i++
	}
	for i < end && strings.HasPrefix(c.d.Tokens[i].Tag, "RB") {
		i++
	}
	return i < end && c.lex.is(c.low(i), isKnown)
}

// inBrackets reports whether b stands alone in brackets behind a.
func (c *clusters) inBrackets(a, b whosaid.Span) bool {
	gap := b.Start - a.End
	return gap >= 2 && gap <= 3 && strings.TrimSpace(c.d.Text[a.End:b.Start]) == "(" && strings.HasPrefix(c.d.Text[b.End:], ")")
}

// abbreviates reports whether the one word of a name begins like a longer one, and has
// its letters from there: "Calfire", "California Department of Forestry and Fire".
func (c *clusters) abbreviates(short, long whosaid.Span) bool {
	s, l := fold(c.d.Slice(short)), fold(c.d.Slice(long))
	if len(s) < 3 || strings.Contains(s, " ") || !strings.Contains(l, " ") || s[0] != l[0] || len(l) > maxNameBytes {
		return false
	}
	for i := range len(s) {
		k := strings.IndexByte(l, s[i])
		if k < 0 {
			return false
		}
		l = l[k+1:]
	}
	return true
}

// maxNameBytes is how long a name may be that is compared letter by letter.
const maxNameBytes = 256

// labelled returns the person whose initials m is, if it opens a line and a
// colon or the end of its brackets follows: "WSS: Will you sell?", "[WSS] Will you sell?".
func (c *clusters) labelled(m *named) (int, bool) {
	line := strings.TrimRight(c.d.Text[:m.span.Start], "([")
	if line != "" && line[len(line)-1] != '\n' {
		return 0, false
	}
	after := ":"
	if len(line) < m.span.Start {
		after = ":)]"
	}
	if m.span.End == len(c.d.Text) || strings.IndexByte(after, c.d.Text[m.span.End]) < 0 {
		return 0, false
	}
	i, ok := c.byInitials[key{whosaid.EntityPerson, fold(c.d.Slice(m.span))}]
	if !ok {
		return 0, false
	}
	return c.root(i), true
}

// join makes b part of a.
func (c *clusters) join(a, b int) {
	ca, cb := &c.all[a], &c.all[b]
	cb.parent = a
	for _, n := range append([]string{cb.name}, cb.aliases...) {
		if n != ca.name {
			ca.alias(n)
		}
	}
}
