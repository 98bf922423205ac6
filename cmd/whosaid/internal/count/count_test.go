package count

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestOf(t *testing.T) {
	t.Parallel()
	require.Equal(t, []string{"0 quotes", "1 quote", "2 quotes", "21 quotes"},
		[]string{Of(0, "quote"), Of(1, "quote"), Of(2, "quote"), Of(21, "quote")})
}
