package names

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/feature"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/names/labels"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/tag"
)

func resources(tb testing.TB) *feature.Resources {
	tb.Helper()
	res, err := feature.Open(model.BuiltIn())
	require.NoError(tb, err)
	return res
}

func builtIn(tb testing.TB) *Reader {
	tb.Helper()
	m, err := linear.Open(modelfile.Names, model.NER)
	require.NoError(tb, err)
	r, err := New(m, resources(tb))
	require.NoError(tb, err)
	return r
}

func document(tb testing.TB, text string) *whosaid.Document {
	tb.Helper()
	d := &whosaid.Document{Text: text}
	d.Tokens, d.Sentences = segment.Split(text)
	tagger, err := tag.New()
	require.NoError(tb, err)
	tagger.Tag(tb.Context(), d)
	return d
}

// found lists names as "kind text".
func found(d *whosaid.Document, names []Name) []string {
	var out []string
	for _, n := range names {
		out = append(out, string(n.Kind)+" "+d.Text[d.Tokens[n.First].Start:d.Tokens[n.End-1].End])
	}
	return out
}

func TestReadFindsNames(t *testing.T) {
	t.Parallel()
	r := builtIn(t)
	for text, want := range map[string][]string{
		"German Chancellor Angela Merkel met Pope Francis in Rome on Tuesday.":  {"group German", "person Angela Merkel", "person Francis", "place Rome"},
		"BERGEN, Norway (AP) -- The World Bank said no.":                        {"place BERGEN", "place Norway", "organization AP", "organization World Bank"},
		"The University of Oxford sued Microsoft Corp. and the European Union.": {"organization University of Oxford", "organization Microsoft Corp.", "organization European Union"},
		"we flew from london to san francisco last week.":                       {"place london", "place san francisco"},
		"Nothing is named here, they said.":                                     nil,
	} {
		d := document(t, text)
		names, err := r.Read(context.Background(), d)
		require.NoError(t, err)
		require.Equal(t, want, found(d, names))
	}
}

// Names stand in order, apart, within sentences, and scores are probabilities;
// whatever the text, and the same twice.
func TestNameIsAsSureAsItsLeastSureToken(t *testing.T) {
	t.Parallel()
	r := builtIn(t)
	first, last := uint8(labels.Of(whosaid.EntityPerson, true, false)), uint8(labels.Of(whosaid.EntityPerson, false, true))
	got := r.collect(7, []uint8{labels.Outside, first, last, labels.Outside}, []int32{1, 900, 30, 2}, nil)
	require.Equal(t, []Name{{First: 8, End: 10, Kind: whosaid.EntityPerson, Margin: 30, Score: r.model.Probability(30)}}, got)
}

func TestReadOnAnyText(t *testing.T) {
	t.Parallel()
	r := builtIn(t)
	long := strings.Repeat("Ann Lee of Orbit Labs met Bob Ray in Paris. ", 5000) // several blocks
	for _, text := range []string{
		"", "\xff\xfe", "A", strings.Repeat("Lee ", 3*maxStretch), strings.Repeat("X", 1<<16), long, strings.Repeat("“Q” ", 500),
	} {
		d := document(t, text)
		names, err := r.Read(context.Background(), d)
		require.NoError(t, err)
		last := 0
		for _, n := range names {
			require.LessOrEqual(t, last, n.First)
			require.Less(t, n.First, n.End)
			require.LessOrEqual(t, n.End, len(d.Tokens))
			require.True(t, n.Score >= 0 && n.Score <= 1)
			require.NotEmpty(t, n.Kind)
			last = n.End
		}
		again, err := r.Read(context.Background(), d)
		require.NoError(t, err)
		require.Equal(t, names, again)
	}
}

func TestReadStopsWhenTold(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := builtIn(t).Read(ctx, document(t, "Ann Lee left."))
	require.ErrorIs(t, err, context.Canceled)
}

func TestNewRejects(t *testing.T) {
	t.Parallel()
	moves := func(change func([]int32)) []int32 {
		out := make([]int32, L*L)
		for i := range out {
			if !labels.CanFollow(i/L, i%L) {
				out[i] = linear.Never
			}
		}
		change(out)
		return out
	}
	inside := labels.Of(whosaid.EntityPerson, false, false)
	for want, file := range map[string][]byte{
		`section "labels": not those of names`: linear.Write(modelfile.Names, []string{"O", "X"}, []int32{0, 0, 0, 0}, 1, nil, nil),
		`section "moves": none`:                linear.Write(modelfile.Names, labels.Names(), nil, 1, nil, nil),
		`section "moves": I-person after O: possible is true, want false`: linear.Write(modelfile.Names, labels.Names(),
			moves(func(m []int32) { m[inside] = 0 }), 1, nil, nil),
		`section "moves": O after O: possible is false, want true`: linear.Write(modelfile.Names, labels.Names(),
			moves(func(m []int32) { m[0] = linear.Never }), 1, nil, nil),
	} {
		m, err := linear.Open(modelfile.Names, file)
		require.NoError(t, err, want)
		_, err = New(m, resources(t))
		require.ErrorIs(t, err, modelfile.ErrDamaged)
		require.ErrorContains(t, err, want)
	}
}

func BenchmarkRead(b *testing.B) {
	r := builtIn(b)
	d := document(b, strings.Repeat(news, 20))
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Read(context.Background(), d); err != nil {
			b.Fatal(err)
		}
	}
}

// news is made up.
const news = `The regional council of North Zork voted on Monday to close its last coal mine, ending a dispute that had divided the town of Fehlburg for nine years.
Mayor Ann Lee said the decision, which follows a ruling by the High Court in London, would cost 340 jobs. "We will not abandon anyone," she told reporters outside the town hall. "The government has promised us help, and we expect it to keep its word."
Orbit Labs, the company that runs the mine, said in a statement that it would appeal. Its chief executive, Bob Ray, a former minister of energy, has warned that the closure could spread to Poland and the Czech Republic.
About 2,000 people marched through the streets on Saturday, according to the police. Some carried flags of the United Mine Workers, others signs that read "Enough". The European Commission declined to comment.

`
