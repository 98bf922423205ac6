package output

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// A render writes one record as the bytes of a form.
type render func(r *Record) ([]byte, error)

// lines opens forms whose records follow each other in one file.
func lines(f render) func(Options) (Writer, error) { return headed("", f) }

// headed is lines with a head for the file.
func headed(head string, f render) func(Options) (Writer, error) {
	return func(o Options) (Writer, error) {
		if o.Path == "" || o.Path == "-" {
			s := &stream{render: f, w: bufio.NewWriter(o.Stdout)}
			_, err := s.w.WriteString(head)
			return s, err
		}
		s := &stream{render: f}
		var err error
		if s.files, err = openFiles(o, o.Path, []string{o.Path}); err == nil && len(s.files.journal.places) == 0 {
			err = s.files.begin([][]byte{[]byte(head)})
		}
		return s, err
	}
}

// documents opens forms with a file for each record, if the path ends in a
// slash, else as lines does.
func documents(ext string, f render) func(Options) (Writer, error) {
	return func(o Options) (Writer, error) {
		if strings.HasSuffix(o.Path, "/") {
			return openFolder(o, []part{{ext, f}}, nil)
		}
		return lines(f)(o)
	}
}

// A stream writes records one after the other.
type stream struct {
	render render
	w      *bufio.Writer // standard output, if there are no files
	files  *files
}

func (s *stream) Encode(r *Record) (Write, error) {
	b, err := s.render(r)
	if err != nil {
		return nil, err
	}
	return func() error {
		if s.files == nil {
			_, err := s.w.Write(b)
			return err
		}
		return s.files.write(r, [][]byte{b})
	}, nil
}

func (s *stream) Done() (map[string]bool, int) {
	if s.files == nil {
		return nil, 0
	}
	return s.files.journal.places, s.files.journal.last.Doc
}

func (s *stream) Flush() error {
	if s.files == nil {
		return s.w.Flush()
	}
	return s.files.flush()
}

func (s *stream) Close() error {
	if s.files == nil {
		return s.w.Flush()
	}
	return s.files.close()
}

// files are the files of one output, which grow together, and their journal.
type files struct {
	names   []string
	files   []*os.File
	w       []*bufio.Writer
	sizes   []int64
	journal *journal
}

// openFiles opens the files of the output at path. With Resume they go on
// after the last record of the journal.
func openFiles(o Options, path string, names []string) (*files, error) {
	st, err := os.Stat(path)
	there := err == nil
	if there && !o.Resume && !o.Force && st.Mode().IsRegular() {
		return nil, &ExistsError{path}
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	fs := &files{names: names, sizes: make([]int64, len(names))}
	if there && !st.Mode().IsRegular() && !st.IsDir() { // a device or pipe, which cannot be gone on with
		fs.journal = &journal{places: map[string]bool{}}
	} else if fs.journal, err = openJournal(filepath.Clean(path), o.Resume && there); err != nil {
		return nil, err
	}
	copy(fs.sizes, fs.journal.last.Sizes)
	for i, name := range names {
		f, err := openAt(name, fs.sizes[i])
		if err != nil {
			fs.close()
			return nil, err
		}
		fs.files, fs.w = append(fs.files, f), append(fs.w, bufio.NewWriterSize(f, 64<<10))
	}
	return fs, nil
}

// openAt opens a file for writing after its first size bytes, and cuts off
// the others.
func openAt(name string, size int64) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	if st, err := f.Stat(); err == nil && st.Mode().IsRegular() {
		if err := f.Truncate(size); err != nil {
			f.Close()
			return nil, err
		}
		if err := seek(f, size); err != nil {
			f.Close()
			return nil, err
		}
	}
	return f, nil
}

// begin writes the heads of the files, of which nothing is kept.
func (fs *files) begin(heads [][]byte) error {
	for i, f := range fs.files {
		fs.sizes[i] = 0
		if st, err := f.Stat(); err == nil && st.Mode().IsRegular() {
			if err := errors.Join(f.Truncate(0), seek(f, 0)); err != nil {
				return err
			}
		}
	}
	return fs.write(nil, heads)
}

func seek(f *os.File, to int64) error {
	_, err := f.Seek(to, io.SeekStart)
	return err
}

// write adds one record's bytes to the files. r may be nil for what belongs to
// none, such as a header.
func (fs *files) write(r *Record, parts [][]byte) error {
	for i, b := range parts {
		n, err := fs.w[i].Write(b)
		fs.sizes[i] += int64(n)
		if err != nil {
			return err
		}
	}
	if r != nil {
		fs.journal.note(entry{Place: r.Place.String(), Doc: r.Doc, Sizes: fs.sizes})
	}
	return nil
}

func (fs *files) flush() error {
	for _, w := range fs.w {
		if err := w.Flush(); err != nil {
			return err
		}
	}
	if fs.journal.f == nil {
		return nil
	}
	return fs.journal.flush()
}

func (fs *files) close() error {
	err := fs.flush()
	for _, f := range fs.files {
		err = errors.Join(err, f.Close())
	}
	if fs.journal.f != nil {
		err = errors.Join(err, fs.journal.f.Close())
	}
	return err
}
