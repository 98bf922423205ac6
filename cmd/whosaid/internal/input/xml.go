package input

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/xmltext"
	"golang.org/x/net/html/atom"
)

// An xmlKind is a kind of XML that holds articles.
type xmlKind struct {
	format  string
	records []string // the elements that are articles
	// other matches the beginning of those that are none, and are passed over.
	other *regexp.Regexp
	// author is the element beside the records that names who wrote those that name
	// nobody, "" if there is none.
	author string
	read   func(ctx context.Context, n *xmltext.Node) (*Article, error)
}

// xmlKinds are the kinds by the names of their root elements.
func xmlKinds() map[string]xmlKind {
	rss := xmlKind{"rss", []string{"item"}, nil, "", feedItem}
	atom := xmlKind{"atom", []string{"entry"}, nil, "author", feedItem}
	news := xmlKind{"newsml", []string{"newsItem"}, noText, "", newsItem}
	return map[string]xmlKind{
		"rss": rss, "RDF": rss, "feed": atom, "entry": atom,
		"newsItem": news, "newsMessage": news, "packageItem": news,
		"nitf": {"nitf", []string{"nitf"}, nil, "", nitfItem},
	}
}

// noText is how items of NewsML-G2 that are pictures, sounds and the like say so.
var noText = regexp.MustCompile(`<(?:[\w.-]+:)?itemClass\s[^>]*(?:ninat|/newscodes/ninature)[:/](?:animated|audio|graphic|picture|video)\b`)

// xmlFormats are the formats that are XML. "xml" is any of them.
var xmlFormats = []string{"xml", "rss", "atom", "newsml", "nitf"}

// isNewsXML reports whether a file is XML that can be read, or one that cannot be
// opened, which is told when its turn comes.
func (o *Options) isNewsXML(name string) bool {
	f, err := openRegular(name)
	if err != nil {
		return true
	}
	defer f.Close()
	d, err := o.decode(f, name)
	if err != nil {
		return true
	}
	defer d.close()
	head, _ := d.Peek(headSize)
	switch root := xmltext.Root(trimSpace(head)); root {
	case "", sitemapRoot, sitemapIndex, "html": // that of "" may stand further down
		return true
	default:
		return xmlKinds()[root].format != ""
	}
}

// errPipe says that a file can be read only once.
var errPipe = errors.New("not a regular file")

// openRegular opens a file to look into it. A pipe, which would have to be read to
// be looked into, is an error.
func openRegular(name string) (*os.File, error) {
	st, err := os.Stat(name)
	if err == nil && !st.Mode().IsRegular() {
		err = errPipe
	}
	if err != nil {
		return nil, err
	}
	return os.Open(name)
}

// xml yields the articles of a file in XML. What kind it is its root tells.
func (c *cursor) xml(format string) error {
	br := bufio.NewReaderSize(c.r, 64<<10)
	head, _ := br.Peek(headSize)
	said := saidInside(head)
	var kind xmlKind
	s := xmltext.NewScanner(br, c.limit(), func(root string) []string {
		if k := xmlKinds()[root]; format == "xml" || k.format == format {
			kind = k
		}
		if kind.author != "" {
			return append(kind.records, kind.author)
		}
		return kind.records
	})
	authors := ""
	for {
		c.line++
		e, err := s.Next()
		switch {
		case e.Name != "" && e.Name == kind.author && err != xmltext.ErrGivenUp:
			c.line--
			authors = moreAuthors(c.ctx, authors, e, s.Spaces(), said)
			err = nil
		case err == io.EOF && s.Root() == "":
			c.line = 0
			return errors.New("no element of XML")
		case err == io.EOF && c.line == 1:
			c.line = 0
			return fmt.Errorf("no <%s> in it", strings.Join(kind.records, "> or <"))
		case err == io.EOF:
			return nil
		case errors.Is(err, xmltext.ErrRoot) && c.named != nil:
			return c.sitemap()
		case errors.Is(err, xmltext.ErrRoot):
			c.line = 0
			return unknownRoot(s.Root(), format)
		case errors.Is(err, xmltext.ErrTooLong):
			err = c.bad(fmt.Errorf("line %d: %w", e.Line, tooLong(c.limit())))
		case errors.Is(err, xmltext.ErrUnended):
			err = c.bad(fmt.Errorf("line %d: <%s> does not end", e.Line, e.Name))
		case errors.Is(err, xmltext.ErrGivenUp):
			return errGivenUp
		case err == nil:
			err = c.element(kind, e, s.Spaces(), said, authors)
		}
		if err != nil {
			return err
		}
	}
}

// sitemap tells what was wrong with a sitemap, whose pages are read as the files
// that they are.
func (c *cursor) sitemap() error {
	c.line = 0
	for _, err := range c.named.errs {
		if err := c.give(Item{}, err); err != nil {
			return err
		}
	}
	if c.named.pages == 0 {
		return errNoPages
	}
	return nil
}

// unknownRoot says that a file in XML is not what it should be.
func unknownRoot(root, format string) error {
	switch root {
	case sitemapRoot: // on standard input
		return errNoPages
	case sitemapIndex:
		return errSitemapIndex
	}
	if format != "xml" {
		return fmt.Errorf("not of the format %s: its root element is <%s>", format, root)
	}
	return fmt.Errorf("XML with the root element <%s>, which is not read; %s are", root, strings.Join(xmlFormats[1:], ", "))
}

// maxAuthors bounds the names of the authors of a feed, in bytes.
const maxAuthors = 1000

// moreAuthors adds an author of the feed to those before. One that cannot be read
// is none.
func moreAuthors(ctx context.Context, authors string, e xmltext.Element, spaces map[string]string, said string) string {
	n, err := xmltext.Parse(ctx, xmltext.Element{XML: recordUTF8(e.XML, said)}, spaces)
	if err != nil || n.Name != e.Name { // or of another namespace
		return authors
	}
	name := authorName(n)
	switch {
	case name == "" || len(authors)+len(name) > maxAuthors:
		return authors
	case authors == "":
		return name
	}
	return authors + ", " + name
}

// element yields the article of one element. Who wrote it if it names nobody are
// the authors.
func (c *cursor) element(kind xmlKind, e xmltext.Element, spaces map[string]string, said, authors string) error {
	if kind.other != nil && kind.other.Match(e.XML[:min(len(e.XML), headSize)]) {
		return nil
	}
	return c.item(e.XML, func(ctx context.Context) (*Article, error) {
		e.XML = recordUTF8(e.XML, said)
		n, err := xmltext.Parse(ctx, e, spaces)
		if err != nil {
			return nil, err
		}
		a, err := kind.read(ctx, n)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", e.Line, err)
		}
		a.Author = cmp.Or(a.Author, authors)
		return c.finish(a)
	})
}

// newsBlocks are the elements of NITF, beside those of HTML, that begin a line of
// their own.
var newsBlocks = []string{
	"abstract", "block", "bq", "byline", "dateline", "hedline", "hl1", "hl2", "media", "media-caption", "note", "tagline",
}

// xmlLines are the lines of the text of an element, but for what stands in
// elements with one of the names in without.
func xmlLines(n *xmltext.Node, without ...string) []string {
	var l lines
	var visit func(*xmltext.Node)
	visit = func(n *xmltext.Node) {
		name := atom.Lookup([]byte(n.Name))
		if left[name] || slices.Contains(without, n.Name) {
			return
		}
		block := blocks[name] || slices.Contains(newsBlocks, n.Name)
		if block {
			l.end()
		}
		l.cur.WriteString(n.Text)
		for _, k := range n.Kids {
			visit(k)
		}
		if block {
			l.end()
		}
	}
	if n != nil {
		for _, k := range n.Kids {
			visit(k)
		}
	}
	l.end()
	return l.list
}
