package syntax_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/syntax"
)

// treeFrom reads words with head and relation, "Lee:2:nsubj", heads counted from 1.
func treeFrom(t *testing.T, s string) (*syntax.Tree, func(word string) int) {
	t.Helper()
	d := &whosaid.Document{}
	var words []string
	var heads []int32
	var relations []syntax.Relation
	for _, f := range strings.Fields(s) {
		parts := strings.Split(f, ":")
		require.GreaterOrEqual(t, len(parts), 3, f)
		head := int32(0)
		for _, c := range parts[1] {
			head = 10*head + c - '0'
		}
		words, heads = append(words, parts[0]), append(heads, head-1)
		relations = append(relations, syntax.RelationOf(strings.Join(parts[2:], ":")))
		d.Tokens = append(d.Tokens, whosaid.Token{Span: whosaid.Span{Start: len(d.Text), End: len(d.Text) + len(parts[0])}})
		d.Text += parts[0] + " "
	}
	return syntax.NewTree(d, heads, relations), func(word string) int { return slices.Index(words, word) }
}

// speech is "Ann and Bo told her brother that he left when Kim , who fell , called".
const speech = "Ann:4:nsubj and:3:cc Bo:1:conj told:0:root her:6:nmod:poss brother:4:obj that:9:mark he:9:nsubj left:4:ccomp " +
	"when:16:mark Kim:16:nsubj ,:14:punct who:14:nsubj fell:11:acl:relcl ,:14:punct called:9:advcl"

func TestArgumentOf(t *testing.T) {
	t.Parallel()
	tree, at := treeFrom(t, speech)
	for word, want := range map[string]syntax.Argument{
		"Ann": syntax.Subject, "Bo": syntax.Subject, "told": syntax.Top, "her": syntax.Possessor, "brother": syntax.Object,
		"he": syntax.Subject, "that": syntax.OtherArgument, "left": syntax.OtherArgument,
	} {
		require.Equal(t, want, tree.ArgumentOf(at(word)), word)
	}
	tree, at = treeFrom(t, "a:7:nsubj b:1:conj c:2:conj d:3:conj e:4:conj ,:1:punct ran:0:root to:9:case York:7:obl")
	require.Equal(t, syntax.Subject, tree.ArgumentOf(at("d")))
	require.Equal(t, syntax.Joined, tree.ArgumentOf(at("e")))
	require.Equal(t, syntax.Oblique, tree.ArgumentOf(at("York")))
}

func TestClauses(t *testing.T) {
	t.Parallel()
	tree, at := treeFrom(t, speech)
	for word, want := range map[string]string{"Ann": "told", "her": "told", "he": "left", "Kim": "called", "who": "fell", "told": "told"} {
		require.Equal(t, at(want), tree.ClauseOf(at(word)), word)
	}
	for _, c := range []struct {
		from, to string
		want     syntax.Link
	}{
		{"told", "told", syntax.Within},
		{"left", "told", syntax.InSpeech},
		{"told", "left", syntax.AroundSpeech},
		{"called", "left", syntax.InAdverbial},
		{"called", "told", syntax.InSpeech},
		{"left", "called", syntax.AroundAdverbial},
		{"called", "fell", syntax.AroundOther},
		{"fell", "Kim", syntax.OtherLink},
		{"Kim", "fell", syntax.AroundRelative},
		{"Ann", "Kim", syntax.OtherLink},
	} {
		require.Equal(t, c.want, tree.LinkOf(at(c.from), at(c.to)), "%s from %s", c.from, c.to)
	}
	require.Equal(t, syntax.MainClause, tree.KindOf(at("told")))
	require.Equal(t, syntax.OtherClause, tree.KindOf(at("left")))
	tree, at = treeFrom(t, "He:2:nsubj came:0:root and:4:cc left:2:conj ,:6:punct hoping:4:xcomp")
	require.Equal(t, syntax.JoinedClause, tree.KindOf(at("left")))
	require.Equal(t, syntax.JoinedTo, tree.LinkOf(at("left"), at("came")))
	require.Equal(t, syntax.InInfinitive, tree.LinkOf(at("hoping"), at("left")))
	tree, at = treeFrom(t, "He:2:nsubj left:0:root ,:5:punct she:5:nsubj said:2:parataxis")
	require.Equal(t, syntax.BesideSpeech, tree.LinkOf(at("said"), at("left")))
}

func TestTopOf(t *testing.T) {
	t.Parallel()
	tree, at := treeFrom(t, speech)
	require.Equal(t, at("brother"), tree.TopOf(at("her"), at("that")))
	require.Equal(t, at("Ann"), tree.TopOf(at("Ann"), at("told")))
	require.Equal(t, at("fell"), tree.TopOf(at(","), at("called")))
}

// TestTreeOf: the grammar that a document has gives the tree that made it.
func TestTreeOf(t *testing.T) {
	t.Parallel()
	tree, _ := treeFrom(t, speech)
	d := &whosaid.Document{Tokens: make([]whosaid.Token, tree.Len())}
	for i := range tree.Len() {
		d.Syntax = append(d.Syntax, whosaid.Dependency{Head: tree.Head(i), Relation: tree.Relation(i).String()})
	}
	again := syntax.TreeOf(d)
	for i := range tree.Len() {
		require.Equal(t, tree.Head(i), again.Head(i))
		require.Equal(t, tree.Relation(i), again.Relation(i))
	}
}
