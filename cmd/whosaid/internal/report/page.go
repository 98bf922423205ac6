package report

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/chart"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/count"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/db"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
)

//go:embed page.html
var pageText string

// A figure is a chart with its table.
type figure struct {
	Title, About string
	Chart        template.HTML
	Head         []string
	Rows         [][]string
}

// Page writes one audit, or two to compare, as a page that can be printed and
// needs nothing else.
func Page(w io.Writer, title string, audits []*db.Audit) error {
	t, err := template.New("page").Funcs(template.FuncMap{"count": count.Of}).Parse(pageText)
	if err != nil {
		return err
	}
	return t.Execute(w, map[string]any{"Title": title, "Audits": audits, "Figures": figures(audits)})
}

func figures(audits []*db.Audit) []figure {
	var out []figure
	for i, s := range Sections(audits[0]) {
		var f figure
		if len(audits) == 2 {
			f = compared(audits, s, Sections(audits[1])[i])
		} else {
			f = single(s)
		}
		if f.Title, f.About = s.Title, s.About; len(f.Rows) > 0 {
			out = append(out, f)
		}
	}
	for _, a := range audits {
		out = append(out, overTime(a), participants(a))
		if len(a.Groups) > 0 {
			out = append(out, figure{Title: in("Groups", a), Head: groupHead, Rows: groupRows(a.Groups)})
		}
	}
	return out
}

// in is a title with the name of the set, if it has one.
func in(title string, a *db.Audit) string {
	if a.Set == "" {
		return title
	}
	return title + ": " + a.Set
}

func percent(part float64) string { return fmt.Sprintf("%.1f %%", 100*part) }

func single(s Section) figure {
	f := figure{Head: []string{"", "", "quotes", "part"}}
	for _, x := range s.Shares {
		f.Rows = append(f.Rows, []string{x.Name, x.Kind, fmt.Sprint(x.Count), percent(x.Part)})
	}
	f.Chart = template.HTML(Chart(s)) // chart escapes what it writes
	return f
}

// Chart draws a section.
func Chart(s Section) string {
	var bars []chart.Bar
	for _, x := range s.Shares {
		bars = append(bars, chart.Bar{Label: output.Clean(x.Name), Value: x.Count, Note: percent(x.Part)})
	}
	return chart.Bars(s.Title, bars)
}

// MonthChart draws the quotes of an audit over time.
func MonthChart(a *db.Audit) string {
	var bars []chart.Bar
	for _, m := range a.Months {
		bars = append(bars, chart.Bar{Label: m.Name, Value: m.Quotes})
	}
	return chart.Columns("Quotes by month", bars)
}

func compared(audits []*db.Audit, a, b Section) figure {
	f := figure{Head: []string{"", "", audits[0].Set, "part", audits[1].Set, "part", "difference"}}
	var list []chart.Pair
	for _, p := range pairs(a.Shares, b.Shares) {
		f.Rows = append(f.Rows, []string{p.Name, p.Kind, fmt.Sprint(p.Counts[0]), percent(p.Parts[0]), fmt.Sprint(p.Counts[1]),
			percent(p.Parts[1]), fmt.Sprintf("%+.1f", 100*(p.Parts[1]-p.Parts[0]))})
		list = append(list, chart.Pair{Label: output.Clean(p.Name), Parts: p.Parts})
	}
	f.Chart = template.HTML(chart.Pairs(a.Title, [2]string{audits[0].Set, audits[1].Set}, list)) // chart escapes what it writes
	return f
}

var groupHead = []string{"", "articles", "quotes", "an article", "named", "unnamed", "female", "male"}

func groupRows(list []db.Group) (rows [][]string) {
	for _, g := range list {
		rows = append(rows, []string{named(g.Name), fmt.Sprint(g.Articles), fmt.Sprint(g.Quotes), fmt.Sprintf("%.1f", g.PerArticle),
			fmt.Sprint(g.Named), fmt.Sprint(g.Unnamed), fmt.Sprint(g.Female), fmt.Sprint(g.Male)})
	}
	return rows
}

func overTime(a *db.Audit) figure {
	return figure{
		Title: in("Quotes by month", a), About: "Months without articles or quotes are gaps.", Head: groupHead, Rows: groupRows(a.Months),
		Chart: template.HTML(MonthChart(a)), // chart escapes what it writes
	}
}

func participants(a *db.Audit) figure {
	f := figure{
		Title: in("Participants", a), Head: []string{"", "in articles", "quoted", "mentions"},
		About: "People and bodies that articles tell of, whether they speak or not. Who is only “I” or “we” is none.",
	}
	for _, p := range a.Participants {
		f.Rows = append(f.Rows, []string{p.Name, fmt.Sprint(p.Count), fmt.Sprint(p.Quoted), fmt.Sprint(p.Mentions)})
	}
	return f
}
