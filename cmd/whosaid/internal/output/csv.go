package output

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/table"
)

// csvWriter writes the tables as files of a folder.
type csvWriter struct{ files *files }

func openCSV(o Options) (Writer, error) {
	if o.Path == "" || o.Path == "-" {
		return nil, ErrNeedsPath
	}
	dir := filepath.Clean(o.Path)
	var names []string
	for _, t := range table.Tables() {
		names = append(names, filepath.Join(dir, t.Name+".csv"))
	}
	if _, err := os.Stat(names[0]); err == nil && !o.Resume && !o.Force {
		return nil, &ExistsError{o.Path}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	o.Resume = o.Resume && exists(dir+".journal")
	fs, err := openFiles(o, dir, names)
	if err != nil {
		return nil, err
	}
	w := &csvWriter{fs}
	if len(fs.journal.places) == 0 {
		err = w.header()
	}
	return w, err
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// header begins the files anew with the names of the columns.
func (w *csvWriter) header() error {
	var parts [][]byte
	for _, t := range table.Tables() {
		var b []byte
		for j, c := range t.Columns {
			if j > 0 {
				b = append(b, ',')
			}
			b = append(b, c.Name...)
		}
		parts = append(parts, append(b, '\n'))
	}
	return w.files.begin(parts)
}

func (w *csvWriter) Encode(r *Record) (Write, error) {
	bufs := make([]bytes.Buffer, len(w.files.names))
	writers := make([]*csv.Writer, len(bufs))
	for i := range bufs {
		writers[i] = csv.NewWriter(&bufs[i])
	}
	var row []string
	err := table.Of(r.Doc, r.Article, r.Document).Each(func(t int, values []any) error {
		row = row[:0]
		for _, v := range values {
			row = append(row, fmt.Sprint(v))
		}
		return writers[t].Write(row)
	})
	parts := make([][]byte, len(bufs))
	for i := range bufs {
		writers[i].Flush()
		parts[i] = bufs[i].Bytes()
	}
	return func() error { return w.files.write(r, parts) }, err
}

func (w *csvWriter) Done() (map[string]bool, int) {
	return w.files.journal.places, w.files.journal.last.Doc
}

func (w *csvWriter) Flush() error { return w.files.flush() }

func (w *csvWriter) Close() error { return w.files.close() }
