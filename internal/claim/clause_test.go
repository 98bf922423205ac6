package claim

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
)

// tagged makes a document of one sentence from words with tags, "left/VBD", so
// that the cutting is tested whatever the tagger says. Runs of NNP are people.
func tagged(t *testing.T, text string) *whosaid.Document {
	t.Helper()
	d := &whosaid.Document{}
	named := false
	for i, f := range strings.Fields(text) {
		cut := strings.LastIndex(f, "/")
		require.Positive(t, cut, f)
		word, tag := f[:cut], f[cut+1:]
		if i > 0 {
			d.Text += " "
		}
		span := whosaid.Span{Start: len(d.Text), End: len(d.Text) + len(word)}
		d.Text += word
		d.Tokens = append(d.Tokens, whosaid.Token{Span: span, Tag: tag})
		switch {
		case tag != "NNP":
			named = false
			continue
		case !named:
			id := whosaid.EntityID(len(d.Entities) + 1)
			d.Entities = append(d.Entities, whosaid.Entity{ID: id, Kind: whosaid.EntityPerson, Name: word})
			d.Mentions = append(d.Mentions, whosaid.Mention{Span: span, Entity: id, Form: whosaid.MentionName})
		}
		m := &d.Mentions[len(d.Mentions)-1]
		m.End = span.End
		named = true
	}
	d.Sentences = []whosaid.Sentence{{Span: whosaid.Span{End: len(d.Text)}, Kind: whosaid.SentenceProse, EndToken: len(d.Tokens)}}
	return d
}

// found are the claims of d: pieces, subject, predicate.
func found(t *testing.T, d *whosaid.Document) []string {
	t.Helper()
	f, err := New()
	require.NoError(t, err)
	var out []string
	claims, err := f.Find(context.Background(), d)
	require.NoError(t, err)
	for _, c := range claims {
		out = append(out, d.Words(c.Spans...)+" | "+d.Slice(c.Subject)+" | "+d.Slice(c.Predicate))
	}
	return out
}

func TestCut(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"past taken for a participle", "The/DT court/NN freed/VBN Lee/NNP in/IN May/NNP ./.", []string{
			"The court freed Lee in May | The court | freed"}},
		{"the same before a coordinator", "The/DT first/JJ charged/VBN Lee/NNP with/IN theft/NN ,/, and/CC the/DT second/NN freed/VBD him/PRP ./.", []string{
			"The first charged Lee with theft | The first | charged",
			"the second freed him | the second | freed"}},
		{"third person taken for a plural", "The/DT act/NN lists/NNS Lee/NNP as/IN an/DT heir/NN ./.", []string{
			"The act lists Lee as an heir | The act | lists"}},
		{"past taken for an adjective", "The/DT storm/NN killed/VBD Lee/NNP and/CC injured/JJ eight/CD men/NNS ./.", []string{
			"The storm killed Lee | The storm | killed",
			"The storm … injured eight men | The storm | injured"}},
		{"reduced relative clause", "The/DT figures/NNS they/PRP gave/VBD differed/VBD from/IN those/DT of/IN Lee/NNP ./.", []string{
			"The figures they gave differed from those of Lee | The figures they gave | differed"}},
		{"reduced relative clause after a coordinator", "Lee/NNP left/VBD ,/, but/CC the/DT figures/NNS he/PRP gave/VBD were/VBD wrong/JJ ./.", []string{
			"Lee left | Lee | left",
			"the figures he gave were wrong | the figures he gave | were"}},
		{"relative clause before a shared subject", "The/DT guard/NN saw/VBD Lee/NNP ,/, who/WP was/VBD late/JJ ,/, and/CC left/VBD ./.", []string{
			"The guard saw Lee | The guard | saw",
			"The guard … left | The guard | left",
			"was late | Lee | was"}},
		{"relative clause before an infinitive", "The/DT guard/NN hit/VBD Lee/NNP ,/, who/WP was/VBD armed/JJ ,/, to/TO stop/VB him/PRP ./.", []string{
			"The guard hit Lee … to stop him | The guard | hit",
			"was armed | Lee | was"}},
		{"adjectives joined", "Lee/NNP is/VBZ both/DT rich/JJ and/CC old/JJ and/CC lives/VBZ here/RB ./.", []string{
			"Lee is both rich and old | Lee | is",
			"Lee … lives here | Lee | lives"}},
		{"verb of the first subject after a phrase", "Lee/NNP drove/VBD fast/RB and/CC across/IN the/DT line/NN and/CC hit/VBD a/DT car/NN ./.", []string{
			"Lee drove fast and across the line | Lee | drove",
			"Lee … hit a car | Lee | hit"}},
		{"phrase with a participle is no clause", "On/IN a/DT trip/NN held/VBN in/IN May/NNP ./.", nil},
		{"noun taken for a verb", "Lee/NNP settled/VBD several/JJ disputes/VBZ in/IN May/NNP ./.", []string{
			"Lee settled several disputes in May | Lee | settled"}},
		{"verb taken for a noun", "Lee/NNP cannot/NN pay/NN the/DT bill/NN ./.", []string{
			"Lee cannot pay the bill | Lee | cannot pay"}},
		{"never before", "Lee/NNP had/VBD never/RB before/IN seen/VBN snow/NN ./.", []string{
			"Lee had never before seen snow | Lee | had never before seen"}},
		{"adverb that joins sentences", "However/RB ,/, Lee/NNP left/VBD ./.", []string{
			"Lee left | Lee | left"}},
		{"where-clause", "Lee/NNP went/VBD to/TO Rome/NNP ,/, where/WRB the/DT pope/NN met/VBD him/PRP ./.", []string{
			"Lee went to Rome | Lee | went",
			"the pope met him | the pope | met"}},
		{"dash before an apposition", "Lee/NNP lost/VBD the/DT race/NN —/: a/DT race/NN he/PRP loved/VBD ./.", []string{
			"Lee lost the race — a race he loved | Lee | lost"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, c.want, found(t, tagged(t, c.text)))
		})
	}
}

// What somebody is reported to say, in no quote, is not the narrator's claim, nor
// is it his that they say it. A thing that is announced or denied is one.
func TestSayingWithoutAQuoteIsNoClaim(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"that", "Lee/NNP said/VBD that/IN Rome/NNP fell/VBD in/IN May/NNP ./.", nil},
		{"without that", "Lee/NNP said/VBD Rome/NNP fell/VBD ./.", nil},
		{"that, far from the verb", "Lee/NNP said/VBD in/IN Rome/NNP that/IN the/DT bank/NN failed/VBD ./.", nil},
		{"a thing", "Lee/NNP announced/VBD the/DT sale/NN of/IN the/DT bank/NN ./.", []string{
			"Lee announced the sale of the bank | Lee | announced"}},
		{"another clause", "Lee/NNP announced/VBD the/DT sale/NN ,/, and/CC Bo/NNP left/VBD Rome/NNP ./.", []string{
			"Lee announced the sale | Lee | announced",
			"Bo left Rome | Bo | left"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, c.want, found(t, tagged(t, c.text)))
		})
	}
}

// Within what somebody says, clauses may stand side by side, and more may be
// added with a participle.
func TestCutSpeech(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"what is added", "she/PRP sold/VBD the/DT bank/NN ,/, insisting/VBG that/IN she/PRP had/VBD never/RB met/VBN Lee/NNP", []string{
			"she sold the bank | she | sold",
			"she had never met Lee | she | had never met"}},
		{"side by side", "I/PRP never/RB met/VBD Lee/NNP ,/, I/PRP never/RB saw/VBD him/PRP", []string{
			"I never met Lee | I | met",
			"I never saw him | I | saw"}},
		{"and that", "the/DT bank/NN failed/VBD and/CC that/IN Lee/NNP left/VBD Rome/NNP", []string{
			"the bank failed | the bank | failed",
			"Lee left Rome | Lee | left"}},
		{"marks within", "Lee/NNP left/VBD ``/`` and/CC there/EX is/VBZ hope/NN for/IN Rome/NNP ''/''", []string{
			"Lee left | Lee | left",
			"there is hope for Rome | there | is"}},
		{"marks around words joined", "Lee/NNP faces/VBZ ``/`` theft/NN and/CC fraud/NN charges/NNS ''/'' in/IN Rome/NNP", []string{
			"Lee faces `` theft and fraud charges '' in Rome | Lee | faces"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := tagged(t, c.text)
			all := whosaid.Span{End: len(d.Text)}
			d.Quotes = []whosaid.Quote{{Span: all, ID: 1, Form: whosaid.QuoteMixed, Content: []whosaid.Span{all}, CueClass: whosaid.CueSay, Score: 1}}
			require.Equal(t, c.want, found(t, d))
		})
	}
}
