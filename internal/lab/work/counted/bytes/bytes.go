// Package bytes is the standard library's, counting: each function adds the
// bytes that it looks at to [work.Count]. It has what the library uses; for
// more, add more.
package bytes

import (
	"bytes"

	"github.com/whosaid/whosaid/internal/lab/work"
)

// Buffer is bytes.Buffer: what it holds shows in the bytes allocated.
type Buffer = bytes.Buffer

func TrimRight(s []byte, cutset string) []byte {
	rest := bytes.TrimRight(s, cutset)
	work.Add(len(s) - len(rest) + 1)
	return rest
}
