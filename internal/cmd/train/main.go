// Command train makes the embedded models anew from the training data:
//
//	go run ./internal/cmd/train -data ../shared/data -out internal/model
//
// The same data give the same bytes. MANIFEST.json beside the models is brought
// up to date.
//
// It also makes a model of names from somebody's own texts, for
// extract.WithNameModel:
//
//	go run ./internal/cmd/train -task ner -in mine.jsonl,more.jsonl -out .
//
// Each line of these files is {"text": …, "entities": [{"start": …, "end": …,
// "type": …}, …]}, with offsets in bytes, half open, and the types PERSON, ORG,
// PLACE, NORP, PRODUCT, EVENT, WORK, or MISC where it is one of the last four.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/whosaid/whosaid/internal/feature"
	"github.com/whosaid/whosaid/internal/lab/eval"
	"github.com/whosaid/whosaid/internal/lab/train"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/modelfile"
)

func main() {
	task := flag.String("task", "all", "what to train: coref, lists, tags, ner, quotes, syntax, all")
	data := flag.String("data", "../shared/data", "folder of the data sets")
	out := flag.String("out", "internal/model", "folder for the models")
	heldOut := flag.String("heldout", "", "with -task quotes: train on parts of the data and write the quotes of the others to this `file`")
	in := flag.String("in", "", "with -task ner: train on these `files` of JSON Lines, separated by commas, and on nothing else")
	flag.Parse()
	if err := run(*task, filepath.Join(*data, "train"), *out, *heldOut, *in); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(task, data, out, heldOut, in string) error {
	start := time.Now()
	report := func(format string, args ...any) {
		fmt.Fprintf(os.Stderr, "%6.1f s  %s\n", time.Since(start).Seconds(), fmt.Sprintf(format, args...))
	}
	if in != "" {
		return trainOwn(strings.Split(in, ","), out, report)
	}
	if task == "coref" || task == "all" {
		if err := trainCoref(data, out, report); err != nil || task == "coref" {
			return err
		}
	}
	res, err := lists(data, out)
	if err != nil || task == "lists" {
		return err
	}
	if task == "tags" || task == "all" {
		tags, err := train.Tags(data, res.Clusters, report)
		if err != nil {
			return err
		}
		if err := write(out, "tags.bin", tags); err != nil || task == "tags" {
			return err
		}
	}
	if task == "syntax" || task == "all" {
		if err := trainSyntax(data, out, res.Clusters, report); err != nil || task == "syntax" {
			return err
		}
	}
	ner, err := os.ReadFile(filepath.Join(out, "ner.bin"))
	if task != "quotes" {
		if ner, err = train.NER(train.NameSets(data), res, report); err == nil {
			err = write(out, "ner.bin", ner)
		}
	}
	if err != nil || task == "ner" {
		return err
	}
	docs, err := train.QuoteDocs(data, ner)
	if err != nil {
		return err
	}
	if heldOut != "" {
		return writeHeldOut(heldOut, docs, res.Clusters, report)
	}
	quotes, err := train.QuoteModel(docs, res.Clusters, report)
	if err != nil {
		return err
	}
	return write(out, "quotes.bin", quotes)
}

// trainOwn trains a model of names on somebody's own texts, with the built-in
// clusters and gazetteers, which the library will read it with.
func trainOwn(files []string, out string, report train.NERReport) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err // before training, not after it
	}
	res, err := feature.Open(model.BuiltIn())
	if err != nil {
		return err
	}
	var sets []train.NameSet
	for _, f := range files {
		sets = append(sets, train.NameSet{File: f, Weight: 1, Strict: true})
	}
	ner, err := train.NER(sets, res, report)
	if err != nil {
		return err
	}
	return write(out, "ner.bin", ner)
}

// lists compiles the clusters and gazetteers.
func lists(data, out string) (*feature.Resources, error) {
	clusters, err := train.Clusters(data)
	if err != nil {
		return nil, err
	}
	gazetteers, err := train.Gazetteers(data)
	if err != nil {
		return nil, err
	}
	if err := write(out, "clusters.bin", clusters); err != nil {
		return nil, err
	}
	if err := write(out, "lists.bin", gazetteers); err != nil {
		return nil, err
	}
	s := model.BuiltIn()
	s.Clusters, s.Lists = clusters, gazetteers
	return feature.Open(s)
}

// folds is into how many parts the documents are cut to try the training.
const folds = 6

// writeHeldOut trains on all but one part of the documents, reads that part,
// for each part, and writes what the scorers read.
func writeHeldOut(path string, docs []train.QuoteDoc, clusters *modelfile.Table, report train.NERReport) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	out := json.NewEncoder(file)
	err = train.QuoteFolds(docs, clusters, folds, report, func(d *train.QuoteDoc) error {
		return out.Encode(eval.NewRecord(d.ID, d.Doc))
	})
	if err != nil {
		return err
	}
	return file.Close()
}

func trainSyntax(data, out string, clusters *modelfile.Table, report train.NERReport) error {
	moves, relations, err := train.Syntax(data, clusters, train.DefaultSyntax, report)
	if err != nil {
		return err
	}
	if err := write(out, "moves.bin", moves); err != nil {
		return err
	}
	return write(out, "relations.bin", relations)
}

func trainCoref(data, out string, report train.NERReport) error {
	tagger, err := train.EagerTagger()
	if err != nil {
		return err
	}
	weights, err := train.Coref(data, tagger, report)
	if err != nil {
		return err
	}
	return write(out, "coref.bin", weights)
}

func write(dir, name string, b []byte) error {
	fmt.Fprintf(os.Stderr, "%s: %d bytes\n", name, len(b))
	return train.WriteModel(dir, name, b)
}
