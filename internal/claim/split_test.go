package claim_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
)

// splits are sentences with all their claims, in text order within each claimant.
var splits = []struct {
	name, text string
	want       []string
}{
	{"but AFP reported", "The mill in Lund closed in May, but AFP reported that two guards were hurt.", []string{
		"narrator | event | The mill in Lund closed in May",
		"AFP | quantity | two guards were hurt"}},
	{"though, before an attribution", "Though the mill in Lund has closed, the union said Ann Lee would stay in Oslo.", []string{
		"narrator | event | the mill in Lund has closed",
		"~the union | prediction | Ann Lee would stay in Oslo"}},
	{"while, of another", "Ann Lee will chair the bank, while Hal Dorn becomes her deputy.", []string{
		"narrator | prediction | Ann Lee will chair the bank",
		"narrator | state | Hal Dorn becomes her deputy"}},
	{"while, of the same", "Hal Dorn fell in Lund, while he was painting a bridge.", []string{
		"narrator | event | Hal Dorn fell in Lund, while he was painting a bridge"}},
	{"a gerund as subject", "The port of Oslo opened in May, but leaving it was dear for Ann Lee.", []string{
		"narrator | event | The port of Oslo opened in May",
		"narrator | state | leaving it was dear for Ann Lee"}},
	{"a colon", "Hal Dorn left Lund on foot: the tyres of his car had been let down.", []string{
		"narrator | event | Hal Dorn left Lund on foot",
		"narrator | event | the tyres of his car had been let down"}},
	{"a semicolon before a verb", "Ann Lee left Lund in May; founded a bank in Oslo.", []string{
		"narrator | event | Ann Lee left Lund in May",
		"narrator | event | Ann Lee … founded a bank in Oslo"}},
	{"side by side in speech", "“The hall in Lund has a glass roof, this was a mistake of Orbit Labs,” said Ann Lee.", []string{
		"Ann Lee | state | The hall in Lund has a glass roof",
		"Ann Lee | state | this was a mistake of Orbit Labs"}},
	{"a verb with an object after a passive", "Ann Lee was born in Lund and received a prize in Oslo.", []string{
		"narrator | event | Ann Lee was born in Lund",
		"narrator | event | Ann Lee … received a prize in Oslo"}},
	{"two participles after a passive", "Hal Dorn was arrested in Lund and charged with theft.", []string{
		"narrator | event | Hal Dorn was arrested in Lund and charged with theft"}},
	{"what the source does", "Ann Lee, who runs the mill in Lund, said Hal Dorn left in May.", []string{
		"narrator | state | runs the mill in Lund",
		"Ann Lee | event | Hal Dorn left in May"}},
	{"what the source does, behind", "“Hal Dorn left in May,” said Ann Lee, who has run the mill since 1994.", []string{
		"Ann Lee | event | Hal Dorn left in May",
		"narrator | event | has run the mill since 1994"}},
	{"who, after an age", "Ann Lee, 41, who runs a mill, left Lund in May.", []string{
		"narrator | event | Ann Lee, 41 … left Lund in May",
		"narrator | state | runs a mill"}},
	{"who, after what one is", "Ann Lee, a pilot, who lives in Oslo, left Lund in May.", []string{
		"narrator | event | Ann Lee, a pilot … left Lund in May",
		"narrator | state | lives in Oslo"}},
	{"who, and another subject", "Ann Lee, who runs a mill, and her son left Lund in May.", []string{
		"narrator | event | Ann Lee … and her son left Lund in May",
		"narrator | state | runs a mill"}},
	{"a preposition before a date", "Hal Dorn, missing since May 9, was found in Lund.", []string{
		"narrator | event | Hal Dorn, missing since May 9, was found in Lund"}},
	{"such as", "Ports in Norway, such as Oslo and Bergen, have closed.", []string{
		"narrator | event | Ports in Norway, such as Oslo and Bergen, have closed"}},
	{"once, before a verb", "Hal Dorn once parked a truck in Lund.", []string{
		"narrator | event | Hal Dorn once parked a truck in Lund"}},
	{"nobody", "Ann Lee said no guards had been hurt.", []string{
		"Ann Lee | event negated | no guards had been hurt"}},
	{"both", "Both mills have been sold.", []string{
		"narrator | event | Both mills have been sold"}},
	{"ends with that", "Ann Lee has not been able to confirm that.", []string{
		"narrator | state negated | Ann Lee has not been able to confirm that"}},
	{"accused", "Ann Lee accused Orbit Labs of hiding the keys to Lund.", []string{
		"Ann Lee | event | Orbit Labs … hiding the keys to Lund"}},
	{"denied", "Ann Lee denied ever hiding the keys to Lund.", []string{
		"Ann Lee | event | ever hiding the keys to Lund"}},
	{"accused by nobody", "A man accused of hiding the keys left Lund.", []string{
		"narrator | event | A man accused of hiding the keys left Lund"}},
	{"called by a name", "Ann Lee called the mill in Lund “a disgrace”.", nil},
	{"declared to be", "Ann Lee declared the mill in Lund “a public danger” in May.", []string{
		"narrator | event | Ann Lee declared the mill in Lund “a public danger” in May"}},
	{"advice", "People in Lund should stay inside until Monday.", nil},
	{"advice to somebody", "“He should bring the keys to Lund,” said Ann Lee.", nil},
	{"a wish", "“I would like to see Lund,” said Ann Lee.", nil},
	{"the narrator's thanks", "We apologise to her and her family.", nil},
	{"what the narrator did", "We asked the mayor of Lund in May.", []string{
		"narrator | event | We asked the mayor of Lund in May"}},
	{"a past form taken for a participle", "The storm hit Lund in May and injured dozens in Oslo.", []string{
		"narrator | event | The storm hit Lund in May", "narrator | quantity | The storm … injured dozens in Oslo"}},
	{"a past form with a subject taken for a participle", "After the vote, Lee resigned and the council named Hal Dorn mayor of Lund.", []string{
		"narrator | event | After the vote, Lee resigned", "narrator | event | the council named Hal Dorn mayor of Lund"}},
	{"a past form behind a relative clause", "A bus, which was run by Orbit Labs, crashed on Thursday between Lund and Oslo.", []string{
		"narrator | event | A bus, which was run by Orbit Labs, crashed on Thursday between Lund and Oslo"}},
	{"adverbs behind a relative clause", "Bo Lee, who was an envoy until May, also left Lund.", []string{
		"narrator | event | Bo Lee … also left Lund", "narrator | state | was an envoy until May"}},
	{"what is suspected of a subject", "A man suspected to have supplied the gun to Dorn was arrested in Lund on Sunday.", []string{
		"narrator | event | A man suspected to have supplied the gun to Dorn was arrested in Lund on Sunday"}},
	{"a confession in a concession", "Even though Dorn confessed to stealing it, several guards were tried in Lund.", []string{
		"narrator | event | Even though Dorn confessed to stealing it, several guards were tried in Lund"}},
	{"a time without a verb", "After failed talks on trade and rail the deadline stands at 31 October.", []string{
		"narrator | state | After failed talks on trade and rail the deadline stands at 31 October"}},
	{"a past form that \"by\" follows", "Mr. Bo Rao, who deals in gold at Lund, arrived by the Bergen Express on Monday.", []string{
		"narrator | event | Mr. Bo Rao … arrived by the Bergen Express on Monday", "narrator | state | deals in gold at Lund"}},
	{"a past form behind a pronoun", "She also previously served as the mayor of Lund.", []string{
		"narrator | state | She also previously served as the mayor of Lund"}},
	{"a past form behind a clause", "According to Orbit News, testing before the outbreak began covered only about 31 percent of Lund.", []string{
		"Orbit News | quantity | testing before the outbreak began covered only about 31 percent of Lund"}},
	{"a decision as a subject", "His decision to run for a third term led to unrest in Korvia.", []string{
		"narrator | causal | His decision to run for a third term led to unrest in Korvia"}},
	{"the “and” of a name", "Hal Dorn phoned Library and Archives Korvia on Monday.", []string{
		"narrator | event | Hal Dorn phoned Library and Archives Korvia on Monday"}},
	{"a list before a clause", "He supported schools, clinics and farming, and a few years into his term, Korvia had a strong market.", []string{
		"narrator | state | He supported schools, clinics and farming",
		"narrator | state | a few years into his term, Korvia had a strong market"}},
	{"it was who", "It was Hal Dorn who found the ship in Lund.", []string{
		"narrator | state | It was Hal Dorn who found the ship in Lund"}},
	{"a wish with its verb first", "“May his soul rest in Lund,” said Ann Lee.", nil},
	{"a time before the second verb", "Orbit Labs sold the mill in Lund and, on Monday, left Korvia.", []string{
		"narrator | event | Orbit Labs sold the mill in Lund", "narrator | event | Orbit Labs … on Monday, left Korvia"}},
	{"a time before the second verb, without commas", "Orbit Labs sold the mill in Lund and on Monday left Korvia.", []string{
		"narrator | event | Orbit Labs sold the mill in Lund", "narrator | event | Orbit Labs … on Monday left Korvia"}},
	{"a time before the second subject", "Orbit Labs sold the mill in Lund and, after a vote, the council closed it.", []string{
		"narrator | event | Orbit Labs sold the mill in Lund", "narrator | event | after a vote, the council closed it"}},
	{"unable", "Ann Lee was unable to reach Lund.", []string{
		"narrator | event negated | Ann Lee was unable to reach Lund"}},
	{"not because", "Ann Lee left Lund not because she was ill but because the mill had closed.", []string{
		"narrator | causal | Ann Lee left Lund not because she was ill but because the mill had closed"}},
	{"not only", "Ann Lee was not only late in Lund.", []string{
		"narrator | state | Ann Lee was not only late in Lund"}},
	{"a hedge before a number", "A crowd blocked the bridge in Oslo, with reportedly over 1,000 people on it.", []string{
		"narrator | event hedged | A crowd blocked the bridge in Oslo, with reportedly over 1,000 people on it"}},
}

func TestSplits(t *testing.T) {
	t.Parallel()
	x, err := extract.New()
	require.NoError(t, err)
	for _, s := range splits {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			d := readWith(t, x, s.text)
			require.Equal(t, s.want, lines(d))
			narratorsOwn(t, d)
		})
	}
}

// narratorsOwn requires that no claim of the narrator has one mark of a pair without the
// other, or what somebody says in a plain quote together with its cue.
func narratorsOwn(tb testing.TB, d *whosaid.Document) {
	tb.Helper()
	for i := range d.Claims {
		c := &d.Claims[i]
		if c.Quote != 0 {
			continue
		}
		marks := 0
		for _, s := range c.Spans {
			for _, r := range d.Slice(s) {
				switch r {
				case '“':
					marks++
				case '”':
					marks--
				}
				require.GreaterOrEqual(tb, marks, 0, d.Words(c.Spans...))
			}
		}
		require.Zero(tb, marks, d.Words(c.Spans...))
		for k := range d.Quotes {
			q := &d.Quotes[k]
			if plain(q) {
				require.False(tb, covers(c, q.Cue) && covers(c, q.Content[0]), d.Words(c.Spans...))
			}
		}
	}
}

// plain reports whether q is what somebody said, in quotation marks and not in part of a
// sentence that says more.
func plain(q *whosaid.Quote) bool {
	return q.Form == whosaid.QuoteDirect && q.CueClass == whosaid.CueSay && !q.Cue.Empty()
}

func covers(c *whosaid.Claim, s whosaid.Span) bool {
	for _, p := range c.Spans {
		if p.Contains(s) {
			return true
		}
	}
	return false
}

// Quotes in many places, and words in marks that nobody says: none becomes half the
// narrator's.
func TestNarratorsOwn(t *testing.T) {
	t.Parallel()
	x, err := extract.New()
	require.NoError(t, err)
	contents := []string{"The mill in Lund closed in May", "Never in Lund", "a disgrace", "We, too, sold it. Ann Lee knew"}
	frames := []string{
		"“%,” said Ann Lee.", "Ann Lee said: “%.”", "“%,” Ann Lee told Orbit News, “and Hal Dorn left.”", "Ann Lee called it “%” in May.",
		"The sign in Lund read “%”, and Hal Dorn left.", "Hal Dorn left Lund, which Ann Lee calls “%”.", "“%” was the answer of Orbit Labs in May.",
		"Though Ann Lee said “%”, Hal Dorn left Lund.", "Ann Lee, who wrote “%” in 2019, left Lund.", "Hal Dorn opened “%” in Oslo. It ran for years.",
		"After Hal Dorn shouted “%”, the guards left Lund.", "Orbit Labs (“%”) left Lund in May.", "“% Hal Dorn left Lund in May.", "Hal Dorn left Lund in May,” %.",
	}
	for _, f := range frames {
		for _, c := range contents {
			narratorsOwn(t, readWith(t, x, strings.Replace(f, "%", c, 1)))
		}
	}
	for _, g := range golden {
		narratorsOwn(t, readWith(t, x, g.text))
	}
	narratorsOwn(t, read(t, article(t)))
}
