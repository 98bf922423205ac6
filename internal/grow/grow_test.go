package grow_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/internal/grow"
)

// read returns a list of one item for each byte of a text for which dense holds,
// how often it moved, and how many items were copied.
func read(total int, dense func(i int) bool) (list []int, moves, copied int) {
	for i := range total {
		if !dense(i) {
			continue
		}
		if len(list) == cap(list) {
			moves++
			copied += len(list)
		}
		list = append(grow.For(list, 1, i, total), i)
	}
	return list, moves, copied
}

func TestForFollowsTheText(t *testing.T) {
	t.Parallel()
	const total = 1 << 20
	for name, c := range map[string]struct {
		dense       func(int) bool
		moves, room int // at most, the room in percent of what is needed
	}{
		"even":           {func(i int) bool { return i%7 == 0 }, 3, 104},
		"denser at end":  {func(i int) bool { return i%7 == 0 || i > total/2 && i%5 == 0 }, 5, 140},
		"nothing at end": {func(i int) bool { return i%7 == 0 && i < total/2 }, 3, 208},
		"all at the end": {func(i int) bool { return i > total*9/10 }, 80, 113},
	} {
		list, moves, copied := read(total, c.dense)
		require.LessOrEqual(t, moves, c.moves, name)
		require.LessOrEqual(t, 100*cap(list), c.room*len(list), name)
		require.LessOrEqual(t, copied, 12*len(list), "%s: linear", name)
		require.True(t, slices.IsSorted(list), name)
	}
}

func TestForMakesRoomOnlyIfNeeded(t *testing.T) {
	t.Parallel()
	list := make([]byte, 3, 10)
	same := grow.For(list, 7, 1, 100)
	require.Equal(t, 10, cap(same))
	require.Same(t, &list[0], &same[0])
	moved := grow.For(list, 8, 0, 100)
	require.Len(t, moved, 3)
	require.GreaterOrEqual(t, cap(moved), 11)
	require.Less(t, cap(moved), 16, "nothing is known yet")
	require.GreaterOrEqual(t, cap(grow.For(list, 8, 10, 100)), 30, "three in ten bytes are thirty in a hundred")
	require.GreaterOrEqual(t, cap(grow.For([]byte(nil), 5, 0, 0)), 5)
	require.Less(t, cap(grow.For(list, 8, 100, 100)), 16, "nothing is to come")
}

func TestFit(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ length, capacity, want int }{
		{8, 8, 8}, {28, 32, 32}, {27, 32, 27}, {0, 1 << 20, 0}, {0, 0, 0},
	} {
		list := grow.Fit(make([]int32, c.length, c.capacity))
		require.NotNil(t, list)
		require.Len(t, list, c.length)
		if c.want == c.capacity {
			require.Equal(t, c.want, cap(list))
		} else {
			require.Less(t, cap(list), c.length+16)
		}
	}
	require.Nil(t, grow.Fit[int](nil))
	require.Equal(t, []int{1, 2}, grow.Fit(append(make([]int, 0, 9), 1, 2)))
}
