package claims_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/claims"
	"github.com/whosaid/whosaid/extract"
)

// The text of a relative clause has its subject, so that it can be read alone.
func TestTextOfRelativeClause(t *testing.T) {
	t.Parallel()
	x, err := extract.New()
	require.NoError(t, err)
	d, err := x.Extract(context.Background(), "Karim Aziz, who founded Orbit Labs in 1999, left Oslo on Monday.")
	require.NoError(t, err)
	require.Len(t, d.Claims, 2)
	require.Equal(t, "Karim Aziz founded Orbit Labs in 1999", claims.Text(d, &d.Claims[1]))
	require.Equal(t, "Karim Aziz", d.Slice(d.Claims[1].Subject))
	require.Equal(t, "Karim Aziz left Oslo on Monday", claims.Text(d, &d.Claims[0]))
}

// The author of a claim may be somebody without a name.
func TestAuthorWithoutAName(t *testing.T) {
	t.Parallel()
	d := read("A forklift driver said Oslo closed the bridge in 2012.")
	require.Len(t, d.Claims, 1)
	require.Equal(t, &claims.Agent{Type: "Person", Name: "A forklift driver"}, claims.Schema(d, &d.Claims[0]).Author)
}

// What somebody denies is not turned into what he says.
func TestDenial(t *testing.T) {
	t.Parallel()
	for text, negated := range map[string]bool{
		"Nina Berg denied that Orbit Labs sold the port of Oslo.":         true,
		"Nina Berg denied that Orbit Labs had not sold the port of Oslo.": false,
		"Nina Berg said that Orbit Labs sold the port of Oslo.":           false,
	} {
		d := read(text)
		triples := claims.Triples(d)
		require.Len(t, triples, 1, text)
		require.Equal(t, negated, triples[0].Negated, text)
		denied := d.Claims[0].Stance == whosaid.StanceDenies
		require.Equal(t, denied, claims.Schema(d, &d.Claims[0]).Author == nil, text)
	}
}
