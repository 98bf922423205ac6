package eval

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
)

func TestFold(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, fold, last string }{
		{"Zoë Müller", "zoe muller", "muller"},
		{"Sean O’Hara", "sean ohara", "ohara"},
		{"John Kerry Jr.", "john kerry jr", "kerry"},
		{"the company's", "the company's", "company"},
		{"the workers'", "the workers'", "workers"},
		{"U.S.", "u s", "s"},
		{"III", "iii", ""},
		{" — ", "", ""},
		{"Ⅻ", "xii", "xii"},
	} {
		require.Equal(t, c.fold, fold(c.name), c.name)
		require.Equal(t, c.last, lastWord(c.name), c.name)
	}
}

func TestCore(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"“We like Turin,”", "We like Turin"},
		{"that the gate was shut.", "the gate was shut"},
		{"That is", "That is"},
		{" … “that” ", "that"},
		{"“…”", "“…”"},
		{"THAT “it” rusted", "it” rusted"},
	} {
		s := core(c.text, 0, len(c.text))
		require.Equal(t, c.want, c.text[s[0]:s[1]])
	}
}

func TestShrink(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"the Orbit Labs’s", "Orbit Labs"},
		{"Mr. President Xi,", "Xi"},
		{"Vice President Lu", "Lu"},
		{"General Ray", "Ray"},
		{"Generally", "Generally"},
		{"The ", "The"},
		{"'s", "'s"},
		{"(“Lima”)", "“Lima”"},
	} {
		s, e := shrink(c.text, 0, len(c.text))
		require.Equal(t, c.want, c.text[s:e])
	}
}

func TestMentionKind(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"": "none", "He": "pronoun", "who,": "pronoun", "his": "pronoun", "The mayor": "nominal", "two officials": "nominal",
		"Ann Lee": "name", "the mayor Ann": "name", "Officials": "name",
	} {
		require.Equal(t, want, mentionKind(s), s)
	}
}

func TestCoverAndCommon(t *testing.T) {
	t.Parallel()
	c := cover([][2]int{{5, 9}, {0, 2}, {8, 12}, {9, 10}, {2, 3}, {7, 7}})
	require.Equal(t, [][2]int{{0, 3}, {5, 12}}, c)
	require.Equal(t, 10, size(c))
	require.Equal(t, [2]int{0, 12}, hull(c))
	require.Equal(t, 4, inCommon(c, [][2]int{{2, 6}, {9, 10}, {11, 20}}))
	require.Equal(t, [2]int{}, hull(nil))
}

// TestOverlapping: the index finds what a look at each span finds.
func TestOverlapping(t *testing.T) {
	t.Parallel()
	list := [][2]int{{9, 12}, {0, 30}, {3, 3}, {4, 5}, {3, 9}, {20, 21}}
	index := newSpans(list)
	for s := range 32 {
		for e := s; e < 32; e++ {
			want, got := map[int]int{}, map[int]int{}
			for i, r := range list {
				if o := shared(r, [2]int{s, e}); o > 0 {
					want[i] = o
				}
			}
			index.overlapping([2]int{s, e}, func(i, o int) { got[i] = o })
			require.Equal(t, want, got)
			require.Equal(t, len(want) > 0, index.touches([2]int{s, e}))
		}
	}
}

func TestReliability(t *testing.T) {
	t.Parallel()
	var a, b reliability
	require.Nil(t, a.result(), "no scores, no table")
	a.add(0, false)
	require.Nil(t, a.result(), "scores that were not given")
	a.add(0.62, true)
	a.add(0.68, false)
	b.add(1, true)
	b.add(0.95, true)
	a.merge(&b)
	a.merge(nil)
	require.Equal(t, &Calibration{N: 5, ECE: 0.07, Bins: []ScoreBin{
		{From: 0, To: 0.1, N: 1}, {From: 0.6, To: 0.7, N: 2, Score: 0.65, Right: 0.5}, {From: 0.9, To: 1, N: 2, Score: 0.975, Right: 1},
	}}, a.result())
}

func TestTags(t *testing.T) {
	t.Parallel()
	g, err := readGold([]byte(`{"id":"a","text":"Ann can't go","tokens":[[0,3,"NNP"],[4,6,"MD"],[6,9,"RB"],[10,12,"VB"]]}`))
	require.NoError(t, err)
	d := &whosaid.Document{Text: g.Text, Tokens: []whosaid.Token{
		{Span: whosaid.Span{Start: 0, End: 3}, Tag: "NNP"}, {Span: whosaid.Span{Start: 4, End: 9}, Tag: "MD"}, {Span: whosaid.Span{Start: 10, End: 12}, Tag: "NN"},
	}, Sentences: []whosaid.Sentence{{EndToken: 3}}}
	var s tagsScore
	require.Nil(t, s.result())
	require.NoError(t, s.add(g, d))
	require.Equal(t, &Tags{Accuracy: accuracy(1, 2), Prose: accuracy(2, 2), Aligned: accuracy(2, 4)}, s.result())
	require.Equal(t, "NN", d.Tokens[2].Tag, "prose's tags stay out of the document")
}

// TestSameTag: other spellings of a tag are the same tag.
func TestSameTag(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		gold, ours string
		want       bool
	}{
		{"NN", "NN", true}, {"NN", "NNP", false}, {"-LRB-", "(", true}, {"-RRB-", ")", true}, {"-LRB-", ")", false},
		{"HYPH", "-", true}, {":", "-", true}, {":", ",", false}, {"IN", "TO", true}, {"TO", "IN", false},
	} {
		require.Equal(t, c.want, sameTag(c.gold, c.ours), "%s and %s", c.gold, c.ours)
	}
}

// TestLayers: a layer that no text annotates is not measured.
func TestLayers(t *testing.T) {
	t.Parallel()
	r, err := Score(context.Background(), newExtractor(t), strings.NewReader(`{"id":"a","text":"Ann Lee left on Tuesday.","entities":[],"timexes":[],"quotes":[],"claims":[],"sentences":[]}`), Options{})
	require.NoError(t, err)
	require.Equal(t, &Report{Docs: 1}, r)
}

func newExtractor(t testing.TB) *extract.Extractor {
	x, err := extract.New()
	require.NoError(t, err)
	return x
}

func TestEachInOrder(t *testing.T) {
	t.Parallel()
	var in strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&in, "%d\n\n", i)
	}
	n := 0
	err := eachInOrder(context.Background(), strings.NewReader("\ufeff"+in.String()), func(line []byte) (string, error) {
		return strings.TrimSpace(string(line)), nil
	}, func(s string) error {
		require.Equal(t, fmt.Sprint(n), s)
		n++
		return nil
	})
	require.NoError(t, err)
	require.Equal(t, 1000, n)
}

// TestEachInOrderKeepsFewLines: the reader is never far ahead, whatever the
// size of the file, so that memory stays flat.
func TestEachInOrderKeepsFewLines(t *testing.T) {
	t.Parallel()
	r := &ahead{line: []byte(strings.Repeat("x", 1<<20) + "\n"), left: 500}
	most := 0
	err := eachInOrder(context.Background(), r, func(line []byte) (int, error) { return len(line), nil }, func(n int) error {
		most = max(most, int(r.sent.Load()-r.done.Add(1)))
		require.Equal(t, len(r.line), n)
		return nil
	})
	require.NoError(t, err)
	require.EqualValues(t, 500, r.done.Load())
	require.LessOrEqual(t, most, 4*runtime.GOMAXPROCS(0)+4)
}

// ahead gives the same line many times, and counts how far reading is ahead.
type ahead struct {
	line       []byte
	left       int
	rest       []byte
	sent, done atomic.Int64
}

func (a *ahead) Read(b []byte) (int, error) {
	if len(a.rest) == 0 {
		if a.left == 0 {
			return 0, io.EOF
		}
		a.left--
		a.rest = a.line
		a.sent.Add(1)
	}
	n := copy(b, a.rest)
	a.rest = a.rest[n:]
	return n, nil
}

func TestEachInOrderStops(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	copied := func(line []byte) (string, error) { return string(line), nil }
	fine := func(string) error { return nil }
	lines := strings.Repeat("x\n", 9) + "y\n" + strings.Repeat("x\n", 1000)
	for name, run := range map[string]func() error{
		"work fails": func() error {
			return eachInOrder(context.Background(), strings.NewReader(lines), func(line []byte) (string, error) {
				if line[0] == 'y' {
					return "", broken
				}
				return "", nil
			}, fine)
		},
		"done fails": func() error {
			return eachInOrder(context.Background(), strings.NewReader(lines), copied, func(s string) error {
				if s == "y\n" {
					return broken
				}
				return nil
			})
		},
		"reading fails": func() error {
			return eachInOrder(context.Background(), &failing{strings.NewReader(lines[:18] + "y"), broken}, copied, fine)
		},
	} {
		err := run()
		require.ErrorIs(t, err, broken, name)
		require.EqualError(t, err, "line 10: broken", name)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	require.ErrorIs(t, eachInOrder(ctx, strings.NewReader(lines), copied, fine), context.Canceled)
}

// failing reads r and then fails.
type failing struct {
	r   *strings.Reader
	err error
}

func (f *failing) Read(b []byte) (int, error) {
	if f.r.Len() == 0 {
		return 0, f.err
	}
	return f.r.Read(b)
}
