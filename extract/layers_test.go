package extract_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
)

// TestOnly: a layer is what it is in a whole Document, and what is left out is
// empty.
func TestOnly(t *testing.T) {
	t.Parallel()
	const sentences, syntax, ents, dates, quotes, claims = whosaid.LayerSentences, whosaid.LayerSyntax, whosaid.LayerEntities,
		whosaid.LayerDates, whosaid.LayerQuotes, whosaid.LayerClaims
	type list = []whosaid.Layer
	text := article(t)
	read := func(opts ...extract.Option) *whosaid.Document {
		d, err := newExtractor(t, opts...).Extract(context.Background(), text, extract.Published(day))
		require.NoError(t, err)
		require.NoError(t, d.Validate())
		return d
	}
	whole := read(extract.WithSyntax())
	for _, c := range []struct {
		name string
		opts []extract.Option
		want list
	}{
		{"all", nil, list{sentences, ents, dates, quotes, claims}},
		{"all and syntax", []extract.Option{extract.WithSyntax()}, list{sentences, syntax, ents, dates, quotes, claims}},
		{"sentences", []extract.Option{extract.Only(sentences)}, list{sentences}},
		{"syntax", []extract.Option{extract.Only(syntax)}, list{sentences, syntax}},
		{"entities", []extract.Option{extract.Only(ents)}, list{sentences, ents}},
		{"dates", []extract.Option{extract.Only(dates)}, list{sentences, dates}},
		{"entities and dates", []extract.Option{extract.Only(dates, ents, dates)}, list{sentences, ents, dates}},
		{"given twice", []extract.Option{extract.Only(dates), extract.Only(ents)}, list{sentences, ents, dates}},
		{"dates and syntax", []extract.Option{extract.Only(dates), extract.WithSyntax()}, list{sentences, syntax, dates}},
		{"quotes", []extract.Option{extract.Only(quotes)}, list{sentences, ents, dates, quotes}},
		{"claims", []extract.Option{extract.Only(claims)}, list{sentences, ents, dates, quotes, claims}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			want := *whole
			want.Layers = c.want
			left := map[whosaid.Layer]bool{}
			for _, l := range c.want {
				left[l] = true
			}
			if !left[syntax] {
				want.Syntax = nil
			}
			if !left[ents] {
				want.Entities, want.Mentions = nil, nil
			}
			if !left[dates] {
				want.Dates = nil
			}
			if !left[quotes] {
				want.Quotes = nil
			}
			if !left[claims] {
				want.Claims = nil
			}
			require.Equal(t, &want, read(c.opts...))
		})
	}
}

// The layers belong to the Document.
func TestLayersAreNotShared(t *testing.T) {
	t.Parallel()
	x := newExtractor(t, extract.Only(whosaid.LayerDates))
	for range 2 {
		d, err := x.Extract(context.Background(), "Rain fell on Monday.")
		require.NoError(t, err)
		require.Equal(t, []whosaid.Layer{whosaid.LayerSentences, whosaid.LayerDates}, d.Layers)
		d.Layers[0] = "planets"
	}
}

// Zero options, which say nothing, change nothing.
func TestZeroOptions(t *testing.T) {
	t.Parallel()
	x, err := extract.New(extract.Option{}, extract.WithDates())
	require.NoError(t, err)
	d, err := x.Extract(context.Background(), "Rain fell.", extract.DocOption{})
	require.NoError(t, err)
	require.Len(t, d.Sentences, 1)
}

// Names and dates alone cost what finding them costs, and the Document tells
// that nobody looked for quotes.
func ExampleOnly() {
	x, err := extract.New(extract.Only(whosaid.LayerEntities, whosaid.LayerDates))
	if err != nil {
		panic(err)
	}
	d, err := x.Extract(context.Background(), "“We will not sell,” said Ann Lee in 2019.")
	if err != nil {
		panic(err)
	}
	fmt.Println(d.Entities[0].Name, d.Dates[0].Value, len(d.Quotes))
	fmt.Println(d.Layers)
	// Output:
	// Ann Lee 2019 0
	// [sentences entities dates]
}

// BenchmarkOnly shows the price of each layer, with those that it needs.
func BenchmarkOnly(b *testing.B) {
	text := article(b)
	for _, l := range whosaid.Layer("").Values() {
		x := newExtractor(b, extract.Only(l))
		b.Run(string(l), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				_, err := x.Extract(context.Background(), text, extract.Published(day))
				require.NoError(b, err)
			}
		})
	}
}
