// Package attrib finds the attributions of a document: cue, source, content.
// It pairs quotation marks by rule, judges each word that may be a cue, and
// labels the words around each cue with a sequence model.
package attrib

import (
	"fmt"
	"slices"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/lookup"
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
	Class   whosaid.VerbClass
	Part    Part
	CueSum  int32 // what the cue model says; > 0 means a cue
	Sum     int32 // what the model says of the frame as a whole
	// Rule is how the content was found.
	Rule whosaid.EvidenceRule
	// Of is the index of the frame that a continued quotation belongs to,
	// or -1.
	Of int

	window whosaid.Span // the bytes that the frame may reach
}

// A Reader finds attributions. It is safe for concurrent use.
type Reader struct {
	lex      *lexicon
	clusters *lookup.Table
	model    *linear.Model
}

// Threshold is the sum above which a frame is kept, and cueThreshold the sum
// above which a candidate is worth a frame.
const (
	Threshold        = -32
	thoughtThreshold = -48
	cueThreshold     = -144
)

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

// NewReader returns a Reader. A nil model serves for training only.
func NewReader(model *linear.Model, clusters *lookup.Table) (*Reader, error) {
	lex, err := openLexicon(cueList)
	if err != nil {
		return nil, err
	}
	if model != nil && !slices.Equal(model.Labels(), Labels()) {
		return nil, fmt.Errorf("attrib: %w: labels %q", linear.ErrDamaged, model.Labels())
	}
	return &Reader{lex: lex, clusters: clusters, model: model}, nil
}

// threshold is the sum above which a frame with a cue of this class is kept.
// The articles to learn from mark few thoughts, so sums are low for them.
func threshold(c whosaid.VerbClass) int32 {
	if c.Speech() {
		return Threshold
	}
	return thoughtThreshold
}
