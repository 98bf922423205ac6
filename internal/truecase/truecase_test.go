package truecase_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/truecase"
)

func document(text string) *whosaid.Document {
	toks, sents := segment.Split(text)
	return &whosaid.Document{Text: text, Tokens: toks, Sentences: sents}
}

func table(tb testing.TB) *truecase.Table {
	tb.Helper()
	t, err := truecase.New()
	require.NoError(tb, err)
	return t
}

// firstLine is the first sentence of text with its words in their forms.
func firstLine(tb testing.TB, text string) string {
	d := document(text)
	forms := table(tb).Forms(tb.Context(), d)
	var out []string
	for k := range d.Tokens[:d.Sentences[0].EndToken] {
		w := d.Slice(d.Tokens[k].Span)
		if f, ok := forms[k]; ok {
			w = f
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

func TestForms(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"capitals", "JAPAN ORDERS WORKERS TO LEAVE\n\nThe order came late.", "Japan orders workers to leave"},
		{"Title Case", "Police Arrest Three Men in Toronto After Chase\n\nThey ran.", "police arrest three men in Toronto after chase"},
		{"the text knows the name", "BEAN WINS AGAIN\n\nThe prize went to Ann Bean. It was Bean who led.", "Bean wins again"},
		{"the text knows that it is none", "Galvex Prices Fall Again in Ohio\n\nA galvex costs less. Each galvex is new.", "galvex prices fall again in Ohio"},
		{"a capital by itself", "WHAT I SAW AT SEA\n\nHe wrote i and i again.", "what I saw at sea"},
		{"names of two common words", "WHITE HOUSE REJECTS THE PLAN\n\nNo reason was given.", "White House rejects the plan"},
		{"a name of two words that the text holds", "Green Hand Buys Rival\n\nA hand of the Green Hand said so. Green paint, a hand.", "Green Hand buys rival"},
		{"acronyms stay in Title Case", "NATO Sends Ships to the Gulf\n\nThree of them.", "NATO sends ships to the Gulf"},
		{"acronyms in capitals", "FBI ARRESTS MAN IN TEXAS\n\nHe was there.", "FBI arrests man in Texas"},
		{"clitics and initials", "MAYOR'S AIDE DIDN'T KNOW J. ROE\n\nSo he said.", "mayor 's aide did n't know J. Roe"},
		{"prefixes of names", "O'MALLEY AND MCNULTY LEAVE THE COMPANY\n\nToday.", "O'Malley and McNulty leave the company"},
		{"compounds", "LONG-TERM PLAN FAILS BADLY\n\nToday.", "long-term plan fails badly"},
		{"running text is left alone", "Ann Lee left the Bank of Japan.\n\nToday.", "Ann Lee left the Bank of Japan ."},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, c.want, firstLine(t, c.text))
		})
	}
}

// TestAffixes: what an unknown word begins or ends with shows its case. No affix
// may be lost.
func TestAffixes(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("testdata/words.txt")
	require.NoError(t, err)
	kind, n := "", 0
	for affix := range strings.FieldsSeq(string(b)) {
		if name, ok := strings.CutSuffix(affix, ":"); ok {
			kind = name
			continue
		}
		n++
		in, want := "ZORKZORK"+strings.ToUpper(affix), "zorkzork"+affix
		if kind == "prefix" {
			in, want = strings.ToUpper(affix)+"ZORKZORK", strings.ToUpper(affix[:1])+affix[1:]+"Zorkzork"
		}
		require.Equal(t, want+" wins again", firstLine(t, in+" WINS AGAIN\n\nToday."), affix)
	}
	require.Equal(t, 33, n)
	require.Equal(t, "Zorkzorkment wins again", firstLine(t, "ZORKZORKMENT WINS AGAIN\n\nToday."))
}

// TestHeadlines: capitals of other sentences stay.
func TestHeadlines(t *testing.T) {
	t.Parallel()
	d := document("JAPAN ORDERS WORKERS TO LEAVE\n\nThe order came late. NO PART OF THIS MAY BE SOLD.")
	require.Equal(t, map[int]string{0: "Japan", 1: "orders", 2: "workers", 3: "to", 4: "leave"}, table(t).Headlines(t.Context(), d))
	require.Greater(t, len(table(t).Forms(t.Context(), d)), 5)
}

func TestOpenRejects(t *testing.T) {
	t.Parallel()
	_, err := truecase.Open(truecase.Encode([]string{"b", "a", "b"}, []string{"c"}, [][2]string{{"d", "e"}}))
	require.NoError(t, err)
	form := modelfile.Form{Kind: modelfile.Case, Version: 1, Sections: []string{"lower", "acronyms", "pairs"}}
	_, err = truecase.Open(form.Write(nil, []byte{1, 0, 0, 0, 1, 0, 0, 0}, nil))
	require.ErrorContains(t, err, `section "acronyms": hash 1 is not above the one before`)
	_, err = truecase.Open(form.Write(nil, nil, []byte{1, 2, 3}))
	require.ErrorContains(t, err, `section "pairs": 3 bytes`)
}

func TestNothingToDo(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "\xff", "The mayor left. She is in Lima.", "a\nb\nc"} {
		require.Nil(t, table(t).Forms(t.Context(), document(text)))
	}
}

// FuzzForms: forms are of tokens, are written otherwise, and are the same on
// each call.
func FuzzForms(f *testing.F) {
	f.Add("JAPAN ORDERS\n\nThe order.")
	f.Add("Ǆ İI ß\n\nÀ \xff' MC O' D’Ǆ-")
	table := table(f)
	f.Fuzz(func(t *testing.T, text string) {
		d := document(text)
		forms := table.Forms(t.Context(), d)
		require.Equal(t, forms, table.Forms(t.Context(), d))
		for k, form := range forms {
			require.NotEqual(t, form, d.Slice(d.Tokens[k].Span))
			require.NotEmpty(t, form)
		}
	})
}

func ExampleTable_Forms() {
	table, err := truecase.New()
	if err != nil {
		panic(err)
	}
	d := document("BANK OF JAPAN HOLDS RATES\n\nThe bank acted alone. It was not the only one.")
	forms := table.Forms(context.Background(), d)
	for k := range d.Tokens {
		if form, ok := forms[k]; ok {
			fmt.Print(d.Slice(d.Tokens[k].Span), "→", form, " ")
		}
	}
	// Output: BANK→Bank OF→of JAPAN→Japan HOLDS→holds RATES→rates
}

func BenchmarkForms(b *testing.B) {
	d := document(strings.Repeat("BANK OF JAPAN HOLDS RATES AGAIN\n\nThe bank acted alone. It was not the only one, said Ann Lee.\n\n", 1000))
	table := table(b)
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		table.Forms(b.Context(), d)
	}
}
