package train

import (
	"fmt"
	"path/filepath"
	"slices"
	"sort"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/lab/corpus"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/tag/prosetag"
)

// tagSets are the corpora with tags, below the training data.
var tagSets = []string{"pos/masc.jsonl", "ner/gum.jsonl"}

const (
	tagEpochs   = 3
	tagMinCount = 5  // features seen less often are dropped
	tagSeed     = 11 // of the order of sentences
	tagScale    = 10 // integer steps for one update
	tagLeast    = 0.1
)

// tagTimes is how often each sentence of a source is learned from in a round:
// the tags of GUM are the more careful ones.
func tagTimes(source string) int {
	if source == "gum" {
		return 3
	}
	return 1
}

// A tagSentence is a sentence with the tags of its tokens: -1 where the
// corpus cut them otherwise.
type tagSentence struct {
	d    *whosaid.Document
	s    *whosaid.Sentence
	tags []int
}

// Tags trains the second step of the tagger: an averaged perceptron that goes
// through each sentence as the tagger does, seeing the tags of the first step
// and those that it chose itself.
func Tags(dir string, clusters *modelfile.Table, report NERReport) ([]byte, error) {
	return tagsWithout(dir, clusters, report, func(*corpus.Doc) bool { return false })
}

// tagsWithout is Tags without the documents that skip names, which then can be
// tagged as texts are that the tagger has never seen.
func tagsWithout(dir string, clusters *modelfile.Table, report NERReport, skip func(*corpus.Doc) bool) ([]byte, error) {
	prose, err := prosetag.New()
	if err != nil {
		return nil, err
	}
	docs, err := readSets(dir, tagSets)
	if err != nil {
		return nil, err
	}
	docs = slices.DeleteFunc(docs, func(d corpus.Doc) bool { return skip(&d) })
	labels := tagLabels(docs)
	data := tagData(docs, labels, prose)
	report("tags: %d sentences, %d tags", len(data), len(labels))
	return trainTags(data, labels, clusters, report).compile(), nil
}

func readSets(dir string, sets []string) ([]corpus.Doc, error) {
	var docs []corpus.Doc
	for _, set := range sets {
		more, err := corpus.ReadFile(filepath.Join(dir, set))
		if err != nil {
			return nil, fmt.Errorf("train: tags: %w", err)
		}
		docs = append(docs, more...)
	}
	return docs, nil
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
	case "GW", "", "\"", "'", ";", "*", "...", "UH`", "VBG|NN", "PRN", "one-time":
		return ""
	case "IN":
		if word == "to" || word == "To" || word == "TO" {
			return "TO"
		}
	}
	return t
}

// tagLabels are the tags of the corpora.
func tagLabels(docs []corpus.Doc) []string {
	set := map[string]bool{}
	for i := range docs {
		for _, t := range docs[i].Tokens {
			if p := pennTag(docs[i].Text[t.Start:t.End], t.Tag); p != "" {
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
func tagData(docs []corpus.Doc, labels []string, prose *prosetag.Tagger) []tagSentence {
	number := map[string]int{}
	for i, l := range labels {
		number[l] = i
	}
	var out []tagSentence
	for i := range docs {
		d := &whosaid.Document{Text: docs[i].Text}
		d.Tokens, d.Sentences = segment.Split(d.Text)
		known := make([]int, len(d.Tokens))
		gold := docs[i].Tokens
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
			for range tagTimes(docs[i].Source) {
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
