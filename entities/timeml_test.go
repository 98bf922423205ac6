package entities_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/entities"
)

func ExampleWriteTIMEX3() {
	d := &whosaid.Document{
		Text:      "Orbit & Co. opened on Tuesday.",
		Published: time.Date(2015, 9, 24, 0, 0, 0, 0, time.UTC),
		Dates:     []whosaid.Date{{Span: whosaid.Span{Start: 22, End: 29}, Type: whosaid.DateDate, Value: "2015-09-22"}},
	}
	if err := entities.WriteTIMEX3(os.Stdout, d); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <?xml version="1.0" encoding="UTF-8"?>
	// <TimeML>
	// <DCT><TIMEX3 tid="t0" type="DATE" value="2015-09-24" temporalFunction="false" functionInDocument="CREATION_TIME">2015-09-24</TIMEX3></DCT>
	// <TEXT>Orbit &amp; Co. opened on <TIMEX3 tid="t1" type="DATE" value="2015-09-22">Tuesday</TIMEX3>.</TEXT>
	// </TimeML>
}

// parsed is what an XML parser reads of a TimeML document: the text of TEXT
// and the dates in it.
type parsed struct {
	text  string
	dates []whosaid.Date
	dct   string
}

func parseTimeML(t testing.TB, b []byte) parsed {
	t.Helper()
	var p parsed
	dec := xml.NewDecoder(bytes.NewReader(b))
	inText, inDate := false, false
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return p
		}
		require.NoError(t, err)
		switch v := tok.(type) {
		case xml.StartElement:
			switch {
			case v.Name.Local == "TEXT":
				inText = true
			case v.Name.Local == "TIMEX3" && inText:
				inDate = true
				d := whosaid.Date{Span: whosaid.Span{Start: len(p.text)}}
				for _, a := range v.Attr {
					switch a.Name.Local {
					case "type":
						d.Type = whosaid.DateType(a.Value)
					case "value":
						d.Value = a.Value
					case "mod":
						d.Mod = a.Value
					}
				}
				p.dates = append(p.dates, d)
			}
		case xml.EndElement:
			if v.Name.Local == "TEXT" {
				inText = false
			}
			if v.Name.Local == "TIMEX3" && inDate {
				p.dates[len(p.dates)-1].End, inDate = len(p.text), false
			}
		case xml.CharData:
			if inText {
				p.text += string(v)
			} else {
				p.dct += strings.TrimSpace(string(v))
			}
		}
	}
}

func TestWriteTIMEX3GivesTheTextBack(t *testing.T) {
	for _, c := range []struct {
		name, text string
		dates      []whosaid.Date
	}{
		{"no dates", "Nothing happened.", nil},
		{"empty", "", nil},
		{"escapes", "A <b> & \"c\" on May 3,\r\n'today' — é 😀", []whosaid.Date{
			{Span: whosaid.Span{Start: 15, End: 20}, Type: "DATE", Value: "2015-05-03"},
			{Span: whosaid.Span{Start: 24, End: 29}, Type: "DATE", Value: "PRESENT_REF", Mod: "APPROX"},
		}},
		{"at both ends", "May 3 to May 9", []whosaid.Date{
			{Span: whosaid.Span{Start: 0, End: 5}, Type: "DATE", Value: "2015-05-03"},
			{Span: whosaid.Span{Start: 9, End: 14}, Type: "DATE", Value: "2015-05-09"},
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b bytes.Buffer
			d := &whosaid.Document{Text: c.text, Dates: c.dates, Published: time.Date(2015, 9, 24, 6, 30, 0, 0, time.UTC)}
			require.NoError(t, entities.WriteTIMEX3(&b, d))
			p := parseTimeML(t, b.Bytes())
			require.Equal(t, c.text, p.text)
			require.Equal(t, c.dates, p.dates)
			require.Equal(t, "2015-09-24T06:30:00", p.dct)
		})
	}
}

func TestWriteTIMEX3OfARange(t *testing.T) {
	var b bytes.Buffer
	d := &whosaid.Document{Text: "3-5pm", Dates: []whosaid.Date{{Span: whosaid.Span{Start: 0, End: 5}, Type: "TIME", Value: "(2015-09-24T15,2015-09-24T17,PT2H)"}}}
	require.NoError(t, entities.WriteTIMEX3(&b, d))
	require.Contains(t, b.String(), `<TIMEX3 tid="t1" type="TIME" value="PT2H" range="(2015-09-24T15,2015-09-24T17,PT2H)">3-5pm</TIMEX3>`)
}

func TestWriteTIMEX3KeepsXMLSound(t *testing.T) {
	var b bytes.Buffer
	d := &whosaid.Document{Text: "a\x00b\xffc\x1bd\ufffee", Dates: []whosaid.Date{
		{Span: whosaid.Span{Start: 0, End: 3}, Value: "X"}, {Span: whosaid.Span{Start: 2, End: 4}, Value: "overlaps"},
		{Span: whosaid.Span{Start: 5, End: 900}, Value: "out of range"},
	}}
	require.NoError(t, entities.WriteTIMEX3(&b, d))
	p := parseTimeML(t, b.Bytes())
	require.Equal(t, "a\ufffdb\ufffdc\ufffdd\ufffde", p.text)
	require.Len(t, p.dates, 1)
	require.Empty(t, p.dct)
}

// failing is a writer that fails.
type failing struct{}

var errFull = errors.New("full")

func (failing) Write([]byte) (int, error) { return 0, errFull }

func TestWriteTIMEX3ReturnsTheErrorOfItsWriter(t *testing.T) {
	err := entities.WriteTIMEX3(failing{}, &whosaid.Document{Text: strings.Repeat("long ", 2000)})
	require.ErrorIs(t, err, errFull)
}

func FuzzWriteTIMEX3(f *testing.F) {
	f.Add("Tuesday & <May>", 0, 7)
	f.Add("\x00\xff\r\n", 1, 2)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		var b bytes.Buffer
		d := &whosaid.Document{Text: text, Dates: []whosaid.Date{{Span: whosaid.Span{Start: start, End: end}, Type: "DATE", Value: text, Mod: text}}}
		if start < 0 || end > len(text) || start >= end || !utf8.RuneStart(append([]byte(text), 0)[start]) || !utf8.RuneStart(append([]byte(text), 0)[end]) {
			d.Dates = nil // no document has such a span
		}
		require.NoError(t, entities.WriteTIMEX3(&b, d))
		p := parseTimeML(t, b.Bytes())
		if utf8.ValidString(text) && !strings.ContainsFunc(text, func(r rune) bool {
			return r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF
		}) {
			require.Equal(t, text, p.text)
		}
	})
}
