package coref

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/tag"
)

func TestWeightsSurviveTheirFile(t *testing.T) {
	t.Parallel()
	weights := make([]int16, NumWeights)
	for i := range weights {
		weights[i] = int16(i%7 - 3)
	}
	right := make([][]Step, NumClasses)
	right[Its] = []Step{{-5, 300}, {40, 900}}
	w, err := ParseWeights(Format(weights, right))
	require.NoError(t, err)
	require.Equal(t, weights, w.Table())
	require.Equal(t, 0.3, w.probability(Its, -9))
	require.Equal(t, 0.9, w.probability(Its, 40))
	require.Equal(t, 0.9, w.probability(Its, 4000))
	require.Equal(t, 0.5, w.probability(It, 40), "nothing known")
}

func TestAllSetsEachGroup(t *testing.T) {
	t.Parallel()
	w, err := ParseWeights([]byte("# a comment\n\nall distance 3 -70\n"))
	require.NoError(t, err)
	for c := range NumClasses {
		require.Equal(t, int32(-70), w.sum(c, []uint16{feature(tDistance, 3)}), c)
	}
}

func TestDamagedWeights(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"all distance 3", "all distance x 3", "all distance 3 99999", "all farness 3 3", "all distance 32 3", "all distance -1 3",
		"who distance 3 3", "it right 3 1001", "it right 3 -1", "all right 3 3",
	} {
		_, err := ParseWeights([]byte("all distance 0 1\n" + line))
		require.ErrorIs(t, err, ErrDamaged, line)
		require.ErrorContains(t, err, "line 2", line)
	}
}

func TestBuiltInWeights(t *testing.T) {
	t.Parallel()
	w, err := ParseWeights(model.Coref)
	require.NoError(t, err)
	for c := range NumClasses {
		last := 0.0
		for margin := int32(0); margin < 9000; margin += 100 {
			p := w.probability(c, margin)
			require.True(t, p >= last && p < 1, "%v: probability %v after %v", c, p, last)
			last = p
		}
	}
}

func TestClassNames(t *testing.T) {
	t.Parallel()
	require.Equal(t, "role", RoleNoun.String())
	require.Equal(t, "unknown", NumClasses.String())
}

func TestGenders(t *testing.T) {
	t.Parallel()
	gender, err := NewGenders()
	require.NoError(t, err)
	for noun, want := range map[string]Gender{"mr.": Male, "spokeswoman": Female, "co-chairman": Male, "nurse": 0, "": 0, "-": 0} {
		require.Equal(t, want, gender(noun), noun)
	}
}

// parts gives the part of each "Lee" in a text.
func parts(t *testing.T, text string) (out []part, says []bool) {
	d := &whosaid.Document{Text: text}
	d.Tokens, d.Sentences = segment.Split(text)
	tagger, err := tag.New()
	require.NoError(t, err)
	tagger.Tag(d)
	r, err := NewRanker(nil, func(string) bool { return false })
	require.NoError(t, err)
	var names []Name
	for i := range d.Tokens {
		if d.Slice(d.Tokens[i].Span) == "Lee" {
			names = append(names, Name{i, i + 1, 0})
		}
	}
	w := newWalk(nil, r, d, names, []Entity{{Kind: whosaid.Person}})
	for _, n := range names {
		p, s := w.grammar(n.First, n.End, &d.Sentences[d.SentenceAt(d.Tokens[n.First].Start)])
		out, says = append(out, p), append(says, s)
	}
	return out, says
}

func TestGrammar(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text string
		part part
		says bool
	}{
		{"Lee left.", subject, false},
		{"Yesterday Lee said so.", subject, true},
		{"Lee, a nurse, said so.", subject, true},
		{"Lee, 59, of Ohio, who was there, left.", subject, false},
		{"The minister, Lee, said so.", subject, true},
		{"“No,” said Lee.", subject, true},
		{"They thanked Lee.", object, false},
		{"It was written by Lee.", agent, false},
		{"A spokesman for Lee said so.", after, false},
		{"After Lee left, it rained.", subject, false},
		{"They saw Lee's car.", owner, false},
		{"They met Day and Lee.", joined, false},
		{"Lee", opening, false},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			t.Parallel()
			p, says := parts(t, tt.text)
			require.Equal(t, []part{tt.part}, p)
			require.Equal(t, []bool{tt.says}, says)
		})
	}
}

func TestTeach(t *testing.T) {
	t.Parallel()
	text := "Lee met Day. She left."
	d := &whosaid.Document{Text: text}
	d.Tokens, d.Sentences = segment.Split(text)
	tagger, err := tag.New()
	require.NoError(t, err)
	tagger.Tag(d)
	r, err := NewRanker(nil, func(string) bool { return false })
	require.NoError(t, err)
	names := []Name{{0, 1, 0}, {2, 3, 1}}
	ents := []Entity{{Kind: whosaid.Person}, {Kind: whosaid.Person}}
	for _, tt := range []struct {
		entity int
		known  bool
		right  []int
	}{{0, true, []int{2}}, {1, true, []int{1}}, {-1, true, []int{0}}, {0, false, nil}} {
		var right []int
		r.Teach(d, names, ents, func(first, end int) (int, bool) {
			require.Equal(t, "She", d.Slice(d.Tokens[first].Span))
			return tt.entity, tt.known
		}, true, func(e Example) {
			require.Equal(t, Subject, e.Class)
			require.Len(t, e.Candidates, 3, "nobody, Day and Lee")
			require.Equal(t, 2, e.Near)
			right = append(right, e.Right)
		})
		require.Equal(t, tt.right, right)
	}
	links, err := r.Resolve(context.Background(), d, names, ents)
	require.NoError(t, err)
	require.Empty(t, links, "without weights nothing is linked")
}

// TestCandidatesAreBounded: a text full of names costs no more for a pronoun.
func TestCandidatesAreBounded(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("Lee met Day. ", 300) + "She left."
	d := &whosaid.Document{Text: text}
	d.Tokens, d.Sentences = segment.Split(text)
	tagger, err := tag.New()
	require.NoError(t, err)
	tagger.Tag(d)
	r, err := NewRanker(nil, func(string) bool { return false })
	require.NoError(t, err)
	var names []Name
	var ents []Entity
	for i := range d.Tokens {
		if w := d.Slice(d.Tokens[i].Span); w == "Lee" || w == "Day" {
			names = append(names, Name{i, i + 1, len(ents)})
			ents = append(ents, Entity{Kind: whosaid.Person})
		}
	}
	r.Teach(d, names, ents, func(int, int) (int, bool) { return -1, true }, true, func(e Example) {
		require.LessOrEqual(t, len(e.Candidates), maxCandidates+2)
	})
}
