package input

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The bounds of a page whose structure is looked at. The parser of HTML and the
// libraries that separate an article from its surroundings are worse than
// linear by design in how deep and how many elements are. Pages of newspapers
// stay far below: a long one has some 5,000 elements, 40 deep. A page beyond
// is read as plainPage does, which is linear and keeps its text, and its metadata
// as metadata does.
const (
	maxDepth    = 200       // elements within each other
	maxNodes    = 30_000    // elements, comments and pieces of text
	maxDepths   = 1_500_000 // the depths of all nodes, added up
	maxAttrs    = 50_000    // attributes of all elements
	maxPageText = 8 << 20   // bytes of text
	maxArticles = 100 << 20 // article elements times bytes: each is compared with all of the text
	maxRootAttr = 256       // attributes of html and body elements, which are merged one by one
	maxToken    = 32 << 20  // bytes of one tag or comment
)

// errBeyond reports a page over the bounds.
var errBeyond = errors.New("the page is nested too deeply or has too many elements")

// lookEvery is the number of tokens between two looks at the context.
const lookEvery = 1024

// formatting are the elements that the parser opens anew in each block until
// they are closed, so that a few bytes of them can become many nodes.
var formatting = map[atom.Atom]bool{
	atom.A: true, atom.B: true, atom.Big: true, atom.Code: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Nobr: true,
	atom.S: true, atom.Small: true, atom.Strike: true, atom.Strong: true, atom.Tt: true, atom.U: true,
}

// levels are how many levels of nodes an element adds: 0 for those that are
// void or that end by themselves, which the element around them stands for.
// Elements that are not listed add one.
var levels = map[atom.Atom]int{
	atom.Html: 0, atom.Head: 0, atom.Body: 0, atom.P: 0, atom.Rp: 0, atom.Rt: 0,
	atom.Dt: 0, atom.Dd: 0, atom.Li: 0, atom.Option: 0, atom.Optgroup: 0,
	atom.Tr: 0, atom.Td: 0, atom.Th: 0, atom.Tbody: 0, atom.Thead: 0, atom.Tfoot: 0, atom.Caption: 0, atom.Colgroup: 0,
	atom.Area: 0, atom.Base: 0, atom.Br: 0, atom.Col: 0, atom.Embed: 0, atom.Hr: 0, atom.Img: 0, atom.Input: 0, atom.Keygen: 0,
	atom.Link: 0, atom.Meta: 0, atom.Param: 0, atom.Source: 0, atom.Track: 0, atom.Wbr: 0,
	atom.Ul: 2, atom.Ol: 2, atom.Dl: 2, atom.Select: 2, atom.Table: 4,
}

// open is an element that was begun and not ended.
type open struct {
	name  string
	depth int
	// For a table, what formats and hidden were before it: within a cell no
	// formatting element from outside of the table is opened anew.
	formats, hidden int
}

// format is a formatting element that was begun and not ended.
type format struct{ name, tag string }

// A scan counts, in one pass over the tokens of a page, what a parser would
// make of it at most.
type scan struct {
	stack    []open
	formats  []format
	hidden   int  // how many of them stand outside the cell at hand
	code     bool // what comes is a script or a style
	closed   bool // an element was begun or ended, so that formatting elements are opened anew
	nodes    int
	depths   int
	text     int
	articles int
	attrs    int
	rootAttr int
}

// scanPage returns errBeyond for a page whose structure costs too much to look
// at. What it looks at itself grows with the page alone: no list that it goes
// through is longer than the bounds.
func scanPage(ctx context.Context, r io.Reader) error {
	z := html.NewTokenizer(r)
	z.SetMaxBuf(maxToken)
	var s scan
	for n := 0; ; n++ {
		if n%lookEvery == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		switch z.Next() {
		case html.ErrorToken:
			switch err := z.Err(); {
			case err == io.EOF:
				return nil
			case errors.Is(err, html.ErrBufferExceeded):
				return errBeyond
			default:
				return err
			}
		case html.TextToken:
			if !s.code {
				s.text += len(z.Raw())
			}
			s.node(true)
		case html.StartTagToken, html.SelfClosingTagToken:
			s.start(z)
		case html.EndTagToken:
			name, _ := z.TagName()
			s.end(string(name))
		default:
			s.node(false)
		}
		if s.beyond() {
			return errBeyond
		}
	}
}

func (s *scan) depth() int {
	if len(s.stack) == 0 {
		return 3 // html, body, and one that ends by itself
	}
	return s.stack[len(s.stack)-1].depth
}

func (s *scan) beyond() bool {
	for _, c := range [...]struct{ n, most int64 }{
		{int64(s.nodes), maxNodes},
		{int64(s.depths), maxDepths},
		{int64(s.text), maxPageText},
		{int64(s.attrs), maxAttrs},
		{int64(s.rootAttr), maxRootAttr},
		{int64(s.depth() + len(s.formats)), maxDepth},
		{int64(s.articles) * int64(s.text), maxArticles},
	} {
		if c.n > c.most {
			return true
		}
	}
	return false
}

// node counts one node, and before text and elements within a line the
// formatting elements that are opened anew for it.
func (s *scan) node(inline bool) {
	n := 1
	if inline && s.closed {
		n += len(s.formats) - s.hidden
		s.closed = false
	}
	s.nodes += n
	s.depths += n * (s.depth() + len(s.formats))
}

// start counts a start tag.
func (s *scan) start(z *html.Tokenizer) {
	tag := z.Raw()
	b, more := z.TagName()
	name, attrs := atom.Lookup(b), 0
	for ; more; attrs++ {
		_, _, more = z.TagAttr()
	}
	s.attrs += attrs
	s.node(true)
	s.code = name == atom.Script || name == atom.Style
	if formatting[name] {
		s.format(format{string(b), string(tag)})
		return
	}
	s.closed = true
	switch name {
	case atom.Article:
		s.articles++
	case atom.Html, atom.Body:
		s.rootAttr += attrs
	case atom.Td, atom.Th, atom.Caption:
		s.endCell()
		s.hidden = len(s.formats)
	case atom.Tr, atom.Tbody, atom.Thead, atom.Tfoot:
		s.endCell()
	}
	up, listed := levels[name]
	if !listed {
		up = 1
	}
	if up > 0 {
		s.stack = append(s.stack, open{string(b), s.depth() + up, len(s.formats), s.hidden})
	}
}

// endCell ends the cell at hand with the formatting elements in it. Text
// between cells opens those outside of the table.
func (s *scan) endCell() {
	for i := len(s.stack) - 1; i >= 0; i-- {
		if s.stack[i].name == "table" {
			s.formats = s.formats[:min(s.stack[i].formats, len(s.formats))]
			s.hidden = 0
			return
		}
	}
}

// format begins a formatting element, of which the parser keeps three alike.
func (s *scan) format(f format) {
	alike := 0
	for i := len(s.formats) - 1; i >= s.hidden; i-- {
		old := s.formats[i]
		single := f.name == "a" || f.name == "nobr" // one within another ends it
		if old.tag == f.tag {
			alike++
		}
		if old.name == f.name && (single || alike == 3) {
			s.formats = append(s.formats[:i], s.formats[i+1:]...)
			break
		}
	}
	s.formats = append(s.formats, f)
}

// end counts an end tag.
func (s *scan) end(name string) {
	a := atom.Lookup([]byte(name))
	if formatting[a] {
		for i := len(s.formats) - 1; i >= s.hidden; i-- {
			if s.formats[i].name == name {
				s.formats = append(s.formats[:i], s.formats[i+1:]...)
				return
			}
		}
		return
	}
	s.closed, s.code = true, false
	switch a {
	case atom.Td, atom.Th, atom.Caption, atom.Tr, atom.Tbody, atom.Thead, atom.Tfoot:
		s.endCell()
		return
	case atom.P, atom.Br:
		s.node(true) // each is an element where none of the name is open
	}
	for i := len(s.stack) - 1; i >= 0; i-- {
		if old := s.stack[i]; old.name == name {
			if a == atom.Table {
				s.formats = s.formats[:min(old.formats, len(s.formats))]
				s.hidden = min(old.hidden, len(s.formats))
			}
			s.stack = s.stack[:i]
			return
		}
	}
}

// measure returns how many nodes a tree has and how deep it is.
func measure(root *html.Node) (nodes, depth int) {
	level := 0
	for n := root; n != nil; {
		nodes++
		depth = max(depth, level)
		if n.FirstChild != nil {
			n, level = n.FirstChild, level+1
			continue
		}
		for n != nil && n.NextSibling == nil {
			n, level = n.Parent, level-1
		}
		if n != nil {
			n = n.NextSibling
		}
	}
	return nodes, depth
}

// parse makes the tree of a page within the bounds.
func parse(ctx context.Context, b []byte) (*html.Node, error) {
	if err := scanPage(ctx, bytes.NewReader(b)); err != nil {
		return nil, err
	}
	root, err := html.Parse(bytes.NewReader(b))
	if err != nil { // the parser has bounds of its own
		return nil, fmt.Errorf("%w: %w", errBeyond, err)
	}
	// The scan counts what sound pages become. Broken ones may become more.
	if nodes, depth := measure(root); nodes > 2*maxNodes || depth > 2*maxDepth {
		return nil, errBeyond
	}
	return root, ctx.Err()
}
