package output

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestDataLastsBeforeItsName: else a power cut between the two would leave a name
// without its data, in the place of a good file.
func TestDataLastsBeforeItsName(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "page.html")
	require.NoError(t, os.WriteFile(name, []byte("old"), 0o644))
	read := func(name string) string {
		b, err := os.ReadFile(name)
		require.NoError(t, err)
		return string(b)
	}
	var done []string
	broken := errors.New("broken")
	fails := false
	d := disk{
		sync: func(f *os.File) error {
			done = append(done, "sync "+read(f.Name())+" over "+read(name))
			if fails {
				return broken
			}
			return f.Sync()
		},
		rename: func(from, to string) error {
			done = append(done, "rename "+read(from))
			return os.Rename(from, to)
		},
		folder: func(string) error {
			done = append(done, "folder with "+read(name))
			return nil
		},
	}
	put := func(text string) error {
		return d.lasting(name, func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		})
	}
	require.NoError(t, put("new"))
	require.Equal(t, []string{"sync new over old", "rename new", "folder with new"}, done)

	fails = true
	require.ErrorIs(t, put("newer"), broken)
	require.Equal(t, "new", read(name))
	left, err := filepath.Glob(filepath.Join(filepath.Dir(name), ".*"))
	require.NoError(t, err)
	require.Empty(t, left)
}
