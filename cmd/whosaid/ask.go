package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/db"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
)

// errNothing says that a question had no answer.
var errNothing = errors.New("nothing found")

func whoCommand() *cobra.Command {
	var asJSON bool
	var limit int
	c := &cobra.Command{
		Use:   "who NAME DATABASE",
		Short: "What the articles of a database say of a name",
		Long: `Shows the people, organizations and places that a name, or part of one, refers to: their roles, how often they are
mentioned and quoted, and their latest quotes. The exit status is 1 if there is none.`,
		Example: `  whosaid who "Susan Rice" news.db
  whosaid who --json rice news.db | jq .roles`,
		Args: usage(cobra.ExactArgs(2)),
		RunE: func(c *cobra.Command, args []string) error {
			return ask(args[1], func(d *db.DB) error {
				people, err := d.Who(c.Context(), args[0])
				if err != nil {
					return err
				}
				if len(people) == 0 {
					return fmt.Errorf("%w: no %q in %s", errNothing, args[0], args[1])
				}
				if asJSON {
					return jsonLines(c.OutOrStdout(), people)
				}
				return printPeople(c, d, people, limit)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print lines of JSON")
	c.Flags().IntVarP(&limit, "quotes", "n", 5, "how many quotes of each to show")
	return c
}

// ask opens a database for f.
func ask(path string, f func(*db.DB) error) error {
	d, err := db.Open(path)
	if err != nil {
		return err
	}
	defer d.Close()
	return f(d)
}

func jsonLines[T any](w io.Writer, list []T) error {
	e := json.NewEncoder(w)
	for i := range list {
		if err := e.Encode(list[i]); err != nil {
			return err
		}
	}
	return nil
}

func printPeople(c *cobra.Command, d *db.DB, people []db.Person, limit int) error {
	w := c.OutOrStdout()
	for _, p := range people {
		fmt.Fprintf(w, "%s (%s): quoted %d times, mentioned %d times in %d articles",
			output.Clean(p.Name), p.Kind, p.Quotes, p.Mentions, p.Articles)
		if p.First != "" {
			fmt.Fprintf(w, ", %s to %s", day(p.First), day(p.Last))
		}
		fmt.Fprintln(w)
		if len(p.Roles) > 0 {
			fmt.Fprintf(w, "  roles: %s\n", output.Clean(strings.Join(p.Roles, "; ")))
		}
		if len(p.Aliases) > 0 {
			fmt.Fprintf(w, "  also: %s\n", output.Clean(strings.Join(p.Aliases, "; ")))
		}
		if p.Quotes == 0 || limit < 1 {
			continue
		}
		quotes, err := d.Quotes(c.Context(), db.Filter{Exactly: p.Name, Kind: p.Kind, Latest: true, Limit: limit})
		if err != nil {
			return err
		}
		for _, q := range quotes {
			printQuote(w, q)
		}
	}
	return nil
}

func day(s string) string { return s[:min(len(s), 10)] }

func printQuote(w io.Writer, q db.Quote) {
	speaker := output.Clean(q.Speaker)
	if speaker == "" {
		speaker = output.Clean(q.Source)
	}
	words := output.Clean(q.Words)
	if q.Form == "direct" {
		words = "“" + words + "”"
	}
	head := []string{}
	for _, s := range []string{day(q.Published), speaker, output.Clean(q.Cue), output.Clean(q.Article)} {
		if s != "" {
			head = append(head, s)
		}
	}
	fmt.Fprintf(w, "  %s\n    %s\n", strings.Join(head, " · "), words)
}

// lastDay is the last day of a year or a month that begins with t, as "2020" or
// "2020-03" say it; else t.
func lastDay(s string, t time.Time) time.Time {
	switch len(s) {
	case len("2006"):
		return t.AddDate(1, 0, -1)
	case len("2006-01"):
		return t.AddDate(0, 1, -1)
	}
	return t
}

func quotesCommand() *cobra.Command {
	var f db.Filter
	var asJSON bool
	c := &cobra.Command{
		Use:   "quotes DATABASE",
		Short: "Find quotes in a database",
		Long:  "Finds quotes by speaker, subject, wording and day. The exit status is 1 if there is none.",
		Example: `  whosaid quotes --speaker "Susan Rice" --about China --since 2015-01-01 news.db
  whosaid quotes --cue deny --json news.db
  whosaid quotes --words 'cyber NEAR security' news.db`,
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			for _, s := range []*string{&f.Since, &f.Until} {
				if *s == "" {
					continue
				}
				t, err := input.ParseDate(*s)
				if err != nil {
					return usageError{err}
				}
				if s == &f.Until {
					t = lastDay(strings.TrimSpace(*s), t)
				}
				*s = t.Format(time.DateOnly)
			}
			return ask(args[0], func(d *db.DB) error {
				quotes, err := d.Quotes(c.Context(), f)
				switch {
				case err != nil:
					return err
				case len(quotes) == 0:
					return errNothing
				case asJSON:
					return jsonLines(c.OutOrStdout(), quotes)
				}
				for _, q := range quotes {
					printQuote(c.OutOrStdout(), q)
				}
				return nil
			})
		},
	}
	fl := c.Flags()
	fl.StringVar(&f.Speaker, "speaker", "", "`name` of the speaker, or part of it")
	fl.StringVar(&f.About, "about", "", "`name` or words that the quote mentions")
	fl.StringVar(&f.Words, "words", "", "full-text `search`: words, \"phrases\", AND, OR, NOT, NEAR, prefix*")
	fl.StringVar(&f.Cue, "cue", "", "`class` of the cue (say, deny, warn, promise …) or the cue itself")
	fl.StringVar(&f.Form, "form", "", "direct, indirect or mixed")
	fl.StringVar(&f.SourceType, "source-type", "", "how the source stands: `type`, such as unnamedPerson")
	fl.StringVar(&f.Since, "since", "", "first `day` of publication")
	fl.StringVar(&f.Until, "until", "", "last `day` of publication")
	fl.IntVarP(&f.Limit, "limit", "n", 0, "how many at most, 0 for all")
	fl.BoolVar(&asJSON, "json", false, "print lines of JSON")
	return c
}
