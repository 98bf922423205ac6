package whosaid

import (
	"iter"
	"sort"
	"time"
)

// A Document is what was found in one text. It is a plain value: nothing in
// it refers back to the Extractor that made it.
type Document struct {
	// Text is the caller's text, byte for byte. All spans count its bytes.
	Text string `json:"text"`
	// Published is the day that "Tuesday" counts from. Zero means unknown:
	// relative dates then stay unresolved. The clock is never read.
	Published time.Time `json:"published,omitzero"`
	// PublishedSpan is where Text gives Published, if that was read from there
	// (see extract.WithPublishedFromText), and zero otherwise.
	PublishedSpan Span `json:"publishedSpan,omitzero"`
	// Layers lists the layers that were read, in the order of the constants.
	// The others are empty because they were not read, not because there is
	// nothing to find. A Document made by hand may list none.
	Layers []Layer `json:"layers,omitempty"`

	Sentences []Sentence `json:"sentences"`
	Tokens    []Token    `json:"tokens"`
	// Syntax is the grammar of Tokens, one for each, in the same order; nil
	// without extract.WithSyntax.
	Syntax   []Dependency `json:"syntax,omitempty"`
	Entities []Entity     `json:"entities"`
	Mentions []Mention    `json:"mentions"`
	Dates    []Date       `json:"dates"`
	Quotes   []Quote      `json:"quotes"`
	Claims   []Claim      `json:"claims"`
}

// A Layer is a part of a Document that can be read or left out.
type Layer string

// The layers.
const (
	LayerSentences Layer = "sentences" // Sentences and Tokens with their tags; always read
	LayerSyntax    Layer = "syntax"
	LayerEntities  Layer = "entities" // Entities, with Roles, and Mentions
	LayerDates     Layer = "dates"
	LayerQuotes    Layer = "quotes"
	LayerClaims    Layer = "claims"
)

// Slice returns the text of s: d.Text[s.Start:s.End]. It returns "" for a
// span outside the text.
func (d *Document) Slice(s Span) string {
	if s.Start < 0 || s.End > len(d.Text) || s.Start >= s.End {
		return ""
	}
	return d.Text[s.Start:s.End]
}

// Entity returns the entity of that id, or nil if there is none, as for id 0.
func (d *Document) Entity(id EntityID) *Entity {
	if id < 1 || int(id) > len(d.Entities) {
		return nil
	}
	return &d.Entities[id-1]
}

// Quote returns the quote of that id, or nil if there is none, as for id 0.
func (d *Document) Quote(id QuoteID) *Quote {
	if id < 1 || int(id) > len(d.Quotes) {
		return nil
	}
	return &d.Quotes[id-1]
}

// OfKind yields the entities of one kind that have a name, in the order of their
// first mention.
func (d *Document) OfKind(k EntityKind) iter.Seq[*Entity] {
	return func(yield func(*Entity) bool) {
		for i := range d.Entities {
			if e := &d.Entities[i]; e.Kind == k && e.Name != "" && !yield(e) {
				return
			}
		}
	}
}

// Described yields the people and bodies without a name, in the order of their
// first mention.
func (d *Document) Described() iter.Seq[*Entity] {
	return func(yield func(*Entity) bool) {
		for i := range d.Entities {
			if e := &d.Entities[i]; e.Name == "" && !yield(e) {
				return
			}
		}
	}
}

// QuotesBy yields the quotes that the entity speaks, alone or with others, in
// text order. QuotesBy(0) yields those whose speaker is no entity.
func (d *Document) QuotesBy(id EntityID) iter.Seq[*Quote] {
	return func(yield func(*Quote) bool) {
		for i := range d.Quotes {
			if d.Quotes[i].spokenBy(id) && !yield(&d.Quotes[i]) {
				return
			}
		}
	}
}

// SentenceAt returns the index in Sentences of the sentence that holds the
// byte offset, or -1.
func (d *Document) SentenceAt(offset int) int {
	i := sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].End > offset })
	if i < len(d.Sentences) && d.Sentences[i].Start <= offset {
		return i
	}
	return -1
}

// TokensIn returns the half-open range of indexes in Tokens of the tokens
// that overlap s.
func (d *Document) TokensIn(s Span) (first, end int) {
	first = sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].End > s.Start })
	end = first + sort.Search(len(d.Tokens)-first, func(i int) bool { return d.Tokens[first+i].Start >= s.End })
	return first, end
}
