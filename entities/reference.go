package entities

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// A link is a pronoun or nominal that refers to a cluster.
type link struct {
	span    whosaid.Span
	cluster int
	form    whosaid.MentionForm
	score   float64
}

// window is how many names back a pronoun may refer, and reach how many
// sentences.
const (
	window = 24
	reach  = 4
)

// candidate is a name that a pronoun or nominal may refer to.
type candidate struct {
	cluster, token, sentence int
	subject, quoted          bool
}

// references goes through a document and links what refers to names.
type references struct {
	*roleFinder
	rolesOf map[int][]role // of each person, the first few
	gender  map[int]flag
	people  []candidate  // the latest last
	bodies  []candidate  // organizations and places
	lastHe  map[flag]int // whom the last he, and she, meant
	quoted  bool         // inside quotation marks
	links   []link
	sent    int // the sentence at hand
}

// titles tell the gender of who bears them.
var titles = map[string]flag{
	"mr": isMale, "mr.": isMale, "sir": isMale, "lord": isMale, "king": isMale, "prince": isMale, "pope": isMale, "father": isMale, "brother": isMale,
	"mrs": isFemale, "mrs.": isFemale, "ms": isFemale, "ms.": isFemale, "miss": isFemale, "lady": isFemale, "dame": isFemale, "queen": isFemale, "princess": isFemale, "sister": isFemale, "mother": isFemale,
}

var pronouns = map[string]flag{
	"he": isMale, "him": isMale, "his": isMale, "himself": isMale,
	"she": isFemale, "her": isFemale, "hers": isFemale, "herself": isFemale,
}

// bodyNouns are head nouns that organizations go by, with whether one that does
// not have the word in its name can be meant.
var bodyNouns = map[string]bool{
	"company": true, "firm": true, "group": true, "organization": true, "organisation": true, "agency": true, "corporation": true, "startup": true,
	"ministry": false, "department": false, "university": false, "bank": false, "party": false, "court": false, "commission": false, "committee": false,
	"council": false, "institute": false, "institution": false, "association": false, "federation": false, "foundation": false, "union": false, "board": false,
	"newspaper": true, "magazine": true, "airline": true, "carrier": true, "club": true, "team": true, "league": false, "school": false, "college": false,
	"hospital": false, "police": false, "army": false, "navy": false, "senate": false, "parliament": false, "congress": false, "government": false, "administration": false,
	"manufacturer": true, "retailer": true, "automaker": true, "bureau": false, "center": false, "centre": false, "network": true, "charity": true, "nonprofit": true,
}

func resolveReferences(d *whosaid.Document, lex *lexicon, c *clusters, roles []role) []link {
	r := &references{
		roleFinder: &roleFinder{d: d, lex: lex, c: c, name: make([]int, len(d.Tokens))},
		rolesOf:    map[int][]role{}, gender: map[int]flag{}, lastHe: map[flag]int{},
	}
	const few = 8
	for _, ro := range roles {
		if at := c.root(ro.person); len(r.rolesOf[at]) < few {
			r.rolesOf[at] = append(r.rolesOf[at], ro)
		}
		r.gender[c.root(ro.person)] |= lex.role[ro.head] & (isMale | isFemale)
	}
	for i := range r.name {
		r.name[i] = -1
	}
	for m := range c.mentions {
		first, end := d.TokensIn(c.mentions[m].span)
		for i := first; i < end; i++ {
			r.name[i] = m
		}
	}
	r.genders()
	for si := range d.Sentences {
		r.sent = si
		r.sentence(&d.Sentences[si])
	}
	return r.links
}

// genders collects what the text says: titles and roles, never first names.
func (r *references) genders() {
	for i := 1; i < len(r.name); i++ {
		if m := r.name[i]; m >= 0 && r.name[i-1] != m && r.kind(m) == whosaid.Person {
			r.gender[r.cluster(m)] |= titles[r.lower(i-1)]
		}
	}
	for c, g := range r.gender { // what contradicts itself tells nothing
		if g == isMale|isFemale {
			r.gender[c] = 0
		}
	}
}

func (r *references) sentence(s *whosaid.Sentence) {
	subject := true // until the first verb
	for i := s.FirstToken; i < s.EndToken; i++ {
		tag, w := r.d.Tokens[i].Tag, r.word(i)
		switch w {
		case "“", "``":
			r.quoted = true
		case "”", "''":
			r.quoted = false
		case "\"":
			r.quoted = !r.quoted
		}
		if m := r.name[i]; m >= 0 {
			end := i
			for end+1 < s.EndToken && r.name[end+1] == m {
				end++
			}
			r.remember(candidate{r.cluster(m), i, r.sent, subject || r.nextIsVerb(end+1, s), r.quoted}, r.kind(m))
			i = end
			continue
		}
		low := strings.ToLower(w)
		if g, ok := pronouns[low]; ok {
			r.pronoun(i, g, s)
		} else if low == "it" || low == "its" {
			r.it(i, s)
		} else if low == "the" || low == "this" || low == "that" && tag == "DT" {
			if end := r.nominal(i, s); end > i {
				i = end - 1
			}
		}
		if strings.HasPrefix(tag, "VB") || tag == "MD" {
			subject = false
		}
		if w == "," && i-s.FirstToken > 6 {
			subject = false
		}
	}
	if r.quoted && r.newParagraph() {
		r.quoted = false
	}
}

func (r *references) newParagraph() bool {
	ss := r.d.Sentences
	return r.sent+1 < len(ss) && ss[r.sent+1].Paragraph != ss[r.sent].Paragraph
}

func (r *references) nextIsVerb(i int, s *whosaid.Sentence) bool {
	if i >= s.EndToken {
		return false
	}
	tag := r.d.Tokens[i].Tag
	return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD"
}

func (r *references) remember(c candidate, kind whosaid.EntityKind) {
	list := &r.bodies
	switch kind {
	case whosaid.Person:
		list = &r.people
	case whosaid.Organization, whosaid.Place:
	default:
		return
	}
	if *list = append(*list, c); len(*list) > 2*window {
		*list = append((*list)[:0], (*list)[window:]...)
	}
}

// nearest is the weight of a name so many sentences back.
var nearest = [reach + 1]int{30, 26, 15, 8, 3}

// pronoun links he and she.
func (r *references) pronoun(i int, g flag, s *whosaid.Sentence) {
	possessive := r.d.Tokens[i].Tag == "PRP$"
	object := !possessive && i > s.FirstToken && !r.nextIsVerb(i+1, s)
	type tally struct{ score, cluster int }
	var best, second tally
	best.score, second.score = -1, -1
	seen := map[int]bool{}
	first := r.firstSubject(s)
	for k := len(r.people) - 1; k >= 0 && len(r.people)-k <= window; k-- {
		c := r.people[k]
		far := r.sent - c.sentence
		if far > reach {
			break
		}
		root := c.cluster
		if have := r.gender[root]; have != 0 && have&g == 0 {
			continue
		}
		score := nearest[far]
		if c.subject {
			score += 14
		}
		if far == 0 && object && c.token == first {
			score -= 25 // "Lee thanked him"
		}
		if far == 0 && possessive && c.token == first {
			score += 8
		}
		if r.gender[root]&g != 0 {
			score += 10
		}
		if last, ok := r.lastHe[g]; ok && last == root {
			score += 14
		}
		score += min(r.c.all[root].count, 6) * 2
		if c.quoted != r.quoted {
			score -= 8
		}
		score -= (len(r.people) - 1 - k) // among equals the nearer one
		switch {
		case seen[root]:
			if best.cluster == root {
				best.score = max(best.score, score)
			}
		case score > best.score:
			best, second = tally{score, root}, best
		case score > second.score:
			second = tally{score, root}
		}
		seen[root] = true
	}
	if best.score < 0 {
		return
	}
	r.lastHe[g] = best.cluster
	if second.score < 0 && r.gender[best.cluster] == 0 {
		r.gender[best.cluster] = g // nobody else can be meant
	}
	r.link(i, i+1, best.cluster, whosaid.Pronoun, confidence(best.score-max(second.score, 0)))
	if i == s.FirstToken || r.nextIsVerb(i+1, s) {
		r.remember(candidate{best.cluster, i, r.sent, true, r.quoted}, whosaid.Person)
	}
}

// confidence is the share of right links by how far the best candidate was
// ahead, measured on the training articles.
func confidence(lead int) float64 {
	switch {
	case lead < 5:
		return 0.55
	case lead < 15:
		return 0.7
	case lead < 30:
		return 0.8
	}
	return 0.88
}

func (r *references) firstSubject(s *whosaid.Sentence) int {
	for k := len(r.people) - 1; k >= 0 && r.people[k].sentence == r.sent; k-- {
		if k == 0 || r.people[k-1].sentence != r.sent {
			return r.people[k].token
		}
	}
	return -1
}

// it links "it" before a verb, and "its", to the organization or place that
// was the subject last.
func (r *references) it(i int, s *whosaid.Sentence) {
	if !r.nextIsVerb(i+1, s) && r.d.Tokens[i].Tag != "PRP$" {
		return
	}
	for k := len(r.bodies) - 1; k >= 0 && len(r.bodies)-k <= window; k-- {
		c := r.bodies[k]
		if r.sent-c.sentence > 1 {
			return
		}
		if c.subject && r.c.all[c.cluster].kind == whosaid.Organization {
			r.link(i, i+1, c.cluster, whosaid.Pronoun, 0.6)
			return
		}
	}
}

func (r *references) link(first, end, cluster int, form whosaid.MentionForm, score float64) {
	r.links = append(r.links, link{r.span(first, end), cluster, form, score})
}

// nominal links "the Chinese president", "the spokesman", "the company" and
// returns where it ends, or 0.
func (r *references) nominal(i int, s *whosaid.Sentence) int {
	head, owner := -1, -1
	j := i + 1
	for ; j < s.EndToken && j-i < 8; j++ {
		if m := r.name[j]; m >= 0 {
			if r.kind(m) == whosaid.Person {
				return 0
			}
			owner = m
			continue
		}
		tag := r.d.Tokens[j].Tag
		if r.isBody(j) || r.isHead(j) {
			head = j
		} else if !(strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "JJ") || tag == "POS" || tag == "CD" || tag == "VBN" || tag == "-" || tag == ":") {
			break
		}
	}
	if head < 0 || j < s.EndToken && r.name[j] >= 0 || head != j-1 {
		return 0
	}
	if r.isHead(head) {
		if at, ok := r.byRole(r.lower(head), owner); ok {
			r.link(i, head+1, at, whosaid.Nominal, 0.8)
			r.remember(candidate{at, i, r.sent, i == s.FirstToken || r.nextIsVerb(head+1, s), r.quoted}, whosaid.Person)
			return head + 1
		}
	}
	if known, ok := bodyNouns[r.lower(head)]; ok {
		if at, ok := r.byNoun(r.lower(head), known && owner < 0); ok {
			r.link(i, head+1, at, whosaid.Nominal, 0.65)
			return head + 1
		}
	}
	return 0
}

func (r *references) isBody(i int) bool {
	_, ok := bodyNouns[r.lower(i)]
	return ok && r.name[i] < 0
}

// sameRole are head nouns that mean one thing.
func sameRole(head string) string {
	for _, end := range []string{"woman", "person", "man"} {
		if base, ok := strings.CutSuffix(head, end); ok && len(base) > 3 {
			return base + "man"
		}
	}
	return head
}

// byRole finds the person with a role, of the owner if one is named, who was
// named last.
func (r *references) byRole(head string, owner int) (int, bool) {
	want := -1
	if owner >= 0 {
		want = r.organization(owner)
	}
	for k := len(r.people) - 1; k >= 0; k-- {
		cl := r.people[k].cluster
		for _, ro := range r.rolesOf[cl] {
			if sameRole(ro.head) == sameRole(head) && (want < 0 || ro.org < 0 || r.c.root(ro.org) == want) {
				return cl, true
			}
		}
	}
	return 0, false
}

// byNoun finds the organization that has the noun in its name, or with any
// the one that was named last.
func (r *references) byNoun(noun string, any bool) (int, bool) {
	for k := len(r.bodies) - 1; k >= 0; k-- {
		cl := &r.c.all[r.bodies[k].cluster]
		if cl.kind == whosaid.Organization && contains(cl.words, noun) {
			return r.bodies[k].cluster, true
		}
	}
	for k := len(r.bodies) - 1; any && k >= 0 && r.sent-r.bodies[k].sentence <= 3; k-- {
		if c := r.bodies[k]; r.c.all[c.cluster].kind == whosaid.Organization && c.subject {
			return c.cluster, true
		}
	}
	return 0, false
}
