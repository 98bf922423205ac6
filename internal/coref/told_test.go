package coref

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestStrong: many pronouns tell whether somebody is he or she, a few do not.
func TestStrong(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		he, she, heSum, sheSum int32
		want                   Gender
	}{
		"none":              {0, 0, 0, 0, 0},
		"few":               {3, 0, 9000, 0, 0},
		"many":              {4, 0, 9000, 0, Male},
		"many women":        {0, 5, 0, 9000, Female},
		"one against many":  {1, 6, 2000, 9000, Female},
		"too many against":  {4, 3, 9000, 4000, 0},
		"sure against many": {5, 1, 9000, 8000, 0},
	} {
		p := participant{he: c.he, she: c.she, heSum: c.heSum, sheSum: c.sheSum}
		require.Equal(t, c.want, p.strong(), name)
	}
}
