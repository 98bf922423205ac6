package safe

import (
	"errors"
	"io"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestDo(t *testing.T) {
	t.Parallel()
	require.NoError(t, Do(func() error { return nil }))
	require.Equal(t, io.EOF, Do(func() error { return io.EOF }))
	var list []int
	for what, f := range map[string]func() error{
		"index out of range [3]": func() error { return errors.New(string(rune(list[3]))) },
		"no more":                func() error { panic("no more") },
		"EOF":                    func() error { panic(io.EOF) },
		"nil pointer":            func() error { return errors.New((*PanicError)(nil).Where) },
	} {
		err := Do(f)
		var pe *PanicError
		require.ErrorAs(t, err, &pe, what)
		require.ErrorContains(t, err, what)
		require.Regexp(t, `^safe_test\.go:\d+$`, pe.Where, what)
	}
	require.ErrorIs(t, Do(func() error { panic(io.EOF) }), io.EOF)
}
