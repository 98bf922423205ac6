package db

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/record"
)

// A record whose rows cannot all be written leaves none behind, and takes none
// of the others with it.
func TestFailedRecord(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.db")
	out, err := Create(output.Options{Path: path})
	require.NoError(t, err)
	w := out.(*Writer)
	_, err = w.db.Exec("CREATE TRIGGER refuse AFTER INSERT ON documents WHEN NEW.doc = 2 BEGIN SELECT RAISE(ABORT, 'refused'); END")
	require.NoError(t, err)

	for doc, text := range []string{"The mayor left.", "The sheriff left.", "The bishop left."} {
		a := &input.Article{Place: input.Place{File: "a.jsonl", Line: doc + 1}, Text: text}
		put, err := w.Encode(&output.Record{Article: a, Document: &whosaid.Document{Text: text}})
		require.NoError(t, err)
		e := &record.Entry{Doc: doc + 1, Key: record.Sum(text), Nth: 1}
		if doc == 1 {
			require.ErrorContains(t, put(e), "refused")
		} else {
			require.NoError(t, put(e))
		}
	}
	require.NoError(t, w.Close(context.Background()))

	db, err := sql.Open("sqlite", path)
	require.NoError(t, err)
	defer db.Close()
	for query, want := range map[string]int{
		"SELECT count(*) FROM records":                                           2,
		"SELECT count(*) FROM records WHERE doc = 2":                             0,
		"SELECT count(*) FROM documents":                                         2,
		"SELECT count(*) FROM documents_fts WHERE documents_fts MATCH 'sheriff'": 0,
		"SELECT count(*) FROM documents_fts WHERE documents_fts MATCH 'left'":    2,
	} {
		var got int
		require.NoError(t, db.QueryRow(query).Scan(&got), query)
		require.Equal(t, want, got, query)
	}
}

// TestRowsOfManyRecords: rows go in many at a time, whatever their number, and those of a
// record that fails do not come with the next one.
func TestRowsOfManyRecords(t *testing.T) {
	out, err := Create(output.Options{Path: filepath.Join(t.TempDir(), "out.db")})
	require.NoError(t, err)
	w := out.(*Writer)
	_, err = w.db.Exec("CREATE TRIGGER refuse AFTER INSERT ON dates WHEN NEW.doc = 2 BEGIN SELECT RAISE(ABORT, 'refused'); END")
	require.NoError(t, err)
	rows := []int{many + 3, many + 3, 2, 2 * many, 0}
	for i, n := range rows {
		a := &input.Article{Place: input.Place{File: "a.jsonl", Line: i + 1}, Text: "May."}
		d := &whosaid.Document{Text: a.Text, Dates: make([]whosaid.Date, n), Sentences: make([]whosaid.Sentence, n)}
		write, err := w.Encode(&output.Record{Article: a, Document: d})
		require.NoError(t, err)
		require.Equal(t, i == 1, write(&record.Entry{Doc: i + 1, Key: record.Sum(fmt.Sprint(i)), Nth: 1}) != nil)
	}
	require.NoError(t, w.Flush())
	rows[1] = 0
	for i, want := range rows {
		for _, table := range []string{"dates", "sentences"} {
			require.Equal(t, want, count(t, w.db, fmt.Sprintf("SELECT count(*) FROM %s WHERE doc = %d", table, i+1)), table)
		}
	}
	require.NoError(t, w.Close(context.Background()))
}

// put writes an article of one sentence.
func put(t *testing.T, w *Writer, e *record.Entry, text string) {
	t.Helper()
	d := &whosaid.Document{Text: text, Sentences: []whosaid.Sentence{{Span: whosaid.Span{End: len(text)}}}}
	a := &input.Article{Place: input.Place{File: "a.jsonl", Line: e.Doc}, Text: text}
	write, err := w.Encode(&output.Record{Article: a, Document: d})
	require.NoError(t, err)
	require.NoError(t, write(e))
}

func count(t *testing.T, db *sql.DB, query string) (n int) {
	t.Helper()
	require.NoError(t, db.QueryRow(query).Scan(&n), query)
	return n
}

// TestWordsOfWhatIsReplaced: an article that takes the place of another before its
// words are indexed, or after that, leaves none of them behind.
func TestWordsOfWhatIsReplaced(t *testing.T) {
	out, err := Create(output.Options{Path: filepath.Join(t.TempDir(), "out.db")})
	require.NoError(t, err)
	w := out.(*Writer)
	put(t, w, &record.Entry{Doc: 1, Nth: 1}, "The mayor left.")
	put(t, w, &record.Entry{Doc: 1, Nth: 1, Again: true}, "The sheriff left.")
	require.NoError(t, w.Flush())
	put(t, w, &record.Entry{Doc: 1, Nth: 1, Again: true}, "The bishop left.")
	require.NoError(t, w.Flush())
	for word, want := range map[string]int{"mayor": 0, "sheriff": 0, "bishop": 1, "left": 1} {
		for _, table := range []string{"documents_fts", "sentences_fts"} {
			require.Equal(t, want, count(t, w.db, "SELECT count(*) FROM "+table+" WHERE "+table+" MATCH '"+word+"'"), table+word)
		}
	}
	require.NoError(t, w.Close(context.Background()))
}

// TestNoRecordWithoutItsWords: where these cannot be indexed, nothing is kept since the
// flush before.
func TestNoRecordWithoutItsWords(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.db")
	out, err := Create(output.Options{Path: path})
	require.NoError(t, err)
	w := out.(*Writer)
	put(t, w, &record.Entry{Doc: 1, Key: record.Sum("a"), Nth: 1}, "The mayor left.")
	require.NoError(t, w.Flush())
	put(t, w, &record.Entry{Doc: 2, Key: record.Sum("b"), Nth: 1}, "The sheriff left.")
	_, err = w.tx.Exec("DROP TABLE sentences_fts")
	require.NoError(t, err)
	require.Error(t, w.Close(context.Background()))

	db, err := sql.Open("sqlite", path)
	require.NoError(t, err)
	defer db.Close()
	require.Equal(t, 1, count(t, db, "SELECT count(*) FROM records"))
	require.Equal(t, 1, count(t, db, "SELECT count(*) FROM sentences_fts WHERE sentences_fts MATCH 'left'"))
}
