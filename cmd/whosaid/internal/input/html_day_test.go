package input

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestShownDays(t *testing.T) {
	t.Parallel()
	const head = `<div class="date">Thursday, March 5, 2026</div>`
	for name, c := range map[string]struct{ page, want string }{
		"below the headline":   {head + `<h1>Rain</h1><span class="post-date">Posted on Mar 3, 2026 at 10:00</span>`, "2026-03-03"},
		"the only one":         {head + `<p>Rain</p>`, "2026-03-05"},
		"twice the same":       {head + head, "2026-03-05"},
		"two days":             {head + `<p class="time">4 March 2026</p>`, ""},
		"a name in camel case": {`<h1>Rain</h1><p id="publishDate">By Ann Lee | 2026-03-03 | Lund</p>`, "2026-03-03"},
		"an ordinal":           {`<h1>Rain</h1><p class="date">December 29th 2025</p>`, "2025-12-29"},
		"a year is no day":     {`<h1>Rain</h1><p class="date">2026</p><p class="time">March 3, 2026</p>`, "2026-03-03"},
		"a number is no day":   {`<h1>Rain</h1><p class="time">1234567890</p>`, ""},
		"no class":             {`<h1>Rain</h1><p>March 3, 2026</p>`, ""},
		"an update of a story": {`<h1>Rain</h1><p class="updates">March 3, 2026</p>`, ""},
		"a long text":          {`<h1>Rain</h1><div class="date">March 3, 2026 ` + strings.Repeat("It rained. ", 30) + `</div>`, ""},
		"many":                 {strings.Repeat(`<p class="date">March 3, 2026</p>`, maxLabelled) + head + `<h1>Rain</h1>`, "2026-03-03"},
	} {
		root, err := parse(context.Background(), []byte(c.page))
		require.NoError(t, err)
		got := ""
		if day := shownDay(root); !day.IsZero() {
			got = day.Format(time.DateOnly)
		}
		require.Equal(t, c.want, got, name)
	}
}

// TestWordsOfDays: each class says it, alone and in a longer name.
func TestWordsOfDays(t *testing.T) {
	t.Parallel()
	for _, word := range strings.Fields("byline date dateline datetime posted pubdate publication publish published time timestamp") {
		for _, class := range []string{word, "entry-" + word, "entry" + strings.ToUpper(word[:1]) + word[1:] + "Box"} {
			root, err := parse(context.Background(), []byte(`<h1>Rain</h1><i class="`+class+`">March 3, 2026</i>`))
			require.NoError(t, err)
			require.False(t, shownDay(root).IsZero(), class)
		}
	}
}

// TestMarkedDays: any element may say that it is the day of publication.
func TestMarkedDays(t *testing.T) {
	t.Parallel()
	for _, marked := range []string{
		`<time itemprop="datePublished" datetime="2026-03-03 11:00">today</time>`, `<abbr itemprop="datePublished" title="2026-03-03T08:00:00-07:00">8 a.m.</abbr>`,
		`<span itemprop="dateCreated datePublished" content="2026-03-03">Tuesday</span>`, `<span itemprop="datepublished">March 3, 2026</span>`,
	} {
		a, err := page(context.Background(), []byte(`<time datetime="2026-01-01">x</time><article><h1>Rain</h1>`+marked+`<p>Rain fell in Lund.</p></article>`), Origin{})
		require.NoError(t, err)
		require.Equal(t, "2026-03-03", a.Published.Format(time.DateOnly), marked)
	}
}

// TestTheDayInTheAddressCounts before one that is shown, and what the page says of itself before both.
func TestTheDayInTheAddressCounts(t *testing.T) {
	t.Parallel()
	const body = `<article><h1>Rain</h1><p class="date">March 3, 2026</p><p>Rain fell in Lund.</p></article>`
	for _, c := range []struct{ head, url, want string }{
		{`<meta name="date" content="2026-01-01">`, "https://a.example/2026/02/02/rain", "2026-01-01"},
		{"", "https://a.example/2026/02/02/rain", "2026-02-02"},
		{"", "https://a.example/rain", "2026-03-03"},
	} {
		a, err := page(context.Background(), []byte("<head>"+c.head+"</head>"+body), Origin{URL: c.url})
		require.NoError(t, err)
		if a.Published.IsZero() {
			a.Published = dayInURL(a.URL) // as for every format
		}
		require.Equal(t, c.want, a.Published.Format(time.DateOnly))
	}
}
