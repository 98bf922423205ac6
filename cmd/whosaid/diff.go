package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/diff"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
)

func diffCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "diff OLD.json NEW.json",
		Short: "What changed between two readings of an article",
		Long: `Compares two Documents (extract --to json), of two versions of an article or by two versions of the library, by their
words, not their offsets. The exit status is 1 if anything changed.`,
		Example: `  whosaid extract --to json -o a.json monday.html
  whosaid extract --to json -o b.json tuesday.html
  whosaid diff a.json b.json`,
		Args: usage(cobra.ExactArgs(2)),
		RunE: func(c *cobra.Command, args []string) error {
			old, err := readDocument(args[0])
			if err != nil {
				return usageError{err}
			}
			new, err := readDocument(args[1])
			if err != nil {
				return usageError{err}
			}
			changes := diff.Documents(old, new)
			if asJSON {
				err = jsonLines(c.OutOrStdout(), changes)
			} else {
				err = printChanges(c, changes)
			}
			if err == nil && len(changes) > 0 {
				err = errSome
			}
			return err
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print lines of JSON")
	return c
}

// readDocument reads Document JSON, or a line of extract --to ndjson.
func readDocument(path string) (*whosaid.Document, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var d whosaid.Document
	var l output.Line
	if err = json.Unmarshal(b, &d); err != nil {
		if json.Unmarshal(b, &l) != nil || l.Document == nil {
			return nil, fmt.Errorf("%s: no Document: %w", path, err)
		}
		d = *l.Document
	}
	if err := d.Validate(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &d, nil
}

func printChanges(c *cobra.Command, changes []diff.Change) error {
	layer := ""
	for _, x := range changes {
		if x.Layer != layer {
			layer = x.Layer
			if _, err := fmt.Fprintf(c.OutOrStdout(), "%s\n", layer); err != nil {
				return err
			}
		}
		if x.Old != "" {
			fmt.Fprintf(c.OutOrStdout(), "  - %s\n", output.Clean(x.Old))
		}
		if x.New != "" {
			fmt.Fprintf(c.OutOrStdout(), "  + %s\n", output.Clean(x.New))
		}
	}
	return nil
}
