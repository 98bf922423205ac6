package output

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestCell(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"": "", "Lee": "Lee", "a=b": "a=b", "=1+1": "'=1+1", "+cmd": "'+cmd", "-2.5": "-2.5", "- said Lee": "'- said Lee", "@sum": "'@sum",
		"\tx": "'\tx", "-Inf": "-Inf", "“=”": "“=”",
	} {
		require.Equal(t, want, Cell(in))
	}
}
