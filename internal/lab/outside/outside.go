// Package outside finds the data sets and scorers that lie beside the
// repository, for tests. They are not part of it.
package outside

import (
	"os"
	"path/filepath"
	"testing"
)

// Path is the path of a file in ../shared, as seen from the top of the
// repository. Where it is not there the test is skipped, and fails if the
// environment variable CI is set: CI must not pass for want of data.
func Path(t testing.TB, elem ...string) string {
	t.Helper()
	file := filepath.Join(elem...)
	for dir := ".."; len(dir) < 60; dir = filepath.Join("..", dir) {
		path := filepath.Join(dir, "shared", file)
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	if os.Getenv("CI") != "" {
		t.Fatalf("../shared/%s is not there", file)
	}
	t.Skipf("** SKIPPED: ../shared/%s is not there, so that nothing is compared with it **", file)
	return ""
}
