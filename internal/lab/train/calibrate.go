package train

import (
	"context"
	"math"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/attrib"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/quote"
)

// calibrate counts how often quotes of each key are right in documents that
// the models have not seen, and makes of it the table of probabilities.
func (q *quoteTrainer) calibrate() ([]linear.Bin, error) {
	for k := range q.parts {
		q.parts[k].whole = meanOf(quoteSeeds, func(seed uint64) *CRF { return binaryModel(q.wholes, k, seed) })
	}
	keys := make([]linear.Bin, attrib.NumKeys) // each key's "probability" is the key
	for k := range keys {
		keys[k] = linear.Bin{Margin: int32(k), Permille: uint16(k)}
	}
	right, all := make([]float64, attrib.NumKeys), make([]float64, attrib.NumKeys)
	err := q.each(keys, func(data []byte, i int) error {
		if !q.docs[i].Real {
			return nil
		}
		a, err := openQuotes(data)
		if err != nil {
			return err
		}
		d := q.docs[i].Doc
		found, err := a.Attribute(context.Background(), d)
		if err != nil {
			return err
		}
		for _, x := range found {
			if x.Parent != 0 {
				continue // nobody marked these
			}
			key := int(math.Round(x.Score * 1000))
			for _, s := range x.Content {
				all[key]++
				if isRight(d, &x, s, q.docs[i].Golds) {
					right[key]++
				}
			}
		}
		return nil
	})
	return table(right, all), err
}

// openQuotes opens a model of quotes beside the other built-in models.
func openQuotes(data []byte) (*quote.Attributor, error) {
	s := model.BuiltIn()
	s.Quotes = data
	return quote.Open(s)
}

// isRight reports whether piece s of x is attributed, to the right speaker.
func isRight(d *whosaid.Document, x *whosaid.Quote, s whosaid.Span, golds []Gold) bool {
	for i := range golds {
		g := &golds[i]
		for _, c := range g.Content {
			both := min(s.End, c.End) - max(s.Start, c.Start)
			if both <= 0 || 2*both < max(s.End, c.End)-min(s.Start, c.Start) {
				continue
			}
			switch {
			case g.Name != "":
				e := d.Entity(x.Speaker)
				return e != nil && lastWord(e.Name) == lastWord(g.Name)
			case !g.Source.Empty():
				return g.Source.Overlaps(x.Source)
			}
			return true
		}
	}
	return false
}

func lastWord(name string) string {
	f := strings.Fields(strings.ToLower(name))
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}

// prior is how many quotes the guess from all paths counts for.
const prior = 8

// table makes probabilities of counts: for each path they rise with the sum,
// and where it has few quotes they follow those of all paths.
func table(right, all []float64) []linear.Bin {
	n := attrib.NumKeys / attrib.NumPaths
	r, a := make([]float64, n), make([]float64, n)
	for k := range all {
		r[k%n] += right[k]
		a[k%n] += all[k]
	}
	pool := rising(r, a, func(k int) float64 { return 0.9 / (1 + math.Exp(-attrib.StepSum(k))) })
	bins := make([]linear.Bin, attrib.NumKeys)
	for p := range attrib.NumPaths {
		r, a := right[p*n:(p+1)*n], all[p*n:(p+1)*n]
		got, expected := float64(prior), float64(prior)
		for k := range r {
			got += r[k]
			expected += a[k] * pool[k]
		}
		est := rising(r, a, func(k int) float64 { return min(0.99, pool[k]*got/expected) })
		for k, x := range est {
			bins[p*n+k] = linear.Bin{Margin: int32(p*n + k), Permille: uint16(math.Round(min(0.99, max(0.01, x)) * 1000))}
		}
	}
	return bins
}

// rising estimates right/all for each step, mixed with a guess, so that the
// estimates do not fall: neighbours that would are taken together.
func rising(right, all []float64, guess func(k int) float64) []float64 {
	type block struct {
		sum, weight float64
		n           int
	}
	var blocks []block
	for k := range all {
		blocks = append(blocks, block{right[k] + prior*guess(k), all[k] + prior, 1})
		for len(blocks) > 1 {
			x, y := blocks[len(blocks)-2], blocks[len(blocks)-1]
			if x.sum/x.weight <= y.sum/y.weight {
				break
			}
			blocks = append(blocks[:len(blocks)-2], block{x.sum + y.sum, x.weight + y.weight, x.n + y.n})
		}
	}
	var out []float64
	for _, b := range blocks {
		for range b.n {
			out = append(out, b.sum/b.weight)
		}
	}
	return out
}
