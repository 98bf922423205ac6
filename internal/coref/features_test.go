package coref

import (
	"context"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
)

// A taught text is words with their tags, "Lee/NNP left/VBD", a sentence a
// line; "*1" before a word says that it is part of a name of entity 1. It
// depends on no other stage.
func tagged(text string) (*whosaid.Document, []Name) {
	d := &whosaid.Document{}
	var names []Name
	var b strings.Builder
	for n, line := range strings.Split(text, "\n") {
		s := whosaid.Sentence{Span: whosaid.Span{Start: b.Len()}, FirstToken: len(d.Tokens), Paragraph: n / 2}
		last := -1
		for _, f := range strings.Fields(line) {
			at := strings.LastIndexByte(f, '/')
			word := f[:at]
			entity := -1
			if word[0] == '*' {
				entity, word = int(word[1]-'0'), word[2:]
			}
			if entity >= 0 && entity == last {
				names[len(names)-1].End++
			} else if entity >= 0 {
				names = append(names, Name{len(d.Tokens), len(d.Tokens) + 1, entity})
			}
			last = entity
			d.Tokens = append(d.Tokens, whosaid.Token{Span: whosaid.Span{Start: b.Len(), End: b.Len() + len(word)}, Tag: f[at+1:]})
			b.WriteString(word + " ")
		}
		s.End, s.EndToken = b.Len()-1, len(d.Tokens)
		d.Sentences = append(d.Sentences, s)
	}
	d.Text = b.String()
	return d, names
}

// cast are the entities of the taught texts.
var cast = []Entity{
	{Kind: whosaid.EntityPerson, Words: []string{"ann", "lee"}, Roles: []Role{{"chairwoman", 2}, {"mayor", 3}}, Home: 0},
	{Kind: whosaid.EntityPerson, Words: []string{"bo", "day"}, Roles: []Role{{"spokesman", -1}}, Home: 1},
	{Kind: whosaid.EntityOrganization, Words: []string{"orbit", "museum"}, Home: 2},
	{Kind: whosaid.EntityPlace, Words: []string{"salford"}, Home: 3},
	{Kind: whosaid.EntityPerson, Words: []string{"cy", "fox"}, Home: 4},
}

// taught are texts, what each anaphor in them means, and a digest of all that
// is learned from them.
var taught = []struct {
	name, text string
	want       []string // "words class: right of candidates", 0 for none of them
	features   string
}{
	{
		name: "pronouns", text: "*0Ann/NNP *0Lee/NNP told/VBD *1Bo/NNP *1Day/NNP that/IN she/PRP had/VBD lost/VBN her/PRP$ book/NN ./.\n" +
			"In/IN his/PRP$ speech/NN ,/, *4Fox/NNP said/VBD “/`` She/PRP blamed/VBD herself/PRP ,/, and/CC he/PRP told/VBD her/PRP$ to/TO go/VB ./. ”/''\n" +
			"Mr./NNP *1Day/NNP then/RB thanked/VBD him/PRP ,/, but/CC *0Lee/NNP did/VBD not/RB ./.",
		want: []string{"she subject: 1 of 2", "her possessive: 1 of 2", "his possessive: 2 of 3", "She subject: 1 of 2", "herself reflexive: 1 of 2", "he subject: 1 of 2",
			"her object: 1 of 2", "him object: 1 of 2"},
		features: "18e4729ea9d58570",
	},
	{
		name: "things", text: "*2Orbit/NNP *2Museum/NNP of/IN *3Salford/NNP said/VBD it/PRP would/MD close/VB its/PRP$ doors/NNS ./.\n" +
			"It/PRP seems/VBZ that/IN it/PRP lost/VBD itself/PRP ./.\nThe/DT museum/NN is/VBZ old/JJ ;/: the/DT town/NN and/CC the/DT group/NN knew/VBD it/PRP ./.",
		want: []string{"it it: 2 of 3", "its its: 1 of 3", "It it: 1 of 3", "it it: 1 of 3", "itself it: 1 of 3", "The museum body: 1 of 2",
			"the town body: 1 of 2", "the group body: 1 of 2", "it it: 1 of 3"},
		features: "884cbb475b364133",
	},
	{
		name: "roles", text: "*0Lee/NNP ,/, the/DT mayor/NN of/IN *3Salford/NNP ,/, met/VBD *1Day/NNP ,/, a/DT spokesman/NN ./.\n" +
			"The/DT *3Salford/NNP mayor/NN told/VBD the/DT spokesperson/NN that/IN a/DT nurse/NN said/VBD he/PRP was/VBD ill/JJ ./.\n" +
			"The/DT chairwoman/NN left/VBD *2Orbit/NNP *2Museum/NNP with/IN the/DT nurse/NN ,/, *4Cy/NNP *4Fox/NNP ./.",
		want:     []string{"The Salford mayor definite: 1 of 2", "the spokesperson definite: 1 of 2", "a nurse indefinite: 0 of 1", "he subject: 2 of 3", "The chairwoman definite: 1 of 2"},
		features: "2402a659b7056784",
	},
}

func persons(noun string) bool { return noun == "mayor" || noun == "nurse" || noun == "spokesperson" }

// meant is whom the anaphors of the taught texts mean.
func meant(words string, gender map[string]int) int {
	if e, ok := gender[strings.ToLower(words)]; ok {
		return e + 1
	}
	return 0
}

var meaning = map[string]int{
	"she": 0, "her": 0, "herself": 0, "his": 4, "him": 4, "it": 2, "its": 2, "itself": 2, "the museum": 2, "the town": 3, "the group": 2,
	"the mayor": 0, "the salford mayor": 0, "the spokesperson": 1, "he": 1, "the chairwoman": 0,
}

// TestTeaching: each anaphor with the candidates for it becomes an example.
func TestTeaching(t *testing.T) {
	t.Parallel()
	for _, c := range taught {
		t.Run(c.name, func(t *testing.T) {
			d, names := tagged(c.text)
			r, err := NewRanker(nil, persons)
			require.NoError(t, err)
			var asked, got []string
			r.Teach(d, names, cast, golden(func(words string) int {
				asked = append(asked, words)
				return meant(words, meaning)
			}, d), true, func(e Example) {
				got = append(got, fmt.Sprintf("%s %s: %d of %d", asked[len(asked)-1], e.Class, slices.Index(e.Right, true), len(e.Candidates)))
			})
			require.Equal(t, c.want, got)
		})
	}
}

// TestFeaturesAreThoseOfTheWeights: the weights were learned for these
// features. Where a digest changes, learn them anew, and only then write the
// new digest here.
func TestFeaturesAreThoseOfTheWeights(t *testing.T) {
	t.Parallel()
	for _, c := range taught {
		t.Run(c.name, func(t *testing.T) {
			d, names := tagged(c.text)
			r, err := NewRanker(nil, persons)
			require.NoError(t, err)
			h := fnv.New64a()
			r.Teach(d, names, cast, golden(func(words string) int { return meant(words, meaning) }, d), true, func(e Example) { fmt.Fprintln(h, e.Class, e.Candidates, e.Near) })
			require.Equal(t, c.features, fmt.Sprintf("%016x", h.Sum64()))
		})
	}
}

// TestNearerWins: of two that fit, weights on recency alone choose the one
// mentioned last, and nobody is chosen where nobody fits.
func TestNearerWins(t *testing.T) {
	t.Parallel()
	weights := make([]int16, NumWeights)
	for at := 0; at < NumWeights; at += numTemplates * numValues {
		weights[at+int(feature(tRecency, 1))] = 200
		weights[at+int(feature(tRecency, 4))] = 100
		weights[at+int(feature(tNobody, 0))] = 50
	}
	r, err := NewRanker(Write(weights, make([][]Step, NumClasses)), persons)
	require.NoError(t, err)
	d, names := tagged("*1Day/NNP met/VBD *4Fox/NNP ./.\nHe/PRP left/VBD ./.\nIt/PRP rained/VBD ./.")
	found, err := r.Resolve(context.Background(), d, names, cast)
	require.NoError(t, err)
	require.True(t, slices.EqualFunc(found.Links, []int{4}, func(l Link, e int) bool { return l.Entity == e && l.Form == whosaid.MentionPronoun }), "%v", found.Links)
}
