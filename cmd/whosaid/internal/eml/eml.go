// Package eml reads mails as they are stored: RFC 5322 with MIME.
package eml

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"
)

// The bounds of a mail. A newsletter has a handful of parts, two deep.
const (
	maxParts = 1000
	maxDepth = 10
)

// A Mail is what a mail says of itself, and its texts.
type Mail struct {
	Subject, From, ID, Date string
	URL                     string // where the mail is archived, "" if it does not say
	Parts                   []Part
	// Damage is what kept a part from being read to its end, nil if nothing did.
	Damage error
}

// A Part is a text as HTML, as plain text, or as both.
type Part struct{ HTML, Plain string }

// A Decode makes UTF-8 of bytes that are said to have an encoding, "" if nothing
// is said.
type Decode func(b []byte, charset string) []byte

type reader struct {
	decode Decode
	parts  int
	damage error
	others []string // types of parts that are no text
}

// Read reads a mail. It fails if there is no header or no text.
func Read(b []byte, decode Decode) (*Mail, error) {
	b = bytes.TrimLeft(b, "\r\n")
	if bytes.HasPrefix(b, []byte("From ")) || bytes.HasPrefix(b, []byte(">From ")) { // the line of a mailbox
		_, b, _ = bytes.Cut(b, []byte("\n"))
	}
	m, err := mail.ReadMessage(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("not a mail: %w", err)
	}
	r := &reader{decode: decode}
	out := &Mail{
		Subject: r.words(m.Header.Get("Subject")), Date: m.Header.Get("Date"),
		ID:  strings.Trim(strings.TrimSpace(m.Header.Get("Message-Id")), "<>"),
		URL: strings.Trim(strings.TrimSpace(m.Header.Get("Archived-At")), "<>"),
	}
	out.From = r.from(m.Header.Get("From"))
	out.Parts = r.read(textproto.MIMEHeader(m.Header), m.Body, 0)
	out.Damage = r.damage
	if len(out.Parts) == 0 {
		return nil, cmp.Or(r.damage, fmt.Errorf("no text in the mail, but %s", cmp.Or(strings.Join(r.others, ", "), "nothing")))
	}
	return out, nil
}

// words decodes a field of a header.
func (r *reader) words(s string) string {
	d := mime.WordDecoder{CharsetReader: r.charset}
	out, err := d.DecodeHeader(s)
	if err != nil {
		out = s
	}
	return strings.Join(strings.Fields(string(r.decode([]byte(out), ""))), " ")
}

func (r *reader) charset(name string, in io.Reader) (io.Reader, error) {
	b, err := io.ReadAll(in)
	return bytes.NewReader(r.decode(b, name)), err
}

// from are the names of the senders, or their addresses.
func (r *reader) from(s string) string {
	p := mail.AddressParser{WordDecoder: &mime.WordDecoder{CharsetReader: r.charset}}
	list, err := p.ParseList(s)
	if err != nil {
		return r.words(s)
	}
	var names []string
	for _, a := range list {
		names = append(names, r.words(cmp.Or(a.Name, a.Address)))
	}
	return strings.Join(names, ", ")
}

// read returns the texts of a mail or a part of one.
func (r *reader) read(head textproto.MIMEHeader, body io.Reader, depth int) []Part {
	kind, params, err := mime.ParseMediaType(head.Get("Content-Type"))
	if kind == "" || err != nil && !errors.Is(err, mime.ErrInvalidMediaParameter) {
		kind = "text/plain"
	}
	if disposition, _, _ := mime.ParseMediaType(head.Get("Content-Disposition")); disposition == "attachment" {
		r.others = append(r.others, kind)
		return nil
	}
	if r.parts++; r.parts > maxParts || depth > maxDepth {
		r.damaged(fmt.Errorf("more than %d parts, or more than %d deep", maxParts, maxDepth))
		return nil
	}
	switch {
	case strings.HasPrefix(kind, "multipart/"):
		return r.multipart(kind, params["boundary"], body, depth)
	case kind == "message/rfc822":
		m, err := mail.ReadMessage(decoded(head, body))
		if err != nil {
			r.damaged(err)
			return nil
		}
		return r.read(textproto.MIMEHeader(m.Header), m.Body, depth+1)
	case kind != "text/plain" && kind != "text/html":
		r.others = append(r.others, kind)
		return nil
	}
	b, err := io.ReadAll(decoded(head, body))
	if err != nil {
		r.damaged(err)
	}
	text := string(r.decode(b, params["charset"]))
	switch {
	case strings.TrimSpace(text) == "":
		return nil
	case kind == "text/html":
		return []Part{{HTML: text}}
	case strings.EqualFold(params["format"], "flowed"):
		text = unflowed(text, strings.EqualFold(params["delsp"], "yes"))
	}
	return []Part{{Plain: text}}
}

// damaged keeps the first damage.
func (r *reader) damaged(err error) {
	if r.damage == nil {
		r.damage = fmt.Errorf("the mail is damaged: %w", err)
	}
}

// multipart returns the texts of parts one after the other, or those of which
// one is the other.
func (r *reader) multipart(kind, boundary string, body io.Reader, depth int) (parts []Part) {
	if boundary == "" {
		r.damaged(errors.New("parts without a boundary"))
		return nil
	}
	for m := multipart.NewReader(body, boundary); r.parts <= maxParts; {
		p, err := m.NextRawPart()
		if err != nil {
			if err != io.EOF {
				r.damaged(err)
			}
			break
		}
		parts = append(parts, r.read(p.Header, p, depth+1)...)
	}
	if kind != "multipart/alternative" || len(parts) < 2 {
		return parts
	}
	var html, plain []string
	for _, p := range parts {
		if p.HTML != "" {
			html = append(html, p.HTML)
		}
		if p.Plain != "" {
			plain = append(plain, p.Plain)
		}
	}
	return []Part{{strings.Join(html, "\n"), strings.Join(plain, "\n\n")}}
}

// decoded takes off the Content-Transfer-Encoding.
func decoded(head textproto.MIMEHeader, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(head.Get("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	}
	return body
}

// unflowed joins the lines of a text whose paragraphs are broken by a space at
// the end of a line (RFC 3676).
func unflowed(s string, deleteSpace bool) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		text := strings.TrimRight(line, "\r\n")
		switch {
		case !strings.HasSuffix(text, " ") || text == "-- ":
			b.WriteString(line)
		case deleteSpace:
			b.WriteString(strings.TrimSuffix(text, " "))
		default:
			b.WriteString(text)
		}
	}
	return b.String()
}
