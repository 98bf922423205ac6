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
)

// A journal stands beside an output and says, record by record, what is in it
// for good. A line is written after the record itself, so that whatever lies
// beyond the lengths of the last whole line was cut short and is cut off.
type journal struct {
	path    string
	f       *os.File
	pending bytes.Buffer
	places  map[string]bool
	last    entry
}

// entry is a line of the journal.
type entry struct {
	Place  string   `json:"place,omitempty"`
	Places []string `json:"places,omitempty"` // records that were written at once
	Doc    int      `json:"doc"`
	Sizes  []int64  `json:"sizes,omitempty"` // of the files of the output, in bytes
}

// openJournal opens the journal of the output at path, new or, for resume,
// with what was written so far.
func openJournal(path string, resume bool) (*journal, error) {
	j := &journal{path: path + ".journal", places: map[string]bool{}}
	var err error
	if !resume {
		j.f, err = os.Create(j.path)
		return j, err
	}
	if j.f, err = os.OpenFile(j.path, os.O_RDWR, 0); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s has no journal (%s), so what it holds is unknown; --force overwrites it", path, j.path)
	}
	if err != nil {
		return nil, err
	}
	if err := j.load(); err != nil {
		j.f.Close()
		return nil, err
	}
	return j, nil
}

// load reads the whole lines and cuts off what was begun after them.
func (j *journal) load() error {
	br := bufio.NewReader(j.f)
	var good int64
	for {
		line, err := br.ReadBytes('\n')
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		var e entry
		if err := json.Unmarshal(line, &e); err != nil {
			return fmt.Errorf("%s is damaged: %w", j.path, err)
		}
		for _, p := range append(e.Places, e.Place) {
			j.places[p] = true
		}
		e.Doc = max(e.Doc, j.last.Doc)
		j.last = e
		good += int64(len(line))
	}
	if err := j.f.Truncate(good); err != nil {
		return err
	}
	_, err := j.f.Seek(good, io.SeekStart)
	return err
}

// note remembers a record until flush.
func (j *journal) note(e entry) {
	b, _ := json.Marshal(e) // strings and integers cannot fail
	j.pending.Write(append(bytes.ToValidUTF8(b, nil), '\n'))
}

// flush writes what was noted. The records must be written by now.
func (j *journal) flush() error {
	if j.pending.Len() == 0 {
		return nil
	}
	_, err := j.f.Write(j.pending.Bytes())
	j.pending.Reset()
	return err
}
