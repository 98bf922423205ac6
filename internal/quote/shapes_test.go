package quote_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
)

// show writes a quote as "form content … content | cue | source = speaker + speaker",
// without the speaker where that is the source, word for word.
func show(d *whosaid.Document, q *whosaid.Quote) string {
	slice := func(s whosaid.Span) string {
		if s.Empty() {
			return "-"
		}
		return d.Slice(s)
	}
	s := fmt.Sprintf("%s %s | %s | %s", q.Form, d.Words(q.Content...), slice(q.Cue), slice(q.Source))
	if names := speakers(d, q); names != "" && names != slice(q.Source) {
		s += " = " + names
	}
	if q.Parent != 0 {
		s += " (in another)"
	}
	return s
}

// speakers gives the names of those who speak q, "" if none has one.
func speakers(d *whosaid.Document, q *whosaid.Quote) string {
	var names []string
	for _, e := range d.Speakers(q) {
		names = append(names, e.Name)
	}
	return strings.Join(names, " + ")
}

func TestShapes(t *testing.T) {
	t.Parallel()
	x, err := extract.New()
	require.NoError(t, err)
	for _, c := range shapes {
		t.Run(c.name, func(t *testing.T) {
			d, err := x.Extract(context.Background(), c.text)
			require.NoError(t, err)
			require.NoError(t, d.Validate())
			var got []string
			for i := range d.Quotes {
				got = append(got, show(d, &d.Quotes[i]))
			}
			require.Equal(t, c.want, got)
		})
	}
}

var shapes = []struct {
	name, text string
	want       []string
}{
	{"curly", "“We will not sell,” said Ann Lee.", []string{
		"direct We will not sell, | said | Ann Lee",
	}},
	{"two that begin together, the wider one first", "The bridge is safe, Ann Lee said, according to the Times.", []string{
		"indirect The bridge is safe, Ann Lee said | according to | the Times = Times",
		"indirect The bridge is safe | said | Ann Lee (in another)",
	}},
	{"the one of whom the sentence before tells", "“We will wait,” Bob Day said. The mayor, Ann Lee, was blunter. “It is finished. Go home.”", []string{
		"direct We will wait, | said | Bob Day",
		"direct It is finished. Go home. | - | - = Ann Lee",
	}},
	{"a firm that a place describes", "Orbit Inc., a chipmaker, fell. The Salford-based chipmaker said it was sorry.", []string{
		"indirect it was sorry | said | The Salford-based chipmaker = Orbit Inc.",
	}},
	{"the mother of one who", "The mother of a boy who drowned on a trip told an inquest that she had begged teachers.", []string{
		"indirect she had begged teachers | told | The mother of a boy",
	}},
	{"a people of which somebody is one", "Goran Vukmirović, a Serb, left. “We lost,” the Serb said.", []string{
		"direct We lost, | said | the Serb = Goran Vukmirović",
	}},
	{"who is the one before", "The fall was confirmed by Ann Lee of the Lund police, who said that the bridge was old.", []string{
		"indirect the bridge was old | said | who = Ann Lee",
	}},
	{"who is not one before another", "The fall was confirmed by Ann Lee of Lund and by guards, who said that the bridge was old.", []string{
		"indirect the bridge was old | said | who",
	}},
	{"who is not one before two places", "The fall was confirmed for Ann Lee in Lund by police in Salford, who said that the bridge was old.", []string{
		"indirect the bridge was old | said | who",
	}},
	{"who is one of a body", "The fall was confirmed by Ann Lee of the University of Lund, who said that the bridge was old.", []string{
		"indirect the bridge was old | said | who = Ann Lee",
	}},
	{"who is nobody of the place", "The fall was confirmed by police in Lund, who said that the bridge was old.", []string{
		"indirect the bridge was old | said | who",
	}},
	{"a notice, not the town", "A notice hung at the gate in Salford. “The mill is shut,” it said.", []string{
		"direct The mill is shut, | said | it",
	}},
	{"a participle behind an object", "Ann Lee met Bob Day in Lund on Monday, saying that the bridge was safe.", []string{
		"indirect the bridge was safe | saying | Ann Lee",
	}},
	{"straight", "\"We will not sell,\" Ann Lee said on Monday.", []string{
		"direct We will not sell, | said | Ann Lee",
	}},
	{"backticks", "``We will not sell,'' said Ann Lee.", []string{
		"direct We will not sell, | said | Ann Lee",
	}},
	{"single", "'We will not sell,' said Ann Lee.", []string{
		"direct We will not sell, | said | Ann Lee",
	}},
	{"guillemets", "«We will not sell», said Ann Lee.", []string{
		"direct We will not sell | said | Ann Lee",
	}},
	{"cue before", "Ann Lee said: “We will not sell.”", []string{
		"direct We will not sell. | said | Ann Lee",
	}},
	{"cue before, comma", "Ann Lee said, “We will not sell.”", []string{
		"direct We will not sell. | said | Ann Lee",
	}},
	{"cue inside", "“The plan is dead,” Ann Lee said, “and it will not come back.”", []string{
		"direct The plan is dead, … and it will not come back. | said | Ann Lee",
	}},
	{"next sentence", "“We will not sell,” said Ann Lee. “Not now and not ever.”", []string{
		"direct We will not sell, … Not now and not ever. | said | Ann Lee",
	}},
	{"next sentence behind indirect speech, a quote by itself", "Ann Lee denied selling the mill. “Ask the treasurer. He has the books.” Bob Day left. “We lost it,” he said.", []string{
		"indirect selling the mill | denied | Ann Lee",
		"direct Ask the treasurer. He has the books. | - | Ann Lee",
		"direct We lost it, | said | he = Bob Day",
	}},
	{"next sentences behind a mixed quote, one quote", "Ann Lee said the mill was “a gift”. “It was built by my mother.” “It will stay.”", []string{
		"mixed the mill was “a gift” | said | Ann Lee",
		"direct It was built by my mother. It will stay. | - | Ann Lee",
	}},
	{"next sentence behind a report of a promise, by who reports it", "Ann Lee said the council promised to build one within years. “I had the letter.”", []string{
		"indirect the council promised to build one within years | said | Ann Lee",
		"indirect to build one within years | promised | the council (in another)",
		"direct I had the letter. | - | Ann Lee",
	}},
	{"next paragraph, reopened", "“We will not sell,” said Ann Lee. “The mill is ours.\n\n“It was built by my mother.”", []string{
		"direct We will not sell, … The mill is ours. It was built by my mother. | said | Ann Lee",
	}},
	{"next paragraph, whole", "“We will not sell,” said Ann Lee.\n\n“The mill was built by my mother.”", []string{
		"direct We will not sell, … The mill was built by my mother. | said | Ann Lee",
	}},
	{"two speakers by turns", "“Will you sell?” asked Ann Lee.\n\n“We will not sell the mill,” said Bob Day.\n\n“Will you stay?” asked Ann Lee.\n\n“We will stay here for now.”", []string{
		"direct Will you sell? | asked | Ann Lee",
		"direct We will not sell the mill, | said | Bob Day",
		"direct Will you stay? | asked | Ann Lee",
		"direct We will stay here for now. | - | - = Bob Day",
	}},
	{"possessor", "Ann Lee left on Monday. “We will not sell,” Ann Lee's lawyers said.", []string{
		"direct We will not sell, | said | Ann Lee's lawyers",
	}},
	{"campaign", "Ann Lee left on Monday. “We will not sell,” the Lee campaign said.", []string{
		"direct We will not sell, | said | the Lee campaign",
	}},
	{"left open", "“We will not sell, said Ann Lee on Monday.", []string{
		"direct We will not sell, | said | Ann Lee",
	}},
	{"nested", "“Bob told me, ‘Leave now,’ and I left,” said Ann Lee.", []string{
		"direct Bob told me, ‘Leave now,’ and I left, | said | Ann Lee",
		"direct Leave now, | told | Bob (in another)",
	}},
	{"reported in a quotation", "“The guard said the gate was shut. I said we would wait,” said Ann Lee.", []string{
		"direct The guard said the gate was shut. I said we would wait, | said | Ann Lee",
		"indirect the gate was shut | said | The guard (in another)",
		"indirect we would wait | said | I = Ann Lee (in another)",
	}},
	{"of someone else in a quotation", "“He said the gate was shut,” said Ann Lee.", []string{
		"direct He said the gate was shut, | said | Ann Lee",
		"indirect the gate was shut | said | He (in another)",
	}},
	{"a title with a place and a body before the name", "Norway director of Orbit Labs Ann Lee said the mill had closed.", []string{
		"indirect the mill had closed | said | Norway director of Orbit Labs Ann Lee = Ann Lee",
	}},
	{"of whom a name is a part", "Hal Dorn's deputy said the mill had closed.", []string{
		"indirect the mill had closed | said | Hal Dorn's deputy",
	}},
	{"in a title", "The novel “Mother said that we would wait” won the prize.", nil},
	{"dash", "“We will not sell” – Ann Lee.", []string{
		"direct We will not sell | - | Ann Lee",
	}},
	{"dialogue", "“Will you sell?” asked Ann Lee.\n\n“No, we are staying here.”", []string{
		"direct Will you sell? | asked | Ann Lee",
		"direct No, we are staying here. | - | -",
	}},
	{"press release", "“We are proud of this launch,” said Ann Lee, Chief Executive Officer of Orbit Labs. “It will change the market.”", []string{
		"direct We are proud of this launch, … It will change the market. | said | Ann Lee, Chief Executive Officer of Orbit Labs = Ann Lee",
	}},
	{"apposition before the verb", "“We will not sell,” Ann Lee, a lawyer from Leeds, said on Monday.", []string{
		"direct We will not sell, | said | Ann Lee, a lawyer from Leeds = Ann Lee",
	}},
	{"scare quotes", "The so-called “miracle cure” was sold in Leeds.", nil},
	{"nickname", "Max “The Fox” Moss sang in Leeds on Monday.", nil},
	{"title of a work", "On “Face the Nation,” Ann Lee spoke about trade.", nil},
	{"that", "Ann Lee said on Monday that the bridge was safe.", []string{
		"indirect the bridge was safe | said | Ann Lee",
	}},
	{"no that", "Ann Lee said the bridge was safe.", []string{
		"indirect the bridge was safe | said | Ann Lee",
	}},
	{"cue last", "The bridge is safe, Ann Lee said.", []string{
		"indirect The bridge is safe | said | Ann Lee",
	}},
	{"cue last, inverted", "The bridge is safe, said Ann Lee, a lawyer.", []string{
		"indirect The bridge is safe | said | Ann Lee, a lawyer = Ann Lee",
	}},
	{"cue inside a clause", "The bridge, Ann Lee said, will be closed on Monday.", []string{
		"indirect The bridge … will be closed on Monday | said | Ann Lee",
	}},
	{"opening", "In doing so, Ann Lee added, the town can save money.", []string{
		"indirect In doing so … the town can save money | added | Ann Lee",
	}},
	{"according to", "According to Ann Lee, the bridge is safe.", []string{
		"indirect the bridge is safe | According to | Ann Lee",
	}},
	{"according to, last", "The bridge is safe, according to Ann Lee.", []string{
		"indirect The bridge is safe | according to | Ann Lee",
	}},
	{"in a statement", "In a statement, Ann Lee said the bridge was safe.", []string{
		"indirect the bridge was safe | said | Ann Lee",
	}},
	{"infinitive", "Ann Lee urged the council to close the bridge.", []string{
		"indirect to close the bridge | urged | Ann Lee",
	}},
	{"promise", "Ann Lee promised to close the bridge.", []string{
		"indirect to close the bridge | promised | Ann Lee",
	}},
	{"noun", "Ann Lee rejected the claim that the bridge was unsafe.", []string{
		"indirect the bridge was unsafe | rejected | Ann Lee",
	}},
	{"passive", "It was reported that the bridge was unsafe.", []string{
		"indirect the bridge was unsafe | reported | -",
	}},
	{"question", "Ann Lee asked whether the bridge was safe.", []string{
		"indirect whether the bridge was safe | asked | Ann Lee",
	}},
	{"two verbs", "Ann Lee said the bridge was safe and urged drivers to use it.", []string{
		"indirect the bridge was safe | said | Ann Lee",
		"indirect to use it | urged | Ann Lee",
	}},
	{"participle", "Ann Lee closed the bridge on Monday, saying it was unsafe.", []string{
		"indirect it was unsafe | saying | Ann Lee",
	}},
	{"opening participle", "Noting that the bridge was old, Ann Lee hoped that the town would pay.", []string{
		"indirect the bridge was old | Noting | Ann Lee",
		"indirect the town would pay | hoped | Ann Lee",
	}},
	{"relative", "Ann Lee, who said the bridge was safe, left on Monday.", []string{
		"indirect the bridge was safe | said | Ann Lee",
	}},
	{"headline, label", "Ann Lee: Bridge is not safe\n\nThe town closed the bridge on Monday.", []string{
		"indirect Bridge is not safe | : | Ann Lee",
	}},
	{"headline, verb", "Minister denies taking bribes\n\nThe minister spoke in Leeds on Monday.", []string{
		"indirect taking bribes | denies | Minister",
	}},
	{"chain", "Ann Lee said Bob Day had told her that the mill would close.", []string{
		"indirect Bob Day had told her that the mill would close | said | Ann Lee",
		"indirect the mill would close | told | Bob Day (in another)",
	}},
	{"called", "Ann Lee called the plan “a disgrace” on Monday.", []string{
		"direct a disgrace | called | Ann Lee",
	}},
	{"mixed", "Ann Lee said the plan was “a disgrace” and should be dropped.", []string{
		"mixed the plan was “a disgrace” and should be dropped | said | Ann Lee",
	}},
	{"unnamed", "Two officials said the bridge was unsafe.", []string{
		"indirect the bridge was unsafe | said | Two officials",
	}},
	{"joint", "Ann Lee and Bob Day said the bridge was unsafe.", []string{
		"indirect the bridge was unsafe | said | Ann Lee and Bob Day = Ann Lee + Bob Day",
	}},
	{"a relative with a title and a nation", "Kofi Day, the son of Ghanaian Foreign Minister Ama Day, said the bridge was unsafe.", []string{
		"indirect the bridge was unsafe | said | Kofi Day, the son of Ghanaian Foreign Minister Ama Day = Kofi Day",
	}},
	{"two relatives", "Ann Lee, sister of Bob Lee and Ed Lee, said the bridge was unsafe.", []string{
		"indirect the bridge was unsafe | said | Ann Lee, sister of Bob Lee and Ed Lee = Ann Lee",
	}},
	{"joint, one of them of a bank", "Ann Lee of Harlow Bank and Bob Day said the bridge was unsafe.", []string{
		"indirect the bridge was unsafe | said | Ann Lee of Harlow Bank and Bob Day = Ann Lee + Bob Day",
	}},
	{"a body named behind whose it is", "Ann Lee's label, Thunder Records, said the tour was off.", []string{
		"indirect the tour was off | said | Ann Lee's label, Thunder Records = Thunder Records",
	}},
	{"a part of a body with of in its name", "The Bank of England's Monetary Policy Committee said prices would fall.", []string{
		"indirect prices would fall | said | The Bank of England's Monetary Policy Committee = Monetary Policy Committee",
	}},
	{"a report by somebody with what they are", "Harlow Bank owes millions, according to a report by its administrator, Ann Lee.", []string{
		"indirect Harlow Bank owes millions | according to | a report by its administrator, Ann Lee = Ann Lee",
	}},
	{"content first, then when", "It rained. The bank will raise its key rate in April, the governor said on Thursday.", []string{
		"indirect The bank will raise its key rate in April | said | the governor",
	}},
	{"content first, then to whom", "It rained. The bank will raise its key rate, Governor Ann Lee told lawmakers on Thursday.", []string{
		"indirect The bank will raise its key rate | told | Governor Ann Lee = Ann Lee",
	}},
	{"content first, then where", "It rained. Sales rose in May, the company said in a statement on Friday.", []string{
		"indirect Sales rose in May | said | the company",
	}},
	{"content first, inverted, then when", "It rained. The bank will close, said Ann Lee on Thursday.", []string{
		"indirect The bank will close | said | Ann Lee",
	}},
	{"content first, with a condition", "It rained. If it rains again, the match will be moved, the club said on Monday.", []string{
		"indirect If it rains again, the match will be moved | said | the club",
	}},
	{"only a condition first", "It rained. If it rains again, the club said on Monday.", nil},
	{"only a circumstance first", "It rained. Despite the rain, which fell all day, Ann Lee told reporters at the ground.", nil},
	{"that, after when and where", "It rained. The auditors, from Hale & Day, had warned in a report last month that the council was exposed to risk.", []string{
		"indirect the council was exposed to risk | warned | The auditors",
	}},
	{"that, of a relative clause", "It rained. The film told a story that moved the crowd.", nil},
	{"an addressee, when, and a pronoun", "It rained. Ann Lee told a packed meeting on Tuesday night she was \"truly sorry\" for the failings.", []string{
		"mixed she was \"truly sorry\" for the failings | told | Ann Lee",
	}},
	{"a plain clause, then another quote", "It rained. He admitted it would be \"a difficult few months\", but added: \"We will get through it.\"", []string{
		"mixed it would be \"a difficult few months\" | admitted | He",
		"direct We will get through it. | added | He",
	}},
	{"a plain clause without that", "It rained. Ann Lee warned the move would strangle small firms.", []string{
		"indirect the move would strangle small firms | warned | Ann Lee",
	}},
	{"criticism", "Ann Lee criticized the plan on Monday.", nil},
	{"unnamed report", "Ann Lee spoke on Monday. The report said the bridge was unsafe.", []string{
		"indirect the bridge was unsafe | said | The report",
	}},
	{"said to think", "Ann Lee believes that the bridge is safe.", []string{
		"indirect the bridge is safe | believes | Ann Lee",
	}},
}

// TestSpeakersWithoutName: who speaks is one whom the text does not name, rather
// than the one named beside.
func TestSpeakersWithoutName(t *testing.T) {
	t.Parallel()
	x, err := extract.New()
	require.NoError(t, err)
	for text, want := range map[string]string{
		"Bob Day wept. His wife was blunter. “It is finished. Go home.”":                 "His wife",
		"Goran Vukmirović, the coach of Southern, left. “We lost,” the Serb said.":       "the Serb",
		"Bob Day left. “We will see,” the tall Dutchman said. “It is late,” he added.":   "the tall Dutchman",
		"Ann Lee sold the mill. Her brother, who had run it, wept. “It was all we had.”": "Her brother",
	} {
		d, err := x.Extract(context.Background(), text)
		require.NoError(t, err)
		require.NotEmpty(t, d.Quotes, text)
		e := d.Entity(d.Quotes[0].Speaker)
		require.NotNil(t, e, text)
		require.Equal(t, [2]string{"", want}, [2]string{e.Name, e.Description}, text)
	}
}
