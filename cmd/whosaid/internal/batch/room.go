package batch

import (
	"context"
	"sync"
)

// A room bounds the bytes of the records that are on their way.
type room struct {
	mu    sync.Mutex
	free  int
	size  int
	given chan struct{} // says that something was given back
}

func newRoom(size int) *room {
	return &room{free: size, size: size, given: make(chan struct{}, 1)}
}

// take waits until there is room for n bytes, or for a record that is larger
// than the room until nothing else is on its way. It returns false if ctx is
// done before. One goroutine takes.
func (r *room) take(ctx context.Context, n int) bool {
	for {
		r.mu.Lock()
		ok := n <= r.free || r.free == r.size
		if ok {
			r.free -= n
		}
		r.mu.Unlock()
		if ok {
			return true
		}
		select {
		case <-r.given:
		case <-ctx.Done():
			return false
		}
	}
}

// give gives n bytes back.
func (r *room) give(n int) {
	r.mu.Lock()
	r.free += n
	r.mu.Unlock()
	select {
	case r.given <- struct{}{}:
	default:
	}
}
