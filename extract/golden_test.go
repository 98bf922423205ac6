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
	"github.com/whosaid/whosaid/internal/lab/golden"
)

var update = flag.Bool("update", false, "bring offsets and “! got” lines of testdata/golden up to date; what is right stays as it is")

// layers are the sections of a golden case after its input, in order. A case
// states all of them, or says in its comment which ones it is about.
var layers = []struct {
	name string
	show func(*whosaid.Document) []string
}{
	{"sentences", showSentences},
	{"entities", showEntities},
	{"people", showPeople},
	{"roles", showRoles},
	{"dates", showDates},
	{"quotes", showQuotes},
	{"sources", showSources},
	{"claims", showClaims},
}

// knownErrors counts the errors that the golden cases mark, by case and layer.
const knownErrors = "../testdata/known-errors.txt"

// A goldenCase is a file of testdata/golden, or an article's beside its text.
type goldenCase struct {
	file, name string
	archive    golden.File
	text       string
	opts       []extract.DocOption
	layers     []string
}

// TestGolden reads the cases that testdata/golden/shapes.txt lists: lines of
// settings and of comment (#), the input, and what is right for it, with what
// comes out instead where that is wrong (package golden). Words come first,
// byte offsets second. A whole article is a *.golden.txtar beside its text.
func TestGolden(t *testing.T) {
	t.Parallel()
	x := newExtractor(t)
	if *update {
		t.Cleanup(func() { require.NoError(t, os.WriteFile(knownErrors, []byte(countErrors(t)), 0o644)) })
	}
	for _, c := range goldenCases(t) {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d, err := x.Extract(context.Background(), c.text, c.opts...)
			require.NoError(t, err)
			require.NoError(t, d.Validate())
			if *update {
				c.update(t, d)
				return
			}
			for i, s := range c.stated(t) {
				for _, problem := range s.Check(c.text, c.show(i, d)) {
					t.Errorf("%s: %s", c.layers[i], problem)
				}
			}
		})
	}
}

// TestKnownErrors holds the number of errors that the cases mark to the one that
// is kept; CI lets that only fall.
func TestKnownErrors(t *testing.T) {
	if *update {
		t.Skip("TestGolden writes the numbers")
	}
	t.Parallel()
	kept, err := os.ReadFile(knownErrors)
	require.NoError(t, err)
	require.Equal(t, string(kept), countErrors(t), "an error is gone, or new: go test ./extract -run Golden -update")
}

// TestReadmeCounts holds what README.md says of the article to what its case
// marks.
func TestReadmeCounts(t *testing.T) {
	t.Parallel()
	var counts []string
	for _, c := range goldenCases(t) {
		if c.name != "article" {
			continue
		}
		for i, s := range c.stated(t) {
			if n := s.Errors(); n > 0 {
				counts = append(counts, fmt.Sprintf("%d in %s", n, c.layers[i]))
			}
		}
	}
	readme, err := os.ReadFile("../README.md")
	require.NoError(t, err)
	require.Contains(t, strings.Join(strings.Fields(string(readme)), " "), "the right one: "+strings.Join(counts, ", ")+" (`grep")
}

// countErrors lists the marks of the cases as testdata/known-errors.txt does.
func countErrors(t *testing.T) string {
	var b strings.Builder
	b.WriteString("# The errors that the golden cases mark with “!”, by case and layer, written by\n" +
		"# go test ./extract -run Golden -update. A number may only fall: .ci/known_errors.py.\n")
	for _, c := range goldenCases(t) {
		for i, s := range c.stated(t) {
			if n := s.Errors(); n > 0 {
				fmt.Fprintf(&b, "%s %s %d\n", c.name, c.layers[i], n)
			}
		}
	}
	return b.String()
}

// goldenCases reads the cases of shapes.txt, in the order of their names, after
// the articles.
func goldenCases(t *testing.T) (list []goldenCase) {
	files, err := filepath.Glob("../testdata/*.golden.txtar")
	require.NoError(t, err)
	for _, name := range listedCases(t) {
		files = append(files, filepath.Join("../testdata/golden", name))
	}
	for _, file := range files {
		list = append(list, readCase(t, file))
	}
	return list
}

// listedCases returns the files that shapes.txt lists. Each must be there, and
// each that is there must be listed.
func listedCases(t *testing.T) (there []string) {
	b, err := os.ReadFile("../testdata/golden/shapes.txt")
	require.NoError(t, err)
	listed := map[string]bool{}
	for line := range strings.Lines(string(b)) {
		shape, files, ok := strings.Cut(line, ":")
		switch {
		case strings.HasPrefix(line, " "): // the shape above goes on
			files = line
		case !ok || strings.HasPrefix(line, "#"):
			continue
		default:
			require.NotEmpty(t, strings.Fields(files), "shapes.txt: no case for %q", shape)
		}
		for _, name := range strings.Fields(files) {
			listed[name+".txtar"] = true
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

// readCase reads a case; its input is its first section or a file beside it.
func readCase(t *testing.T, file string) goldenCase {
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	name := strings.TrimSuffix(strings.TrimSuffix(filepath.Base(file), ".txtar"), ".golden")
	c := goldenCase{file: file, name: name, archive: golden.ParseFile(string(b))}
	c.text, _ = c.archive.Get("input")
	c.text = strings.TrimSuffix(c.text, "\n")
	for _, l := range layers {
		if l.name != "people" && l.name != "sources" { // of which the cases that were there before say nothing
			c.layers = append(c.layers, l.name)
		}
	}
	for line := range strings.Lines(c.archive.Comment) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		switch value = strings.TrimSpace(value); {
		case key == "published":
			day, err := time.Parse(time.DateOnly, value)
			require.NoError(t, err, name)
			c.opts = append(c.opts, extract.Published(day))
		case key == "input":
			b, err := os.ReadFile(filepath.Join("../testdata", value))
			require.NoError(t, err, name)
			c.text = string(b)
		case key == "newlines" && value == "crlf":
			c.text = strings.ReplaceAll(c.text, "\n", "\r\n")
		case key == "layers":
			c.layers = strings.Fields(value)
			require.NotEmpty(t, c.layers, "%s: about no layer", name)
		case !strings.HasPrefix(key, "#"):
			t.Fatalf("%s: no setting: %q", name, line)
		}
	}
	require.NotEmpty(t, c.text, "%s: no input", name)
	return c
}

// stated returns the sections that the case states, one for each of its layers
// and in their order.
func (c *goldenCase) stated(t *testing.T) (list []golden.Section) {
	sections := c.archive.Parts[len(inputOf(&c.archive)):]
	for i, layer := range c.layers {
		require.Less(t, i, len(sections), "%s: section %q is missing; a case that is not about all layers says “layers: …”", c.name, layer)
		require.Equal(t, layer, sections[i].Name, "%s: sections are missing, unknown, doubled or not in order", c.name)
		s, err := golden.Parse(sections[i].Text)
		require.NoError(t, err, "%s: %s", c.name, layer)
		list = append(list, s)
	}
	require.Len(t, sections, len(c.layers), "%s: sections that are unknown or doubled, or not among its layers", c.name)
	return list
}

// show returns the lines of what comes out for a layer of the case.
func (c *goldenCase) show(i int, d *whosaid.Document) []string {
	for _, l := range layers {
		if l.name == c.layers[i] {
			return l.show(d)
		}
	}
	return nil
}

// update writes the case anew. It never changes what is right.
func (c *goldenCase) update(t *testing.T, d *whosaid.Document) {
	out := golden.File{Comment: c.archive.Comment, Parts: inputOf(&c.archive)}
	for i, s := range c.stated(t) {
		out.Parts = append(out.Parts, golden.Part{Name: c.layers[i], Text: s.Update(c.text, c.show(i, d)).String()})
	}
	require.NoError(t, os.WriteFile(c.file, []byte(out.String()), 0o644))
}

// inputOf is the first section, if that is the input.
func inputOf(a *golden.File) []golden.Part {
	if len(a.Parts) > 0 && a.Parts[0].Name == "input" {
		return a.Parts[:1:1]
	}
	return nil
}

// words shows a span: its words on one line, then its offsets.
func words(d *whosaid.Document, s whosaid.Span) string {
	if s == (whosaid.Span{}) {
		return "-"
	}
	return fmt.Sprintf("%s %d:%d", strings.Join(strings.Fields(d.Slice(s)), " "), s.Start, s.End)
}

// showSources shows how the source of each quote stands, and why.
func showSources(d *whosaid.Document) (out []string) {
	for i := range d.Quotes {
		q := &d.Quotes[i]
		out = append(out, fmt.Sprintf("%s %s | %s", q.SourceType, words(d, q.Source), words(d, q.Justification)))
	}
	return out
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
		if e.Name == "" {
			continue
		}
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

// showPeople gives a line for each person and body without a name, and how many
// quotes it speaks:
//
//	one female person a forklift driver 3:20 · she 40:43 | 1 quote
//
// The description stands apart where no mention has its words.
func showPeople(d *whosaid.Document) (out []string) {
	for e := range d.Described() {
		var mentions []string
		described := false
		for _, m := range e.Mentions {
			mentions = append(mentions, words(d, d.Mentions[m].Span))
			described = described || strings.Join(strings.Fields(d.Slice(d.Mentions[m].Span)), " ") == e.Description
		}
		line := string(e.Number) + " "
		if e.Gender != "" {
			line += string(e.Gender) + " "
		}
		line += string(e.Kind) + " "
		if !described {
			line += e.Description + " = "
		}
		line += strings.Join(mentions, " · ")
		n := 0
		for range d.QuotesBy(e.ID) {
			n++
		}
		switch n {
		case 0:
		case 1:
			line += " | 1 quote"
		default:
			line += fmt.Sprintf(" | %d quotes", n)
		}
		out = append(out, line)
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
	if e := d.Entity(id); e != nil && e.Name != "" {
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
	if !q.CueClass.Speech() {
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
	for _, e := range d.Speakers(q) {
		if e.Name != "" {
			names = append(names, e.Name)
		}
	}
	if len(names) == 0 || len(names) == 1 && names[0] == d.Slice(q.Source) {
		return source
	}
	return source + " = " + strings.Join(names, " and ")
}
