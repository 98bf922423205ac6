package labels

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
)

func TestLabels(t *testing.T) {
	t.Parallel()
	names := Names()
	require.Len(t, whosaid.EntityKind.Values(""), NumKinds, "another number of kinds needs models trained anew")
	require.Len(t, names, Count)
	require.Equal(t, "O", names[Outside])
	for _, tc := range []struct {
		kind        whosaid.EntityKind
		first, last bool
		want        string
	}{
		{whosaid.EntityPerson, true, false, "B-person"},
		{whosaid.EntityPerson, false, false, "I-person"},
		{whosaid.EntityOrganization, false, true, "L-organization"},
		{whosaid.EntityWork, true, true, "U-work"},
	} {
		l := Of(tc.kind, tc.first, tc.last)
		require.Equal(t, tc.want, names[l])
		require.Equal(t, tc.kind, Kind(l))
		require.Equal(t, tc.first, Starts(l))
		require.Equal(t, tc.last, Ends(l))
	}
	require.Equal(t, Outside, Of("weather", true, true))
	require.Empty(t, Kind(Outside))
}

// Every walk through the allowed moves is a row of whole names.
func TestMovesKeepNamesWhole(t *testing.T) {
	t.Parallel()
	for from := range Count {
		require.Equal(t, from == Outside || Starts(from), CanStart(from))
		require.Equal(t, from == Outside || Ends(from), CanEnd(from))
		for to := range Count {
			open := from != Outside && !Ends(from)
			want := CanStart(to)
			if open {
				want = to != Outside && !Starts(to) && Kind(to) == Kind(from)
			}
			require.Equal(t, want, CanFollow(from, to), "%s %s", Names()[from], Names()[to])
		}
	}
}
