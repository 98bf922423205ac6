package timex

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/segment"
)

// texts are the lines of the tables and what else the properties must hold
// for.
func texts(t testing.TB) []string {
	t.Helper()
	var out []string
	for _, name := range []string{"absolute", "relative", "parts", "lengths", "nodates", "dialogue"} {
		b, err := os.ReadFile("testdata/" + name + ".txt")
		require.NoError(t, err)
		out = append(out, string(b))
	}
	return append(out, "", "12", "May", "12/12/12-12/12/12 12 to 12 and 12", "“On Tuesday” — é 😀 ‘90s",
		strings.Repeat("from 3 to 4 on Monday, ", 50), strings.Repeat("2 years 3 months ", 40), strings.Repeat("the first Tuesday of ", 40))
}

func grammars(t testing.TB) map[string]*Grammar {
	t.Helper()
	news, err := New(false)
	require.NoError(t, err)
	dialogue, err := New(true)
	require.NoError(t, err)
	return map[string]*Grammar{"news": news, "dialogue": dialogue}
}

// sound requires what holds of all dates of a document.
func sound(t testing.TB, d *whosaid.Document, dates []whosaid.Date) {
	t.Helper()
	at := 0
	for _, e := range dates {
		require.GreaterOrEqual(t, e.Start, at, "spans are in order and apart")
		require.Greater(t, e.End, e.Start)
		require.LessOrEqual(t, e.End, len(d.Text))
		require.NotEmpty(t, strings.TrimSpace(d.Slice(e.Span)))
		require.NotEmpty(t, e.Value)
		require.Contains(t, []whosaid.DateType{whosaid.DateDate, whosaid.DateTime, whosaid.DateDuration, whosaid.DateSet}, e.Type)
		require.Equal(t, e.From.IsZero(), e.To.IsZero())
		require.False(t, e.To.Before(e.From), "%s: %v to %v", d.Slice(e.Span), e.From, e.To)
		if !e.Resolved {
			require.True(t, e.From.IsZero(), "%s has an interval and is not resolved", d.Slice(e.Span))
		}
		at = e.End
	}
}

func TestDocumentDateChangesValuesOnly(t *testing.T) {
	for name, g := range grammars(t) {
		o := Options{Forward: name == "dialogue"}
		for _, text := range texts(t) {
			var want []whosaid.Span
			for i, published := range []time.Time{{}, time.Date(2015, 9, 24, 0, 0, 0, 0, time.UTC), time.Date(1, 1, 1, 23, 0, 0, 0, time.UTC), time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC), time.Date(2016, 2, 29, 12, 0, 0, 0, time.UTC)} {
				d := document(t, text, published)
				dates := datesOf(t, g, d, nil, o)
				sound(t, d, dates)
				var spans []whosaid.Span
				for _, e := range dates {
					spans = append(spans, e.Span)
				}
				if i == 0 {
					want = spans
				}
				require.Equal(t, want, spans)
				require.Equal(t, dates, datesOf(t, g, d, nil, o), "the same again")
			}
		}
	}
}

func TestNamesHideWhatTheyContain(t *testing.T) {
	g := grammars(t)["news"]
	d := document(t, "The Sunday Planet wrote on Tuesday about Christmas.", time.Time{})
	names := []whosaid.Span{{Start: 4, End: 17}, {Start: 41, End: 50}}
	var got []string
	for _, e := range datesOf(t, g, d, names, Options{}) {
		got = append(got, d.Slice(e.Span))
	}
	require.Equal(t, []string{"Tuesday", "Christmas"}, got)
}

func FuzzDates(f *testing.F) {
	for _, text := range texts(f) {
		for line := range strings.Lines(text) {
			f.Add(line[:min(len(line), 120)], int64(len(line)))
		}
	}
	f.Add("\x00\xff 9:99 99/99/9999 2015-13-45T99:99", int64(1<<40))
	f.Add("9999999999 years ago and 99999 centuries before 9 May 9999", int64(-1<<40))
	tagger, err := newTagger()
	require.NoError(f, err)
	gs := grammars(f)
	f.Fuzz(func(t *testing.T, text string, unix int64) {
		published := time.Unix(unix%(1<<37), 0).UTC()
		if unix == 0 || published.Year() < 1 || published.Year() > 9999 {
			published = time.Time{}
		}
		d := &whosaid.Document{Text: text, Published: published}
		d.Tokens, d.Sentences = segment.Split(text)
		tagger.Tag(t.Context(), d)
		for name, g := range gs {
			sound(t, d, datesOf(t, g, d, nil, Options{Forward: name == "dialogue", DayFirst: unix%2 == 0}))
		}
	})
}

// BenchmarkDates reads the reference article, and an invented paragraph full
// of expressions of time a hundred times over.
func BenchmarkDates(b *testing.B) {
	article, err := os.ReadFile("../../testdata/article.txt")
	require.NoError(b, err)
	invented := strings.Repeat("Ann Lee resigned on Wednesday, two weeks after the vote of September 9, 2015, and three years before the law of mid-2018. "+
		"The mayor of the town, who is 62 years old, said at 8 p.m. that nobody would ever again build so much so soon.\n\n", 100)
	for _, c := range []struct{ name, text string }{{"article", string(article)}, {"invented-100", invented}} {
		d := document(b, c.text, time.Date(2015, 9, 24, 0, 0, 0, 0, time.UTC))
		for name, g := range grammars(b) {
			b.Run(c.name+"/"+name, func(b *testing.B) {
				b.SetBytes(int64(len(c.text)))
				b.ReportAllocs()
				for b.Loop() {
					datesOf(b, g, d, nil, Options{Forward: name == "dialogue"})
				}
			})
		}
	}
}

// TestLongTextsAreReadWhole reads more than one part, with and without an end of
// the sentence in between.
func TestLongTextsAreReadWhole(t *testing.T) {
	const n = 700
	for name, text := range map[string]string{
		"many sentences": "They met on 3 May 2015. ",
		"one sentence":   "on 3 May 2015, ",
	} {
		for grammar, g := range grammars(t) {
			t.Run(name+", "+grammar, func(t *testing.T) {
				d := document(t, strings.Repeat(text, n), time.Date(2015, 9, 24, 0, 0, 0, 0, time.UTC))
				dates := datesOf(t, g, d, nil, Options{})
				one := datesOf(t, g, document(t, text, d.Published), nil, Options{})
				require.NotEmpty(t, one)
				require.Equal(t, n*len(one), len(dates))
				for i, e := range dates {
					require.Equal(t, one[i%len(one)].Value, e.Value)
					require.Equal(t, one[i%len(one)].Start, e.Start%len(text))
				}
			})
		}
	}
}
