package segment

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
)

// checkSplit requires what Split promises for any bytes.
func checkSplit(t *testing.T, text string) {
	t.Helper()
	toks, sents := Split(text)
	again, sentsAgain := Split(text)
	require.Equal(t, toks, again, "tokens differ from run to run")
	require.Equal(t, sents, sentsAgain, "sentences differ from run to run")

	d := whosaid.Document{Text: text, Tokens: toks, Sentences: sents}
	require.NoError(t, d.Validate())

	end, rebuilt := 0, strings.Builder{}
	for _, tok := range toks {
		requireBlank(t, text[end:tok.Start])
		require.False(t, isBlank(text[tok.Start:tok.End]), "blank token %q", text[tok.Start:tok.End])
		rebuilt.WriteString(text[end:tok.End])
		end = tok.End
	}
	requireBlank(t, text[end:])
	require.Equal(t, text, rebuilt.String()+text[end:])

	para := 0
	for i, s := range sents {
		require.Equal(t, toks[s.FirstToken].Start, s.Start)
		require.Equal(t, toks[s.EndToken-1].End, s.End)
		require.True(t, s.Paragraph == para || s.Paragraph == para+1, "paragraph %d after %d", s.Paragraph, para)
		para = s.Paragraph
		require.Contains(t, []whosaid.SentenceKind{whosaid.SentenceProse, whosaid.SentenceHeadline, whosaid.SentenceNote, whosaid.SentenceDateline, whosaid.SentenceByline}, s.Kind, "sentence %d", i)
	}
}

func isBlank(s string) bool {
	for i := 0; i < len(s); {
		c, n := classAt(s, i)
		if ref := reference(s, i); s[i] == '&' && ref.end > i {
			c, n = ref.class, ref.end-i
		}
		if c != space && c != invisible {
			return false
		}
		i += n
	}
	return true
}

func requireBlank(t *testing.T, s string) {
	t.Helper()
	require.True(t, isBlank(s), "%q lies outside tokens", s)
}

// seeds are texts of every kind that the splitter decides about.
var seeds = []string{
	"", " ", "\x00", "\ufeff", ".", "\"", "a", "\xff\xfe\xc3", "a\u0301\u0301", "\u202e\u202c",
	"BEIJING, Sept. 24 (Xinhua) -- The talks, \"long and hard,\" ended. He left.",
	"By Ann Lee\n\nMAYOR LEAVES TOWN\n\n[Special coverage]\n“It is over. We won,” she said.\r\nNext line\rlast",
	"1. One 2. Two 3) x (a) b • c ⁃ d *** ----- ==== ... . . . . … ?! :-) 👍🏽",
	"U.S.-China co-op's don't can't I'd've ''x'' ``y`` 'z' ‘q’ «r» $.50 US$5 1,000.5 http://a.b/c?d=e, x@y.zz &#8217;s &nbsp; &#1; <b>t</b> <",
	"He said (the son. Not the father.) that \"Stop! Thief!\" was heard.[1] 2 Then",
	"line one of a text that was wrapped by hand at some width or\nother so that each line is about as long as the one before\nit, which the splitter has to see to join them again into a\nparagraph.",
}

func FuzzSplit(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<16 {
			t.Skip()
		}
		checkSplit(t, text)
	})
}

func TestSplitPromises(t *testing.T) {
	t.Parallel()
	for _, s := range seeds {
		checkSplit(t, s)
	}
	// All pairs of seeds, and every cut of every seed, valid UTF-8 or not.
	for _, a := range seeds {
		for _, b := range seeds {
			checkSplit(t, a+b)
		}
		for i := range len(a) {
			checkSplit(t, a[i:])
			checkSplit(t, a[:i])
		}
	}
}

func TestSplitOnEachRune(t *testing.T) {
	t.Parallel()
	for r := rune(0); r < 0x3100; r++ {
		checkRune(t, r)
	}
	for r := rune(0xFB00); r < 0x10000; r++ {
		checkRune(t, r)
	}
}

func checkRune(t *testing.T, r rune) {
	t.Helper()
	if !utf8.ValidRune(r) {
		return
	}
	text := "a" + string(r) + "b. " + string(r) + " C"
	toks, sents := Split(text)
	d := whosaid.Document{Text: text, Tokens: toks, Sentences: sents}
	require.NoError(t, d.Validate(), "%U", r)
	end := 0
	for _, tok := range toks {
		require.True(t, isBlank(text[end:tok.Start]), "%U", r)
		end = tok.End
	}
}
