package quote

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
)

// TestKindWords: what a body is, behind its name, is no other body; what it has is.
func TestKindWords(t *testing.T) {
	t.Parallel()
	words, err := builtinWords()
	require.NoError(t, err)
	by := func(head string) whosaid.EntityID {
		d := &whosaid.Document{Text: "the Orbit " + head, Entities: []whosaid.Entity{{ID: 1, Kind: whosaid.EntityOrganization}}}
		for _, s := range [][2]int{{0, 3}, {4, 9}, {10, len(d.Text)}} {
			d.Tokens = append(d.Tokens, whosaid.Token{Span: whosaid.Span{Start: s[0], End: s[1]}, Tag: "NN"})
		}
		b := &builder{d: d, words: words}
		return b.bodyBefore(b.nounPhrase(whosaid.Span{End: len(d.Text)}), []whosaid.Mention{{Span: d.Tokens[1].Span, Entity: 1}})
	}
	const kinds = "airline alliance broadcaster chain charity daily label magazine militia movement newspaper party tabloid union weekly"
	for _, w := range strings.Fields(kinds) {
		require.Equal(t, whosaid.EntityID(1), by(w), w)
	}
	for _, w := range strings.Fields("plant panel lawyer page") {
		require.Zero(t, by(w), w)
	}
}

// TestPhraseWords: what the small words of a source say of whom it means.
func TestPhraseWords(t *testing.T) {
	t.Parallel()
	words, err := builtinWords()
	require.NoError(t, err)
	read := func(text string, tags ...string) phrase {
		d := &whosaid.Document{Text: text}
		at := 0
		for i, w := range strings.Fields(text) {
			d.Tokens = append(d.Tokens, whosaid.Token{Span: whosaid.Span{Start: at, End: at + len(w)}, Tag: tags[i]})
			at += len(w) + 1
		}
		b := &builder{d: d, words: words}
		return b.nounPhrase(whosaid.Span{End: len(text)})
	}
	for _, w := range strings.Fields("the this that these those his her its their") {
		require.True(t, read(w+" mayor", "DT", "NN").definite, w)
	}
	require.False(t, read("a mayor", "DT", "NN").definite)
	for _, w := range strings.Fields("they we their") {
		require.True(t, read(w, map[bool]string{true: "PRP$", false: "PRP"}[w == "their"]).plural, w)
	}
	require.False(t, read("she", "PRP").plural)
	for _, w := range strings.Fields("he she his her") {
		require.True(t, words.is(w, wPerson), w)
	}
	require.True(t, words.is("by", wAgent))
}
