package xmltext

import (
	"bufio"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"
)

// scan returns the elements named a or b of s, "!" and the error for those that
// there is one for.
func scan(s string, limit int) (list []string, sc *Scanner) {
	r := bufio.NewReaderSize(iotest.OneByteReader(strings.NewReader(s)), 16)
	sc = NewScanner(r, limit, func(string) []string { return []string{"a", "b"} })
	for {
		e, err := sc.Next()
		switch {
		case err == io.EOF:
			return list, sc
		case errors.Is(err, ErrTooLong), errors.Is(err, ErrUnended):
			list = append(list, "!"+err.Error())
		case err != nil:
			return append(list, "!!"+err.Error()), sc
		default:
			list = append(list, string(e.XML))
		}
	}
}

func TestElements(t *testing.T) {
	t.Parallel()
	const unended, long = "!the element does not end", "!the element is too long"
	for _, c := range []struct {
		name, xml string
		want      []string
	}{
		{"two", "<r> <a>x</a>y<b/></r>", []string{"<a>x</a>", "<b/>"}},
		{"the root", "<a x='>'>x</a >", []string{"<a x='>'>x</a >"}},
		{"prefixes", "<n:r><n:a>x</n:a></n:r>", []string{"<n:a>x</n:a>"}},
		{"one in another", "<r><a><b>x</b></a></r>", []string{"<a><b>x</b></a>"}},
		{"hidden", `<r><!--<a>--><![CDATA[<a>]]><?a <a> ?><c x="/a>"/><a>x</a></r>`, []string{"<a>x</a>"}},
		{"a tag in an attribute", `<r><c x="<a>"/></a><b/></r>`, []string{`<a>"/></a>`, "<b/>"}},
		{"hidden within", "<a><!--</a>--><![CDATA[</a>]]></a>", []string{"<a><!--</a>--><![CDATA[</a>]]></a>"}},
		{"a declaration", `<!DOCTYPE r [<!ENTITY a "]>"><!ENTITY b "<a>">]><r><a/></r>`, []string{"<a/>"}},
		{"no end", "<r><a>x<a>y</a><b>", []string{unended, "<a>y</a>", unended}},
		{"no end of a tag", "<r><a x='1' <a>y</a>", []string{unended, "<a>y</a>"}},
		{"ends alone", "</a><r></b></r>", nil},
		{"no tags", "1 < 2 <3 <> <", nil},
		{"too long", "<r><a>" + strings.Repeat("x", 50) + "</a><b/>", []string{long, "<b/>"}},
		{"far too long", "<r><a>" + strings.Repeat("x", 900) + "</a><b/>", []string{"!!" + ErrGivenUp.Error()}},
		{"nothing for long", "<r>" + strings.Repeat("x", 900) + "</a><b/>", []string{"!!" + ErrGivenUp.Error()}},
	} {
		got, _ := scan(c.xml, 50)
		require.Equal(t, c.want, got, c.name)
	}
}

func TestRootAndSpaces(t *testing.T) {
	t.Parallel()
	_, s := scan(`<?xml version="1.0"?><x:r xmlns:x="u" xmlns:y = 'v'><c xmlns:z="w"/><a xmlns:q="no"/></x:r>`, 100)
	require.Equal(t, "r", s.Root())
	require.Equal(t, map[string]string{"x": "u", "y": "v", "z": "w"}, s.Spaces())
	require.Equal(t, "rss", Root([]byte("<?xml version='1.0'?>\n<!-- <a> --><!DOCTYPE b><rss version='2.0'><chan")))
	require.Empty(t, Root([]byte("text <a>")))
	require.Empty(t, Root([]byte("<!-- <a>")))
}

// TestSpacesDoNotChange while an element is parsed and the next is looked for.
func TestSpacesDoNotChange(t *testing.T) {
	t.Parallel()
	s := NewScanner(bufio.NewReader(strings.NewReader("<r xmlns:x='u'><a/><c xmlns:y='v'/><a/></r>")), 100, func(string) []string { return []string{"a"} })
	_, err := s.Next()
	require.NoError(t, err)
	first := s.Spaces()
	_, err = s.Next()
	require.NoError(t, err)
	require.Equal(t, map[string]string{"x": "u"}, first)
	require.Equal(t, map[string]string{"x": "u", "y": "v"}, s.Spaces())
}

func TestParse(t *testing.T) {
	t.Parallel()
	outer := map[string]string{"c": "http://purl.org/rss/1.0/modules/content/", "m": "urn:other"}
	n, err := Parse(context.Background(), Element{XML: []byte(`<item><c:encoded a:lang="en">x &amp; y &eacute; &z<![CDATA[<b>]]></c:encoded><m:title/>` +
		`<d xmlns:c="http://purl.org/dc/elements/1.1/"><c:date>1<br>2</c:date></d><c:encoded>2</c:encoded><dc:date>3</dc:date>` + "\x0b</item>")}, outer)
	require.NoError(t, err)
	var names []string
	for _, k := range n.Kids {
		names = append(names, k.Name)
	}
	require.Equal(t, []string{"content:encoded", "?:title", "d", "content:encoded", "dc:date", ""}, names)
	require.Equal(t, "x & y é &z<b>", n.First("content:encoded").Content())
	require.Equal(t, "en", n.First("content:encoded").Attr("lang"))
	require.Equal(t, "12", n.First("d", "dc:date").Words())
	require.Len(t, n.All("content:encoded", "d"), 3)
	require.Len(t, n.Find("dc:date"), 2)
	require.Empty(t, n.First("d", "e").Words())
	require.True(t, n.Elements())
	require.False(t, n.First("?:title").Elements())
	for _, s := range []string{"", "x", "<a>", "<a></b>", "</a>", "<a><b></a>", "<a b=>", "<a>\x80&#0;</a>"} {
		_, err := Parse(context.Background(), Element{XML: []byte(s), Line: 7}, nil)
		require.ErrorContains(t, err, "line 7: ", s)
	}
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = Parse(gone, Element{XML: []byte("<a/>")}, nil)
	require.ErrorIs(t, err, context.Canceled)
}

// FuzzElements: in XML without errors the elements are those that encoding/xml
// finds.
func FuzzElements(f *testing.F) {
	for _, s := range []string{
		"<r><a>x</a><b c='>'/></r>", "<r><!--<a>--><a><b/></a><![CDATA[<b>]]></r>", "<?xml version='1.0'?><r><a/></r>", "<a/>", "<r><c/>\n<b>\n</b></r>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want, ok := decoded(s)
		got, _ := scan(s, len(s)+1)
		if ok {
			require.Equal(t, want, got)
		}
	})
}

// decoded returns the outermost elements named a or b, as they stand, and whether
// there is no error.
func decoded(s string) (list []string, ok bool) {
	d := xml.NewDecoder(strings.NewReader(s))
	depth, start, inside, name := 0, int64(0), 0, ""
	for {
		before := d.InputOffset()
		t, err := d.Token()
		if err != nil {
			return list, err == io.EOF && depth == 0
		}
		switch t := t.(type) {
		case xml.Directive:
			return nil, false // of which encoding/xml takes some that are none
		case xml.StartElement:
			if depth++; inside > 0 && t.Name.Local == name {
				return nil, false // within its like, which the Scanner takes for the next
			}
			if inside == 0 && (t.Name.Local == "a" || t.Name.Local == "b") {
				inside, start, name = depth, before, t.Name.Local
			}
		case xml.EndElement:
			if inside == depth {
				list, inside = append(list, s[start:d.InputOffset()]), 0
			}
			depth--
		}
	}
}
