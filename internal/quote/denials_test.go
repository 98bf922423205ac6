package quote_test

import (
	_ "embed"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
)

//go:embed testdata/denials.txt
var denials string

// denial writes a quote as in denials.txt.
func denial(d *whosaid.Document, q *whosaid.Quote) string {
	s := d.Slice(q.Cue) + " " + string(q.CueClass)
	if q.Negated {
		s += " not"
	}
	return s + " | " + d.Words(q.Content...)
}

// TestDenials: what is denied, refused or not said comes out as that, and never as
// said. A claim inherits it: a denial that is itself negated denies nothing.
func TestDenials(t *testing.T) {
	t.Parallel()
	eachRow(t, denials, func(t *testing.T, d *whosaid.Document, want string) {
		got := []string{}
		for i := range d.Quotes {
			got = append(got, denial(d, &d.Quotes[i]))
		}
		if len(got) == 0 {
			got = []string{"none"}
		}
		require.Equal(t, want, strings.Join(got, " ;; "))
		for i := range d.Claims {
			inherits(t, d, &d.Claims[i])
		}
	})
}

// inherits demands of a claim the stance of its quote.
func inherits(t *testing.T, d *whosaid.Document, c *whosaid.Claim) {
	q := d.Quote(c.Quote)
	if q == nil {
		return
	}
	require.Equal(t, c.Stance != "", q.CueClass == whosaid.CueDeny && !q.Negated, "the stance of %q", d.Words(c.Spans...))
	require.False(t, q.Negated && q.CueClass != whosaid.CueDeny, "nobody says %q", d.Words(c.Spans...))
}
