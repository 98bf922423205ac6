package train

import (
	"encoding/json"
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
			[]int{3, syntax.Unknown, syntax.Unknown, -1}, []syntax.Relation{syntax.Nsubj, 0, 0, syntax.Root},
		},
		{
			"a head beyond the sentence", `{"text":"She left","sentences":[[[0,3,"PRP",7,"nsubj"],[4,8,"VBD",0,"root"]]]}`,
			[]int{syntax.Unknown, -1}, []syntax.Relation{0, syntax.Root},
		},
		{"no trees", `{"text":"She left"}`, []int{syntax.Unknown, syntax.Unknown}, []syntax.Relation{0, 0}},
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

// TestLearnSyntax: the learner finds the trees of a few sentences again.
func TestLearnSyntax(t *testing.T) {
	t.Parallel()
	clusters, err := feature.OpenClusters(model.Clusters)
	require.NoError(t, err)
	var data []*syntax.Sample
	for _, line := range []string{
		`{"text":"She left.","sentences":[[[0,3,"PRP",2,"nsubj"],[4,8,"VBD",0,"root"],[8,9,".",2,"punct"]]]}`,
		`{"text":"Old men saw her","sentences":[[[0,3,"JJ",2,"amod"],[4,7,"NNS",3,"nsubj"],[8,11,"VBD",0,"root"],[12,15,"PRP",3,"obj"]]]}`,
	} {
		d, heads, relations := aligned(t, line)
		data = append(data, newSample(clusters, d, &d.Sentences[0], heads, relations))
	}
	l := learnSyntax(data, 20, 1, 1, func(string, ...any) {})
	for _, x := range data {
		wrong, steps := l.Learn(x)
		require.Zero(t, wrong)
		require.Equal(t, 2*x.Words()-1, steps)
	}
}
