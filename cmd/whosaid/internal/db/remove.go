package db

import (
	"github.com/whosaid/whosaid/cmd/whosaid/internal/table"
)

// unindexed takes the words of an article out of the indexes of words. Those that
// keep no texts of their own must be told what they indexed.
var unindexed = []string{
	`INSERT INTO documents_fts(documents_fts, rowid, title, text) SELECT 'delete', doc, title, text FROM documents WHERE doc = ?`,
	`INSERT INTO quotes_fts(quotes_fts, rowid, words) SELECT 'delete', rowid, words FROM quotes WHERE doc = ?`,
	`DELETE FROM sentences_fts WHERE rowid IN (SELECT id FROM sentences WHERE doc = ?)`,
}

// remove takes an article out, so that another can have its number.
func (w *Writer) remove(doc int) error {
	if err := w.indexQuotes(); err != nil {
		return err
	}
	for _, q := range unindexed {
		if _, err := w.tx.Exec(q, doc); err != nil {
			return err
		}
	}
	names := []string{"records", "sentences"}
	for _, t := range table.Tables() {
		names = append(names, t.Name)
	}
	for _, name := range names {
		if _, err := w.tx.Exec("DELETE FROM "+name+" WHERE doc = ?", doc); err != nil {
			return err
		}
	}
	return nil
}
