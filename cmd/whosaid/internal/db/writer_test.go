package db

import (
	"context"
	"database/sql"
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
