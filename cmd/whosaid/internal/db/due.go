package db

import "encoding/json"

// An unindexed is what was put in since the words were indexed last. The indexes of
// words write all that they have to the disk at each savepoint, and merge it: a third
// of all work of the database. Every record has a savepoint, and so has a statement of
// more than one row. So they are told of many records at once, of all texts and all
// quotes by one statement, and of sentences row by row.
type unindexed struct {
	docs      []int
	sentences []sentence
	size      int // of the words, in bytes
}

// A sentence is words that its index keeps no copy of.
type sentence struct {
	id    int64
	words string
}

// maxDue bounds what waits to be indexed, in bytes, but for the last record.
const maxDue = 1 << 20

func (u *unindexed) add(v unindexed) {
	u.docs = append(u.docs, v.docs...)
	u.sentences = append(u.sentences, v.sentences...)
	u.size += v.size
}

// indexWords indexes what is due, and the quotes that are new, which follow those that
// are indexed. If that fails, nothing since the last flush is kept: no record may be
// there without its words.
func (w *Writer) indexWords() (err error) {
	defer func() {
		if err != nil {
			w.rollback()
		}
	}()
	docs, err := json.Marshal(w.due.docs)
	if err != nil {
		return err
	}
	_, err = w.tx.Exec(`INSERT INTO documents_fts(rowid, title, text) SELECT doc, title, text FROM documents
		WHERE doc IN (SELECT value FROM json_each(?)) ORDER BY doc`, string(docs))
	if err != nil {
		return err
	}
	for _, s := range w.due.sentences {
		if _, err := w.words.Exec(s.id, s.words); err != nil {
			return err
		}
	}
	w.due = unindexed{}
	_, err = w.tx.Exec(`INSERT INTO quotes_fts(rowid, words) SELECT rowid, words FROM quotes
		WHERE rowid > (SELECT coalesce(max(id), 0) FROM quotes_fts_docsize)`)
	return err
}
