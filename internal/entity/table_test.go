package entity

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/segment"
)

func split(text string) *whosaid.Document {
	d := &whosaid.Document{Text: text}
	d.Tokens, d.Sentences = segment.Split(text)
	return d
}

func TestTableKeepsAllNames(t *testing.T) {
	t.Parallel()
	var table Table
	require.Empty(t, table.kind("Name 1"), "an empty table knows nothing")
	require.Empty(t, table.find(split("Name 1")))
	kinds := []whosaid.EntityKind{whosaid.EntityPerson, whosaid.EntityPlace, whosaid.EntityWork}
	for i := range 3000 {
		require.NoError(t, table.Add(kinds[i%3], fmt.Sprintf("Name %d", i)))
	}
	require.NoError(t, table.Add(whosaid.EntityPerson, "Name 0", "Name  0"), "twice is once")
	require.Equal(t, 3000, table.Len())
	for i := range 3000 {
		require.Equal(t, kinds[i%3], table.kind(fmt.Sprintf("Name\n%d", i)))
	}
	require.Empty(t, table.kind("Name 3000"))
	require.Empty(t, table.kind("name 1"))
}

func TestTableFindsTheLongest(t *testing.T) {
	t.Parallel()
	var table Table
	require.NoError(t, table.Add(whosaid.EntityPlace, "Zork", "Zork am See", "See"))
	d := split("“Zork am See” is no Zork-on-Sea; Zorks see Zork am\nSee, See.")
	var got []string
	for _, n := range table.find(d) {
		got = append(got, d.Slice(n.Span))
		require.Equal(t, 1.0, n.Score)
	}
	require.Contains(t, got, "Zork am See")
	require.Equal(t, "See", got[len(got)-1])
	require.NotContains(t, got, "Zorks")
}

// What one adds is what one finds, for any name that is whole tokens.
func FuzzTable(f *testing.F) {
	f.Add("Grüne Zukunft", "the Grüne Zukunft won")
	f.Add("AT&T", "of AT&T.")
	f.Add("x", "\xff x \x00")
	f.Fuzz(func(t *testing.T, name, text string) {
		var table Table
		if err := table.Add(whosaid.EntityPerson, name); err != nil {
			return
		}
		require.Equal(t, 1, table.Len())
		require.Equal(t, whosaid.EntityPerson, table.kind(name))
		d := split(strings.ToValidUTF8(text, "?"))
		last := 0
		for _, n := range table.find(d) {
			require.LessOrEqual(t, last, n.Start)
			require.Equal(t, whosaid.EntityPerson, table.kind(d.Slice(n.Span)))
			last = n.End
		}
	})
}

func BenchmarkTableAdd(b *testing.B) {
	list := make([]string, 1_000_000)
	for i := range list {
		list[i] = fmt.Sprintf("Name%d Qux%d", i, i%977)
	}
	for b.Loop() {
		var table Table
		if err := table.Add(whosaid.EntityPerson, list...); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkTableFind looks for a hundred thousand names in invented news.
func BenchmarkTableFind(b *testing.B) {
	var table Table
	for i := range 100_000 {
		if err := table.Add(whosaid.EntityPerson, fmt.Sprintf("Ann%d Qux%d", i, i%977)); err != nil {
			b.Fatal(err)
		}
	}
	d := split(strings.Repeat("Ann7 Qux7 told the board of Orbit Labs that Ann8 had left. ", 2000))
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		table.find(d)
	}
}
