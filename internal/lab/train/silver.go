package train

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/syntax"
	"github.com/whosaid/whosaid/internal/tag"
)

// What heads of silver trees are worth, and what else was tried, on an eighth of
// GUM and a tenth of EWT kept out, from raw text (unlabelled and labelled heads
// right, of the words that are cut alike):
//
//	                                               GUM            EWT
//	the treebanks alone                            .805 .758      .828 .786
//	and a quarter of the silver texts, agreed on   .828 .792      .838 .795
//	a half, features met 8 times or more           .830 .790      .841 .798
//	the same, pruned to what is embedded           .827 .789      .841 .798
//	a second pass that sees the first one's tree   .814 .768      .837 .792
//	margins of 80 and 50 in place of 20            .826 .787      .839 .794
//	gold tags (treebanks alone)                    .839 .807      .864 .837
//
// Three parsers of the treebanks, two from left to right and one from right to
// left, win .009 by voting. Leaving out half of the features at random, weights
// without collisions and twice as many rounds changed nothing.

// silverWords are how long a sentence of the silver texts may be.
const silverWords = 60

// agreed are sentences of the silver texts with the heads that two parsers
// agree on.
func agreed(dir string, clusters *modelfile.Table, first *syntax.Parser, every int, report NERReport) ([]*syntax.Sample, error) {
	tagger, err := tag.New()
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	err = readLines(filepath.Join(dir, textsSilver), func(line []byte) error {
		var in struct{ ID, Text string }
		err := json.Unmarshal(line, &in)
		texts[in.ID] = in.Text
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("train: syntax: %w", err)
	}
	var out []*syntax.Sample
	same, all := 0, 0
	err = readTrees(filepath.Join(dir, treesSilver), func(n int, t *treeDoc) error {
		if n%every != 0 {
			return nil
		}
		t.Text = texts[t.ID]
		d := tagged(t.Text, tagger)
		heads, relations := align(t, d)
		s, a, err := agree(d, first, heads, relations)
		if err != nil {
			return err
		}
		same, all = same+s, all+a
		for i := range d.Sentences {
			x := newSample(clusters, d, &d.Sentences[i], heads, relations)
			if x.Words() > 1 && x.Words() <= silverWords {
				out = append(out, x)
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("train: syntax: %w", err)
	}
	report("syntax: %d silver sentences, %d of %d heads agreed on", len(out), same, all)
	return out, nil
}

// agree leaves those heads that the first parser finds too, with its relations.
func agree(d *whosaid.Document, first *syntax.Parser, heads []int, relations []syntax.Relation) (same, all int, err error) {
	tree, err := first.Parse(context.Background(), d)
	if err != nil {
		return 0, 0, err
	}
	for i, h := range heads {
		if h == syntax.Unknown {
			continue
		}
		all++
		relations[i] = tree.Relation(i)
		if h != tree.Head(i) {
			heads[i] = syntax.Unknown
			continue
		}
		same++
	}
	return same, all, nil
}
