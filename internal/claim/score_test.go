package claim

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
)

// sentence makes a document of one sentence, with a token for each word.
func sentence(text string) *whosaid.Document {
	d := &whosaid.Document{Text: text}
	start := 0
	for i := 0; i <= len(text); i++ {
		if i == len(text) || text[i] == ' ' {
			d.Tokens = append(d.Tokens, whosaid.Token{Span: whosaid.Span{Start: start, End: i}})
			start = i + 1
		}
	}
	d.Sentences = []whosaid.Sentence{{Span: whosaid.Span{End: len(text)}, Kind: whosaid.SentenceProse, EndToken: len(d.Tokens)}}
	return d
}

func TestFeatures(t *testing.T) {
	t.Parallel()
	f, err := New()
	require.NoError(t, err)
	d := sentence("he sold , in May , a “ famous ” bank — to Nina Berg")
	c := &whosaid.Claim{
		Spans:     []whosaid.Span{{Start: 0, End: strings.Index(d.Text, " to Nina")}},
		Subject:   whosaid.Span{Start: 0, End: 2},
		Predicate: whosaid.Span{Start: 3, End: 7},
	}
	require.Equal(t, []Feature{Bias, NoName, Pronoun, Marks, Commas, Dash, Cut, Alone}, f.Features(nil, d, c, 1))
	d.Sentences[0].Kind = whosaid.SentenceHeadline
	c.Entities, c.Subject = []whosaid.EntityID{1}, whosaid.Span{Start: len(d.Text) - 4, End: len(d.Text)}
	require.Equal(t, []Feature{Bias, Headline, Relative, Marks, Commas, Dash, Cut, Crowded}, f.Features(nil, d, c, 3))
}

// Scores are probabilities, and what makes a claim doubtful lowers them.
func TestScore(t *testing.T) {
	t.Parallel()
	m, err := New()
	require.NoError(t, err)
	d := sentence("Orbit Labs sold a bank to Nina Berg")
	c := &whosaid.Claim{Spans: []whosaid.Span{{Start: 0, End: len(d.Text)}}, Entities: []whosaid.EntityID{1}}
	named := m.score(d, c, 1)
	c.Entities = nil
	nameless := m.score(d, c, 1)
	require.Greater(t, named, nameless)
	require.Greater(t, nameless, 0.5)
	require.LessOrEqual(t, named, 1.0)
}

func TestOdds(t *testing.T) {
	t.Parallel()
	require.IsIncreasing(t, odds[:])
	require.InDelta(t, 0.5, odds[maxSum], 0)
	for i := range odds {
		require.InDelta(t, 1, odds[i]+odds[len(odds)-1-i], 1e-9)
	}
}

func TestWeights(t *testing.T) {
	t.Parallel()
	m, err := openScorer(weightsText)
	require.NoError(t, err)
	require.Negative(t, m.weights[NoName])
	require.Equal(t, "alone", Alone.String())
	for _, c := range []struct{ old, new, want string }{
		{"\nalone ", "\nlonely ", `feature "lonely", want "alone"`},
		{"\ncut ", "\ncut x", `feature "cut": weight "x`},
		{"\ncut ", "\ncut 99", `feature "cut": weight "99`},
		{"\nmarks ", "\nmarks", `feature "marks`},
		{"\nbias ", "\nbias 1\nbias ", `feature "bias", want "direct"`},
		{"\ncrowded ", "\n# crowded ", `feature "crowded" is missing`},
	} {
		require.Contains(t, weightsText, c.old)
		_, err := openScorer(strings.Replace(weightsText, c.old, c.new, 1))
		require.ErrorContains(t, err, c.want)
		require.ErrorContains(t, err, "internal/claim/weights.txt")
	}
	_, err = openScorer(weightsText + "more 1\n")
	require.ErrorContains(t, err, `feature "more", want no more`)
}
