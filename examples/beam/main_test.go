package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	"github.com/stretchr/testify/require"
)

// TestPipeline runs the whole pipeline on Beam's local runner.
func TestPipeline(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.txt": "Zoë Müller said the bridge was closed. Officials said it was safe.",
		"b.txt": "Bob Day said the road was open.\n\nZoë Müller said the bank was safe.",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	out := filepath.Join(dir, "speakers")
	beam.Init()
	p, s := beam.NewPipelineWithRoot()
	textio.Write(s, out, lines(s, speakers(s, read(s, filepath.Join(dir, "*.txt")))))
	_, err := prism.Execute(context.Background(), p)
	require.NoError(t, err)
	b, err := os.ReadFile(out)
	require.NoError(t, err)
	got := strings.Split(strings.TrimSpace(string(b)), "\n")
	slices.Sort(got)
	require.Equal(t, []string{"1\tBob Day", "2\tZoë Müller"}, got)
}
