package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode"

	"github.com/whosaid/whosaid"
)

// report prints d for people to read.
func report(w io.Writer, d *whosaid.Document) error {
	fmt.Fprintln(w, summary(d))
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	names(tw, d)
	dates(tw, d)
	if err := tw.Flush(); err != nil {
		return err
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
	{whosaid.Person, "person", "people"},
	{whosaid.Organization, "organization", "organizations"},
	{whosaid.Place, "place", "places"},
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
// mention.
func names(w io.Writer, d *whosaid.Document) {
	fmt.Fprint(w, "\nNAME\tKIND\tMENTIONS\tROLES\n")
	for _, kind := range []whosaid.EntityKind{whosaid.Person, whosaid.Organization} {
		for e := range d.OfKind(kind) {
			fmt.Fprintf(w, "%s\t%s\t%d\t%s\n", clean(e.Name), e.Kind, len(e.Mentions), roles(d, e))
		}
	}
}

func roles(d *whosaid.Document, e *whosaid.Entity) string {
	var out []string
	for _, r := range e.Roles {
		s := clean(r.Title)
		if org := d.Entity(r.Org); org != nil {
			s += " (" + clean(org.Name) + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// dates prints the expressions of time in text order.
func dates(w io.Writer, d *whosaid.Document) {
	if len(d.Dates) == 0 {
		return
	}
	fmt.Fprint(w, "\nDATE\tTYPE\tVALUE\tFROM\tTO\n")
	for _, t := range d.Dates {
		value := t.Value
		if t.Mod != "" {
			value += " " + t.Mod
		}
		from, to := "", ""
		if !t.From.IsZero() {
			from, to = t.From.Format(dayAndTime(t)), t.To.Format(dayAndTime(t))
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", clean(d.Slice(t.Span)), t.Type, value, from, to)
	}
}

// dayAndTime is the layout that shows the bounds of t: days for a day or
// longer, else minutes.
func dayAndTime(t whosaid.Date) string {
	if t.Type == whosaid.DateTime {
		return "2006-01-02 15:04"
	}
	return "2006-01-02"
}

// others prints the names of the other kinds, a line for each kind.
func others(w io.Writer, d *whosaid.Document) {
	for _, kind := range []whosaid.EntityKind{whosaid.Place, whosaid.Group, whosaid.Event, whosaid.Product, whosaid.Work} {
		var list []string
		for e := range d.OfKind(kind) {
			list = append(list, fmt.Sprintf("%s (%d)", clean(e.Name), len(e.Mentions)))
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
		var words []string
		for _, piece := range q.Content {
			words = append(words, clean(d.Slice(piece)))
		}
		cue := "no cue"
		if !q.Cue.Empty() {
			cue = clean(d.Slice(q.Cue))
		}
		fmt.Fprintf(w, "%3d. %s (%s, %s)\n     %s\n", q.ID, speaker(d, q), cue, q.Form, strings.Join(words, " … "))
	}
}

// speaker names who speaks, by name if there is one, else in the words of the
// text.
func speaker(d *whosaid.Document, q whosaid.Quote) string {
	if name := d.SpeakerName(q); name != "" {
		return clean(name)
	}
	if !q.Source.Empty() {
		return clean(d.Slice(q.Source))
	}
	return "somebody"
}

// clean makes s fit for one line of a terminal: white space becomes single
// spaces, control characters and broken bytes go.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) || r == unicode.ReplacementChar {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
