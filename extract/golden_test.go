package extract_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/internal/txtar"
)

var update = flag.Bool("update", false, "rewrite testdata/golden; read the difference as you would read code")

// goldenSections are the sections of a golden case after its input, in order.
// A case without a required one fails, and so does one with any other.
var goldenSections = []struct {
	name     string
	required bool
	show     func(*whosaid.Document) []string
}{
	{"sentences", false, showSentences},
	{"entities", true, showEntities},
	{"roles", false, showRoles},
	{"dates", true, showDates},
	{"quotes", true, showQuotes},
	{"claims", false, showClaims},
}

// TestGolden reads the cases that testdata/golden/shapes.txt lists: lines of
// settings and of comment (#), the input, and what should be found in it. Words
// come first, byte offsets second. A whole article is a *.golden.txtar beside
// its text.
func TestGolden(t *testing.T) {
	t.Parallel()
	x := newExtractor(t)
	files, err := filepath.Glob("../testdata/*.golden.txtar")
	require.NoError(t, err)
	for _, name := range goldenCases(t) {
		files = append(files, filepath.Join("../testdata/golden", name))
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			b, err := os.ReadFile(file)
			require.NoError(t, err)
			a := txtar.Parse(string(b))
			d := readGolden(t, x, &a)
			if *update {
				require.NoError(t, os.WriteFile(file, []byte(rewrite(&a, d)), 0o644))
				return
			}
			compare(t, &a, d)
		})
	}
}

// goldenCases returns the files that shapes.txt lists. Each must be there, and
// each that is there must be listed.
func goldenCases(t *testing.T) (there []string) {
	b, err := os.ReadFile("../testdata/golden/shapes.txt")
	require.NoError(t, err)
	listed := map[string]bool{}
	for line := range strings.Lines(string(b)) {
		if shape, files, ok := strings.Cut(line, ":"); ok && !strings.HasPrefix(line, "#") {
			require.NotEmpty(t, strings.Fields(files), "shapes.txt: no case for %q", shape)
			for _, name := range strings.Fields(files) {
				listed[name+".txtar"] = true
			}
		}
	}
	entries, err := os.ReadDir("../testdata/golden")
	require.NoError(t, err)
	for _, e := range entries {
		if name := e.Name(); name != "shapes.txt" {
			require.True(t, listed[name], "testdata/golden/%s is in no line of shapes.txt: add it to the shape that it shows", name)
			delete(listed, name)
			there = append(there, name)
		}
	}
	require.Empty(t, listed, "shapes.txt lists files that are not there")
	return there
}

// readGolden extracts from the input of a case, its first section or a file
// beside it.
func readGolden(t *testing.T, x *extract.Extractor, a *txtar.Archive) *whosaid.Document {
	text, _ := a.Get("input")
	text = strings.TrimSuffix(text, "\n")
	var opts []extract.DocOption
	for line := range strings.Lines(a.Comment) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		switch value = strings.TrimSpace(value); {
		case key == "published":
			day, err := time.Parse(time.DateOnly, value)
			require.NoError(t, err)
			opts = append(opts, extract.Published(day))
		case key == "input":
			b, err := os.ReadFile(filepath.Join("../testdata", value))
			require.NoError(t, err)
			text = string(b)
		case key == "newlines" && value == "crlf":
			text = strings.ReplaceAll(text, "\n", "\r\n")
		case !strings.HasPrefix(key, "#"):
			t.Fatalf("no setting: %q", line)
		}
	}
	require.NotEmpty(t, text, "no input")
	d, err := x.Extract(context.Background(), text, opts...)
	require.NoError(t, err)
	require.NoError(t, d.Validate())
	return d
}

func compare(t *testing.T, a *txtar.Archive, d *whosaid.Document) {
	var known []string
	if len(inputOf(a)) > 0 {
		known = append(known, "input")
	}
	for _, s := range goldenSections {
		want, ok := a.Get(s.name)
		require.True(t, ok || !s.required, "section %q is missing", s.name)
		if ok {
			known = append(known, s.name)
			require.Equal(t, want, lines(s.show(d)), s.name)
		}
	}
	for i, s := range a.Sections {
		require.Less(t, i, len(known), "section %q is unknown or doubled", s.Name)
		require.Equal(t, known[i], s.Name, "sections are unknown, doubled or not in order")
	}
}

// inputOf is the first section, if that is the input.
func inputOf(a *txtar.Archive) []txtar.Section {
	if len(a.Sections) > 0 && a.Sections[0].Name == "input" {
		return a.Sections[:1:1]
	}
	return nil
}

// rewrite returns the case with what d holds.
func rewrite(a *txtar.Archive, d *whosaid.Document) string {
	out := txtar.Archive{Comment: a.Comment, Sections: inputOf(a)}
	for _, s := range goldenSections {
		if _, ok := a.Get(s.name); ok || s.required {
			out.Sections = append(out.Sections, txtar.Section{Name: s.name, Text: lines(s.show(d))})
		}
	}
	return out.String()
}

func lines(list []string) string {
	var b strings.Builder
	for _, l := range list {
		b.WriteString(l + "\n")
	}
	return b.String()
}

// words shows a span: its words on one line, then its offsets.
func words(d *whosaid.Document, s whosaid.Span) string {
	if s == (whosaid.Span{}) {
		return "-"
	}
	return fmt.Sprintf("%s %d:%d", strings.Join(strings.Fields(d.Slice(s)), " "), s.Start, s.End)
}

func showSentences(d *whosaid.Document) (out []string) {
	for _, s := range d.Sentences {
		out = append(out, fmt.Sprintf("%s %s", s.Kind, words(d, s.Span)))
	}
	return out
}

// showEntities gives a line for each entity, with all its mentions:
//
//	person Ann Lee 36:43 · she 80:83
//
// The name stands apart where the first mention is not the fullest:
//
//	person Ann Lee = Lee 5:8 · Ann Lee 36:43
func showEntities(d *whosaid.Document) (out []string) {
	for _, e := range d.Entities {
		var mentions []string
		for _, m := range e.Mentions {
			mentions = append(mentions, words(d, d.Mentions[m].Span))
		}
		line := string(e.Kind) + " "
		if d.Slice(d.Mentions[e.Mentions[0]].Span) != e.Name {
			line += e.Name + " = "
		}
		out = append(out, line+strings.Join(mentions, " · "))
	}
	return out
}

func showRoles(d *whosaid.Document) (out []string) {
	for _, e := range d.Entities {
		for _, r := range e.Roles {
			line := fmt.Sprintf("%s: %s", e.Name, words(d, r.Span))
			if org := d.Entity(r.Org); org != nil {
				line += " of " + org.Name
			}
			out = append(out, line)
		}
	}
	return out
}

func showDates(d *whosaid.Document) (out []string) {
	for _, t := range d.Dates {
		line := fmt.Sprintf("%s %s %s", words(d, t.Span), t.Type, t.Value)
		if t.Mod != "" {
			line += " " + t.Mod
		}
		if !t.Resolved {
			line += " unresolved"
		}
		out = append(out, line)
	}
	return out
}

// showQuotes gives a line for each quote: form, content, cue, source and,
// where it differs, the speaker's name.
//
//	direct We will not sell, 1:18 | said 22:26 | she 27:30 = Ann Lee
func showQuotes(d *whosaid.Document) (out []string) {
	for i := range d.Quotes {
		q := &d.Quotes[i]
		var content []string
		for _, piece := range q.Content {
			content = append(content, words(d, piece))
		}
		out = append(out, fmt.Sprintf("%s %s | %s%s | %s", q.Form, strings.Join(content, " … "), words(d, q.Cue), flags(d, q), speakers(d, q)))
	}
	return out
}

// showClaims gives a line for each claim: type, pieces and claimant.
//
//	event [hedged] the bank 15:23 … may close 25:34 | Ann Lee | via Bob Day
func showClaims(d *whosaid.Document) (out []string) {
	for i := range d.Claims {
		c := &d.Claims[i]
		var pieces, via []string
		for _, s := range c.Spans {
			pieces = append(pieces, words(d, s))
		}
		line := fmt.Sprintf("%s%s %s | %s", c.Type, claimFlags(c), strings.Join(pieces, " … "), source(d, c.Claimant.Entity, c.Claimant.Source, string(c.Claimant.Kind)))
		for _, id := range c.Via {
			q := d.Quote(id)
			via = append(via, source(d, q.Speaker, q.Source, "-"))
		}
		if len(via) > 0 {
			line += " | via " + strings.Join(via, ", ")
		}
		out = append(out, line)
	}
	return out
}

// source is a name, or the words for it, or what is given for none.
func source(d *whosaid.Document, id whosaid.EntityID, s whosaid.Span, none string) string {
	if e := d.Entity(id); e != nil {
		return e.Name
	}
	if !s.Empty() {
		return "“" + strings.Join(strings.Fields(d.Slice(s)), " ") + "”"
	}
	return none
}

func claimFlags(c *whosaid.Claim) string {
	var list []string
	if c.Negated {
		list = append(list, "negated")
	}
	if !c.Hedge.Empty() {
		list = append(list, "hedged")
	}
	if c.Stance != "" {
		list = append(list, string(c.Stance))
	}
	if len(list) == 0 {
		return ""
	}
	return " [" + strings.Join(list, ", ") + "]"
}

// flags shows what makes the act of saying other than plain speech.
func flags(d *whosaid.Document, q *whosaid.Quote) string {
	var list []string
	if !q.Speech {
		list = append(list, "thought")
	}
	if q.Negated {
		list = append(list, "negated")
	}
	if q.Modality != "" {
		list = append(list, string(q.Modality))
	}
	if q.Parent != 0 {
		list = append(list, fmt.Sprintf("nested in quote %d", q.Parent))
	}
	if !q.Addressee.Empty() {
		list = append(list, "to "+words(d, q.Addressee))
	}
	if !q.Medium.Empty() {
		list = append(list, "medium "+words(d, q.Medium))
	}
	if len(list) == 0 {
		return ""
	}
	return " [" + strings.Join(list, ", ") + "]"
}

func speakers(d *whosaid.Document, q *whosaid.Quote) string {
	source := words(d, q.Source)
	var names []string
	for _, id := range append([]whosaid.EntityID{q.Speaker}, q.Others...) {
		if e := d.Entity(id); e != nil {
			names = append(names, e.Name)
		}
	}
	if len(names) == 0 || len(names) == 1 && names[0] == d.Slice(q.Source) {
		return source
	}
	return source + " = " + strings.Join(names, " and ")
}
