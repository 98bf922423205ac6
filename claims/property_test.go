package claims_test

import (
	"context"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
)

func article(tb testing.TB) string {
	tb.Helper()
	b, err := os.ReadFile("../testdata/article.txt")
	require.NoError(tb, err)
	return string(b)
}

// checkClaims requires what is promised of claims beyond Validate.
func checkClaims(tb testing.TB, d *whosaid.Document) {
	tb.Helper()
	require.NoError(tb, d.Validate())
	last := 0
	for i := range d.Claims {
		c := &d.Claims[i]
		require.GreaterOrEqual(tb, c.Sentence, last, "claims stand in text order")
		last = c.Sentence
		require.NotEmpty(tb, c.Type)
		if c.Quote != 0 {
			q := d.Quote(c.Quote)
			for i, s := range c.Spans {
				if i == 0 && len(c.Spans) > 1 && strings.HasPrefix(d.Slice(c.Predicate), "to ") {
					continue // the subject of a passive cue
				}
				inside := false
				for _, piece := range q.Content {
					inside = inside || piece.Contains(s)
				}
				require.True(tb, inside, "%q is not in a piece of its quote", d.Slice(s))
			}
			if c.Claimant.Kind == whosaid.EntityClaimant {
				require.Equal(tb, q.Speaker, c.Claimant.Entity)
			}
		}
		for _, e := range c.Entities {
			require.NotNil(tb, d.Entity(e))
		}
	}
}

func TestArticle(t *testing.T) {
	t.Parallel()
	d := read(t, article(t))
	require.NotEmpty(t, d.Claims)
	checkClaims(t, d)
}

func TestQuestionGivesNoClaim(t *testing.T) {
	t.Parallel()
	x, err := extract.New()
	require.NoError(t, err)
	for _, g := range golden {
		if strings.Count(g.text, ".") != 1 || strings.ContainsAny(g.text, "“\n") {
			continue
		}
		q := strings.TrimSuffix(g.text, ".") + "?"
		require.Empty(t, lines(readWith(t, x, q)), q)
	}
}

func TestUnrelatedParagraphChangesNothing(t *testing.T) {
	t.Parallel()
	x, err := extract.New()
	require.NoError(t, err)
	for _, g := range golden {
		d := readWith(t, x, g.text+"\n\nIn other news, Kofi Boateng won the marathon in Accra on Sunday.")
		require.GreaterOrEqual(t, len(d.Claims), len(g.want), g.name)
		got := lines(d)[:len(g.want)]
		if len(g.want) > 0 {
			require.Equal(t, g.want, got, g.name)
		}
	}
}

func TestCurlyAndStraightMarks(t *testing.T) {
	t.Parallel()
	straight := strings.NewReplacer("“", `"`, "”", `"`, "’", "'")
	x, err := extract.New()
	require.NoError(t, err)
	for _, g := range golden {
		require.Equal(t, g.want, lines(readWith(t, x, straight.Replace(g.text))), g.name)
	}
}

// The date of the document gives values to dates; what is claimed stays.
func TestDocumentDateChangesNoClaim(t *testing.T) {
	t.Parallel()
	x, err := extract.New()
	require.NoError(t, err)
	text := article(t) + "\n\nOrbit Labs will open a factory in Lisbon on Tuesday."
	var before []byte
	for _, day := range []time.Time{{}, time.Date(1999, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2030, 7, 9, 0, 0, 0, 0, time.UTC)} {
		d, err := x.Extract(context.Background(), text, extract.Published(day))
		require.NoError(t, err)
		got, err := json.Marshal(d.Claims)
		require.NoError(t, err)
		if before != nil {
			require.JSONEq(t, string(before), string(got))
		}
		before = got
	}
}

func TestVerbAndParts(t *testing.T) {
	t.Parallel()
	d := read(t, "Yesterday, Nina Berg said that Orbit Labs might not have sold about 40 percent of its shares to Karim Aziz for $1.2 billion.")
	require.Len(t, d.Claims, 1)
	c := &d.Claims[0]
	require.Equal(t, "Orbit Labs", d.Slice(c.Subject))
	require.Equal(t, "might not have sold", d.Slice(c.Predicate))
	require.Equal(t, "sell", c.Lemma)
	require.True(t, c.Negated)
	require.Equal(t, "might", d.Slice(c.Hedge))
	require.Equal(t, whosaid.EntityClaimant, c.Claimant.Kind)
	require.Len(t, c.Quantities, 2)
	require.Equal(t, whosaid.Quantity{Span: c.Quantities[0].Span, Value: 40, Unit: "percent", Approximate: true}, c.Quantities[0])
	require.Equal(t, "$1.2 billion", d.Slice(c.Quantities[1].Span))
	require.InDelta(t, 1.2e9, c.Quantities[1].Value, 1)
	require.Equal(t, "USD", c.Quantities[1].Unit)
}

func TestQuantities(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text, span, unit string
		value            float64
		compare          whosaid.QuantityComparison
		approximate      bool
	}{
		{"The port of Oslo employs 86 people.", "86", "people", 86, "", false},
		{"The port of Oslo employs at least 1,200 people.", "1,200", "people", 1200, whosaid.AtLeast, false},
		{"The port of Oslo employs more than seventeen guards.", "seventeen", "guards", 17, whosaid.MoreThan, false},
		{"The port of Oslo lost fewer than 30 ships.", "30", "ships", 30, whosaid.LessThan, false},
		{"The port of Oslo lost nearly 30 ships.", "30", "ships", 30, whosaid.LessThan, true},
		{"The port of Oslo lost up to 30 ships.", "30", "ships", 30, whosaid.AtMost, false},
		{"The port of Oslo sold two-thirds of its ships.", "two-thirds", "ships", 2.0 / 3, "", false},
		{"The port of Oslo lost 3.5 million euros.", "3.5 million euros", "EUR", 3.5e6, "", false},
		{"The port of Oslo grew by 12%.", "12%", "percent", 12, "", false},
	} {
		t.Run(c.text, func(t *testing.T) {
			t.Parallel()
			d := read(t, c.text)
			require.Len(t, d.Claims, 1)
			require.Len(t, d.Claims[0].Quantities, 1)
			q := d.Claims[0].Quantities[0]
			require.Equal(t, c.span, d.Slice(q.Span))
			require.Equal(t, c.unit, q.Unit)
			require.InDelta(t, c.value, q.Value, 1e-9*c.value)
			require.Equal(t, c.compare, q.Comparison)
			require.Equal(t, c.approximate, q.Approximate)
		})
	}
}

func TestYearIsNoQuantity(t *testing.T) {
	t.Parallel()
	d := read(t, "The factory in Turin closed on May 12, 2019.")
	require.Len(t, d.Claims, 1)
	require.Empty(t, d.Claims[0].Quantities)
}

func TestAgeIsNoQuantity(t *testing.T) {
	t.Parallel()
	d := read(t, "The writer Karim Aziz died in Oslo aged about 91.")
	require.Len(t, d.Claims, 1)
	require.Empty(t, d.Claims[0].Quantities)
	require.Equal(t, whosaid.ClaimEvent, d.Claims[0].Type)
}

func TestGroups(t *testing.T) {
	t.Parallel()
	d := read(t, "Karim Aziz sells his shipping company\n\nKarim Aziz sold his shipping company on Monday. Karim Aziz was born in Oslo.")
	require.Len(t, d.Claims, 3)
	require.Equal(t, d.Claims[0].Group, d.Claims[1].Group)
	require.NotEqual(t, d.Claims[0].Group, d.Claims[2].Group)
}

func TestCheckableRanks(t *testing.T) {
	t.Parallel()
	d := read(t, "Exports from Kenya to Brazil fell by 12 percent in March 2019. It may be so in Kenya.")
	require.Len(t, d.Claims, 2)
	require.Greater(t, d.Claims[0].Checkable, d.Claims[1].Checkable)
}

func TestStance(t *testing.T) {
	t.Parallel()
	d := read(t, "Nina Berg denied that the factory in Turin leaked acid.")
	require.Len(t, d.Claims, 1)
	require.Equal(t, whosaid.StanceDenies, d.Claims[0].Stance)
}
