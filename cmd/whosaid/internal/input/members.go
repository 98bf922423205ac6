package input

import (
	"bufio"
	"bytes"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
)

// A memberError is what is wrong with one member of a file packed with gzip. It comes
// again and again, since not everyone who looks ahead heeds it, until it is passed;
// then comes the next member. In a web archive each record is one.
type memberError struct {
	error
	passed bool
}

func (e *memberError) Unwrap() error { return e.error }

// maxBroken bounds the members of a file that are told to be broken.
const maxBroken = 1000

// members unpacks the members of a file one after the other.
type members struct {
	tape   tape
	z      gzip.Reader
	open   bool // a member is being read
	broken int
	err    *memberError // the last
}

func (m *members) Read(p []byte) (int, error) {
	if m.err != nil && !m.err.passed {
		return 0, m.err
	}
	for {
		if !m.open {
			if err := m.begin(); err != nil {
				return 0, err
			}
		}
		n, err := m.z.Read(p)
		switch {
		case err == io.EOF:
			m.open = false
		case err != nil:
			return n, m.fail(err)
		}
		if n > 0 {
			return n, nil
		}
	}
}

// begin opens the next member.
func (m *members) begin() error {
	if err := m.tape.more(); err != nil {
		return err
	}
	m.tape.past = m.tape.past[:0]
	if err := m.z.Reset(&m.tape); err != nil {
		return m.fail(err)
	}
	m.z.Multistream(false)
	m.open = true
	return nil
}

// fail ends the member at hand and goes on to the next, if there is one.
func (m *members) fail(err error) error {
	m.open, m.err = false, &memberError{error: err}
	if m.broken++; m.broken > maxBroken {
		m.tape = tape{r: bufio.NewReader(bytes.NewReader(nil))}
		m.err.error = fmt.Errorf("%w: one of too many, so the rest is not read", err)
		return m.err
	}
	m.tape.rewind()
	for {
		c, rerr := m.tape.ReadByte()
		if rerr != nil { // the end, which the next reading finds
			return m.err
		}
		if c == gzipMagic[2] && bytes.HasSuffix(m.tape.past, []byte(gzipMagic)) {
			m.tape.ahead = append([]byte(gzipMagic), m.tape.ahead...)
			return m.err
		}
	}
}

// gzipMagic begins a member.
const gzipMagic = "\x1f\x8b\x08"

// keptPast is how many bytes of a member can be read again: those that a broken one
// was read beyond its end.
const keptPast = 64 << 10

// A tape is a file that can be wound back a little.
type tape struct {
	r     *bufio.Reader
	past  []byte // what was read of the member at hand, or the end of it
	ahead []byte // what is read again
}

// more is io.EOF at the end.
func (t *tape) more() error {
	if len(t.ahead) > 0 {
		return nil
	}
	_, err := t.r.Peek(1)
	return err
}

// ReadByte is as in io.ByteReader, which makes gzip read no byte too much.
func (t *tape) ReadByte() (c byte, err error) {
	if len(t.ahead) > 0 {
		c, t.ahead = t.ahead[0], t.ahead[1:]
	} else if c, err = t.r.ReadByte(); err != nil {
		return 0, err
	}
	if len(t.past) >= 2*keptPast {
		t.past = append(t.past[:0], t.past[keptPast:]...)
	}
	t.past = append(t.past, c)
	return c, nil
}

func (t *tape) Read(p []byte) (n int, err error) {
	for n < len(p) {
		c, err := t.ReadByte()
		if err != nil {
			return n, err
		}
		p[n] = c
		n++
	}
	return n, nil
}

// rewind goes back to behind the first byte of the member at hand, or as far as may be.
func (t *tape) rewind() {
	if len(t.past) > 1 {
		t.ahead = append(bytes.Clone(t.past[1:]), t.ahead...)
	}
	t.past = t.past[:0]
}
