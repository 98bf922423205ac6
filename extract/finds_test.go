package extract_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/entities"
	"github.com/whosaid/whosaid/extract"
)

// finds are texts that once broke what is promised of any text. Generators
// found them, or they are the smallest of the kind that one found.
var finds = []struct {
	name, text string
	opts       []extract.Option
}{
	{"not at the end, where an infinitive may follow", "believe not", nil},
	{"a quotation and its cue 20 units away among 80 others",
		"“We will never sell the harbour to anybody,” on the very next day in the small back room of the old town hall by the quay " +
			strings.Repeat("he said, ", 80), nil},
	{"a cue at the end of the sentence whose quotation begins the next", "He left before he said “.He", nil},
	{"an attribution inside another's clause that goes on behind it", "He said that he went while said that but she told", nil},
	{"an infinitive said to the subject of a passive cue behind it", "``To ln e''was told", nil},
	{"a source of two cues with somebody else's between them", "e p,he said,M.hic said i,e m,said t h I o", nil},
	{"who answers is the source of a quote of one's own words", "wye s«“'”I rejected it«", nil},
	{"who answers is the source of a quote", "DA Poe' told h he confirmed it,she she she r", nil},
	{"a source that only says where words stand", "ON TWITTER TOLD 'TY WILL a.", nil},
	{"a range that only a document date can place", "8 last weeks, the next 3 hours", []extract.Option{extract.WithDates(entities.Forward())}},
}

func TestFinds(t *testing.T) {
	t.Parallel()
	for _, f := range finds {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			p := prober{used: newExtractor(t, f.opts...), opts: f.opts}
			for seed := range uint64(2) { // both other document dates
				require.Empty(t, p.problem(f.text, seed))
			}
		})
	}
}

// TestTypeWithoutADay: a moment counted in hours or seconds from a document date
// that is not known is a time all the same.
func TestTypeWithoutADay(t *testing.T) {
	t.Parallel()
	x, err := extract.New(extract.WithDates(entities.Forward()))
	require.NoError(t, err)
	for _, text := range []string{"in a s", "in two hours", "in ten minutes"} {
		for _, day := range []time.Time{{}, time.Date(2020, 5, 6, 0, 0, 0, 0, time.UTC)} {
			d, err := x.Extract(context.Background(), text, extract.Published(day))
			require.NoError(t, err)
			require.Len(t, d.Dates, 1, text)
			require.Equal(t, whosaid.DateTime, d.Dates[0].Type, text)
			require.Equal(t, !day.IsZero(), d.Dates[0].Resolved, text)
		}
	}
}
