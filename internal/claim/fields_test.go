package claim_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
)

// fieldsOf is a claim as line writes it, with its subject, predicate, tense and
// quantities behind.
func fieldsOf(d *whosaid.Document, c *whosaid.Claim) string {
	slice := func(s whosaid.Span) string {
		if s.Empty() {
			return "-"
		}
		return d.Slice(s)
	}
	s := fmt.Sprintf("%s | %s: %s %s", line(d, c), c.Tense, slice(c.Subject), slice(c.Predicate))
	s += " (" + c.Lemma + ")"
	for _, q := range c.Quantities {
		s += fmt.Sprintf(" | %s = %s%g %s", d.Slice(q.Span), compared(&q), q.Value, q.Unit)
	}
	return s
}

// compared writes the comparison of a quantity, with "~" if it is approximate.
func compared(q *whosaid.Quantity) string {
	s := string(q.Comparison)
	if q.Approximate {
		s += "~"
	}
	if s != "" {
		s += " "
	}
	return s
}

// TestFields: what a claim says beside its words. What is given is what is
// right.
func TestFields(t *testing.T) {
	t.Parallel()
	x, err := extract.New()
	require.NoError(t, err)
	for _, c := range fieldCases {
		t.Run(c.text, func(t *testing.T) {
			t.Parallel()
			d := readWith(t, x, c.text)
			var got []string
			for i := range d.Claims {
				got = append(got, fieldsOf(d, &d.Claims[i]))
			}
			require.Equal(t, c.want, got)
		})
	}
}
