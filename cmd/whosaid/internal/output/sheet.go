package output

import (
	"bytes"
	"io"
	"strconv"
)

// A render writes one record in a form. Its errors are those of w, or of a record
// that the form cannot hold. Where the number of the record belongs it calls
// putNumber, since that is known only when the turn of the record has come.
type render func(w io.Writer, r *Record) error

// A numberer is a writer that knows the number of the record, or will.
type numberer interface{ number() error }

// putNumber writes the number of the record that is written into w. Whatever wraps
// w must have been flushed.
func putNumber(w io.Writer) error { return w.(numberer).number() }

// numbered writes a record whose number is known.
type numbered struct {
	io.Writer
	doc int
}

func (n numbered) number() error {
	_, err := n.Write(strconv.AppendInt(nil, int64(n.doc), 10))
	return err
}

// A sheet keeps what is written of a record until its number is known.
type sheet struct {
	bytes.Buffer
	gaps []int // where the number belongs
}

func (s *sheet) number() error {
	s.gaps = append(s.gaps, s.Len())
	return nil
}

// put writes the sheet with the number filled in.
func (s *sheet) put(w io.Writer, doc int) error {
	b, from := s.Bytes(), 0
	n := numbered{w, doc}
	for _, gap := range s.gaps {
		if _, err := w.Write(b[from:gap]); err != nil {
			return err
		}
		if err := n.number(); err != nil {
			return err
		}
		from = gap
	}
	_, err := w.Write(b[from:])
	return err
}

// prepared writes a record that can be rendered, under a number. It fails only if w
// does.
type prepared func(w io.Writer, doc int) error

// maxHeld bounds the texts, in bytes, whose output is kept until it is written.
// That of JSON takes some twenty times as much.
const maxHeld = 64 << 10

// prepare renders a record ahead of its turn, so that one that cannot be rendered
// fails before any of it is written. Of a short text the output is kept, and the
// record is not needed any more. That of a long one is thrown away and made
// again when its turn has come: time for memory.
func prepare(r *Record, f render) (prepared, error) {
	if len(r.Document.Text) > maxHeld {
		return func(w io.Writer, doc int) error { return f(numbered{w, doc}, r) }, f(numbered{io.Discard, 0}, r)
	}
	var s sheet
	err := f(&s, r)
	return s.put, err
}

// prepareAll prepares the parts of a record.
func prepareAll(r *Record, parts []render) ([]prepared, error) {
	ready := make([]prepared, len(parts))
	for i, f := range parts {
		var err error
		if ready[i], err = prepare(r, f); err != nil {
			return nil, err
		}
	}
	return ready, nil
}
