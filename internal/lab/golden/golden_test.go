package golden

import (
	"testing"

	"github.com/stretchr/testify/require"
)

const text = "Ann Lee left.\nShe said she was ill; Bob\nDay came at 14:30."

func parse(t *testing.T, text string) Section {
	t.Helper()
	s, err := Parse(text)
	require.NoError(t, err)
	return s
}

func TestParse(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"",
		"a 0:1\n",
		"want a\n! got b\n! got c\nd\n",
		"want a\n! got nothing\n! extra b\n! extra c\n",
	} {
		require.Equal(t, s, parse(t, s).String())
	}
	for in, message := range map[string]string{
		"a\n\nb\n":                            `says nothing`,
		"want \n":                             `"want " says nothing`,
		"! extra \n":                          `says nothing`,
		"! got b\n":                           `"! got b" stands below no "want" line`,
		"a\n! got b\n":                        `"! got b" stands below no "want" line`,
		"! extra a\n! got b\n":                `stands below no "want" line`,
		"want a\n! got nothing\n! got b\n":    `something and nothing come out instead of "a"`,
		"want a\n! got b\n! got nothing\n":    `something and nothing come out instead of "a"`,
		"!got b\n":                            `a wrong line begins with "! got " or "! extra "`,
		"want a\n! got b\n! wanted c\nwant d": `"! wanted c"`,
	} {
		_, err := Parse(in)
		require.ErrorContains(t, err, message, in)
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	require.Zero(t, parse(t, "a\nb\n").Errors())
	require.Equal(t, 5, parse(t, "a\nwant b\n! got c\n! got d\nwant e\n! got nothing\n! extra f\n! extra g\n").Errors())
}

func TestCheck(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, section string
		out, problems []string
	}{
		{"as stated", "a\nwant b\n! got c\nwant d\n! got nothing\n! extra e\n", []string{"e", "c", "a"}, nil},
		{"as often as stated", "a\na\n", []string{"a", "a"}, nil},
		{"too often", "a\n", []string{"a", "a"}, []string{"comes out, and is not stated: a"}},
		{"right and gone", "a\nb\n", []string{"a"}, []string{"is right, and does not come out: b"}},
		{"new and wrong", "a\n", []string{"a", "b"}, []string{"comes out, and is not stated: b"}},
		{
			"mended", "want a\n! got b\n", []string{"a"},
			[]string{"is right and comes out now; drop its “want” and “! got”: a", "is wrong and comes out no more; drop it: b"},
		},
		{
			"mended, and was silent", "want a\n! got nothing\n", []string{"a"},
			[]string{"is right and comes out now; drop its “want” and “! got”: a"},
		},
		{"wrong no more", "! extra a\n", nil, []string{"is wrong and comes out no more; drop it: a"}},
		{
			"otherwise wrong", "want a\n! got b\n", []string{"c"},
			[]string{"is wrong and comes out no more; drop it: b", "comes out, and is not stated: c"},
		},
		{"not marked", "want a\n", nil, []string{"is wanted, and no “! got” says what comes out instead: a"}},
		{"right and wrong", "a\n! extra a\n", []string{"a", "a"}, []string{"stands as right and as wrong: a", "comes out, and is not stated: a"}},
	} {
		require.Equal(t, c.problems, parse(t, c.section).Check(text, c.out), c.name)
	}
}

// TestCheckOffsets: what is right stands where it says.
func TestCheckOffsets(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"person Ann Lee 0:7 · she 23:26", "person Bob Day 36:43", "event Bob Day came at 14:30 36:57 | narrator", "14:30 52:57 TIME",
	} {
		require.Empty(t, parse(t, line+"\n").Check(text, []string{line}), line)
	}
	for line, problem := range map[string]string{
		"person Ann Lee 0:6":             "does not stand at 0:6: person Ann Lee 0:6",
		"person Ann Lee 0:7 · she 24:26": "does not stand at 24:26: person Ann Lee 0:7 · she 24:26",
		"person Ann Lee 0:700":           "does not stand at 0:700: person Ann Lee 0:700",
		"person Ann Lee 7:0":             "does not stand at 7:0: person Ann Lee 7:0",
		"person Dr. Ann Lee 0:7":         "does not stand at 0:7: person Dr. Ann Lee 0:7",
	} {
		require.Equal(t, []string{problem}, parse(t, line+"\n").Check(text, []string{line}))
	}
	require.Len(t, parse(t, "person Ann Lee @\n").Check(text, []string{"person Ann Lee @"}), 1)
}

func TestUpdate(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, before string
		out          []string
		after        string
	}{
		{"as stated", "a\nwant b\n! got c\n! extra d\n", []string{"a", "c", "d"}, "a\nwant b\n! got c\n! extra d\n"},
		{"mended", "want a\n! got b\nwant c\n! got nothing\n! extra d\n", []string{"a", "c"}, "a\nc\n"},
		{"mended, and a wrong one beside it", "want she 23:26\n! got b\n", []string{"she 23:26", "b"}, "! extra b\nshe 23:26\n"},
		{"what is right stays", "a\nb\n", []string{"c"}, "a\nb\n! extra c\n"},
		{"beside what it overlaps", "want Ann Lee 0:7\n! got nothing\n", []string{"Ann 0:3"}, "want Ann Lee 0:7\n! got Ann 0:3\n"},
		{"not beside what comes out", "Ann Lee 0:7\n", []string{"Ann Lee 0:7", "Ann 0:3"}, "Ann Lee 0:7\n! extra Ann 0:3\n"},
		{"in the order of the text", "she 23:26\n", []string{"she 23:26", "Ann 0:3"}, "! extra Ann 0:3\nshe 23:26\n"},
		{
			"a clock time is no offset", "want at 14:30 49:57\n! got nothing\n", []string{"14:30 52:57", "Ann 0:3"},
			"! extra Ann 0:3\nwant at 14:30 49:57\n! got 14:30 52:57\n",
		},
		{"nothing comes out", "want Ann Lee 0:7\n", nil, "want Ann Lee 0:7\n! got nothing\n"},
		{"offsets", "want Ann Lee @ · She @ [to Bob Day @]\n", nil, "want Ann Lee 0:7 · She 14:17 [to Bob Day 36:43]\n! got nothing\n"},
		{"which of two", "want l @1 · l @2\n", nil, "want l @1 · l @2\n! got nothing\n"},
		{"moved", "Ann Lee 3:9\n", []string{"Ann Lee 0:7"}, "Ann Lee 0:7\n"},
		{"not in the text", "person Ann Day @ · Lee 3:9\n", nil, "person Ann Day @ · Lee 3:9\n"},
	} {
		require.Equal(t, c.after, parse(t, c.before).Update(text, c.out).String(), c.name)
	}
	twice := parse(t, "want a @2 b\n! got nothing\n").Update("a ba a", nil)
	require.Equal(t, "want a 5:6 b\n! got nothing\n", twice.String(), "whole words only")
	open := parse(t, "want a @ b\n! got nothing\n").Update("a ba a", nil)
	require.Equal(t, "want a @ b\n! got nothing\n", open.String(), "twice, and not said which")
}
