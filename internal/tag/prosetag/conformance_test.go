package prosetag_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/jdkato/prose/v2"
	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/tag/prosetag"
)

// sentences are invented, to bring rare tags and odd tokens.
var sentences = []string{
	"The mayor, who had been warned twice, wouldn't say whether the bridge is safe.",
	"Shares of Orbit Labs fell 3.5 percent to $12.40 on Tuesday, their lowest since 2009.",
	"\"We'll never sell,\" she told reporters; \"there's nothing more to discuss.\"",
	"“It’s ours,” he said.",
	"He's the fastest runner of all, and she runs faster than him.",
	"To whom did they give it, and whose idea was that?",
	"Oh, well-known 40-year-old men run quickly up 1,200 stairs.",
	"NATO and the EU agreed that up to 20 members would be leaving in 2016-17.",
	"Write to ann@orbit.example or see http://orbit.example/news for more.",
	"There are # signs, 50% cuts (and brackets) here: a, b and c.",
}

// TestSameTagsAsProse tags sentences with prose and with ours: wherever both
// cut the same token, it has the same tag.
func TestSameTagsAsProse(t *testing.T) {
	t.Parallel()
	tagger, err := prosetag.New()
	require.NoError(t, err)
	first, err := prose.NewDocument("x", prose.WithExtraction(false))
	require.NoError(t, err)
	article, err := os.ReadFile("../../../testdata/article.txt")
	require.NoError(t, err)
	same, all := 0, 0
	for _, text := range append(split(string(article)), sentences...) {
		p, err := prose.NewDocument(text, prose.UsingModel(first.Model), prose.WithExtraction(false), prose.WithSegmentation(false))
		require.NoError(t, err)
		theirs := p.Tokens()
		ours := tagged(tagger, text)
		all += len(theirs)
		if len(ours) != len(theirs) {
			continue // cut otherwise: the neighbours differ
		}
		for i, o := range ours {
			if linkLike.MatchString(theirs[i].Text) {
				break // prose takes "3.5" and "Aliyun.com" for links, and what follows sees that
			}
			word := straight.Replace(text[o.Start:o.End])
			require.Equal(t, theirs[i].Text, word, text)
			require.Equal(t, theirs[i].Tag, o.Tag, "%q in %q", word, text)
			same++
		}
	}
	require.Greater(t, same, all/2, "too little was compared")
	t.Logf("%d of %d tokens compared", same, all)
}

// linkLike is what prose's pattern for links matches, near enough.
var linkLike = regexp.MustCompile(`[a-z0-9-][.][^\s]`)

// straight is what prose does to quotation marks.
var straight = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'")

// split gives the sentences of a text.
func split(text string) []string {
	_, sents := segment.Split(text)
	var out []string
	for _, s := range sents {
		out = append(out, text[s.Start:s.End])
	}
	return out
}

// tagged tags a text as one sentence, as prose does.
func tagged(tagger *prosetag.Tagger, text string) []whosaid.Token {
	d := &whosaid.Document{Text: text}
	d.Tokens, _ = segment.Split(text)
	d.Sentences = []whosaid.Sentence{{EndToken: len(d.Tokens)}}
	tagger.Tag(d)
	return d.Tokens
}
