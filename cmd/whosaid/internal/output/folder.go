package output

import (
	"bufio"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// A part is one of the files that a record becomes.
type part struct {
	ext    string
	render render
}

// A folder keeps the files of each record under a name made of its place, so
// that writing a record twice does no harm.
type folder struct {
	dir     string
	parts   []part
	journal *journal
}

// openFolder opens a folder for records of the given parts. extra are files
// that stand there once.
func openFolder(o Options, parts []part, extra map[string]string) (Writer, error) {
	if o.Path == "" || o.Path == "-" {
		return nil, ErrNeedsPath
	}
	dir := filepath.Clean(o.Path)
	_, err := os.Stat(dir + ".journal")
	there := err == nil
	if there && !o.Resume && !o.Force {
		return nil, &ExistsError{o.Path}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	for name, text := range extra {
		err := Replace(filepath.Join(dir, name), func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	j, err := openJournal(dir, o.Resume && there)
	return &folder{dir, parts, j}, err
}

func (f *folder) Encode(r *Record) (Write, error) {
	renders := make([]render, len(f.parts))
	for i, p := range f.parts {
		renders[i] = p.render
	}
	ready, err := prepareAll(r, renders)
	if err != nil {
		return nil, err
	}
	name, e := filepath.Join(f.dir, fileName(r)), entry{Place: r.Place.String(), Doc: r.Doc}
	return func() error {
		for i, p := range f.parts {
			if err := Replace(name+p.ext, ready[i]); err != nil {
				return err
			}
		}
		f.journal.note(e)
		return f.journal.flush()
	}, nil
}

// Replace writes a file whole or not at all. It never takes the place of a
// device or a folder.
func Replace(name string, write func(io.Writer) error) error {
	if st, err := os.Stat(name); err == nil && !st.Mode().IsRegular() {
		return fmt.Errorf("%s: %w", name, ErrNoFile)
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".whosaid-*")
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	err = errors.Join(write(w), w.Flush(), f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

// fileName is a name for the files of a record: what can be read of its id,
// and a hash that sets it apart from others.
func fileName(r *Record) string {
	base := strings.TrimSuffix(filepath.Base(r.ID), filepath.Ext(r.ID))
	base = strings.Map(func(c rune) rune {
		if c < unicode.MaxASCII && (unicode.IsLetter(c) || unicode.IsDigit(c)) || c == '-' || c == '_' {
			return c
		}
		return '-'
	}, base)
	base = strings.Trim(base[:min(len(base), 60)], "-")
	h := fnv.New32a()
	h.Write([]byte(r.Place.String()))
	return strings.TrimLeft(fmt.Sprintf("%s-%08x", base, h.Sum32()), "-")
}

func (f *folder) Done() (map[string]bool, int) { return f.journal.places, f.journal.last.Doc }

func (f *folder) Flush() error { return f.journal.flush() }

func (f *folder) Close() error { return errors.Join(f.journal.flush(), f.journal.f.Close()) }
