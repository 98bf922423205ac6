package output

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/record"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/table"
)

// openCSV writes the tables as files of a folder.
func openCSV(o Options) (Writer, error) {
	switch {
	case o.Path == "" || o.Path == "-":
		return nil, ErrNeedsPath
	case o.Update:
		return nil, ErrNoUpdate
	}
	dir := filepath.Clean(o.Path)
	s := &stream{}
	var names, heads []string
	for i, t := range table.Tables() {
		names = append(names, filepath.Join(dir, t.Name+".csv"))
		var columns []string
		for _, c := range t.Columns {
			columns = append(columns, c.Name)
		}
		heads = append(heads, strings.Join(columns, ",")+"\n")
		s.parts = append(s.parts, csvTable(i))
	}
	if exists(names[0]) && !o.Resume && !o.Force {
		return nil, &ExistsError{o.Path}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	o.Resume = o.Resume && exists(dir+record.JournalExt)
	var err error
	s.files, err = openFiles(o, dir, names, heads)
	return s, err
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// csvTable writes the rows of one table. The first column is the number of the
// record.
func csvTable(t int) render {
	return func(w io.Writer, r *Record) error {
		c := csv.NewWriter(w)
		var row []string
		return table.Of(0, r.Article, r.Document).Each(t, func(values []any) error {
			row = row[:0]
			for _, v := range values[1:] {
				row = append(row, fmt.Sprint(v))
			}
			if err := putNumber(w); err != nil {
				return err
			}
			if _, err := io.WriteString(w, ","); err != nil {
				return err
			}
			err := c.Write(row)
			c.Flush()
			return errors.Join(err, c.Error())
		})
	}
}
