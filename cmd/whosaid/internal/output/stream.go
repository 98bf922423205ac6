package output

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// A render writes one record in a form. Its errors are those of w, or of a
// record that the form cannot hold.
type render func(w io.Writer, r *Record) error

// lines opens forms whose records follow each other in one file.
func lines(f render) func(Options) (Writer, error) { return headed("", f) }

// headed is lines with a head for the file.
func headed(head string, f render) func(Options) (Writer, error) {
	return func(o Options) (Writer, error) {
		s := &stream{parts: []render{f}}
		if o.Path == "" || o.Path == "-" {
			s.stdout = bufio.NewWriter(o.Stdout)
			_, err := s.stdout.WriteString(head)
			return s, err
		}
		var err error
		s.files, err = openFiles(o, o.Path, []string{o.Path}, []string{head})
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

// A stream writes records one after the other: into standard output, or a part
// of each record into each file.
type stream struct {
	parts  []render
	stdout *bufio.Writer // nil if there are files
	files  *files
}

func (s *stream) Encode(r *Record) (Write, error) {
	ready, err := prepareAll(r, s.parts)
	if err != nil {
		return nil, err
	}
	if s.files == nil {
		return func() error { return ready[0](s.stdout) }, nil
	}
	e := entry{Place: r.Place.String(), Doc: r.Doc} // r may be gone by the time it is written
	return func() error { return s.files.write(e, ready) }, nil
}

// prepared writes a record that can be rendered. It fails only if w does.
type prepared func(w io.Writer) error

// maxHeld bounds the texts, in bytes, whose output is kept until it is written.
// That of JSON takes some twenty times as much.
const maxHeld = 64 << 10

// prepare renders a record ahead of its turn, so that one that cannot be rendered
// fails before any of it is written. Of a short text the output is kept, and the
// record is not needed any more. That of a long one is thrown away and made
// again when its turn has come: time for memory.
func prepare(r *Record, f render) (prepared, error) {
	if len(r.Document.Text) > maxHeld {
		return func(w io.Writer) error { return f(w, r) }, f(io.Discard, r)
	}
	var b bytes.Buffer
	err := f(&b, r)
	return func(w io.Writer) error {
		_, err := w.Write(b.Bytes())
		return err
	}, err
}

// prepareAll prepares the parts of a record.
func prepareAll(r *Record, parts []render) ([]prepared, error) {
	ready := make([]prepared, len(parts))
	for i, f := range parts {
		var err error
		if ready[i], err = prepare(r, f); err != nil {
			return nil, err
		}
	}
	return ready, nil
}

func (s *stream) Done() (map[string]bool, int) {
	if s.files == nil {
		return nil, 0
	}
	return s.files.journal.places, s.files.journal.last.Doc
}

func (s *stream) Flush() error {
	if s.files == nil {
		return s.stdout.Flush()
	}
	return s.files.flush()
}

func (s *stream) Close() error {
	if s.files == nil {
		return s.stdout.Flush()
	}
	return s.files.close()
}

// files are the files of one output, which grow together, and their journal.
type files struct {
	files   []*os.File
	w       []*bufio.Writer
	sizes   []int64
	journal *journal
}

// openFiles opens the files of the output at path, which begin with heads. With
// Resume they go on after the last record of the journal.
func openFiles(o Options, path string, names, heads []string) (*files, error) {
	st, err := os.Stat(path)
	there := err == nil
	if there && !o.Resume && !o.Force && st.Mode().IsRegular() {
		return nil, &ExistsError{path}
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	fs := &files{sizes: make([]int64, len(names))}
	if there && !st.Mode().IsRegular() && !st.IsDir() { // a device or pipe, which cannot be resumed
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
	if len(fs.journal.places) == 0 {
		err = fs.begin(heads)
	}
	return fs, err
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
func (fs *files) begin(heads []string) error {
	for i, f := range fs.files {
		if st, err := f.Stat(); err == nil && st.Mode().IsRegular() {
			if err := errors.Join(f.Truncate(0), seek(f, 0)); err != nil {
				return err
			}
		}
		fs.sizes[i] = int64(len(heads[i]))
		if _, err := fs.w[i].WriteString(heads[i]); err != nil {
			return err
		}
	}
	return nil
}

func seek(f *os.File, to int64) error {
	_, err := f.Seek(to, io.SeekStart)
	return err
}

// write adds the parts of one record to the files, and notes the record.
func (fs *files) write(e entry, parts []prepared) error {
	for i, put := range parts {
		w := counter{fs.w[i], &fs.sizes[i]}
		if err := put(w); err != nil {
			return err
		}
	}
	e.Sizes = fs.sizes
	fs.journal.note(e)
	return nil
}

// counter counts what is written.
type counter struct {
	io.Writer
	n *int64
}

func (c counter) Write(p []byte) (int, error) {
	n, err := c.Writer.Write(p)
	*c.n += int64(n)
	return n, err
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
