package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/examples/internal/input"
)

// report prints d for people to read.
func report(w io.Writer, d *whosaid.Document) error {
	fmt.Fprintln(w, summary(d))
	var tables strings.Builder
	tw := tabwriter.NewWriter(&tables, 0, 0, 2, ' ', 0)
	names(tw, d)
	described(tw, d)
	dates(tw, d)
	if err := tw.Flush(); err != nil {
		return err
	}
	for line := range strings.Lines(tables.String()) {
		fmt.Fprintln(w, strings.TrimRight(line, " \n"))
	}
	others(w, d)
	quotes(w, d)
	return nil
}

// counted are the kinds whose number heads the report.
var counted = []struct {
	kind      whosaid.EntityKind
	one, many string
}{
	{whosaid.EntityPerson, "person", "people"},
	{whosaid.EntityOrganization, "organization", "organizations"},
	{whosaid.EntityPlace, "place", "places"},
}

func summary(d *whosaid.Document) string {
	parts := []string{count(len(d.Sentences), "sentence", "sentences")}
	for _, c := range counted {
		n := 0
		for range d.OfKind(c.kind) {
			n++
		}
		parts = append(parts, count(n, c.one, c.many))
	}
	parts = append(parts, count(len(d.Dates), "date", "dates"), count(len(d.Quotes), "quote", "quotes"))
	return strings.Join(parts, ", ")
}

func count(n int, one, many string) string {
	if n == 1 {
		many = one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// names prints people, then organizations, each in the order of their first
// mention, with how often the text means them and how often it quotes them.
func names(w io.Writer, d *whosaid.Document) {
	fmt.Fprint(w, "\nNAME\tKIND\tMENTIONS\tQUOTES\tROLES, OTHER NAMES\n")
	for _, kind := range []whosaid.EntityKind{whosaid.EntityPerson, whosaid.EntityOrganization} {
		for e := range d.OfKind(kind) {
			fmt.Fprintf(w, "%s\t%s\t%d\t%d\t%s\n", input.Clean(e.Name), e.Kind, len(e.Mentions), quoted(d, e), more(d, e))
		}
	}
}

// more lists the roles of e, each with the organization or place it belongs to,
// and the other names it goes by.
func more(d *whosaid.Document, e *whosaid.Entity) string {
	var out []string
	for _, r := range e.Roles {
		s := input.Clean(r.Title)
		if org := d.Entity(r.Org); org != nil {
			s += ", " + input.Clean(org.Called())
		}
		out = append(out, s)
	}
	for _, a := range e.Aliases {
		out = append(out, "“"+input.Clean(a)+"”")
	}
	return strings.Join(out, "; ")
}

// described prints the people and bodies without a name.
func described(w io.Writer, d *whosaid.Document) {
	head := "\nALSO IN THE STORY\tKIND\tMENTIONS\tQUOTES\n"
	for e := range d.Described() {
		fmt.Fprintf(w, "%s%s\t%s, %s\t%d\t%d\n", head, input.Clean(e.Description), e.Kind, e.Number, len(e.Mentions), quoted(d, e))
		head = ""
	}
}

// quoted is how many quotes e speaks.
func quoted(d *whosaid.Document, e *whosaid.Entity) (n int) {
	for range d.QuotesBy(e.ID) {
		n++
	}
	return n
}

// dates prints the expressions of time in text order.
func dates(w io.Writer, d *whosaid.Document) {
	if len(d.Dates) == 0 {
		return
	}
	unresolved := false
	fmt.Fprint(w, "\nDATE\tTYPE\tVALUE\tFROM\tTO\n")
	for _, t := range d.Dates {
		value := t.Value
		if t.Mod != "" {
			value += " " + t.Mod
		}
		from, to := interval(t)
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", input.Clean(d.Slice(t.Span)), t.Type, value, from, to)
		unresolved = unresolved || !t.Resolved
	}
	if unresolved && d.Published.IsZero() {
		fmt.Fprintln(w, "(-date tells the day that the text was published, from which the open ones count)")
	}
}

// interval gives the first and the last day of t, or for a time of day its
// bounds; nothing where it has no place on the calendar.
func interval(t whosaid.Date) (from, to string) {
	switch {
	case t.From.IsZero():
		return "", ""
	case t.Type == whosaid.DateTime:
		return t.From.Format("2006-01-02 15:04"), t.To.Format("2006-01-02 15:04")
	}
	return t.From.Format(time.DateOnly), t.To.Add(-time.Nanosecond).Format(time.DateOnly)
}

// others prints the names of the other kinds, a line for each kind.
func others(w io.Writer, d *whosaid.Document) {
	for _, kind := range whosaid.EntityKind.Values("") {
		if kind == whosaid.EntityPerson || kind == whosaid.EntityOrganization {
			continue
		}
		var list []string
		for e := range d.OfKind(kind) {
			list = append(list, fmt.Sprintf("%s (%d)", input.Clean(e.Name), len(e.Mentions)))
		}
		if len(list) > 0 {
			fmt.Fprintf(w, "\n%sS: %s\n", strings.ToUpper(string(kind)), strings.Join(list, ", "))
		}
	}
}

// quotes prints each quote with its speaker, cue and form.
func quotes(w io.Writer, d *whosaid.Document) {
	for i, q := range d.Quotes {
		if i == 0 {
			fmt.Fprintln(w, "\nQUOTES")
		}
		content := input.Clean(d.Words(q.Content...))
		if q.Form == whosaid.QuoteDirect {
			content = "“" + content + "”"
		}
		fmt.Fprintf(w, "%3d. %s (%s)\n     %s\n", q.ID, speaker(d, &q), manner(d, &q), content)
	}
}

// speaker names who speaks, and by what words where they are not the name; a
// source without a name is given in the words of the text.
func speaker(d *whosaid.Document, q *whosaid.Quote) string {
	who := cmp.Or(input.Clean(d.Who(q)), "a source that is not told")
	if source := input.Clean(d.Slice(q.Source)); source != "" && !strings.Contains(source, who) {
		who += " as “" + source + "”"
	}
	return who
}

// manner says how a quote is put: the cue, the form, and whether it is said at
// all.
func manner(d *whosaid.Document, q *whosaid.Quote) string {
	s := cmp.Or(input.Clean(d.Slice(q.Cue)), "no cue") + ", " + string(q.Form)
	if q.Negated {
		s += ", negated"
	}
	if q.Modality != "" {
		s += ", " + string(q.Modality)
	}
	if q.Parent != 0 {
		s += fmt.Sprintf(", within quote %d", q.Parent)
	}
	return s
}
