package hostile

// A Reading is what one text costs to read. It is what internal/cmd/work
// prints.
type Reading struct {
	Family string
	Bytes  int
	// Work is what internal/lab/work counts.
	Work uint64
	// Unwatched is the most work between two looks at the context, and Late the
	// most that was done after the context was done.
	Unwatched, Late uint64
	// Allocated is all bytes allocated, garbage included; Peak the most in use
	// at a time, the document included, beyond what was in use before.
	Allocated, Peak uint64
	// Document is what of it the document takes.
	Document uint64
}
