package random

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestSource: the numbers are those that models were trained with.
func TestSource(t *testing.T) {
	t.Parallel()
	s := Source(1)
	require.Equal(t, uint64(0x910a2dec89025cc1), s.Next())
	require.Equal(t, uint64(0xbeeb8da1658eec67), s.Next())
	order := []int{0, 1, 2, 3, 4, 5, 6, 7}
	s.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	require.NotEqual(t, []int{0, 1, 2, 3, 4, 5, 6, 7}, order)
	slices.Sort(order)
	require.Equal(t, []int{0, 1, 2, 3, 4, 5, 6, 7}, order)
}
