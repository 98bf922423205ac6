// Package stream answers lines with lines: one for each, in order, at once. A
// program that runs the tool for many records, such as a task of Spark, keeps one
// process for all of them, and always knows which it has answered.
package stream

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/safe"
)

// An Answer writes what there is to say to one line, which ends in a newline. If it
// returns an error it has written nothing.
type Answer func(ctx context.Context, line []byte, w io.Writer) error

// errTooLong reports a line over the limit.
var errTooLong = errors.New("the line is too long")

// Run answers each line of r, also a blank one, until r ends or ctx is done. What
// cannot be answered, and a line of more than limit bytes, gets {"error": reason}. It
// fails only if r or w does.
func Run(ctx context.Context, r io.Reader, w io.Writer, limit int, answer Answer) error {
	in, out := bufio.NewReaderSize(r, 64<<10), bufio.NewWriterSize(w, 64<<10)
	for {
		line, err := readLine(in, limit)
		if err == io.EOF {
			return nil
		}
		if err != nil && !errors.Is(err, errTooLong) {
			return err
		}
		if err == nil {
			err = safe.Do(func() error { return answer(ctx, line, out) })
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			err = fail(out, err)
		}
		if err = errors.Join(err, out.Flush()); err != nil {
			return err
		}
	}
}

// fail writes the answer to a line that has no other.
func fail(w io.Writer, reason error) error {
	b, err := json.Marshal(struct {
		Error string `json:"error"`
	}{reason.Error()})
	if err != nil {
		return err
	}
	_, err = w.Write(append(b, '\n'))
	return err
}

// readLine returns the next line without its end. Of one over the limit no more is
// kept than that.
func readLine(r *bufio.Reader, limit int) ([]byte, error) {
	var line []byte
	size := 0
	for {
		part, err := r.ReadSlice('\n')
		size += len(part)
		if len(line) <= limit {
			line = append(line, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && size == 0:
			return nil, io.EOF
		case err != nil && err != io.EOF:
			return nil, err
		case size > limit+1: // with its end
			return nil, fmt.Errorf("%w: %d bytes, limit %d", errTooLong, size, limit)
		case err == nil:
			line = line[:len(line)-1]
		}
		return line, nil
	}
}
