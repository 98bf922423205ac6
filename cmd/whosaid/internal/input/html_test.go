package input

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestPagesOfManyKinds has invented pages of the kinds that came out wrong.
func TestPagesOfManyKinds(t *testing.T) {
	t.Parallel()
	const long = "<p>She denied that the company had been offered any money by its rivals, and said that the factory in Peru would stay open for many years.</p>" +
		"<p>Officials in Lima said that they were glad of the news, and that the bridge to the factory would be repaired before the end of the year.</p>"
	text := strings.TrimSuffix(strings.NewReplacer("<p>", "", "</p>", "\n\n").Replace(long), "\n\n")
	for name, c := range map[string]struct{ page, want string }{
		"a short page": {
			`<html><head><title>Mayor to go - The Daily Zork</title></head><body><article><h1>Mayor to go</h1><p>“We won’t go,” said Ann Lee.</p></article></body></html>`,
			"Mayor to go\n\n“We won’t go,” said Ann Lee.",
		},
		"a short page without elements of its own": {
			`<title>Mayor to go | Zork</title><div><h1>Mayor to go</h1><div>“We won’t go,” said Ann Lee.</div><div>He left.</div></div>`,
			"Mayor to go\n\n“We won’t go,” said Ann Lee.\n\nHe left.",
		},
		"soft hyphens": {"<article><p>Tho\u00adusands of peo&shy;ple left.</p></article>", "Thousands of people left."},
		"a kicker in the heading": {
			"<title>Rain in Lund - The Daily Zork</title><article><h1><span>Weather</span> Rain in Lund</h1><p>Rain fell.</p></article>", "Rain in Lund\n\nRain fell.",
		},
		"one paragraph": {`<article><p>He left.</p></article>`, "He left."},
		"a paragraph that stands twice": {
			"<article><h1>Votes</h1><p>No.</p>" + long + "<p>No.</p></article>", "Votes\n\nNo.\n\n" + text + "\n\nNo.",
		},
		"lists and tables": {
			"<article><h1>Votes</h1>" + long + "<ul><li>Congress</li><li>Syria</li></ul><table><tr><td>Oil</td><td>Gas</td></tr></table>" + long[:strings.Index(long, "</p>")] + " Still.</p></article>",
			"Votes\n\n" + text + "\n\nCongress\n\nSyria\n\nOil\n\nGas\n\n" + text[:strings.Index(text, "\n")] + " Still.",
		},
		"bars and menus": {
			`<title>Mayor to go - The Daily Zork</title><ul><li><a>Home</a><li><a>Sport</a></ul><div class="top-socialBar"><a>Like us</a><a>Zork on X</a></div><article><h1>Mayor to go</h1><p>“We won’t go,” said Ann Lee.</p>
			<div class=post-share><span>12 shares</span></div><p><a>Share</a><a>Post to Fark</a></p><div id=related><b>More</b> <a>Rain in Lima</a></div><p>He left.</p></article>`,
			"Mayor to go\n\n“We won’t go,” said Ann Lee.\n\nHe left.",
		},
		"an article that can be shared": {
			"<title>Mayor to go</title><div class=share>" + long + "</div>", "Mayor to go\n\n" + text,
		},
		"the title below a kicker": {
			`<title>Mayor to go | Zork</title><article><p>Politics</p><h1>Mayor to go</h1><p>“We won’t go,” said Ann Lee.</p></article>`,
			"Mayor to go\n\nPolitics\n\n“We won’t go,” said Ann Lee.",
		},
	} {
		a, err := page(context.Background(), []byte(c.page), Origin{})
		require.NoError(t, err, name)
		require.Equal(t, c.want, a.Text, name)
		require.Equal(t, a.Title, a.Text[:a.Headline.End], name)
	}
}

// TestHeadlines: the name of the outlet is no part of the headline.
func TestHeadlines(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ head, url, want string }{
		{"<title>Mayor to go - The Daily Zork</title>", "", "Mayor to go"},
		{"<title>Mayor to go | Politics | Zork</title>", "", "Mayor to go"},
		{"<title>Mayor to go – Zork</title><meta property=og:site_name content=ZORK>", "", "Mayor to go"},
		{"<title>Mayor to go - Zorkville</title>", "https://www.zorkville.example/a", "Mayor to go"},
		{"<title>Zork News - Mayor to go</title>", "", "Mayor to go"},
		{"<title>Mayor to go - again</title>", "", "Mayor to go - again"},
		{"<title>Mayor of Post to go — a profile</title>", "", "Mayor of Post to go — a profile"},
		{"<title>Mayor to go - Zork</title><h1>Mayor to go</h1>", "", "Mayor to go"},
		{"<title>Mayor to go - The Daily Zork</title><h1>The Daily Zork</h1><article><h1>Mayor is to go</h1></article>", "", "Mayor is to go"},
		{"<title>x</title><meta property=og:title content='Mayor &amp; wife to go'>", "", "Mayor & wife to go"},
		{`<title>x</title><script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"headline":"Mayor &amp; wife to go"}]}</script>`, "", "Mayor & wife to go"},
		{"<h1>Mayor to go</h1>", "", "Mayor to go"},
		{`<title>Icon</title><meta property=og:title content="Mayor to go"><script type="application/ld+json">{"@type":"Article","headline":"cms"}</script><h1>Mayor is to go</h1>`, "", "Mayor is to go"},
		{`<meta property=og:title content="Mayor"><script type="application/ld+json">{"@type":"Article","headline":"Mayor to go"}</script><h1>Zork</h1>`, "", "Mayor to go"},
		{"<title>Rain in Lund - The Daily Zork</title><h1><span>Weather</span> Rain in Lund</h1>", "", "Rain in Lund"},
		{"<title>Rain in Lund</title><h1>Rain in Lund, again and again</h1>", "", "Rain in Lund, again and again"},
		{"<title>May\u00ador to\u200b go</title>", "", "Mayor to go"},
	} {
		root, err := parse(context.Background(), []byte(c.head))
		require.NoError(t, err)
		a := &Article{}
		aboutPage(root).set(a, Origin{URL: c.url})
		require.Equal(t, c.want, a.Title, c.head)
	}
}

// TestWhatPagesSayOfThemselves: author, section and the hour of publication, from
// JSON-LD, Open Graph and meta elements, in pages of any size.
func TestWhatPagesSayOfThemselves(t *testing.T) {
	t.Parallel()
	ld := func(s string) string { return `<script type="application/ld+json">` + s + `</script>` }
	for name, c := range map[string]struct{ head, author, section, published string }{
		"JSON-LD": {ld(`{"@type":"NewsArticle","author":[{"name":"Ann Lee"},"Bob Ray"],"articleSection":["World"],"datePublished":"2026-03-10T08:30:00+01:00"}`) +
			`<meta name=author content=Desk>`, "Ann Lee, Bob Ray", "World", "2026-03-10T07:30:00Z"},
		"JSON-LD in a list":  {ld(`[{"@type":"Organization","name":"Zork"},{"@type":"ReportageNewsArticle","author":{"name":"Ann Lee"},"datePublished":"2026-03-10T08:30:00.000Z"}]`), "Ann Lee", "", "2026-03-10T08:30:00Z"},
		"Open Graph":         {`<meta property="article:author" content="https://x.example/ann"><meta name=byl content="By Ann Lee"><meta property="article:section" content=World><meta property="article:published_time" content="2026-03-10T08:30:00+0100">`, "Ann Lee", "World", "2026-03-10T07:30:00Z"},
		"names in capitals":  {`<META NAME="DC.Creator" CONTENT="Ann Lee"><meta name="DC.date.issued" content="2026-03-10">`, "Ann Lee", "", "2026-03-10T00:00:00Z"},
		"broken JSON-LD":     {ld(`{"@type":"NewsArticle","author":`) + `<meta name=author content="Ann Lee"><meta name=pubdate content=soon><meta name=date content="2026-03-10">`, "Ann Lee", "", "2026-03-10T00:00:00Z"},
		"an element of time": {`<time itemprop=datePublished datetime="2026-03-10T08:30:00Z">x</time>`, "", "", "2026-03-10T08:30:00Z"},
	} {
		root, err := parse(context.Background(), []byte(c.head))
		require.NoError(t, err)
		a := &Article{}
		aboutPage(root).set(a, Origin{URL: ""})
		require.Equal(t, []string{c.author, c.section, c.published}, []string{a.Author, a.Section, a.Published.UTC().Format(time.RFC3339)}, name)
	}
}

func TestShareLines(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"Share", "Post to Fark", "Share Tweet Email", "Email this story", "SHARE ON FACEBOOK"} {
		require.True(t, isShareLine(s), s)
	}
	for _, s := range []string{"", "Share prices fell.", "Post office shut", "This is it", "Send help"} {
		require.False(t, isShareLine(s), s)
	}
}

// TestRepaired: what a library glues or says twice becomes the lines of the page.
func TestRepaired(t *testing.T) {
	t.Parallel()
	page := []string{"Home", "Rain fell.", "Snow fell on the town.", "1", "0", "Rain fell.", "Fog"}
	for name, c := range map[string]struct{ list, want []string }{
		"nothing":       {nil, nil},
		"as it is":      {[]string{"Rain fell.", "Snow fell on the town.", "Rain fell.", "Other.", "Other."}, []string{"Rain fell.", "Snow fell on the town.", "Rain fell.", "Other.", "Other."}},
		"twice":         {[]string{"Snow fell on the town.", "Fog", "Snow fell on the town."}, []string{"Snow fell on the town.", "Fog"}},
		"glue":          {[]string{"Other words stand here as well.", "Rain fell.Snow fell on the town."}, nil},
		"some glue":     {[]string{"Other words stand here, and some more of them.", "Rain fell.Snow fell on the town."}, []string{"Other words stand here, and some more of them.", "Rain fell.", "Snow fell on the town."}},
		"glue twice":    {[]string{"Rain fell.", "Snow fell on the town.", "Rain fell.Snow fell on the town."}, []string{"Rain fell.", "Snow fell on the town.", "Rain fell."}},
		"a number":      {[]string{"10 of them"}, []string{"10 of them"}},
		"glue and more": {[]string{"Other words stand here, and some more of them.", "Rain fell.Snow fell on the town. And more."}, nil},
	} {
		require.Equal(t, c.want, repaired(c.list, page), name)
	}
}

// TestDaysThatAreNone: the beginning of a program's time is no day of publication.
func TestDaysThatAreNone(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"1970-01-01T01:00:00+01:00", "0001-01-01T00:00:00Z"} {
		a, err := page(context.Background(), []byte(`<meta property="article:published_time" content="`+s+`"><meta name=date content=2015-09-24><article><p>He left.</p></article>`), Origin{})
		require.NoError(t, err)
		require.Equal(t, "2015-09-24", a.Published.Format(time.DateOnly), s)
		b := &Article{}
		b.setDate(s)
		require.True(t, b.Published.IsZero())
		require.ErrorContains(t, b.Warnings[0], "stands for no date")
	}
}

// TestDaysOfPages: where a page says its day, the best place first.
func TestDaysOfPages(t *testing.T) {
	t.Parallel()
	linked := func(s string) string { return `<script type="application/ld+json">` + s + `</script>` }
	const article = `{"@type":"NewsArticle","datePublished":"2015-09-21"}`
	const around = `{"@graph":[{"@type":"Organization"},{"@type":"WebPage","datePublished":"2015-09-22"}]}`
	const shown = `<time datetime=2015-09-25>x</time><article><time>y</time><time datetime="2015-09-23">z</time><p>He left.</p></article>`
	for page, want := range map[string]string{
		linked(around) + linked(article) + shown:                       "2015-09-21",
		linked(around) + shown:                                         "2015-09-22",
		"<meta name=date content=2015-09-20>" + linked(around) + shown: "2015-09-20",
		shown: "2015-09-23",
		"<time datetime=soon></time><article><p>He left.</p></article>":    "0001-01-01",
		"<time datetime=2015-09-25></time><p>He left.</p>":                 "2015-09-25",
		shown + "<time itemprop=datePublished datetime=2015-09-24></time>": "2015-09-24",
	} {
		root, err := parse(context.Background(), []byte(page))
		require.NoError(t, err)
		a := &Article{}
		aboutPage(root).set(a, Origin{})
		require.Equal(t, want, a.Published.Format(time.DateOnly), page)
	}
}

// TestPagesWithoutText: a page that a program fills is no article.
func TestPagesWithoutText(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"<title>Zork</title><body><noscript>You need to enable JavaScript.</noscript><div id=root></div><script>run()</script>",
		"<noscript><p>Turn it on.</p></noscript>" + strings.Repeat("<i>", maxDepth),
	} {
		_, err := page(context.Background(), []byte(s), Origin{})
		require.ErrorIs(t, err, errNoArticle, s)
	}
}
