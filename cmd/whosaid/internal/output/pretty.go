package output

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/claims"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/table"
)

// pretty is a report for people to read.
func pretty(w io.Writer, r *Record) error {
	b := bufio.NewWriter(w)
	p := report{b, r.Document}
	p.heading(r)
	p.names()
	p.described()
	p.dates()
	p.quotes()
	p.claims()
	b.WriteByte('\n')
	return b.Flush()
}

type report struct {
	w io.Writer
	d *whosaid.Document
}

func (p report) heading(r *Record) {
	fmt.Fprintf(p.w, "== %s", Clean(r.ID))
	if r.Title != "" {
		fmt.Fprintf(p.w, " · %s", Clean(r.Title))
	}
	if day := table.Day(p.d.Published); day != "" {
		fmt.Fprintf(p.w, " · %s", day)
	}
	fmt.Fprintln(p.w)
}

// names lists the entities that people look for first: who speaks and who is
// meant often. The other kinds follow, a line for each.
func (p report) names() {
	tw := tabwriter.NewWriter(p.w, 0, 0, 2, ' ', 0)
	head := "\nNAME\tKIND\tMENTIONS\tQUOTES\tROLES, OTHER NAMES\n"
	for _, kind := range []whosaid.EntityKind{whosaid.EntityPerson, whosaid.EntityOrganization} {
		for e := range p.d.OfKind(kind) {
			fmt.Fprintf(tw, "%s%s\t%s\t%d\t%d\t%s\n", head, Clean(e.Name), e.Kind, len(e.Mentions), p.quoted(e), p.more(e))
			head = ""
		}
	}
	tw.Flush()
	for _, kind := range whosaid.EntityKind.Values("") {
		if kind == whosaid.EntityPerson || kind == whosaid.EntityOrganization {
			continue
		}
		var list []string
		for e := range p.d.OfKind(kind) {
			list = append(list, Clean(e.Name))
		}
		if len(list) > 0 {
			fmt.Fprintf(p.w, "\n%s: %s\n", strings.ToUpper(string(kind)), strings.Join(list, ", "))
		}
	}
}

// described lists the people and bodies without a name.
func (p report) described() {
	tw := tabwriter.NewWriter(p.w, 0, 0, 2, ' ', 0)
	head := "\nALSO IN THE STORY\tKIND\tMENTIONS\tQUOTES\n"
	for e := range p.d.Described() {
		fmt.Fprintf(tw, "%s%s\t%s, %s\t%d\t%d\n", head, Clean(e.Description), e.Kind, e.Number, len(e.Mentions), p.quoted(e))
		head = ""
	}
	tw.Flush()
}

// quoted is how many quotes e speaks.
func (p report) quoted(e *whosaid.Entity) (n int) {
	for range p.d.QuotesBy(e.ID) {
		n++
	}
	return n
}

func (p report) more(e *whosaid.Entity) string {
	var out []string
	for _, r := range e.Roles {
		s := Clean(r.Title)
		if org := p.d.Entity(r.Org); org != nil {
			s += ", " + Clean(org.Called())
		}
		out = append(out, s)
	}
	for _, a := range e.Aliases {
		out = append(out, "“"+Clean(a)+"”")
	}
	return strings.Join(out, "; ")
}

func (p report) dates() {
	if len(p.d.Dates) == 0 {
		return
	}
	tw := tabwriter.NewWriter(p.w, 0, 0, 2, ' ', 0)
	fmt.Fprint(tw, "\nDATE\tTYPE\tVALUE\n")
	for _, t := range p.d.Dates {
		fmt.Fprintf(tw, "%s\t%s\t%s\n", Clean(p.d.Slice(t.Span)), t.Type, strings.TrimSpace(t.Value+" "+t.Mod))
	}
	tw.Flush()
}

func (p report) quotes() {
	for i := range p.d.Quotes {
		if i == 0 {
			fmt.Fprintln(p.w, "\nQUOTES")
		}
		q := &p.d.Quotes[i]
		words := Clean(p.d.Words(q.Content...))
		if q.Form == whosaid.QuoteDirect {
			words = "“" + words + "”"
		}
		fmt.Fprintf(p.w, "%3d. %s (%s)\n     %s\n", q.ID, Speaker(p.d, q), Manner(p.d, q), words)
	}
}

func (p report) claims() {
	for i := range p.d.Claims {
		if i == 0 {
			fmt.Fprintln(p.w, "\nCLAIMS")
		}
		c := &p.d.Claims[i]
		who := cmp.Or(Clean(p.d.WhoClaims(c)), string(c.Claimant.Kind))
		fmt.Fprintf(p.w, "%3d. %s (%s)\n     %s\n", i+1, who, c.Type, Clean(claims.Text(p.d, c)))
	}
}

// Speaker names who speaks a quote, and by what words where they are not the
// name; a source without a name is given in the words of the text.
func Speaker(d *whosaid.Document, q *whosaid.Quote) string {
	who, source := Clean(d.Who(q)), Clean(d.Slice(q.Source))
	switch {
	case who == "":
		return "an unnamed source"
	case strings.Contains(source, who) || source == "":
		return who
	}
	return who + " as “" + source + "”"
}

// Manner describes how a quote is said: the cue, the form, negation and
// modality.
func Manner(d *whosaid.Document, q *whosaid.Quote) string {
	cue := "no cue"
	if !q.Cue.Empty() {
		cue = Clean(d.Slice(q.Cue))
	}
	list := []string{cue, string(q.Form)}
	if q.Negated {
		list = append(list, "negated")
	}
	if q.Modality != "" {
		list = append(list, string(q.Modality))
	}
	if q.Parent != 0 {
		list = append(list, fmt.Sprintf("within quote %d", q.Parent))
	}
	return strings.Join(list, ", ")
}

// Clean makes s fit for one line of a terminal: white space becomes single
// spaces; control characters, marks of direction and broken bytes go.
func Clean(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) || r == unicode.ReplacementChar || unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
