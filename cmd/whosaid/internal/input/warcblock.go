package input

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// recordMark is how a record begins, as far as it is looked for within another.
var recordMark = []byte("\nWARC/1.")

// A block is what a record of a web archive says that it holds. Where that is too
// much, the next records are in it: what looks like them is kept, so that it can be
// read again.
type block struct {
	io.LimitedReader
	limit int
	tail  []byte // the end of what was read, in which a mark may begin
	kept  []byte
	found bool
}

func (b *block) Read(p []byte) (int, error) {
	n, err := b.LimitedReader.Read(p)
	b.look(p[:n])
	return n, err
}

// look looks for a record in what is read.
func (b *block) look(p []byte) {
	if b.found {
		if len(b.kept)+len(p) <= b.limit {
			b.kept = append(b.kept, p...)
		}
		return
	}
	// The mark may begin in the tail.
	seam := append(b.tail, p[:min(len(p), len(recordMark)-1)]...)
	if i := bytes.Index(seam, recordMark); i >= 0 {
		b.found, b.kept = true, append(append(b.kept, b.tail[i+1:]...), p...)
		return
	}
	if i := bytes.Index(p, recordMark); i >= 0 {
		b.found, b.kept = true, append(b.kept, p[i+1:]...)
		return
	}
	if len(p) >= len(recordMark)-1 {
		seam = p
	}
	b.tail = append(b.tail[:0], seam[max(0, len(seam)-len(recordMark)+1):]...)
}

// ends says what is wrong with how the record ends.
func (b *block) ends(br *bufio.Reader, length int64) error {
	end, err := br.Peek(4)
	var broken *memberError
	switch {
	case errors.As(err, &broken):
		return err
	case b.N > 0:
		return fmt.Errorf("the record ends after %d of %d bytes", length-b.N, length)
	case len(end) > 0 && !bytes.HasPrefix(end, []byte("\r\n")) && !bytes.HasPrefix(end, []byte("\n")):
		return fmt.Errorf("the record does not end after the %d bytes of its Content-Length", length)
	}
	return nil
}

// A crawl is a web archive on its way. What a record took of the next ones can be
// read again.
type crawl struct {
	*bufio.Reader
	ahead  []byte
	r      io.Reader
	budget int // how many bytes may be read again, in all
}

func newCrawl(r io.Reader, limit int) *crawl {
	a := &crawl{r: r, budget: passedRecords * limit}
	a.Reader = bufio.NewReaderSize(readerFunc(a.read), 64<<10)
	return a
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

func (a *crawl) read(p []byte) (int, error) {
	if len(a.ahead) == 0 {
		return a.r.Read(p)
	}
	n := copy(p, a.ahead)
	a.ahead = a.ahead[n:]
	return n, nil
}

// again lets what was read be read again. It does so for no more than the budget: each
// record may claim all that follow.
func (a *crawl) again(b []byte) {
	if len(b) > a.budget {
		return
	}
	a.budget -= len(b)
	rest, _ := a.Peek(a.Buffered())
	a.ahead = append(append(bytes.Clone(b), rest...), a.ahead...)
	a.Reset(readerFunc(a.read))
}
