package segment

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRules: a text of each kind that splitters are known to fail at, with
// "¦" where a sentence ends and the next begins.
func TestRules(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ kind, text string }{
		{"period", "The council met. ¦ It was late."},
		{"question mark", "Who paid for it? ¦ Nobody knows."},
		{"exclamation mark", "There they are! ¦ We saw them."},
		{"initial", "The prize went to Rosa T. Vale."},
		{"small one-letter abbreviation", "The map is on p. 31 of the report."},
		{"small abbreviation in the middle", "Were Wu and co. told of it?"},
		{"capitalized abbreviation in the middle", "The firm of Orr, Vale & Co. paid at noon."},
		{"small abbreviation at the end", "We called Wu and co. ¦ They had left."},
		{"capitalized abbreviation at the end", "It was sold to Orr, Vale & Co. ¦ It shut at noon."},
		{"title before a name", "They climbed Mt. Elbrus in May."},
		{"saint", "They met at St. Anne Church yesterday."},
		{"abbreviation with a possessive", "That is JFK Jr.'s boat."},
		{"letters with dots in the middle", "She came by the I.C.C. and went home."},
		{"letters with dots at the end", "They work in the E.U. ¦ How about that?"},
		{"country at the end", "We live in the U.S. ¦ And you?"},
		{"country before a name", "He works for the U.S. Treasury here."},
		{"country with a possessive", "They lived in the U.S. for ten years."},
		{"time of day", "At 6 a.m. Mr. Orr goes to the mill. ¦ He leaves the mill at 7 P.M. ¦ Mr. Orr then sleeps."},
		{"decimal", "She has $200.00 in her bag."},
		{"decimal at the end", "She has $200.00. ¦ It is in her bag."},
		{"brackets inside", "He teaches chess (he played for 20 years, and won 500,000 games.) at a school."},
		{"e-mail address", "The address is ann.lee@orbit.example.com. ¦ I sent two letters."},
		{"web address", "The site is https://www.orbit.com/a.b.html?x=1.2. ¦ Please look at it."},
		{"single quotation inside", "She turned to him, 'This is good.' she said."},
		{"double quotation inside", "She turned to him, \"This is good.\" she said."},
		{"double quotation at the end", "She turned to him, \"This is good.\" ¦ He held up the cup."},
		{"two exclamation marks", "Hurry!! ¦ The bus left."},
		{"two question marks", "Hurry?? ¦ Who says so?"},
		{"exclamation and question mark", "Hurry!? ¦ Is it that late?"},
		{"question and exclamation mark", "Hurry?! ¦ Is it that late?"},
		{"list with dot and bracket, no stops", "1.) The first thing ¦ 2.) The second thing"},
		{"list with dot and bracket", "1.) The first thing. ¦ 2.) The second thing."},
		{"list with bracket, no stops", "1) The first thing ¦ 2) The second thing"},
		{"list with bracket", "1) The first thing. ¦ 2) The second thing."},
		{"list with dot, no stops", "1. The first thing ¦ 2. The second thing"},
		{"list with dot", "1. The first thing. ¦ 2. The second thing."},
		{"list with bullets", "• 9. The first thing ¦ • 10. The second thing"},
		{"list with hyphen bullets", "⁃9. The first thing ¦ ⁃10. The second thing"},
		{"list with letters", "a. The first thing ¦ b. The second thing ¦ c. The third list thing"},
		{"list on lines", "lists\n ¦ one thing\n ¦ another thing\n"},
		{"coordinates", "You find it at N°. 1026.253.553. ¦ That is the well."},
		{"name with an exclamation mark", "She works at Yahoo! in the office for maps."},
		{"I at the end", "We go down the road, my son and I. ¦ It was an old tale by Ann I. Vale."},
		{"ellipsis at the end of a quotation", "“He makes such charges . . .” said Orr."},
		{"ellipsis in brackets", "\"It spread from the rule [...] to rhyme, and so on [...] as a whole.\" ¦ (Orr, 9)"},
		{"ellipsis at the end", "If words are left out at the end . . . . ¦ Next sentence."},
		{"ellipsis without spaces at the end", "I never meant that.... ¦ She left the mill."},
		{"ellipsis inside", "I was not sure... and then I ... well, I left."},
		{"four dots", "One further bridge . . . . ¦ The practice was not given up. . . ."},
	} {
		t.Run(c.kind, func(t *testing.T) {
			t.Parallel()
			requireCut(t, c.text)
		})
	}
}

// requireCut requires that the text without its " ¦ " is cut just there.
func requireCut(t *testing.T, marked string) {
	t.Helper()
	text := strings.ReplaceAll(marked, " ¦ ", " ")
	text = strings.ReplaceAll(text, "\n ", "\n")
	var want []string
	for _, s := range strings.Split(marked, " ¦ ") {
		want = append(want, strings.TrimSpace(s))
	}
	require.Equal(t, want, cut(text))
}

// TestRulesNotMet: what the well-known rules ask for and a library with
// offsets into the caller's text cannot give, since a sentence is a stretch
// of that text. The boundaries are those of the rule; the words are not.
func TestRulesNotMet(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind, reason, text string
		want               []string
	}{
		{"a line cut off in a PDF", "the rule wants a space for the line end", "This is a line that was cut\noff in the middle by the page.",
			[]string{"This is a line that was cut\noff in the middle by the page."}},
		{"a stray line end after a space", "the rule wants it gone", "It was a wet \nnight in the port.", []string{"It was a wet \nnight in the port."}},
		{"a stop on a line of its own", "the rule wants it glued to the word", "Call us about the price\n.\n\nOther News", []string{"Call us about the price\n.", "Other News"}},
		{"several spaces", "the rule wants one", "Take  out   the spaces.", []string{"Take  out   the spaces."}},
		{"rows of dots", "the rule wants them gone", "Take the dots........out.", []string{"Take the dots........out."}},
		{"HTML tags", "the rule wants them gone; here each is a token of the sentence it touches", "<p>It is here.</p>\n<p>It is <b>not</b>.</p>",
			[]string{"<p>It is here.</p>", "<p>It is <b>not</b>.</p>"}},
		{"letters in a column", "the rule wants a word", "N\nE\nWS", []string{"N\nE\nWS"}},
		{"a quotation of several sentences", "the rule wants one sentence; the sentences inside are given, and its span is found by package quotes",
			"\"Stay here! The road is shut. Nobody leaves,\" she said.", []string{"\"Stay here!", "The road is shut.", "Nobody leaves,\" she said."}},
		{"the number of a page", "the rule wants it gone", "Introduction\n\n3\n\nThe mill is old.", []string{"Introduction", "3", "The mill is old."}},
	} {
		t.Run(c.kind+": "+c.reason, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, c.want, cut(c.text))
		})
	}
}

// TestNews: what the layout and the marks of news are hard in.
func TestNews(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ kind, text string }{
		{"unknown abbreviation", "The unit weighed 40 kgs. net in May. ¦ It was sold."},
		{"rank and initials", "Lt. Col. J. R. Moe met Brig. Gen. A. B. Coe. ¦ They left."},
		{"secretary of a country", "The U.S. Secretary of State left the U.S. ¦ The talks failed."},
		{"country before a company", "U.S. Steel Corp. shares fell. ¦ So did those of Vale Inc."},
		{"no. before a number", "He was No. 3 at the firm. ¦ She said no. ¦ Then she left."},
		{"month before a day", "It opens on Jan. 5 and shuts on Sept. 30. ¦ Entry is free."},
		{"state after a city", "She flew to Tampa, Fla., on Friday. ¦ He stayed in Gary, Ind. ¦ The rest left."},
		{"decimal at the start of a line", "Growth was 2.5 percent. ¦ 3.1 percent had been hoped for."},
		{"stop inside the closing mark", "“We lost.” ¦ He left. ¦ “We won.” ¦ She stayed."},
		{"stop outside the closing mark", "He called it “a loss”. ¦ She called it 'a win'. ¦ Both left."},
		{"stop inside brackets", "He left. ¦ (She stayed.) ¦ They met again."},
		{"quotation of several sentences", "“We lost. ¦ It hurts. ¦ We will be back,” said Orr."},
		{"question inside a quotation", "“Who paid?” she asked. ¦ “Who knows?” said Orr."},
		{"name after a quoted question", "“Who paid?” Orr asked. ¦ “Nobody!” Ann Lee said."},
		{"spaced ellipsis", "It was late . . . and dark. ¦ She had . . . Ann with her."},
		{"straight marks with spaces on both sides", "They said: \" We won. \" ¦ Then they left."},
		{"dash before the closing mark", "“But I only—” ¦ He left the room."},
		{"dialogue dashes", "– Where is he?\n ¦ – In Lima.\n ¦ – Since when?"},
		{"back quotes", "``We lost,'' he said. ¦ ``We will be back.''"},
		{"apostrophe or closing mark", "The workers' lead was 'large'. ¦ The bosses' was not."},
		{"reference glued to a stop", "They agreed to meet.[3] ¦ Both left."},
		{"reference", "It fell in 1998.[3] ¦ It rose again.[citation needed] ¦ It stayed."},
		{"no-break space", "Mr.\u00a0Orr left.\u00a0 ¦ He was\u202fill."},
	} {
		t.Run(c.kind, func(t *testing.T) {
			t.Parallel()
			requireCut(t, c.text)
		})
	}
}

// TestWrapped: lines that were wrapped at a width are joined; a word that was
// parted at the end of a line stays in its sentence.
func TestWrapped(t *testing.T) {
	t.Parallel()
	first := "The council of the port of Vale has voted to close the old bridge over the\nriver Orr to lorries, after an engineer told it that two of its beams were too\nweak. The vote was close, and three members left the room before it was count-\ned, among them Ann Lee, who had paid for a second report."
	second := "Nobody was hurt. The bridge was built in 1911."
	want := []string{first[:strings.Index(first, " The vote")], first[strings.Index(first, "The vote"):], "Nobody was hurt.", "The bridge was built in 1911."}
	require.Equal(t, want, cut(first+"\n\n"+second))
	half := first[:strings.Index(first, "\nweak")]
	rest := first[strings.Index(first, "weak"):]
	require.Equal(t, half, cut(half + "\n\n" + rest)[0], "an empty line ends the paragraph, though no stop does")
	crlf := func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
	require.Equal(t, []string{crlf(want[0]), crlf(want[1]), want[2], want[3]}, cut(crlf(first+"\n\n"+second)))
}

// TestNoSpace: what stands between two sentences may be nothing, or nothing
// that is seen.
func TestNoSpace(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind, text string
		want       []string
	}{
		{"stop", "It was sold.The buyer paid.", []string{"It was sold.", "The buyer paid."}},
		{"quotation", "“We lost.”He left.It rained.", []string{"“We lost.”", "He left.", "It rained."}},
		{"note", "They met.[Special coverage]\nBoth left.", []string{"They met.", "[Special coverage]", "Both left."}},
		{"zero-width space", "He left.\u200bShe stayed.\u200b", []string{"He left.", "She stayed."}},
		{"marks of byte order and direction", "\ufeffHe left.\u200e She stayed.", []string{"He left.", "She stayed."}},
		{"no-break spaces", "Mr.\u00a0Orr left.\u00a0He was\u202fill.", []string{"Mr.\u00a0Orr left.", "He was\u202fill."}},
		{"references to spaces", "Mr.&nbsp;Orr left.&nbsp;&nbsp;He was ill.&#160;", []string{"Mr.&nbsp;Orr left.", "He was ill."}},
		{"references to nothing seen", "Mrs.&#8203; Orr left.&#1; He was ill.&#173;", []string{"Mrs.&#8203; Orr left.", "He was ill."}},
		{"references to marks", "He said &ldquo;no.&rdquo;&nbsp; She said &#8220;yes.&#8221;", []string{"He said &ldquo;no.&rdquo;", "She said &#8220;yes.&#8221;"}},
	} {
		t.Run(c.kind, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, c.want, cut(c.text))
		})
	}
}
