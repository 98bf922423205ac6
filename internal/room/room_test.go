package room_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/internal/room"
)

func TestGrow(t *testing.T) {
	t.Parallel()
	s := room.Grow([]int(nil), 0, 1000)
	require.Empty(t, s)
	require.GreaterOrEqual(t, cap(s), 1)

	s = make([]int, 10, 20)
	require.Equal(t, 20, cap(room.Grow(s, 500, 1000)), "there is room")

	s = make([]int, 1000)
	require.InDelta(t, 2000, cap(room.Grow(s, 500, 1000)), 500, "as many again in the other half")
	require.InDelta(t, 8000, cap(room.Grow(s, 1, 1000)), 1500, "the text may begin unlike its rest")
	require.InDelta(t, 1250, cap(room.Grow(s, 1000, 1000)), 300, "a few more")
	require.InDelta(t, 8000, cap(room.Grow(s, 0, 1000)), 1500)
	require.Len(t, room.Grow(s, 500, 1000), 1000)
}

// TestGrowIsLinear: a slice that grows so is copied a few times only.
func TestGrowIsLinear(t *testing.T) {
	t.Parallel()
	const size = 1_000_000
	var s []int
	copied := 0
	for i := range size {
		before := cap(s)
		if s = room.Grow(s, i, size); cap(s) > before {
			copied += len(s)
		}
		s = append(s, i)
	}
	require.Less(t, copied, size)
	require.Less(t, cap(s), size*5/4)
}
