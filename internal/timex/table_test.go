package timex

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/tag"
)

var update = flag.Bool("update", false, "rewrite testdata; read the difference as you would read code")

// newTagger opens the tagger once for all tests.
var newTagger = sync.OnceValues(tag.New)

// The two grammars, compiled once for all tests.
var (
	newsGrammar     = sync.OnceValues(func() (*Grammar, error) { return New(false) })
	dialogueGrammar = sync.OnceValues(func() (*Grammar, error) { return New(true) })
)

// document is the text cut and tagged, as the stage gets it.
func document(t testing.TB, text string, published time.Time) *whosaid.Document {
	t.Helper()
	tagger, err := newTagger()
	require.NoError(t, err)
	d := &whosaid.Document{Text: text, Published: published}
	d.Tokens, d.Sentences = segment.Split(text)
	tagger.Tag(t.Context(), d)
	return d
}

// datesOf is what g finds in d.
func datesOf(t testing.TB, g *Grammar, d *whosaid.Document, names []whosaid.Span, o Options) []whosaid.Date {
	t.Helper()
	dates, err := g.Dates(context.Background(), d, names, o)
	require.NoError(t, err)
	return dates
}

// TestTables reads testdata/*.txt: texts with their expressions in brackets,
// and what each means. "@ key=value …" sets the document date and the options
// of the lines after it.
func TestTables(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		b, err := os.ReadFile(file)
		require.NoError(t, err)
		var out strings.Builder
		set := settings{published: time.Date(2015, 9, 24, 0, 0, 0, 0, time.UTC)}
		for n, line := range strings.Split(strings.TrimSuffix(string(b), "\n"), "\n") {
			got := line
			switch {
			case strings.HasPrefix(line, "@"):
				set = readSettings(t, line)
			case line != "" && line[0] != '#':
				got = set.show(t, plain(line))
				if !*update {
					t.Run(fmt.Sprintf("%s:%d", filepath.Base(file), n+1), func(t *testing.T) { require.Equal(t, line, got) })
				}
			}
			out.WriteString(got + "\n")
		}
		if *update {
			require.NoError(t, os.WriteFile(file, []byte(out.String()), 0o644))
		}
	}
}

type settings struct {
	published time.Time
	options   Options
}

func readSettings(t testing.TB, line string) settings {
	var s settings
	for _, f := range strings.Fields(line)[1:] {
		key, value, _ := strings.Cut(f, "=")
		var err error
		switch key {
		case "date":
			s.published, err = time.Parse("2006-01-02T15:04", value+"T00:00"[:max(0, 16-len(value))])
		case "forward":
			s.options.Forward = true
		case "backward":
			s.options.Backward = true
		case "dayfirst":
			s.options.DayFirst = true
		case "zone":
			s.options.Zone, err = time.LoadLocation(value)
		default:
			t.Fatalf("%q in %q", key, line)
		}
		require.NoError(t, err)
	}
	return s
}

// show writes the text with its expressions in brackets, and their meanings.
func (s settings) show(t testing.TB, text string) string {
	newGrammar := newsGrammar
	if s.options.Forward {
		newGrammar = dialogueGrammar
	}
	g, err := newGrammar()
	require.NoError(t, err)
	d := document(t, text, s.published)
	d.Dates = datesOf(t, g, d, nil, s.options)
	var marked strings.Builder
	var values []string
	at := 0
	for _, e := range d.Dates {
		marked.WriteString(text[at:e.Start] + "[" + d.Slice(e.Span) + "]")
		at = e.End
		v := fmt.Sprintf("%s %s", e.Type, e.Value)
		if e.Mod != "" {
			v += " " + e.Mod
		}
		if !e.Resolved {
			v += " unresolved"
		}
		if !e.From.IsZero() {
			v += " " + instant(e.From) + ".." + instant(e.To)
		}
		values = append(values, v)
	}
	marked.WriteString(text[at:])
	if len(values) == 0 {
		values = []string{"none"}
	}
	return strings.ReplaceAll(marked.String(), "\n", `\n`) + " => " + strings.Join(values, "; ")
}

// instant is a time as short as it can be written.
func instant(t time.Time) string {
	v := t.Format(time.RFC3339)
	v = strings.TrimSuffix(v, "T00:00:00Z")
	return strings.Replace(v, ":00Z", "Z", 1)
}

// plain is the text of a line of a table.
func plain(line string) string {
	left, _, _ := strings.Cut(line, " => ")
	return strings.NewReplacer("[", "", "]", "", `\n`, "\n").Replace(left)
}
