package syntax

import (
	_ "embed"
	"sync"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/wordfile"
)

// A Reader turns tokens into words. Training and parsing use the same one.
type Reader struct {
	clusters *modelfile.Table
	words    map[string]class
}

// A class is a set of classes of words; words.txt says what each is for.
type class uint8

const (
	isVerb class = 1 << iota
	isAdverb
)

//go:embed words.txt
var wordsText string

var openWords = sync.OnceValues(func() (map[string]class, error) { return newWords(wordsText) })

func newWords(text string) (map[string]class, error) {
	file := wordfile.File{Name: "internal/syntax/words.txt", Text: text, Lower: true}
	return wordfile.Classes(file, map[string]class{"verb": isVerb, "adverb": isAdverb})
}

// NewReader returns a reader that knows the clusters of words.
func NewReader(clusters *modelfile.Table) (*Reader, error) {
	words, err := openWords()
	return &Reader{clusters, words}, err
}

// read looks at the tokens and prepares the state.
func (r *Reader) read(s *scratch, d *whosaid.Document, first, end int) {
	s.tokens = s.tokens[:0]
	var before marks
	for i := first; i < end; i++ {
		var x word
		r.look(d, &d.Tokens[i], &before, &x)
		before = x.marks
		s.tokens = append(s.tokens, x)
	}
	s.state.fill(s.tokens)
	s.state.reset()
}

// fill takes the words out of the tokens.
func (s *state) fill(tokens []word) {
	s.words, s.place = append(s.words[:0], noWord), append(s.place[:0], 0)
	before := uint32(0)
	var last marks
	for i := range tokens {
		t := &tokens[i]
		last = t.marks
		if t.punct {
			before = linear.Mix(before, t.tag)
			continue
		}
		s.words, s.place = append(s.words, *t), append(s.place, int32(i))
		s.words[len(s.words)-1].before = before
		before = 0
	}
	verb := int32(len(s.words))
	for i := len(s.words) - 1; i >= 0; i-- {
		s.words[i].verb = verb
		if s.words[i].finite {
			verb = int32(i)
		}
	}
	for _, e := range theEnd {
		e.verb = int32(len(s.words))
		e.marks, e.before, before = last, before, 0
		s.words = append(s.words, e)
	}
}
