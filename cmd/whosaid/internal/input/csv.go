package input

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
)

// csv yields an article for each row below the header, which names the fields.
func (c *cursor) csv(comma rune) error {
	r := csv.NewReader(c.r)
	r.Comma = comma
	r.LazyQuotes = comma == '\t'
	r.FieldsPerRecord = -1
	header, err := r.Read()
	if err == io.EOF {
		return errors.New("there is no header")
	}
	if err != nil {
		return err
	}
	columns := map[string]int{}
	for i, name := range header {
		columns[strings.TrimSpace(strings.TrimPrefix(name, "\ufeff"))] = i
	}
	for {
		row, err := r.Read()
		if err == io.EOF {
			return nil
		}
		var pe *csv.ParseError
		switch {
		case errors.As(err, &pe):
			c.line = pe.StartLine
			err = c.bad(pe.Err)
		case err == nil:
			c.line, _ = r.FieldPos(0)
			err = c.item(func() (*Article, error) { return c.row(columns, row) })
		}
		if err != nil {
			return err
		}
	}
}

func (o *Options) row(columns map[string]int, row []string) (*Article, error) {
	return o.fromFields(func(name string) (string, bool) {
		i, ok := columns[name]
		if !ok || i >= len(row) {
			return "", false
		}
		return row[i], true
	})
}
