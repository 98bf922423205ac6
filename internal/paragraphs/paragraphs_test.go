package paragraphs

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/segment"
)

// long is a document of n paragraphs, each with a name and a date.
func long(n int) *whosaid.Document {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Ann Lee left on Tuesday. It was late, they said in the town of number %d.\n\n", i)
	}
	d := &whosaid.Document{Text: b.String(), Entities: []whosaid.Entity{{ID: 1}}}
	d.Tokens, d.Sentences = segment.Split(d.Text)
	for at := 0; at < len(d.Text); {
		i := strings.Index(d.Text[at:], "Ann Lee")
		if i < 0 {
			break
		}
		at += i
		d.Mentions = append(d.Mentions, whosaid.Mention{Span: whosaid.Span{Start: at, End: at + 7}, Entity: 1})
		d.Dates = append(d.Dates, whosaid.Date{Span: whosaid.Span{Start: at + 16, End: at + 23}})
		at += 7
	}
	return d
}

func TestPartsAreTheWhole(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		d     *whosaid.Document
		ends  func(sentence, tokens int) bool
		parts int
	}{
		"empty":         {new(whosaid.Document), nil, 0},
		"short":         {long(3), nil, 1},
		"long":          {long(2000), func(int, int) bool { return true }, 5},
		"never allowed": {long(2000), func(int, int) bool { return false }, 1},
		"now and then":  {long(2000), func(s, _ int) bool { return s%300 == 0 }, 5},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var c Cutter
			c.Start(tc.d, tc.ends)
			parts, sentences, tokens, mentions, dates := 0, 0, 0, 0, 0
			for ; c.Next(); parts++ {
				p := &c.Doc
				require.Equal(t, sentences, c.First)
				require.Equal(t, tc.d.Tokens[tokens], p.Tokens[0])
				require.Equal(t, tc.d.Sentences[sentences].Span, p.Sentences[0].Span)
				require.Equal(t, 0, p.Sentences[0].FirstToken)
				require.Equal(t, len(p.Tokens), p.Sentences[len(p.Sentences)-1].EndToken)
				for i := range p.Mentions {
					require.Equal(t, "Ann Lee", p.Slice(p.Mentions[i].Span))
					require.Equal(t, "Tuesday", p.Slice(p.Dates[i].Span))
				}
				sentences, tokens, mentions, dates = sentences+len(p.Sentences), tokens+len(p.Tokens), mentions+len(p.Mentions), dates+len(p.Dates)
			}
			c.Release()
			require.Equal(t, tc.parts, parts)
			require.Equal(t, len(tc.d.Sentences), sentences)
			require.Equal(t, len(tc.d.Tokens), tokens)
			require.Equal(t, len(tc.d.Mentions), mentions)
			require.Equal(t, len(tc.d.Dates), dates)
		})
	}
}
