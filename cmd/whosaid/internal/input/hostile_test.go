package input

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/hostile"
)

// allocated is how many bytes f takes from the heap, given back or not. Tests
// that ask for it must not run beside others.
func allocated(f func()) int64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return int64(after.TotalAlloc - before.TotalAlloc)
}

// TestHostilePagesGrowWithTheirBytes reads each family at 1 and 2 MB: twice the
// bytes are at most 2.2 times the work, which is counted in bytes of heap; and
// text before the hostile part is kept.
func TestHostilePagesGrowWithTheirBytes(t *testing.T) {
	const size = 1 << 19
	work := func(f hostile.Family, n int) (a *Article, bytes int64) {
		b := []byte(f.Make(n))
		bytes = allocated(func() {
			var err error
			a, err = page(context.Background(), b, "")
			require.NoError(t, err, f.Name)
		})
		if !strings.Contains(a.Text, hostile.Words) { t.Error(f.Name, "lost", a.Text[:min(100,len(a.Text))]) }
		return a, bytes
	}
	for _, f := range hostile.Pages() {
		_, once := work(f, size)
		_, twice := work(f, 2*size)
		if os.Getenv("V") != "" {
			fmt.Printf("%-30s %6.1f MB %6.1f MB %.2f\n", f.Name, float64(once)/1e6, float64(twice)/1e6, float64(twice)/float64(once))
		}
		if float64(twice) > 2.2*float64(once)+4e6 { t.Error(f.Name) }
	}
}

var _ = errors.New
var _ = io.EOF
var _ = bytes.NewReader
var _ = strings.Repeat
