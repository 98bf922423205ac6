package output

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/parquet-go/parquet-go"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/table"
)

// A part is written when so many articles are kept for it, or so many bytes of
// rows, as table.Rows counts them. A Parquet file cannot be gone on with, so that
// an output is a folder of parts for each table, as DuckDB, Spark and pandas read
// it: news/quotes/*.parquet.
const (
	partRecords = 4096
	partBytes   = 32 << 20
)

// parquetWriter collects the rows of a part and writes them all at once.
type parquetWriter struct {
	dir     string
	part    int
	rows    table.Rows
	docs    []table.Document
	bytes   int
	places  []string
	last    int // the highest number among them
	journal *journal
}

func openParquet(o Options) (Writer, error) {
	if o.Path == "" || o.Path == "-" {
		return nil, ErrNeedsPath
	}
	w := &parquetWriter{dir: filepath.Clean(o.Path)}
	there := exists(w.dir + ".journal")
	if !o.Resume && !o.Force && (there || exists(w.dir)) {
		return nil, &ExistsError{o.Path}
	}
	var err error
	if w.journal, err = openJournal(w.dir, o.Resume && there); err != nil {
		return nil, err
	}
	if n := len(w.journal.last.Sizes); n > 0 {
		w.part = int(w.journal.last.Sizes[0])
	}
	return w, w.clean()
}

// clean makes the folders, and takes away parts that no journal tells of.
func (w *parquetWriter) clean() error {
	for _, t := range table.Tables() {
		dir := filepath.Join(w.dir, t.Name)
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return err
		}
		files, err := filepath.Glob(filepath.Join(dir, "part-*.parquet"))
		if err != nil {
			return err
		}
		for _, f := range files {
			if strings.TrimSuffix(filepath.Base(f), ".parquet") > partName(w.part) {
				if err := os.Remove(f); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func partName(n int) string { return fmt.Sprintf("part-%06d", n) }

func (w *parquetWriter) Encode(r *Record) (Write, error) {
	rows := table.Of(r.Doc, r.Article, r.Document)
	return func() error {
		w.docs = append(w.docs, rows.Document)
		w.rows.Entities = append(w.rows.Entities, rows.Entities...)
		w.rows.Mentions = append(w.rows.Mentions, rows.Mentions...)
		w.rows.Quotes = append(w.rows.Quotes, rows.Quotes...)
		w.rows.Claims = append(w.rows.Claims, rows.Claims...)
		w.rows.Dates = append(w.rows.Dates, rows.Dates...)
		w.places, w.last = append(w.places, r.Place.String()), r.Doc
		w.bytes += rows.Size()
		if len(w.docs) < partRecords && w.bytes < partBytes {
			return nil
		}
		return w.finish()
	}, nil
}

// finish writes a part.
func (w *parquetWriter) finish() error {
	if len(w.docs) == 0 {
		return nil
	}
	n := w.part + 1
	err := errors.Join(writePart(w, n, "documents", w.docs), writePart(w, n, "entities", w.rows.Entities), writePart(w, n, "mentions", w.rows.Mentions),
		writePart(w, n, "quotes", w.rows.Quotes), writePart(w, n, "claims", w.rows.Claims), writePart(w, n, "dates", w.rows.Dates))
	if err != nil {
		return err
	}
	// All places of a part stand in the journal, or none does.
	w.journal.note(entry{Places: w.places, Doc: w.last, Sizes: []int64{int64(n)}})
	w.part, w.docs, w.rows, w.places, w.bytes = n, nil, table.Rows{}, nil, 0
	return w.journal.flush()
}

func writePart[T any](w *parquetWriter, n int, name string, rows []T) error {
	return Replace(filepath.Join(w.dir, name, partName(n)+".parquet"), func(to io.Writer) error {
		p := parquet.NewGenericWriter[T](to, parquet.Compression(&parquet.Zstd))
		if _, err := p.Write(rows); err != nil {
			return err
		}
		return p.Close()
	})
}

func (w *parquetWriter) Done() (map[string]bool, int) { return w.journal.places, w.journal.last.Doc }

// Flush does nothing: parts are written when they are full, and at the end.
func (w *parquetWriter) Flush() error { return nil }

func (w *parquetWriter) Close() error { return errors.Join(w.finish(), w.journal.f.Close()) }
