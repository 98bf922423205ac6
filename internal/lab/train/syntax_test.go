package train

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/feature"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/syntax"
)

func aligned(t *testing.T, line string) (*whosaid.Document, []int, []syntax.Relation) {
	t.Helper()
	var tree treeDoc
	require.NoError(t, json.Unmarshal([]byte(line), &tree))
	d := &whosaid.Document{Text: tree.Text}
	d.Tokens, d.Sentences = segment.Split(d.Text)
	heads, relations := align(&tree, d)
	return d, heads, relations
}

// TestAlign: trees over tokens that are cut as ours are, or otherwise.
func TestAlign(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, line string
		heads      []int
		relations  []syntax.Relation
	}{
		{
			"alike", `{"text":"She left.","sentences":[[[0,3,"PRP",2,"nsubj"],[4,8,"VBD",0,"root"],[8,9,".",2,"punct"]]]}`,
			[]int{1, -1, 1}, []syntax.Relation{syntax.Nsubj, syntax.Root, syntax.Punct},
		},
		{
			"several of theirs are one of ours",
			`{"text":"a well-known man","sentences":[[[0,1,"DT",5,"det"],[2,6,"RB",4,"advmod"],[6,7,"HYPH",4,"punct"],` +
				`[7,12,"VBN",5,"amod"],[13,16,"NN",0,"root"]]]}`,
			[]int{2, 2, -1}, []syntax.Relation{syntax.Det, syntax.Amod, syntax.Root},
		},
		{
			"one of theirs is several of ours",
			`{"text":"She isn't old","sentences":[[[0,3,"PRP",3,"nsubj"],[4,9,"VBZ",3,"cop"],[10,13,"JJ",0,"root"]]]}`,
			[]int{3, unknown, unknown, -1}, []syntax.Relation{syntax.Nsubj, 0, 0, syntax.Root},
		},
		{
			"a head beyond the sentence", `{"text":"She left","sentences":[[[0,3,"PRP",7,"nsubj"],[4,8,"VBD",0,"root"]]]}`,
			[]int{unknown, -1}, []syntax.Relation{0, syntax.Root},
		},
		{"no trees", `{"text":"She left"}`, []int{unknown, unknown}, []syntax.Relation{0, 0}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, heads, relations := aligned(t, c.line)
			require.Equal(t, c.heads, heads)
			require.Equal(t, c.relations, relations)
		})
	}
}

func TestTreeWordRejects(t *testing.T) {
	t.Parallel()
	var d treeDoc
	require.Error(t, json.Unmarshal([]byte(`{"sentences":[[["a",3,"PRP",2,"nsubj"]]]}`), &d))
}

// toyTrees are sentences to learn from.
func toyTrees() []string {
	return []string{
		`{"text":"She left.","sentences":[[[0,3,"PRP",2,"nsubj"],[4,8,"VBD",0,"root"],[8,9,".",2,"punct"]]]}`,
		`{"text":"Old men saw her","sentences":[[[0,3,"JJ",2,"amod"],[4,7,"NNS",3,"nsubj"],[8,11,"VBD",0,"root"],[12,15,"PRP",3,"obj"]]]}`,
	}
}

// requireTrees: a parser with these models finds the toyTrees.
func requireTrees(t *testing.T, set model.Set) {
	t.Helper()
	p, err := syntax.Open(set)
	require.NoError(t, err)
	for _, line := range toyTrees() {
		d, heads, relations := aligned(t, line)
		tree, err := p.Parse(t.Context(), d)
		require.NoError(t, err)
		for i := range heads {
			require.Equal(t, heads[i], tree.Head(i), d.Text)
			require.Equal(t, relations[i], tree.Relation(i), d.Text)
		}
	}
}

// TestLearnSyntax: what is learned finds the trees of a few sentences again, the
// same bytes each time, and also with habits in the place of most scores.
func TestLearnSyntax(t *testing.T) {
	t.Parallel()
	clusters, err := feature.OpenClusters(model.Clusters)
	require.NoError(t, err)
	reader, err := syntax.NewReader(clusters)
	require.NoError(t, err)
	var data []*treeSample
	for _, line := range toyTrees() {
		d, heads, relations := aligned(t, line)
		data = append(data, newTreeSample(reader, d, &d.Sentences[0], heads, relations))
	}
	round := SyntaxRound{
		Learn:  LearnOptions{Seed: 1, MoveUnits: 64, NameUnits: 64, Rate: 0.05, Drop: 0.1, WrongTurns: 90},
		Epochs: 30, MoveRows: 1000, NameRows: 1000,
	}
	silent := func(string, ...any) {}
	set := model.Parsing()
	set.Moves, set.Relations = learnSyntax(data, round, silent)
	again, _ := learnSyntax(data, round, silent)
	require.Equal(t, set.Moves, again)
	requireTrees(t, set)
	moves, relations, err := withHabits(set, slices.Repeat(data, 100), silent)
	require.NoError(t, err)
	require.NotEqual(t, set.Moves, moves)
	require.NotEqual(t, set.Relations, relations)
	set.Moves, set.Relations = moves, relations
	requireTrees(t, set)
}
