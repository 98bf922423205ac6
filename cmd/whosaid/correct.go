package main

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/batch"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/corrections"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/db"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/lock"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
)

func correctCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "correct DATABASE [FILE]",
		Short: "Correct who is who, and who said what, in a database",
		Long: `Puts the corrections of a file (- is standard input) into a database, in place of those that it has, and says how many
names or quotes each of them fits. Without a file it prints those that it has. They hold for all questions, and for what
extract adds later (--resume, --force), and for verify. A line is one correction; empty lines and those that begin with # say nothing:

  same: Barack Obama | Obama | B. H. Obama      names of one person; the first is what they are called
  not the same: Jill Biden | Biden              names of different people
  no name: Getty Images                         what is no name at all
  speaker: ARTICLE | WORDS | NAME               who says the quotes of an article that begin with these words
  missing source: ARTICLE | WORDS | SOURCE      the same, for a source without a name: "two officials"

ARTICLE is an id or URL, or * for any. Case, marks and signs of WORDS make no difference. Nothing is lost: a line that is left out of
the next file no longer holds. The exit status is 1 if a correction fits nothing.`,
		Example: `  whosaid correct news.db corrections.txt
  whosaid correct news.db > corrections.txt`,
		Args: usage(cobra.RangeArgs(1, 2)),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 1 {
				return printCorrections(c, args[0])
			}
			b, err := readFile(c.InOrStdin(), args[1])
			if err != nil {
				return usageError{err}
			}
			release, err := lock.Take(filepath.Clean(args[0]))
			if err != nil {
				return &batch.WriteError{Err: err}
			}
			fitted, err := db.Correct(args[0], corrections.Lines(b))
			if err = errors.Join(err, release()); err != nil {
				return fmt.Errorf("%s: %w", args[1], err)
			}
			for _, f := range fitted {
				if f.Fits == 0 {
					err = errSome
				}
				if _, werr := fmt.Fprintf(c.OutOrStdout(), "%d\t%s\n", f.Fits, output.Clean(f.Text)); werr != nil {
					return werr
				}
			}
			return err
		},
	}
}

func printCorrections(c *cobra.Command, path string) error {
	return ask(path, func(d *db.DB) error {
		lines, err := d.Corrections()
		if err != nil {
			return err
		}
		for _, l := range lines {
			if _, err := fmt.Fprintln(c.OutOrStdout(), output.Clean(l)); err != nil {
				return err
			}
		}
		return nil
	})
}
