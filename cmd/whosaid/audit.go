package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/chart"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/db"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
)

func auditCommand() *cobra.Command {
	var asJSON bool
	var top int
	var charts string
	c := &cobra.Command{
		Use:   "audit DATABASE",
		Short: "Who gets quoted: shares of speakers, named and unnamed, people and organizations",
		Example: `  whosaid audit news.db
  whosaid audit --charts charts/ news.db
  whosaid audit --json news.db | jq .speakers`,
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return ask(args[0], func(d *db.DB) error {
				a, err := d.Audit(c.Context(), top)
				if err != nil {
					return err
				}
				if charts != "" {
					if err := writeCharts(charts, a); err != nil {
						return err
					}
				}
				if asJSON {
					e := json.NewEncoder(c.OutOrStdout())
					e.SetIndent("", "  ")
					return e.Encode(a)
				}
				return printAudit(c.OutOrStdout(), a)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().IntVarP(&top, "top", "n", 20, "how many of each to name")
	c.Flags().StringVar(&charts, "charts", "", "`folder` to write charts into, as SVG")
	return c
}

// section is one table of an audit.
type section struct {
	file, title string
	shares      []db.Share
}

func sections(a *db.Audit) []section {
	return []section{
		{"sources", "Sources", a.Sources}, {"speakers", "Speakers", a.Speakers}, {"unnamed", "Sources without a name", a.Unnamed},
		{"sourceTypes", "How sources stand", a.SourceTypes}, {"reasons", "Why sources have no name", a.Reasons},
		{"cueClasses", "Kinds of cue", a.CueClasses}, {"forms", "Forms", a.Forms}, {"months", "Quotes by month", a.Months},
	}
}

func printAudit(w io.Writer, a *db.Audit) error {
	fmt.Fprintf(w, "%d articles, %d quotes, %.1f an article; %d articles quote nobody, %d one speaker alone\n",
		a.Articles, a.Quotes, a.PerArticle, a.Unquoted, a.One)
	for _, s := range sections(a) {
		if len(s.shares) == 0 {
			continue
		}
		fmt.Fprintf(w, "\n%s\n", s.title)
		tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
		for _, x := range s.shares {
			fmt.Fprintf(tw, "  %s\t%s\t%d\t%.1f %%\n", output.Clean(x.Name), x.Kind, x.Count, 100*x.Part)
		}
		if err := tw.Flush(); err != nil {
			return err
		}
	}
	return nil
}

func writeCharts(dir string, a *db.Audit) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, s := range sections(a) {
		var bars []chart.Bar
		for _, x := range s.shares {
			bars = append(bars, chart.Bar{Label: output.Clean(x.Name), Value: x.Count, Note: fmt.Sprintf("%.1f %%", 100*x.Part)})
		}
		if err := os.WriteFile(filepath.Join(dir, s.file+".svg"), []byte(chart.Bars(s.title, bars)), 0o644); err != nil {
			return err
		}
	}
	return nil
}
