package hostile

// A Reading tells what one text costs to read. It is what internal/cmd/work
// prints.
type Reading struct {
	Family string
	Bytes  int
	// Work is what internal/work counts.
	Work uint64
	// Unwatched is the most work between two looks at the context.
	Unwatched uint64
	// Allocated is all bytes allocated, Peak the most in use at a time beyond
	// what was before, or 0 if that was not measured.
	Allocated, Peak uint64
}
