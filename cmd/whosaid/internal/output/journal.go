package output

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/record"
)

// A journal stands beside an output and says, record by record, what is in it
// for good. A line is written, and outlives a power cut, after the record itself;
// so whatever lies beyond the lengths of the last whole line was cut short and is
// cut off.
type journal struct {
	path    string
	f       *os.File
	pending bytes.Buffer
	index   *record.Index
	sizes   []int64 // those of the last line
	lost    int     // records that are in no line any more, since they are not in the output
}

// A line of the journal is a record, or those that were written at once.
type line struct {
	record.Entry
	Records []record.Entry `json:"records,omitempty"`
	Sizes   []int64        `json:"sizes,omitempty"` // of the files of the output, in bytes
}

// records are those of the line.
func (l *line) records() []record.Entry {
	if len(l.Records) > 0 {
		return l.Records
	}
	return []record.Entry{l.Entry}
}

// holds reports whether an output holds what a line says.
type holds func(*line) bool

// openJournal opens the journal of the output at path: new, or as it was left. The
// first line that the output does not hold ends it, or is passed over if the output
// is a folder of files for each record.
func openJournal(path string, goesOn, folder bool, held holds) (*journal, error) {
	j := &journal{path: path + record.JournalExt, index: record.NewIndex(nil)}
	var err error
	if !goesOn {
		j.f, err = os.Create(j.path)
		return j, errors.Join(err, syncFolder(filepath.Dir(j.path)))
	}
	if j.f, err = os.OpenFile(j.path, os.O_RDWR, 0); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s has no journal (%s), so what it holds is unknown; --force overwrites it", path, j.path)
	}
	if err != nil {
		return nil, err
	}
	if err := j.load(folder, held); err != nil {
		j.f.Close()
		return nil, err
	}
	return j, nil
}

// load reads the whole lines and cuts off what was begun after them.
func (j *journal) load(folder bool, held holds) error {
	br := bufio.NewReader(j.f)
	var good int64
	var entries []record.Entry
	short := false
	for {
		b, err := br.ReadBytes('\n')
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		var l line
		if err := json.Unmarshal(b, &l); err != nil {
			return fmt.Errorf("%s is damaged: %w", j.path, err)
		}
		if l.records()[0].Key == (record.Hash{}) {
			return fmt.Errorf("%s is of another version of whosaid; --force overwrites the output", j.path)
		}
		switch short = short || !held(&l); {
		case !short:
			entries, j.sizes = append(entries, l.records()...), l.Sizes
			good += int64(len(b))
		case folder:
			short = false
			good += int64(len(b))
			fallthrough
		default:
			j.lost += len(l.records())
		}
	}
	j.index = record.NewIndex(entries)
	if err := j.f.Truncate(good); err != nil {
		return err
	}
	_, err := j.f.Seek(good, io.SeekStart)
	return err
}

// note remembers a line until flush.
func (j *journal) note(l line) {
	b, _ := json.Marshal(l) // strings and integers cannot fail
	j.pending.Write(append(b, '\n'))
}

// flush writes what was noted. The records must be there for good by now.
func (j *journal) flush() error {
	if j.pending.Len() == 0 {
		return nil
	}
	_, err := j.f.Write(j.pending.Bytes())
	j.pending.Reset()
	return errors.Join(err, j.f.Sync())
}
