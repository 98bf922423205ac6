package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"golang.org/x/term"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
)

// errTerminated says that a SIGTERM came.
var errTerminated = errors.New("terminated")

// untilSignal is a context that the first SIGINT or SIGTERM ends, and after which a
// command is waited for as long as patience lasts. The second ends the process as
// it would any other.
func untilSignal(patience time.Duration) context.Context {
	ctx, cancel := context.WithCancelCause(context.WithValue(context.Background(), patienceKey{}, patience))
	got := make(chan os.Signal, 1)
	signal.Notify(got, os.Interrupt, syscall.SIGTERM)
	go func() {
		s := <-got
		signal.Stop(got)
		if s == syscall.SIGTERM {
			cancel(errTerminated)
		}
		cancel(context.Canceled)
	}()
	return ctx
}

// patience is how long a command has to end by itself when it is told to. It may
// be held up where no context reaches, as by a pipe that nobody reads; what it has
// written is as good then as that of a run that is killed.
const patience = 800 * time.Millisecond

// patienceKey is under what a context has the patience of its command.
type patienceKey struct{}

// within runs do, and waits no longer than its patience once ctx is done.
func within(ctx context.Context, do func() error) error {
	done := make(chan error, 1)
	go func() { done <- do() }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	wait, ok := ctx.Value(patienceKey{}).(time.Duration)
	if !ok {
		wait = patience
	}
	select {
	case err := <-done:
		return err
	case <-time.After(wait):
		return ctx.Err()
	}
}

// A console is standard output. It remembers its first error, which not everyone who
// prints looks at, and no control characters reach a terminal.
type console struct {
	w   io.Writer
	mu  sync.Mutex // of err
	err error
}

func newConsole(w io.Writer) *console {
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		w = output.Terminal(w)
	}
	return &console{w: w}
}

func (c *console) Write(p []byte) (int, error) {
	if err := c.failed(); err != nil {
		return 0, err
	}
	n, err := c.w.Write(p)
	if err != nil {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.err = err
	}
	return n, err
}

func (c *console) failed() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.err
}
