package input

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/eml"
)

// mail reads an article from a mail.
func (o *Options) mail(ctx context.Context, b []byte) (*Article, error) {
	own := o.encoding()
	m, err := eml.Read(b, func(b []byte, charset string) []byte {
		if own != nil {
			return decoded(own, b)
		}
		if e, err := findEncoding(charset); err == nil && is7Bit(charset) {
			return decoded(e, b)
		}
		return toUTF8(b, charset)
	})
	if err != nil {
		return nil, err
	}
	a := &Article{ID: m.ID, URL: m.URL, Title: m.Subject, Author: m.From}
	if m.Date != "" {
		a.setDate(m.Date)
	}
	if m.Damage != nil {
		a.Warnings = append(a.Warnings, m.Damage)
	}
	var list []string
	for _, p := range m.Parts {
		var lines []string
		if p.HTML != "" {
			if lines, err = fragment(ctx, []byte(p.HTML)); err != nil && !errors.Is(err, errNoArticle) {
				return nil, err
			}
		}
		if len(lines) == 0 {
			lines = wrappedLines(p.Plain)
		}
		list = append(list, lines...)
	}
	if len(list) == 0 {
		return nil, errors.New("no text in the mail but pictures")
	}
	if err := a.page(list); err != nil {
		return nil, err
	}
	return o.finish(a)
}

// is7Bit reports whether an encoding writes other letters in ASCII, so that its
// bytes are UTF-8 too.
func is7Bit(charset string) bool {
	charset = strings.ToLower(charset)
	return strings.HasPrefix(charset, "iso-2022-") || strings.HasPrefix(charset, "hz-")
}

// wrapAt is how long a line must be, in characters, for the next to go on with it.
const wrapAt = 50

// wrappedLines are the paragraphs of a text whose lines are broken at some 70
// characters. A short line ends by itself, as those of addresses do.
func wrappedLines(s string) []string {
	var l lines
	for line := range strings.Lines(s) {
		text := strings.TrimSpace(line)
		if text == "" {
			l.end()
			continue
		}
		l.cur.WriteString(line)
		if utf8.RuneCountInString(text) < wrapAt {
			l.end()
		}
	}
	l.end()
	return l.list
}

// mailFields are fields of headers that tell a mail from a text: at least one of
// each list.
var mailFields = [][]string{{"from"}, {"subject", "date", "to"}, {"message-id", "mime-version", "received", "content-type"}}

// isMail reports whether a file begins with the header of a mail.
func isMail(head []byte) bool {
	var found [3]bool
	for line := range bytes.Lines(head) {
		text := strings.TrimRight(string(line), "\r\n")
		if text == "" {
			break
		}
		name, _, ok := strings.Cut(text, ":")
		switch {
		case text[0] == ' ' || text[0] == '\t':
			continue
		case strings.ContainsAny(name, " \t") || !ok && bytes.HasSuffix(line, []byte("\n")):
			return false
		}
		for i, names := range mailFields {
			for _, n := range names {
				found[i] = found[i] || strings.EqualFold(n, name)
			}
		}
	}
	return found == [3]bool{true, true, true}
}

// mboxLine begins each mail of a mailbox.
var mboxLine = []byte("From ")

var errNoMailbox = errors.New("not a mailbox: its first line does not begin with \"From \"")

// mbox yields the mails of a mailbox, which begin with a line "From " behind a
// blank line.
func (c *cursor) mbox() error {
	br := bufio.NewReaderSize(c.r, 64<<10)
	if head, _ := br.Peek(len(mboxLine)); !bytes.Equal(head, mboxLine) {
		return errNoMailbox
	}
	var b []byte
	size, blank, atLine := 0, true, true
	for {
		part, err := br.ReadSlice('\n')
		end := len(part) == 0 && err == io.EOF
		if end || size > 0 && atLine && blank && bytes.HasPrefix(part, mboxLine) {
			if err := c.boxed(b, size); err != nil || end {
				return err
			}
			b, size = nil, 0
		}
		if atLine {
			part = unescaped(part)
			blank = len(bytes.TrimRight(part, "\r\n")) == 0
		}
		if size += len(part); size <= c.limit() {
			b = append(b, part...)
		} else {
			b = nil
		}
		switch {
		case size/passedRecords > c.limit():
			return errGivenUp
		case len(part) == 0:
			return err
		}
		atLine = err == nil
	}
}

// boxed yields one mail of a mailbox.
func (c *cursor) boxed(b []byte, size int) error {
	c.line++
	if size > c.limit() {
		return c.bad(tooLong(c.limit()))
	}
	return c.item(b, func(ctx context.Context) (*Article, error) { return c.mail(ctx, b) })
}

// unescaped takes off the mark that keeps a line of a mail from being the first of
// the next.
func unescaped(line []byte) []byte {
	if rest := bytes.TrimLeft(line, ">"); len(rest) < len(line) && bytes.HasPrefix(rest, mboxLine) {
		return line[1:]
	}
	return line
}
