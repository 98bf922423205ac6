package coref

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/modelfile"
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
	w, err := Open(Write(weights, right))
	require.NoError(t, err)
	require.Equal(t, weights, w.Table())
	require.Equal(t, 0.3, w.probability(Its, -9))
	require.Equal(t, 0.9, w.probability(Its, 40))
	require.Equal(t, 0.9, w.probability(Its, 4000))
	require.Equal(t, 0.5, w.probability(It, 40), "nothing known")
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	all := Places("all", "distance", 3)
	require.Len(t, all, len(groupNames))
	for c := range NumClasses {
		shared, own := Indexes(c, feature(tDistance, 3))
		require.Contains(t, all, shared, c)
		require.Equal(t, []int{own}, Places(c.String(), "distance", 3))
	}
	for _, f := range []struct {
		class, template string
		value           int
	}{{"all", "farness", 3}, {"all", "distance", numValues}, {"all", "distance", -1}, {"who", "distance", 3}} {
		require.Nil(t, Places(f.class, f.template, f.value), f)
	}
}

func TestOpenRejects(t *testing.T) {
	t.Parallel()
	zeros := make([]int16, NumWeights)
	steps := func(s ...Step) []byte { return Write(zeros, [][]Step{s}) }
	for want, file := range map[string][]byte{
		`header: this is a model of kind "tags"`:                            model.Tags,
		`section "weights": 4 bytes`:                                        Write(zeros[:2], nil),
		`section "calibration": step 0 is of class 0 and has 1001 permille`: steps(Step{1, 1001}),
		`section "calibration": step 1 falls below the one before`:          steps(Step{2, 500}, Step{1, 600}),
		`section "classes": not those of this version`: layout.Write(
			lines(groupNames[:]), lines(templateNames[:]), make([]byte, 2*NumWeights), nil),
		`section "templates": not those of this version`: layout.Write(
			lines(tableNames()), lines(templateNames[1:]), make([]byte, 2*NumWeights), nil),
		`section "calibration": step 0 is of class 14`: Write(zeros, [][]Step{14: {{1, 500}}}),
	} {
		_, err := Open(file)
		require.ErrorIs(t, err, modelfile.ErrDamaged)
		require.ErrorContains(t, err, want)
	}
}

func TestBuiltInWeights(t *testing.T) {
	t.Parallel()
	w, err := Open(model.Coref)
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
	require.Equal(t, "definite", Definite.String())
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
	tagger.Tag(t.Context(), d)
	r, err := NewRanker(nil, func(string) bool { return false })
	require.NoError(t, err)
	var names []Name
	for i := range d.Tokens {
		if d.Slice(d.Tokens[i].Span) == "Lee" {
			names = append(names, Name{i, i + 1, 0})
		}
	}
	tree, err := r.tree(t.Context(), d)
	require.NoError(t, err)
	w := newWalk(r, d, tree, names, []Entity{{Kind: whosaid.EntityPerson}})
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
		{"The minister, who met Lee, said so.", object, false},
		{"The mayor, who had led the old Lee, said so.", object, false},
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
	tagger.Tag(t.Context(), d)
	r, err := NewRanker(nil, func(string) bool { return false })
	require.NoError(t, err)
	names := []Name{{0, 1, 0}, {2, 3, 1}}
	ents := []Entity{{Kind: whosaid.EntityPerson}, {Kind: whosaid.EntityPerson}}
	for _, tt := range []struct {
		whom  int
		right []bool
	}{{1, []bool{false, false, true}}, {2, []bool{false, true, false}}, {0, []bool{true, false, false}}, {-1, nil}} {
		var right []bool
		r.Teach(d, names, ents, golden(func(words string) int {
			require.Equal(t, "She", words)
			return tt.whom
		}, d), true, func(e Example) {
			require.Equal(t, Subject, e.Class)
			require.Len(t, e.Candidates, 3, "nobody, Day and Lee")
			require.Equal(t, []bool{false, true, true}, e.Named)
			require.Equal(t, 2, e.Near)
			right = e.Right
		})
		require.Equal(t, tt.right, right)
	}
	found, err := r.Resolve(context.Background(), d, names, ents)
	require.NoError(t, err)
	require.Empty(t, found.Links, "without weights nothing is linked")
}

// A teacher is a Gold for tests: entities are their own numbers, from 1 on.
type teacher struct {
	d    *whosaid.Document
	whom func(words string) int
}

func golden(whom func(words string) int, d *whosaid.Document) teacher { return teacher{d, whom} }

func (g teacher) Anaphor(first, end int) int {
	return g.whom(g.d.Text[g.d.Tokens[first].Start:g.d.Tokens[end-1].End])
}

func (g teacher) Name(entity int) int { return entity + 1 }

func (g teacher) Together([]int) int { return 0 }

// TestCandidatesAreBounded: a text full of names costs no more for a pronoun.
func TestCandidatesAreBounded(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("Lee met Day. ", 300) + "She left."
	d := &whosaid.Document{Text: text}
	d.Tokens, d.Sentences = segment.Split(text)
	tagger, err := tag.New()
	require.NoError(t, err)
	tagger.Tag(t.Context(), d)
	r, err := NewRanker(nil, func(string) bool { return false })
	require.NoError(t, err)
	var names []Name
	var ents []Entity
	for i := range d.Tokens {
		if w := d.Slice(d.Tokens[i].Span); w == "Lee" || w == "Day" {
			names = append(names, Name{i, i + 1, len(ents)})
			ents = append(ents, Entity{Kind: whosaid.EntityPerson})
		}
	}
	r.Teach(d, names, ents, golden(func(string) int { return 0 }, d), true, func(e Example) {
		require.LessOrEqual(t, len(e.Candidates), maxTaught+2)
	})
}
