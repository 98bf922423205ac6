package input

import (
	"bytes"
	"errors"
)

// kinds are files that are no text, by what stands in them at a place, and what
// can be done about it.
var kinds = []struct {
	at           int
	magic        string
	name, remedy string
}{
	{0, "%PDF-", "a PDF file", "pdftotext makes a text of it"},
	{0, "%!PS", "a PostScript file", "ps2ascii makes a text of it"},
	{0, "{\\rtf", "a rich text file (RTF)", "save it as plain text"},
	{0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office file", "save it as plain text"},
	{0, "\x89PNG\r\n", "a PNG image", ""},
	{0, "\xff\xd8\xff", "a JPEG image", ""},
	{0, "GIF87a", "a GIF image", ""},
	{0, "GIF89a", "a GIF image", ""},
	{0, "II*\x00", "a TIFF image", ""},
	{0, "MM\x00*", "a TIFF image", ""},
	{8, "WEBP", "a WebP image", ""},
	{8, "WAVE", "a sound", ""},
	{0, "ID3", "a sound", ""},
	{0, "OggS\x00", "a sound", ""},
	{0, "fLaC\x00", "a sound", ""},
	{4, "ftyp", "a video", ""},
	{0, "\x1a\x45\xdf\xa3", "a video", ""},
	{0, "7z\xbc\xaf\x27\x1c", "a 7-Zip archive", unpackFirst},
	{0, "Rar!\x1a\x07", "a RAR archive", unpackFirst},
	{257, "ustar", "a tar archive", unpackFirst},
	{0, "!<arch>\n", "an ar archive", unpackFirst},
	{0, "\x1f\x9d", "a file packed by compress", unpackFirst},
	{0, "LZIP\x01", "a file packed by lzip", unpackFirst},
	{0, "\x04\x22\x4d\x18", "a file packed by lz4", unpackFirst},
	{0, "SQLite format 3\x00", "an SQLite database", ""},
	{0, "PAR1", "a Parquet file", ""},
	{0, "\x7fELF", "a program", ""},
	{0, "\x00asm", "a program", ""},
	{0, "wOFF", "a font", ""},
	{0, "wOF2", "a font", ""},
	{0, "\xff\xfe\x00\x00", "a text in UTF-32", "convert it to UTF-8"},
	{0, "\x00\x00\xfe\xff", "a text in UTF-32", "convert it to UTF-8"},
}

const unpackFirst = "unpack it first"

// inZip are the kinds of files that are ZIP archives, by a name in them.
var inZip = []struct{ magic, name, remedy string }{
	{"word/", "a Word document (DOCX)", "save it as plain text, or pandoc -t plain makes a text of it"},
	{"xl/", "an Excel table (XLSX)", "save it as CSV"},
	{"ppt/", "a PowerPoint file (PPTX)", "save it as plain text"},
	{"application/epub+zip", "an e-book (EPUB)", "pandoc -t plain makes a text of it"},
	{"application/vnd.oasis.opendocument", "an OpenDocument file", "save it as plain text"},
	{"", "a ZIP archive", unpackFirst},
}

// binaryError says that a file is no text.
type binaryError struct {
	Kind   string // with its article: "a PDF file"
	Remedy string // "" if there is none
}

func (e *binaryError) Error() string {
	s := e.Kind + ", not a text"
	if e.Remedy != "" {
		s += ": " + e.Remedy
	}
	return s
}

// refuse returns a *binaryError if the first bytes of a file are those of a kind
// that holds no text. Kinds whose mark could begin a text must be binary too.
func refuse(head []byte) error {
	for _, k := range kinds {
		if len(head) < k.at || !bytes.HasPrefix(head[k.at:], []byte(k.magic)) {
			continue
		}
		doubtful := k.at > 0 || isPrintable(k.magic) && k.remedy == ""
		if doubtful && !binary(head) {
			continue
		}
		return &binaryError{k.name, k.remedy}
	}
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		for _, k := range inZip {
			if bytes.Contains(head, []byte(k.magic)) {
				return &binaryError{k.name, k.remedy}
			}
		}
	}
	return nil
}

func isPrintable(magic string) bool {
	for _, c := range []byte(magic) {
		if c < ' ' || c > '~' {
			return false
		}
	}
	return true
}

// binary reports whether more than one in 32 bytes is a control character that
// texts do not have: in packed or random bytes one in ten is.
func binary(head []byte) bool {
	n := 0
	for _, c := range head {
		if c < ' ' && !bytes.ContainsRune([]byte("\t\n\v\f\r\x1b"), rune(c)) || c == 0x7f {
			n++
		}
	}
	return n > 3 && n > len(head)/32
}

var errBinary = errors.New("binary data of an unknown kind, not a text")

// plainText decodes the bytes of one article, and refuses those that are none.
func plainText(b []byte, said ...string) ([]byte, error) {
	if err := refuse(b[:min(len(b), headSize)]); err != nil {
		return nil, err
	}
	b = toUTF8(b, said...)
	if binary(b[:min(len(b), headSize)]) {
		return nil, errBinary
	}
	return b, nil
}
