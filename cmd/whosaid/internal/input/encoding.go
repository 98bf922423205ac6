package input

import (
	"bufio"
	"bytes"
	"fmt"
	"mime"
	"regexp"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// bom is the byte order mark in UTF-8.
var bom = []byte("\ufeff")

// findEncoding finds an encoding by one of its names on the web, such as "latin1".
func findEncoding(name string) (encoding.Encoding, error) {
	e, err := htmlindex.Get(name)
	if err != nil {
		return nil, fmt.Errorf("no encoding %q; there are those of the web, such as utf-8, windows-1252, utf-16le, iso-8859-2", name)
	}
	return e, nil
}

// toUTF8 decodes the bytes of one text. What is UTF-8 as a whole is never
// anything else, whatever is said of it: pages are stored anew more often than
// their heads are. Else a byte order mark tells, then the names that were said,
// the first that is known, and else it is windows-1252.
func toUTF8(b []byte, said ...string) []byte {
	if wide := wideEncoding(b); wide != nil {
		return decoded(wide, b)
	}
	return recordUTF8(bytes.TrimPrefix(b, bom), said...)
}

// recordUTF8 is toUTF8 for a row or an element of a larger file, which was found by
// its single bytes and so is not UTF-16.
func recordUTF8(b []byte, said ...string) []byte {
	if utf8.Valid(b) {
		return b
	}
	if mostlyUTF8(b) {
		return mended(b)
	}
	for _, name := range said {
		e, err := htmlindex.Get(name)
		if err == nil && e != unicode.UTF8 && !isWide(e) { // who can read the name in the page has not read UTF-16
			return decoded(e, b)
		}
	}
	return decoded(charmap.Windows1252, b)
}

// decoded is b without its encoding. What the encoding does not know is U+FFFD.
func decoded(e encoding.Encoding, b []byte) []byte {
	out, err := e.NewDecoder().Bytes(b)
	if err != nil { // no decoder of the web has any
		return bytes.ToValidUTF8(b, []byte("\ufffd"))
	}
	return bytes.TrimPrefix(out, bom)
}

var (
	littleEndian = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	bigEndian    = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	littleBare   = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	bigBare      = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
)

func isWide(e encoding.Encoding) bool {
	name, _ := htmlindex.Name(e)
	return name == "utf-16le" || name == "utf-16be"
}

// wideEncoding is UTF-16 if the first bytes say so: by a byte order mark, or by
// the zeros that every other byte of an English text is.
func wideEncoding(head []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}):
		return littleEndian
	case bytes.HasPrefix(head, []byte{0xfe, 0xff}):
		return bigEndian
	}
	head = head[:min(len(head), headSize)]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	pairs := len(head) / 2
	switch {
	case pairs < 2:
	case zeros[1] > pairs*3/4 && zeros[0] <= pairs/8:
		return littleBare
	case zeros[0] > pairs*3/4 && zeros[1] <= pairs/8:
		return bigBare
	}
	return nil
}

// mostlyUTF8 reports whether more characters of several bytes are UTF-8 than
// bytes are not: a text in which a comment was pasted, or that was cut.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		switch {
		case r != utf8.RuneError || n > 1:
			good++
		case utf8.FullRune(b[i:]):
			bad++
		default: // cut at the end
			n = len(b) - i
		}
		i += n
	}
	return good > bad
}

// mended is b, of which most is UTF-8, with the other bytes as windows-1252
// reads them. A character that is cut at the end is left out.
func mended(b []byte) []byte {
	out := make([]byte, 0, len(b)+len(b)/16)
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		switch {
		case r != utf8.RuneError || n > 1:
			out = append(out, b[i:i+n]...)
		case utf8.FullRune(b[i:]):
			out = utf8.AppendRune(out, charmap.Windows1252.DecodeByte(b[i]))
		default:
			return out
		}
		i += n
	}
	return out
}

// headSize is how much of the beginning of a file is looked at.
const headSize = 4 << 10

// headOf is the beginning of a file. Of a pipe that is written line by line it is no
// more than what has come: the next line may take hours.
func headOf(br *bufio.Reader, format string) []byte {
	lines := slices.Contains([]string{"ndjson", "csv", "tsv"}, format)
	for {
		n := br.Buffered()
		head, err := br.Peek(min(n, headSize))
		first := trimSpace(head)
		line := (lines || bytes.HasPrefix(first, []byte("{"))) && bytes.IndexByte(first, '\n') > 0
		if err != nil || n >= headSize || line {
			return head
		}
		if _, err := br.Peek(n + 1); err != nil {
			head, _ := br.Peek(headSize)
			return head
		}
	}
}

// charsetOf is where a page, or XML, says which encoding it has.
var charsetOf = regexp.MustCompile(`(?i)<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]+)|` +
	`^\s*<\?xml\b[^>]{0,300}?\bencoding\s*=\s*["']([\w.:-]+)`)

// maxCharset is how far into a page its encoding is looked for.
const maxCharset = 16 << 10

// saidInside is the encoding that a page says it has, "" if none.
func saidInside(b []byte) string {
	m := charsetOf.FindSubmatch(b[:min(len(b), maxCharset)])
	if m == nil {
		return ""
	}
	return string(append(m[1], m[2]...))
}

// saidByServer is the encoding in a Content-Type, "" if none.
func saidByServer(contentType string) string {
	_, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		return ""
	}
	return params["charset"]
}

// streamed decodes a file as it is read: as the user says, or as its byte order
// mark does. Else its records are decoded one by one.
func streamed(br *bufio.Reader, format string, own encoding.Encoding) *bufio.Reader {
	head := headOf(br, format)
	var d transform.Transformer
	switch wide := wideEncoding(head); {
	case own != nil:
		d = unicode.BOMOverride(own.NewDecoder())
	case wide != nil:
		d = wide.NewDecoder()
	case bytes.HasPrefix(head, bom):
		br.Discard(len(bom)) // which were read already
		return br
	default:
		return br
	}
	return bufio.NewReaderSize(transform.NewReader(br, d), 64<<10)
}
