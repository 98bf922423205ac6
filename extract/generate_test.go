package extract_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid/internal/lab/golden"
)

// TestGeneratedTexts checks what is promised of any text on those of a
// generator that shares nothing with package hostile: a grammar, a chain of
// words, and edits of the article and the inputs of the golden cases.
func TestGeneratedTexts(t *testing.T) {
	t.Parallel()
	searchTexts(t, newGenerator(t).text)
}

// A generator makes texts of seeds. It is safe for concurrent use.
type generator struct {
	samples []string          // texts that stand in the repository
	after   map[pair][]string // what follows two words in them
	starts  []pair            // those that begin samples and sentences
	words   []string
}

// A pair is two words in a row.
type pair struct{ first, second string }

func newGenerator(t *testing.T) *generator {
	g := &generator{samples: []string{article(t)}, after: map[pair][]string{}}
	files, err := filepath.Glob("../testdata/golden/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		b, err := os.ReadFile(file)
		require.NoError(t, err)
		a := golden.ParseFile(string(b))
		if text, ok := a.Get("input"); ok {
			g.samples = append(g.samples, text)
		}
	}
	for _, s := range g.samples {
		g.learn(s)
	}
	return g
}

// learn adds the words of a sample to the chain, with the spaces after them.
func (g *generator) learn(sample string) {
	words := strings.SplitAfter(sample, " ")
	g.words = append(g.words, words...)
	for i := 0; i+2 < len(words); i++ {
		p := pair{words[i], words[i+1]}
		g.after[p] = append(g.after[p], words[i+2])
		if i == 0 || strings.ContainsAny(words[i-1], ".\n") {
			g.starts = append(g.starts, p)
		}
	}
}

func (g *generator) text(seed uint64) string {
	r := &roller{Rand: rand.New(rand.NewPCG(seed, 7)), g: g}
	switch seed % 3 {
	case 0:
		return r.document()
	case 1:
		return r.chain()
	}
	return r.edited()
}

// A roller makes one text.
type roller struct {
	*rand.Rand
	g    *generator
	left int // how many more clauses the grammar may open
}

func (r *roller) of(list ...string) string { return list[r.IntN(len(list))] }

// word picks one of the words of a list with spaces between them.
func (r *roller) word(list string) string { return r.of(strings.Fields(list)...) }

// document is some paragraphs of the grammar.
func (r *roller) document() string {
	var b strings.Builder
	for range 1 + r.IntN(5) {
		r.left = 1 + r.IntN(12)
		s := r.clause()
		if r.IntN(4) > 0 && s != "" {
			s = strings.ToUpper(s[:1]) + s[1:]
		}
		b.WriteString(s + r.of(".", ".", ".", "?", "!", "", "...", ".\"", ":") + r.of(" ", " ", "\n", "\n\n", "\r\n"))
	}
	return b.String()
}

// clause is a main clause, or several with something between them.
func (r *roller) clause() string {
	if r.left--; r.left < 0 {
		return r.of("it rained", "so it is", "she left", "sales of 3,000 boats fell by 2%", "no")
	}
	switch r.IntN(9) {
	case 0:
		return r.clause() + r.of(", and ", " and ", "; ", " but ", ", ", " — ", ": ", " because ", ", while ") + r.clause()
	case 1:
		return r.of("when ", "after ", "if ", "in ", "according to ", "asked whether ", "saying ", "told that ") + r.clause() + ", " + r.clause()
	case 2:
		return r.quoted() + r.of(", ", " ", "") + r.speech() + " " + r.who()
	case 3:
		return r.who() + " " + r.speech() + r.of(": ", ", ", " ") + r.quoted()
	case 4:
		return r.who() + " " + r.speech() + r.of(" that ", " ", " yesterday that ", " in Bruges that ", " them ") + r.clause()
	case 5:
		return r.quoted() + ", " + r.who() + " " + r.speech() + ", " + r.quoted()
	case 6:
		return r.clause() + ", " + r.who() + " " + r.speech()
	}
	return r.who() + " " + r.verb() + " " + r.when()
}

func (r *roller) quoted() string {
	open := r.of("“", "\"", "‘", "'", "«", "")
	end := map[string]string{"“": "”", "\"": "\"", "‘": "’", "'": "'", "«": "»"}[open]
	if r.IntN(8) == 0 {
		end = r.of("", "”", "\"", "’", "\n\n")
	}
	return open + r.clause() + r.of(",", ".", "?", "", " ") + end
}

// who is a noun phrase, which may hold clauses and others of its kind.
func (r *roller) who() string {
	if r.left--; r.left < 0 {
		return r.word("he she it they I we you who this Bo officials Kovač ACME")
	}
	switch r.IntN(10) {
	case 0:
		return r.who() + r.of("'s ", "’s ", "' ") + r.noun()
	case 1:
		return r.of("the ", "a ", "two ", "its ", "no ") + r.noun() + r.of(" of ", " for ", " at ", " in ", " and ") + r.who()
	case 2:
		return r.who() + ", " + r.of("who ", "which ", "whom ") + r.speech() + " " + r.clause() + ","
	case 3:
		return r.name() + ", " + r.of("the ", "a ", "51, ", "") + r.noun() + r.of(",", "")
	case 4:
		return r.word("Mr. Mrs. Dr. Sen. President Minister ex-mayor Sgt. Lord") + " " + r.name()
	case 5:
		return r.name() + r.of(" Inc.", " Group", " University", " & Co.", " Party", "-based firm")
	case 6:
		return r.of("the ", "this ", "that ", "The ") + r.noun()
	case 7:
		return strings.TrimSpace(r.g.words[r.IntN(len(r.g.words))])
	}
	return r.name()
}

func (r *roller) name() string {
	first := r.word("Ida Bo Milan Étienne Olu Mary-Jane X. van Al IDA Ł")
	if r.IntN(3) == 0 {
		return first
	}
	return first + " " + r.word("Kovač Stone Oyelaran O'Dea de-Wit STONE McRae III Jr. Bruges Peru")
}

func (r *roller) noun() string {
	return r.word("spokesman spokeswoman mayor company city country court report statement witnesses lawyer brother union study police " +
		"president minister team bank group tweet editor chief-executive")
}

func (r *roller) speech() string {
	return r.word("said says told asked added denied claimed thinks believes wrote tweeted warned according-to confirmed rejected "+
		"promised wants expects announced hopes urged found shows reported admitted replied insists called described") +
		r.of("", "", "", " not", " again", " it", " us", " to")
}

func (r *roller) verb() string {
	return r.word("left sold bought was is were became met saw killed won lost hit may-close will-open has-risen rose disputed fired joined")
}

func (r *roller) when() string {
	return r.of("on Monday", "in 1997", "at noon", "3 years ago", "since May 2011", "2020-02-30", "tomorrow", "for $4.5m", "by 12%", "in Peru",
		"the house", "from 9 to 5", "next week", "10/11/12", "last Christmas", "in the '80s", "every day", "1st June", "")
}

// chain strings words together as the samples do, looking back at two.
func (r *roller) chain() string {
	var b strings.Builder
	var at pair
	for range 10 + r.IntN(1+r.IntN(160)) {
		next := r.g.after[at]
		if len(next) == 0 || r.IntN(25) == 0 {
			at = r.g.starts[r.IntN(len(r.g.starts))]
			b.WriteString(at.first + at.second)
			continue
		}
		w := r.of(next...)
		b.WriteString(w)
		at = pair{at.second, w}
	}
	return b.String()
}

// edited is a piece of a sample after some edits.
func (r *roller) edited() string {
	s := []rune(r.sample())
	from := r.IntN(len(s))
	s = s[from:min(len(s), from+20+r.IntN(500))]
	for range 1 + r.IntN(12) {
		if len(s) == 0 {
			break
		}
		i, n := r.IntN(len(s)), 1+r.IntN(30)
		j := min(len(s), i+n)
		switch r.IntN(7) {
		case 0: // one sign for another of its class
			s[i] = r.like(s[i])
		case 1: // gone
			s = append(s[:i:i], s[j:]...)
		case 2: // moved to the end
			s = append(append(s[:i:i], s[j:]...), s[i:j]...)
		case 3: // mirrored
			for a, b := i, j-1; a < b; a, b = a+1, b-1 {
				s[a], s[b] = s[b], s[a]
			}
		case 4: // all signs of one sort for others
			c := s[i]
			for k := range s {
				if s[k] == c {
					s[k] = r.like(c)
				}
			}
		case 5: // a piece of another sample
			t := []rune(r.sample())
			k := r.IntN(len(t))
			s = append(append(s[:i:i], t[k:min(len(t), k+n)]...), s[i:]...)
		default: // the same piece again
			s = append(s[:j:j], s[i:]...)
		}
	}
	return string(s)
}

// sample is one of the samples that are not empty.
func (r *roller) sample() string {
	for {
		if s := r.g.samples[r.IntN(len(r.g.samples))]; s != "" {
			return s
		}
	}
}

// like is another sign of the class of c.
func (r *roller) like(c rune) rune {
	class := []rune("“”\"'‘’«»„`")
	switch {
	case unicode.IsLetter(c):
		class = []rune("aeXZßéжه中ſ")
	case unicode.IsDigit(c):
		class = []rune("0123456789½٣")
	case unicode.IsSpace(c):
		class = []rune(" \n\t\r\v\u00a0\u2028\u3000\u200b")
	case strings.ContainsRune(".,;:!?-–—…()[]&%$", c):
		class = []rune(".,;:!?-–—…()[]&%$")
	}
	return class[r.IntN(len(class))]
}
