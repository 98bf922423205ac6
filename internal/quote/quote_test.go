package quote_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/quote"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/tag"
	"github.com/whosaid/whosaid/internal/timex"
)

// read runs the stages before attribution over text, with these names.
func read(t testing.TB, text string, names map[string]whosaid.EntityKind) *whosaid.Document {
	t.Helper()
	d := &whosaid.Document{Text: text}
	d.Tokens, d.Sentences = segment.Split(text)
	tagger, err := tag.New()
	require.NoError(t, err)
	tagger.Tag(t.Context(), d)
	d.Entities, d.Mentions = markNames(text, names)
	grammar, err := timex.New(false)
	require.NoError(t, err)
	d.Dates, err = grammar.Dates(context.Background(), d, nil, timex.Options{})
	require.NoError(t, err)
	return d
}

// markNames makes an entity of each name, with a mention wherever it stands.
func markNames(text string, names map[string]whosaid.EntityKind) ([]whosaid.Entity, []whosaid.Mention) {
	var es []whosaid.Entity
	var ms []whosaid.Mention
	ids := map[string]whosaid.EntityID{}
	for i := 0; i < len(text); {
		best := ""
		for n := range names {
			if len(n) > len(best) && i+len(n) <= len(text) && text[i:i+len(n)] == n {
				best = n
			}
		}
		if best == "" {
			i++
			continue
		}
		if ids[best] == 0 {
			es = append(es, whosaid.Entity{ID: whosaid.EntityID(len(es) + 1), Kind: names[best], Name: best})
			ids[best] = es[len(es)-1].ID
		}
		e := &es[ids[best]-1]
		e.Mentions = append(e.Mentions, len(ms))
		ms = append(ms, whosaid.Mention{Span: whosaid.Span{Start: i, End: i + len(best)}, Entity: e.ID, Form: whosaid.MentionName, Score: 1})
		i += len(best)
	}
	return es, ms
}

func TestDirectQuoteBeforeCue(t *testing.T) {
	t.Parallel()
	a, err := quote.New()
	require.NoError(t, err)
	d := read(t, "“We will not sell — not ever,” said Ann Lee, chief executive of Orbit Labs.",
		map[string]whosaid.EntityKind{"Ann Lee": whosaid.EntityPerson, "Orbit Labs": whosaid.EntityOrganization})
	d.Quotes, err = a.Attribute(context.Background(), d)
	require.NoError(t, err)
	require.NoError(t, d.Validate())
	require.Len(t, d.Quotes, 1)
	q := d.Quotes[0]
	require.Equal(t, whosaid.QuoteDirect, q.Form)
	require.Equal(t, "We will not sell — not ever,", d.Words(q.Content...))
	require.Equal(t, "said", d.Slice(q.Cue))
	require.Equal(t, "Ann Lee", d.Who(&q))
}
