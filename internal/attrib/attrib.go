// Package attrib finds the attributions of a document: cue, source, content.
// It pairs quotation marks by rule, judges each word that may be a cue, and
// labels the words around each cue with a sequence model.
package attrib

import (
	"context"
	"slices"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/modelfile"
)

// A Piece is a stretch of content.
type Piece struct {
	whosaid.Span              // with its quotation marks
	Words        whosaid.Span // without the outer ones
	Form         whosaid.QuoteForm

	first, end int // units
}

// A Frame is one attribution. Spans are in bytes; those that the text lacks
// are zero.
type Frame struct {
	Cue     whosaid.Span
	Source  whosaid.Span
	Content []Piece // in text order
	Class   whosaid.CueClass
	Sum     int32 // what the model says of the frame as a whole
	// Rule is how the content was found.
	Rule whosaid.EvidenceRule
	// Of is the index, in its part, of the frame that a continued quotation
	// belongs to, or -1.
	Of int
	// Nested is set if the frame lies inside a quotation.
	Nested bool

	window whosaid.Span // the bytes that the frame may reach
}

// A Reader finds attributions. It is safe for concurrent use.
type Reader struct {
	lex      *lexicon
	clusters *modelfile.Table
	model    *linear.Model
}

// The labels of the model beyond those of units: that of the candidates that
// are cues, and of the frames that are attributions.
const (
	cueLabel   = NumLabels
	frameLabel = NumLabels + 1
	allLabels  = NumLabels + 2
)

// Labels names the labels of the model: those of the units around a cue, the
// cue itself, and the whole frame.
func Labels() []string {
	return []string{"outside", "begin-content", "content", "begin-source", "source", "cue", "frame"}
}

// NewReader returns a Reader. The model may be nil in training only.
func NewReader(model *linear.Model, clusters *modelfile.Table) (*Reader, error) {
	lex, err := openLexicon()
	if err != nil {
		return nil, err
	}
	if model != nil {
		if err := check(model); err != nil {
			return nil, err
		}
	}
	return &Reader{lex: lex, clusters: clusters, model: model}, nil
}

// check proves that m is a model of attributions by its labels, which of them may
// follow one another, and its calibration, if any, which must have each key.
// Errors are of type *modelfile.DamageError.
func check(m *linear.Model) error {
	if !slices.Equal(m.Labels(), Labels()) {
		return m.Damaged("labels", "not those of attributions: %.80q", m.Labels())
	}
	if err := m.CheckMoves(NumLabels, Allowed); err != nil {
		return err
	}
	bins := m.Calibration()
	if n := len(bins); n != 0 && n != NumKeys {
		return m.Damaged("calibration", "%d steps, want %d", n, NumKeys)
	}
	for i, b := range bins {
		if b.Margin != int32(i) {
			return m.Damaged("calibration", "step %d has key %d", i, b.Margin)
		}
	}
	return nil
}

// Read finds the attributions of d and gives them to take, those of one part of
// the text at a time: in the order of their cues, and then those without a cue.
// No attribution reaches out of its part. Read fails only if ctx is done, with
// the error of ctx; what take was given last may then be incomplete.
func (x *Reader) Read(ctx context.Context, d *whosaid.Document, take func([]Frame)) error {
	a := scratch.Get().(*analysis)
	defer a.release()
	a.parts.Start(d, func(sentence, tokens int) bool { return parted(d, sentence, tokens) })
	for ctx.Err() == nil && a.parts.Next() {
		take(x.readPart(ctx, a))
	}
	return ctx.Err()
}
