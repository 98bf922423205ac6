package output

import (
	"bufio"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/record"
)

// lines opens forms whose records follow each other in one file.
func lines(f render) func(Options) (Writer, error) { return headed("", f) }

// headed is lines with a head for the file.
func headed(head string, f render) func(Options) (Writer, error) {
	return func(o Options) (Writer, error) {
		if o.Update {
			return nil, ErrNoUpdate
		}
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
		return func(e *record.Entry) error { return ready[0](s.stdout, e.Doc) }, nil
	}
	return func(e *record.Entry) error { return s.files.write(*e, ready) }, nil
}

func (s *stream) Index() *record.Index {
	if s.files == nil || s.files.journal == nil {
		return nil
	}
	return s.files.journal.index
}

func (s *stream) Flush() error {
	if s.files == nil {
		return s.stdout.Flush()
	}
	return s.files.flush()
}

func (s *stream) Close(context.Context) error {
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
	journal *journal // nil for a device or pipe
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
	if !there || st.Mode().IsRegular() || st.IsDir() { // not a device or pipe, which cannot be resumed
		long := func(l *line) bool { return longEnough(names, l.Sizes) }
		if fs.journal, err = openJournal(filepath.Clean(path), o.Resume && there, false, long); err != nil {
			return nil, err
		}
		copy(fs.sizes, fs.journal.sizes)
		if fs.journal.lost > 0 {
			o.warn("%s is shorter than its journal says: its last %d records are gone, as after a power cut, and are read again",
				path, fs.journal.lost)
		}
	}
	for i, name := range names {
		f, err := openAt(name, fs.sizes[i])
		if err != nil {
			fs.close()
			return nil, err
		}
		fs.files, fs.w = append(fs.files, f), append(fs.w, bufio.NewWriterSize(f, 64<<10))
	}
	if fs.journal == nil || fs.journal.sizes == nil {
		err = fs.begin(heads)
	}
	return fs, err
}

// longEnough reports whether files have as many bytes as a journal says.
func longEnough(names []string, sizes []int64) bool {
	if len(names) != len(sizes) {
		return false
	}
	for i, name := range names {
		if st, err := os.Stat(name); err != nil || st.Size() < sizes[i] {
			return false
		}
	}
	return true
}

// openAt opens a file for writing after its first size bytes, which are there, and
// cuts off the others.
func openAt(name string, size int64) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	if st, err := f.Stat(); err == nil && st.Mode().IsRegular() {
		if err := errors.Join(f.Truncate(size), seek(f, size), syncFolder(filepath.Dir(name))); err != nil {
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
func (fs *files) write(e record.Entry, parts []prepared) error {
	for i, put := range parts {
		w := counter{fs.w[i], &fs.sizes[i]}
		if err := put(w, e.Doc); err != nil {
			return err
		}
	}
	if fs.journal != nil {
		fs.journal.note(line{Entry: e, Sizes: fs.sizes})
	}
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

// flush makes sure of the records before the journal says that they are there.
func (fs *files) flush() error {
	for _, w := range fs.w {
		if err := w.Flush(); err != nil {
			return err
		}
	}
	if fs.journal == nil || fs.journal.pending.Len() == 0 {
		return nil
	}
	for _, f := range fs.files {
		if err := syncFile(f); err != nil {
			return err
		}
	}
	return fs.journal.flush()
}

func (fs *files) close() error {
	err := fs.flush()
	for _, f := range fs.files {
		err = errors.Join(err, f.Close())
	}
	if fs.journal != nil {
		err = errors.Join(err, fs.journal.f.Close())
	}
	return err
}
