package xmltext

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// The bounds of an element whose tree is made.
const (
	maxDepth = 200
	maxNodes = 200_000
	maxAttrs = 200_000
)

// lookEvery is the number of tokens between two looks at the context.
const lookEvery = 1024

// A Node is an element, or a piece of text, whose Name is "".
type Node struct {
	// Name is the local name, behind "dc:" and the like for the namespaces that
	// are known by a prefix here, and behind "?:" for others.
	Name  string
	Attrs []xml.Attr // their names with the prefixes as they are written
	Text  string
	Kids  []*Node
}

// known are the prefixes by which namespaces go here. Those of feeds, NewsML-G2,
// NITF and XHTML have none, for their names do not clash.
var known = map[string]string{
	"http://www.w3.org/2005/Atom":                    "",
	"http://purl.org/atom/ns#":                       "",
	"http://purl.org/rss/1.0/":                       "",
	"http://www.w3.org/1999/xhtml":                   "",
	"http://iptc.org/std/nar/2006-10-01/":            "",
	"http://iptc.org/std/NITF/2006-10-18/":           "",
	"http://www.sitemaps.org/schemas/sitemap/0.9":    "",
	"http://purl.org/rss/1.0/modules/content/":       "content",
	"http://purl.org/dc/elements/1.1/":               "dc",
	"http://purl.org/dc/terms/":                      "dcterms",
	"http://www.google.com/schemas/sitemap-news/0.9": "news",
	"http://rssnamespace.org/feedburner/ext/1.0":     "feedburner",
	"http://www.w3.org/XML/1998/namespace":           "xml",
	"atom":                                           "", // prefixes that were not declared
	"content":                                        "content",
	"dc":                                             "dc",
	"dcterms":                                        "dcterms",
	"news":                                           "news",
	"xml":                                            "xml",
}

// A space is a prefix that an element declares for what is within it.
type space struct {
	prefix, uri string
	up          *space
	n           int
}

type parser struct {
	d      *xml.Decoder
	line   int // of the file, on which the element begins
	outer  map[string]string
	spaces *space
	stack  []*Node
	before []*space // what spaces was before each of stack
	nodes  int
	attrs  int
}

// Parse makes the tree of an element, which must be UTF-8, with the namespaces of
// the elements around it. Names of characters are those of HTML, and a "&" that
// begins none is text. An error names the line of the file, if e has it.
func Parse(ctx context.Context, e Element, spaces map[string]string) (*Node, error) {
	p := &parser{d: xml.NewDecoder(bytes.NewReader(printable(e.XML))), line: e.Line, outer: spaces}
	p.d.Strict = false
	p.d.Entity = xml.HTMLEntity
	p.d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // it is UTF-8 already
	root := &Node{}
	p.stack, p.before = []*Node{root}, []*space{nil}
	for n := 0; ; n++ {
		if n%lookEvery == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		t, err := p.d.RawToken()
		if err == io.EOF {
			break
		}
		if err == nil {
			err = p.take(t)
		}
		if err != nil {
			return nil, p.at(err)
		}
	}
	if len(p.stack) > 1 {
		return nil, p.at(fmt.Errorf("<%s> does not end", p.stack[len(p.stack)-1].Name))
	}
	for _, k := range root.Kids {
		if k.Name != "" {
			return k, nil
		}
	}
	return nil, p.at(errors.New("no element"))
}

// printable is b with spaces for the control characters that XML forbids.
func printable(b []byte) []byte {
	forbidden := func(c byte) bool { return c < ' ' && c != '\t' && c != '\n' && c != '\r' }
	for _, c := range b {
		if forbidden(c) {
			return bytes.Map(func(r rune) rune {
				if r < utf8.RuneSelf && forbidden(byte(r)) {
					return ' '
				}
				return r
			}, b)
		}
	}
	return b
}

// at says where in the file an error is.
func (p *parser) at(err error) error {
	line, _ := p.d.InputPos()
	var se *xml.SyntaxError
	if errors.As(err, &se) {
		line, err = se.Line, errors.New(se.Msg)
	}
	if p.line == 0 {
		return err
	}
	return fmt.Errorf("line %d: %w", p.line+line-1, err)
}

func (p *parser) take(t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		return p.start(t)
	case xml.EndElement:
		return p.end(t.Name)
	case xml.CharData:
		top := p.stack[len(p.stack)-1]
		if k := len(top.Kids); k > 0 && top.Kids[k-1].Name == "" { // CDATA beside text
			top.Kids[k-1].Text += string(t)
			return nil
		}
		return p.add(&Node{Text: string(t)})
	}
	return nil
}

// add adds a node to the element at hand.
func (p *parser) add(n *Node) error {
	if p.nodes++; p.nodes > maxNodes {
		return fmt.Errorf("it has more than %d elements", maxNodes)
	}
	top := p.stack[len(p.stack)-1]
	top.Kids = append(top.Kids, n)
	return nil
}

func (p *parser) start(t xml.StartElement) error {
	if p.attrs += len(t.Attr); p.attrs > maxAttrs {
		return fmt.Errorf("it has more than %d attributes", maxAttrs)
	}
	before := p.spaces
	for _, a := range t.Attr {
		if a.Name.Space != "xmlns" {
			continue
		}
		p.spaces = &space{a.Name.Local, a.Value, p.spaces, 1}
		if p.spaces.up != nil {
			p.spaces.n += p.spaces.up.n
		}
		if p.spaces.n > maxSpaces {
			return fmt.Errorf("it declares more than %d namespaces", maxSpaces)
		}
	}
	n := &Node{Name: p.name(t.Name), Attrs: t.Copy().Attr}
	if err := p.add(n); err != nil {
		return err
	}
	if void[n.Name] {
		p.spaces = before
		return nil
	}
	p.stack, p.before = append(p.stack, n), append(p.before, before)
	if len(p.stack) > maxDepth {
		return fmt.Errorf("it is nested more than %d deep", maxDepth)
	}
	return nil
}

// name is the name of an element by which Node knows it.
func (p *parser) name(n xml.Name) string {
	if n.Space == "" { // whatever the namespace of names without prefix is called
		return n.Local
	}
	uri, declared := p.outer[n.Space]
	for s := p.spaces; s != nil; s = s.up {
		if s.prefix == n.Space {
			uri, declared = s.uri, true
			break
		}
	}
	if !declared {
		uri = n.Space
	}
	switch prefix, ok := known[uri]; {
	case !ok:
		return "?:" + n.Local
	case prefix == "":
		return n.Local
	default:
		return prefix + ":" + n.Local
	}
}

// void are elements of HTML that need no end. What stands within one stands
// behind it.
var void = map[string]bool{"br": true, "hr": true, "img": true, "input": true, "wbr": true}

// end ends an element.
func (p *parser) end(t xml.Name) error {
	name, last := p.name(t), len(p.stack)-1
	switch top := p.stack[last].Name; {
	case void[name]:
		return nil
	case last == 0:
		return fmt.Errorf("</%s> ends nothing", name)
	case top != name:
		return fmt.Errorf("<%s> is ended by </%s>", top, name)
	}
	p.spaces = p.before[last]
	p.stack, p.before = p.stack[:last], p.before[:last]
	return nil
}

// Attr is the value of an attribute, "" if it is not there. As the other methods it
// may be called on nil, an element that is not there.
func (n *Node) Attr(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// All yields the children that are elements with one of these names, in order.
func (n *Node) All(names ...string) (list []*Node) {
	if n == nil {
		return nil
	}
	for _, k := range n.Kids {
		for _, name := range names {
			if k.Name == name {
				list = append(list, k)
			}
		}
	}
	return list
}

// First is the first element that a path of names leads to, nil if there is none.
func (n *Node) First(path ...string) *Node {
	if n == nil || len(path) == 0 {
		return n
	}
	for _, k := range n.Kids {
		if k.Name == path[0] {
			if found := k.First(path[1:]...); found != nil {
				return found
			}
		}
	}
	return nil
}

// Find yields each element with that name below n, outermost first.
func (n *Node) Find(name string) (list []*Node) {
	if n == nil {
		return nil
	}
	for _, k := range n.Kids {
		if k.Name == name {
			list = append(list, k)
		} else {
			list = append(list, k.Find(name)...)
		}
	}
	return list
}

// Words is the text of a node on one line.
func (n *Node) Words() string {
	return strings.Join(strings.Fields(n.Content()), " ")
}

// Content is the text of a node as it stands.
func (n *Node) Content() string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	n.write(&b)
	return b.String()
}

func (n *Node) write(b *strings.Builder) {
	b.WriteString(n.Text)
	for _, k := range n.Kids {
		k.write(b)
	}
}

// Elements reports whether a node holds elements, not text alone.
func (n *Node) Elements() bool {
	if n == nil {
		return false
	}
	for _, k := range n.Kids {
		if k.Name != "" {
			return true
		}
	}
	return false
}
