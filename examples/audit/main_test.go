package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestRun(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var files []string
	for name, text := range map[string]string{
		"a.txt": "“We will stay,” said Zoë Müller. Bob Day said the road was open. Zoë Müller hopes that it rains.",
		"b.txt": "Zoë Müller said the bank was safe. Officials said the road was closed.",
	} {
		file := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
		files = append(files, file)
	}
	var out strings.Builder
	require.NoError(t, run(files, nil, &out))
	require.Equal(t, `2 texts, 4 quotes, 1 of them without a name

KIND     QUOTES  SHARE
person   3       75%
no name  1       25%

SOURCE                  QUOTES  SHARE
namedPerson             3       75%
namedBody               0       0%
document                0       0%
unnamedPerson           0       0%
unnamedGroup            1       25%
none                    0       0%
unnamed, with a reason  0       0%

SPEAKER     QUOTES  SHARE
Zoë Müller  2       50%
Bob Day     1       25%
`, out.String())
}

func TestErrors(t *testing.T) {
	t.Parallel()
	require.EqualError(t, run([]string{"missing.txt"}, nil, nil), "missing.txt: no such file or directory")
	require.EqualError(t, run(nil, strings.NewReader(""), nil), "standard input: the text is empty")
}
