package eval

import (
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/lab/corpus"
)

// ClaimsFound reports, for each claim of d, whether it is one of gold by its
// bytes, and whether its claimant is right too.
func ClaimsFound(gold []corpus.Claim, d *whosaid.Document) (found, right []bool) {
	pred := claimRecords(d)
	found, right = make([]bool, len(pred)), make([]bool, len(pred))
	ofGold, _ := matchClaims(gold, pred)
	for i, j := range ofGold {
		if j >= 0 {
			found[j] = true
			right[j] = claimantKey(gold[i].Claimant) == claimantKey(pred[j].Claimant)
		}
	}
	return found, right
}
