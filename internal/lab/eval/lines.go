package eval

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"runtime"
)

// A LineError is what is wrong with one line of a file of JSON Lines.
type LineError struct {
	Line int // from 1
	Err  error
}

func (e *LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

func (e *LineError) Unwrap() error { return e.Err }

// A job is a line on its way through eachInOrder; out gives what became of it.
type job[T any] struct {
	line int
	text []byte
	out  chan result[T]
}

type result[T any] struct {
	value T
	err   error
}

// eachInOrder reads lines from r, calls work for several of them at a time,
// and done with what it returned, in the order of the lines and one at a time.
// No more than a few lines are in memory. It stops at the first error, a
// *LineError unless it is that of ctx.
func eachInOrder[T any](ctx context.Context, r io.Reader, work func(line []byte) (T, error), done func(T) error) error {
	workers := runtime.GOMAXPROCS(0)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	jobs, queue := make(chan job[T]), make(chan job[T], 2*workers)
	for range workers {
		go func() {
			for j := range jobs {
				v, err := work(j.text)
				j.out <- result[T]{v, err}
			}
		}()
	}
	read := make(chan error, 1)
	go func() {
		defer close(queue)
		defer close(jobs)
		read <- eachLine(r, func(n int, line []byte) error {
			j := job[T]{n, line, make(chan result[T], 1)}
			for _, c := range []chan job[T]{queue, jobs} {
				select {
				case c <- j:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
			return nil
		})
	}()
	for j := range queue {
		select {
		case res := <-j.out:
			if res.err == nil {
				res.err = done(res.value)
			}
			if res.err != nil {
				return &LineError{j.line, res.err}
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return <-read
}

// byteOrderMark may stand before the first line.
var byteOrderMark = []byte("\ufeff")

// eachLine calls f with each line that is not blank, and its number from 1.
func eachLine(r io.Reader, f func(n int, line []byte) error) error {
	br := bufio.NewReaderSize(r, 1<<20)
	for n := 1; ; n++ {
		line, err := br.ReadBytes('\n')
		if n == 1 {
			line = bytes.TrimPrefix(line, byteOrderMark)
		}
		if len(bytes.TrimSpace(line)) > 0 {
			if err := f(n, line); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return &LineError{n, err}
		}
	}
}
