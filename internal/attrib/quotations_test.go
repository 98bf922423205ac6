package attrib

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestQuotations(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"none":           {"It's the boys' boat.", nil},
		"curly and flat": {"“We stay,” she said. He said \"no\".", []string{"We stay,", "no"}},
		"nested once":    {"“He said ‘go’ to me,” she said.", []string{"He said ‘go’ to me,"}},
		"a title":        {"They read “The Reeds” aloud.", []string{"The Reeds"}},
		"never closed":   {"“We stay.\n\nThe day was dry.", []string{"We stay."}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := cut(c.text)
			var got []string
			for _, s := range Quotations(d) {
				got = append(got, d.Slice(s))
			}
			require.Equal(t, c.want, got)
		})
	}
}
