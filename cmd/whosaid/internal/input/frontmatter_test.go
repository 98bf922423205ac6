package input

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFrontMatter(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		md       string
		want     []string // title, author, section, url, day, text
		warnings []string
	}{
		"one each": {
			"---\ntitle: 'Mayor: to go'\nauthor: Ann Lee\nsection: Politics\ndate: 2015-09-24 10:00:00 +0200\nlink: https://zork.example/1\n---\n\nHe left.\n",
			[]string{"Mayor: to go", "Ann Lee", "Politics", "https://zork.example/1", "2015-09-24", "Mayor: to go\n\nHe left."}, nil,
		},
		"lists": {
			"---\r\nTitle: >\r\n  Mayor\r\n  to go\r\nauthors:\r\n- name: Ann Lee\r\n  mail: a@b\r\n- Bob Ray\r\ncategories: [Politics, Lund]\r\npublishDate: 2015-09-24T10:00:00Z\r\n...\r\nHe left.",
			[]string{"Mayor to go", "Ann Lee, Bob Ray", "Politics", "", "2015-09-24", "Mayor to go\n\nHe left."}, nil,
		},
		"the heading again": {
			"---\ntitle: Mayor to go\n---\n# Mayor to go\n\nHe left.", []string{"Mayor to go", "", "", "", "", "Mayor to go\n\nHe left."}, nil,
		},
		"no YAML": {
			"---\ntitle: Mayor: to go\nauthor: \"Ann Lee\"\n---\nHe left.",
			[]string{"Mayor: to go", "Ann Lee", "", "", "", "Mayor: to go\n\nHe left."}, []string{"the front matter is not YAML, only its lines are read: yaml: "},
		},
		"no date": {
			"---\ndate: soon\n---\nHe left.", []string{"", "", "", "", "", "He left."}, []string{`"soon" is not a date such as 2015-09-24`},
		},
		"nothing in it":        {"---\n---\nHe left.", []string{"", "", "", "", "", "He left."}, nil},
		"null":                 {"---\ntitle:\nauthor: ~\n---\nHe left.", []string{"", "", "", "", "", "He left."}, nil},
		"a text between rules": {"---\nRain fell.\n\n---\nHe left.", []string{"", "", "", "", "", "Rain fell.\n\nHe left."}, nil},
		"no end":               {"---\ntitle: x\n", []string{"", "", "", "", "", "title: x"}, nil},
	} {
		a := markdown([]byte(c.md))
		day := ""
		if !a.Published.IsZero() {
			day = a.Published.Format("2006-01-02")
		}
		require.Equal(t, c.want, []string{a.Title, a.Author, a.Section, a.URL, day, a.Text}, name)
		require.Len(t, a.Warnings, len(c.warnings), name)
		for i, w := range c.warnings {
			require.Contains(t, a.Warnings[i].Error(), w, name)
		}
	}
}

// TestHostileFrontMatter: what is no YAML, or costs much, is a text or a warning.
func TestHostileFrontMatter(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"a: [", "a: {", "- ", "? ", "&a [*a, ", "a: &a [x]\nb: *a\n", "a: |\n", "\t", "!!binary "} {
		a := markdown([]byte("---\n" + strings.Repeat(s, 30_000/len(s)) + "\n---\nHe left."))
		require.Contains(t, a.Text, "He left.", s)
	}
}
