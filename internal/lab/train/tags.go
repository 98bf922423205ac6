package train

import (
	"fmt"
	"path/filepath"
	"sort"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/lab/corpus"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/tag"
	"github.com/whosaid/whosaid/internal/tag/prosetag"
)

// tagSilver is of how many silver texts one is learned from: their tags are
// those of another tagger.
const tagSilver = 2

const (
	tagEpochs   = 3
	tagMinCount = 8  // features seen less often are dropped
	tagSeed     = 11 // of the order of sentences
	tagScale    = 10 // integer steps for one update
	tagLeast    = 0.1
)

// goldTimes is how often a sentence of the treebanks is learned from in a round,
// when one of the silver texts is learned from once.
const goldTimes = 3

// A tagSentence is a sentence with the tags of its tokens: -1 where the
// corpus cut them otherwise.
type tagSentence struct {
	d    *whosaid.Document
	s    *whosaid.Sentence
	tags []int
}

// A tagDoc is a text with the tags that a corpus gives it.
type tagDoc struct {
	text   string
	tokens []corpus.Token
	times  int // how often it is learned from in a round
}

// Tags trains the second step of the tagger: an averaged perceptron that goes
// through each sentence as the tagger does, seeing the tags of the first step
// and those that it chose itself.
func Tags(dir string, clusters *modelfile.Table, report NERReport) ([]byte, error) {
	return tagsWithout(dir, clusters, report, func(int) bool { return false })
}

// tagsWithout is Tags without the texts of the treebanks whose numbers skip
// names, which then can be tagged as texts are that the tagger has never seen.
func tagsWithout(dir string, clusters *modelfile.Table, report NERReport, skip func(n int) bool) ([]byte, error) {
	prose, err := prosetag.New()
	if err != nil {
		return nil, err
	}
	docs, err := readTags(dir, skip)
	if err != nil {
		return nil, fmt.Errorf("train: tags: %w", err)
	}
	labels := tagLabels(docs)
	data := tagData(docs, labels, prose)
	report("tags: %d sentences, %d tags", len(data), len(labels))
	return trainTags(data, labels, clusters, report).compile(), nil
}

// EagerTagger is the built-in tagger as the stages after it are trained with it.
func EagerTagger() (*tag.Tagger, error) {
	t, err := tag.New()
	if err != nil {
		return nil, err
	}
	return t.Eager(), nil
}

// readTags reads the tags of the treebanks, and of some of the silver texts.
func readTags(dir string, skip func(n int) bool) (docs []tagDoc, err error) {
	for _, set := range []string{treesGUM, treesEWT} {
		err := readTrees(filepath.Join(dir, set), func(n int, t *treeDoc) error {
			if !skip(n) {
				docs = append(docs, t.tagged(goldTimes))
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	texts, err := silverTexts(dir)
	if err != nil {
		return nil, err
	}
	err = readTrees(filepath.Join(dir, treesSilver), func(n int, t *treeDoc) error {
		if n%tagSilver == 0 {
			t.Text = texts[t.ID]
			docs = append(docs, t.tagged(1))
		}
		return nil
	})
	return docs, err
}

// pennTag is the tag of a word as the Penn Treebank gives it; "" if there is
// none, or the corpus left it open.
func pennTag(word, t string) string {
	switch t {
	case "-LRB-", "LRB":
		return "("
	case "-RRB-":
		return ")"
	case "HYPH":
		return "-"
	case "ADD", "AFX", "GW", "NFP", "XX", "":
		return ""
	case "IN":
		if word == "to" || word == "To" || word == "TO" {
			return "TO"
		}
	}
	return t
}

// tagLabels are the tags of the corpora.
func tagLabels(docs []tagDoc) []string {
	set := map[string]bool{}
	for i := range docs {
		for _, t := range docs[i].tokens {
			if p := pennTag(docs[i].text[t.Start:t.End], t.Tag); p != "" {
				set[p] = true
			}
		}
	}
	labels := make([]string, 0, len(set))
	for l := range set {
		labels = append(labels, l)
	}
	sort.Strings(labels)
	return labels
}

// tagData cuts the texts as we do, and gives the tokens that the corpora cut
// alike their tags.
func tagData(docs []tagDoc, labels []string, prose *prosetag.Tagger) []tagSentence {
	number := map[string]int{}
	for i, l := range labels {
		number[l] = i
	}
	var out []tagSentence
	for i := range docs {
		d := &whosaid.Document{Text: docs[i].text}
		d.Tokens, d.Sentences = segment.Split(d.Text)
		known := make([]int, len(d.Tokens))
		gold := docs[i].tokens
		prose.Tag(d)
		for k, t := range d.Tokens {
			known[k] = -1
			for len(gold) > 0 && gold[0].Start < t.Start {
				gold = gold[1:]
			}
			if len(gold) > 0 && gold[0].Start == t.Start && sameWord(d.Slice(t.Span), d.Text[gold[0].Start:gold[0].End]) {
				if p := pennTag(d.Slice(t.Span), gold[0].Tag); p != "" {
					known[k] = number[p]
				}
			}
		}
		for j := range d.Sentences {
			s := &d.Sentences[j]
			for range docs[i].times {
				out = append(out, tagSentence{d, s, known[s.FirstToken:s.EndToken]})
			}
		}
	}
	return out
}

// sameWord reports whether a is cut as b is, or also has the dot of an
// abbreviation, which some corpora cut off: "Mr.".
func sameWord(a, b string) bool {
	return a == b || a == b+"."
}
