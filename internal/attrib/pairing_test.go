package attrib

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/lab/hostile"
	"github.com/whosaid/whosaid/internal/segment"
)

func cut(text string) *whosaid.Document {
	d := &whosaid.Document{Text: text}
	d.Tokens, d.Sentences = segment.Split(text)
	return d
}

// paired writes the quotations of a text, each with a "+" for each one around
// it, "…" where the closing mark is missing, and "~" where it is reopened.
func paired(d *whosaid.Document) []string {
	var out []string
	for _, q := range pairMarks(d, nil) {
		s := strings.Repeat("+", q.level) + d.Slice(q.inner)
		if !q.closed {
			s += "…"
		}
		if q.reopened {
			s = "~" + s
		}
		out = append(out, s)
	}
	return out
}

func TestPairing(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"none", "We will not sell.", nil},
		{"curly", "“We will,” she said.", []string{"We will,"}},
		{"straight", `"We will," she said.`, []string{"We will,"}},
		{"two straight", `"We will," she said. "Now."`, []string{"We will,", "Now."}},
		{"backticks", "``We will,'' she said.", []string{"We will,"}},
		{"two single for a double", "''We will,'' she said.", []string{"We will,"}},
		{"single", "'We will,' she said.", []string{"We will,"}},
		{"curly single", "‘We will,’ she said.", []string{"We will,"}},
		{"guillemets", "«We will», she said.", []string{"We will"}},
		{"low German", "„We will“, she said.", []string{"We will"}},
		{"apostrophes are none", "The dogs' owners don't know it's Ann's.", nil},
		{"apostrophe inside single", "'I don't know,' she said.", []string{"I don't know,"}},
		{"elisions are none", "Rock 'n' roll of the '90s and 'em all.", nil},
		{"elisions within single marks", "'Em was right, and so were 'em all in the 'sixties,' she said. 'Twas 'late'.", []string{"late"}},
		{"a clitic after a bracket is none", "The council (of Oslo)'s 'plan' failed.", []string{"plan"}},
		{"feet and inches are none", `He is 6'3" tall.`, nil},
		{"without its closing mark one ends with its sentence", "“We will go. Rain fell. “Now,” he said.", []string{"We will go.…", "Now,"}},
		{"nested", "“He said ‘no’ to me,” she said.", []string{"He said ‘no’ to me,", "+no"}},
		{"nested straight", `"He said 'no' to me," she said.`, []string{"He said 'no' to me,", "+no"}},
		{"deep", "“a ‘b “c” d’ e”", []string{"a ‘b “c” d’ e", "+b “c” d", "++c"}},
		{"reopened", "“We will go.\n\n“We will stay,” she said.", []string{"We will go.…", "~We will stay,"}},
		{"single over paragraphs", "She said: 'We will go.\n\n'We will stay.'", []string{"We will go.…", "~We will stay."}},
		{"curly single over paragraphs", "She said, ‘We will go.\n\n‘We will stay.\n\n‘For now.’", []string{"We will go.…", "~We will stay.…", "~For now."}},
		{"single with others inside", "She said: 'They said \"no\" to us.\n\n'We left.'", []string{"They said \"no\" to us.…", "+no", "~We left."}},
		{"an apostrophe before a quotation is none", "It rained 'round here.\n\n'We left,' she said.", []string{"We left,"}},
		{"a single mark that nothing goes on from is none", "She said: 'We will go.\n\nRain fell.", nil},
		{"left open", "“We will go, she said.", []string{"We will go, she said.…"}},
		{"closing mark only", "We will go,” she said.", nil},
		{"empty", `"" she said.`, nil},
		{"wrong way round", "”We will,“ she said.", []string{"We will,"}},
		{"in brackets", "(“so”)", []string{"so"}},
		{"with a dash", `"We will"—"no," she said.`, []string{"We will", "no,"}},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, paired(cut(c.text))) })
	}
}

// TestPairingNests: quotations lie in range and in order, and inside or apart from
// one another, whatever the text.
func TestPairingNests(t *testing.T) {
	t.Parallel()
	for _, f := range hostile.Families() {
		d := cut(f.Make(3000))
		qs := pairMarks(d, nil)
		for i, q := range qs {
			require.True(t, q.span.Contains(q.inner) && q.inner.Start < q.inner.End, f.Name)
			require.LessOrEqual(t, q.span.End, len(d.Text), f.Name)
			if i > 0 && q.level == 0 {
				for _, p := range qs[:i] {
					require.LessOrEqual(t, p.span.End, q.span.Start, f.Name)
				}
			}
		}
	}
}
