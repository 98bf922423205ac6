package attrib

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/segment"
)

func TestPairMarks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       []string // "level inner", with ! where the closing mark is missing
	}{
		{"curly", "“We will,” said Ann.", []string{"0 We will,"}},
		{"straight", "\"We will,\" said Ann, \"not sell.\"", []string{"0 We will,", "0 not sell."}},
		{"TeX", "``We will,'' said Ann.", []string{"0 We will,"}},
		{"guillemets", "«We will», said Ann.", []string{"0 We will"}},
		{"wrong way round", "She said “no“ twice.", []string{"0 no"}},
		{"two closing marks", "She said ”no” twice.", []string{"0 no"}},
		{"nested", "“Ann said ‘no’ twice,” Bo said.", []string{"0 Ann said ‘no’ twice,", "1 no"}},
		{"apostrophes", "The firm's 'boss' didn't say 'em '90s.", []string{"0 boss"}},
		{"decade", "In the '90s a 'boss' ruled.", []string{"0 boss"}},
		{"possessive inside", "'The workers' pay is low,' she said.", []string{"0 The workers' pay is low,"}},
		{"left open at the end", "Ann said: “We will", []string{"0! We will"}},
		{"left open before another", "“We will. Ann said “no” twice.", []string{"0! We will.", "0 no"}},
		{"single left open", "She said ‘no twice.", nil},
		{"a paragraph's end closes", "“We will.\n\nNo” is no.", []string{"0! We will."}},
		{"back to back", "“No.”“Yes.”", []string{"0 No.", "0 Yes."}},
		{"nothing inside", "“” \"\" «»", nil},
		{"blank inside", "“ ” sAid \" \" « \u00a0 »", nil},
		{"inches", "A 5' 10\" man.", nil},
		{"too deep", "“a “b “c “d “e” d” c” b” a”", []string{"0 a “b “c “d “e” d” c” b", "1 b “c “d “e” d” c", "2 c “d “e” d", "3 d “e"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, showMarks(c.text))
		})
	}
}

func showMarks(text string) []string {
	d := &whosaid.Document{Text: text}
	d.Tokens, d.Sentences = segment.Split(text)
	var got []string
	for _, q := range pairMarks(d, nil) {
		s := string(rune('0' + q.level))
		if !q.closed {
			s += "!"
		}
		got = append(got, s+" "+strings.TrimSpace(text[q.inner.Start:q.inner.End]))
	}
	return got
}
