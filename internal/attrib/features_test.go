package attrib

import (
	"fmt"
	"hash/fnv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/internal/feature"
	"github.com/whosaid/whosaid/internal/lab/markup"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/modelfile"
)

func builtIn(t testing.TB) *Reader {
	t.Helper()
	m, err := linear.Open(modelfile.Quotes, model.BuiltIn().Quotes)
	require.NoError(t, err)
	clusters, err := feature.OpenClusters(model.BuiltIn().Clusters)
	require.NoError(t, err)
	r, err := NewReader(m, clusters)
	require.NoError(t, err)
	return r
}

// featured are texts whose features are known.
var featured = []struct {
	name, text string
	cue        string
	features   string // digest of all that is learned from it
}{
	{
		name: "direct", text: "“/`` We/PRP will/MD not/RB sell/VB the/DT old/JJ mill/NN ,/, ”/'' said/VBD *Ann/NNP *Lee/NNP on/IN Monday/NNP ./.",
		cue:      "said",
		features: "899902f2e9e6ddbc",
	},
	{
		name: "indirect", text: "*Lee/NNP ,/, a/DT nurse/NN ,/, has/VBZ not/RB said/VBN that/IN the/DT ward/NN was/VBD full/JJ (/( or/CC shut/VBD )/) ;/: she/PRP " +
			"claims/VBZ to/TO have/VB warned/VBN the/DT reporters/NNS ./.",
		cue:      "said",
		features: "68afe23a33dd72e8",
	},
	{
		name: "passive", text: "The/DT bridge/NN was/VBD called/VBN “/`` a/DT danger/NN ”/'' by/IN the/DT council/NN 's/POS report/NN in/IN 1990/CD ,/, not/RB by/IN *Lee/NNP ./.\n" +
			"“/`` It/PRP fell/VBD ./. ”/''",
		cue:      "called",
		features: "90f291fe5cf303ba",
	},
}

// TestFeaturesAreThoseOfTheModel: the weights were learned for features of these
// numbers, how sure the model is of a cue among them. Where a digest changes
// although the model is the same, the model reads what it has not learned:
// train it anew, and only then write the new digest here.
func TestFeaturesAreThoseOfTheModel(t *testing.T) {
	t.Parallel()
	r := builtIn(t)
	for _, c := range featured {
		t.Run(c.name, func(t *testing.T) {
			d := markup.Document(c.text)
			h := fnv.New64a()
			cands, windows := r.Candidates(d), 0
			for i := range cands {
				fmt.Fprintln(h, cands[i].Features)
			}
			r.Windows(d, func(i int) bool { return cands[i].Cue == markup.Span(t, d, c.cue) }, func(i int, w Window) {
				require.Equal(t, cands[i].Cue, w.Units[w.Cue])
				require.Len(t, w.Features, len(w.Units))
				windows++
				fmt.Fprintln(h, w.Features)
			})
			require.Equal(t, 1, windows)
			r.Frames(d, func(f *Frame, features []uint32) {
				require.NotEmpty(t, f.Content)
				fmt.Fprintln(h, features)
			})
			require.Equal(t, c.features, fmt.Sprintf("%016x", h.Sum64()))
		})
	}
}
