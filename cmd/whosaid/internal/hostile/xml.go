package hostile

import (
	"fmt"
	"strings"
)

// item is an item of a feed that holds s.
func item(s string) string { return "<item><title>Rain fell.</title>" + s + "</item>" }

// Feeds are families of RSS. Behind what is hostile stands an item that is not.
func Feeds() []Family {
	feed := func(s string) string {
		return `<?xml version="1.0"?><rss version="2.0"><channel>` + item("") + s +
			item("<description>Snow fell.</description>") + "</channel></rss>"
	}
	rep := func(open, s, end string) func(int) string {
		return func(n int) string { return feed(open + strings.Repeat(s, n/len(s)+1) + end) }
	}
	within := func(open, s, end string) func(int) string {
		return rep("<item><description>"+open, s, end+"</description></item>")
	}
	return []Family{
		{"many items", rep("", item(""), "")},
		{"items that do not end", rep("", "<item>", "")},
		{"empty items", rep("", "<item/>", "")},
		{"ends alone", rep("", "</item>", "")},
		{"nested elements", within("", "<a>", "")},
		{"nested elements ended", func(n int) string {
			return feed(item(strings.Repeat("<a>", n/7) + strings.Repeat("</a>", n/7)))
		}},
		{"sibling elements", within("", "<a/>", "")},
		{"sibling elements with words", within("", "<a>Rain</a>", "")},
		{"attributes", within("<a ", `b="c" `, "/>")},
		{"one huge attribute", within(`<a b="`, "Rain ", `"/>`)},
		{"an attribute that does not end", within(`<a b="`, "Rain ", "")},
		{"tags that do not end", within("", "<a b=\"", "")},
		{"smaller than", within("", "<", "")},
		{"references", within("", "&amp;&eacute;&#8217;", "")},
		{"no references", within("", "&nosuch;&", "")},
		{"control characters", within("", "\x0bRain", "")},
		{"escaped HTML", within("", "&lt;div&gt;", "")},
		{"HTML in sections", within("<![CDATA[", "<b><p>Rain ", "]]>")},
		{"many sections", within("", "<![CDATA[Rain ]]>", "")},
		{"comments", within("", "<!-- Rain -->", "")},
		{"a comment that does not end", within("<!--", "Rain -- ", "")},
		{"a section that does not end", within("<![CDATA[", "Rain ]] ", "")},
		{"instructions", rep("", "<?a b?>", "")},
		{"namespaces", func(n int) string {
			var b strings.Builder
			for i := 0; b.Len() < n; i++ {
				fmt.Fprintf(&b, "<x xmlns:a%d='b'/>", i)
			}
			return feed(b.String())
		}},
		{"a declaration of entities", func(n int) string {
			entities := strings.Repeat(`<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">`, n/39+1)
			return `<!DOCTYPE rss [<!ENTITY a "Rain">` + entities + "]>" + feed(item("<description>&b;</description>"))
		}},
		{"a declaration that does not end", func(n int) string {
			return "<!DOCTYPE rss [" + strings.Repeat("<!ENTITY a 'b'>", n/15+1) + feed("")
		}},
	}
}
