package batch

import (
	"context"
	"errors"
	"io"
	"math"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
	"github.com/whosaid/whosaid/extract"
)

func limit() int64 { return debug.SetMemoryLimit(-1) }

func TestMemoryIsLimitedByWhatIsOnItsWay(t *testing.T) {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(math.MaxInt64))
	m := limitMemory()
	usual := limit()
	require.Equal(t, m.base+perByte*maxWaiting, usual)
	require.Greater(t, m.base, int64(1<<20))
	m.admit(10)
	require.Equal(t, usual, limit())
	m.admit(3 * maxWaiting)
	require.Equal(t, usual+2*perByte*maxWaiting, limit(), "a large record, which is alone")
	m.admit(10)
	require.Equal(t, usual, limit())

	other := limitMemory()
	other.admit(3 * maxWaiting)
	other.end()
	require.Equal(t, usual, limit(), "one that is set already stays")
	m.end()
	require.Equal(t, int64(math.MaxInt64), limit())
}

// limits is an Extractor that writes down what the limit is as it reads.
type limits []int64

func (l *limits) Extract(context.Context, string, ...extract.DocOption) (*whosaid.Document, error) {
	*l = append(*l, limit())
	return nil, errors.New("not read")
}

// TestTheTextIsWhatTakesMemory: the bytes that it was read from, as base64 of a mail,
// are gone by then.
func TestTheTextIsWhatTakesMemory(t *testing.T) {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(math.MaxInt64))
	w, err := output.Open("ndjson", output.Options{Stdout: io.Discard})
	require.NoError(t, err)
	var seen limits
	usual := int64(perByte * maxWaiting)
	for _, text := range []int{1, 2 * maxWaiting} {
		items := func(yield func(input.Item, error) bool) {
			yield(input.NewItem(input.Place{File: "a.eml"}, 3*maxWaiting, func(context.Context) (*input.Article, error) {
				seen = append(seen, limit())
				return &input.Article{Text: strings.Repeat("a", text)}, nil
			}), nil)
		}
		_, err = Run(context.Background(), items, Options{Extractor: &seen, Writer: w, Workers: 1, Failed: func(error) {}})
		require.NoError(t, err)
	}
	require.Len(t, seen, 4)
	require.Equal(t, 2*usual, seen[0]-seen[1], "a short text of a long record")
	require.Equal(t, usual, seen[2]-seen[3], "a longer one")
}

// BenchmarkRun reads 4 MB with the limit of memory and without it: nothing but
// short quotes, which hold the most, and sentences as news has them.
func BenchmarkRun(b *testing.B) {
	x, err := extract.New()
	require.NoError(b, err)
	for name, sentence := range map[string]string{
		"quotes": "“Yes,” said Ann Lee. ",
		"news":   "The storm left homes without power, and Ann Lee, the mayor of Salford, said on Tuesday that crews would work all night. ",
	} {
		text := strings.Repeat(strings.Repeat(sentence, 8)+"\n\n", (4<<20)/(8*len(sentence)+2))
		for _, c := range []struct {
			name  string
			limit int64
		}{{"limited", math.MaxInt64}, {"free", math.MaxInt64 - 1}} {
			b.Run(name+"/"+c.name, func(b *testing.B) {
				defer debug.SetMemoryLimit(debug.SetMemoryLimit(c.limit))
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					w, err := output.Open("ndjson", output.Options{Path: "/dev/null"})
					require.NoError(b, err)
					sum, err := Run(context.Background(), lines(text), Options{
						Extractor: x, Writer: w, Workers: 1, Failed: func(err error) { b.Error(err) }, Written: func(input.Place) {},
					})
					require.NoError(b, err)
					require.Equal(b, 1, sum.Written)
				}
			})
		}
	}
}
