package input

import (
	"bytes"
	"context"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/htmlindex"
)

// said is what the tests below read in many encodings.
const said = "“We won’t go,” said Zoë Lee."

// in encodes s.
func in(t *testing.T, name, s string) string {
	t.Helper()
	e, err := htmlindex.Get(name)
	require.NoError(t, err)
	out, err := e.NewEncoder().String(s)
	require.NoError(t, err)
	return out
}

func TestEncodingsOfTexts(t *testing.T) {
	t.Parallel()
	latin := in(t, "windows-1252", said)
	for name, c := range map[string]struct {
		text, own, want string
	}{
		"UTF-8":                     {said, "", said},
		"UTF-8, marked":             {"\ufeff" + said, "", said},
		"UTF-8, cut":                {said + " “"[:3], "", said + " "},
		"UTF-8, a byte not":         {said + " caf\xe9 \x93x", "", said + " café “x"},
		"windows-1252":              {latin, "", said},
		"windows-1252, one mark":    {"It won\x92t go.", "", "It won’t go."},
		"UTF-16LE":                  {"\xff\xfe" + in(t, "utf-16le", said), "", said},
		"UTF-16BE":                  {"\xfe\xff" + in(t, "utf-16be", said), "", said},
		"UTF-16LE, not marked":      {in(t, "utf-16le", said), "", said},
		"UTF-16BE, not marked":      {in(t, "utf-16be", said), "", said},
		"UTF-16LE, an odd end":      {"\xff\xfe" + in(t, "utf-16le", said) + "\x20", "", said + "\ufffd"},
		"own":                       {in(t, "macintosh", said), "macintosh", said},
		"own, but marked":           {"\ufeff" + said, "windows-1252", said},
		"own, though it is UTF-8":   {"Zo\xc3\xab", "iso-8859-1", "ZoÃ«"},
		"own UTF-8, where it isn't": {"caf\xe9.", "utf-8", "caf\ufffd."},
		"a NUL":                     {"Rain\x00 fell.", "", "Rain\x00 fell."},
	} {
		texts, errs := records(t, Options{Format: "text", Encoding: c.own}, []byte(c.text))
		require.Empty(t, errs, name)
		require.Equal(t, []string{c.want}, texts, name)
		if c.own == "" {
			a, err := new(Options).Parse(context.Background(), "text", []byte(c.text), Origin{})
			require.NoError(t, err, name)
			require.Equal(t, c.want, a.Text, name)
		}
	}
	_, err := Open([]string{"-"}, Options{Encoding: "klingon"})
	require.ErrorContains(t, err, `no encoding "klingon"; there are those of the web, such as utf-8`)
}

// TestEncodingsOfRecords: each form of records is read in each encoding, and is
// told by its content where it has no name.
func TestEncodingsOfRecords(t *testing.T) {
	t.Parallel()
	for format, text := range map[string]string{
		"text": said, "markdown": said, "ndjson": `{"text":"` + said + `"}` + "\n", "json": `[{"text":"` + said + `"}]`,
		"csv": "text\n" + said + "\n", "tsv": "text\n" + said + "\n",
	} {
		if format == "csv" {
			text = "text\n\"" + said + "\"\n"
		}
		for encoding, b := range map[string]string{
			"utf-8": text, "marked": "\ufeff" + text, "windows-1252": in(t, "windows-1252", text), "utf-16le": "\xff\xfe" + in(t, "utf-16le", text),
			"utf-16be": "\xfe\xff" + in(t, "utf-16be", text), "bare": in(t, "utf-16le", text),
		} {
			texts, errs := records(t, Options{Format: format}, []byte(b))
			require.Empty(t, errs, "%s %s", format, encoding)
			require.Equal(t, []string{said}, texts, "%s %s", format, encoding)
			if format == "json" || format == "ndjson" {
				told, errs := records(t, Options{}, []byte(b))
				require.Empty(t, errs, "%s %s", format, encoding)
				require.Equal(t, texts, told, "%s %s", format, encoding)
			}
		}
	}
}

// TestEncodingsOfPages: what a page or its server says counts only where it is
// not UTF-8, and the server before the page.
func TestEncodingsOfPages(t *testing.T) {
	t.Parallel()
	head := func(said string) string { return strings.Replace(web, `<meta charset="utf-8">`, said, 1) }
	const czech = "Zdeněk Kříž"
	east := strings.ReplaceAll(head(`<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">`), "Zoë Lee", czech)
	for name, c := range map[string]struct{ page, server, want string }{
		"says UTF-8, is windows-1252": {in(t, "windows-1252", web), "", "Zoë Lee"},
		"says latin1, is UTF-8":       {head(`<meta charset=iso-8859-1>`), "text/html; charset=ISO-8859-1", "Zoë Lee"},
		"says UTF-16, is UTF-8":       {head(`<meta charset=utf-16>`), "", "Zoë Lee"},
		"says nothing":                {in(t, "windows-1252", head("")), "", "Zoë Lee"},
		"says what nobody knows":      {in(t, "windows-1252", head("<meta charset=x-none>")), "text/html; charset=", "Zoë Lee"},
		"the page says it":            {in(t, "windows-1250", east), "text/html", czech},
		"the page says it late":       {in(t, "windows-1250", "<html><!--"+strings.Repeat("x", 3000)+"-->"+east), "", czech},
		"XML says it":                 {in(t, "windows-1250", "<?xml version='1.0' encoding='windows-1250'?>"+strings.ReplaceAll(head(""), "Zoë Lee", czech)), "", czech},
		"the server says it":          {in(t, "windows-1250", east), `text/html; charset="windows-1250"`, czech},
		"the server says it first":    {in(t, "iso-8859-5", strings.ReplaceAll(strings.NewReplacer("“", "", "”", "").Replace(east), czech, "Жуков")), "text/html; charset=iso-8859-5", "Жуков"},
		"UTF-16":                      {"\xff\xfe" + in(t, "utf-16le", web), "text/html; charset=utf-8", "Zoë Lee"},
		"gbk":                         {in(t, "gbk", strings.ReplaceAll(head("<meta charset=gb2312>"), "Zoë", "Zoe")), "", "“We will not sell the company to anybody at all,” said Zoe Lee"},
	} {
		a, err := new(Options).Parse(context.Background(), "html", []byte(c.page), Origin{ContentType: c.server})
		require.NoError(t, err, name)
		require.Contains(t, a.Text, c.want, name)
		texts, errs := records(t, Options{}, []byte(archive("HTTP/1.1 200 OK\r\nContent-Type: "+c.server+"\r\n\r\n"+c.page)))
		if c.server != "" {
			require.Empty(t, errs, name)
			require.Equal(t, []string{a.Text}, texts, name)
		}
	}
	texts, errs := records(t, Options{Encoding: "macintosh"}, []byte(archive("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"+in(t, "macintosh", web))))
	require.Empty(t, errs)
	require.Contains(t, texts[0], "“We will not sell the company to anybody at all,” said Zoë Lee")
}

// TestOneRowInAnotherEncoding: a row that is not UTF-8 does not change the others.
func TestOneRowInAnotherEncoding(t *testing.T) {
	t.Parallel()
	texts, errs := records(t, Options{Format: "csv"}, []byte("text\nZoë\nZo\xeb\nZoë\n"))
	require.Empty(t, errs)
	require.Equal(t, []string{"Zoë", "Zoë", "Zoë"}, texts)
}

// Packed by xz -9 and bzip2, which have no writer in Go's standard library.
const (
	rainXZ    = "fd377a585a000004e6d6b4460200210116000000742fe5a30100095261696e2066656c6c2e000000b6e5466c31390d040001220a151ae1671fb6f37d010000000004595a"
	rainBzip2 = "425a6839314159265359b7a7de40000001130040011000232520002201a6d420c9880cd6b933c5dc914e14242de9f79000"
)

func unhex(t *testing.T, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(s)
	require.NoError(t, err)
	return b
}

func TestPackedByXZAndBzip2(t *testing.T) {
	t.Parallel()
	for name, b := range map[string][]byte{"a.txt.xz": unhex(t, rainXZ), "a.txt.bz2": unhex(t, rainBzip2)} {
		dir := put(t, map[string]string{name: string(b), "two/" + name: string(b) + string(b), "cut/" + name: string(b[:len(b)-9])})
		list, errs := all(t, Options{}, filepath.Join(dir, name), filepath.Join(dir, "two"))
		require.Empty(t, errs, name)
		require.Equal(t, []string{"Rain fell.", "Rain fell.Rain fell."}, []string{list[0].Text, list[1].Text})
		_, errs = all(t, Options{}, filepath.Join(dir, "cut"))
		require.Len(t, errs, 1, name)
	}
	texts, errs := records(t, Options{}, []byte("BZh is how such a file begins."))
	require.Empty(t, errs)
	require.Equal(t, []string{"BZh is how such a file begins."}, texts)
}

// TestDictionaryOfXZIsBounded does not run beside others, which allocate too.
func TestDictionaryOfXZIsBounded(t *testing.T) {
	var errs []error
	huge := unhex(t, rainXZ) // its dictionary is 4 GB now
	huge[16] = 40
	heap := allocated(func() { _, errs = records(t, Options{}, huge) })
	require.Len(t, errs, 1)
	require.Less(t, heap, int64(2<<20))
}

func TestBinaryFilesAreRefusedByName(t *testing.T) {
	t.Parallel()
	noise := make([]byte, 3000)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range noise {
		noise[i] = byte(r.Uint32())
	}
	n := string(noise)
	for want, b := range map[string]string{
		"a PDF file, not a text: pdftotext makes a text of it": "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + n,
		"a Word document (DOCX), not a text: save it as":       "PK\x03\x04\x14\x00\x06\x00word/document.xml" + n,
		"an Excel table (XLSX), not a text: save it as CSV":    "PK\x03\x04\x14\x00\x06\x00xl/workbook.xml" + n,
		"an e-book (EPUB), not a text":                         "PK\x03\x04\x14\x00\x06\x00mimetypeapplication/epub+zip" + n,
		"a ZIP archive, not a text: unpack it first":           "PK\x03\x04\x14\x00\x06\x00a.txt" + n,
		"an old Microsoft Office file, not a text":             "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + n,
		"a rich text file (RTF), not a text":                   `{\rtf1\ansi Rain fell.}`,
		"a tar archive, not a text: unpack it first":           "a.txt" + strings.Repeat("\x00", 252) + "ustar\x0000" + strings.Repeat("\x00", 300),
		"a PNG image, not a text":                              "\x89PNG\r\n\x1a\n" + n,
		"a sound, not a text":                                  "ID3\x03\x00" + n,
		"a video, not a text":                                  "\x00\x00\x00\x18ftypmp42" + n,
		"a text in UTF-32, not a text: convert it to UTF-8":    "\xff\xfe\x00\x00R\x00\x00\x00",
		"binary data of an unknown kind, not a text":           n,
	} {
		for _, format := range []string{"", "text", "html", "markdown", "json", "csv"} {
			texts, errs := records(t, Options{Format: format}, []byte(b))
			require.Empty(t, texts, "%s %s", want, format)
			require.Len(t, errs, 1, "%s %s", want, format)
			require.ErrorContains(t, errs[0], "-: "+want, format)
		}
		_, err := new(Options).Parse(context.Background(), "text", []byte(b), Origin{})
		require.ErrorContains(t, err, want)
	}
	for _, text := range []string{"ID3 is a tag.", "PK was here.", "GIF89a is a format.", "PAR18 said.", "MM*", "RIFF WAVE", "\x1b[1mRain\x1b[0m", strings.Repeat("Rain.\f\r\n\v\t", 100)} {
		texts, errs := records(t, Options{}, []byte(text))
		require.Empty(t, errs, text)
		require.Equal(t, []string{text}, texts)
	}
	dir := put(t, map[string]string{"a.pdf": "%PDF-1.7", "b.txt": "Rain fell."})
	list, errs := all(t, Options{}, filepath.Join(dir, "a.pdf"), filepath.Join(dir, "b.txt"))
	require.Equal(t, []string{filepath.Join(dir, "a.pdf") + ": a PDF file, not a text: pdftotext makes a text of it"}, errs)
	require.Len(t, list, 1, "the rest goes on")
}

// TestDecodingIsLinear: the encoding that a page does not say is looked for in
// its head alone, and what is half UTF-8 is read once.
func TestDecodingIsLinear(t *testing.T) {
	for name, s := range map[string]string{"metas": "<meta charset", "tags": "<meta ", "bytes": "\xe2\x80", "bytes of two kinds": "ë\xeb\xeb", "marks": "\xff\xfe", "zeros": "\x00a"} {
		once := bytes.Repeat([]byte(s), 1<<18/len(s))
		twice := bytes.Repeat(once, 2)
		read := func(b []byte) int64 { return allocated(func() { _ = toUTF8(b, saidInside(b)) }) }
		a, b := read(once), read(twice)
		require.LessOrEqual(t, b, a*22/10+step, name)
		require.LessOrEqual(t, b, int64(16*len(twice)+step), name)
	}
}

// FuzzDecode: whatever is said of any bytes, what comes out is UTF-8, and UTF-8
// without a mark stays what it is.
func FuzzDecode(f *testing.F) {
	for _, name := range []string{"", "utf-8", "windows-1252", "gb18030", "shift_jis", "iso-2022-jp", "utf-16", "replacement", "x"} {
		f.Add([]byte("\xff\xfea\x00"), name)
		f.Add([]byte("Zo\xeb “"), name)
	}
	f.Fuzz(func(t *testing.T, b []byte, name string) {
		out := toUTF8(b, name, saidInside(b))
		require.True(t, utf8.Valid(out), fmt.Sprintf("%q", out))
		if utf8.Valid(b) && !bytes.Contains(b, []byte{0}) && !bytes.HasPrefix(b, bom) {
			require.Equal(t, b, out)
		}
	})
}
