package claim

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed weights.txt
var weightsText string

// Steps is how many steps of a weight make one unit of log odds.
const Steps = 8

// maxSum bounds the sum of weights, in steps.
const maxSum = 5 * Steps

// A scorer has the weights of the features of a claim, fitted by
// internal/cmd/claimscore, whose sum is how likely the claim is right.
type scorer struct {
	weights [NumFeatures]int
}

// openScorer reads a weight for each feature, in the order of the features.
func openScorer(text string) (*scorer, error) {
	f := wordfile.File{Name: "internal/claim/weights.txt", Text: text}
	m := &scorer{}
	next := 0
	err := f.Lines(nil, func(_, line string) error {
		name, weight, _ := strings.Cut(line, " ")
		if next == len(featureNames) {
			return fmt.Errorf("feature %q, want no more", name)
		}
		if name != featureNames[next] {
			return fmt.Errorf("feature %q, want %q", name, featureNames[next])
		}
		w, err := strconv.Atoi(weight)
		if err != nil || w < -maxSum || w > maxSum {
			return fmt.Errorf("feature %q: weight %q is no integer within %d", name, weight, maxSum)
		}
		m.weights[next] = w
		next++
		return nil
	})
	if err == nil && next < len(featureNames) {
		err = fmt.Errorf("%s: feature %q is missing", f.Name, featureNames[next])
	}
	return m, err
}

// odds are the probabilities of sums of weights from -maxSum on: rounded, and
// written down, so that they are the same on all machines.
var odds = [2*maxSum + 1]float64{
	0.007, 0.008, 0.009, 0.01, 0.011, 0.012, 0.014, 0.016, 0.018, 0.02, 0.023, 0.026, 0.029, 0.033,
	0.037, 0.042, 0.047, 0.053, 0.06, 0.068, 0.076, 0.085, 0.095, 0.107, 0.119, 0.133, 0.148, 0.165,
	0.182, 0.202, 0.223, 0.245, 0.269, 0.294, 0.321, 0.349, 0.378, 0.407, 0.438, 0.469, 0.5, 0.531,
	0.562, 0.593, 0.622, 0.651, 0.679, 0.706, 0.731, 0.755, 0.777, 0.798, 0.818, 0.835, 0.852, 0.867,
	0.881, 0.893, 0.905, 0.915, 0.924, 0.932, 0.94, 0.947, 0.953, 0.958, 0.963, 0.967, 0.971, 0.974,
	0.977, 0.98, 0.982, 0.984, 0.986, 0.988, 0.989, 0.99, 0.991, 0.992, 0.993,
}

// score is the probability that claim c of d has the right boundaries and,
// where the narrator is its claimant, that this is right; claims is how many
// claims its sentence has.
func (f *Finder) score(d *whosaid.Document, c *whosaid.Claim, claims int) float64 {
	var buf [NumFeatures]Feature
	sum := 0
	for _, x := range f.Features(buf[:0], d, c, claims) {
		sum += f.scores.weights[x]
	}
	return odds[min(max(sum, -maxSum), maxSum)+maxSum]
}
