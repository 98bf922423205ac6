package claim_test

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
	b, err := os.ReadFile("../../testdata/article.txt")
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
				if i == 0 && len(c.Spans) > 1 && (strings.HasPrefix(d.Slice(c.Predicate), "to ") || c.Predicate.Empty()) {
					continue // the subject of a passive cue, or who is accused
				}
				inside := false
				for _, piece := range q.Content {
					inside = inside || piece.Contains(s)
				}
				require.True(tb, inside, "%q is not in a piece of its quote", d.Slice(s))
			}
			if c.Claimant.Kind == whosaid.ClaimantEntity {
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

// A question gives no claim, asked by the narrator or by somebody.
func TestQuestionGivesNoClaim(t *testing.T) {
	t.Parallel()
	x, err := extract.New()
	require.NoError(t, err)
	asked := 0
	for _, g := range golden {
		if strings.Count(g.text, ".") != 1 || strings.ContainsAny(g.text, "“\n") {
			continue
		}
		q := strings.TrimSuffix(g.text, ".") + "?"
		require.Empty(t, lines(readWith(t, x, q)), q)
		q = "“" + q + "” asked Nina Berg."
		require.Empty(t, lines(readWith(t, x, q)), q)
		asked++
	}
	require.Greater(t, asked, 20)
}

// What follows about other things changes nothing of the claims before it: not
// their words, claimants, types, scores or groups.
func TestUnrelatedParagraphChangesNothing(t *testing.T) {
	t.Parallel()
	x, err := extract.New()
	require.NoError(t, err)
	texts := []string{article(t)}
	for _, g := range golden {
		texts = append(texts, g.text)
	}
	for _, text := range texts {
		before := readWith(t, x, text).Claims
		after := readWith(t, x, text+"\n\nIn other news, Kofi Boateng won the marathon in Accra on Sunday.").Claims
		require.Len(t, after, len(before)+1, text)
		for i := range before {
			require.Equal(t, before[i], after[i], text)
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

// Pieces keep the words: each is whole tokens, and none overlaps another.
func TestPiecesAreTokens(t *testing.T) {
	t.Parallel()
	d := read(t, article(t))
	for i := range d.Claims {
		end := 0
		for _, s := range d.Claims[i].Spans {
			first, after := d.TokensIn(s)
			require.Less(t, first, after)
			require.Equal(t, s, whosaid.Span{Start: d.Tokens[first].Start, End: d.Tokens[after-1].End})
			require.GreaterOrEqual(t, s.Start, end)
			end = s.End
		}
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
	require.Equal(t, whosaid.ClaimantEntity, c.Claimant.Kind)
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
		{"The port of Oslo employs at least 1,200 people.", "1,200", "people", 1200, whosaid.QuantityAtLeast, false},
		{"The port of Oslo employs more than seventeen guards.", "seventeen", "guards", 17, whosaid.QuantityMoreThan, false},
		{"The port of Oslo lost fewer than 30 ships.", "30", "ships", 30, whosaid.QuantityLessThan, false},
		{"The port of Oslo lost nearly 30 ships.", "30", "ships", 30, whosaid.QuantityLessThan, true},
		{"The port of Oslo lost up to 30 ships.", "30", "ships", 30, whosaid.QuantityAtMost, false},
		{"The port of Oslo sold two-thirds of its ships.", "two-thirds", "ships", 2.0 / 3, "", false},
		{"The port of Oslo lost 3.5 million euros.", "3.5 million euros", "EUR", 3.5e6, "", false},
		{"The port of Oslo grew by 12%.", "12%", "percent", 12, "", false},
		{"The port of Oslo grew by 5 per cent.", "5 per cent", "percent", 5, "", false},
		{"The port of Oslo grew by two percentage points.", "two percentage points", "percentage points", 2, "", false},
		{"The port of Oslo lost more than 40 percent of its ships.", "40 percent", "percent", 40, whosaid.QuantityMoreThan, false},
		{"The port of Oslo lost $1.2 billion.", "$1.2 billion", "USD", 1.2e9, "", false},
		{"The port of Oslo lost $1.2bn.", "$1.2bn", "USD", 1.2e9, "", false},
		{"The port of Oslo lost €3m.", "€3m", "EUR", 3e6, "", false},
		{"The port of Oslo lost 2.3 million euros.", "2.3 million euros", "EUR", 2.3e6, "", false},
		{"The port of Oslo lost nearly a third of its ships.", "a third", "ships", 1.0 / 3, whosaid.QuantityLessThan, true},
		{"The port of Oslo lost half of its ships.", "half", "ships", 0.5, "", false},
		{"The port of Oslo lost three fifths of its ships.", "three fifths", "ships", 0.6, "", false},
		{"The port of Oslo lost half a million tonnes.", "half a million", "tonnes", 5e5, "", false},
		{"The port of Oslo lost a dozen ships.", "a dozen", "ships", 12, "", false},
		{"The port of Oslo lost two dozen ships.", "two dozen", "ships", 24, "", false},
		{"The port of Oslo lost hundreds of ships.", "hundreds", "ships", 100, whosaid.QuantityAtLeast, true},
		{"The port of Oslo lost tens of thousands of tonnes.", "tens of thousands", "tonnes", 10000, whosaid.QuantityAtLeast, true},
		{"The port of Oslo lost two hundred and five ships.", "two hundred and five", "ships", 205, "", false},
		{"The port of Oslo lost twenty-one ships.", "twenty-one", "ships", 21, "", false},
		{"The port of Oslo lost one in five ships.", "one in five", "ships", 0.2, "", false},
		{"The port of Oslo lost 1 1/2 points.", "1 1/2", "points", 1.5, "", false},
		{"The port of Oslo lost 30 ships or more.", "30", "ships", 30, whosaid.QuantityAtLeast, false},
		{"The port of Oslo lost no more than 30 ships.", "30", "ships", 30, whosaid.QuantityAtMost, false},
		{"The port of Oslo lost just over 30 ships.", "30", "ships", 30, whosaid.QuantityMoreThan, true},
		{"The port of Oslo lost around 30 ships.", "30", "ships", 30, "", true},
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

// Numbers that count nothing are no quantities.
func TestNoQuantity(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"The factory in Turin closed on May 12, 2019.",
		"The factory in Turin closed at 7 p.m.",
		"Karim Aziz won a third term in Kenya.",
		"Karim Aziz scored in the second half in Turin.",
		"One of the guards left Turin.",
		"No one left Turin.",
		"The storm near Cuba reached Category 5.",
	} {
		d := read(t, text)
		require.Len(t, d.Claims, 1, text)
		require.Empty(t, d.Claims[0].Quantities, text)
	}
}

func TestRange(t *testing.T) {
	t.Parallel()
	d := read(t, "Between 20 and 30 people left Oslo.")
	require.Len(t, d.Claims, 1)
	q := d.Claims[0].Quantities
	require.Len(t, q, 2)
	require.Equal(t, whosaid.QuantityAtLeast, q[0].Comparison)
	require.Equal(t, whosaid.QuantityAtMost, q[1].Comparison)
}

func TestAgeIsNoQuantity(t *testing.T) {
	t.Parallel()
	d := read(t, "The writer Karim Aziz died in Oslo aged about 91.")
	require.Len(t, d.Claims, 1)
	require.Empty(t, d.Claims[0].Quantities)
	require.Equal(t, whosaid.ClaimEvent, d.Claims[0].Type)
}

// The same claim in headline, lead and quotation is one group.
func TestGroups(t *testing.T) {
	t.Parallel()
	d := read(t, "Karim Aziz sells his shipping company\n\nKarim Aziz sold his shipping company on Monday. “Karim Aziz sold his shipping company,” said Nina Berg. Karim Aziz was born in Oslo.")
	require.Len(t, d.Claims, 4)
	require.Equal(t, d.Claims[0].Group, d.Claims[1].Group)
	require.Equal(t, d.Claims[0].Group, d.Claims[2].Group)
	require.NotEqual(t, d.Claims[0].Group, d.Claims[3].Group)
	d = read(t, "Reuters closed an office. Reuters closed an account.")
	require.Len(t, d.Claims, 2)
	require.NotEqual(t, d.Claims[0].Group, d.Claims[1].Group, "two words in common are too few")
}

func TestCheckableRanks(t *testing.T) {
	t.Parallel()
	d := read(t, "Exports from Kenya to Brazil fell by 12 percent in March 2019. It may be so in Kenya.")
	require.Len(t, d.Claims, 2)
	require.Greater(t, d.Claims[0].Checkable, d.Claims[1].Checkable)
}

func TestStance(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]whosaid.Stance{
		"Nina Berg denied that the factory in Turin leaked acid.":    whosaid.StanceDenies,
		"Nina Berg confirmed that the factory in Turin leaked acid.": whosaid.StanceConfirms,
		"Nina Berg disputed that the factory in Turin leaked acid.":  whosaid.StanceDisputes,
		"Nina Berg said that the factory in Turin leaked acid.":      "",
	} {
		d := read(t, text)
		require.Len(t, d.Claims, 1, text)
		require.Equal(t, want, d.Claims[0].Stance, text)
		require.Empty(t, d.Claims[0].Responses, text)
	}
}

// How others take a claim: by a noun or pronoun that takes it up, or by the
// same words.
func TestResponses(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Nina Berg said the factory in Turin leaked acid. Orbit Labs denied the claim.":                                    "denies denied Orbit Labs",
		"Nina Berg said the factory in Turin leaked acid. The report was confirmed by Orbit Labs.":                         "confirms confirmed Orbit Labs",
		"Nina Berg said the factory in Turin leaked acid, which Orbit Labs disputes.":                                      "disputes disputes Orbit Labs",
		"Nina Berg said the factory in Turin leaked acid. Orbit Labs denied that the factory in Turin leaked acid.":        "denies denied Orbit Labs",
		"Nina Berg said the factory in Turin leaked acid. Karim Aziz said the factory in Turin did not leak acid.":         "disputes said Karim Aziz",
		"Nina Berg said the factory in Turin leaked acid; the police confirmed this.":                                      "confirms confirmed the police",
		"Nina Berg said the factory in Turin leaked acid. Orbit Labs did not confirm the claim.":                           "",
		"Nina Berg said the factory in Turin leaked acid. She confirmed the report.":                                       "",
		"Nina Berg said the factory in Turin leaked acid. Orbit Labs rejected the figures.":                                "",
		"Nina Berg said the factory in Turin leaked acid. Orbit Labs rejected an offer. The sun shone on Turin on Monday.": "",
	} {
		d := read(t, text)
		require.NotEmpty(t, d.Claims, text)
		got := ""
		for _, a := range d.Claims[0].Responses {
			got += strings.Join([]string{string(a.Stance), d.Slice(a.Cue), d.Slice(a.Source)}, " ")
		}
		require.Equal(t, want, got, text)
	}
}

func TestForeignSentenceGivesNoClaim(t *testing.T) {
	t.Parallel()
	d := read(t, "Karim Aziz left Oslo on Monday. Le maire Karim Aziz quitte Oslo lundi, plusieurs ministres restent ici cette semaine.")
	require.Equal(t, []string{"narrator | event | Karim Aziz left Oslo on Monday"}, lines(d))
}

func TestTense(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]whosaid.Tense{
		"Karim Aziz left Oslo.":                whosaid.TensePast,
		"Karim Aziz has left Oslo.":            whosaid.TensePast,
		"They have left Oslo.":                 whosaid.TensePast,
		"Karim Aziz lives in Oslo.":            whosaid.TensePresent,
		"Karim Aziz will leave Oslo.":          whosaid.TenseFuture,
		"Karim Aziz is to leave Oslo.":         whosaid.TenseFuture,
		"The train is expected to leave Oslo.": whosaid.TenseFuture,
	} {
		d := read(t, text)
		require.Len(t, d.Claims, 1, text)
		require.Equal(t, want, d.Claims[0].Tense, text)
	}
}
