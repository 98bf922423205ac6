package input

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/hostile"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/safe"
)

// allocated is how many bytes f takes from the heap, given back or not: a
// measure of work that no clock and no other program changes. Tests that ask for
// it must not run beside others.
func allocated(f func()) int64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return int64(after.TotalAlloc - before.TotalAlloc)
}

// step is what the growth of a slice may add to one measure and not to another.
const step = 4 << 20

// grows requires that twice the bytes of a family take at most 2.2 times the work.
func grows(t *testing.T, f hostile.Family, size int, read func(b []byte)) {
	t.Helper()
	once, twice := []byte(f.Make(size)), []byte(f.Make(2*size))
	a := allocated(func() { read(once) })
	b := allocated(func() { read(twice) })
	require.LessOrEqual(t, b, a*22/10+step, "%s: %d bytes of heap for %d, %d for %d", f.Name, a, len(once), b, len(twice))
}

func TestHostilePagesAreReadInLinearWork(t *testing.T) {
	for _, f := range hostile.Pages() {
		grows(t, f, 1<<18, func(b []byte) {
			a, err := page(context.Background(), b, Origin{})
			require.NoError(t, err, f.Name)
			require.True(t, strings.Contains(a.Text, hostile.Words), "%s: the words are lost", f.Name)
		})
	}
}

// TestHostilePagesStayWithinBounds looks at what the libraries behind the parser
// are given: they may be worse than linear, but not in more than the bounds.
func TestHostilePagesStayWithinBounds(t *testing.T) {
	t.Parallel()
	trees := 0
	for _, f := range hostile.Pages() {
		for _, size := range []int{1 << 12, 1 << 15, 1 << 18} {
			b := []byte(f.Make(size))
			root, err := parse(context.Background(), b)
			if err != nil {
				require.ErrorIs(t, err, errBeyond, f.Name)
				continue
			}
			trees++
			nodes, depth := measure(root)
			require.LessOrEqual(t, nodes, 2*maxNodes, f.Name)
			require.LessOrEqual(t, depth, 2*maxDepth, f.Name)
			require.LessOrEqual(t, nodes, size, "%s: more nodes than bytes", f.Name)
		}
	}
	require.NotZero(t, trees)
}

func TestPagesOfNewspapersAreWithinBounds(t *testing.T) {
	t.Parallel()
	for name, s := range map[string]string{
		"no end tags": strings.Repeat("<p>Rain fell.\n<ul><li>one<li>two</ul>", 1500),
		"fonts":       strings.Repeat("<p><font color=red><b>Rain</b> fell.", 900),
		"a table":     "<table>" + strings.Repeat("<tr><td><font size=2>Rain<td><b>fell<tr>", 900) + "</table>",
		"a thread":    strings.Repeat("<div><blockquote>", 40) + strings.Repeat("<p>Rain fell.</p>", 2000),
		"a code":      "<style>" + strings.Repeat("a{b:c}", 2<<20) + "</style><p>Rain",
		"comments":    strings.Repeat("<article><p>Rain fell on the town.</p></article>", 800),
	} {
		require.NoError(t, scanPage(context.Background(), strings.NewReader(web+s)), name)
	}
}

func TestPlainPage(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ page, want string }{
		{web, "Orbit will not be sold\n\n“We will not sell"},
		{"<title>A</title><nav>Menu</nav><main>Rain<br>fell.<table><tr><td>a<td>b</table></main>Foot", "Rain\n\nfell.\n\na\n\nb"},
		{"<article>Long as it is.</article><article>Teaser</article>", "Long as it is."},
		{"<article>One.</article>x<article>Two.</article>", "One.\n\nTwo."},
		{"<article><article>In</article>side.", "In\n\nside."},
		{"<form><p>All of it is a form.</form>", "All of it is a form."},
		{"<nav>Rain fell.", "Rain fell."},
		{"<p><a>Oil</a><a>Gas</a>", "Oil Gas"},
		{"<svg><title>No</title></svg><svg/>Rain &amp; wind.<script>a<b</script>", "Rain & wind."},
	} {
		list, err := plainPage(context.Background(), []byte(c.page))
		require.NoError(t, err, c.page)
		text := strings.Join(list, "\n\n")
		require.True(t, strings.HasPrefix(text, c.want), "%s: %s", c.page, text)
	}
	_, err := plainPage(context.Background(), []byte("<script>a</script> <p>"))
	require.ErrorIs(t, err, errNoArticle)
}

// countdown is a context that is over after it was looked at a number of times.
type countdown struct {
	context.Context
	left int
}

func (c *countdown) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

func TestContextEndsAPage(t *testing.T) {
	t.Parallel()
	for _, tags := range []string{"<div>", "<p>a</p>"} {
		b := []byte(strings.Repeat(tags, 10_000))
		for looks := range 3 {
			ctx := &countdown{context.Background(), looks}
			_, err := page(ctx, b, Origin{})
			require.ErrorIs(t, err, context.Canceled, looks)
			require.Equal(t, -1, ctx.left, "nothing is read after it")
		}
	}
}

func TestHostileMarkdown(t *testing.T) {
	for _, f := range hostile.Markdown() {
		grows(t, f, 1<<15, func(b []byte) {
			a := markdown(b)
			require.True(t, strings.Contains(a.Text, "We will not sell the yard"), f.Name)
		})
	}
	for _, f := range hostile.Markdown() {
		switch f.Name { // those that the parser is worse than linear in
		case "quotes", "brackets ended", "lists", "numbers", "references":
			require.True(t, tangled([]byte(f.Make(1<<17))), f.Name)
		}
	}
	require.False(t, tangled([]byte(strings.Repeat("> > - 1. a [b](c) – d\n[e]: f\n\n", 2000))))
}

func TestHostileSitemaps(t *testing.T) {
	for _, f := range hostile.Sitemaps() {
		dir := t.TempDir()
		require.NoError(t, os.WriteFile(filepath.Join(dir, "page.html"), []byte("<article><p>Rain fell.</article>"), 0o644))
		grows(t, f, 1<<17, func(b []byte) {
			require.NoError(t, os.WriteFile(filepath.Join(dir, "sitemap.xml"), b, 0o644))
			list, errs := all(t, Options{}, dir)
			require.Len(t, list, 1, f.Name)
			require.Equal(t, "https://a.example/page.html", list[0].URL, f.Name)
			require.LessOrEqual(t, len(errs), maxSitemapErrors, f.Name)
		})
	}
}

func TestHostileMails(t *testing.T) {
	for _, f := range hostile.Mails() {
		grows(t, f, 1<<17, func(b []byte) {
			a, err := (&Options{}).Parse(context.Background(), "eml", b, Origin{})
			require.NoError(t, err, f.Name)
			require.Contains(t, a.Text, "We will not sell the yard to anybody", f.Name)
		})
	}
}

// records reads all records of b and returns their texts, and errors.
func records(t *testing.T, o Options, b []byte) (texts []string, errs []error) {
	t.Helper()
	o.Stdin = bytes.NewReader(b)
	s, err := Open([]string{"-"}, o)
	require.NoError(t, err)
	for it, err := range s.Items(context.Background()) {
		var a *Article
		if err == nil {
			a, err = it.Load(context.Background())
		}
		var re *RecordError
		switch {
		case err == nil:
			texts = append(texts, a.Text)
		case errors.As(err, &re) && re.Place.File == "-":
			errs = append(errs, err)
		default:
			t.Fatal("no place: ", err)
		}
	}
	return texts, errs
}

func TestHostileRecords(t *testing.T) {
	const limit = 1 << 16
	endless := map[string]bool{ // what stands behind them cannot be told from them
		"lists that do not end": true, "a string that does not end": true, "the text is a list": true, "braces": true, "commas": true, "white space": true,
		"a mark that does not end": true, "marks": true, "marks and lines": true, "a length beyond the end": true,
		"a head that does not end": true, "a length too large": true,
		"a comment that does not end": true, "a section that does not end": true, "a declaration that does not end": true,
	}
	for format, families := range map[string][]hostile.Family{
		"json": hostile.JSON(), "csv": hostile.Tables(), "tsv": hostile.Tables(), "warc": hostile.Archives(), "rss": hostile.Feeds(),
		"mbox": hostile.Mailboxes(), "newsml": hostile.News(), "ninjs": hostile.NewsObjects(),
	} {
		for _, f := range families {
			if format == "tsv" {
				tabbed := f.Make
				f.Make = func(n int) string { return strings.ReplaceAll(tabbed(n), ",", "\t") }
			}
			grows(t, f, 1<<18, func(b []byte) {
				texts, errs := records(t, Options{Format: format, MaxRecord: limit}, b)
				require.NotEmpty(t, append(texts, errorTexts(errs)...), "%s: all was skipped silently", f.Name)
				if endless[f.Name] {
					return
				}
				last := "Snow fell."
				if format == "warc" {
					last = "Rain fell on the town."
				}
				require.NotEmpty(t, texts, "%s %s: %v", format, f.Name, errs)
				require.Contains(t, texts[len(texts)-1], last, "%s %s: what follows is read", format, f.Name)
			})
		}
	}
}

func errorTexts(errs []error) (list []string) {
	for _, err := range errs {
		list = append(list, err.Error())
	}
	return list
}

// bombHeads are what stands before a bomb in each format.
var bombHeads = map[string]string{
	"json": "[{\"text\":\"", "csv": "text\n\"", "ndjson": "{\"text\":\"", "warc": "WARC/1.0\r\nContent-Length: 9999999999\r\nA: ",
	"xml": "<rss><item><title>", "rss": "<rss><item><title>", "atom": "<feed><entry><title>",
	"newsml": "<newsItem><contentSet><inlineData>", "nitf": "<nitf><body><body.content>", "ninjs": "[{\"body_html\":\"",
	"jsonfeed": "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"content_html\":\"",
	"eml":      "From: a@b\nMIME-Version: 1.0\n\n", "mbox": "From a@b\nFrom: a@b\n\n",
}

// TestBombs reads packed files of some kilobytes that are megabytes unpacked.
func TestBombs(t *testing.T) {
	const limit, unpacked = 1 << 18, 8 << 20
	for _, s := range []string{"a", " ", "\"", "[", "\n", "WARC/1.0", "<b>"} {
		bomb := hostile.Bomb(s, unpacked)
		require.Less(t, len(bomb), unpacked/300)
		for _, format := range Formats() {
			head := bombHeads[format]
			packed := append(hostile.Gzip([]byte(head)), bomb...)
			heap := allocated(func() {
				texts, errs := records(t, Options{Format: format, MaxRecord: limit}, packed)
				require.Empty(t, texts, "%s %q", format, s)
				require.NotEmpty(t, errs, "%s %q", format, s)
			})
			require.Less(t, heap, int64(20*limit+step), "%s %q", format, s)
		}
	}
}

func TestZstdWindowIsBounded(t *testing.T) {
	t.Parallel()
	// A frame whose head asks for a window of 3.75 TB.
	_, errs := records(t, Options{}, []byte("\x28\xb5\x2f\xfd\x00\xff\x01\x00\x00"))
	require.Len(t, errs, 1)
	require.Contains(t, errs[0].Error(), "window")
	texts, errs := records(t, Options{}, hostile.Zstd([]byte("Rain fell.")))
	require.Empty(t, errs)
	require.Equal(t, []string{"Rain fell."}, texts)
}

const bombBzip2 = "425a68393141592653599b63e2ea0040400180a00000040008200030cc0529a60100d8808078bb9229c28484db1f1750"

// TestBzip2BombIsBounded: 48 bytes are eight megabytes.
func TestBzip2BombIsBounded(t *testing.T) {
	bomb := unhex(t, bombBzip2)
	heap := allocated(func() {
		for _, format := range Formats() {
			texts, errs := records(t, Options{Format: format, MaxRecord: 1 << 16}, bomb)
			require.Empty(t, texts, format)
			require.NotEmpty(t, errs, format)
		}
	})
	require.Less(t, heap, int64(len(Formats()))*(12<<20))
}

func TestTooLongRecordsArePassedOver(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("Rain fell. ", 100)
	for format, text := range map[string]string{
		"ndjson": `{"text":"One."}` + "\n" + `{"text":"` + long + `"}` + "\n" + `{"text":"Two."}`,
		"json":   `[{"text":"One."},{"text":"` + long + `"},{"text":"Two."}]`,
		"csv":    "text\nOne.\n\"" + long + "\n" + long + "\"\nTwo.\n",
		"tsv":    "text\nOne.\n" + long + "\nTwo.\n",
	} {
		texts, errs := records(t, Options{Format: format, MaxRecord: 200}, []byte(text))
		require.Equal(t, []string{"One.", "Two."}, texts, format)
		require.Len(t, errs, 1, format)
		require.ErrorIs(t, errs[0], errTooLong, format)
		require.Contains(t, errs[0].Error(), map[string]string{"ndjson": "-:2: ", "json": "-:2: ", "csv": "-:3: ", "tsv": "-:3: "}[format])
	}
	_, errs := records(t, Options{MaxRecord: 20}, []byte(long))
	require.ErrorIs(t, errs[0], errTooLong)
	_, errs = records(t, Options{Format: "csv"}, []byte("text\n"+strings.Repeat(",", maxCells)+"\n"))
	require.ErrorIs(t, errs[0], errCells)
}

// TestEachFormGoesOn has, in each form, a record with bytes that are no UTF-8, one
// that is nested too deeply, one that is too long, and one that is no record.
// Each is read or is one error with its place, and what follows is read.
func TestEachFormGoesOn(t *testing.T) {
	t.Parallel()
	const limit = 1 << 20
	deep, huge := strings.Repeat("[", 20_000)+strings.Repeat("]", 20_000), strings.Repeat("x ", limit)
	response := func(page string) string {
		http := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
		return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(http), http)
	}
	for format, c := range map[string]struct {
		records []string
		want    []string // texts or errors
	}{
		"ndjson": {
			[]string{"{\"text\":\"\xff Rain.\"}\n", `{"text":` + deep + "}\n", `{"text":"` + huge + "\"}\n", "\"Snow.\"\n", `{"text":"Wind."}`},
			[]string{"ÿ Rain.", "-:2: not a JSON object: ", "-:3: the record is too long", "-:4: not a JSON object but a string", "Wind."},
		},
		"json": {
			[]string{"[{\"text\":\"\xff Rain.\"},", `{"text":` + deep + "},", `{"text":"` + huge + "\"},", "12,", `{"text":"Wind."}]`},
			[]string{"ÿ Rain.", "-:2: not a JSON object: ", "-:3: the record is too long", "-:4: not a JSON object but a number", "Wind."},
		},
		"csv": {
			[]string{"text\n", "\xff Rain.\n", deep + "\n", "\"" + huge + "\"\n", "a\"b\n", "Wind.\n"},
			[]string{"ÿ Rain.", "[[[", "-:4: the record is too long", "-:5: bare \"", "Wind."},
		},
		"tsv": {
			[]string{"text\n", "\xff Rain.\n", deep + "\n", huge + "\n", strings.Repeat("\t", maxCells) + "\n", "Wind.\n"},
			[]string{"ÿ Rain.", "[[[", "-:4: the record is too long", "-:5: the row has more than ", "Wind."},
		},
		"warc": {
			[]string{
				response("<article>\xff Rain.</article>" + strings.Repeat("<div>", maxDepth)), response(strings.Repeat("<div>", 20_000) + "Snow."),
				response(huge), "Hail.\n", response("<article>Wind.</article>" + strings.Repeat("<i>", maxDepth)),
			},
			[]string{"Rain.", "Snow.", "-:3: the record is too long", "-:4: not a record of a web archive", "Wind."},
		},
	} {
		t.Run(format, func(t *testing.T) {
			t.Parallel()
			s, err := Open([]string{"-"}, Options{Format: format, MaxRecord: limit, Stdin: strings.NewReader(strings.Join(c.records, ""))})
			require.NoError(t, err)
			var got []string
			for it, err := range s.Items(context.Background()) {
				var a *Article
				if err == nil {
					a, err = it.Load(context.Background())
				}
				if err != nil {
					got = append(got, err.Error())
				} else {
					got = append(got, a.Text)
				}
			}
			require.Len(t, got, len(c.want))
			for i, want := range c.want {
				require.Contains(t, got[i], want)
			}
		})
	}
}

func TestWordsOfJSON(t *testing.T) {
	t.Parallel()
	for raw, want := range map[string]string{
		`"a\u00e9"`: "aé", `12345678901234567890`: "12345678901234567890", `1.5`: "1.5", `true`: "true", `["a",["b",null,2]]`: "a, b, 2",
		`{"name":"Ann Lee","links":["x",{"y":"z"}]}`: "Ann Lee, x, z", `[{"name":"A"},{"name":"B"}]`: "A, B", `[]`: "",
	} {
		require.Equal(t, want, words(json.RawMessage(raw)), raw)
	}
}

// broken is standard input that panics, as a library for files might.
type broken struct{}

func (broken) Read([]byte) (int, error) { panic("no reader") }

func TestAPanicEndsOneFile(t *testing.T) {
	t.Parallel()
	dir := put(t, map[string]string{"a.txt": "Rain fell."})
	s, err := Open([]string{"-", dir}, Options{Stdin: broken{}})
	require.NoError(t, err)
	var errs []error
	items := 0
	for it, err := range s.Items(context.Background()) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		_, err = it.Load(context.Background())
		require.NoError(t, err)
		items++
	}
	require.Equal(t, 1, items)
	require.Len(t, errs, 1)
	require.Regexp(t, `^-: internal error at hostile_test\.go:\d+, please report it: no reader$`, errs[0].Error())
	require.PanicsWithValue(t, "mine", func() {
		for range s.Items(context.Background()) {
			panic("mine")
		}
	}, "what those panic with who take the records is not caught")
}

func TestAPanicEndsOneRecord(t *testing.T) {
	t.Parallel()
	it := NewItem(Place{"a.html", 3}, 1, func(context.Context) (*Article, error) {
		panic("assignment to entry in nil map")
	})
	_, err := it.Load(context.Background())
	var re *RecordError
	var pe *safe.PanicError
	require.ErrorAs(t, err, &re)
	require.ErrorAs(t, err, &pe)
	require.Contains(t, err.Error(), "a.html:3: ")
	require.Contains(t, err.Error(), "assignment to entry in nil map")
}

// FuzzPage: a page of any bytes is read or refused, never more than its bytes.
func FuzzPage(f *testing.F) {
	for _, family := range hostile.Pages() {
		f.Add([]byte(family.Make(400)))
	}
	f.Add([]byte(web))
	f.Fuzz(func(t *testing.T, b []byte) {
		if list, err := plainPage(context.Background(), b); err == nil {
			require.NotEmpty(t, strings.TrimSpace(strings.Join(list, "")))
		}
		if root, err := parse(context.Background(), b); err == nil {
			nodes, depth := measure(root)
			require.LessOrEqual(t, nodes, 4*len(b)+2*maxDepth+10)
			require.LessOrEqual(t, depth, 2*maxDepth)
			_, err = page(context.Background(), b, Origin{})
			require.NotErrorIs(t, err, errBeyond)
		}
	})
}

// FuzzList: what is a list of JSON gives the elements that encoding/json finds.
func FuzzList(f *testing.F) {
	for _, family := range hostile.JSON() {
		f.Add(family.Make(100))
	}
	f.Add(`[ "a\\\"]" , {"b":[1,2]}, null ]`)
	f.Fuzz(func(t *testing.T, s string) {
		var want []json.RawMessage
		valid := json.Unmarshal([]byte(s), &want) == nil && strings.HasPrefix(strings.TrimLeft(s, " \t\r\n"), "[")
		var got []string
		c := &cursor{Options: &Options{}, ctx: context.Background(), r: strings.NewReader(s), yield: func(Item, error) bool { return true }}
		if !valid {
			_ = c.json()
			return
		}
		require.NoError(t, c.json())
		br := bufio.NewReader(strings.NewReader(s[strings.IndexByte(s, '[')+1:]))
		for range want {
			raw, _, err := element(br, len(s))
			require.NoError(t, err)
			got = append(got, string(bytes.TrimSpace(raw)))
		}
		for i := range want {
			require.Equal(t, string(want[i]), got[i])
		}
	})
}

// FuzzRows: the rows of a table are those that encoding/csv finds. Only one that is
// not UTF-8 has other cells, for it is decoded first.
func FuzzRows(f *testing.F) {
	for _, family := range hostile.Tables() {
		f.Add(family.Make(60), false)
		f.Add(family.Make(60), true)
	}
	for _, s := range []string{"a\n\"\"\"b,\"\n9", "a\"b,\"c\n9", "\"a\"\r\"\n\"\n9", "\"a\"\rb\n\"\n", "\"a\"b\"c\",\n9", "2,\"a,]\xd1\"", "\x000\x00\n0000"} {
		f.Add(s, false)
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, lazy bool) {
		whole := csv.NewReader(strings.NewReader(s))
		whole.LazyQuotes, whole.FieldsPerRecord = lazy, -1
		rows := &rowReader{br: bufio.NewReader(strings.NewReader(s)), limit: len(s) + 1, comma: ',', lazy: lazy}
		for {
			want, werr := whole.Read()
			row, err := rows.next()
			if werr == io.EOF {
				require.Equal(t, io.EOF, err, "%q", row)
				return
			}
			require.NoError(t, err)
			if !utf8.Valid(row) {
				_, _ = rows.cells(row)
				continue
			}
			got, err := rows.cells(row)
			if werr != nil {
				require.Error(t, err)
				continue
			}
			require.NoError(t, err)
			require.Equal(t, want, got)
			line, _ := whole.FieldPos(0)
			require.Equal(t, line, rows.start)
		}
	})
}
