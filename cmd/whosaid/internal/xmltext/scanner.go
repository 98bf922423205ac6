// Package xmltext reads XML that may be large, broken or hostile: it cuts the
// elements that are articles out of a file, one at a time, and makes a small tree
// of each.
package xmltext

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"maps"
	"regexp"
	"slices"
)

var (
	// ErrTooLong reports an element over the limit, which was passed over.
	ErrTooLong = errors.New("the element is too long")
	// ErrGivenUp reports that the end of such an element, or the next one, was
	// not found within passed limits. Nothing more can be read.
	ErrGivenUp = errors.New("the element is too long and its end was not found: the rest is not read")
	// ErrUnended reports an element within which the next begins, or the file
	// ends. What follows can be read.
	ErrUnended = errors.New("the element does not end")
	// ErrRoot reports a root that holds no elements of interest.
	ErrRoot = errors.New("the root element is of another kind")
)

// passed bounds what is skipped in search of an end, in limits.
const passed = 16

// maxTag is the longest tag that is looked at, in bytes: an image may stand in
// one.
const maxTag = 1 << 20

// maxSpaces bounds the prefixes of namespaces that count at a place.
const maxSpaces = 100

// A Scanner finds elements in XML by their tags alone. What is broken within one
// does not touch the next.
type Scanner struct {
	br     *bufio.Reader
	limit  int
	names  []string
	of     func(root string) []string
	spaces map[string]string // of the elements outside
	root   string
	lines  int // line ends read

	name    string // of the element at hand, "" outside of one
	line    int    // on which it begins, from 1
	raw     []byte // nil if it is over the limit
	size    int    // of it, or of what stands between two
	tag     []byte // of the tag at hand, "<" included
	pending bool   // the tag at hand begins an element
}

// NewScanner returns a Scanner of the outermost elements of r with one of the
// names that elements gives for the root, whatever their prefix; those further back
// in the list may stand within the others. One of more than limit bytes is passed over. r must be UTF-8, or an encoding that ASCII is part
// of.
func NewScanner(r *bufio.Reader, limit int, elements func(root string) []string) *Scanner {
	return &Scanner{br: r, limit: limit, of: elements, spaces: map[string]string{}}
}

// An Element is the bytes of an element, the caller's to keep.
type Element struct {
	Name string // without prefix
	XML  []byte
	Line int // of the file, from 1
}

// Root is the name of the outermost element, without prefix; "" before the
// first Next, and if there is none.
func (s *Scanner) Root() string { return s.root }

// Spaces maps the prefixes that were declared outside of the elements so far to
// their namespaces. The caller must not change it, and the Scanner does not: it
// makes another when more are declared, since elements are parsed meanwhile.
func (s *Scanner) Spaces() map[string]string { return s.spaces }

// Next returns the next element. At the end of the file the error is io.EOF.
// After ErrTooLong and ErrUnended, whose Element has no XML, there may be more.
func (s *Scanner) Next() (Element, error) {
	for {
		if s.pending {
			s.pending = false
			s.begin()
			if isEmpty(s.tag) {
				return s.end()
			}
		}
		kind, err := s.markup()
		switch {
		case err == io.EOF && s.name != "":
			e := Element{Name: s.name, Line: s.line}
			s.name = ""
			return e, ErrUnended
		case err != nil:
			return Element{Name: s.name, Line: s.line}, err
		}
		if e, done, err := s.take(kind); done {
			return e, err
		}
	}
}

// take goes on with the tag at hand. done is true if it ends an element.
func (s *Scanner) take(kind byte) (e Element, done bool, err error) {
	name := tagName(s.tag)
	if kind == startTag && s.root == "" {
		if s.root, s.names = name, s.of(name); s.names == nil {
			return e, true, ErrRoot
		}
	}
	switch {
	case kind == startTag && s.name == "" && slices.Contains(s.names, name):
		s.pending = true
	case kind == startTag && s.breaksOff(name):
		s.pending = true
		return Element{Name: s.name, Line: s.line}, true, ErrUnended
	case kind == startTag && s.name == "":
		s.declare()
	case kind == endTag && name == s.name && name != "":
		e, err = s.end()
		return e, true, err
	}
	return e, false, nil
}

// breaksOff reports whether the start of an element shows that the one at hand does
// not end: none stands within its like, or within one of a name further back.
func (s *Scanner) breaksOff(name string) bool {
	i := slices.Index(s.names, name)
	return i >= 0 && i <= slices.Index(s.names, s.name)
}

// begin begins an element with the tag at hand.
func (s *Scanner) begin() {
	s.name, s.size = tagName(s.tag), 0
	s.line = s.lines + 1 - bytes.Count(s.tag, []byte("\n"))
	s.raw = make([]byte, 0, 1024)
	s.keep(s.tag)
}

func (s *Scanner) end() (Element, error) {
	e := Element{s.name, s.raw, s.line}
	var err error
	if s.raw == nil {
		err = ErrTooLong
	}
	s.name, s.raw, s.size = "", nil, 0
	return e, err
}

// declared are the prefixes that a tag declares.
var declared = regexp.MustCompile(`\sxmlns:([^\s=:"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')`)

// declare looks at a start tag that is not within an element.
func (s *Scanner) declare() {
	if !bytes.Contains(s.tag, []byte("xmlns:")) {
		return
	}
	if len(s.spaces) >= maxSpaces {
		return
	}
	s.spaces = maps.Clone(s.spaces)
	for _, m := range declared.FindAllSubmatch(s.tag, maxSpaces) {
		s.spaces[string(m[1])] = string(m[2]) + string(m[3])
	}
}

// The kinds of markup.
const (
	startTag = 's'
	endTag   = 'e'
	other    = 'o'
)

// markup reads text and the markup behind it.
func (s *Scanner) markup() (kind byte, err error) {
	if err := s.pass("<"); err != nil {
		return 0, err
	}
	s.tag = append(s.tag[:0], '<')
	head, _ := s.br.Peek(8)
	switch {
	case bytes.HasPrefix(head, []byte("!--")):
		return other, s.passMarkup("-->", 3)
	case bytes.HasPrefix(head, []byte("![CDATA[")):
		return other, s.passMarkup("]]>", 8)
	case bytes.HasPrefix(head, []byte("?")):
		return other, s.passMarkup("?>", 1)
	case bytes.HasPrefix(head, []byte("!")):
		return other, s.passDoctype()
	case len(head) == 0:
		return 0, io.EOF
	case head[0] == '/':
		return endTag, s.readTag()
	case !isNameStart(head[0]): // "a < b"
		s.tag = s.tag[:0]
		return other, nil
	}
	return startTag, s.readTag()
}

func isNameStart(c byte) bool {
	return c == '_' || c == ':' || c >= 0x80 || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// passMarkup passes over what begins with head bytes and ends with end.
func (s *Scanner) passMarkup(end string, head int) error {
	for range head {
		if _, err := s.next(); err != nil {
			return err
		}
	}
	s.tag = s.tag[:0]
	return s.pass(end)
}

// pass passes over bytes up to the end of a string.
func (s *Scanner) pass(end string) error {
	var last [3]byte
	for {
		c, err := s.next()
		if err != nil {
			return err
		}
		last = [3]byte{last[1], last[2], c}
		if string(last[3-len(end):]) == end {
			return nil
		}
	}
}

// passDoctype passes over a declaration, with the others that may stand in it.
func (s *Scanner) passDoctype() error {
	s.tag = s.tag[:0]
	var quote byte
	for depth := 0; ; {
		c, err := s.next()
		switch {
		case err != nil:
			return err
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '[':
			depth++
		case c == ']':
			depth--
		case c == '>' && depth <= 0:
			return nil
		}
	}
}

// readTag reads the rest of a tag. "<", which no tag has within it, ends one that
// is broken.
func (s *Scanner) readTag() error {
	var quote byte
	for {
		if b, err := s.br.Peek(1); err == nil && b[0] == '<' {
			return nil
		}
		c, err := s.next()
		if err != nil {
			return err
		}
		if len(s.tag) < maxTag {
			s.tag = append(s.tag, c)
		}
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return nil
		}
	}
}

// next reads one byte, which is kept if it is within an element.
func (s *Scanner) next() (byte, error) {
	c, err := s.br.ReadByte()
	if err != nil {
		return 0, err
	}
	if c == '\n' {
		s.lines++
	}
	s.keep([]byte{c})
	if s.size/passed > s.limit {
		return 0, ErrGivenUp
	}
	return c, nil
}

func (s *Scanner) keep(b []byte) {
	s.size += len(b)
	switch {
	case s.size > s.limit:
		s.raw = nil
	case s.name != "":
		s.raw = append(s.raw, b...)
	}
}

// tagName is the name of the element that a tag begins or ends, without prefix.
func tagName(tag []byte) string {
	tag = bytes.TrimLeft(tag, "</")
	if i := bytes.IndexAny(tag, " \t\r\n/>"); i >= 0 {
		tag = tag[:i]
	}
	return string(tag[bytes.LastIndexByte(tag, ':')+1:])
}

// isEmpty reports whether a start tag ends its element too.
func isEmpty(tag []byte) bool { return bytes.HasSuffix(tag, []byte("/>")) }

// Root is the name of the outermost element of the beginning of a file, without
// prefix, "" if it does not begin as XML does.
func Root(head []byte) string {
	if !bytes.HasPrefix(head, []byte("<")) {
		return ""
	}
	s := NewScanner(bufio.NewReader(bytes.NewReader(head)), len(head), func(string) []string { return nil })
	s.Next() // which ends at the root
	return s.root
}
