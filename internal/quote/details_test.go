package quote_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
)

func TestDetails(t *testing.T) {
	t.Parallel()
	x, err := extract.New()
	require.NoError(t, err)
	for _, c := range []struct {
		name, text        string
		verb              whosaid.CueClass
		negated           bool
		modality          whosaid.Modality
		addressee, medium string
	}{
		{name: "plain", text: "Ann Lee said that the bridge was safe.", verb: whosaid.CueSay},
		{name: "not", text: "Ann Lee did not say that the bridge was safe.", verb: whosaid.CueSay, negated: true},
		{name: "not of the source", text: "An official who asked not to be named said that the bridge was safe.", verb: whosaid.CueSay},
		{name: "n’t", text: "Ann Lee didn’t say that the bridge was safe.", verb: whosaid.CueSay, negated: true},
		{name: "never", text: "Ann Lee never promised to close the bridge.", verb: whosaid.CuePromise, negated: true},
		{name: "nobody", text: "Nobody said that the bridge was safe.", verb: whosaid.CueSay, negated: true},
		{name: "will", text: "Ann Lee will say that the bridge is safe.", verb: whosaid.CueSay, modality: whosaid.ModalityFuture},
		{name: "could", text: "Ann Lee could argue that the bridge is safe.", verb: whosaid.CueClaim, modality: whosaid.ModalityPossible},
		{name: "would", text: "Ann Lee would say that the bridge is safe.", verb: whosaid.CueSay, modality: whosaid.ModalityConditional},
		{name: "must", text: "Ann Lee must explain that the bridge is safe.", verb: whosaid.CueSay, modality: whosaid.ModalityObliged},
		{name: "reportedly", text: "Ann Lee reportedly said that the bridge was safe.", verb: whosaid.CueSay, modality: whosaid.ModalityHearsay},
		{name: "told", text: "Ann Lee told Reuters that the bridge was safe.", verb: whosaid.CueSay, addressee: "Reuters"},
		{name: "said to", text: "“The bridge is safe,” Ann Lee said to reporters.", verb: whosaid.CueSay, addressee: "reporters"},
		{name: "urged", text: "Ann Lee urged the council to close the bridge.", verb: whosaid.CueOrder, addressee: "the council"},
		{name: "interview", text: "“The bridge is safe,” Ann Lee said in an interview with Xinhua.", verb: whosaid.CueSay, medium: "an interview with Xinhua"},
		{name: "Twitter", text: "“The bridge is safe,” Ann Lee wrote on Twitter.", verb: whosaid.CueWrite, medium: "Twitter"},
		{name: "statement", text: "In a statement, Ann Lee said that the bridge was safe.", verb: whosaid.CueSay, medium: "a statement"},
		{name: "deny", text: "Ann Lee denied that the bridge was unsafe.", verb: whosaid.CueDeny},
		{name: "ask", text: "Ann Lee asked whether the bridge was safe.", verb: whosaid.CueAsk},
		{name: "warn", text: "Ann Lee warned that the bridge was unsafe.", verb: whosaid.CueWarn},
		{name: "according to", text: "According to Ann Lee, the bridge is safe.", verb: whosaid.CueReport},
		{name: "think", text: "Ann Lee believes that the bridge is safe.", verb: whosaid.CueThink},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := x.Extract(context.Background(), c.text)
			require.NoError(t, err)
			require.Len(t, d.Quotes, 1)
			q := d.Quotes[0]
			require.Equal(t, c.verb, q.CueClass)
			require.Equal(t, c.negated, q.Negated)
			require.Equal(t, c.modality, q.Modality)
			require.Equal(t, c.addressee, text(d, q.Addressee))
			require.Equal(t, c.medium, text(d, q.Medium))
			require.Equal(t, whosaid.EvidenceCue, q.Evidence.Rule)
			require.Contains(t, q.Evidence.Words, q.Cue)
		})
	}
}

func text(d *whosaid.Document, s whosaid.Span) string {
	if s.Empty() {
		return ""
	}
	return d.Slice(s)
}

func TestSpeakers(t *testing.T) {
	t.Parallel()
	x, err := extract.New()
	require.NoError(t, err)
	for _, c := range []struct {
		name, text string
		want       []string // the speaker of each quote
	}{
		{"surname", "Ann Lee, the mayor of Leeds, spoke on Monday. “We will not sell,” Lee said.", []string{"Ann Lee"}},
		{"pronoun", "“We will not sell,” said Ann Lee. She added that the mill was hers.", []string{"Ann Lee", "Ann Lee"}},
		{"title before the name", "Mayor Ann Lee said that the bridge was safe.", []string{"Ann Lee"}},
		{"title with its house", "The speaker of the parliament, Ann Lee, said that the vote was over.", []string{"Ann Lee"}},
		{"a title between the noun and the name", "The leader of the Dorn Union, Chief Bo Day, rejected it, describing it as “a robbery”.", []string{"Bo Day"}},
		{"a clause between the noun and the name", "The officer who led the inquiry, Sgt Bo Day, said that it was over.", []string{"Bo Day"}},
		{"a body's name behind what it does", "The union representing city workers, AFSCME Local 12, said that it would strike.", []string{"AFSCME Local 12"}},
		{"somebody else in the clause", "The officer who arrested a man, Bo Day, said that it was over.", []string{""}},
		{"not whom the spokesman speaks for", "A critic of Ann Lee said that the bridge was unsafe.", []string{""}},
		{"organization", "The World Health Organization said that the virus was spreading.", []string{"World Health Organization"}},
		{"place", "Germany said that the border was closed.", []string{"Germany"}},
		{"report of somebody", "A report by the World Health Organization said that the virus was spreading.", []string{"World Health Organization"}},
		{"the statement", "Ann Lee said that the mill was safe. The statement said that it would not close.", []string{"Ann Lee", "Ann Lee"}},
		{"unnamed", "Two officials said that the bridge was unsafe.", []string{""}},
		{"initials", "The reporter William S. Saturn met Ann Lee.\n\nWSS: Will you sell?\n\nLee: No, we will stay.\n\nWSS: And next year?\n\nLee: We will see.",
			[]string{"William S. Saturn", "Ann Lee", "William S. Saturn", "Ann Lee"}},
		{"who signed a letter", "Ann Lee paid. The letter, signed by district engineer Karl Vale, said that the county must pay.", []string{"Karl Vale"}},
		{"not who has seen it", "Ann Lee paid. The letter, seen by Karl Vale on Monday, said that the county must pay.", []string{""}},
		{"not who is named in the words", "Was he accusing referee Karl Vale? He was not. “Karl is a good lad. He got it right.”", []string{""}},
		{"it, which coreference leaves open", "Orbit Labs put up a sign. It said that the mill was shut.", []string{""}},
		{"not where the words stand", "Ann Lee put a picture on Instagram captioned: “Less of a fool.”", []string{""}},
		{"initials of a shorter name", "Zoe Bell met Prof Tariq Aziz Mahmood. Tariq Mahmood builds dams.\n\nZB: Will you sell?\n\n" +
			"Mahmood: No, we will stay.\n\nZB: And next year?\n\nTM: We build.",
			[]string{"Zoe Bell", "Tariq Aziz Mahmood", "Zoe Bell", "Tariq Aziz Mahmood"}},
		{"a court that is named, not who spoke last", "The Oslo Court met. Ann Lee said that she was sorry. The court said that it would rule in May.",
			[]string{"Ann Lee", "Oslo Court"}},
		{"he who was told, not who told him", "Mayor Ann Lee told Karl Vale that he said the mill was lost.", []string{"Ann Lee", "Karl Vale"}},
		{"which he said is still the speaker",
			"Bo Lee also said the films do not show whether Karl Vale had anything in his hands, which he said were at his side.", []string{"Bo Lee", "Bo Lee"}},
		{"goes on", "“We will not sell,” said Ann Lee.\n\n“The mill is ours and it will stay ours.”", []string{"Ann Lee"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := x.Extract(context.Background(), c.text)
			require.NoError(t, err)
			var got []string
			for i := range d.Quotes {
				got = append(got, speakers(d, &d.Quotes[i]))
			}
			require.Equal(t, c.want, got)
		})
	}
}
