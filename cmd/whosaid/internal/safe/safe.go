// Package safe keeps a text that makes the library, or a library for files,
// panic from ending more than its own reading.
package safe

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
)

// An Extractor is what this module asks of an *extract.Extractor.
type Extractor interface {
	Extract(ctx context.Context, text string, opts ...extract.DocOption) (*whosaid.Document, error)
}

// A PanicError is a panic that Do has caught.
type PanicError struct {
	Value any
	Where string // the line of code, such as "decode.go:12"
}

func (e *PanicError) Error() string {
	return fmt.Sprintf("internal error at %s, please report it: %v", e.Where, e.Value)
}

// Unwrap returns the value of the panic if it is an error.
func (e *PanicError) Unwrap() error {
	err, _ := e.Value.(error)
	return err
}

// Do calls f and returns its error, or a *PanicError if it panics.
func Do(f func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &PanicError{v, where()}
		}
	}()
	return f()
}

// where is the line that panicked. It is called while the panic unwinds.
func where() string {
	var pcs [32]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs[:])])
	for panicking := false; ; {
		f, more := frames.Next()
		runs := strings.HasPrefix(f.Function, "runtime.")
		if panicking && !runs {
			return fmt.Sprintf("%s:%d", filepath.Base(f.File), f.Line)
		}
		panicking = panicking || runs
		if !more {
			return "an unknown line"
		}
	}
}
