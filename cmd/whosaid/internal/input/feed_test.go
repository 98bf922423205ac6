package input

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const rssFeed = `<?xml version="1.0" encoding="utf-8"?>
<!-- <item>not one</item> -->
<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>The Daily Zork</title><link>https://zork.example/</link><image><title>Logo</title><url>https://zork.example/l.png</url></image>
<item>
  <title>Mayor &amp;amp; wife to go</title><link>https://zork.example/1</link><guid isPermaLink="false">zork-1</guid>
  <media:title>Not this</media:title><media:description>Nor this</media:description>
  <dc:creator><![CDATA[Ann Lee]]></dc:creator><dc:creator>Bob Ray</dc:creator>
  <pubDate>Thu, 24 Sep 2015 10:00 GMT</pubDate><category>Politics</category><category>Lund</category>
  <description>Short.</description>
  <c:encoded><![CDATA[<p>“We won’t go,” said Zoë Lee.</p><div class="share"><a>Share</a></div><ul><li>Oil</li><li>Gas &amp; coal</li></ul>]]></c:encoded>
</item>
<item><title>Broken</title><description>a <b>c</description></item>
<item><title>Rain</title><description>&lt;p&gt;Rain fell.&lt;/p&gt; It snowed at 5 &amp;lt; 6.</description><author>ray@zork.example (Bob Ray)</author><guid>https://zork.example/3</guid><pubDate>soon</pubDate></item>
<item><title>Never ends</title><description>Fog.</description>
<item><title>A headline alone</title></item>
<item><link>https://zork.example/6</link></item>
<item><title>Plain</title><description>Wind & rain at 5 &lt; 6.

It &nbsp;fell.</description></item>
</channel></rss>`

const atomFeed = `<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:x="http://www.w3.org/1999/xhtml"><a:title>Zork</a:title>
<a:entry><a:title type="html">Mayor &lt;i&gt;to&lt;/i&gt; go</a:title><a:link rel="self" href="https://zork.example/self"/><a:link href="https://zork.example/1"/>
<a:id>tag:zork.example,2015:1</a:id><a:author><a:name>Ann Lee</a:name><a:uri>https://zork.example/lee</a:uri></a:author>
<a:published>2015-09-24T10:00:00Z</a:published><a:updated>2015-09-25T10:00:00Z</a:updated><a:category term="pol" label="Politics"/>
<a:summary>Short.</a:summary><a:content type="xhtml"><x:div><x:p>“We won’t go,” said<x:br/>Zoë Lee.</x:p><x:p>He <x:b>le</x:b>ft.</x:p></x:div></a:content></a:entry>
<a:entry><a:title type="text">A &lt;b&gt; tag</a:title><a:content type="image/png">iVBORw0KGgo=</a:content><a:summary type="text">Rain &lt;fell&gt;.</a:summary><a:updated>2015-09-25</a:updated></a:entry>
</a:feed>`

const rdfFeed = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://zork.example/"><items><rdf:Seq><rdf:li rdf:resource="https://zork.example/1"/></rdf:Seq></items></channel>
<item rdf:about="https://zork.example/1"><title>Mayor to go</title><link>https://zork.example/1</link><description>He left.</description><dc:date>2015-09-24</dc:date><dc:subject>Politics</dc:subject></item></rdf:RDF>`

func TestFeeds(t *testing.T) {
	t.Parallel()
	gz, _ := packed(t, rssFeed)
	dir := put(t, map[string]string{"a.rss": rssFeed, "b.xml.gz": gz, "c": rssFeed, "d.atom": atomFeed, "e": atomFeed, "f.rdf": rdfFeed})
	for _, name := range []string{"a.rss", "b.xml.gz", "c"} {
		path := filepath.Join(dir, name)
		var warned []string
		list, errs := all(t, Options{Warn: func(err error) { warned = append(warned, err.Error()) }}, path)
		require.Equal(t, []string{
			path + ":2: line 14: <b> is ended by </description>",
			path + ":4: line 16: <item> does not end",
			path + ":6: line 18: neither a title nor a text",
		}, errs)
		require.Equal(t, []string{path + `:3: "soon" is not a date such as 2015-09-24`}, warned)
		var texts []string
		for _, a := range list {
			texts = append(texts, a.Text)
			require.Equal(t, a.Title, a.Text[:a.Headline.End])
		}
		require.Equal(t, []string{
			"Mayor & wife to go\n\n“We won’t go,” said Zoë Lee.\n\nOil\n\nGas & coal", "Rain\n\nRain fell.\n\nIt snowed at 5 < 6.",
			"A headline alone", "Plain\n\nWind & rain at 5 < 6.\n\nIt fell.",
		}, texts)
		a := list[0]
		require.Equal(t, []string{"zork-1", "https://zork.example/1", "Ann Lee, Bob Ray", "Politics", "2015-09-24"},
			[]string{a.ID, a.URL, a.Author, a.Section, a.Published.Format("2006-01-02")})
		require.Equal(t, []string{"https://zork.example/3", "Bob Ray"}, []string{list[1].URL, list[1].Author})
	}
	for _, name := range []string{"d.atom", "e"} {
		list, errs := all(t, Options{}, filepath.Join(dir, name))
		require.Empty(t, errs)
		a := list[0]
		require.Equal(t, []string{"tag:zork.example,2015:1", "https://zork.example/1", "Ann Lee", "Politics", "2015-09-24", "Mayor to go"},
			[]string{a.ID, a.URL, a.Author, a.Section, a.Published.Format("2006-01-02"), a.Title})
		require.Equal(t, "Mayor to go\n\n“We won’t go,” said\n\nZoë Lee.\n\nHe left.", a.Text)
		require.Equal(t, "A <b> tag\n\nRain <fell>.", list[1].Text)
	}
	list, errs := all(t, Options{}, filepath.Join(dir, "f.rdf"))
	require.Empty(t, errs)
	require.Equal(t, []string{"Mayor to go\n\nHe left.", "https://zork.example/1", "Politics"}, []string{list[0].Text, list[0].URL, list[0].Section})
}

// TestAuthorsOfAFeed: they are those of entries that name nobody, nor a feed that they
// come from. One that is broken takes no entry with it.
func TestAuthorsOfAFeed(t *testing.T) {
	t.Parallel()
	const entry = "<entry><title>Rain</title>%s<summary>Rain fell.</summary></entry>"
	for head, want := range map[string]string{
		"":                           "",
		"<author>Zork Desk</author>": "Zork Desk",
		"<author><name>Zork Desk</name><uri>https://zork.example</uri></author>\n<author><name>Bob Ray</name></author>": "Zork Desk, Bob Ray",
		`<i:author xmlns:i="https://other.example/">Nobody</i:author><author><name>Bob Ray</name></author>`:             "Bob Ray",
		"<author><name>Bob": "",
		"<author><name>Bob</author><author><name>Bo Day</name></author>":        "Bo Day",
		"<author/><author><name> </name></author>":                              "",
		"<author><name>" + strings.Repeat("Bob Ray ", 200) + "</name></author>": "",
	} {
		dir := put(t, map[string]string{"a.atom": `<feed xmlns="http://www.w3.org/2005/Atom"><title>Zork</title>` + head + "\n" +
			fmt.Sprintf(entry, "") + fmt.Sprintf(entry, "<author><name>Ann Lee</name></author>") +
			fmt.Sprintf(entry, "<source><title>Else</title><author><name>Eva Hale</name></author></source>") + fmt.Sprintf(entry, "") + "</feed>"})
		list, errs := all(t, Options{}, dir)
		require.Empty(t, errs, head)
		require.Len(t, list, 4, head)
		for i, want := range []string{want, "Ann Lee", "Eva Hale", want} {
			require.Equal(t, want, list[i].Author, head)
			require.Equal(t, i+1, list[i].Place.Line, head)
		}
	}
}

// TestEncodingsOfFeeds: an item is decoded as the declaration says.
func TestEncodingsOfFeeds(t *testing.T) {
	t.Parallel()
	latin := strings.NewReplacer("utf-8", "iso-8859-15", "ë", "\xeb", "“", `"`, "”", `"`, "’", "'").Replace(rssFeed)
	var wide strings.Builder
	wide.WriteString("\xff\xfe")
	for _, r := range rssFeed {
		wide.Write([]byte{byte(r), byte(r >> 8)})
	}
	dir := put(t, map[string]string{"a.xml": latin, "b": wide.String()})
	for _, name := range []string{"a.xml", "b"} {
		list, _ := all(t, Options{}, filepath.Join(dir, name))
		require.Len(t, list, 4, name)
		require.Contains(t, list[0].Text, "said Zoë Lee", name)
	}
}

// TestXMLThatIsNoFeed is refused by its root, and a page in XML is a page.
func TestXMLThatIsNoFeed(t *testing.T) {
	t.Parallel()
	dir := put(t, map[string]string{
		"a.xml": `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "<b>">]><svg><item>x</item></svg>`, "b.xml": "Rain.", "c.rss": "<rss><channel></channel></rss>",
		"d.rss": "<rss><channel><item><title>Rain</title>", "e.xml": `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">` + web[strings.Index(web, "<head>"):],
	})
	for name, want := range map[string]string{
		"a.xml": ": XML with the root element <svg>, which is not read; rss, atom", "b.xml": ": no element of XML", "c.rss": ": no <item> in it",
		"d.rss": ":1: line 1: <item> does not end",
	} {
		list, errs := all(t, Options{}, filepath.Join(dir, name))
		require.Empty(t, list)
		require.Len(t, errs, 1)
		require.Contains(t, errs[0], name+want)
	}
	_, errs := all(t, Options{Format: "rss"}, put(t, map[string]string{"d.atom": atomFeed}))
	require.Len(t, errs, 1)
	require.Contains(t, errs[0], "d.atom: not of the format rss: its root element is <feed>")
	list, errs := all(t, Options{}, filepath.Join(dir, "e.xml"))
	require.Empty(t, errs)
	require.Equal(t, "Bob Ray", list[0].Author)
	require.NotContains(t, list[0].Text, "Sport")
}

// TestFeedsAreBounded: an item that is too long, too deep or has too many elements
// is an error, and the next is read.
func TestFeedsAreBounded(t *testing.T) {
	t.Parallel()
	item := func(s string) string { return "<item><description>" + s + "</description></item>" }
	for name, c := range map[string]struct{ item, want string }{
		"long":     {item(strings.Repeat("Rain ", 1<<18)), "the record is too long: more than 1048576 bytes"},
		"deep":     {item(strings.Repeat("<p>", 300) + strings.Repeat("</p>", 300)), "it is nested more than 200 deep"},
		"elements": {item(strings.Repeat("<p/>", 200_001)), "it has more than 200000 elements"},
		"spaces":   {item("<p" + strings.Repeat(" xmlns:a='b'", 101) + "/>"), "it declares more than 100 namespaces"},
		"comment":  {item("<!-- <item> --" + strings.Repeat(" ", 1<<20)), "does not end"},
	} {
		texts, errs := records(t, Options{MaxRecord: 1 << 20}, []byte("<rss>"+item("Sun.")+c.item+item("Snow.")+"</rss>"))
		require.Len(t, errs, 1, name)
		require.Contains(t, errs[0].Error(), "-:2: line 1: ", name)
		require.Contains(t, errs[0].Error(), c.want, name)
		if name != "comment" { // it hides what follows
			require.Equal(t, []string{"Sun.", "Snow."}, texts, name)
		}
	}
}

// TestLinesOfErrors: the line is that of the file.
func TestLinesOfErrors(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"<a>\n</b>", "\n&#0;", "\n<a", "<a b=\"\n<c>"} {
		_, errs := records(t, Options{}, []byte("<rss>\n\n<item>\n<title>"+s+"</title></item></rss>"))
		require.Len(t, errs, 1)
		require.Contains(t, errs[0].Error(), "-:1: line 5: ", "%q %v", s, errs)
	}
}

// TestFoldersHoldOtherXML, which is left out unless it is named.
func TestFoldersHoldOtherXML(t *testing.T) {
	t.Parallel()
	gz, _ := packed(t, "<settings/>")
	dir := put(t, map[string]string{"a.xml": rdfFeed, "b.xml": "<?xml version='1.0'?><settings><item/></settings>", "c.xml.gz": gz, "d.xml": "no XML", "e.txt": "Rain."})
	list, errs := all(t, Options{}, dir)
	require.Len(t, list, 2)
	require.Len(t, errs, 1)
	require.Contains(t, errs[0], "d.xml: no element of XML")
	_, errs = all(t, Options{}, filepath.Join(dir, "b.xml"))
	require.Len(t, errs, 1)
}
