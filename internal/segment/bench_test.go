package segment

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/internal/lab/corpus"
)

// news is n bytes of news: of the training texts if they are at hand, else of
// the reference article.
func news(tb testing.TB, n int) string {
	tb.Helper()
	var b strings.Builder
	docs, err := corpus.ReadFile(shared("data", "train", "raw", "wikinews.jsonl"))
	if err != nil {
		article, err := os.ReadFile(filepath.Join("..", "..", "testdata", "article.txt"))
		require.NoError(tb, err)
		docs = []corpus.Doc{{Text: string(article)}}
	}
	for b.Len() < n {
		for i := range docs {
			b.WriteString(docs[i].Text)
			b.WriteString("\n\n")
		}
	}
	return strings.ToValidUTF8(b.String()[:n], "")
}

// shared is the path of a file of the data sets, which lie beside the
// repository or, for a work tree of it, one level up.
func shared(path ...string) string {
	file := filepath.Join(path...)
	for _, dir := range []string{"../../../shared", "../../../../shared"} {
		if p := filepath.Join(dir, file); exists(p) {
			return p
		}
	}
	return ""
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func BenchmarkSplit(b *testing.B) {
	b.Run("news", func(b *testing.B) { benchmark(b, news(b, 5<<20)) })
	for name, unit := range map[string]string{"dots": ".", "minified": "<p>a.</p><b>", "initials": "A. A. ", "one_word": "a", "open_quotes": "“a. B "} {
		b.Run(name, func(b *testing.B) { benchmark(b, strings.Repeat(unit, (1<<20)/len(unit))) })
	}
}

func benchmark(b *testing.B, text string) {
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Split(text)
	}
}

// TestAllocations: the slices grow a few times, whatever the number of
// tokens, and hold little that is not used.
func TestAllocations(t *testing.T) {
	text := news(t, 1<<18)
	n := testing.AllocsPerRun(2, func() { Split(text) })
	require.LessOrEqual(t, n, 16.0)
	for name, text := range map[string]string{
		"news": text, "one word": strings.Repeat("a", 1<<18), "open quotes": strings.Repeat("“a. B ", 1<<15),
		"dense, then not": strings.Repeat("?a", 1<<10) + strings.Repeat("a", 1<<18), "not, then dense": strings.Repeat("a", 1<<18) + strings.Repeat("?a", 1<<14),
	} {
		toks, sents := Split(text)
		require.LessOrEqual(t, cap(toks), 2*len(toks)+16, name)
		require.LessOrEqual(t, cap(sents), 2*len(sents)+len(toks)/tokensPerSentence+16, name)
		if name == "news" {
			require.LessOrEqual(t, cap(toks), len(toks)*5/4)
		}
	}
}
