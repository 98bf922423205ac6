package tag_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/internal/tag"
)

// TestSet: a set has the values that it is made of, the first and the last that
// fit among them, and no others.
func TestSet(t *testing.T) {
	t.Parallel()
	s := tag.SetOf[uint8](0, 5, 63)
	for v := range uint8(64) {
		require.Equal(t, v == 0 || v == 5 || v == 63, s.Has(v), v)
	}
	require.False(t, tag.SetOf[uint8]().Has(0))
	require.True(t, (s | tag.SetOf[uint8](7)).Has(7))
}
