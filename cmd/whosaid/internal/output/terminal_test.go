package output

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestShown(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"a b.txt: é 🚢":  "a b.txt: é 🚢",
		"a\x1b[31m.txt": `a\u001b[31m.txt`,
		"a\nb\r\tc":     `a\nb\u000d\u0009c`,
		"a\xffb\x7f":    `a\xffb\u007f`,
		"\u009b31m":     `\u009b31m`,
		"\u202etxt":     `\u202etxt`,
		"\ufffd":        "\ufffd",
	} {
		require.Equal(t, want, Shown(s))
	}
}

// TestTerminal writes byte by byte, so that characters come in pieces.
func TestTerminal(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	w := Terminal(&b)
	for _, c := range []byte("é\t🚢\n\x1b]0;x\a\u009b1m\xff\x9b.\r\u202e\n") {
		n, err := w.Write([]byte{c})
		require.NoError(t, err)
		require.Equal(t, 1, n)
	}
	require.Equal(t, "é\t🚢\n\\u001b]0;x\\u0007\\u009b1m\ufffd\ufffd.\\u000d\\u202e\n", b.String())
}
