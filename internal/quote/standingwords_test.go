package quote

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/tag"
)

// TestStandingWords: each word that tells how a source stands, or what is said of
// it, alone at its work.
func TestStandingWords(t *testing.T) {
	t.Parallel()
	tagger, err := tag.New()
	require.NoError(t, err)
	words, err := builtinWords()
	require.NoError(t, err)
	// stand reads a text whose source and cue are given.
	stand := func(text, source, cue string) (*whosaid.Document, whosaid.Quote) {
		d := &whosaid.Document{Text: text}
		d.Tokens, d.Sentences = segment.Split(text)
		tagger.Tag(context.Background(), d)
		span := func(s string) whosaid.Span {
			i := strings.Index(text, s)
			require.GreaterOrEqual(t, i, 0, "%q in %q", s, text)
			return whosaid.Span{Start: i, End: i + len(s)}
		}
		q := whosaid.Quote{Source: span(source), Cue: span(cue)}
		newBuilder(d, &Attributor{words: words}).stand(&q)
		return d, q
	}
	for _, c := range []struct {
		words, text, source string
		want                whosaid.SourceType
	}{
		{`administration agency army association authority board body camp campaign cartel charity club coalition commission committee company
			council court crew department embassy family federation firm force government group hospital jury leadership management market
			media military militia ministry network newspaper opposition outlet panel parliament party police press prosecution public regime
			school side staff team union university`,
			"The @ said it was cold.", "The @", whosaid.SourceUnnamedGroup},
		{"all both few many most neither others several some they those we", "@ said it was cold.", "@", whosaid.SourceUnnamedGroup},
		{"one", "@ of the guards said it was cold.", "@ of the guards", whosaid.SourceUnnamedPerson},
		{`account accounts advisories advisory affidavit affidavits analyses analysis announcement announcements article articles
			assessment assessments audit audits banner blog book brief briefing bulletin bulletins calculation calculations caption
			census chart circular communique communiqué complaint complaints contract contracts count data database decree diary
			dispatches document documentation documents dossier dossiers e-mail e-mails email emails estimate estimates evaluation
			evidence examination examinations experiments figures file files filing filings findings footage forecast graffiti guide
			guidelines headline index indictment inquiry inscription inspection inspections inventory invoice invoices label law
			lawsuit lawsuits leaflet leaflets ledger ledgers letter letters list log logs manifesto manual map memo memos message
			messages minutes motion newsletter newsletters note notes notice notification order pamphlet paper papers paperwork
			petition photograph photographs placard plaque plate poll polls post poster posts projection projections prospectus
			questionnaire readout readouts receipt record records register release report reports research resolution results review
			reviews rules ruling rulings scan scans schedule screen sign signs simulation simulations site statement statements
			statistics studies study suit summaries summary survey surveys tally test testimony tests text texts transcript
			transcription transcripts tweet tweets verdict video warrant website`,
			"The @ said it was cold.", "The @", whosaid.SourceDocument},
	} {
		for _, w := range strings.Fields(c.words) {
			_, q := stand(strings.ReplaceAll(c.text, "@", w), strings.ReplaceAll(c.source, "@", w), "said")
			require.Equal(t, c.want, q.SourceType, w)
		}
	}
	for _, w := range strings.Fields("also did do does had has have later then") {
		d, q := stand("A guard who saw it "+w+" said it was cold.", "A guard", "said")
		require.Equal(t, "who saw it", d.Slice(q.Justification), w)
	}
	for _, w := range strings.Fields("as because citing fearing for since") {
		d, q := stand("A guard, who gave no name, "+w+" his job, said it was cold.", "A guard", "said")
		require.Equal(t, "who gave no name, "+w+" his job", d.Slice(q.Justification), w)
	}
}
