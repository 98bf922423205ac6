package train

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/lab/corpus"
	"github.com/whosaid/whosaid/internal/lab/random"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/syntax"
	"github.com/whosaid/whosaid/internal/tag"
)

const (
	// The treebanks, and trees of another parser, below the training data.
	treesGUM    = "dep/gum.jsonl"
	treesEWT    = "dep/ewt.jsonl"
	treesSilver = "dep/silver.jsonl"
	textsSilver = "silver/news.jsonl"

	// tagFolds is into how many parts the treebanks are cut: the tagger has
	// learned from them, so each part is tagged by one that has not.
	tagFolds = 3
)

// SyntaxOptions tune the training of the parser.
type SyntaxOptions struct {
	Judge, Final SyntaxRound // the parser that judges the silver trees, and the final one
	SilverEvery  int         // of so many silver texts one is used; 0 for none
	// How often the treebanks are learned from in a round of the final parser. GUM
	// is the one with news.
	GUMTimes, EWTTimes int
	// Skip leaves a text of the treebanks out, to measure on it.
	Skip func(id string) bool
}

// A SyntaxRound is how a parser learns: so many times each sentence, after the
// first time with so many features at most.
type SyntaxRound struct {
	Learn              LearnOptions
	Epochs             int
	MoveRows, NameRows int
}

// DefaultSyntax are the options that the embedded models were made with.
var DefaultSyntax = SyntaxOptions{
	Judge: SyntaxRound{
		Learn: LearnOptions{
			Seed: 1, MoveUnits: 128, NameUnits: 64, MoveRare: 10, NameRare: 10, Rate: 0.05, Drop: 0.1, WrongTurns: 90,
		},
		Epochs: 4, MoveRows: 60_000, NameRows: 60_000,
	},
	Final: SyntaxRound{
		Learn: LearnOptions{
			Seed: 2, MoveUnits: 128, NameUnits: 64, MoveRare: 50, NameRare: 50, Rate: 0.05, Drop: 0.1, WrongTurns: 90,
		},
		Epochs: 4, MoveRows: 25_000, NameRows: 13_000,
	},
	SilverEvery: 1, GUMTimes: 4, EWTTimes: 2,
}

// Syntax trains the parser and returns its models. A first parser learns from the
// treebanks; where it finds the same head for a word of news as another parser
// did, both are most likely right, and the final parser learns from these words
// too.
func Syntax(dir string, clusters *modelfile.Table, opt SyntaxOptions, report NERReport) (moves, relations []byte, err error) {
	reader, err := syntax.NewReader(clusters)
	if err != nil {
		return nil, nil, err
	}
	gum, ewt, err := treebanks(dir, clusters, reader, opt.Skip, report)
	if err != nil {
		return nil, nil, err
	}
	report("syntax: %d sentences of GUM, %d of EWT", len(gum), len(ewt))
	set := model.Parsing()
	set.Moves, set.Relations = learnSyntax(slices.Concat(gum, ewt), opt.Judge, report)
	if opt.SilverEvery == 0 {
		return set.Moves, set.Relations, nil
	}
	first, err := syntax.Open(set)
	if err != nil {
		return nil, nil, err
	}
	all, err := agreed(dir, reader, first, opt.SilverEvery, report)
	if err != nil {
		return nil, nil, err
	}
	for range opt.GUMTimes {
		all = append(all, gum...)
	}
	for range opt.EWTTimes {
		all = append(all, ewt...)
	}
	set.Moves, set.Relations = learnSyntax(all, opt.Final, report)
	return withHabits(set, all, report)
}

// leastRate is the share of the rate of learning that is left at the end.
const leastRate = 0.02

func learnSyntax(data []*treeSample, o SyntaxRound, report NERReport) (moves, relations []byte) {
	l := newLearner(o.Learn)
	for _, x := range data {
		l.count(x)
	}
	rng := random.Source(o.Learn.Seed)
	done, total := 0, len(data)*o.Epochs
	for epoch := range o.Epochs {
		rng.Shuffle(len(data), func(i, j int) { data[i], data[j] = data[j], data[i] })
		wrong, steps := 0, 0
		for _, x := range data {
			l.setRate(max(leastRate, 1-float64(done)/float64(total)))
			w, n := l.learn(x)
			wrong, steps, done = wrong+w, steps+n, done+1
		}
		if epoch == 0 {
			l.keep(o.MoveRows, o.NameRows)
		}
		report("syntax: epoch %d: %.2f %% of %d steps wrong", epoch+1, 100*float64(wrong)/float64(steps), steps)
	}
	return l.compile()
}

// A treeDoc is a text with trees.
type treeDoc struct {
	ID        string       `json:"id"`
	Text      string       `json:"text"`
	Sentences [][]treeWord `json:"sentences"`
}

// A treeWord is [start, end, tag, head, relation] in the files, its head
// counted from 1 within the sentence, 0 for the root.
type treeWord struct {
	start, end, head int
	tag              string
	relation         syntax.Relation
}

// UnmarshalJSON reads [start, end, tag, head, relation].
func (w *treeWord) UnmarshalJSON(b []byte) error {
	var relation string
	if err := json.Unmarshal(b, &[]any{&w.start, &w.end, &w.tag, &w.head, &relation}); err != nil {
		return err
	}
	w.relation = syntax.RelationOf(relation)
	return nil
}

// readLines calls use with each line of a file. Errors name the line.
func readLines(path string, use func(line []byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<26)
	for n := 1; in.Scan(); n++ {
		if len(bytes.TrimSpace(in.Bytes())) == 0 {
			continue
		}
		if err := use(in.Bytes()); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return in.Err()
}

func readTrees(path string, use func(n int, d *treeDoc) error) error {
	n := 0
	return readLines(path, func(line []byte) error {
		var d treeDoc
		if err := json.Unmarshal(line, &d); err != nil {
			return err
		}
		n++
		return use(n-1, &d)
	})
}

// treebanks are the sentences of GUM and EWT.
func treebanks(dir string, clusters *modelfile.Table, r *syntax.Reader, skip func(string) bool,
	report NERReport) (gum, ewt []*treeSample, err error) {
	taggers, err := taggersWithout(dir, clusters, report)
	if err != nil {
		return nil, nil, err
	}
	read := func(set string) (out []*treeSample, err error) {
		err = readTrees(filepath.Join(dir, set), func(n int, t *treeDoc) error {
			if skip == nil || !skip(t.ID) {
				out = append(out, samples(t, r, taggers[n%tagFolds])...)
			}
			return nil
		})
		return out, err
	}
	if gum, err = read(treesGUM); err != nil {
		return nil, nil, fmt.Errorf("train: syntax: %w", err)
	}
	if ewt, err = read(treesEWT); err != nil {
		return nil, nil, fmt.Errorf("train: syntax: %w", err)
	}
	return gum, ewt, nil
}

// taggersWithout are the taggers of which each has not seen one part of the
// treebanks.
func taggersWithout(dir string, clusters *modelfile.Table, report NERReport) (taggers [tagFolds]*tag.Tagger, err error) {
	var errs [tagFolds]error
	var all sync.WaitGroup
	for k := range taggers {
		all.Go(func() {
			set := model.Parsing()
			set.Tags, errs[k] = tagsWithout(dir, clusters, report, func(n int) bool { return n%tagFolds == k })
			if errs[k] != nil {
				return
			}
			if taggers[k], errs[k] = tag.Open(set); errs[k] == nil {
				taggers[k] = taggers[k].Eager()
			}
		})
	}
	all.Wait()
	return taggers, errors.Join(errs[:]...)
}

// tagged are the words of a text with their tags.
func (t *treeDoc) tagged(times int) tagDoc {
	d := tagDoc{text: t.Text, times: times}
	for _, sentence := range t.Sentences {
		for _, w := range sentence {
			d.tokens = append(d.tokens, corpus.Token{Start: w.start, End: w.end, Tag: w.tag})
		}
	}
	return d
}

func tagged(text string, tagger *tag.Tagger) *whosaid.Document {
	d := &whosaid.Document{Text: text}
	d.Tokens, d.Sentences = segment.Split(text)
	tagger.Tag(context.Background(), d)
	return d
}

// samples are the sentences of a text as we cut it.
func samples(t *treeDoc, r *syntax.Reader, tagger *tag.Tagger) []*treeSample {
	d := tagged(t.Text, tagger)
	heads, relations := align(t, d)
	var out []*treeSample
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if x := newTreeSample(r, d, s, heads, relations); x.words.Len() > 0 {
			out = append(out, x)
		}
	}
	return out
}

// align gives our tokens the heads (as our tokens, -1 for a root) and relations
// of a tree. A token of ours that covers several of the tree has those of the
// one that the others hang on; one that covers none has an unknown head.
func align(t *treeDoc, d *whosaid.Document) (heads []int, relations []syntax.Relation) {
	heads, relations = make([]int, len(d.Tokens)), make([]syntax.Relation, len(d.Tokens))
	for i := range heads {
		heads[i] = unknown
	}
	k := 0
	for _, sentence := range t.Sentences {
		mine := make([]int, len(sentence))
		for i, w := range sentence {
			for k < len(d.Tokens) && d.Tokens[k].End <= w.start {
				k++
			}
			mine[i] = -1
			if k < len(d.Tokens) && covers(d, k, w) {
				mine[i] = k
			}
		}
		for i, w := range sentence {
			switch m := mine[i]; {
			case m < 0:
			case w.head == 0:
				heads[m], relations[m] = -1, syntax.Root
			case w.head < 0 || w.head > len(sentence) || mine[w.head-1] == m:
			case mine[w.head-1] < 0:
				relations[m] = w.relation
			default:
				heads[m], relations[m] = mine[w.head-1], w.relation
			}
		}
	}
	return heads, relations
}

// covers reports whether token k covers w, or all of it but the dot of an
// abbreviation.
func covers(d *whosaid.Document, k int, w treeWord) bool {
	t := d.Tokens[k]
	if t.Start <= w.start && t.End >= w.end {
		return true
	}
	return t.Start == w.start && w.end <= len(d.Text) && d.Text[t.Start:w.end] == d.Slice(t.Span)+"."
}
