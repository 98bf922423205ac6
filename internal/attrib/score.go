package attrib

import "github.com/whosaid/whosaid"

// A Path is the way in which a quote got its speaker. With the sum of its frame it
// says how likely the quote is right.
type Path uint8

// The paths.
const (
	PathNamed     Path = iota // a name in the source
	PathPronoun               // a pronoun, followed back
	PathNominal               // a noun, followed back
	PathUnnamed               // a source without a name
	PathNoSource              // a cue without a source
	PathFloating              // no cue, but somebody spoke before
	PathAnonymous             // neither cue nor speaker
	PathLabel                 // a label and a colon

	NumPaths = iota
)

// PathOf returns the path of a finished quote of d.
func PathOf(d *whosaid.Document, q *whosaid.Quote) Path {
	switch {
	case q.Evidence.Rule == whosaid.EvidenceLabel:
		return PathLabel
	case q.Cue.Empty() && q.Speaker != 0:
		return PathFloating
	case q.Cue.Empty():
		return PathAnonymous
	case q.Source.Empty():
		return PathNoSource
	case q.Speaker == 0:
		return PathUnnamed
	}
	first, end := d.TokensIn(q.Source)
	if first+1 == end && first < len(d.Tokens) && (d.Tokens[first].Tag == "PRP" || d.Tokens[first].Tag == "WP") {
		return PathPronoun
	}
	for k := first; k < end; k++ {
		if d.Tokens[k].Tag == "NNP" || d.Tokens[k].Tag == "NNPS" {
			return PathNamed
		}
	}
	return PathNominal
}

// Sums are counted in steps; those beyond the ends fall into the end steps.
const (
	scoreSteps = 32
	lowestStep = -4 // where steps begin, in units of the scale
	perUnit    = 2  // steps for 1.0
)

// NumKeys is the number of different keys of quotes.
const NumKeys = NumPaths * scoreSteps

// Key is the place in the calibration table of a quote of path p with this sum.
func (x *Reader) Key(p Path, sum int32) int32 {
	step := perUnit * (sum - lowestStep*x.model.Scale()) / x.model.Scale()
	return int32(p)*scoreSteps + max(0, min(scoreSteps-1, step))
}

// StepSum is the sum, in units of the scale, in the middle of step k of a path.
func StepSum(k int) float64 { return lowestStep + (float64(k)+0.5)/perUnit }

// Probability is how likely it is that a quote of this path and sum has the right
// content and speaker, in [0,1].
func (x *Reader) Probability(p Path, sum int32) float64 { return x.model.Probability(x.Key(p, sum)) }
