package quote

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
)

// TestDocumentWords: which words behind a document tell who made it.
func TestDocumentWords(t *testing.T) {
	t.Parallel()
	words, err := builtinWords()
	require.NoError(t, err)
	// author reports whether the last word of a text, a name, is that of the author.
	author := func(text, tags string) bool {
		d := &whosaid.Document{Text: text, Entities: []whosaid.Entity{{ID: 1, Kind: whosaid.EntityPerson, Name: "Lee"}}}
		at := 0
		for i, tag := range strings.Fields(tags) {
			n := len(strings.Fields(text)[i])
			d.Tokens = append(d.Tokens, whosaid.Token{Span: whosaid.Span{Start: at, End: at + n}, Tag: tag})
			at += n + 1
		}
		d.Mentions = []whosaid.Mention{{Span: d.Tokens[len(d.Tokens)-1].Span, Entity: 1, Form: whosaid.MentionName}}
		b := newBuilder(d, &Attributor{words: words})
		return b.author(b.nounPhrase(whosaid.Span{End: len(text)}), d.Mentions) == 1
	}
	for _, w := range strings.Fields(`authored carried circulated compiled composed conducted done drafted drawn filed given issued leaked led made mailed
		penned posted prepared presented produced published put released sent shared signed submitted tweeted typed undertaken
		uploaded written`) {
		require.True(t, author("letter "+w+" by Lee", "NN VBN IN NNP"), w)
	}
	require.False(t, author("letter seen by Lee", "NN VBN IN NNP"))
	require.True(t, author("letter from Lee", "NN IN NNP"))
	require.False(t, author("letter about Lee", "NN IN NNP"))
	require.True(t, author("letter of Lee", "NN IN NNP"))
	for _, w := range strings.Fields(`account analysis audit book census chart examination image list log map photo photograph picture poll record register
		research review study summary survey test tests transcript video`) {
		require.False(t, author(w+" of Lee", "NN IN NNP"), w)
		require.True(t, author(w+" by Lee", "NN IN NNP"), w)
	}
}
