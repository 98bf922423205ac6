package train

import (
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid/internal/feature"
)

// TestOwnListsAreRead: the project's own lists are sorted, one name a line.
func TestOwnListsAreRead(t *testing.T) {
	t.Parallel()
	phrases := map[uint32]feature.Lists{}
	require.NoError(t, addOwn(phrases))
	require.Greater(t, len(phrases), 3000)
}
