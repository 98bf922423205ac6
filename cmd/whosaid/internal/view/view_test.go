package view

import (
	"bytes"
	"context"
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/safe"
	"github.com/whosaid/whosaid/extract"
	"golang.org/x/net/html"
)

// hostile would run or break out if anything were not escaped.
const hostile = "“</script><script>alert(1)</script>,” said <img src=x onerror=alert(2)> Ann Lee of </textarea> Berlin.\u2028 Zoë 🚢 \xff denied <a href=\"javascript:alert(3)\">it</a> on Tuesday."

func read(t *testing.T, name, date, text string) *Model {
	t.Helper()
	x, err := extract.New()
	require.NoError(t, err)
	m, err := Read(context.Background(), x, name, date, []byte(text))
	require.NoError(t, err)
	return m
}

// cut takes r out of the text as JavaScript would.
func cut(m *Model, r Range) string {
	u := utf16.Encode([]rune(m.Text))
	return string(utf16.Decode(u[r[0]:r[1]]))
}

func TestRangesCountAsJavaScriptDoes(t *testing.T) {
	t.Parallel()
	m := read(t, "a.txt", "2015-09-24", "🚢🚢 “We will not sell,” said Zoë Lee on Tuesday. \xff She denied that Berlin was closed.")
	require.Equal(t, "We will not sell,", cut(m, m.Quotes[0].Pieces[0]))
	require.Equal(t, "said", cut(m, *m.Quotes[0].Cue))
	require.Equal(t, "denied", cut(m, *m.Quotes[1].Cue))
	require.Equal(t, "Zoë Lee", m.Entities[m.Quotes[0].Speaker-1].Name)
	require.Empty(t, m.Quotes[0].Who, "said once")
	require.Equal(t, "Tuesday", cut(m, m.Dates[0].At))
	require.Equal(t, "2015-09-22", m.Dates[0].Value)
}

func TestThoseWithoutANameHaveADescription(t *testing.T) {
	t.Parallel()
	m := read(t, "a.txt", "", "Two officials told Ann Lee that the mill was lost.")
	require.Equal(t, []string{"", "Ann Lee"}, []string{m.Entities[0].Name, m.Entities[1].Name})
	require.Equal(t, []string{"Two officials", ""}, []string{m.Entities[0].Description, m.Entities[1].Description})
	require.Equal(t, 1, m.Quotes[0].Speaker)
}

func TestPageHoldsNothingThatRuns(t *testing.T) {
	t.Parallel()
	m := read(t, "</title><script>alert(0)</script>.txt", "", hostile)
	var b bytes.Buffer
	require.NoError(t, Page{Mode: File, Model: m}.Write(&b))
	page := b.String()
	require.Equal(t, 3, strings.Count(page, "<script"), "the theme, the data and the script of the page")
	require.Equal(t, 3, strings.Count(page, "</script>"))
	require.NotContains(t, page, "<img")
	require.Equal(t, 1, strings.Count(page, "</title>"))
	require.NotRegexp(t, regexp.MustCompile(`(src|href)="?https?:`), page, "nothing is asked for from elsewhere")

	data := page[strings.Index(page, `id="data">`)+len(`id="data">`):]
	data = data[:strings.Index(data, "</script>")]
	var got Model
	require.NoError(t, json.Unmarshal([]byte(data), &got))
	got.Text = m.Text // which stands in the page once, as text
	require.Equal(t, *m, got)
}

// TestTheTextStandsInThePage: as it is, for readers without a script and for the
// page itself, which counts in it.
func TestTheTextStandsInThePage(t *testing.T) {
	t.Parallel()
	for _, text := range []string{hostile, "\n\n“We go,” said Ann Lee.\r\n\r\nRain\rfell &amp; &#13; ended.\n", "\ufeffRain\u2028fell. 🚢\x00 It fell."} {
		m := read(t, "a.txt", "", text)
		var b bytes.Buffer
		require.NoError(t, Page{Mode: File, Model: m}.Write(&b))
		root, err := html.Parse(&b)
		require.NoError(t, err)
		require.Equal(t, strings.ReplaceAll(m.Text, "\x00", "\ufffd"), textOf(root, "text"))
	}
}

// textOf is the text in the element with that id.
func textOf(n *html.Node, id string) string {
	for n := range n.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "id" && a.Val == id {
				return n.FirstChild.Data
			}
		}
	}
	return ""
}

// TestPagesStaySmall: what a page weighs without an article, and how much more for
// each byte of it.
func TestPagesStaySmall(t *testing.T) {
	t.Parallel()
	size := func(m *Model) int {
		var b bytes.Buffer
		require.NoError(t, Page{Mode: File, Model: m}.Write(&b))
		return b.Len()
	}
	empty := size(nil)
	require.LessOrEqual(t, empty, 42_000)
	for _, times := range []int{1, 40} {
		text := strings.Repeat(string(sample), times)
		require.LessOrEqual(t, float64(size(read(t, "a.txt", "", text))-empty)/float64(len(text)), 5.0)
	}
}

func TestPolicyNamesTheScripts(t *testing.T) {
	t.Parallel()
	for _, p := range []Page{{Mode: File}, {Mode: Server}, {Mode: Wasm, Loader: "let go"}} {
		require.Contains(t, p.Policy(), "default-src 'none'")
		require.NotContains(t, p.Policy(), "unsafe-inline")
		var b bytes.Buffer
		require.NoError(t, p.Write(&b))
		inline := regexp.MustCompile(`(?s)<script>(.*?)</script>`).FindAllStringSubmatch(b.String(), -1)
		require.NotEmpty(t, inline)
		for _, s := range inline {
			require.Contains(t, p.Policy(), hash(s[1]), "as it stands in the page")
		}
	}
}

// breaking panics on every text.
type breaking struct{}

func (breaking) Extract(context.Context, string, ...extract.DocOption) (*whosaid.Document, error) {
	panic("index out of range")
}

// TestAPanicIsAnAnswer is what the page without a server goes by: its entry is
// Answer of Read.
func TestAPanicIsAnAnswer(t *testing.T) {
	t.Parallel()
	m, err := Read(context.Background(), breaking{}, "a.txt", "", []byte("Rain fell."))
	var broke *safe.PanicError
	require.ErrorAs(t, err, &broke)
	require.Nil(t, m)
	var answer struct{ Error string }
	require.NoError(t, json.Unmarshal([]byte(Answer(m, err)), &answer))
	require.Contains(t, answer.Error, "index out of range")
	require.NoError(t, json.Unmarshal([]byte(Answer(read(t, "a.txt", "", "Rain fell."), nil)), &answer))
}

// TestWarningsAreShown: what could not be read of the file, and what language it is.
func TestWarningsAreShown(t *testing.T) {
	t.Parallel()
	require.Empty(t, read(t, "a.txt", "", "Rain fell.").Warnings)
	m := read(t, "a.md", "", "---\ndate: soon\n---\n„Wir werden die Werft nicht verkaufen“, sagte Anna Lee, die Chefin der Firma, am Dienstag in Berlin.")
	require.Len(t, m.Warnings, 2)
	require.Contains(t, m.Warnings[0], `"soon" is not a date`)
	require.Contains(t, m.Warnings[1], "the text seems to be in German")
	var b bytes.Buffer
	require.NoError(t, Page{Mode: File, Model: m}.Write(&b))
	require.Contains(t, b.String(), "the text seems to be in German")
}

// TestEachFormatIsShown: what the tool reads the page shows, the first article of
// several.
func TestEachFormatIsShown(t *testing.T) {
	t.Parallel()
	const several = "the file holds several articles; this is the first that can be read"
	for name, c := range map[string]struct {
		file string
		want []string // warnings
	}{
		"a.rss":    {"<rss><item><title>Rain</title><description>&lt;p&gt;Rain fell.</description></item><item/></rss>", []string{several}},
		"a.json":   {`[{"headline":"Rain","body_html":"<p>Rain fell."}]`, nil},
		"a.ndjson": {"7\n" + `{"title":"Rain","text":"Rain fell."}`, []string{"a.ndjson:1: not a JSON object but a number"}},
		"a.eml":    {"From: a@b\nSubject: Rain\n\nRain fell.", nil},
		"a.nitf":   {"<nitf><body><body.head><hedline><hl1>Rain</hl1></hedline></body.head><body.content><p>Rain fell.</p></body.content></body></nitf>", nil},
		"a.csv":    {"title,text\nRain,Rain fell.\n", nil},
		"a.html":   {"<title>Rain</title><article><p>Rain fell.</article>", nil},
	} {
		m := read(t, name, "", c.file)
		require.Contains(t, m.Text, "Rain fell.", name)
		require.NotContains(t, m.Text, "<", name)
		if name != "a.csv" && name != "a.ndjson" { // of which the text is the text
			require.Equal(t, "Rain\n\nRain fell.", m.Text, name)
		}
		require.Equal(t, "Rain", m.Title)
		require.Equal(t, c.want, m.Warnings, name)
	}
	x, err := extract.New()
	require.NoError(t, err)
	for name, c := range map[string]struct{ file, want string }{
		"a.txt": {" ", "the text is empty"}, "a.rss": {"<rss></rss>", "no <item> in it"}, "b.rss": {"<rss><item/></rss>", "b.rss:1: line 1: neither a title nor a text"},
		"a.pdf": {"%PDF-1.7", "a PDF file, not a text: pdftotext makes a text of it"}, "a.ndjson": {"\n", "no article in the file"},
	} {
		_, err := Read(context.Background(), x, name, "", []byte(c.file))
		require.EqualError(t, err, c.want, name)
	}
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = Read(gone, x, "a.txt", "", []byte("Rain fell."))
	require.ErrorIs(t, err, context.Canceled)
}
