package feature

import (
	"fmt"
	"hash/fnv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestFeaturesAreThoseOfTheModel: the model of names was trained on features
// of these numbers. Where the digest changes, so do the features that it reads:
// train it anew, and only then write the new digest here.
func TestFeaturesAreThoseOfTheModel(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Zork Falls won in Paris (WHO), Mr. Quill said. Quill's iPhone, G20, 3,500 and 12:30 – PARIS and paris.\n\nThe WHO, WHO said, left U.S.-led Zork.": "afd5fb6ce45cfe8b",
		"“NO!” O’Neil cried; ELAN Élan naïve x-ray 1990s $5 A B. De la Cruz-Day met the de la Cruz Bank.":                                                  "d75589f19e04561f",
	} {
		d := document(text)
		for i := range d.Tokens {
			d.Tokens[i].Tag = []string{"NNP", "NN", "VBD", "IN", "DT", ","}[i%6]
		}
		f := look(d, resources(t), &Memo{})
		h := fnv.New64a()
		for w := range f.Words() {
			for k := range 3 {
				fmt.Fprintln(h, f.Unigrams(w, k, nil))
			}
		}
		for si := range d.Sentences {
			s := &d.Sentences[si]
			for i := s.FirstToken; i < s.EndToken; i++ {
				fmt.Fprintln(h, f.Context(i, s, nil))
			}
		}
		require.Equal(t, want, fmt.Sprintf("%016x", h.Sum64()), text)
	}
}

// TestHints: each word that tells of the name beside it.
func TestHints(t *testing.T) {
	t.Parallel()
	for want, words := range map[Hints]string{
		HintPlace:    "in near outside around throughout across",
		HintSpeaks:   "said says told added asked who replied argued explained thinks believes",
		HintThe:      "the",
		HintOpens:    "(",
		HintGenitive: "'s ’s",
		HintTitle:    "mr. mr mrs. mrs ms. ms dr. dr sen. rep. gov. gen. judge professor prof.",
		0:            "vexq and ) ' mister",
	} {
		for _, w := range strings.Fields(words) {
			require.Equal(t, want, hints(w), w)
		}
	}
}
