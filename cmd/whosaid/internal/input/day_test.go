package input

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestDayInURL(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]string{
		"https://paper.example/2026/03/05/mill-closes/": "2026-03-05",
		"https://paper.example/news/2026/03/05":         "2026-03-05",
		"https://paper.example/news/2026-03-05-mill":    "2026-03-05",
		"https://paper.example/2026/03/mill":            "",
		"https://paper.example/2026/13/05/mill":         "",
		"https://paper.example/2026/02/30/mill":         "",
		"https://paper.example/1/2026/03/059":           "",
		"https://paper.example/x?d=/2026/03/05/":        "",
		"https://paper.example/2026/03/05/2025/01/01/a": "",
		"%zz": "",
		"":    "",
	} {
		got := ""
		if day := dayInURL(address); !day.IsZero() {
			got = day.Format(time.DateOnly)
		}
		require.Equal(t, want, got, address)
	}
}

func TestParseDate(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"2026-03-05 11:00": "2026-03-05T11:00:00Z", "2026-03-05T16:02:50CDT": "2026-03-05T16:02:50Z", "Thu, Mar 5 2026 10:01:41 EDT": "2026-03-05T10:01:41Z",
		"March 5th, 2026": "2026-03-05T00:00:00Z", "Mar 1st 2026": "2026-03-01T00:00:00Z", "22nd March 2026": "2026-03-22T00:00:00Z",
		"March 5 2026": "2026-03-05T00:00:00Z", "5.3.2026": "2026-03-05T00:00:00Z", "05.03.2026": "2026-03-05T00:00:00Z",
		"3/5/2026": "", "5th": "", "March 5th": "", "1st": "", "20260th": "",
	} {
		got, err := ParseDate(s)
		if want == "" {
			require.Error(t, err, s)
			continue
		}
		require.NoError(t, err, s)
		require.Equal(t, want, got.Format("2006-01-02T15:04:05")+"Z", s)
	}
}

// What a page or its address says counts before --date.
func TestWhoseDay(t *testing.T) {
	t.Parallel()
	o := Options{Published: time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)}
	const address = "https://paper.example/2026/03/05/mill"
	for name, tc := range map[string]struct{ page, url, want string }{
		"its own": {`<html><head><meta property="article:published_time" content="2026-03-04T10:00:00Z"></head><body><p>The mill closed on Monday, they said.</p></body></html>`, "https://paper.example/mill", "2026-03-04"},
		"address": {"<p>The mill closed on Monday, they said.</p>", address, "2026-03-05"},
		"a moment of the evening before, in universal time": {
			`<html><head><meta property="article:published_time" content="2026-03-06T01:30:00Z"></head><body><p>The mill closed on Monday.</p></body></html>`,
			address, "2026-03-05",
		},
		"a moment with its zone": {
			`<html><head><meta property="article:published_time" content="2026-03-06T01:30:00+02:00"></head><body><p>The mill closed on Monday.</p></body></html>`,
			address, "2026-03-06",
		},
		"another day": {
			`<html><head><meta property="article:published_time" content="2026-03-07T01:30:00Z"></head><body><p>The mill closed on Monday.</p></body></html>`,
			address, "2026-03-07",
		},
		"a day": {
			`<html><head><meta property="article:published_time" content="2026-03-06"></head><body><p>The mill closed on Monday.</p></body></html>`,
			address, "2026-03-06",
		},
		"neither": {"<p>The mill closed on Monday, they said.</p>", "https://paper.example/mill", "2020-01-01"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, err := o.Parse(context.Background(), "html", []byte(tc.page), Origin{URL: tc.url})
			require.NoError(t, err)
			require.Equal(t, tc.want, a.Published.Format(time.DateOnly))
		})
	}
}
