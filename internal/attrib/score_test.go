package attrib

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/internal/feature"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/modelfile"
)

// TestProbability: scores lie strictly between 0 and 1 and do not fall when
// the sum rises.
func TestProbability(t *testing.T) {
	t.Parallel()
	m, err := linear.Open(modelfile.Quotes, model.Quotes)
	require.NoError(t, err)
	clusters, err := feature.OpenClusters(model.Clusters)
	require.NoError(t, err)
	x, err := NewReader(m, clusters)
	require.NoError(t, err)
	for p := range Path(NumPaths) {
		last := 0.0
		for sum := int32(-5000); sum <= 5000; sum += 8 {
			key := x.Key(p, sum)
			require.True(t, key >= 0 && int(key) < NumKeys)
			got := x.Probability(p, sum)
			require.GreaterOrEqual(t, got, last, "path %d, sum %d", p, sum)
			last = got
		}
		require.Greater(t, last, 0.0)
		require.Less(t, last, 1.0)
	}
}
