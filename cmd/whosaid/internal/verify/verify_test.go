package verify

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/align"
	"github.com/whosaid/whosaid/extract"
)

const mill = `LUND, March 3 (Northern Wire) — The owner of the old paper mill said on Tuesday that it would not close this year.

“We will not sell the yard to anybody,” said Ann Lee, chief executive of Orbit Labs, which owns the mill. “Not this year, and not next year.”

Lee denied that the company had hired 300 temporary workers in January. “That is simply wrong,” she told reporters.

Tom Hale, the mayor of Lund, welcomed the news. “The mill,” he said, “is the heart of this town, and we would be lost without it.” Profits rose 5 percent last year, Hale said.

Police did not say whether “the gate was open” that night. A union official called the promise an old song. “They have told us many things before,” the official said.

The café's owner, Carl Berg, said he didn’t expect U.S. buyers before 2027.
`

// read makes the Document of a text.
func read(t testing.TB, text string) *whosaid.Document {
	t.Helper()
	x, err := extract.New()
	require.NoError(t, err)
	d, err := x.Extract(context.Background(), text)
	require.NoError(t, err)
	return d
}

func check(t testing.TB, answer string, sources ...string) []Finding {
	t.Helper()
	var list []*Source
	for _, s := range sources {
		list = append(list, &Source{Name: "mill.txt", URL: "https://example.com/mill", Document: read(t, s)})
	}
	out, err := Check(context.Background(), read(t, Plain(answer)), list)
	require.NoError(t, err)
	return out
}

// TestOtherWordsAtTheEnds of a quotation are shown with those in whose place they
// stand, and never with words outside of the sentence, or of the quotation.
func TestOtherWordsAtTheEnds(t *testing.T) {
	t.Parallel()
	const source = "“I wish there were,” said Ann Lee. “The yard will stay open.” Rain fell on the yard. Lee said that nobody would close the gate tonight. “We have no plan,” said Lee."
	for answer, want := range map[string]string{
		"“The yard'll stay open,” said Lee.":                            "The [-yard will] [+yard'll] stay open",
		"“We've no plan,” said Lee.":                                    "[-We have] [+We've] no plan",
		"“I wish there was,” said Lee.":                                 "I wish there [-were] [+was]",
		"“You wish there were,” said Lee.":                              "[-I] [+You] wish there were",
		"“A yard will stay open,” said Lee.":                            "[-The] [+A] yard will stay open",
		"“The yard will stay open today,” said Lee.":                    "The yard will stay open [+today]",
		"“So I wish there were,” said Lee.":                             "[+So] I wish there were",
		"Lee said that nobody would close the gate “now”, she said.":    "",
		"“Nobody would close the gate today,” said Lee.":                "Nobody would close the gate [-tonight] [+today]",
		"“Nobody would close the gate today or tomorrow,” said Lee.":    "Nobody would close the gate [-tonight] [+today or tomorrow]",
		"“And then nobody would close the gate tonight,” Ann Lee said.": "[+And then] nobody would close the gate tonight",
	} {
		var got []string
		for _, f := range check(t, answer, source) {
			for _, e := range f.Diff {
				sign := map[align.Op]string{align.Gone: "[-%s]", align.New: "[+%s]", align.Same: "%s"}[e.Op]
				got = append(got, fmt.Sprintf(sign, e.Words))
			}
		}
		require.Equal(t, want, strings.Join(got, " "), answer)
	}
}

func TestVerdicts(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		answer string
		want   Verdict
		reason string // part of it
	}{
		"verbatim":                         {"“We will not sell the yard to anybody,” said Ann Lee.", Verbatim, ""},
		"a short form of the name":         {"“We will not sell the yard to anybody,” said Lee.", Verbatim, ""},
		"other marks":                      {"\"We will not sell the yard to anybody\", Lee said.", Verbatim, ""},
		"spaces and lines":                 {"“We will not\n  sell the   yard to anybody,” said Lee.", Verbatim, ""},
		"a part, with another case":        {"Lee said the firm would “Not sell the yard.”", Verbatim, ""},
		"across a cue":                     {"“The mill is the heart of this town,” said Tom Hale.", Verbatim, ""},
		"an ellipsis":                      {"“The mill ... and we would be lost without it,” said Tom Hale.", Verbatim, ""},
		"an ellipsis in brackets":          {"“The mill […] and we would be lost without it,” said Tom Hale.", Verbatim, ""},
		"brackets":                         {"“[Orbit Labs] will not sell the yard to anybody,” said Lee.", Verbatim, ""},
		"a letter in brackets":             {"Hale said “[t]he mill is the heart of this town.”", Verbatim, ""},
		"emphasis":                         {"**Ann Lee** said: “We will *not* sell the yard.”", Verbatim, ""},
		"an apostrophe":                    {"It was “simply wrong,” the company’s Lee said.", Verbatim, ""},
		"of nobody":                        {"The phrase “the heart of this town” stayed.", Verbatim, ""},
		"by a role":                        {"“The mill is the heart of this town,” the mayor said.", Verbatim, ""},
		"a word replaced":                  {"“We will never sell the yard to anybody,” said Lee.", Altered, ""},
		"half of few words":                {"“That is so wrong of Lund,” said Lee.", Altered, ""},
		"half, of another speaker":         {"“That is so wrong of Lund,” said Tom Hale.", NotFound, ""},
		"a word left out":                  {"“We will sell the yard to anybody,” said Lee.", Altered, "one of them is negated"},
		"an ellipsis without its not":      {"“We will … sell the yard to anybody,” said Lee.", Altered, `leaves out "not"`},
		"spliced":                          {"“We will not sell the yard, and we would be lost without it,” said Lee.", Altered, "put together from 2 places"},
		"in another order":                 {"“Not this year … we will not sell the yard,” said Lee.", Altered, "another order"},
		"another speaker":                  {"“We will not sell the yard to anybody,” said Tom Hale.", OtherSpeaker, "Ann Lee"},
		"an unknown speaker":               {"“We will not sell the yard to anybody,” said Eva Holm.", OtherSpeaker, "Ann Lee"},
		"a name for a nameless one":        {"“They have told us many things before,” said Tom Hale.", OtherSpeaker, "union official"},
		"not said":                         {"The police said “the gate was open.”", Denied, ""},
		"not said, as told":                {"The police did not say whether “the gate was open.”", Verbatim, ""},
		"not marked there":                 {"“Profits rose 5 percent last year,” Hale said.", Unquoted, "outside quotation marks"},
		"not found":                        {"“The moon is made of green cheese,” Lee said.", NotFound, ""},
		"a title":                          {"She sang “Blue Hills” that night.", NotChecked, "title"},
		"indirect":                         {"Carl Berg said that he did not expect buyers from the U.S. before 2027.", Faithful, ""},
		"indirect, denied":                 {"Lee denied that the company had hired 300 workers in January.", Faithful, ""},
		"indirect, affirmed":               {"Lee said that the company had hired 300 temporary workers in January.", Denied, `"denied"`},
		"indirect, negated":                {"Carl Berg said that he expected U.S. buyers before 2027.", Denied, "negated"},
		"indirect, the opposite":           {"Profits fell 5 percent last year, Hale said.", Denied, `"fell" is the opposite of "rose"`},
		"indirect, negated in other words": {"Carl Berg said he failed to expect U.S. buyers before 2027.", NotChecked, "in other words"},
		"indirect, denied and negated":     {"Carl Berg denied that he expected U.S. buyers before 2027.", Faithful, ""},
		"by a document":                    {"The report says the company denied hiring 300 temporary workers in January.", NotChecked, ""},
		"an element of a list":             {"1. Tom Hale said profits rose 5 percent last year.", Faithful, ""},
		"indirect, the opposite of else":   {"Tom Hale said the bakery fell silent last year.", NotChecked, ""},
		"indirect, another number":         {"Lee denied that the company had hired 200 temporary workers in January.", Altered, "300"},
		"indirect, another speaker":        {"Profits rose 5 percent last year, Lee said.", OtherSpeaker, "Hale"},
		"indirect, an unknown one":         {"Eva Holm said that the moon was made of cheese.", NotFound, "Eva Holm"},
		"indirect, in other words":         {"Lee said the firm would keep its premises.", NotChecked, "other"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := check(t, c.answer, mill)
			require.NotEmpty(t, got)
			f := got[len(got)-1]
			require.Equal(t, c.want, f.Verdict, "%+v", got)
			require.Contains(t, f.Reason, c.reason)
			require.Equal(t, c.want != NotFound && c.want != NotChecked, len(f.Places) > 0 && f.Verdict != NotChecked, "%+v", f)
		})
	}
}

// TestStatements: what decides an indirect quote, and what leaves it open.
func TestStatements(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		source, answer string
		want           Verdict
		reason         string
	}{
		"no one":              {"Ann Lee said nobody had been told to leave the hall.", "Lee said that no one had been told to leave the hall.", Faithful, ""},
		"nothing, elsewhere":  {"Ann Lee said the firm had so far offered nothing to the crew.", "Lee said that the firm had offered the crew nothing so far.", Faithful, ""},
		"no longer":           {"Ann Lee said the firm no longer sold boats in Lund.", "Lee said that the firm sold boats in Lund.", Denied, "negated"},
		"an irregular verb":   {"Ann Lee said the firm had known of the fault since April.", "Lee said the firm knew of the fault since April.", Faithful, ""},
		"a number in words":   {"Ann Lee said inspectors had found two other defects.", "Lee said inspectors found 2 other defects.", Faithful, ""},
		"another number":      {"Ann Lee said inspectors had found two other defects.", "Lee said inspectors found three other defects.", Altered, "two defects, not three"},
		"another month":       {"Ann Lee said the town would pay until the end of June.", "Lee said the town would pay until the end of July.", Altered, "June, not July"},
		"another place":       {"Ann Lee said the firm would build a large new hall there in spring.", "Lee said the firm would build a large new hall in Malmo in spring.", NotChecked, `"Malmo"`},
		"a hope":              {"Ann Lee said she hopes the firm will cover half of the cost.", "Lee said the firm will cover half of the cost.", NotChecked, "hoped"},
		"a wish":              {"Ann Lee wants the firm to cover half of the cost.", "Lee said the firm covers half of the cost.", NotChecked, "wanted"},
		"a possibility, told": {"Ann Lee said the firm may cover half of the cost.", "Lee said the firm might cover half of the cost.", Faithful, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := check(t, c.answer, c.source)
			require.Len(t, got, 1)
			require.Equal(t, c.want, got[0].Verdict, "%+v", got)
			require.Contains(t, got[0].Reason, c.reason)
		})
	}
}

// TestLongCue: a speech that a long cue interrupts is one speaker's.
func TestLongCue(t *testing.T) {
	t.Parallel()
	f := check(t, "“I sleep in my car now. It is not funny at my age,” said Ann Lee.",
		"“I sleep in my car now,” said Ann Lee, a nurse who works at the hospital in the next town. “It is not funny at my age.”")
	require.Equal(t, []any{Verbatim, "", "Ann Lee"}, []any{f[0].Verdict, f[0].Reason, f[0].Places[0].Speaker})
}

// TestPlaces: a finding says where it stands, in the answer and in the source.
func TestPlaces(t *testing.T) {
	t.Parallel()
	answer := "Ärger?\n\n> Ja, “we will never sell the yard,” said Ann Lee.\n"
	f := check(t, answer, "Rain fell.", mill)[0]
	require.Equal(t, []any{Altered, Quotation, 3, 8}, []any{f.Verdict, f.Kind, f.Line, f.Column})
	require.Equal(t, "we will never sell the yard,", answer[f.Start:f.End])
	require.Equal(t, []Edit{{align.Same, "we will"}, {align.Gone, "not"}, {align.New, "never"}, {align.Same, "sell the yard"}}, f.Diff)
	p := f.Places[0]
	require.Equal(t, "We will not sell the yard", mill[p.Start:p.End])
	require.Equal(t, Place{Source: "mill.txt", URL: "https://example.com/mill", Start: p.Start, End: p.End, Words: "We will not sell the yard", Speaker: "Ann Lee",
		Cue: "said", Sentence: "“We will not sell the yard to anybody,” said Ann Lee, chief executive of Orbit Labs, which owns the mill."}, p)
}

// TestBestSource: what one source has of somebody else, another may have right.
func TestBestSource(t *testing.T) {
	t.Parallel()
	f := check(t, "“We will not sell the yard to anybody,” said Tom Hale.", mill, "“We will not sell the yard to anybody,” said Tom Hale on Friday.")
	require.Equal(t, Verbatim, f[0].Verdict)
}

// TestTwoOfOneSurname: a surname that two people share decides nothing.
func TestTwoOfOneSurname(t *testing.T) {
	t.Parallel()
	f := check(t, "“I was there,” Lee said.", "Ann Lee met Max Lee at noon. “I was there,” said Ann Lee.")
	require.Equal(t, Verbatim, f[0].Verdict)
	f = check(t, "“I was there,” Max Lee said.", "Ann Lee met Max Lee at noon. Lee left. “I was there,” said Ann Lee.")
	require.Equal(t, OtherSpeaker, f[0].Verdict, "the source tells them apart")
}

// TestItself: each text agrees with itself, however it is cut.
func TestItself(t *testing.T) {
	t.Parallel()
	for _, f := range check(t, mill, mill) {
		require.False(t, f.Verdict.Wrong(), "%+v", f)
	}
}

// TestAnyBytes: any answer and source is checked without a panic, and twice the same way.
func FuzzCheck(f *testing.F) {
	f.Add("“We … sell,” said Lee. [T]he “ “", mill)
	f.Add("[", "“a” \xff “")
	f.Add("\"...\" [\"] “[a]” (…)", "a a a a")
	x, err := extract.New()
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, answer, source string) {
		if len(answer)+len(source) > 4096 {
			return
		}
		a, err := x.Extract(context.Background(), Plain(answer))
		require.NoError(t, err)
		require.Len(t, a.Text, len(answer))
		s, err := x.Extract(context.Background(), source)
		require.NoError(t, err)
		first, err := Check(context.Background(), a, []*Source{{Document: s}})
		require.NoError(t, err)
		again, err := Check(context.Background(), a, []*Source{{Document: s}})
		require.NoError(t, err)
		require.Equal(t, first, again)
		for _, g := range first {
			require.True(t, 0 <= g.Start && g.Start < g.End && g.End <= len(answer))
			for _, p := range g.Places {
				require.True(t, 0 <= p.Start && p.Start < p.End && p.End <= len(source))
			}
		}
	})
}

func TestPlain(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"# A `b`":               "  A  b ",
		"> **a** *b* _c_":       "    a    b   c ",
		"- a\n12. b\n • c\n3.5": "  a\n    b\n     c\n3.5",
		"2 * 3, snake_case":     "2 * 3, snake_case",
		"[T]he [mayor] [1]":     "  The [mayor] [1]",
		"a[s] [É]mile [x] [":    "a[s]   Émile [x] [",
	} {
		require.Equal(t, want, Plain(in))
		require.Len(t, Plain(in), len(in))
	}
}

func TestTooMuchText(t *testing.T) {
	t.Parallel()
	big := &Source{Document: &whosaid.Document{Text: strings.Repeat("a", maxText+1)}}
	_, err := Check(context.Background(), read(t, "“We stay,” she said."), []*Source{big})
	require.ErrorIs(t, err, ErrTooMuch)
}

func TestWant(t *testing.T) {
	t.Parallel()
	list, err := Want(read(t, "“We will not sell the yard,” said Ann Lee."))
	require.NoError(t, err)
	require.Equal(t, []Wanted{{Phrase: strings.Fields("we will not sell the yard"), Any: []string{"sell", "yard"}, Names: []string{"Ann Lee"}}}, list)
}

// TestWordFiles: each word is of use, and the files are in order.
func TestWordFiles(t *testing.T) {
	t.Parallel()
	lex, err := lexiconOf()
	require.NoError(t, err)
	require.True(t, lex.negates("not") && lex.negates("don't") && !lex.negates("note"))
	require.True(t, lex.opposite("rose", "fell") && lex.opposite("falls", "rising") && !lex.opposite("rose", "rise") && !lex.opposite("rose", "yard"))
	require.Equal(t, wFunction, lex.classes["the"])
}

func TestTokens(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"Don’t—the U.S. won 1,000.5 % ($3)": "don't the u.s won 1000.5 % $ 3",
		"COVID-19's end.Next":               "covid 19's end next",
		"ﬁne Zoë":                           "fine zoë",
	} {
		var got []string
		for _, tok := range tokens(in, 0, len(in)) {
			got = append(got, tok.form)
		}
		require.Equal(t, want, strings.Join(got, " "))
	}
}
