package segment

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/internal/corpus"
	families "github.com/whosaid/whosaid/internal/hostile"
)

// hostile are units that, repeated, are hard for splitters that look back or
// ahead without bound.
var hostile = map[string]string{
	"dots":              ".",
	"spaced dots":       ". ",
	"double quotes":     "\"",
	"single quotes":     "'",
	"curly quotes":      "“”",
	"open quotes":       "“a. B ",
	"single curly":      "‘a. B ",
	"backquotes":        "``",
	"brackets":          "(",
	"brackets and text": "(a. B ",
	"square brackets":   "[",
	"closers":           ".)\"",
	"initials":          "A. A. ",
	"abbreviations":     "U.S.",
	"commas":            ",",
	"digits":            "1",
	"grouped digits":    "1,000,",
	"decimals":          "1.",
	"one word":          "a",
	"capitals":          "A",
	"hyphens":           "-",
	"compound":          "Al-a-",
	"slashes":           "a/B/",
	"apostrophes":       "n't'",
	"at signs":          "a@",
	"mail":              "a.b@c.",
	"domain":            "www.a.",
	"URL":               "http://",
	"hashtags":          "#a",
	"ampersands":        "&amp;",
	"references":        "&#x2019;",
	"half references":   "&#",
	"marks":             "\u0301",
	"bidi":              "\u202e",
	"joiners":           "a\u200d",
	"invalid":           "\xff",
	"half runes":        "\xe2\x80",
	"tags":              "<a>",
	"half tags":         "<a ",
	"minified":          "<p>a.</p><b>",
	"lines":             "a\n",
	"comma lines":       "the long enough line of a list, which ends with a comma,\n",
	"wrapped":           "a line of text that is as long as the other lines are here\n",
	"blank lines":       "A\n\n",
	"carriage returns":  "a.\r",
	"items":             "1) a 2) b ",
	"bullets":           "• a ",
	"datelines":         "PARIS (AP",
	"dateline words":    "PARIS, ",
	"dates":             "Friday, May 3, 2019 ",
	"emoji":             "👍🏽",
	"emoticons":         ":-) ",
	"mixed marks":       "?!.…",
	"nul":               "\x00",
}

func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	const size = 16 << 10
	texts := families.Families()
	for name, unit := range hostile {
		texts = append(texts, families.Family{Name: name, Make: func(n int) string { return strings.Repeat(unit, n/len(unit)) }})
	}
	for _, f := range texts {
		t.Run(f.Name, func(t *testing.T) {
			small, large := f.Make(size), f.Make(8*size)
			// The machine may be busy: the fastest of many tries counts, and
			// what is not linear takes 64 times as long.
			one, two := time.Hour, time.Hour
			for range 100 {
				one, two = min(one, duration(small)), min(two, duration(large))
				if two < 16*one {
					return
				}
			}
			require.Less(t, two, 16*one, "%v, then %v for eight times the text", one, two)
		})
	}
}

// duration is the time that Split takes on text.
func duration(text string) time.Duration {
	start := time.Now()
	Split(text)
	return time.Since(start)
}

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
	for _, name := range []string{"dots", "minified", "initials", "one word", "open quotes"} {
		b.Run(strings.ReplaceAll(name, " ", "_"), func(b *testing.B) {
			benchmark(b, strings.Repeat(hostile[name], (1<<20)/len(hostile[name])))
		})
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
	text := news(t, 1<<20)
	n := testing.AllocsPerRun(5, func() { Split(text) })
	require.LessOrEqual(t, n, 16.0)
	for name, text := range map[string]string{
		"news": text, "one word": strings.Repeat("a", 1<<20), "open quotes": strings.Repeat(hostile["open quotes"], 1<<17),
		"dense, then not": strings.Repeat("?a", 1<<10) + strings.Repeat("a", 1<<20), "not, then dense": strings.Repeat("a", 1<<20) + strings.Repeat("?a", 1<<16),
	} {
		toks, sents := Split(text)
		require.LessOrEqual(t, cap(toks), 8*len(toks)+2*firstRoom, name)
		require.LessOrEqual(t, cap(sents), 8*len(sents)+2*firstRoom, name)
		if name == "news" {
			require.LessOrEqual(t, cap(toks), len(toks)*5/4)
		}
	}
}
