package claim_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
)

var day = time.Date(2023, 5, 4, 0, 0, 0, 0, time.UTC)

func read(tb testing.TB, text string) *whosaid.Document {
	tb.Helper()
	x, err := extract.New()
	require.NoError(tb, err)
	return readWith(tb, x, text)
}

func readWith(tb testing.TB, x *extract.Extractor, text string) *whosaid.Document {
	tb.Helper()
	d, err := x.Extract(context.Background(), text, extract.Published(day))
	require.NoError(tb, err)
	require.NoError(tb, d.Validate())
	return d
}

// line is a claim as the golden table writes it: claimant, via, type, marks,
// pieces.
func line(d *whosaid.Document, c *whosaid.Claim) string {
	who := string(whosaid.ClaimantNarrator)
	if c.Claimant.Kind != whosaid.ClaimantNarrator {
		who = d.WhoClaims(c)
		if c.Claimant.Kind == whosaid.ClaimantUnnamed {
			who = "~" + who
		}
	}
	for i := len(c.Via) - 1; i >= 0; i-- {
		who += " via " + d.Who(d.Quote(c.Via[i]))
	}
	kind := string(c.Type)
	if c.Negated {
		kind += " negated"
	}
	if !c.Hedge.Empty() {
		kind += " hedged"
	}
	return who + " | " + kind + " | " + d.Words(c.Spans...)
}

func lines(d *whosaid.Document) []string {
	var out []string
	for i := range d.Claims {
		out = append(out, line(d, &d.Claims[i]))
	}
	return out
}

var golden = []struct {
	name, text string
	want       []string
}{
	{"event", "Orbit Labs opened a factory in Lisbon on Monday.", []string{
		"narrator | event | Orbit Labs opened a factory in Lisbon on Monday"}},
	{"state", "Marta Silva is the mayor of Porto.", []string{
		"narrator | state | Marta Silva is the mayor of Porto"}},
	{"event in progress", "The ministry is investigating two contractors in Lyon.", []string{
		"narrator | event | The ministry is investigating two contractors in Lyon"}},
	{"prediction with will", "The bridge over the Danube will reopen in June.", []string{
		"narrator | prediction | The bridge over the Danube will reopen in June"}},
	{"prediction with expected", "Inflation in Kenya is expected to slow next year.", []string{
		"narrator | prediction | Inflation in Kenya is expected to slow next year"}},
	{"causal", "The flood caused a power cut across Jakarta.", []string{
		"narrator | causal | The flood caused a power cut across Jakarta"}},
	{"causal with because", "Trains in Austria stopped because a landslide blocked the main line.", []string{
		"narrator | causal | Trains in Austria stopped because a landslide blocked the main line"}},
	{"comparison", "Oslo is larger than Bergen.", []string{
		"narrator | comparison | Oslo is larger than Bergen"}},
	{"superlative", "The 2021 drought was the worst in Chile in a century.", []string{
		"narrator | comparison | The 2021 drought was the worst in Chile in a century"}},
	{"quantity as subject", "At least 40 people died in the fire.", []string{
		"narrator | quantity | At least 40 people died in the fire"}},
	{"quantity as object", "The company employs about 1,200 people in Ghana.", []string{
		"narrator | quantity | The company employs about 1,200 people in Ghana"}},
	{"percent", "Exports to Brazil fell by 12 percent in March.", []string{
		"narrator | comparison | Exports to Brazil fell by 12 percent in March"}},
	{"rule with prohibits", "The constitution prohibits a third term for the president.", []string{
		"narrator | rule | The constitution prohibits a third term for the president"}},
	{"experience", "“I was scared when the roof came down,” said Nina Berg.", []string{
		"Nina Berg | experience | I was scared when the roof came down"}},
	{"direct speech", "“Our company did not sell any data,” said Nina Berg.", []string{
		"Nina Berg | event negated | Our company did not sell any data"}},
	{"indirect speech", "Nina Berg said the factory in Turin closed in 2019.", []string{
		"Nina Berg | event | the factory in Turin closed in 2019"}},
	{"pronoun as claimant", "Nina Berg runs the port. She said that the port lost money in April.", []string{
		"narrator | state | Nina Berg runs the port",
		"Nina Berg | event | the port lost money in April"}},
	{"organization as claimant", "Reuters reported that two ships collided near Malta.", []string{
		"Reuters | event | two ships collided near Malta"}},
	{"unnamed claimant", "Officials said the airport in Denver was closed.", []string{
		"~Officials | event | the airport in Denver was closed"}},
	{"according to", "The mine produced 500 tonnes of copper, according to Reuters.", []string{
		"Reuters | quantity | The mine produced 500 tonnes of copper"}},
	{"split quotation", "“The plan,” Nina Berg said, “failed in Peru.”", []string{
		"Nina Berg | event | The plan … failed in Peru"}},
	{"two sentences of a quotation", "“The harvest in Kenya failed. Prices doubled in May,” said Nina Berg.", []string{
		"Nina Berg | event | The harvest in Kenya failed",
		"Nina Berg | comparison | Prices doubled in May"}},
	{"coordinated clauses", "Police closed the road and the mayor of Porto cancelled the march.", []string{
		"narrator | event | Police closed the road",
		"narrator | event | the mayor of Porto cancelled the march"}},
	{"shared subject", "Nina Berg left Orbit Labs in 2019 and founded a bank in Oslo.", []string{
		"narrator | event | Nina Berg left Orbit Labs in 2019",
		"narrator | event | Nina Berg … founded a bank in Oslo"}},
	{"object of two verbs", "Kenya firmly opposes and cracks down on smuggling.", []string{
		"narrator | state | Kenya firmly opposes and cracks down on smuggling"}},
	{"semicolon", "The court freed Karim Aziz; the prosecutor appealed the decision.", []string{
		"narrator | event | The court freed Karim Aziz",
		"narrator | event | the prosecutor appealed the decision"}},
	{"narrator beside a claimant", "The storm flooded Mobile, and Mayor Ann Lee said the schools were closed.", []string{
		"narrator | event | The storm flooded Mobile",
		"Ann Lee | event | the schools were closed"}},
	{"negated", "Karim Aziz has never visited Canada.", []string{
		"narrator | event negated | Karim Aziz has never visited Canada"}},
	{"no before the noun", "No one was hurt in the crash near Lyon.", []string{
		"narrator | event negated | No one was hurt in the crash near Lyon"}},
	{"hedged", "The suspect allegedly stole a truck in Dallas.", []string{
		"narrator | event hedged | The suspect allegedly stole a truck in Dallas"}},
	{"reportedly is the narrator's", "Karim Aziz reportedly sold his shares in January.", []string{
		"narrator | event hedged | Karim Aziz reportedly sold his shares in January"}},
	{"month is no hedge", "The factory in Turin closed in May 2019.", []string{
		"narrator | event | The factory in Turin closed in May 2019"}},
	{"headline", "ORBIT LABS BUYS RIVAL IN LISBON\n\nOrbit Labs bought a rival in Lisbon on Monday.", []string{
		"narrator | event | ORBIT LABS BUYS RIVAL IN LISBON",
		"narrator | event | Orbit Labs bought a rival in Lisbon on Monday"}},
	{"passive cue", "It was reported that Karim Aziz was in Oslo.", []string{
		"~ | state | Karim Aziz was in Oslo"}},
	{"there after but", "The court did not name Karim Aziz, but there was a trial in Oslo.", []string{
		"narrator | event negated | The court did not name Karim Aziz",
		"narrator | state | there was a trial in Oslo"}},
	{"other: what ought to be", "Nina Berg said Orbit Labs should close the factory in Turin.", []string{
		"Nina Berg | other | Orbit Labs should close the factory in Turin"}},
	{"other: what would have been", "Nina Berg said Karim Aziz would have died in the fire.", []string{
		"Nina Berg | other | Karim Aziz would have died in the fire"}},
	{"prediction with could", "Nina Berg said the strike could close the port of Oslo.", []string{
		"Nina Berg | prediction hedged | the strike could close the port of Oslo"}},
	{"share as quantity", "Nearly a third of the voters in Kenya stayed at home.", []string{
		"narrator | quantity | Nearly a third of the voters in Kenya stayed at home"}},
	{"chain", "According to Reuters, Nina Berg said the bank in Oslo had failed.", []string{
		"Nina Berg via Reuters | event | the bank in Oslo had failed"}},
	{"relative clause", "Karim Aziz, who founded Orbit Labs in 1999, left Oslo on Monday.", []string{
		"narrator | event | Karim Aziz … left Oslo on Monday",
		"narrator | event | founded Orbit Labs in 1999"}},
	{"relative clause that tells which", "A man who lives in Oslo won the race on Monday.", []string{
		"narrator | event | A man who lives in Oslo won the race on Monday"}},
	{"clause between dashes", "The bill — the senate passed it in May — bans plastic bags in Kenya.", []string{
		"narrator | rule | The bill … bans plastic bags in Kenya",
		"narrator | event | the senate passed it in May"}},
	{"series of verbs", "Karim Aziz sold the bank, left Oslo, and moved to Lima.", []string{
		"narrator | event | Karim Aziz sold the bank",
		"narrator | event | Karim Aziz … left Oslo",
		"narrator | event | Karim Aziz … moved to Lima"}},
	{"spliced clauses of speech", "“I never met Karim Aziz, I never worked for Orbit Labs,” said Nina Berg.", []string{
		"Nina Berg | event negated | I never met Karim Aziz",
		"Nina Berg | state negated | I never worked for Orbit Labs"}},
	{"denied", "Nina Berg denied that the factory in Turin leaked acid.", []string{
		"Nina Berg | event | the factory in Turin leaked acid"}},
	{"what others deny is left out", "Nina Berg said the factory in Turin leaked acid, which Orbit Labs denies.", []string{
		"Nina Berg | event | the factory in Turin leaked acid"}},
	{"hedge of a part", "Karim Aziz left Oslo over an alleged theft.", []string{
		"narrator | event | Karim Aziz left Oslo over an alleged theft"}},
	{"cannot", "Nina Berg said the bank cannot pay its workers in Oslo.", []string{
		"Nina Berg | state negated | the bank cannot pay its workers in Oslo"}},
	{"only the act is told", "Karim Aziz announced his resignation on Monday.", []string{
		"narrator | event | Karim Aziz announced his resignation on Monday"}},
	{"no claim that is not made", "Nina Berg did not say that the factory in Turin leaked acid.", nil},
	{"if-clause", "“If Karim Aziz comes to Oslo,” said Nina Berg.", nil},
	{"solidarity", "“We are with the people of Turin,” said Nina Berg.", nil},
	{"time to act", "“It is time to leave Turin,” said Nina Berg.", nil},
	{"what is not known", "“I don't know what Karim Aziz did in Oslo,” said Nina Berg.", nil},
	{"noun phrase", "“A disaster for Turin,” said Nina Berg.", nil},
	{"note", "[Special coverage of Turin]", nil},
	{"two contents of one cue", "Nina Berg said that the bank in Oslo failed and that Karim Aziz left.", []string{
		"Nina Berg | event | the bank in Oslo failed",
		"Nina Berg | event | Karim Aziz left"}},
	{"neither", "Neither Karim Aziz nor Nina Berg left Oslo.", []string{
		"narrator | event negated | Neither Karim Aziz nor Nina Berg left Oslo"}},
	{"age", "Karim Aziz is 71 years old.", []string{
		"narrator | quantity | Karim Aziz is 71 years old"}},
	{"penalty", "The offence carries a prison sentence of ten years in Kenya.", []string{
		"narrator | rule | The offence carries a prison sentence of ten years in Kenya"}},
	{"only so many", "Karim Aziz has only two brothers.", []string{
		"narrator | quantity | Karim Aziz has only two brothers"}},
	{"unit of one word", "Karim Aziz bought a 30-seat bus in Kenya.", []string{
		"narrator | event | Karim Aziz bought a 30-seat bus in Kenya"}},
	{"more so", "The Kenyans were more careful in May.", []string{
		"narrator | comparison | The Kenyans were more careful in May"}},
	{"at least is no superlative", "There were at least 40 guards in Oslo.", []string{
		"narrator | quantity | There were at least 40 guards in Oslo"}},
	{"cause in two words", "The fire in Turin led to a strike.", []string{
		"narrator | causal | The fire in Turin led to a strike"}},
	{"what went on", "Karim Aziz was being held in Turin.", []string{
		"narrator | state | Karim Aziz was being held in Turin"}},
	{"expectation", "Nina Berg believes the lakes in Kenya will vanish.", []string{
		"Nina Berg | prediction | the lakes in Kenya will vanish"}},
	{"aim", "The aim of Orbit Labs is to sell the factory in Turin.", []string{
		"narrator | state | The aim of Orbit Labs is to sell the factory in Turin"}},
	{"feeling with adverbs", "“I am deeply and utterly sad about Turin,” said Nina Berg.", []string{
		"Nina Berg | experience | I am deeply and utterly sad about Turin"}},
	{"who said", "The bill was drafted by Nina Berg, who said the senate passed it in May.", []string{
		"narrator | event | The bill was drafted by Nina Berg",
		"Nina Berg | event | the senate passed it in May"}},
	{"question", "Will Orbit Labs close the factory in Turin?", nil},
	{"question in a quotation", "“Did the minister know about the deal in Oslo?” asked Nina Berg.", nil},
	{"asked whether", "Nina Berg asked whether the factory in Turin had closed.", nil},
	{"order", "“Leave the building in Turin now,” said Nina Berg.", nil},
	{"order to somebody", "Nina Berg ordered the guards to leave Turin.", nil},
	{"wish", "“I hope that Karim Aziz recovers soon,” said Nina Berg.", nil},
	{"ought", "“We must help Turin,” said Nina Berg.", nil},
	{"intention", "Nina Berg plans to visit Canada.", nil},
	{"evaluation", "“It was amazing,” said Nina Berg.", nil},
	{"thanks", "“I thank the people of Turin,” said Nina Berg.", nil},
	{"no anchor", "Dogs bark.", nil},
	{"number of a version", "Karim Aziz sold Windows 2003 licences in Kenya.", []string{
		"narrator | event | Karim Aziz sold Windows 2003 licences in Kenya"}},
	{"two via", "According to Reuters, Nina Berg said that Karim Aziz believed that the bank in Oslo had failed.", []string{
		"Karim Aziz via Nina Berg via Reuters | event | the bank in Oslo had failed"}},
	{"dateline and byline", "By Nina Berg\n\nOSLO, May 4 --", nil},
}

// minGolden is how many cases there are at least, so that none gets lost.
const minGolden = 82

func TestGolden(t *testing.T) {
	t.Parallel()
	require.GreaterOrEqual(t, len(golden), minGolden)
	x, err := extract.New()
	require.NoError(t, err)
	for _, g := range golden {
		t.Run(g.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, g.want, lines(readWith(t, x, g.text)))
		})
	}
}
