// Package hostile makes the inputs that a reader of files must bear: pages whose
// tags cost a parser more than their bytes, lists, tables and archives that lie
// or do not end, and packed files that grow. The same arguments give the same
// bytes. What stands in them is invented.
package hostile

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Words are what each page says before it turns hostile, so that a test can
// tell whether its text was kept.
const Words = "“We will not sell the yard to anybody,” said Ann Lee, the head of Orbit Labs, in Berlin on Tuesday."

// A Family is one way to be hostile.
type Family struct {
	Name string
	// Make gives about n bytes.
	Make func(n int) string
}

// start begins each page.
const start = "<html><head><title>The yard</title></head><body><p>" + Words + "</p>"

// fill repeats s until there are n bytes after the start of a page.
func fill(s string) func(int) string {
	return func(n int) string { return start + strings.Repeat(s, n/len(s)+1) }
}

// after is fill behind an opening.
func after(open, s string) func(int) string {
	return func(n int) string { return start + open + strings.Repeat(s, n/len(s)+1) }
}

// numbered is fill with a number in each s.
func numbered(s string) func(int) string {
	return func(n int) string {
		var b strings.Builder
		b.WriteString(start)
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, s, i)
		}
		return b.String()
	}
}

// towers are elements depth deep, with words in the middle, over and over.
func towers(depth int, open, end string) func(int) string {
	return fill(strings.Repeat(open, depth) + "Rain fell. " + strings.Repeat(end, depth))
}

// carried are many formatting elements that never end and are opened anew in
// each of the blocks that follow.
func carried(block string) func(int) string {
	return func(n int) string {
		var b strings.Builder
		b.WriteString(start)
		for i := range min(400, n/40) {
			fmt.Fprintf(&b, "<font id=%d>", i)
		}
		return b.String() + strings.Repeat(block, n/len(block)+1)
	}
}

// Pages are families of HTML.
func Pages() []Family {
	return slices.Concat(nested(), formats(), siblings(), attributes(), marks(), details())
}

// nested are elements within each other.
func nested() []Family {
	return []Family{
		{"nested div", fill("<div>")},
		{"nested div with words", fill("<div>Rain fell. ")},
		{"nested div ended", func(n int) string {
			return start + strings.Repeat("<div>", n/11) + "x" + strings.Repeat("</div>", n/11)
		}},
		{"towers of div", towers(150, "<div>", "</div>")},
		{"towers of span", towers(150, "<span>", "</span>")},
		{"towers of tables", towers(30, "<table><tr><td>", "</table>")},
		{"nested tables", fill("<table><tr><td>")},
		{"nested tables with words", fill("<table><tr><td>Rain fell. ")},
		{"nested blockquote", fill("<blockquote>")},
		{"nested lists", fill("<ul><li>")},
		{"towers of lists", towers(80, "<ul><li>", "</ul>")},
		{"nested dl", fill("<dl><dt>Rain<dd>fell, ")},
		{"nested svg", after("<svg>", "<g>")},
		{"nested template", fill("<template>")},
		{"nested object", fill("<object>")},
		{"nested fieldset", fill("<form><fieldset>")},
	}
}

// formats are formatting elements, which a parser opens anew.
func formats() []Family {
	return []Family{
		{"bold italic", fill("<b><i>")},
		{"bold italic with words", fill("<b><i>Rain ")},
		{"bold paragraph", fill("<b><p>Rain ")},
		{"crossed", fill("<b><p></b></p>")},
		{"crossed deep", fill("<b><i><u><s><div></b></i></u></s></div>")},
		{"fonts", numbered("<font color=%d>Rain ")},
		{"carried into paragraphs", carried("<p>Rain</p>")},
		{"carried into divs", carried("<div>Rain</div>")},
		{"carried into cells", carried("<table><tr><td>x</td>y</table>")},
		{"links", fill("<a href=/x>Rain ")},
		{"links ended", fill("<a href=/x>Rain</a> ")},
		{"select", fill("<select><option>Rain")},
		{"options", after("<select>", "<option>Rain")},
	}
}

// siblings are elements beside each other.
func siblings() []Family {
	return []Family{
		{"sibling div", fill("<div></div>")},
		{"sibling div with words", fill("<div>Rain fell.</div>")},
		{"sibling span", fill("<span>a</span>")},
		{"sibling article", func(n int) string {
			return "<article><p>" + Words + "</p></article>" + strings.Repeat("<article><p>Rain fell on the town.</p></article>", n/48+1)
		}},
		{"line breaks", fill("Rain<br>")},
		{"images", fill("<img src=a.png alt=b>")},
		{"paragraphs", fill("<p>Rain fell on the town all day, and the river rose.")},
		{"headings", fill("<h1>Rain</h1>")},
		{"rows", after("<table>", "<tr><td>a<td>b")},
		{"words between rows", after("<table>", "Rain <tr>")},
		{"bold between rows", after("<table>", "<b>Rain<tr>")},
	}
}

// attributes are attributes.
func attributes() []Family {
	return []Family{
		{"attributes", func(n int) string { return numbered(" a%d=1")(n) + ">" }},
		{"attributes of one tag", func(n int) string {
			var b strings.Builder
			b.WriteString(start + "<div")
			for i := 0; b.Len() < n; i++ {
				fmt.Fprintf(&b, " a%d=1", i)
			}
			return b.String() + ">Rain</div>"
		}},
		{"attributes of html", numbered("<html a%d=1>")},
		{"attributes of body", numbered("<body a%d=1>")},
		{"one huge attribute", func(n int) string { return start + `<img src="` + strings.Repeat("a", n) + `">` }},
	}
}

// marks are comments, scripts, references, and tags that are none.
func marks() []Family {
	return []Family{
		{"entities", fill("&amp;&lt;&eacute;")},
		{"no entities", fill("&nosuchentity")},
		{"comments", fill("<!-- Rain -->")},
		{"comment without end", after("<!--", "Rain -- ")},
		{"cdata", fill("<![CDATA[Rain]]>")},
		{"scripts", fill("<script>a()</script>")},
		{"script without end", after("<script>", "if (a<b) <!-- c ")},
		{"style without end", after("<style>", "a{b:c}")},
		{"title without end", after("<title>", "Rain ")},
		{"end tags", fill("a</x>")},
		{"end tags alone", fill("</p></div>")},
		{"tags without end", fill("<div <p ")},
		{"smaller than", fill("<")},
	}
}

// details are what the search for author and day looks at, and bytes.
func details() []Family {
	return []Family{
		{"authors", fill("<span class=author>Bob Ray</span> ")},
		{"times", fill("<time>2020-01-02</time> ")},
		{"dates", fill("<span class=date>January 2, 2020</span> ")},
		{"metas", fill("<meta name=author content=x>")},
		{"json of depth", func(n int) string {
			return start + "<script type=application/ld+json>" + strings.Repeat(`{"a":[`, n/6) + "</script>"
		}},
		{"one long word", fill("a")},
		{"null bytes", fill("\x00")},
	}
}

// Markdown are families of Markdown.
func Markdown() []Family {
	rep := func(s string) func(int) string {
		return func(n int) string { return Words + "\n\n" + strings.Repeat(s, n/len(s)+1) }
	}
	return []Family{
		{"quotes", rep(">")},
		{"quotes ended", rep("> a\n\n")},
		{"brackets", rep("[")},
		{"brackets ended", rep("[a](")},
		{"images", rep("![a")},
		{"stars", rep("*a ")},
		{"stars alone", rep("*")},
		{"underscores", rep("_a __b ")},
		{"ticks", rep("`a ``b ")},
		{"tags", rep("<a ")},
		{"smaller than", rep("<")},
		{"lists", rep("- ")},
		{"list of lines", rep("- a\n")},
		{"numbers", rep("1. ")},
		{"rules", rep("---\n")},
		{"headings", rep("# a\n")},
		{"references", rep("[a]: b\n")},
		{"entities", rep("&amp;")},
		{"escapes", rep("\\*")},
		{"fences", rep("```\n")},
		{"blank", rep(" \n")},
		{"deeper and deeper", func(n int) string {
			var b strings.Builder
			for i := 0; b.Len() < n; i++ {
				b.WriteString(strings.Repeat("  ", i) + "- a\n")
			}
			return Words + "\n\n" + b.String()
		}},
	}
}

// JSON are families of lists of articles.
func JSON() []Family {
	text := func(inner string) string { return `[{"text":"Rain fell.","x":` + inner + `},{"text":"Snow fell."}]` }
	return []Family{
		{"nested lists", func(n int) string { return text(strings.Repeat("[", n/2) + strings.Repeat("]", n/2)) }},
		{"nested objects", func(n int) string { return text(strings.Repeat(`{"a":`, n/6) + "1" + strings.Repeat("}", n/6)) }},
		{"lists that do not end", func(n int) string { return text(strings.Repeat("[", n)) }},
		{"empty lists", func(n int) string { return text("[" + strings.Repeat("[],", n/3) + "[]]") }},
		{"numbers", func(n int) string { return text("[" + strings.Repeat("1,", n/2) + "1]") }},
		{"one huge number", func(n int) string { return text(strings.Repeat("9", n)) }},
		{"one huge string", func(n int) string { return text(`"` + strings.Repeat("a", n) + `"`) }},
		{"a string that does not end", func(n int) string { return text(`"` + strings.Repeat("a", n)) }},
		{"escapes", func(n int) string { return text(`"` + strings.Repeat(`\"`, n/2) + `"`) }},
		{"keys", func(n int) string {
			var b strings.Builder
			for i := 0; b.Len() < n; i++ {
				fmt.Fprintf(&b, `"%d":1,`, i)
			}
			return text("{" + b.String() + `"a":1}`)
		}},
		{"the text is a list", func(n int) string { return `[{"text":["Rain fell."` + strings.Repeat(",[1]", n/4) + `]}]` }},
		{"commas", func(n int) string { return "[" + strings.Repeat(",", n) + "]" }},
		{"braces", func(n int) string { return "[" + strings.Repeat("}", n) + "]" }},
		{"white space", func(n int) string { return strings.Repeat(" ", n) + `[{"text":"Rain fell."}]` }},
	}
}

// Tables are families of CSV.
func Tables() []Family {
	const head = "id,text\n1,Rain fell.\n"
	rep := func(s string) func(int) string {
		return func(n int) string { return head + strings.Repeat(s, n/len(s)+1) + "\n9,Snow fell.\n" }
	}
	return []Family{
		{"a mark that does not end", func(n int) string { return head + `2,"` + strings.Repeat("a,\n", n/3) }},
		{"marks", rep(`"`)},
		{"marks in pairs", rep(`""`)},
		{"marks and lines", rep("\"\n")},
		{"one huge cell", rep("a")},
		{"one huge row", rep("a,")},
		{"empty cells", rep(",")},
		{"blank lines", rep("\n")},
		{"carriage returns", rep("\r")},
	}
}

// Archives are families of WARC.
func Archives() []Family {
	record := func(length int, block string) string {
		const head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n" +
			"Content-Type: application/http; msgtype=response\r\n"
		return fmt.Sprintf("%sContent-Length: %d\r\n\r\n%s\r\n\r\n", head, length, block)
	}
	answer := func(n int) string {
		return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + start + strings.Repeat("<p>Rain fell on the town.</p>", n/28+1)
	}
	sound := func(n int) string { return record(len(answer(n)), answer(n)) }
	return []Family{
		{"a length too small", func(n int) string { return record(len(answer(n))/2, answer(n)) + sound(100) }},
		{"a length too large", func(n int) string { return record(len(answer(n))+50, answer(n)) + sound(100) }},
		{"a length beyond the end", func(n int) string { return sound(100) + record(1<<40, answer(n)) }},
		{"a length below zero", func(n int) string { return record(-1, answer(n)) + sound(100) }},
		{"a length without number", func(n int) string {
			return strings.Replace(sound(n), "Content-Length: ", "Content-Length: x", 1) + sound(100)
		}},
		{"a head that does not end", func(n int) string { return sound(100) + "WARC/1.0\r\n" + strings.Repeat("a: b\r\n", n/6) }},
		{"a head of one line", func(n int) string { return "WARC/1.0" + strings.Repeat("a", n) + "\r\n\r\n" + sound(100) }},
		{"a head of HTTP that does not end", func(n int) string { return record(n, strings.Repeat("HTTP/1.1 ", n/9+1)[:n]) + sound(100) }},
		{"bytes between", func(n int) string { return sound(100) + strings.Repeat("a", n) + "\r\n" + sound(100) }},
		{"lines between", func(n int) string { return sound(100) + strings.Repeat("\r\n", n/2) + sound(100) }},
		{"many small", func(n int) string { return strings.Repeat(record(0, ""), n/170+1) + sound(100) }},
	}
}

// Gzip packs b.
func Gzip(b []byte) []byte {
	var to bytes.Buffer
	w := gzip.NewWriter(&to)
	w.Write(b) // a buffer takes everything
	w.Close()
	return to.Bytes()
}

// Zstd packs b.
func Zstd(b []byte) []byte {
	w, err := zstd.NewWriter(nil)
	if err != nil {
		panic(err) // there are no options that could be wrong
	}
	defer w.Close()
	return w.EncodeAll(b, nil)
}

// Bomb is s, packed as often as it takes to make n bytes of it. Gzip allows
// members one after the other, of which the second packs as well as the first.
func Bomb(s string, n int) []byte {
	member := Gzip([]byte(strings.Repeat(s, 1<<20/len(s))))
	return bytes.Repeat(member, n>>20+1)
}
