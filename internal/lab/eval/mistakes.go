package eval

import (
	"strings"

	"github.com/whosaid/whosaid/internal/lab/corpus"
)

// A Mistake is one thing that was missed, made up, or found with something
// wrong in it.
type Mistake struct {
	ID    string `json:"id"`
	Layer string `json:"layer"` // names, dates, quotes, sentences, claims
	// Kind is miss, spurious, or what is wrong: extent, type, value, speaker,
	// claimant.
	Kind string `json:"kind"`
	// Gold and Pred are the words, with what is annotated of them after a bar.
	Gold string `json:"gold,omitempty"`
	Pred string `json:"pred,omitempty"`
	// Context is the text around.
	Context string `json:"context"`
}

// around is how many bytes of context stand before and after a mistake.
const around = 60

// A reporter hands out mistakes in one layer; nil hands out none.
type reporter func(Mistake)

// at reports a mistake at a span of g.
func (f reporter) at(g *corpus.Doc, layer, kind string, span [2]int, gold, pred string) {
	if f == nil {
		return
	}
	context := g.Text[max(0, span[0]-around):min(len(g.Text), span[1]+around)]
	f(Mistake{g.ID, layer, kind, gold, pred, strings.ToValidUTF8(context, "")})
}

// described are the words of a span with what is annotated of them.
func described(g *corpus.Doc, span [2]int, more ...string) string {
	return strings.Join(append([]string{strings.ToValidUTF8(g.Text[span[0]:span[1]], "")}, more...), " | ")
}
