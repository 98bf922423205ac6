// Package coref finds out whom a document means: it links pronouns and noun
// phrases to the people and bodies that take part in it, with a name ("Ann Lee",
// "Orbit Labs") or without one ("a forklift driver").
//
// It goes through the document from left to right three times: the first walk
// collects whom many pronouns tell to be he or she, and the last one knows whom the
// one before it found to be so. For each anaphor it lists the
// participants that were mentioned a short while ago, or are about to be in the
// same sentence, and beside them "none of these": a noun phrase then brings a
// new participant in, a pronoun stays open. A linear model gives each a score,
// and the best one wins. What was linked counts as a mention for what comes
// after. One implementation of this serves reading and training.
package coref

import (
	"context"
	"strings"
	"unicode"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/syntax"
)

// A Name is a mention by name: a half-open range of tokens.
type Name struct {
	First, End int
	Entity     int // index of the entity
}

// An Entity is what is known of a named thing before anaphors are read.
type Entity struct {
	Kind whosaid.EntityKind
	// Words are those of its names, folded.
	Words []string
	Roles []Role
	// Home is the index of a nation's country, or the entity's own.
	Home int
	// Guess is Male or Female if something outside the text gives it. It keeps pronouns
	// of the other gender away, unless words of the text tell otherwise.
	Guess Gender
}

// A Role is what the text says a person is.
type Role struct {
	Head string // the noun, in small letters
	Org  int    // index of an entity, or -1
}

// A Gender is what a text shows of a person by "Mr.", "spokeswoman", "she".
type Gender uint8

// The genders. Both at once, or neither, is unknown.
const (
	Male Gender = 1 << iota
	Female
)

// A Number says how many a participant is.
type Number uint8

// The numbers.
const (
	One Number = iota
	Several
	Crowd
)

// A Described is a participant without a name.
type Described struct {
	Kind   whosaid.EntityKind
	Number Number
	Gender Gender
	// First and End are the tokens of the phrase that brings it in. Of those
	// that the text only names one by one ("Ann Lee and Bo Day … they") it is
	// empty, and Members are their indexes.
	First, End int
	Members    []int
	// Speaks says that it is the subject of a verb of saying.
	Speaks bool
}

// A Link is a pronoun or nominal that means a participant: an entity, or from
// the number of entities on the Described of a Result.
type Link struct {
	First, End int // tokens
	Entity     int
	Form       whosaid.MentionForm
	Score      float64 // calibrated
}

// A Result is what was found in a document.
type Result struct {
	// Links are in the order of their first tokens, the longer of two first.
	Links []Link
	// Described are the participants without a name, in the order in which
	// they come in.
	Described []Described
	// Genders are those of the entities, as far as the text shows.
	Genders []Gender
}

// A Class is a sort of anaphor.
type Class uint8

// The classes of anaphors.
const (
	Subject    Class = iota // he, she before a verb
	Object                  // him, her
	Possessive              // his, her
	Reflexive               // himself, herself
	It                      // it, itself
	Its
	They // they, them
	Their
	Few        // "both", "the pair"
	Definite   // "the driver", "this man", "her boyfriend"
	Indefinite // "a driver", "two officers", "residents"
	Body       // "the company"
	ABody      // "a company", "police"
	NumClasses
)

var classNames = [NumClasses]string{
	"subject", "object", "possessive", "reflexive", "it", "its", "they", "their", "few", "definite", "indefinite", "body", "abody",
}

// String is the name of a class.
func (c Class) String() string {
	if c < NumClasses {
		return classNames[c]
	}
	return "unknown"
}

// An Example is an anaphor to learn from: the features of each candidate, and
// which are right. Candidate 0 is "none of these".
type Example struct {
	Class      Class
	Candidates [][]uint16
	Right      []bool
	// Named says which candidates are people with a name: to take one of
	// them for another is the worst error.
	Named []bool
	// Near is how many candidates were mentioned in this sentence or the
	// one before.
	Near int
}

// A Ranker links anaphors. It is safe for concurrent use.
type Ranker struct {
	weights *Weights
	lex     *lexicon
	parser  *syntax.Parser
}

// NewRanker opens weights as Write writes them; with nil, nothing will be
// linked. Person reports whether a noun in small letters is one for people.
func NewRanker(weights []byte, person func(string) bool) (*Ranker, error) {
	w := &Weights{}
	if weights != nil {
		var err error
		if w, err = Open(weights); err != nil {
			return nil, err
		}
	}
	lex, err := openLexicon()
	if err != nil {
		return nil, err
	}
	parser, err := syntax.New()
	if err != nil {
		return nil, err
	}
	return &Ranker{parser: parser, weights: w, lex: &lexicon{lex.words, lex.nouns, lex.numerals, lex.plurals, lex.synonyms, person}}, nil
}

// Resolve links the anaphors of d, whose tokens are tagged; it parses d, unless d
// has its Syntax. Names are in text order and do not overlap. It fails only if ctx
// is done, with the error of ctx.
func (r *Ranker) Resolve(ctx context.Context, d *whosaid.Document, names []Name, ents []Entity) (Result, error) {
	if !strings.ContainsFunc(d.Text, unicode.IsLetter) {
		// Of marks each may be a token, whose grammar would take as much memory again.
		return Result{Genders: make([]Gender, len(ents))}, ctx.Err()
	}
	tree, err := r.tree(ctx, d)
	if err != nil {
		return Result{}, err
	}
	w := newWalk(r, d, tree, names, ents).collected(ctx)
	w.run(ctx)
	w = w.again()
	w.run(ctx)
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	return w.result(), nil
}

// tree is the grammar of d.
func (r *Ranker) tree(ctx context.Context, d *whosaid.Document) (*syntax.Tree, error) {
	if d.Syntax != nil {
		return syntax.TreeOf(d), nil
	}
	return r.parser.Parse(ctx, d)
}

// Gold returns which participant the tokens of an anaphor mean, by a number from
// 1 on that names share: 0 if it means none, -1 if the data does not say.
type Gold interface {
	Anaphor(first, end int) int
	// Name is the number of the entity with that index, or 0.
	Name(entity int) int
	// Together is the number of those whom the text only names one by one, or
	// 0; members are their numbers.
	Together(members []int) int
}

// Teach goes through d and gives an example for each anaphor that gold knows.
// With follow, what was linked is taken from gold, and else from the weights,
// as it will be in reading.
func (r *Ranker) Teach(d *whosaid.Document, names []Name, ents []Entity, gold Gold, follow bool, example func(Example)) {
	ctx := context.Background()
	tree, err := r.tree(ctx, d)
	if err != nil {
		return // only a done context
	}
	w := newWalk(r, d, tree, names, ents).collected(ctx)
	if follow {
		w.learnFrom(gold, follow, func(Example) {})
	}
	w.run(ctx)
	w = w.again()
	w.learnFrom(gold, follow, example)
	w.run(ctx)
}
