package input

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

const nitfDocument = `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.4/specification/dtd/nitf-3-4.dtd">
<nitf><head><title>A title</title><docdata><doc-id id-string="zork-1"/><date.issue norm="20150924T100000Z"/></docdata>
<pubdata position.section="Politics" ex-ref="https://zork.example/1"/></head>
<body><body.head><hedline><hl1>Mayor to go</hl1><hl2>She will not stay</hl2></hedline><byline>By <person>Ann Lee</person><byttl>Reporter</byttl></byline>
<dateline><location>LUND</location></dateline></body.head>
<body.content><media media-type="image"><media-reference source="a.jpg">a.jpg</media-reference><media-caption>The mayor.</media-caption></media>
<p>“We won’t go,” said <person>Zoë Lee</person>.</p><hl2>Later</hl2><p>He left.</p></body.content></body></nitf>`

const newsMessage = `<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/" xmlns:h="http://www.w3.org/1999/xhtml"><itemSet>
<packageItem guid="urn:p"><groupSet root="r"><group id="r"><itemRef residref="urn:1"/></group></groupSet></packageItem>
<newsItem guid="urn:1" version="2"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>2015-09-24T10:00:00+02:00</versionCreated></itemMeta>
<contentMeta><creator qcode="x"><name>Bob Ray</name></creator><by>By Ann Lee</by><headline>Mayor to go</headline>
<subject qcode="other:1"><name>Lund</name></subject><subject qcode="medtop:20000587"><name>Politics</name></subject></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><h:html><h:head><h:title>A title</h:title></h:head><h:body><h:p>“We won’t go,” said Zoë Lee.</h:p><h:p>He left.</h:p></h:body></h:html></inlineXML></contentSet></newsItem>
<newsItem guid="urn:2"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentSet><remoteContent href="a.jpg"/></contentSet></newsItem>
<newsItem guid="https://zork.example/3"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta><contentCreated>soon</contentCreated><headline>Rain</headline><creator><name>Bob Ray</name></creator></contentMeta>
<contentSet><inlineData contenttype="text/plain">Rain fell.
Snow fell.</inlineData></contentSet></newsItem>
<newsItem guid="urn:4"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentSet/></newsItem>
<newsItem guid="urn:5"><contentSet><inlineXML contenttype="application/nitf+xml">` + "<nitf><body><body.head><hedline><hl1>Fog</hl1></hedline></body.head><body.content><p>Fog fell.</p></body.content></body></nitf>" + `</inlineXML></contentSet></newsItem>
</itemSet></newsMessage>`

// known is what is known of an article beside its text.
func known(a *Article) []string {
	day := ""
	if !a.Published.IsZero() {
		day = a.Published.Format("2006-01-02")
	}
	return []string{a.ID, a.URL, a.Title, a.Author, a.Section, day}
}

func TestNITF(t *testing.T) {
	t.Parallel()
	dir := put(t, map[string]string{"a.xml": nitfDocument, "b.nitf": nitfDocument})
	for _, name := range []string{"a.xml", "b.nitf"} {
		list, errs := all(t, Options{}, filepath.Join(dir, name))
		require.Empty(t, errs)
		require.Equal(t, []string{"zork-1", "https://zork.example/1", "Mayor to go", "Ann Lee", "Politics", "2015-09-24"}, known(list[0]))
		require.Equal(t, "Mayor to go\n\nLUND\n\nThe mayor.\n\n“We won’t go,” said Zoë Lee.\n\nLater\n\nHe left.", list[0].Text)
	}
	texts, errs := records(t, Options{}, []byte(`<nitf><body><body.content><block class="lead_paragraph"><p>One.</p></block><block class="full_text"><p>One.</p><p>Two.</p></block></body.content></body></nitf>`))
	require.Empty(t, errs)
	require.Equal(t, []string{"One.\n\nTwo."}, texts, "the lead stands in the full text")
	for _, s := range []string{"<nitf/>", "<nitf><body><body.content><p> </p></body.content></body></nitf>"} {
		_, errs := records(t, Options{}, []byte(s))
		require.Len(t, errs, 1)
		require.Contains(t, errs[0].Error(), "<body.content>")
	}
}

func TestNewsMLG2(t *testing.T) {
	t.Parallel()
	dir := put(t, map[string]string{"a.xml": newsMessage})
	path := filepath.Join(dir, "a.xml")
	var warned []string
	list, errs := all(t, Options{Warn: func(err error) { warned = append(warned, err.Error()) }}, path)
	require.Equal(t, []string{path + ":4: line 11: no text in it, in XML or plain: ninat:text"}, errs)
	require.Equal(t, []string{path + `:3: "soon" is not a date such as 2015-09-24`}, warned)
	require.Len(t, list, 3)
	require.Equal(t, []string{"urn:1", "", "Mayor to go", "Ann Lee", "Politics", "2015-09-24"}, known(list[0]))
	require.Equal(t, "Mayor to go\n\n“We won’t go,” said Zoë Lee.\n\nHe left.", list[0].Text)
	require.Equal(t, []string{"https://zork.example/3", "https://zork.example/3", "Rain", "Bob Ray", "", ""}, known(list[1]))
	require.Equal(t, "Rain\n\nRain fell.\n\nSnow fell.", list[1].Text)
	require.Equal(t, "Fog\n\nFog fell.", list[2].Text)
	_, errs = all(t, Options{}, put(t, map[string]string{"p.xml": `<packageItem guid="urn:p"><groupSet/></packageItem>`}))
	require.Len(t, errs, 1)
	require.Contains(t, errs[0], "p.xml: no <newsItem> in it")
}

func TestNinjsAndJSONFeed(t *testing.T) {
	t.Parallel()
	const body = `<p>“We won’t go,” said Zoë Lee.</p><p>He left.</p>`
	text := "Mayor to go\n\n“We won’t go,” said Zoë Lee.\n\nHe left."
	for name, c := range map[string]struct{ file, json string }{
		"ninjs 1": {"a.json", `{"uri":"https://zork.example/1","type":"text","headline":"Mayor to go","byline":"By Ann Lee","versioncreated":"2015-09-24T10:00:00Z",
			"subject":[{"code":"x","name":"Politics"}],"body_text":"no","body_html":"` + body + `"}`},
		"ninjs 2": {"a.ndjson", `{"uri":"https://zork.example/1","headlines":[{"role":"sub","value":"x"},{"role":"main","value":"Mayor to go"}],"by":"Ann Lee","contentcreated":"2015-09-24T10:00:00Z",` +
			`"subjects":[{"name":"Politics"}],"bodies":[{"contenttype":"text/html","value":"` + body + `"}]}`},
		"plain":               {"a.json", `[{"uri":"https://zork.example/1","headline":"Mayor to go","byline":"Ann Lee","versioncreated":"2015-09-24","subject":[{"name":"Politics"}],"body_text":"“We won’t go,” said Zoë Lee.\nHe left."}]`},
		"wrapped":             {"a.json", `[{"uri":"https://zork.example/1","headline":"Mayor to go","byline":"Ann Lee","versioncreated":"2015-09-24","subject":[{"name":"Politics"}],"body_text":"“We won’t go,”\nsaid Zoë Lee.\n\nHe left."}]`},
		"a feed":              {"feed.json", `{"version":"https://jsonfeed.org/version/1.1","title":"Zork","items":[{"id":"https://zork.example/1","title":"Mayor to go","authors":[{"name":"Ann Lee"}],"date_published":"2015-09-24T10:00:00Z","tags":["Politics","x"],"content_html":"` + body + `"}]}`},
		"a feed with authors": {"feed.json", `{"version":"https://jsonfeed.org/version/1.1","authors":[{"name":"Ann Lee"},{"url":"https://zork.example/desk"}],"items":[{"id":"https://zork.example/1","title":"Mayor to go","date_published":"2015-09-24T10:00:00Z","tags":["Politics"],"content_html":"` + body + `"}]}`},
		"a feed 1":            {"feed.json", `{"version":"https://jsonfeed.org/version/1","items":[{"id":1,"url":"https://zork.example/1","title":"Mayor to go","author":{"name":"Ann Lee"},"date_published":"2015-09-24","tags":["Politics"],"content_text":"“We won’t go,” said Zoë Lee.\nHe left."}]}`},
	} {
		list, errs := all(t, Options{}, filepath.Join(put(t, map[string]string{c.file: c.json}), c.file))
		require.Empty(t, errs, name)
		require.Len(t, list, 1)
		want := []string{"https://zork.example/1", "https://zork.example/1", "Mayor to go", "Ann Lee", "Politics", "2015-09-24"}
		if name == "a feed 1" {
			want[0] = "1"
		}
		require.Equal(t, want, known(list[0]), name)
		require.Equal(t, text, list[0].Text, name)
	}
	texts, errs := records(t, Options{Format: "jsonfeed"}, []byte(`{"version":"https://jsonfeed.org/version/1","items":[{"content_text":"Rain."},{"id":"2"},7,{"content_html":"<img>","content_text":"Snow."},{"content_html":" "}]}`))
	require.Equal(t, []string{"Rain.", "Snow."}, texts)
	require.Len(t, errs, 3)
	require.Contains(t, errs[0].Error(), "-:2: no field holds the text")
	require.Contains(t, errs[2].Error(), "-:5: its body is empty")
	texts, _ = records(t, Options{Format: "ninjs", Fields: map[string]string{"text": "x"}}, []byte(`{"body_text":"no","x":"Rain."}`))
	require.Equal(t, []string{"Rain."}, texts)
}
