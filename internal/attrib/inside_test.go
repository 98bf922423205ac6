package attrib

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/tag"
)

// analysed is a text on which nothing has been judged yet.
func analysed(t *testing.T, tagger *tag.Tagger, text string) *analysis {
	t.Helper()
	d := &whosaid.Document{Text: text}
	d.Tokens, d.Sentences = segment.Split(d.Text)
	tagger.Tag(context.Background(), d)
	a := new(analysis)
	a.analyse(d, builtIn(t))
	return a
}

// TestInterior: the words inside the quotations that may hold an attribution are
// a document with spans of the whole one.
func TestInterior(t *testing.T) {
	t.Parallel()
	tagger, err := tag.New()
	require.NoError(t, err)
	for name, tc := range map[string]struct {
		text string
		want []string // its sentences
	}{
		"none":              {"Ann Lee said she would wait.", nil},
		"no cue":            {"“It was very cold there,” Ann Lee said.", nil},
		"too short":         {"“He said” Ann Lee began.", nil},
		"one":               {"“He said he was cold,” Ann Lee recalled.", []string{"He said he was cold,"}},
		"sentences":         {"“He said he was cold. I was not,” Ann Lee recalled.", []string{"He said he was cold.", "I was not,"}},
		"marks in marks":    {"“He said, ‘I am cold,’ and left,” Ann Lee recalled.", []string{"He said, ‘I am cold,’ and left,"}},
		"two":               {"“He said no.” Then: “She said he lied.”", []string{"He said no.", "She said he lied."}},
		"one without a cue": {"“It was cold.” Then: “She said he lied.”", []string{"She said he lied."}},
		"not closed":        {"“He said he was cold.\n\nThe end.", []string{"He said he was cold."}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := analysed(t, tagger, tc.text)
			d := a.d
			in := a.interior(nil)
			if tc.want == nil {
				require.Nil(t, in)
				return
			}
			var got []string
			next := 0
			for i, s := range in.Sentences {
				got = append(got, d.Slice(s.Span))
				require.Equal(t, next, s.FirstToken)
				next = s.EndToken
				require.Equal(t, s.Start, in.Tokens[s.FirstToken].Start)
				require.Equal(t, s.End, in.Tokens[s.EndToken-1].End)
				require.Equal(t, i > 0 && name == "sentences", i > 0 && in.Sentences[i-1].Paragraph == s.Paragraph)
			}
			require.Len(t, in.Tokens, next)
			require.Equal(t, tc.want, got)
		})
	}
}

// TestInteriorOfFrames: a piece of content is laid out whole, with the quotations
// in it; one that is a quotation alone, without its marks.
func TestInteriorOfFrames(t *testing.T) {
	t.Parallel()
	tagger, err := tag.New()
	require.NoError(t, err)
	for name, tc := range map[string]struct {
		text    string
		content []string
		want    []string
	}{
		"indirect":    {"Ann Lee said he told them it was cold.", []string{"he told them it was cold"}, []string{"he told them it was cold"}},
		"mixed":       {"Ann Lee said he said “it was cold”.", []string{"he said “it was cold”"}, []string{"he said “it was cold”"}},
		"direct":      {"“He said it was cold,” Ann Lee said.", []string{"“He said it was cold,”"}, []string{"He said it was cold,"}},
		"two pieces":  {"He said no, she said, but they told him to go.", []string{"He said no", "but they told him to go"}, []string{"He said no", "but they told him to go"}},
		"no cue":      {"Ann Lee said it was cold.", []string{"it was cold"}, nil},
		"and another": {"She said he lied. “He said no.”", []string{"he lied"}, []string{"He said no."}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := analysed(t, tagger, tc.text)
			d := a.d
			var f Frame
			for _, words := range tc.content {
				s := whosaid.Span{Start: strings.Index(tc.text, words)}
				s.End = s.Start + len(words)
				first := slices.IndexFunc(a.units, func(u unit) bool { return d.Tokens[u.first].Start == s.Start })
				end := 1 + slices.IndexFunc(a.units, func(u unit) bool { return d.Tokens[u.end-1].End == s.End })
				f.Content = append(f.Content, a.pieceOf(first, end))
			}
			var got []string
			if in := a.interior([]Frame{f}); in != nil {
				for _, s := range in.Sentences {
					got = append(got, d.Slice(s.Span))
				}
			}
			require.Equal(t, tc.want, got)
		})
	}
}
