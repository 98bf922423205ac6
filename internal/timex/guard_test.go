package timex

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
)

// watched compiles the grammar and makes each row of guards.txt and joins.txt
// note, under the row's text, that all its conditions held.
func watched(t *testing.T, dialogue bool, seen map[string]int) *Grammar {
	t.Helper()
	g, err := New(dialogue)
	require.NoError(t, err)
	section, row := "", 0
	next := func(line string) string {
		if strings.HasPrefix(line, "[") {
			section, row = line, -1
		}
		row++
		return section + " " + line
	}
	each := func(table string, do func(section string, row int, key string)) {
		for line := range strings.Lines(table) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
				if key := next(line); line[0] != '[' {
					do(section[1:len(section)-1], row-1, key)
				}
			}
		}
	}
	place := func(sections []string, name string) int {
		for i := range sections {
			if sections[i] == name {
				return i
			}
		}
		t.Fatalf("no section %s", name)
		return 0
	}
	each(guardTable, func(section string, row int, key string) {
		seen[key] += 0
		d := &g.guards[place(guardSections, section)][row]
		d.tokens = append(d.tokens, tokenTest{forms: []form{func(*finder, int, *whosaid.Sentence) bool { seen[key]++; return true }}})
	})
	each(joinTable, func(section string, row int, key string) {
		seen[key] += 0
		j := &g.joins[place(joinSections, section)][row]
		j.links = append(j.links, func(*finder, *expr, *expr, *whosaid.Sentence) bool { seen[key]++; return true })
	})
	return g
}

// TestEveryGuardAndJoinDecides: the tables in testdata have an expression for
// each row, on which it decides.
func TestEveryGuardAndJoinDecides(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	require.NoError(t, err)
	seen := map[string]int{}
	gs := map[bool]*Grammar{false: watched(t, false, seen), true: watched(t, true, seen)}
	for _, file := range files {
		b, err := os.ReadFile(file)
		require.NoError(t, err)
		set := settings{published: time.Date(2015, 9, 24, 0, 0, 0, 0, time.UTC)}
		for line := range strings.Lines(string(b)) {
			if line = strings.TrimSuffix(line, "\n"); strings.HasPrefix(line, "@") {
				set = readSettings(t, line)
			} else if line != "" && line[0] != '#' {
				d := document(t, plain(line), set.published)
				datesOf(t, gs[set.options.Forward], d, nil, set.options)
			}
		}
	}
	for key, n := range seen {
		assert.NotZero(t, n, "no line of testdata needs the row %s", key)
	}
}
