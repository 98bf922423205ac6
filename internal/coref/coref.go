// Package coref links pronouns and nominals to the entities that a document
// names: "he", "its", "the spokesman", "the company".
//
// It goes through the document from left to right, and once more knowing whom
// the first pass found to be he or she. For each anaphor it
// lists the entities that were mentioned a short while ago, or are about to be
// in the same sentence, and beside them "nobody that has a name"; a linear
// model gives each a score, and the best one wins. What was linked counts as a
// mention for what comes after. One implementation of this serves reading and
// training.
package coref

import (
	"context"

	"github.com/whosaid/whosaid"
)

// A Name is a mention by name: a half-open range of tokens.
type Name struct {
	First, End int
	Entity     int // index of the entity
}

// An Entity is what is known of a named thing before pronouns are read.
type Entity struct {
	Kind whosaid.EntityKind
	// Words are those of its names, folded.
	Words []string
	Roles []Role
	// Home is the index of a nation's country, or the entity's own.
	Home int
	// Gender is Male or Female if something outside the text tells it.
	Gender Gender
}

// A Role is what the text says a person is.
type Role struct {
	Head string // the noun, in small letters
	Org  int    // index of an entity, or -1
}

// A Gender is what a text tells of a person by "Mr.", "spokeswoman", "she".
type Gender uint8

// The genders. Both at once, or neither, is unknown.
const (
	Male Gender = 1 << iota
	Female
)

// A Link is a pronoun or nominal that means an entity.
type Link struct {
	First, End int // tokens
	Entity     int
	Form       whosaid.MentionForm
	Score      float64 // calibrated
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
	RoleNoun // "the spokesman"
	BodyNoun // "the company"
	NumClasses
)

var classNames = [NumClasses]string{"subject", "object", "possessive", "reflexive", "it", "its", "role", "body"}

// String is the name of a class.
func (c Class) String() string {
	if c < NumClasses {
		return classNames[c]
	}
	return "unknown"
}

// An Example is an anaphor to learn from: the features of each candidate, and
// which is right. Candidate 0 is "nobody that has a name".
type Example struct {
	Class      Class
	Candidates [][]uint16
	Right      int
	// Near is how many candidates were mentioned in this sentence or the
	// one before.
	Near int
}

// A Ranker links anaphors. It is safe for concurrent use.
type Ranker struct {
	weights *Weights
	lex     *lexicon
	person  func(string) bool
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
	return &Ranker{weights: w, lex: lex, person: person}, nil
}

// Resolve links the anaphors of d, whose tokens are tagged. Names are in text
// order and do not overlap. Links come in text order. Resolve fails only if
// ctx is done, with the error of ctx.
func (r *Ranker) Resolve(ctx context.Context, d *whosaid.Document, names []Name, ents []Entity) ([]Link, error) {
	w := newWalk(r, d, names, ents)
	w.run(ctx)
	w = w.again()
	w.run(ctx)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return w.links, nil
}

// Gold tells which entity an anaphor means, -1 for none that has a name; known
// is false if the data does not say.
type Gold func(first, end int) (entity int, known bool)

// Teach goes through d and gives an example for each anaphor that gold knows.
// With follow, what was linked is taken from gold, and else from the weights,
// as it will be in reading.
func (r *Ranker) Teach(d *whosaid.Document, names []Name, ents []Entity, gold Gold, follow bool, example func(Example)) {
	ctx := context.Background()
	w := newWalk(r, d, names, ents)
	if !follow {
		w.run(ctx)
		w = w.again()
	}
	w.gold, w.follow, w.example = gold, follow, example
	w.run(ctx)
}
