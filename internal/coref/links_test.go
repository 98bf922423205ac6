package coref_test

import (
	"context"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
)

// newExtractor gives all stages, once for all tests.
var newExtractor = sync.OnceValues(func() (*extract.Extractor, error) { return extract.New() })

// linksOf gives the pronouns and nominals of a text with whom they mean.
func linksOf(t testing.TB, text string) (out []string) {
	t.Helper()
	x, err := newExtractor()
	require.NoError(t, err)
	d, err := x.Extract(context.Background(), text)
	require.NoError(t, err)
	for i := range d.Mentions {
		if m := &d.Mentions[i]; m.Form != whosaid.MentionName {
			out = append(out, d.Slice(m.Span)+" = "+d.Entity(m.Entity).Called())
		}
	}
	return out
}

// TestLinks: whom pronouns and nouns mean in short texts. What is given is
// what is right; a pronoun that means nobody with a name is not in it.
func TestLinks(t *testing.T) {
	t.Parallel()
	for _, c := range linkCases {
		t.Run(c.text, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, c.want, linksOf(t, c.text))
		})
	}
}
