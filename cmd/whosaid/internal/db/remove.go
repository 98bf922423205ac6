package db

import (
	"github.com/whosaid/whosaid/cmd/whosaid/internal/table"
)

// forgotten takes the words of an article out of the indexes of words. Those that
// keep no texts of their own must be told what they indexed.
var forgotten = []string{
	`INSERT INTO documents_fts(documents_fts, rowid, title, text) SELECT 'delete', doc, title, text FROM documents WHERE doc = ?`,
	`INSERT INTO quotes_fts(quotes_fts, rowid, words) SELECT 'delete', rowid, words FROM quotes WHERE doc = ?`,
	`DELETE FROM sentences_fts WHERE rowid IN (SELECT id FROM sentences WHERE doc = ?)`,
}

// remove takes an article out, all of whose words are indexed, so that another can have
// its number.
func (w *Writer) remove(doc int) error {
	for _, q := range forgotten {
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
