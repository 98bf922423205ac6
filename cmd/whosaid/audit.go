package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/db"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/report"
)

// auditFlags are the flags of audit.
type auditFlags struct {
	asJSON, asCSV bool
	top           int
	charts, page  string
	by            string
	only, against []string
}

func auditCommand() *cobra.Command {
	f := &auditFlags{}
	c := &cobra.Command{
		Use:   "audit DATABASE",
		Short: "Who gets quoted: named and unnamed, people and bodies, women and men, by outlet and month",
		Long: `Counts the quotes of a database by who stands behind them: people and bodies with a name (one person each across all
articles), those without one and why, documents; by gender as the text tells it; and by kind of cue, form and month, with the
months in between that have none. Participants are those whom articles tell of, whether they speak or not.

--only chooses articles, and --against others to compare them with, by outlet, author, section, since, until, and, for --against,
database:

  whosaid audit news.db --only outlet=a.com,since=2020 --against outlet=b.com,since=2020

--by counts each outlet, author, section, month or year apart. --html writes a page to read and print, --charts single charts.
What is left open ("I", "he" of whom the text does not say more) is nobody's. The exit status is 1 if there are no articles.`,
		Example: `  whosaid audit news.db
  whosaid audit news.db --by outlet --html report.html
  whosaid audit news.db --only section=Politics --against section=Sports --csv
  whosaid audit --json news.db | jq .speakers`,
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error { return f.run(c, args[0]) },
	}
	fl := c.Flags()
	fl.BoolVar(&f.asJSON, "json", false, "print JSON, of two sets as a list")
	fl.BoolVar(&f.asCSV, "csv", false, "print CSV")
	fl.IntVarP(&f.top, "top", "n", 20, "how many of each to name")
	fl.StringVar(&f.by, "by", "", "count apart, by `what`: "+strings.Join(db.GroupKeys(), ", "))
	fl.StringSliceVar(&f.only, "only", nil, "count only these articles, by `key=value`")
	fl.StringSliceVar(&f.against, "against", nil, "compare with these articles, by `key=value`")
	fl.StringVar(&f.page, "html", "", "`path` of a page to write")
	fl.StringVar(&f.charts, "charts", "", "`folder` to write charts into, as SVG")
	c.MarkFlagsMutuallyExclusive("json", "csv")
	completes(c, "by", db.GroupKeys())
	return c
}

func (f *auditFlags) run(c *cobra.Command, path string) error {
	if f.top < 1 {
		return usageError{errors.New("--top must be at least 1")}
	}
	audits := []*db.Audit{}
	for _, chosen := range [][]string{f.only, f.against} {
		if len(audits) == 1 && len(chosen) == 0 {
			break
		}
		a, err := f.count(c, path, chosen)
		if err != nil {
			return err
		}
		audits = append(audits, a)
	}
	if len(audits) == 2 {
		report.Trim(audits[0], audits[1], f.top)
		if audits[0].Set == "" {
			audits[0].Set = "all"
		}
	}
	if f.charts != "" {
		if err := writeCharts(f.charts, audits[0]); err != nil {
			return err
		}
	}
	if f.page != "" {
		title := "Who gets quoted: " + output.Clean(filepath.Base(path))
		if err := output.Replace(f.page, func(w io.Writer) error { return report.Page(w, title, audits) }); err != nil {
			return err
		}
	}
	return f.print(c.OutOrStdout(), audits)
}

func (f *auditFlags) print(w io.Writer, audits []*db.Audit) error {
	var err error
	switch {
	case f.asJSON:
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		if len(audits) == 2 {
			err = e.Encode(audits)
		} else {
			err = e.Encode(audits[0])
		}
	case f.asCSV:
		err = report.CSV(w, audits)
	case f.page == "":
		err = report.Text(w, audits)
	}
	for _, a := range audits {
		if err == nil && a.Articles == 0 {
			err = fmt.Errorf("%w: no article of %s", errNothing, a.Set)
		}
	}
	return err
}

// count counts the articles that a flag chooses.
func (f *auditFlags) count(c *cobra.Command, path string, chosen []string) (a *db.Audit, err error) {
	s := db.Set{By: f.by, Top: f.top}
	if len(f.against) > 0 {
		s.Top = math.MaxInt // Trim leaves as many as f.top
	}
	at := map[string]*string{
		"outlet": &s.Outlet, "author": &s.Author, "section": &s.Section, "since": &s.Since, "until": &s.Until, "database": &path,
	}
	for _, x := range chosen {
		key, value, _ := strings.Cut(x, "=")
		if at[key] == nil || value == "" {
			return nil, usageError{fmt.Errorf("%q is not key=value; keys are outlet, author, section, since, until and database", x)}
		}
		*at[key] = value
	}
	if err := days(&s.Since, &s.Until); err != nil {
		return nil, err
	}
	if f.by != "" && !slices.Contains(db.GroupKeys(), f.by) {
		return nil, usageError{fmt.Errorf("--by: no %q; there are %s", f.by, strings.Join(db.GroupKeys(), ", "))}
	}
	err = ask(path, func(d *db.DB) error {
		if err := joined(c, d, path); err != nil {
			return err
		}
		a, err = d.Audit(c.Context(), s)
		return err
	})
	if a != nil {
		a.Set = output.Clean(strings.Join(chosen, ", "))
	}
	return a, err
}

func writeCharts(dir string, a *db.Audit) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, s := range report.Sections(a) {
		if err := os.WriteFile(filepath.Join(dir, s.File+".svg"), []byte(report.Chart(s)), 0o644); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(dir, "months.svg"), []byte(report.MonthChart(a)), 0o644)
}
