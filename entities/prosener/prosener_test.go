package prosener_test

import (
	"context"
	"strings"
	"sync"
	"testing"

	"github.com/jdkato/prose/v2"
	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/entities/prosener"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/tag"
)

// model decodes prose's own model once for all tests: it takes half a second.
var model = sync.OnceValue(func() *prose.Model { return prose.ModelFromData("test") })

func document(t testing.TB, text string) *whosaid.Document {
	d := &whosaid.Document{Text: text}
	d.Tokens, d.Sentences = segment.Split(text)
	tagger, err := tag.New()
	require.NoError(t, err)
	tagger.Tag(t.Context(), d)
	return d
}

func recognizer(t testing.TB) *prosener.Recognizer {
	r, err := prosener.New(model(), nil, 0.6)
	require.NoError(t, err)
	return r
}

func TestRecognizeGivesOffsets(t *testing.T) {
	t.Parallel()
	d := document(t, "“We’re done,” said Barack Obama — in Paris. Then John Smith’s plane left.")
	names, err := recognizer(t).Recognize(context.Background(), d)
	require.NoError(t, err)
	var got []string
	for _, n := range names {
		got = append(got, string(n.Kind)+" "+d.Slice(n.Span))
		require.Equal(t, 0.6, n.Score)
	}
	require.Contains(t, got, "person Barack Obama")
	require.Contains(t, got, "place Paris")
	require.Contains(t, got, "person John Smith")
}

func TestLabelsChoose(t *testing.T) {
	t.Parallel()
	d := document(t, "Barack Obama went to Paris.")
	r, err := prosener.New(model(), prosener.Labels{"GPE": whosaid.EntityEvent}, 1)
	require.NoError(t, err)
	names, err := r.Recognize(context.Background(), d)
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, n := range names {
		require.Equal(t, whosaid.EntityEvent, n.Kind)
	}
}

func TestNewRefuses(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		model  *prose.Model
		labels prosener.Labels
		score  float64
		want   string
	}{
		"no model":     {nil, nil, 0.5, "no model"},
		"score":        {&prose.Model{}, nil, 1.5, "score 1.5"},
		"empty labels": {&prose.Model{}, prosener.Labels{"": whosaid.EntityPerson}, 0.5, "want both"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := prosener.New(c.model, c.labels, c.score)
			require.ErrorContains(t, err, c.want)
		})
	}
}

// TestHostile: what makes prose alone run for seconds, or panic, is read in
// order, and the names keep to the text.
func TestHostile(t *testing.T) {
	t.Parallel()
	r := recognizer(t)
	for _, text := range []string{
		"", "\x00\xff\xfe", strings.Repeat(".", 5_000), strings.Repeat("\"'", 1_000), strings.Repeat("Xa", 5_000),
		"Ann\u00a0Lee \u2028 met\u200bBob\x80.", strings.Repeat("(", 1_000) + "Ann" + strings.Repeat(")", 1_000),
	} {
		d := document(t, text)
		names, err := r.Recognize(context.Background(), d)
		require.NoError(t, err)
		end := 0
		for _, n := range names {
			require.GreaterOrEqual(t, n.Start, end)
			require.NotEmpty(t, d.Slice(n.Span))
			end = n.End
		}
	}
}

func TestCancelled(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := recognizer(t).Recognize(ctx, document(t, "Ann Lee left."))
	require.ErrorIs(t, err, context.Canceled)
}

func TestPanicIsAnError(t *testing.T) {
	t.Parallel()
	r, err := prosener.New(&prose.Model{}, nil, 0.5) // it has no tagger
	require.NoError(t, err)
	_, err = r.Recognize(context.Background(), document(t, "Ann Lee left."))
	require.ErrorContains(t, err, "sentence at byte 0: prose panicked")
}

func FuzzRecognize(f *testing.F) {
	f.Add("“No,” said Ann Lee’s aide in Paris (France).")
	f.Add("\xff\x00 .... &rsquo; \u00a0")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2_000 {
			return
		}
		d := document(t, text)
		names, err := recognizer(t).Recognize(context.Background(), d)
		require.NoError(t, err)
		for _, n := range names {
			require.NotEmpty(t, d.Slice(n.Span))
		}
	})
}
