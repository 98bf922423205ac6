package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"text/tabwriter"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/count"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/db"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
)

// Text prints one audit, or two side by side with the difference of their parts.
func Text(w io.Writer, audits []*db.Audit) error {
	for _, a := range audits {
		if a.Set != "" {
			fmt.Fprintf(w, "%s: ", output.Clean(a.Set))
		}
		fmt.Fprintf(w, "%s, %s, %.1f an article; nobody is quoted in %d, one speaker alone, more than once, in %d\n",
			count.Of(a.Articles, "article"), count.Of(a.Quotes, "quote"), a.PerArticle, a.Unquoted, a.One)
	}
	if len(audits) == 2 {
		return textPairs(w, audits)
	}
	a := audits[0]
	for _, s := range Sections(a) {
		err := textTable(w, s.Title, len(s.Shares), func(tw io.Writer, i int) {
			x := s.Shares[i]
			fmt.Fprintf(tw, "  %s\t%s\t%d\t%.1f %%\n", output.Clean(x.Name), x.Kind, x.Count, 100*x.Part)
		})
		if err != nil {
			return err
		}
	}
	err := textTable(w, "Participants", len(a.Participants), func(tw io.Writer, i int) {
		p := a.Participants[i]
		fmt.Fprintf(tw, "  %s\t%d\tquoted %d\tmentioned %s\n", p.Name, p.Count, p.Quoted, count.Of(p.Mentions, "time"))
	})
	if err != nil {
		return err
	}
	for _, g := range []struct {
		title string
		list  []db.Group
	}{{"Quotes by month", a.Months}, {"Groups", a.Groups}} {
		err := textTable(w, g.title, len(g.list), func(tw io.Writer, i int) {
			x := g.list[i]
			fmt.Fprintf(tw, "  %s\t%s\t%s\t%.1f an article\tnamed %d\tunnamed %d\tfemale %d\tmale %d\n",
				named(x.Name), count.Of(x.Articles, "article"), count.Of(x.Quotes, "quote"), x.PerArticle,
				x.Named, x.Unnamed, x.Female, x.Male)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// named is the name of a group.
func named(s string) string {
	if s == "" {
		return "(not said)"
	}
	return output.Clean(s)
}

// textTable prints a table of n rows, or nothing if it has none.
func textTable(w io.Writer, title string, n int, row func(tw io.Writer, i int)) error {
	if n == 0 {
		return nil
	}
	fmt.Fprintf(w, "\n%s\n", title)
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for i := range n {
		row(tw, i)
	}
	return tw.Flush()
}

func textPairs(w io.Writer, audits []*db.Audit) error {
	other := Sections(audits[1])
	for i, s := range Sections(audits[0]) {
		list := pairs(s.Shares, other[i].Shares)
		err := textTable(w, s.Title, len(list), func(tw io.Writer, k int) {
			p := list[k]
			fmt.Fprintf(tw, "  %s\t%s\t%d\t%.1f %%\t%d\t%.1f %%\t%+.1f\n", output.Clean(p.Name), p.Kind, p.Counts[0], 100*p.Parts[0],
				p.Counts[1], 100*p.Parts[1], 100*(p.Parts[1]-p.Parts[0]))
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// CSV writes a row for each share, participant, month and group of the audits.
func CSV(w io.Writer, audits []*db.Audit) error {
	rows := [][]string{{"set", "table", "name", "kind", "count", "part", "articles", "quotes", "quoted", "mentions", "named", "unnamed",
		"female", "male"}}
	num := strconv.Itoa
	for _, a := range audits {
		for _, s := range Sections(a) {
			for _, x := range s.Shares {
				rows = append(rows, []string{a.Set, s.File, x.Name, x.Kind, num(x.Count), strconv.FormatFloat(x.Part, 'f', 4, 64),
					"", "", "", "", "", "", "", ""})
			}
		}
		for _, p := range a.Participants {
			rows = append(rows, []string{a.Set, "participants", p.Name, "", num(p.Count), "", "", "", num(p.Quoted), num(p.Mentions),
				"", "", "", ""})
		}
		for i, list := range [][]db.Group{a.Months, a.Groups} {
			for _, g := range list {
				rows = append(rows, []string{a.Set, []string{"months", "groups"}[i], g.Name, "", num(g.Quotes), "", num(g.Articles),
					num(g.Quotes), "", "", num(g.Named), num(g.Unnamed), num(g.Female), num(g.Male)})
			}
		}
	}
	for _, row := range rows {
		for i := range row {
			row[i] = output.Cell(row[i])
		}
	}
	return csv.NewWriter(w).WriteAll(rows)
}
