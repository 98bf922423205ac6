package input

import (
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

const newsSitemap = `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://zork.example/2015/mayor.html</loc><n:news><n:publication><n:name>Zork</n:name></n:publication><n:publication_date>2015-09-24T10:00:00Z</n:publication_date><n:title>Mayor &amp; wife to go</n:title></n:news></url>
<url><loc>https://zork.example/rain/</loc><n:news><n:publication_date>soon</n:publication_date><n:title>Rain</n:title></n:news></url>
<url><loc>https://zork.example/gone</loc></url>
<url><loc>https://zork.example/bad</url>
<url><loc>https://zork.example/deep/told?page=2</loc><n:news><n:publication_date>2015-09-25</n:publication_date><n:title>Not the title</n:title></n:news></url>
<url><loc>https://zork.example/</loc></url>
</urlset>`

// TestSitemaps: pages that a sitemap names are read with what it says of them, each
// once.
func TestSitemaps(t *testing.T) {
	t.Parallel()
	told := `<html><head><title>Zork</title><meta property="og:title" content="Told"><meta property="article:published_time" content="2014-01-02"></head><body><article><p>Snow fell.</p></article></body></html>`
	gz, _ := packed(t, newsSitemap)
	dir := put(t, map[string]string{
		"zork.example/2015/mayor.html": "<article><p>He left.</p></article>", "zork.example/rain/index.txt": "Rain fell.", "told?page=2.html": told, "other.txt": "Fog.",
		"z/sitemap.xml.gz": "", "sitemap.xml.gz": gz,
	})
	var warned []string
	list, errs := all(t, Options{Warn: func(err error) { warned = append(warned, err.Error()) }}, dir)
	require.Len(t, errs, 2)
	require.Contains(t, errs[0], "sitemap.xml.gz:4: line 5: <loc> is ended by </url>")
	require.Contains(t, errs[1], filepath.Join("z", "sitemap.xml.gz")+": no element of XML")
	require.Equal(t, []string{filepath.Join(dir, "zork.example/rain/index.txt") + `: "soon" is not a date such as 2015-09-24`}, warned)
	got := map[string][]string{}
	for _, a := range list {
		k := known(a)
		got[a.Text] = []string{k[1], k[2], k[5]}
	}
	require.Equal(t, map[string][]string{
		"Mayor & wife to go\n\nHe left.": {"https://zork.example/2015/mayor.html", "Mayor & wife to go", "2015-09-24"},
		"Rain\n\nRain fell.":             {"https://zork.example/rain/", "Rain", ""},
		"Told\n\nSnow fell.":             {"https://zork.example/deep/told?page=2", "Told", "2014-01-02"},
		"Fog.":                           {"", "", ""},
	}, got)
}

func TestSitemapsAlone(t *testing.T) {
	t.Parallel()
	dir := put(t, map[string]string{"a.xml": newsSitemap, "b.xml": "<sitemapindex><sitemap/></sitemapindex>"})
	list, errs := all(t, Options{}, filepath.Join(dir, "a.xml"), filepath.Join(dir, "b.xml"))
	require.Empty(t, list)
	require.Len(t, errs, 3)
	require.Contains(t, errs[1], "a.xml: a sitemap, none of whose pages is among the files")
	require.Contains(t, errs[2], "b.xml: a sitemap of sitemaps")
	_, more := records(t, Options{}, []byte(newsSitemap))
	require.Len(t, more, 1)
	require.ErrorIs(t, more[0], errNoPages)
}

func TestPagesAreFoundByTheirAddress(t *testing.T) {
	t.Parallel()
	s := &Source{files: []string{"in/a/b.html", "in/www.zork.example/a/c", "in/d/index.htm.gz", "in/x/same.html", "in/y/same.html", "out/e.html", "in/s.xml"}}
	l := s.below("in")
	for address, want := range map[string]string{
		"https://zork.example/a/b": "in/a/b.html", "https://zork.example/a/b.php": "in/a/b.html", "https://www.zork.example/a/c/": "in/www.zork.example/a/c",
		"https://zork.example/d/": "in/d/index.htm.gz", "https://zork.example/z/same": "", "https://zork.example/y/same": "in/y/same.html",
		"https://zork.example/q/b": "in/a/b.html", "https://zork.example/e": "", "https://zork.example/s.xml": "",
	} {
		u, err := url.Parse(address)
		require.NoError(t, err)
		require.Equal(t, want, l.find(u), address)
	}
}

// TestPipesAreReadOnce: a pipe is not looked into before its turn.
func TestPipesAreReadOnce(t *testing.T) {
	t.Parallel()
	dir := put(t, map[string]string{"a.xml": newsSitemap})
	pipe := filepath.Join(dir, "pipe.xml")
	mkfifo, err := exec.LookPath("mkfifo")
	if err != nil {
		t.Skip("this system makes no pipes: ", err)
	}
	require.NoError(t, exec.Command(mkfifo, pipe).Run())
	_, err = openRegular(pipe)
	require.ErrorIs(t, err, errPipe)
	go os.WriteFile(pipe, []byte(rdfFeed), 0o600) // it ends when the pipe was read
	list, errs := all(t, Options{}, pipe, dir)
	require.Len(t, list, 1)
	require.Len(t, errs, 2, "the sitemap's")
}
