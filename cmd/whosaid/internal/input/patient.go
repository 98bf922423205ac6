package input

import (
	"context"
	"io"
	"os"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/safe"
)

// Patient reads r, and ends with ctx even while r waits for somebody to write into
// a pipe. What r had not given by then is left to it.
func Patient(ctx context.Context, r io.Reader) io.Reader {
	return &patient{ctx: ctx, r: r, got: make(chan given)}
}

type patient struct {
	ctx  context.Context
	r    io.Reader
	got  chan given
	buf  [64 << 10]byte // only the goroutine that reads touches it until it has given
	rest []byte
	err  error
}

type given struct {
	n   int
	err error
}

func (p *patient) Read(b []byte) (int, error) {
	if len(p.rest) == 0 && p.err == nil {
		go func() {
			n := 0
			err := safe.Do(func() (err error) {
				n, err = p.r.Read(p.buf[:])
				return err
			})
			select {
			case p.got <- given{n, err}:
			case <-p.ctx.Done():
			}
		}()
		select {
		case g := <-p.got:
			p.rest, p.err = p.buf[:g.n], g.err
		case <-p.ctx.Done():
			p.err = p.ctx.Err()
		}
	}
	n := copy(b, p.rest)
	if p.rest = p.rest[n:]; len(p.rest) > 0 {
		return n, nil
	}
	return n, p.err
}

// openPatient opens a file. A pipe is opened, and read, no longer than ctx lasts:
// either waits for somebody who writes.
func openPatient(ctx context.Context, name string) (io.ReadCloser, error) {
	st, err := os.Stat(name)
	if err != nil || st.Mode().IsRegular() || st.IsDir() {
		return os.Open(name)
	}
	type opened struct {
		f   *os.File
		err error
	}
	done := make(chan opened, 1)
	go func() {
		f, err := os.Open(name)
		done <- opened{f, err}
	}()
	select {
	case o := <-done:
		if o.err != nil {
			return nil, o.err
		}
		return pipe{Patient(ctx, o.f), o.f}, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// A pipe is read patiently. To close it may have to wait for whoever reads.
type pipe struct {
	io.Reader
	f *os.File
}

func (p pipe) Close() error {
	go p.f.Close()
	return nil
}
