package input

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// page with many elements around a head, and a script at its end.
func largePage(head, end string) []byte {
	return []byte("<html><head>" + head + "</head><body><nav>Menu</nav>" +
		strings.Repeat("<p>Rain fell on <b>Salford</b>.</p>\n", 15_000) + end + "</body></html>")
}

// TestLargePagesKeepTheirMetadata: a page of more elements than are looked at
// says who wrote it and when, as the same head does over a short body.
func TestLargePagesKeepTheirMetadata(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ head, end string }{
		"meta": {`<title>Rain | The Salford Post</title><meta property="og:title" content="Rain in Salford">
			<meta name="author" content="Ann Lee"><META property="article:published_time" content="2026-03-10T08:00:00Z">
			<link rel="canonical" href="https://example.org/rain">`, ""},
		"JSON-LD at the end": {"<title>Rain in Salford</title>", `<script type="Application/LD+JSON">{"@context":"https://schema.org",
			"@type":"NewsArticle","headline":"Rain in Salford","url":"https://example.org/rain","mainEntityOfPage":"https://example.org/rain",
			"author":{"@type":"Person","name":"Ann Lee"},"datePublished":"2026-03-10"}</script>`},
	} {
		a, err := page(context.Background(), largePage(c.head, c.end), Origin{URL: "https://example.org/rain"})
		require.NoError(t, err, name)
		require.Equal(t, "Rain in Salford", a.Title, name)
		require.Equal(t, "Ann Lee", a.Author, name)
		require.Equal(t, "2026-03-10", a.Published.Format(time.DateOnly), name)
		require.Equal(t, "https://example.org/rain", a.URL, name)
		require.Equal(t, "Rain in Salford", a.Text[:a.Headline.End], name)
		require.Equal(t, 15_000, strings.Count(a.Text, "Rain fell on Salford."), name)
	}
	a, err := page(context.Background(), largePage("<title>Rain</title>", ""), Origin{})
	require.NoError(t, err)
	require.Equal(t, []string{"Rain", "", ""}, []string{a.Title, a.Author, a.URL})
	require.True(t, a.Published.IsZero(), "what stands for the article has no day")
}

// TestMetadataIsBounded: what a page says about itself is read up to a bound, and
// what is broken in it costs no more than itself.
func TestMetadataIsBounded(t *testing.T) {
	t.Parallel()
	meta := `<meta name="author" content="Ann Lee">`
	script := `<script type="application/ld+json">`
	for name, head := range map[string]string{
		"many":         strings.Repeat(meta, 100_000),
		"many scripts": strings.Repeat(script+`{"a":1}</script>`, 50_000),
		"long":         meta + script + strings.Repeat(" ", 3<<20) + "</script>",
		"deep":         meta + script + strings.Repeat(`{"a":`, 200_000) + "</script>",
		"no end":       meta + script + strings.Repeat("<script>{", 10_000),
		"long tag":     meta + `<meta name="x" content="` + strings.Repeat("x", 3<<20) + `">`,
		"not JSON":     meta + script + "\xff\xfe{]</script>",
	} {
		b := largePage(head, "")
		about, err := aboutItself(context.Background(), b)
		require.NoError(t, err, name)
		require.LessOrEqual(t, len(about), maxMetaBytes+maxMeta*len("</script>"), name)
		require.LessOrEqual(t, bytes.Count(about, []byte("<meta"))+bytes.Count(about, []byte(script)), maxMeta, name)
		m, err := metadata(context.Background(), b)
		require.NoError(t, err, name)
		a := &Article{}
		m.set(a, Origin{URL: ""})
		if strings.HasPrefix(head, meta) {
			require.Equal(t, "Ann Lee", a.Author, name)
		}
	}
	over, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := metadata(over, largePage(meta, ""))
	require.ErrorIs(t, err, context.Canceled)
}
