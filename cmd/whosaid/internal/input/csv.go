package input

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
)

// maxCells bounds the cells of one row, each of which takes memory even if it
// is empty.
const maxCells = 1 << 16

var errCells = fmt.Errorf("the row has more than %d cells", maxCells)

// csv yields an article for each row below the header, which names the fields.
func (c *cursor) csv(comma rune) error {
	rows := &rowReader{br: bufio.NewReaderSize(c.r, 64<<10), limit: c.limit(), comma: byte(comma), lazy: comma == '\t'}
	var columns map[string]int
	for {
		b, err := rows.next()
		c.line = rows.start
		switch {
		case err == io.EOF && columns == nil:
			c.line = 0
			return errors.New("no header")
		case err == io.EOF:
			return nil
		case columns == nil && err != nil:
			return err
		case errors.Is(err, errTooLong), errors.Is(err, errCells):
			err = c.bad(err)
		case err != nil:
		case columns == nil:
			columns, err = rows.header(b)
		default:
			err = c.item(b, func(ctx context.Context) (*Article, error) {
				row, err := rows.cells(b)
				if err != nil {
					return nil, err
				}
				return c.row(ctx, columns, row)
			})
		}
		if err != nil {
			return err
		}
	}
}

func (o *Options) row(ctx context.Context, columns map[string]int, row []string) (*Article, error) {
	return o.fromFields(ctx, func(name string) (string, bool) {
		i, ok := columns[name]
		if !ok || i >= len(row) {
			return "", false
		}
		return row[i], true
	})
}

// A rowReader finds where the rows of a table end, as encoding/csv does, but
// keeps no more of a row than a record may have.
type rowReader struct {
	br    *bufio.Reader
	limit int // of a row, in bytes
	comma byte
	lazy  bool // quotation marks may stand within a cell
	line  int  // how many line ends were read
	start int  // the line on which the row at hand begins, from 1
	state rowState
	count int // cells of the row at hand
}

// rowState is where in a cell the reader stands.
type rowState int

const (
	atStart     rowState = iota // at the beginning of a cell
	inPlain                     // in a cell without quotation marks around it
	inQuoted                    // in a cell within quotation marks
	afterMark                   // behind a mark in such a cell, which ends it or is one of two
	afterReturn                 // behind such a mark and a carriage return, which may end the line
	inBroken                    // behind a mark where there must be none: the line is lost, and it alone
)

// next returns the next row with its line end, which is the caller's to keep.
// Blank lines between rows are skipped. A row over the limit is skipped
// with errTooLong or errCells.
func (r *rowReader) next() (row []byte, err error) {
	r.start, r.state, r.count = r.line+1, atStart, 1
	size := 0
	for {
		part, err := r.br.ReadSlice('\n')
		if size == 0 && err != bufio.ErrBufferFull && blank(part) && (err == nil || len(part) > 0) {
			r.line++
			r.start = r.line + 1
			continue
		}
		size += len(part)
		for _, b := range part {
			r.step(b)
		}
		if size <= r.limit {
			row = append(row, part...)
		} else {
			row = nil
		}
		switch {
		case err == io.EOF && size == 0:
			return nil, io.EOF
		case size/passedRecords > r.limit:
			return nil, fmt.Errorf("%w: is a quotation mark missing?", errGivenUp)
		case err != nil && err != bufio.ErrBufferFull && err != io.EOF:
			return nil, err
		case err == nil && r.state != atStart || err == bufio.ErrBufferFull:
			continue // the line goes on, or the row does
		case size > r.limit:
			return nil, tooLong(r.limit)
		case r.count > maxCells:
			return nil, errCells
		}
		return row, nil
	}
}

// blank reports whether a line is blank, and so not a row.
func blank(line []byte) bool {
	switch string(line) {
	case "", "\n", "\r\n", "\r": // the last can only end the file
		return true
	}
	return false
}

// step follows one byte. After the end of a row it is atStart.
func (r *rowReader) step(b byte) {
	if b == '\n' {
		r.line++
	}
	if b == '\n' && r.state != inQuoted {
		r.state = atStart
		return
	}
	switch r.state {
	case inBroken:
	case inQuoted:
		if b == '"' {
			r.state = afterMark
		}
	case afterReturn:
		r.state = r.misplaced(b)
	case afterMark:
		switch b {
		case '"':
			r.state = inQuoted
		case '\r':
			r.state = afterReturn
		case r.comma:
			r.cell()
		default:
			r.state = r.misplaced(b)
		}
	case atStart, inPlain:
		switch {
		case b == r.comma:
			r.cell()
		case b == '"' && r.state == atStart:
			r.state = inQuoted
		case b == '"' && !r.lazy:
			r.state = inBroken
		default:
			r.state = inPlain
		}
	}
}

// cell begins the next cell.
func (r *rowReader) cell() {
	r.state = atStart
	r.count++
}

// misplaced is the state behind a mark that neither ends a cell nor is one of
// two, and b.
func (r *rowReader) misplaced(b byte) rowState {
	switch {
	case !r.lazy:
		return inBroken
	case b == '"':
		return afterMark
	}
	return inQuoted
}

// header maps the names of the columns to their indexes.
func (r *rowReader) header(row []byte) (map[string]int, error) {
	names, err := r.cells(row)
	if err != nil {
		return nil, err
	}
	columns := make(map[string]int, len(names))
	for i, name := range names {
		columns[strings.TrimSpace(strings.TrimPrefix(name, "\ufeff"))] = i
	}
	return columns, nil
}

// buffers are those of the readers of single rows.
var buffers = sync.Pool{New: func() any { return bufio.NewReader(nil) }}

// cells splits a row. It may be called on any goroutine.
func (r *rowReader) cells(row []byte) ([]string, error) {
	br := buffers.Get().(*bufio.Reader)
	defer buffers.Put(br)
	br.Reset(bytes.NewReader(recordUTF8(row)))
	c := csv.NewReader(br) // which takes br as it is
	c.Comma = rune(r.comma)
	c.LazyQuotes = r.lazy
	c.FieldsPerRecord = -1
	cells, err := c.Read()
	var pe *csv.ParseError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return cells, err
}
