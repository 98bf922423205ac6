package output

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/record"
)

// A part is one of the files that a record becomes.
type part struct {
	ext    string
	render render
}

// A folder keeps the files of each record under a name made of what it is, so
// that writing a record twice does no harm.
type folder struct {
	dir     string
	parts   []part
	journal *journal
	unsure  bool // a power cut may take names of files still
}

// openFolder opens a folder for records of the given parts. extra are files
// that stand there once.
func openFolder(o Options, parts []part, extra map[string]string) (Writer, error) {
	if o.Path == "" || o.Path == "-" {
		return nil, ErrNeedsPath
	}
	f := &folder{dir: filepath.Clean(o.Path), parts: parts}
	there := exists(f.dir + record.JournalExt)
	if there && !o.goesOn() && !o.Force {
		return nil, &ExistsError{o.Path}
	}
	if err := os.MkdirAll(f.dir, 0o755); err != nil {
		return nil, err
	}
	for name, text := range extra {
		err := Replace(filepath.Join(f.dir, name), func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	if there && o.Force {
		if err := f.empty(); err != nil {
			return nil, err
		}
	}
	var err error
	f.journal, err = openJournal(f.dir, there && o.goesOn(), true, f.holds)
	if err == nil && f.journal.lost > 0 {
		o.warn("%s lacks the files of %d records that its journal lists: they are read again", o.Path, f.journal.lost)
	}
	return f, err
}

// holds reports whether the files of a record are there.
func (f *folder) holds(l *line) bool {
	for _, p := range f.parts {
		if !exists(filepath.Join(f.dir, l.Name+p.ext)) {
			return false
		}
	}
	return true
}

// empty removes the files of the run that is written over, and nothing else.
func (f *folder) empty() error {
	all := func(l *line) bool {
		for _, p := range f.parts {
			if l.Name == filepath.Base(l.Name) && l.Name != "." {
				os.Remove(filepath.Join(f.dir, l.Name+p.ext))
			}
		}
		return true
	}
	old, err := openJournal(f.dir, true, true, all)
	if err != nil {
		return nil // it cannot be read, so that nothing is known of its files
	}
	return old.f.Close()
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
	base := baseName(r.ID)
	return func(e *record.Entry) error {
		if e.Name == "" {
			e.Name = fileName(base, e)
		}
		for i, p := range f.parts {
			name := filepath.Join(f.dir, e.Name+p.ext)
			if err := theDisk.replace(name, func(w io.Writer) error { return ready[i](w, e.Doc) }); err != nil {
				return err
			}
			f.unsure = true
		}
		f.journal.note(line{Entry: *e})
		return nil
	}, nil
}

// Flush makes sure of the files before the journal says that they are there.
func (f *folder) Flush() error {
	if !f.unsure {
		return nil
	}
	if err := theDisk.folder(f.dir); err != nil {
		return err
	}
	f.unsure = false
	return f.journal.flush()
}

// baseName is what can be read of the id of a record in a name.
func baseName(id string) string {
	base := strings.TrimSuffix(filepath.Base(id), filepath.Ext(id))
	base = strings.Map(func(c rune) rune {
		if c < unicode.MaxASCII && (unicode.IsLetter(c) || unicode.IsDigit(c)) || c == '-' || c == '_' {
			return c
		}
		return '-'
	}, base)
	return strings.Trim(base[:min(len(base), 60)], "-")
}

// fileName is a name for the files of a record: what can be read of its id, and what
// sets it apart from others.
func fileName(base string, e *record.Entry) string {
	h := record.Sum(string(e.Key[:]), strconv.Itoa(e.Nth))
	return strings.TrimLeft(fmt.Sprintf("%s-%x", base, h[:8]), "-")
}

func (f *folder) Index() *record.Index { return f.journal.index }

func (f *folder) Close(context.Context) error { return errors.Join(f.Flush(), f.journal.f.Close()) }
