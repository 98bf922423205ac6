//go:build unix

package input

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// readAllOf opens arguments and returns the texts that are read, and what is told.
func readAllOf(t *testing.T, args ...string) (texts, told []string) {
	t.Helper()
	s, err := Open(args, Options{})
	require.NoError(t, err)
	for it, err := range s.Items(context.Background()) {
		if err == nil {
			var a *Article
			if a, err = it.Load(context.Background()); err == nil {
				texts = append(texts, a.Text)
			}
		}
		if err != nil {
			told = append(told, err.Error())
		}
	}
	return texts, told
}

// TestWhatFoldersHold: what is no file, or cannot be read, is told and the rest goes
// on.
func TestWhatFoldersHold(t *testing.T) {
	t.Parallel()
	dir, elsewhere := t.TempDir(), t.TempDir()
	put := func(dir, name, text string) string {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
		return path
	}
	put(dir, "a.txt", "one")
	put(elsewhere, "b.txt", "two")
	require.NoError(t, os.Symlink(elsewhere, filepath.Join(dir, "folder")))
	require.NoError(t, os.Symlink(filepath.Join(dir, "gone"), filepath.Join(dir, "gone.txt")))
	require.NoError(t, os.Symlink(filepath.Join(dir, "gone"), filepath.Join(dir, "gone.png")))
	require.NoError(t, os.Symlink(filepath.Join(dir, "a.txt"), filepath.Join(dir, "same.txt")))
	require.NoError(t, os.Symlink(filepath.Join(elsewhere, "b.txt"), filepath.Join(dir, "link.txt")))
	require.NoError(t, syscall.Mkfifo(filepath.Join(dir, "pipe.txt"), 0o600))
	texts, told := readAllOf(t, dir)
	require.Equal(t, []string{"one", "two"}, texts)
	require.Len(t, told, 3)
	require.Contains(t, told[0], "folder: a link to a folder, which is not followed")
	require.Contains(t, told[1], "gone.txt: no such file")
	require.Contains(t, told[2], "pipe.txt: not a regular file")

	texts, _ = readAllOf(t, filepath.Join(dir, "folder"))
	require.Equal(t, []string{"two"}, texts, "a link that is named is followed")

	if os.Getuid() != 0 { // nothing keeps root out
		require.NoError(t, os.Mkdir(filepath.Join(elsewhere, "closed"), 0))
		texts, told = readAllOf(t, elsewhere)
		require.Equal(t, []string{"two"}, texts)
		require.Len(t, told, 1)
		require.Contains(t, told[0], "closed: permission denied")
	}
}

// TestOneFileByManyNames is read once.
func TestOneFileByManyNames(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	a := filepath.Join(dir, "a.txt")
	require.NoError(t, os.WriteFile(a, []byte("one"), 0o600))
	wd, err := os.Getwd()
	require.NoError(t, err)
	rel, err := filepath.Rel(wd, a)
	require.NoError(t, err)
	texts, told := readAllOf(t, a, rel, dir, filepath.Join(dir, "*.txt"), dir+"/./a.txt")
	require.Equal(t, []string{"one"}, texts)
	require.Empty(t, told)
}

// TestNobodyWaitsForAPipe: a pipe that nobody writes into, or that nobody opens,
// ends with the context.
func TestNobodyWaitsForAPipe(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "pipe.txt")
	require.NoError(t, syscall.Mkfifo(path, 0o600))
	never, w := io.Pipe()
	defer w.Close()
	for _, arg := range []string{"-", path} {
		ctx, cancel := context.WithCancel(context.Background())
		s, err := Open([]string{arg}, Options{Stdin: never})
		require.NoError(t, err)
		done := make(chan int)
		go func() {
			n := 0
			for range s.Items(ctx) {
				n++
			}
			done <- n
		}()
		cancel()
		require.Zero(t, <-done)
	}
}

func TestPatient(t *testing.T) {
	t.Parallel()
	want := strings.Repeat("abc", 100_000)
	b, err := io.ReadAll(Patient(context.Background(), strings.NewReader(want)))
	require.NoError(t, err)
	require.Equal(t, want, string(b))
	_, err = io.ReadAll(Patient(context.Background(), io.MultiReader(strings.NewReader("a"), errorReader{})))
	require.ErrorIs(t, err, errOnPurpose)
}

var errOnPurpose = errors.New("on purpose")

type errorReader struct{}

func (errorReader) Read([]byte) (int, error) { return 0, errOnPurpose }

// TestIdentities: who an article is does not depend on where it stands.
func TestIdentities(t *testing.T) {
	t.Parallel()
	key := func(a Article) any { return a.entry(Item{}).Key }
	require.Equal(t, key(Article{ID: "1", Text: "a"}), key(Article{ID: "1", Text: "b"}))
	require.NotEqual(t, key(Article{ID: "1", URL: "https://a.org/x"}), key(Article{ID: "1", URL: "https://b.org/x"}), "ids of two outlets")
	require.Equal(t, key(Article{URL: "https://www.a.org/x/#top"}), key(Article{URL: "http://A.org/x"}))
	require.NotEqual(t, key(Article{URL: "https://a.org/?p=1"}), key(Article{URL: "https://a.org/?p=2"}))
	require.NotEqual(t, key(Article{URL: "https://a.org/", Text: "a"}), key(Article{URL: "https://a.org/", Text: "b"}), "the first page of a site")
	require.Equal(t, key(Article{Text: "a"}), key(Article{Text: "a"}))
}
