// Package markup makes documents for tests of words with their tags, so that a
// test of one stage depends on no other.
package markup

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
)

// Document makes a document of words with their tags, "Lee/NNP said/VBD", a
// sentence a line; "*" before a word says that it is part of a person's name.
// It depends on no other stage.
func Document(text string) *whosaid.Document {
	d := &whosaid.Document{Entities: []whosaid.Entity{{ID: 1, Kind: whosaid.EntityPerson, Name: "Ann Lee"}}}
	var b strings.Builder
	for n, line := range strings.Split(text, "\n") {
		if n > 0 {
			b.WriteString("\n\n")
		}
		s := whosaid.Sentence{Span: whosaid.Span{Start: b.Len()}, FirstToken: len(d.Tokens), Paragraph: n}
		for i, f := range strings.Fields(line) {
			if i > 0 {
				b.WriteByte(' ')
			}
			at := strings.LastIndexByte(f, '/')
			word, isName := strings.CutPrefix(f[:at], "*")
			span := whosaid.Span{Start: b.Len(), End: b.Len() + len(word)}
			b.WriteString(word)
			d.Tokens = append(d.Tokens, whosaid.Token{Span: span, Tag: f[at+1:]})
			if isName {
				d.Entities[0].Mentions = append(d.Entities[0].Mentions, len(d.Mentions))
				d.Mentions = append(d.Mentions, whosaid.Mention{Span: span, Entity: 1, Form: whosaid.MentionName})
			}
		}
		s.End, s.EndToken = b.Len(), len(d.Tokens)
		d.Sentences = append(d.Sentences, s)
	}
	d.Text = b.String()
	return d
}

// Span is where the words stand in d.
func Span(t testing.TB, d *whosaid.Document, words string) whosaid.Span {
	t.Helper()
	at := strings.Index(d.Text, words)
	require.GreaterOrEqual(t, at, 0, words)
	return whosaid.Span{Start: at, End: at + len(words)}
}
