package input

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/require"
)

// put writes files below a new folder.
func put(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	return dir
}

// all reads the arguments and returns the articles and the errors.
func all(t *testing.T, o Options, args ...string) (list []*Article, errs []string) {
	t.Helper()
	s, err := Open(args, o)
	require.NoError(t, err)
	for it, err := range s.Items(context.Background()) {
		var a *Article
		if err == nil {
			a, err = it.Load(context.Background())
		}
		if err != nil {
			var re *RecordError
			require.ErrorAs(t, err, &re)
			errs = append(errs, err.Error())
			continue
		}
		list = append(list, a)
	}
	return list, errs
}

func packed(t *testing.T, text string) (gz, zst string) {
	t.Helper()
	var a, b bytes.Buffer
	g := gzip.NewWriter(&a)
	_, err := g.Write([]byte(text))
	require.NoError(t, err)
	require.NoError(t, g.Close())
	z, err := zstd.NewWriter(&b)
	require.NoError(t, err)
	_, err = z.Write([]byte(text))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return a.String(), b.String()
}

// web is a page such as newspapers make them.
const web = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Orbit will not be sold | The Paper</title>
<meta property="og:title" content="Orbit will not be sold"><meta name="author" content="Bob Ray"><meta property="article:published_time" content="2015-09-24T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><script>alert("no text")</script>
<article><h1>Orbit will not be sold</h1><p>“We will not sell the company to anybody at all,” said Zoë Lee, the chief executive of Orbit Labs, in Berlin on Tuesday, when she was asked by reporters.</p>
<p>She denied that the company had been offered any money by its rivals, and said that <a href="/x">the factory in Peru</a> would stay open for many years to come.</p>
<p>Officials in Lima said that they were glad of the news, and that the bridge to the factory would be repaired before the end of the year.</p></article>
<footer>Copyright. All rights reserved.</footer></body></html>`

func TestKindsOfFiles(t *testing.T) {
	t.Parallel()
	gz, zst := packed(t, "Rain fell.")
	lines, _ := packed(t, `{"text":"One."}`+"\n"+`{"text":"Two."}`)
	dir := put(t, map[string]string{
		"a.txt": "Rain fell.\r\n", "b.txt.gz": gz, "c.zst": zst, "d.jsonl.gz": lines,
		"e.json": `[{"text":"One.","id":7},{"body":"Two.","headline":"T","authors":["A","B"],"date":"2015-09-24"}]`, "f.json": "{\n \"text\": \"One.\"}",
		"g.csv": "id,text,published\nx,\"One,\nline\",2015-09-24\ny,Two.,\n", "h.tsv": "text\tid\nOne \"word.\tz\n", "i": `{"text":"Told by its first byte."}`,
		"j.md": "---\ntitle: The title\ndate: 2015-09-24\n---\n# Head *line*\n\nRain [fell](http://x.y)\nhere.\n\n```\ncode\n```\n<b>\n\n- one\n- two & three\n",
	})
	for name, want := range map[string][]string{
		"a.txt": {"Rain fell.\r\n"}, "b.txt.gz": {"Rain fell."}, "c.zst": {"Rain fell."}, "d.jsonl.gz": {"One.", "Two."}, "e.json": {"One.", "Two."}, "f.json": {"One."},
		"g.csv": {"One,\nline", "Two."}, "h.tsv": {"One \"word."}, "i": {"Told by its first byte."}, "j.md": {"The title\n\nHead line\n\nRain fell here.\n\none\n\ntwo & three"},
	} {
		list, errs := all(t, Options{}, filepath.Join(dir, name))
		require.Empty(t, errs, name)
		var got []string
		for _, a := range list {
			got = append(got, a.Text)
		}
		require.Equal(t, want, got, name)
	}
	list, _ := all(t, Options{}, filepath.Join(dir, "e.json"), filepath.Join(dir, "j.md"), filepath.Join(dir, "g.csv"))
	require.Equal(t, "7", list[0].ID)
	require.Equal(t, filepath.Join(dir, "e.json")+":2", list[1].ID)
	require.Equal(t, []string{"T", "A, B", "2015-09-24"}, []string{list[1].Title, list[1].Author, list[1].Published.Format("2006-01-02")})
	require.Equal(t, "The title", list[2].Text[list[2].Headline.Start:list[2].Headline.End])
	require.Equal(t, Place{filepath.Join(dir, "g.csv"), 4}, list[4].Place, "the line on which the row begins")
}

func TestPage(t *testing.T) {
	t.Parallel()
	dir := put(t, map[string]string{"a.html": web, "empty.html": "<html><body></body></html>", "latin": strings.NewReplacer("utf-8", "iso-8859-1", "ë", "\xeb", "“", "&ldquo;", "”", "&rdquo;").Replace(web)})
	for _, name := range []string{"a.html", "latin"} {
		list, errs := all(t, Options{}, filepath.Join(dir, name))
		require.Empty(t, errs)
		a := list[0]
		require.Equal(t, []string{"Orbit will not be sold", "Bob Ray", "2015-09-24"}, []string{a.Title, a.Author, a.Published.Format("2006-01-02")})
		require.Equal(t, a.Title, a.Text[a.Headline.Start:a.Headline.End])
		require.Contains(t, a.Text, "said Zoë Lee, the chief executive")
		require.Contains(t, a.Text, "said that the factory in Peru would stay open")
		require.Equal(t, 3, strings.Count(a.Text, "\n\n"), a.Text)
		for _, no := range []string{"Sport", "alert", "Copyright", "<"} {
			require.NotContains(t, a.Text, no)
		}
	}
	_, errs := all(t, Options{}, filepath.Join(dir, "empty.html"))
	require.Len(t, errs, 1)
	require.Contains(t, errs[0], "empty.html: no article in the page")
}

// archive makes a web archive of one record for each response.
func archive(responses ...string) string {
	var b strings.Builder
	b.WriteString("WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2020-01-02T03:04:05Z\r\nContent-Type: application/warc-fields\r\nContent-Length: 15\r\n\r\nsoftware: made\n\r\n\r\n")
	for i, r := range responses {
		fmt.Fprintf(&b, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%d>\r\nWARC-Date: 2020-01-02T03:04:05Z\r\nWARC-Target-URI: https://example.org/%d\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", i+1, i+1, len(r), r)
	}
	return b.String()
}

func TestWebArchive(t *testing.T) {
	t.Parallel()
	gz, _ := packed(t, web)
	text := archive(
		"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"+web,
		"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n"+web,
		"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG",
		"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"+gz,
		"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html></html>",
	)
	whole, _ := packed(t, text)
	dir := put(t, map[string]string{"a.warc": text, "b.warc.gz": whole})
	for _, name := range []string{"a.warc", "b.warc.gz"} {
		list, errs := all(t, Options{}, filepath.Join(dir, name))
		require.Len(t, errs, 1, len(list))
		require.Contains(t, errs[0], name+":6: no article in the page")
		require.Len(t, list, 2)
		require.Equal(t, []string{"urn:uuid:1", "https://example.org/1", "2015-09-24"}, []string{list[0].ID, list[0].URL, list[0].Published.Format("2006-01-02")})
		require.Equal(t, list[0].Text, list[1].Text)
	}
}

func TestFoldersAndPatterns(t *testing.T) {
	t.Parallel()
	dir := put(t, map[string]string{"b.txt": "B.", "a/c.txt": "C.", ".hidden/d.txt": "D.", ".e.txt": "E.", "f.png": "F.", "g.md": "G."})
	names := func(args ...string) (out string) {
		list, errs := all(t, Options{}, args...)
		require.Empty(t, errs)
		for _, a := range list {
			out += a.Text
		}
		return out
	}
	require.Equal(t, "C.B.G.", names(dir))
	require.Equal(t, "B.", names(filepath.Join(dir, "*.txt")))
	require.Equal(t, "B.C.G.", names(filepath.Join(dir, "b.txt"), dir, dir+"/./g.md"), "each file once")
	for _, bad := range []string{filepath.Join(dir, "*.none"), put(t, map[string]string{"a.png": ""})} {
		_, err := Open([]string{bad}, Options{})
		require.Error(t, err)
	}
}

func TestFields(t *testing.T) {
	t.Parallel()
	o := Options{Fields: map[string]string{"text": "article.body", "published": "meta.when", "id": "n.o"}, Stdin: strings.NewReader(`{"section":"Weather","article":{"body":"Rain."},"meta":{"when":"Thu, 24 Sep 2015 10:00:00 GMT"},"n.o":12,"text":"not this"}`)}
	list, errs := all(t, o, "-")
	require.Empty(t, errs)
	require.Equal(t, "Rain.", list[0].Text)
	require.Equal(t, "12", list[0].ID)
	require.Equal(t, "Weather", list[0].Section)
	require.Equal(t, 2015, list[0].Published.Year())
}

// TestFieldsInHTML: content systems keep texts in HTML, WordPress in objects.
func TestFieldsInHTML(t *testing.T) {
	t.Parallel()
	const text = "“We won’t go,” said Zoë Lee.\n\nHe left."
	for name, file := range map[string]string{
		"a.json":   `[{"title":"Mayor &amp; wife to go","body":"<p>“We won&rsquo;t go,” said Zo&euml; Lee.</p><P class=x>He <b>left</b>.</p>"}]`,
		"b.ndjson": `{"title":{"rendered":"Mayor &#038; wife to go"},"content":{"rendered":"<p>“We won’t go,” said Zoë Lee.</p>\n<p>He left.</p>","protected":false}}`,
		"c.csv":    "title,text\nMayor &amp; wife to go,\"“We won’t go,” said Zoë Lee.<br /><br>He left.\"\n",
	} {
		list, errs := all(t, Options{}, filepath.Join(put(t, map[string]string{name: file}), name))
		require.Empty(t, errs, name)
		require.Equal(t, []string{"Mayor & wife to go", text}, []string{list[0].Title, list[0].Text}, name)
	}
	for _, plain := range []string{"a < b and <c> d", "<b>Rain</b> fell &amp; <pre>", "< p > rain"} {
		list, errs := all(t, Options{Stdin: strings.NewReader(`{"text":` + strconv.Quote(plain) + `}`)}, "-")
		require.Empty(t, errs)
		require.Equal(t, plain, list[0].Text)
	}
	_, errs := all(t, Options{Stdin: strings.NewReader(`{"text":"<p> </p>"}`)}, "-")
	require.Len(t, errs, 1)
}

func TestDamagedFilesAreOneErrorEach(t *testing.T) {
	t.Parallel()
	gz, zst := packed(t, strings.Repeat(`{"text":"Rain fell on the town."}`+"\n", 2000))
	dir := put(t, map[string]string{
		"a.gz": gz[:len(gz)-9], "b.zst": zst[:len(zst)-9], "c.json": `[{"text":"One."},{"text":`, "d.csv": "", "e.csv": "text,id\n\"One.\nTwo", "f.warc": "WARC/1.0\r\nnothing", "g.txt": "Whole.",
	})
	list, errs := all(t, Options{}, filepath.Join(dir, "a.gz"), filepath.Join(dir, "b.zst"), filepath.Join(dir, "c.json"), filepath.Join(dir, "d.csv"), filepath.Join(dir, "e.csv"), filepath.Join(dir, "f.warc"), filepath.Join(dir, "g.txt"))
	require.Len(t, errs, 6, strings.Join(errs, "\n"))
	for i, name := range []string{"a.gz", "b.zst", "c.json:2", "d.csv", "e.csv:2", "f.warc"} {
		require.Contains(t, errs[i], name+":")
	}
	require.Equal(t, "Whole.", list[len(list)-1].Text)
}

func TestDates(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"2015-09-24": "2015-09-24", " 2015-09-24T10:00:00Z ": "2015-09-24", "2015-09-24 10:00:00": "2015-09-24", "20150924": "2015-09-24",
		"September 24, 2015": "2015-09-24", "24 Sep 2015": "2015-09-24",
		"1443088800": "2015-09-24", "1443088800123": "2015-09-24", "2015": "2015-01-01", "2015-09": "2015-09-01", "Thu, 24 Sep 2015 10:00:00 +0200": "2015-09-24",
	} {
		got, err := ParseDate(s)
		require.NoError(t, err, s)
		require.Equal(t, want, got.Format("2006-01-02"), s)
	}
	for _, s := range []string{"", "soon", "2015-02-30", "24/09/2015", "14430888", "2015-13", "144308880012345"} {
		_, err := ParseDate(s)
		require.Error(t, err, s)
	}
}

func FuzzRecords(f *testing.F) {
	for _, s := range []string{web, archive("HTTP/1.1 200 OK\r\n\r\n" + web), "[{\"text\":1}]", "text,id\n\"a", "---\ntitle: x\n---\n# y", "{}\n{\"text\":\"a\"}", rssFeed, atomFeed, nitfDocument, newsMessage, newsSitemap, newsletter, "From a\n" + release, `{"body_html":"<p>a"}`, "\x1f\x8b", "\x28\xb5\x2f\xfd"} {
		for _, format := range Formats() {
			f.Add(format, []byte(s))
		}
	}
	f.Fuzz(func(t *testing.T, format string, b []byte) {
		s, err := Open([]string{"-"}, Options{Format: format, Stdin: bytes.NewReader(b)})
		if err != nil {
			return
		}
		for it, err := range s.Items(context.Background()) {
			if err != nil {
				continue
			}
			if a, err := it.Load(context.Background()); err == nil {
				require.NotEmpty(t, strings.TrimSpace(a.Text))
				require.True(t, strings.HasPrefix(a.Text, a.Text[a.Headline.Start:a.Headline.End]))
			}
		}
	})
}
