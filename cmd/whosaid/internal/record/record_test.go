package record

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
)

// text is a record that is known by what it says, and named one with an id.
func text(file, words string) Entry {
	t := Sum(words)
	return Entry{Key: Sum("text", words), Raw: t, Text: t, At: Sum(file), Place: file}
}

func named(id, words string) Entry {
	e := text("", words)
	e.Key, e.Named, e.At = Sum("id", id), true, Hash{}
	return e
}

// run puts records into an index as a run does, and tells the fate of each.
func run(x *Index, update bool, list ...Entry) (fates []Fate) {
	for _, e := range list {
		if n, ok := x.Claim(e.Raw); ok && x.Met(n) {
			fates = append(fates, Same)
			continue
		}
		fate, old := x.Match(&e, update)
		fates = append(fates, fate)
		switch {
		case fate == New || fate == Twin:
			x.Number(&e)
			x.Add(e)
		case fate == Changed && update:
			x.Inherit(&e, old)
			x.Add(e)
		}
	}
	return fates
}

// entries are those that a journal of x has.
func entries(x *Index) (list []Entry) {
	for _, k := range x.entries {
		list = append(list, k.Entry)
	}
	return list
}

// words are what is in the output, by number.
func words(x *Index) map[int]Hash {
	m := map[int]Hash{}
	for _, k := range x.entries {
		if !k.gone {
			m[k.Doc] = k.Text
		}
	}
	return m
}

func TestFates(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		before []Entry
		update bool
		after  []Entry
		fates  []Fate
		words  []string
	}{
		"moved":                  {[]Entry{text("a", "x")}, false, []Entry{text("b", "x")}, []Fate{Same}, []string{"x"}},
		"copied":                 {[]Entry{text("a", "x")}, false, []Entry{text("a", "x"), text("b", "x")}, []Fate{Same, New}, []string{"x", "x"}},
		"copies, as before":      {[]Entry{text("a", "x"), text("b", "x")}, false, []Entry{text("b", "x"), text("a", "x")}, []Fate{Same, Same}, []string{"x", "x"}},
		"changed":                {[]Entry{text("a", "x")}, false, []Entry{text("a", "y")}, []Fate{Changed}, []string{"x"}},
		"changed, updated":       {[]Entry{text("a", "x"), text("b", "z")}, true, []Entry{text("a", "y"), text("b", "z")}, []Fate{Changed, Same}, []string{"y", "z"}},
		"names of files swapped": {[]Entry{text("a", "x")}, true, []Entry{text("a", "y"), text("b", "x")}, []Fate{Changed, New}, []string{"y", "x"}},
		"shifted":                {[]Entry{named("1", "x"), named("2", "y")}, false, []Entry{named("3", "z"), named("1", "x"), named("2", "y")}, []Fate{New, Same, Same}, []string{"x", "y", "z"}},
		"edited":                 {[]Entry{named("1", "x")}, false, []Entry{named("1", "y")}, []Fate{Changed}, []string{"x"}},
		"edited, updated":        {[]Entry{named("1", "x")}, true, []Entry{named("1", "y")}, []Fate{Changed}, []string{"y"}},
		"said twice":             {nil, false, []Entry{named("1", "x"), named("1", "x")}, []Fate{New, Same}, []string{"x"}},
		"two with one id":        {nil, false, []Entry{named("1", "x"), named("1", "y")}, []Fate{New, Twin}, []string{"x", "y"}},
		"and again":              {[]Entry{named("1", "x"), named("1", "y")}, false, []Entry{named("1", "y"), named("1", "x")}, []Fate{Same, Same}, []string{"x", "y"}},
		"the last of one id":     {nil, true, []Entry{named("1", "x"), named("1", "y")}, []Fate{New, Changed}, []string{"y"}},
	} {
		x := NewIndex(nil)
		run(x, false, c.before...)
		x = NewIndex(entries(x))
		require.Equal(t, c.fates, run(x, c.update, c.after...), name)
		x = NewIndex(entries(x))
		want := map[int]Hash{}
		for i, w := range c.words {
			want[i+1] = Sum(w)
		}
		require.Equal(t, want, words(x), name)
		nth := map[any]bool{}
		for _, k := range x.entries {
			if !k.gone {
				require.False(t, nth[[2]any{k.Key, k.Nth}], name)
				nth[[2]any{k.Key, k.Nth}] = true
			}
		}
	}
}

func TestHashesAreWrittenAndRead(t *testing.T) {
	t.Parallel()
	require.NotEqual(t, Sum("ab", "c"), Sum("a", "bc"))
	e := named("1", "x")
	b, err := json.Marshal(e)
	require.NoError(t, err)
	require.NotContains(t, string(b), `"at"`)
	var again Entry
	require.NoError(t, json.Unmarshal(b, &again))
	require.Equal(t, e, again)
	require.Error(t, new(Hash).UnmarshalText([]byte("00")))
	require.Error(t, new(Hash).UnmarshalText([]byte("zz")))
}
