package db

import (
	"database/sql"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSearch(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"":                        "",
		" - & ":                   "",
		"cyber security":          `"cyber" AND "security"`,
		"COVID-19":                `"COVID-19"`,
		"what's U.S. 50%":         `"what's" AND "U.S." AND "50%"`,
		`"we will" sell`:          `"we will" AND "sell"`,
		"“we will” sell":          `"we will" AND "sell"`,
		`"we will`:                `"we will"`,
		"work*":                   `"work"*`,
		"a OR b c":                `"a" OR "b" AND "c"`,
		"a AND (b OR c)":          `"a" AND ("b" OR "c")`,
		"a NOT b c":               `("a" NOT "b") AND "c"`,
		"a NEAR b":                `NEAR("a" "b", 10)`,
		"a NEAR/3 b NEAR/3 c d":   `NEAR("a" "b" "c", 3) AND "d"`,
		"OR":                      `"OR"`,
		"NOT a":                   `"NOT" AND "a"`,
		"a OR":                    `"a" AND "OR"`,
		"(a":                      `("a")`,
		"a)":                      `"a"`,
		"()":                      "",
		"a () b":                  `"a" AND "b"`,
		`a"b"c`:                   `"a" AND "b" AND "c"`,
		"NEAR b":                  `"NEAR" AND "b"`,
		"'; DROP TABLE quotes --": `"DROP" AND "TABLE" AND "quotes"`,
		"title:x a:b ^c {d}":      `"title:x" AND "a:b" AND "^c" AND "{d}"`,
	} {
		require.Equal(t, want, Search(typed), typed)
	}
	require.Equal(t, `"a" OR "c d" OR "e"*`, anyWord(`a AND NOT b "c d" (e*)`))
}

// FuzzSearch: whatever is typed, FTS5 takes the search.
func FuzzSearch(f *testing.F) {
	db, err := sql.Open("sqlite", ":memory:")
	require.NoError(f, err)
	f.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1)
	_, err = db.Exec("CREATE VIRTUAL TABLE t USING fts5(words); INSERT INTO t VALUES ('we will not sell the yard')")
	require.NoError(f, err)
	for _, s := range []string{"a OR (b NOT c*) NEAR/2 d", `"`, "((a) OR) NOT (b", "a NOT NOT b OR OR c AND", "é* ´ \x00 \xff", ") a ( OR b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		for _, s := range []string{Search(typed), anyWord(typed)} {
			if s == "" {
				continue
			}
			var n int
			require.NoError(t, db.QueryRow("SELECT count(*) FROM t WHERE t MATCH ?", s).Scan(&n), s)
		}
	})
}
