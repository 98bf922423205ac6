package whosaid_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
)

// BenchmarkJSON writes and reads the Document of the reference article.
func BenchmarkJSON(b *testing.B) {
	d := articleDocument(b)
	stored, err := json.Marshal(d)
	require.NoError(b, err)
	b.Run("write/article", func(b *testing.B) {
		b.SetBytes(int64(len(stored)))
		b.ReportAllocs()
		for b.Loop() {
			_, err := json.Marshal(d)
			require.NoError(b, err)
		}
	})
	b.Run("read/article", func(b *testing.B) {
		b.SetBytes(int64(len(stored)))
		b.ReportAllocs()
		for b.Loop() {
			var back whosaid.Document
			require.NoError(b, json.Unmarshal(stored, &back))
		}
	})
}

func BenchmarkValidate(b *testing.B) {
	d := articleDocument(b)
	b.Run("article", func(b *testing.B) {
		b.SetBytes(int64(len(d.Text)))
		b.ReportAllocs()
		for b.Loop() {
			require.NoError(b, d.Validate())
		}
	})
}

func articleDocument(b *testing.B) *whosaid.Document {
	text, err := os.ReadFile("testdata/article.txt")
	require.NoError(b, err)
	return read(string(text))
}
