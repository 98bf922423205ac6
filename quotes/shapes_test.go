package quotes_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
)

// show writes a quote as "form content … content | cue | source = speaker".
func show(d *whosaid.Document, q *whosaid.Quote) string {
	var content []string
	for _, c := range q.Content {
		content = append(content, d.Slice(c))
	}
	slice := func(s whosaid.Span) string {
		if s.Empty() {
			return "-"
		}
		return d.Slice(s)
	}
	s := fmt.Sprintf("%s %s | %s | %s", q.Form, strings.Join(content, " … "), slice(q.Cue), slice(q.Source))
	if name := d.SpeakerName(*q); name != "" && name != slice(q.Source) {
		s += " = " + name
	}
	if q.Parent != 0 {
		s += " (in another)"
	}
	return s
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
	{"curly", "“We will not sell,” said Ann Lee.", nil},
	{"straight", "\"We will not sell,\" Ann Lee said on Monday.", nil},
	{"backticks", "``We will not sell,'' said Ann Lee.", nil},
	{"single", "'We will not sell,' said Ann Lee.", nil},
	{"guillemets", "«We will not sell», said Ann Lee.", nil},
	{"cue before", "Ann Lee said: “We will not sell.”", nil},
	{"cue before, comma", "Ann Lee said, “We will not sell.”", nil},
	{"cue inside", "“The plan is dead,” Ann Lee said, “and it will not come back.”", nil},
	{"next sentence", "“We will not sell,” said Ann Lee. “Not now and not ever.”", nil},
	{"next paragraph, reopened", "“We will not sell,” said Ann Lee. “The mill is ours.\n\n“It was built by my mother.”", nil},
	{"left open", "“We will not sell, said Ann Lee on Monday.", nil},
	{"nested", "“Bob told me, ‘Leave now,’ and I left,” said Ann Lee.", nil},
	{"dash", "“We will not sell” – Ann Lee.", nil},
	{"dialogue", "“Will you sell?” asked Ann Lee.\n\n“No, we are staying here.”", nil},
	{"label", "Ann Lee: Will you sell?\n\nBob Day: No, we will stay.\n\nAnn Lee: And next year?\n\nBob Day: We will see.", nil},
	{"press release", "“We are proud of this launch,” said Ann Lee, Chief Executive Officer of Orbit Labs. “It will change the market.”", nil},
	{"apposition before the verb", "“We will not sell,” Ann Lee, a lawyer from Leeds, said on Monday.", nil},
	{"scare quotes", "The so-called “miracle cure” was sold in Leeds.", nil},
	{"nickname", "Max “The Fox” Moss sang in Leeds on Monday.", nil},
	{"title of a work", "On “Face the Nation,” Ann Lee spoke about trade.", nil},
	{"that", "Ann Lee said on Monday that the bridge was safe.", nil},
	{"no that", "Ann Lee said the bridge was safe.", nil},
	{"cue last", "The bridge is safe, Ann Lee said.", nil},
	{"cue last, inverted", "The bridge is safe, said Ann Lee, a lawyer.", nil},
	{"cue inside a clause", "The bridge, Ann Lee said, will be closed on Monday.", nil},
	{"opening", "In doing so, Ann Lee added, the town can save money.", nil},
	{"according to", "According to Ann Lee, the bridge is safe.", nil},
	{"according to, last", "The bridge is safe, according to Ann Lee.", nil},
	{"in a statement", "In a statement, Ann Lee said the bridge was safe.", nil},
	{"infinitive", "Ann Lee urged the council to close the bridge.", nil},
	{"promise", "Ann Lee promised to close the bridge.", nil},
	{"noun", "Ann Lee rejected the claim that the bridge was unsafe.", nil},
	{"passive", "It was reported that the bridge was unsafe.", nil},
	{"question", "Ann Lee asked whether the bridge was safe.", nil},
	{"two verbs", "Ann Lee said the bridge was safe and urged drivers to use it.", nil},
	{"participle", "Ann Lee closed the bridge on Monday, saying it was unsafe.", nil},
	{"opening participle", "Noting that the bridge was old, Ann Lee hoped that the town would pay.", nil},
	{"relative", "Ann Lee, who said the bridge was safe, left on Monday.", nil},
	{"headline, label", "Ann Lee: Bridge is not safe\n\nThe town closed the bridge on Monday.", nil},
	{"headline, verb", "Minister denies taking bribes\n\nThe minister spoke in Leeds on Monday.", nil},
	{"chain", "Ann Lee said Bob Day had told her that the mill would close.", nil},
	{"called", "Ann Lee called the plan “a disgrace” on Monday.", nil},
	{"mixed", "Ann Lee said the plan was “a disgrace” and should be dropped.", nil},
	{"unnamed", "Two officials said the bridge was unsafe.", nil},
	{"joint", "Ann Lee and Bob Day said the bridge was unsafe.", nil},
	{"criticism", "Ann Lee criticized the plan on Monday.", nil},
	{"unnamed report", "Ann Lee spoke on Monday. The report said the bridge was unsafe.", nil},
	{"said to think", "Ann Lee believes that the bridge is safe.", nil},
}
