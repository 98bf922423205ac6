package extract_test

import (
	"context"
	"encoding/json"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
)

var day = time.Date(2015, 9, 24, 0, 0, 0, 0, time.UTC)

// plain is the one Extractor without options that most tests share.
var plain = sync.OnceValues(func() (*extract.Extractor, error) { return extract.New() })

// newExtractor returns an Extractor with options, or plain.
func newExtractor(tb testing.TB, opts ...extract.Option) *extract.Extractor {
	tb.Helper()
	if len(opts) == 0 {
		x, err := plain()
		require.NoError(tb, err)
		return x
	}
	return freshExtractor(tb, opts...)
}

// freshExtractor returns an Extractor that nobody has used.
func freshExtractor(tb testing.TB, opts ...extract.Option) *extract.Extractor {
	tb.Helper()
	x, err := extract.New(opts...)
	require.NoError(tb, err)
	return x
}

// TestWithSyntax: each sentence has its tree, and nothing else changes.
func TestWithSyntax(t *testing.T) {
	t.Parallel()
	with, err := newExtractor(t, extract.WithSyntax()).Extract(context.Background(), article(t))
	require.NoError(t, err)
	require.NoError(t, with.Validate())
	require.Len(t, with.Syntax, len(with.Tokens))
	without, err := newExtractor(t).Extract(context.Background(), article(t))
	require.NoError(t, err)
	b, err := json.Marshal(without)
	require.NoError(t, err)
	require.NotContains(t, string(b), `"syntax":`)
	with.Syntax, with.Layers = nil, without.Layers
	require.Equal(t, without, with)
}

func article(tb testing.TB) string {
	tb.Helper()
	b, err := os.ReadFile("../testdata/article.txt")
	require.NoError(tb, err)
	return string(b)
}

// hard are inputs that broke other readers.
var hard = []struct{ name, text string }{
	{"empty", ""},
	{"spaces", " \t\r\n \u00a0\u2003 "},
	{"one letter", "a"},
	{"NUL", "Ann\x00Lee said\x00 \"no\"."},
	{"invalid UTF-8", "Ann \xff\xfeLee said \"n\xc3o\" on \xe2\x82Tuesday."},
	{"only invalid UTF-8", "\xff\xfe\"\x00"},
	{"byte order mark", "\ufeffAnn Lee said “no” on Tuesday."},
	{"CRLF", "Ann Lee said.\r\n\r\n\"We will not sell,\" she added.\r\n"},
	{"unbalanced quotes", "\"We will not \"sell, said Ann Lee. “Never. ‘Ever. ''No. ``Yes"},
	{"only quotes", "\"\"\"''``“”‘’«»„"},
	{"combining marks", "A" + strings.Repeat("\u0301", 500) + " said"},
	{"bidi controls", "\u202eAnn Lee\u202c said \u2066\"no\"\u2069."},
	{"zero-width", "Ann\u200bLee said\u2060 \"no\"\ufeff."},
	{"emoji", "👩‍🚀 Ann Lee said “🚀 go!” 🇫🇷"},
	{"one long word", strings.Repeat("x", 1<<20)},
	{"dots", strings.Repeat(".", 50_000)},
	{"open quotes", strings.Repeat("“", 20_000)},
	{"straight quotes", strings.Repeat("\" ", 20_000)},
	{"cues", strings.Repeat("said ", 20_000)},
	{"pronouns", strings.Repeat("he she it ", 10_000)},
	{"initials", strings.Repeat("A. ", 20_000)},
	{"numbers", strings.Repeat("2015-09-24 1,000 ", 10_000)},
	{"brackets", strings.Repeat("[(", 20_000)},
}

func TestExtractTakesAnyBytes(t *testing.T) {
	t.Parallel()
	x := newExtractor(t)
	for _, c := range hard {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d, err := x.Extract(context.Background(), c.text, extract.Published(day))
			require.NoError(t, err)
			require.NoError(t, d.Validate())
			require.True(t, d.Text == c.text, "the text was changed")
		})
	}
}

func TestExtractIsDeterministic(t *testing.T) {
	t.Parallel()
	x, y := newExtractor(t), freshExtractor(t)
	want := marshal(t, x, article(t))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 3 {
				if got := marshal(t, x, article(t)); got != want {
					t.Error("a shared Extractor gave another result")
				}
			}
		})
	}
	wg.Wait()
	require.True(t, marshal(t, y, article(t)) == want, "another Extractor gave another result")
}

func marshal(tb testing.TB, x *extract.Extractor, text string) string {
	d, err := x.Extract(context.Background(), text, extract.Published(day))
	if err != nil {
		tb.Error(err)
		return ""
	}
	b, err := json.Marshal(d)
	if err != nil {
		tb.Error(err)
	}
	return string(b)
}

func TestDocumentDateChangesDateValuesOnly(t *testing.T) {
	t.Parallel()
	x := newExtractor(t)
	read := func(opts ...extract.DocOption) *whosaid.Document {
		d, err := x.Extract(context.Background(), article(t), opts...)
		require.NoError(t, err)
		for i := range d.Dates {
			d.Dates[i] = whosaid.Date{Span: d.Dates[i].Span}
		}
		d.Published = time.Time{}
		return d
	}
	want := read()
	require.Equal(t, want, read(extract.Published(day)))
	require.Equal(t, want, read(extract.Published(day.AddDate(-90, 4, 3))))
}

func TestPublishedOutOfTheCalendarIsUnknown(t *testing.T) {
	t.Parallel()
	x := newExtractor(t)
	for _, year := range []int{-5, 0, 10_000} {
		d, err := x.Extract(context.Background(), "Ann Lee spoke on Tuesday.", extract.Published(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)))
		require.NoError(t, err)
		require.True(t, d.Published.IsZero())
		_, err = json.Marshal(d)
		require.NoError(t, err)
	}
}

func TestLimit(t *testing.T) {
	t.Parallel()
	x := newExtractor(t, extract.WithMaxBytes(10))
	_, err := x.Extract(context.Background(), "0123456789")
	require.NoError(t, err)
	_, err = x.Extract(context.Background(), "0123456789a")
	var ie *extract.InputError
	require.ErrorAs(t, err, &ie)
	require.Equal(t, extract.InputError{Size: 11, Limit: 10}, *ie)
	require.EqualError(t, err, "extract: text is 11 bytes, limit 10 bytes")
	require.EqualError(t, &extract.InputError{Size: 41 << 20, Limit: 16 << 20}, "extract: text is 41 MB, limit 16 MB")
	require.EqualError(t, &extract.InputError{Size: 1536, Limit: 1024}, "extract: text is 1.5 KB, limit 1 KB")
}

func TestOptionsFailInNew(t *testing.T) {
	t.Parallel()
	_, err := extract.New(extract.WithMaxBytes(0))
	require.EqualError(t, err, "extract: WithMaxBytes(0): the limit must be at least 1")
}

func TestContext(t *testing.T) {
	t.Parallel()
	x := newExtractor(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	d, err := x.Extract(ctx, article(t))
	require.ErrorIs(t, err, context.Canceled)
	require.Nil(t, d)
}
