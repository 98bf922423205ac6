package syntax_test

import (
	"context"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/lab/hostile"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/syntax"
	"github.com/whosaid/whosaid/internal/tag"
)

// Both take a while to build, and are safe for concurrent use.
var (
	builtInParser = sync.OnceValues(syntax.New)
	builtInTagger = sync.OnceValues(tag.New)
)

func newParser(t testing.TB) *syntax.Parser {
	t.Helper()
	p, err := builtInParser()
	require.NoError(t, err)
	return p
}

func tagged(t testing.TB, text string) *whosaid.Document {
	t.Helper()
	tagger, err := builtInTagger()
	require.NoError(t, err)
	d := &whosaid.Document{Text: text}
	d.Tokens, d.Sentences = segment.Split(text)
	tagger.Tag(t.Context(), d)
	return d
}

func parsed(t testing.TB, p *syntax.Parser, text string) hand {
	t.Helper()
	d := tagged(t, text)
	tree, err := p.Parse(context.Background(), d)
	require.NoError(t, err)
	return hand{d, tree}
}

// valid requires that each sentence is a projective tree with one root.
func valid(t testing.TB, d *whosaid.Document, tree *syntax.Tree) {
	t.Helper()
	require.Equal(t, len(d.Tokens), tree.Len())
	for _, s := range d.Sentences {
		roots := 0
		for i := s.FirstToken; i < s.EndToken; i++ {
			h := tree.Head(i)
			require.Equal(t, h < 0, tree.Relation(i) == syntax.Root, "token %d", i)
			if h < 0 {
				roots++
				first, end := tree.Subtree(i)
				require.Equal(t, []int{s.FirstToken, s.EndToken}, []int{first, end}, "all hangs on the root")
				continue
			}
			require.NotEqual(t, syntax.NoRelation, tree.Relation(i), "token %d", i)
			require.True(t, s.FirstToken <= h && h < s.EndToken, "token %d hangs on %d", i, h)
			first, end := tree.Subtree(i)
			require.False(t, first <= h && h < end, "token %d hangs on what hangs on it", i)
		}
		require.Equal(t, 1, roots)
		requireProjective(t, tree, s)
	}
}

// requireProjective: what hangs on a token fills its subtree, no more and no
// less.
func requireProjective(t testing.TB, tree *syntax.Tree, s whosaid.Sentence) {
	size := make([]int, s.EndToken-s.FirstToken)
	for i := s.FirstToken; i < s.EndToken; i++ {
		at := i
		for n := 0; n < 200 && at >= 0; n++ { // deeper ones are left out of the count
			size[at-s.FirstToken]++
			at = tree.Head(at)
		}
		if at >= 0 {
			return
		}
	}
	for i, n := range size {
		first, end := tree.Subtree(s.FirstToken + i)
		require.Equal(t, end-first, n, "token %d", s.FirstToken+i)
	}
}

func TestParse(t *testing.T) {
	t.Parallel()
	p := newParser(t)
	for _, c := range []struct{ name, text, dependent, head, relation string }{
		{"subject", "The mayor closed the bridge.", "mayor", "closed", "nsubj"},
		{"object", "The mayor closed the bridge.", "bridge", "closed", "obj"},
		{"root", "The mayor closed the bridge.", "closed", "", "root"},
		{"the stop", "The mayor closed the bridge.", ".", "closed", "punct"},
		{"passive", "The bridge was closed by the mayor.", "bridge", "closed", "nsubj:pass"},
		{"what is said", "The minister said that taxes would rise.", "rise", "said", "ccomp"},
		{"what is said, without that", "Officials said the plan failed.", "failed", "said", "ccomp"},
		{"infinitive", "They want to leave the city.", "leave", "want", "xcomp"},
		{"auxiliary", "She has left.", "has", "left", "aux"},
		{"possessor", "The city’s bridge is old.", "city", "bridge", "nmod:poss"},
		{"predicate", "The city’s bridge is old.", "is", "old", "cop"},
		{"relative clause", "The man who left was his brother.", "left", "man", "acl:relcl"},
		{"a participle beside the subject", "A man accused of killing a clerk told the jury so.", "man", "told", "nsubj"},
		{"participle", "A man accused of killing a clerk told the jury so.", "accused", "man", "acl"},
		{"joined nouns", "Bread and butter are cheap.", "butter", "Bread", "conj"},
		{"opening marks", "He said: “We won.”", "“", "won", "punct"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h := parsed(t, p, c.text)
			i := -1
			for k := range h.d.Tokens {
				if h.word(k) == c.dependent {
					i = k
				}
			}
			require.GreaterOrEqual(t, i, 0)
			require.Equal(t, []string{c.head, c.relation}, []string{h.word(h.tree.Head(i)), h.tree.Relation(i).String()})
		})
	}
}

// TestWalksOnParsedText: the view over what the parser makes.
func TestWalksOnParsedText(t *testing.T) {
	t.Parallel()
	h := parsed(t, newParser(t), "The minister did not say that the old bridge had been closed.")
	say, closed := 4, 11
	require.Equal(t, []string{"say", "closed"}, []string{h.word(say), h.word(closed)})
	require.Equal(t, "minister", h.word(h.tree.Subject(say)))
	require.Equal(t, "bridge", h.word(h.tree.Subject(closed)))
	require.True(t, h.tree.Passive(closed))
	first, end := h.tree.Clause(closed)
	require.Equal(t, "that the old bridge had been closed", h.d.Text[h.d.Tokens[first].Start:h.d.Tokens[end-1].End])
	v, ok := h.tree.Governor(1)
	require.True(t, ok)
	require.Equal(t, syntax.Verb{Head: say, Finite: 2, Modal: -1, Tense: syntax.Past, Negated: true}, v)
	v, ok = h.tree.Governor(8)
	require.True(t, ok)
	require.Equal(t, syntax.Verb{Head: closed, Finite: 9, Modal: -1, Tense: syntax.Past, Passive: true, Perfect: true}, v)
}

// TestValidOnHostileTexts: all texts have trees, whatever they are.
func TestValidOnHostileTexts(t *testing.T) {
	t.Parallel()
	p := newParser(t)
	for _, f := range hostile.Families() {
		t.Run(f.Name, func(t *testing.T) {
			t.Parallel()
			h := parsed(t, p, f.Make(3000))
			valid(t, h.d, h.tree)
			for i := range h.d.Tokens {
				h.tree.Subject(i)
				h.tree.Governor(i)
				first, end := h.tree.Clause(i)
				require.True(t, first <= i && i < end)
				first, end = h.tree.Phrase(i, syntax.AllParts)
				require.True(t, first <= i && i < end)
			}
		})
	}
}

// TestLongSentence: one of 10,000 words has a tree like any other.
func TestLongSentence(t *testing.T) {
	t.Parallel()
	h := parsed(t, newParser(t), strings.Repeat("the old bridge and ", 2500))
	valid(t, h.d, h.tree)
}

func TestParseDoesNotAllocatePerToken(t *testing.T) {
	p := newParser(t)
	d := tagged(t, strings.Repeat(article(t)+"\n\n", 4))
	require.Greater(t, len(d.Tokens), 1000)
	allocs := testing.AllocsPerRun(5, func() { _, _ = p.Parse(context.Background(), d) })
	require.Less(t, allocs, 40.0)
}

func TestParseEndsWithItsContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	tree, err := newParser(t).Parse(ctx, tagged(t, "She left."))
	require.ErrorIs(t, err, context.Canceled)
	require.Nil(t, tree)
}

func TestOpenRejectsDamage(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		file func(*model.Set) *[]byte
	}{
		{"moves", func(s *model.Set) *[]byte { return &s.Moves }},
		{"relations", func(s *model.Set) *[]byte { return &s.Relations }},
		{"clusters", func(s *model.Set) *[]byte { return &s.Clusters }},
	} {
		set := model.Parsing()
		*c.file(&set) = (*c.file(&set))[:1000]
		_, err := syntax.Open(set)
		require.ErrorIs(t, err, modelfile.ErrDamaged, c.name)
		set = model.Parsing()
		*c.file(&set) = model.Lists
		_, err = syntax.Open(set)
		require.ErrorIs(t, err, modelfile.ErrDamaged, c.name)
	}
}

// FuzzParse: any bytes have trees, the same each time.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"", "“", "She left.", "He said: “We won,” and left (in May).", "\xff . , - \u00ad", strings.Repeat("a, ", 300),
	} {
		f.Add(s)
	}
	p := newParser(f)
	f.Fuzz(func(t *testing.T, text string) {
		a, b := parsed(t, p, text), parsed(t, p, text)
		valid(t, a.d, a.tree)
		for i := range a.d.Tokens {
			require.Equal(t, a.tree.Head(i), b.tree.Head(i))
			require.Equal(t, a.tree.Relation(i), b.tree.Relation(i))
		}
	})
}

func article(tb testing.TB) string {
	tb.Helper()
	b, err := os.ReadFile("../../testdata/article.txt")
	require.NoError(tb, err)
	return string(b)
}

func BenchmarkParse(b *testing.B) {
	p := newParser(b)
	d := tagged(b, strings.Repeat(article(b)+"\n\n", 20))
	b.Run("articles-20", func(b *testing.B) {
		b.SetBytes(int64(len(d.Text)))
		b.ReportAllocs()
		for b.Loop() {
			if _, err := p.Parse(context.Background(), d); err != nil {
				b.Fatal(err)
			}
		}
	})
}
