package output

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/textpos"
)

// bratConfig is the annotation.conf of the standoff files.
const bratConfig = `[entities]
Person
Organization
Place
Group
Product
Event
Work
Pronoun
Nominal
Timex
Quote
Cue
Source
Claim

[relations]
Speaker	Arg1:Quote, Arg2:<ENTITY>
Means	Arg1:<ENTITY>, Arg2:<ENTITY>
HasCue	Arg1:Quote, Arg2:Cue
HasSource	Arg1:Quote, Arg2:Source

[events]

[attributes]
Form	Arg:Quote, Value:direct|indirect|mixed
Negated	Arg:Quote|Claim
ClaimType	Arg:Claim, Value:prediction|causal|comparison|quantity|rule|event|state|experience|other
`

func openBrat(o Options) (Writer, error) {
	return openFolder(o, []part{{".txt", bratText}, {".ann", brat}}, map[string]string{"annotation.conf": bratConfig})
}

func bratText(w io.Writer, r *Record) error {
	_, err := io.WriteString(w, textpos.Clean(r.Document.Text))
	return err
}

// bratWriter writes the lines of one .ann file. Offsets count characters.
type bratWriter struct {
	*bufio.Writer
	d          *whosaid.Document
	x          *textpos.Index
	t, r, a, n int // how many of each there are
}

func brat(to io.Writer, r *Record) error {
	w := &bratWriter{Writer: bufio.NewWriter(to), d: r.Document, x: textpos.New(r.Document.Text)}
	first := w.mentions()
	for _, t := range w.d.Dates {
		id := w.bound("Timex", t.Span)
		w.note(id, strings.TrimSpace(string(t.Type)+" "+t.Value+" "+t.Mod))
	}
	for i := range w.d.Quotes {
		w.quote(&w.d.Quotes[i], first)
	}
	for i := range w.d.Claims {
		c := &w.d.Claims[i]
		id := w.bound("Claim", c.Spans...)
		w.attribute("ClaimType", id, string(c.Type))
		if c.Negated {
			w.attribute("Negated", id, "")
		}
	}
	return w.Flush()
}

// mentions writes the mentions and returns, for each entity, the first.
func (w *bratWriter) mentions() map[whosaid.EntityID]int {
	first := map[whosaid.EntityID]int{}
	for _, m := range w.d.Mentions {
		kind := string(w.d.Entity(m.Entity).Kind)
		if m.Form != whosaid.MentionName {
			kind = string(m.Form)
		}
		id := w.bound(strings.ToUpper(kind[:1])+kind[1:], m.Span)
		if first[m.Entity] == 0 {
			first[m.Entity] = id
		} else {
			w.relation("Means", id, first[m.Entity])
		}
	}
	return first
}

func (w *bratWriter) quote(q *whosaid.Quote, first map[whosaid.EntityID]int) {
	id := w.bound("Quote", q.Content...)
	w.attribute("Form", id, string(q.Form))
	if q.Negated {
		w.attribute("Negated", id, "")
	}
	if !q.Cue.Empty() {
		w.relation("HasCue", id, w.bound("Cue", q.Cue))
	}
	if !q.Source.Empty() {
		w.relation("HasSource", id, w.bound("Source", q.Source))
	}
	for _, e := range w.d.Speakers(q) {
		if first[e.ID] != 0 {
			w.relation("Speaker", id, first[e.ID])
		}
	}
}

// bound writes a text-bound annotation. Fragments may not hold line breaks, so
// that spans are cut there.
func (w *bratWriter) bound(kind string, spans ...whosaid.Span) int {
	var at, text []string
	for _, s := range spans {
		for _, f := range linesOf(w.d.Text, s) {
			start, end := w.x.Runes(f)
			at = append(at, fmt.Sprintf("%d %d", start, end))
			text = append(text, textpos.Clean(w.d.Slice(f)))
		}
	}
	w.t++
	fmt.Fprintf(w, "T%d\t%s %s\t%s\n", w.t, kind, strings.Join(at, ";"), strings.Join(text, " "))
	return w.t
}

// linesOf cuts s at line breaks and leaves out what is blank.
func linesOf(text string, s whosaid.Span) (out []whosaid.Span) {
	at := s.Start
	for part := range strings.FieldsFuncSeq(text[s.Start:s.End], func(r rune) bool { return r == '\n' || r == '\r' }) {
		at += strings.Index(text[at:s.End], part)
		if strings.TrimSpace(part) != "" {
			out = append(out, whosaid.Span{Start: at, End: at + len(part)})
		}
		at += len(part)
	}
	return out
}

func (w *bratWriter) relation(kind string, from, to int) {
	w.r++
	fmt.Fprintf(w, "R%d\t%s Arg1:T%d Arg2:T%d\n", w.r, kind, from, to)
}

func (w *bratWriter) attribute(kind string, of int, value string) {
	w.a++
	fmt.Fprintf(w, "A%d\t%s\n", w.a, strings.TrimSpace(fmt.Sprintf("%s T%d %s", kind, of, value)))
}

func (w *bratWriter) note(of int, text string) {
	w.n++
	fmt.Fprintf(w, "#%d\tAnnotatorNotes T%d\t%s\n", w.n, of, text)
}
