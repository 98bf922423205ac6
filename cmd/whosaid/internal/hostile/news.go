package hostile

import (
	"fmt"
	"strings"
)

// News are families of NewsML-G2 and NITF. The last item says that snow fell.
func News() []Family {
	item := func(meta, content string) string {
		return "<newsItem guid='urn:1'><contentMeta>" + meta + "</contentMeta><contentSet>" + content + "</contentSet></newsItem>"
	}
	plain := func(text string) string { return "<inlineData contenttype='text/plain'>" + text + "</inlineData>" }
	message := func(items string) string {
		return "<newsMessage><itemSet>" + item("", plain("Rain fell.")) + items + item("", plain("Snow fell.")) + "</itemSet></newsMessage>"
	}
	meta := func(s string) func(int) string {
		return func(n int) string { return message(item(strings.Repeat(s, n/len(s)+1), plain("Hail."))) }
	}
	nitf := func(s string) func(int) string {
		return func(n int) string {
			body := "<body><body.content>" + strings.Repeat(s, n/len(s)+1) + "</body.content></body>"
			return message(item("", "<inlineXML><nitf>"+body+"</nitf></inlineXML>"))
		}
	}
	return []Family{
		{"subjects", meta("<subject qcode='x:1'><name>Rain</name></subject>")},
		{"headlines", meta("<headline>Rain</headline>")},
		{"creators", meta("<creator><name>Ann Lee</name></creator>")},
		{"paragraphs of NITF", nitf("<p>Rain fell.</p>")},
		{"blocks of NITF", nitf("<block class='full_text'><p>Rain fell.</p></block>")},
		{"pictures of NITF", nitf("<media><media-reference/><media-caption>Rain.</media-caption></media>")},
		{"nested blocks of NITF", nitf("<block>")},
		{"many texts", func(n int) string {
			return message(item("", strings.Repeat("<inlineXML><nitf/></inlineXML>", n/30+1)))
		}},
		{"pictures", func(n int) string {
			return message(strings.Repeat("<newsItem><itemMeta><itemClass qcode='ninat:picture'/></itemMeta></newsItem>", n/75+1))
		}},
		{"packages", func(n int) string { return message(strings.Repeat("<packageItem><itemRef/></packageItem>", n/37+1)) }},
		{"text of nothing but lines", func(n int) string { return message(item("", plain(strings.Repeat("a\n", n/2)))) }},
	}
}

// NewsObjects are families of ninjs and JSON Feed. The last says that snow fell.
func NewsObjects() []Family {
	list := func(object string) string {
		return `[{"body_text":"Rain fell."},` + object + `,{"body_text":"Snow fell."}]`
	}
	rep := func(before, s, after string) func(int) string {
		return func(n int) string { return list(before + strings.Repeat(s, n/len(s)+1) + after) }
	}
	return []Family{
		{"nested HTML", rep(`{"body_html":"`, "<div>", `Rain"}`)},
		{"escapes in HTML", rep(`{"body_html":"<p>`, `\u003cb\u003e`, `Rain"}`)},
		{"lines", rep(`{"body_text":"`, `Rain\n`, `"}`)},
		{"bodies", rep(`{"bodies":[`, `{"value":"Rain"},`, `{}]}`)},
		{"headlines", rep(`{"body_text":"Rain","headlines":[`, `{"value":"Rain"},`, `{}]}`)},
		{"subjects", rep(`{"body_text":"Rain","subject":[`, `{"name":"Rain"},`, `{}]}`)},
		{"authors", rep(`{"body_text":"Rain","authors":[`, `{"name":"Ann"},`, `{}]}`)},
		{"tags", rep(`{"body_text":"Rain","tags":[`, `"Rain",`, `""]}`)},
		{"a headline in HTML", rep(`{"body_text":"Rain","headline":"`, "<i>", `"}`)},
		{"a headline that is a list", func(n int) string {
			return list(`{"body_text":"Rain","headline":` + strings.Repeat("[", n/2) + strings.Repeat("]", n/2) + "}")
		}},
	}
}

// Sitemaps are families of sitemaps that name page.html last.
func Sitemaps() []Family {
	sitemap := func(urls string) string {
		return "<urlset>" + urls + "<url><loc>https://a.example/page.html</loc></url></urlset>"
	}
	rep := func(s string) func(int) string {
		return func(n int) string { return sitemap(strings.Repeat(s, n/len(s)+1)) }
	}
	return []Family{
		{"other pages", func(n int) string {
			var b strings.Builder
			for i := 0; b.Len() < n; i++ {
				fmt.Fprintf(&b, "<url><loc>https://a.example/%d</loc></url>", i)
			}
			return sitemap(b.String())
		}},
		{"the same page", rep("<url><loc>https://a.example/page.html</loc></url>")},
		{"broken entries", rep("<url><loc></url>")},
		{"entries that do not end", rep("<url>")},
		{"addresses that are none", rep("<url><loc>:%%</loc></url>")},
		{"a long address", func(n int) string {
			return sitemap("<url><loc>https://a.example/" + strings.Repeat("a/", n/2) + "</loc></url>")
		}},
	}
}
