package entities

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid"
)

// WriteTIMEX3 writes d as TimeML: the document date as the creation time, and
// the text with a TIMEX3 element around each of d.Dates, numbered t1, t2, …
// from t0, the creation time. It is what the tools of the TempEval tasks read.
// A range, which only Forward makes one expression, has its period as value and
// its ends in the attribute range.
//
// Taking out the tags and undoing the escapes gives d.Text back, but for
// bytes that XML cannot hold (control characters, invalid UTF-8), which
// become U+FFFD. A date that overlaps one before it is left out. The error is
// that of w.
func WriteTIMEX3(w io.Writer, d *whosaid.Document) error {
	b := bufio.NewWriter(w)
	b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<DCT>")
	writeCreation(b, d.Published)
	b.WriteString("</DCT>\n<TEXT>")
	at := 0
	for i := range d.Dates {
		t := &d.Dates[i]
		if t.Start < at || t.End > len(d.Text) || t.Start >= t.End {
			continue
		}
		writeEscaped(b, d.Text[at:t.Start])
		writeTIMEX3(b, i+1, t)
		writeEscaped(b, d.Text[t.Start:t.End])
		b.WriteString("</TIMEX3>")
		at = t.End
	}
	writeEscaped(b, d.Text[at:])
	b.WriteString("</TEXT>\n</TimeML>\n")
	if err := b.Flush(); err != nil {
		return fmt.Errorf("entities: TimeML: %w", err)
	}
	return nil
}

// writeCreation writes the creation time; it has a time of day if published
// has one.
func writeCreation(b *bufio.Writer, published time.Time) {
	kind, value := whosaid.DateDate, ""
	if !published.IsZero() {
		value = published.Format(time.DateOnly)
		if h, m, s := published.Clock(); h+m+s > 0 {
			kind, value = whosaid.DateTime, published.Format("2006-01-02T15:04:05")
		}
	}
	const element = `<TIMEX3 tid="t0" type="%s" value="%[2]s" temporalFunction="false" functionInDocument="CREATION_TIME">%[2]s</TIMEX3>`
	fmt.Fprintf(b, element, kind, value)
}

// writeTIMEX3 writes the opening tag of a date.
func writeTIMEX3(b *bufio.Writer, n int, t *whosaid.Date) {
	fmt.Fprintf(b, `<TIMEX3 tid="t%d" type="`, n)
	writeEscaped(b, string(t.Type))
	value, span := t.Value, ""
	if strings.HasPrefix(value, "(") { // a range of dialogue: TIMEX3 has a value for its period
		span = value
		value = strings.TrimSuffix(value[strings.LastIndexByte(value, ',')+1:], ")")
	}
	b.WriteString(`" value="`)
	writeEscaped(b, value)
	if span != "" {
		b.WriteString(`" range="`)
		writeEscaped(b, span)
	}
	if t.Mod != "" {
		b.WriteString(`" mod="`)
		writeEscaped(b, t.Mod)
	}
	b.WriteString(`">`)
}

// writeEscaped writes s as the text of an element or an attribute.
func writeEscaped(b *bufio.Writer, s string) {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&':
			b.WriteString("&amp;")
		case r == '"':
			b.WriteString("&#34;")
		case r == '\r': // a parser would make it a line feed
			b.WriteString("&#xD;")
		case !unicode.Is(inXML, r) || r == utf8.RuneError && n == 1:
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteString(s[i : i+n])
		}
		i += n
	}
}

// inXML are the characters that XML 1.0 allows.
var inXML = &unicode.RangeTable{
	R16: []unicode.Range16{{'\t', '\n', 1}, {'\r', '\r', 1}, {0x20, 0xD7FF, 1}, {0xE000, 0xFFFD, 1}},
	R32: []unicode.Range32{{0x10000, unicode.MaxRune, 1}},

	LatinOffset: 2,
}
