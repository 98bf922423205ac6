package train

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/syntax"
)

// What was tried, on an eighth of GUM and a tenth of EWT kept out, from raw text
// (unlabelled and labelled heads right, of the words that are cut alike):
//
//	                                               GUM            EWT
//	the treebanks alone                            .819 .775      .851 .812
//	and a quarter of the silver texts, agreed on   .832 .788      .860 .821
//	and of the features those that weigh the most:
//	  20,000 of moves and 12,000 of relations,
//	  chosen after the first round                 .830 .787      .856 .818
//	  18,000 and 12,000, chosen at the end         .822 .778      .851 .813
//
// A linear model of 120 templates, in place of the nets, had .800 .752 and .830
// .784 from the treebanks alone. With it were tried, on other folds: a second
// pass that sees the first one's tree (.01 worse), gold tags (.03 better), and
// three parsers that vote (.01 better than one).

// silverWords are how long a sentence of the silver texts may be.
const silverWords = 60

// agreed are sentences of the silver texts with the heads that two parsers
// agree on.
func agreed(dir string, r *syntax.Reader, first *syntax.Parser, every int, report NERReport) ([]*treeSample, error) {
	tagger, err := EagerTagger()
	if err != nil {
		return nil, err
	}
	texts, err := silverTexts(dir)
	if err != nil {
		return nil, fmt.Errorf("train: syntax: %w", err)
	}
	var out []*treeSample
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
			x := newTreeSample(r, d, &d.Sentences[i], heads, relations)
			if x.words.Len() > 1 && x.words.Len() <= silverWords {
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

// silverTexts are the texts of the silver trees, by their ids.
func silverTexts(dir string) (map[string]string, error) {
	texts := map[string]string{}
	err := readLines(filepath.Join(dir, textsSilver), func(line []byte) error {
		var in struct{ ID, Text string }
		err := json.Unmarshal(line, &in)
		texts[in.ID] = in.Text
		return err
	})
	return texts, err
}

// agree leaves those heads that the first parser finds too, with its relations.
func agree(d *whosaid.Document, first *syntax.Parser, heads []int, relations []syntax.Relation) (same, all int, err error) {
	tree, err := first.Parse(context.Background(), d)
	if err != nil {
		return 0, 0, err
	}
	for i, h := range heads {
		if h == unknown {
			continue
		}
		all++
		relations[i] = tree.Relation(i)
		if h != tree.Head(i) {
			heads[i] = unknown
			continue
		}
		same++
	}
	return same, all, nil
}
