package wordfile

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// read collects what a reader of File passes on, a line each.
func read(f File, how string) (out []string, err error) {
	sections := []string{"bird", "tree"}
	switch how {
	case "lines":
		err = f.Lines(sections, func(s, line string) error { out = append(out, s+" "+line); return nil })
	case "words":
		err = f.Words(sections, func(s, w string) error { out = append(out, s+" "+w); return nil })
	case "values":
		err = f.Values(sections, func(s, w string, v int) error { out = append(out, fmt.Sprint(s, " ", w, " ", v)); return nil })
	case "entries":
		err = f.Entries(sections, func(s, k string, fs []string) error { out = append(out, fmt.Sprint(s, " ", k, fs)); return nil })
	case "lists":
		err = f.Lists(sections, func(s, k string, is []string) error { out = append(out, fmt.Sprintf("%s %s %q", s, k, is)); return nil })
	}
	return out, err
}

func TestReads(t *testing.T) {
	for _, c := range []struct {
		how, text string
		want      []string
	}{
		{"lines", "# birds\n\n[bird]\n  the owl \r\n# more\nthe hen\n[tree]\nash", []string{"bird the owl", "bird the hen", "tree ash"}},
		{"words", "[bird]\nhen owl\ntern\n[tree]\nash oak\n", []string{"bird hen", "bird owl", "bird tern", "tree ash", "tree oak"}},
		{"words", "[tree]\n\\#1 \\[ elm red_oak _\n[bird]\nelm\n", nil},
		{"words", "[tree]\n\\#1 \\[ _ elm red_oak\n[bird]\nelm\n", []string{"tree #1", "tree [", "tree _", "tree elm", "tree red oak", "bird elm"}},
		{"values", "[bird]\nhen=2 owl=-1\n[tree]\na=b=3\n", []string{"bird hen 2", "bird owl -1", "tree a=b 3"}},
		{"entries", "[bird]\nhen a b_c\nowl\n[tree]\nash x\n", []string{"bird hen[a b c]", "bird owl[]", "tree ash[x]"}},
		{"lists", "[bird]\nBarn Owl|owl\n[tree]\nAsh\n", []string{`bird Barn Owl ["Barn Owl" "owl"]`, `tree Ash ["Ash"]`}},
	} {
		got, err := read(File{Name: "a.txt", Text: c.text}, c.how)
		if c.want == nil {
			require.Error(t, err, c.text)
			continue
		}
		require.NoError(t, err, c.text)
		require.Equal(t, c.want, got, c.text)
	}
}

func TestRefuses(t *testing.T) {
	for _, c := range []struct{ name, how, text, want string }{
		{"unknown section", "lines", "[bird]\nowl\n[trees]\nash", "dir/a.txt:3: unknown section [trees]"},
		{"section twice", "lines", "[bird]\nowl\n[bird]\nhen", "dir/a.txt:3: section [bird] stands twice"},
		{"empty section", "lines", "[bird]\n# none\n[tree]\nash", "dir/a.txt:1: section [bird] is empty"},
		{"empty last section", "lines", "[bird]\nowl\n[tree]\n", "dir/a.txt:3: section [tree] is missing or empty"},
		{"missing section", "lines", "[bird]\nowl\n", "dir/a.txt:2: section [tree] is missing or empty"},
		{"empty file", "lines", "", "dir/a.txt:1: section [bird] is missing or empty"},
		{"no section", "lines", "#\nowl\n", `dir/a.txt:2: "owl" stands before the first section`},
		{"unsorted words", "words", "[bird]\nhen owl\nlark\n[tree]\nash", `dir/a.txt:3: "lark" stands after "owl": not sorted`},
		{"a word twice", "words", "[bird]\nhen\nhen\n[tree]\nash", `dir/a.txt:3: "hen" stands twice`},
		{"a capital", "words", "[bird]\nHen\n[tree]\nash", `dir/a.txt:2: "Hen" is not in lower case`},
		{"a value that is none", "values", "[bird]\nhen=two\n[tree]\nash=1", `dir/a.txt:2: "hen=two": the value is no integer`},
		{"no value", "values", "[bird]\nhen\n[tree]\nash=1", `dir/a.txt:2: "hen" is not word=value`},
		{"no word", "values", "[bird]\n=1\n[tree]\nash=1", `dir/a.txt:2: "=1" is not word=value`},
		{"unsorted values", "values", "[bird]\nowl=1 hen=2\n[tree]\nash=1", `dir/a.txt:2: "hen" stands after "owl": not sorted`},
		{"an entry twice", "entries", "[bird]\nhen a\nhen b\n[tree]\nash", `dir/a.txt:3: "hen" stands twice`},
		{"an empty item", "lists", "[bird]\nhen|\n[tree]\nash", `dir/a.txt:2: an item of "hen|" is empty`},
		{"a blank item", "lists", "[bird]\nhen | owl\n[tree]\nash", `dir/a.txt:2: an item of "hen | owl" is empty or has blanks`},
		{"unsorted lists", "lists", "[bird]\nowl|a\nhen|b\n[tree]\nash", `dir/a.txt:3: "hen" stands after "owl"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := read(File{Name: "dir/a.txt", Text: c.text, Lower: true}, c.how)
			require.ErrorContains(t, err, c.want)
		})
	}
}

func TestErrorsOfTheCallerGetALine(t *testing.T) {
	odd := errors.New("odd")
	err := File{Name: "a.txt", Text: "one\n\ntwo\n"}.Lines(nil, func(_, line string) error {
		if line == "two" {
			return odd
		}
		return nil
	})
	require.ErrorIs(t, err, odd)
	require.EqualError(t, err, "a.txt:3: odd")
	require.EqualError(t, File{Name: "a.txt", Text: "[x]\n"}.Lines(nil, nil), "a.txt:1: unknown section [x]")
}

func TestClasses(t *testing.T) {
	const bird, tree uint8 = 1, 2
	words, err := Classes(File{Name: "a.txt", Text: "[bird]\nhen owl\n[tree]\nash owl\n"}, map[string]uint8{"bird": bird, "tree": tree})
	require.NoError(t, err)
	require.Equal(t, map[string]uint8{"hen": bird, "owl": bird | tree, "ash": tree}, words)
	_, err = Classes(File{Name: "a.txt", Text: "[bird]\nhen\n"}, map[string]uint8{"bird": bird, "tree": tree})
	require.EqualError(t, err, "a.txt:2: section [tree] is missing or empty")
}

func TestArgs(t *testing.T) {
	got := ""
	check := func(key, value string) error {
		if key == "bad" {
			return errors.New("unknown key")
		}
		got += key + ":" + value + " "
		return nil
	}
	require.NoError(t, Args(strings.Fields("a=1 b=x=y"), check))
	require.Equal(t, "a:1 b:x=y ", got)
	require.EqualError(t, Args([]string{"a=1", "a=2"}, check), `"a" stands twice`)
	require.EqualError(t, Args([]string{"bad=1"}, check), "unknown key")
	for _, s := range []string{"a", "a=", "=1"} {
		require.EqualError(t, Args([]string{s}, check), fmt.Sprintf("%q is not key=value", s))
	}
}

// FuzzFile: no file makes a reader panic; words come sorted, without doubles,
// in a known section; errors name file and line.
func FuzzFile(f *testing.F) {
	for _, s := range []string{"[bird]\nhen owl\n[tree]\nash\n", "[bird]\nhen=1\n[tree]\nash=2", "[", "[]", "\\", "#", "[bird]\n\\# _ \\_\n[tree]\n="} {
		f.Add(s)
	}
	place := regexp.MustCompile(`^a\.txt:[1-9][0-9]*: `)
	f.Fuzz(func(t *testing.T, text string) {
		for _, how := range []string{"lines", "words", "values", "entries", "lists"} {
			if _, err := read(File{Name: "a.txt", Text: text}, how); err != nil {
				require.Regexp(t, place, err.Error())
			}
		}
		section, last := "", ""
		_ = File{Text: text}.Words([]string{"bird", "tree"}, func(s, w string) error {
			require.Contains(t, []string{"bird", "tree"}, s)
			require.NotEmpty(t, w)
			if s == section {
				require.Less(t, last, w)
			}
			section, last = s, w
			return nil
		})
	})
}
