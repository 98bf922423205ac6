package mcpserver

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"sync"
	"time"
)

// A Pipe joins standard input and output to a connection that ends when the input
// does, but not before its last call is answered: so that calls can be piped in from
// a file.
type Pipe struct {
	ctx  context.Context
	in   io.Reader
	out  io.Writer
	wait time.Duration // for answers, at the end of the input

	mu      sync.Mutex
	open    map[string]bool // calls that are not answered, by their id
	line    []byte          // the message that is being read
	settled chan struct{}   // gets something whenever a call was answered
}

// NewPipe returns a Pipe that waits so long for the last answers.
func NewPipe(ctx context.Context, in io.Reader, out io.Writer, wait time.Duration) *Pipe {
	return &Pipe{ctx: ctx, in: in, out: out, wait: wait, open: map[string]bool{}, settled: make(chan struct{}, 1)}
}

// Read reads what the client sends.
func (p *Pipe) Read(b []byte) (int, error) {
	n, err := p.in.Read(b)
	p.note(b[:n])
	if err == io.EOF {
		p.finish()
	}
	return n, err
}

// note remembers the calls that are in what was read.
func (p *Pipe) note(b []byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for len(b) > 0 {
		i := bytes.IndexByte(b, '\n')
		if i < 0 {
			if len(p.line) <= MaxMessage { // a longer one is no message
				p.line = append(p.line, b...)
			}
			return
		}
		if id, call := idOf(append(p.line, b[:i]...)); call {
			p.open[id] = true
		}
		p.line, b = p.line[:0], b[i+1:]
	}
}

// idOf is the id of a message, and whether it is a call.
func idOf(line []byte) (id string, call bool) {
	var m struct {
		ID     json.RawMessage `json:"id"`
		Method string          `json:"method"`
	}
	if json.Unmarshal(line, &m) != nil || len(m.ID) == 0 {
		return "", false
	}
	return string(m.ID), m.Method != ""
}

// finish waits until all calls are answered.
func (p *Pipe) finish() {
	timeout := time.NewTimer(p.wait)
	defer timeout.Stop()
	for {
		p.mu.Lock()
		left := len(p.open)
		p.mu.Unlock()
		if left == 0 {
			return
		}
		select {
		case <-p.settled:
		case <-timeout.C:
			return
		case <-p.ctx.Done():
			return
		}
	}
}

// Write writes one message of the server.
func (p *Pipe) Write(b []byte) (int, error) {
	n, err := p.out.Write(b)
	if id, call := idOf(b); id != "" && !call {
		p.mu.Lock()
		delete(p.open, id)
		p.mu.Unlock()
		select {
		case p.settled <- struct{}{}:
		default:
		}
	}
	return n, err
}

// Close leaves both open: they are not the connection's.
func (p *Pipe) Close() error { return nil }
