// Command train makes the embedded models anew from the training data.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/whosaid/whosaid/internal/feature"
	"github.com/whosaid/whosaid/internal/lookup"
	"github.com/whosaid/whosaid/internal/train"
)

func main() {
	task := flag.String("task", "all", "what to train: lists, ner, all")
	data := flag.String("data", "../shared/data", "folder of the data sets")
	out := flag.String("out", "internal/model", "folder for the models")
	flag.Parse()
	if err := run(*task, filepath.Join(*data, "train"), *out); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(task, data, out string) error {
	start := time.Now()
	report := func(format string, args ...any) {
		fmt.Fprintf(os.Stderr, "%6.1f s  %s\n", time.Since(start).Seconds(), fmt.Sprintf(format, args...))
	}
	clusters, err := train.Clusters(data)
	if err != nil {
		return err
	}
	lists, err := train.Gazetteers(data)
	if err != nil {
		return err
	}
	if err := write(out, "clusters.bin", clusters); err != nil {
		return err
	}
	if err := write(out, "lists.bin", lists); err != nil {
		return err
	}
	if task == "lists" {
		return nil
	}
	res := &feature.Resources{}
	if res.Clusters, err = lookup.Open(clusters); err != nil {
		return err
	}
	if res.Lists, err = lookup.Open(lists); err != nil {
		return err
	}
	model, err := train.NER(data, res, report)
	if err != nil {
		return err
	}
	return write(out, "ner.bin", model)
}

func write(dir, name string, b []byte) error {
	fmt.Fprintf(os.Stderr, "%s: %d bytes\n", name, len(b))
	return os.WriteFile(filepath.Join(dir, name), b, 0o644)
}
