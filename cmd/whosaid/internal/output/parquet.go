package output

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/record"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/table"
)

// A part is written when so many articles are kept for it, or so many bytes of
// rows, as table.Rows counts them. A Parquet file cannot be appended to, so an
// output is a folder of parts for each table, as DuckDB, Spark and pandas read
// it: news/quotes/*.parquet.
const (
	partRecords = 4096
	partBytes   = 32 << 20
)

// parquetWriter collects the rows of a part and writes them all at once.
type parquetWriter struct {
	dir     string
	part    int
	records []partRows
	bytes   int
	kept    []record.Entry
	journal *journal
	packer  packer
}

// window is how far back in a page what is packed may point. A page of columns
// has a quarter of that, unless a single text is longer.
const window = 1 << 20

// A packer packs pages with one encoder. That of the library drops its encoders
// whenever the collector runs, and each new one takes 16 MB.
type packer struct {
	compress.Codec
	encoder *zstd.Encoder
}

func newPacker() (packer, error) {
	e, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(window),
		zstd.WithZeroFrames(true), zstd.WithEncoderCRC(false))
	return packer{&parquet.Zstd, e}, err
}

// Encode is as in compress.Codec.
func (p packer) Encode(dst, src []byte) ([]byte, error) {
	return p.encoder.EncodeAll(src, dst[:0]), nil
}

func openParquet(o Options) (Writer, error) {
	switch {
	case o.Path == "" || o.Path == "-":
		return nil, ErrNeedsPath
	case o.Update:
		return nil, ErrNoUpdate
	}
	w := &parquetWriter{dir: filepath.Clean(o.Path)}
	there := exists(w.dir + record.JournalExt)
	if !o.Resume && !o.Force && (there || exists(w.dir)) {
		return nil, &ExistsError{o.Path}
	}
	var err error
	if w.packer, err = newPacker(); err != nil {
		return nil, err
	}
	if w.journal, err = openJournal(w.dir, o.Resume && there, false, w.holds); err != nil {
		return nil, err
	}
	if w.journal.lost > 0 {
		o.warn("%s lacks parts that its journal lists: %d records are gone, as after a power cut, and are read again",
			o.Path, w.journal.lost)
	}
	if len(w.journal.sizes) > 0 {
		w.part = int(w.journal.sizes[0])
	}
	return w, w.clean()
}

// holds reports whether the part of a line is there in each table.
func (w *parquetWriter) holds(l *line) bool {
	for _, t := range table.Tables() {
		if len(l.Sizes) != 1 || !exists(filepath.Join(w.dir, t.Name, partName(int(l.Sizes[0]))+".parquet")) {
			return false
		}
	}
	return true
}

// clean makes the folders, and removes parts that the journal does not list.
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

// partRows are the rows of a record, by table.
type partRows struct {
	doc       int64
	documents iter.Seq[table.Document]
	entities  iter.Seq[table.Entity]
	mentions  iter.Seq[table.Mention]
	quotes    iter.Seq[table.Quote]
	claims    iter.Seq[table.Claim]
	dates     iter.Seq[table.Date]
}

// kept makes the rows once, and needs the record no more.
func kept[T any](rows iter.Seq[T]) iter.Seq[T] { return slices.Values(slices.Collect(rows)) }

// tried makes the rows once, so that a record that cannot be laid out fails before
// any of it is written, and makes them again when they are written.
func tried[T any](rows iter.Seq[T]) iter.Seq[T] {
	for range rows {
	}
	return rows
}

func (w *parquetWriter) Encode(r *Record) (Write, error) {
	rows := table.Of(0, r.Article, r.Document)
	p := partRows{0, rows.Documents(), rows.Entities(), rows.Mentions(), rows.Quotes(), rows.Claims(), rows.Dates()}
	if rows.Size() < partBytes {
		p = partRows{0, kept(p.documents), kept(p.entities), kept(p.mentions), kept(p.quotes), kept(p.claims), kept(p.dates)}
	} else { // it ends its part, which is written at once
		p = partRows{0, tried(p.documents), tried(p.entities), tried(p.mentions), tried(p.quotes), tried(p.claims), tried(p.dates)}
	}
	size := rows.Size()
	return func(e *record.Entry) error {
		p.doc = int64(e.Doc)
		w.records, w.kept = append(w.records, p), append(w.kept, *e)
		w.bytes += size
		if len(w.records) < partRecords && w.bytes < partBytes {
			return nil
		}
		return w.finish()
	}, nil
}

// finish writes a part.
func (w *parquetWriter) finish() error {
	if len(w.records) == 0 {
		return nil
	}
	n := w.part + 1
	err := errors.Join(
		writePart(w, n, "documents", func(p *partRows) iter.Seq[table.Document] { return p.documents },
			func(row *table.Document) *int64 { return &row.Doc }),
		writePart(w, n, "entities", func(p *partRows) iter.Seq[table.Entity] { return p.entities },
			func(row *table.Entity) *int64 { return &row.Doc }),
		writePart(w, n, "mentions", func(p *partRows) iter.Seq[table.Mention] { return p.mentions },
			func(row *table.Mention) *int64 { return &row.Doc }),
		writePart(w, n, "quotes", func(p *partRows) iter.Seq[table.Quote] { return p.quotes },
			func(row *table.Quote) *int64 { return &row.Doc }),
		writePart(w, n, "claims", func(p *partRows) iter.Seq[table.Claim] { return p.claims },
			func(row *table.Claim) *int64 { return &row.Doc }),
		writePart(w, n, "dates", func(p *partRows) iter.Seq[table.Date] { return p.dates },
			func(row *table.Date) *int64 { return &row.Doc }))
	if err != nil {
		return err
	}
	// All places of a part stand in the journal, or none does.
	w.journal.note(line{Records: w.kept, Sizes: []int64{int64(n)}})
	w.part, w.records, w.kept, w.bytes = n, nil, nil, 0
	return w.journal.flush()
}

// rowsAtOnce is how many rows the writer of Parquet is given at a time.
const rowsAtOnce = 512

// rowsInGroup is how many rows it keeps, packed, before it writes them.
const rowsInGroup = 1 << 16

// writePart writes one table of a part: the rows of each record, with its number.
func writePart[T any](w *parquetWriter, n int, name string, of func(*partRows) iter.Seq[T], doc func(*T) *int64) error {
	return Replace(filepath.Join(w.dir, name, partName(n)+".parquet"), func(to io.Writer) error {
		// Statistics would hold the least and the greatest text of a page, whole.
		p := parquet.NewGenericWriter[T](to, parquet.Compression(w.packer), parquet.DataPageStatistics(false),
			parquet.MaxRowsPerRowGroup(rowsInGroup))
		rows := make([]T, 0, rowsAtOnce)
		for i := range w.records {
			for row := range of(&w.records[i]) {
				*doc(&row) = w.records[i].doc
				if rows = append(rows, row); len(rows) < rowsAtOnce {
					continue
				}
				if _, err := p.Write(rows); err != nil {
					return err
				}
				rows = rows[:0]
			}
		}
		_, err := p.Write(rows)
		return errors.Join(err, p.Close())
	})
}

func (w *parquetWriter) Index() *record.Index { return w.journal.index }

// Flush does nothing: parts are written when they are full, and at the end.
func (w *parquetWriter) Flush() error { return nil }

func (w *parquetWriter) Close(context.Context) error {
	return errors.Join(w.finish(), w.journal.f.Close())
}
