package segment

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
)

// TestKinds: each sentence of a text with its kind.
func TestKinds(t *testing.T) {
	t.Parallel()
	const (
		prose    = whosaid.SentenceProse
		headline = whosaid.SentenceHeadline
		note     = whosaid.SentenceNote
		dateline = whosaid.SentenceDateline
		byline   = whosaid.SentenceByline
	)
	body := "\n\nThe mayor of the port said on Monday that the old bridge will stay shut."
	for _, c := range []struct {
		kind, text string
		want       []whosaid.SentenceKind
	}{
		{"headline as a sentence", "Mayor keeps old bridge shut" + body, []whosaid.SentenceKind{headline, prose}},
		{"headline in Title Case", "Mayor Keeps Old Bridge Shut Until May" + body, []whosaid.SentenceKind{headline, prose}},
		{"headline in capitals", "MAYOR KEEPS OLD BRIDGE SHUT" + body, []whosaid.SentenceKind{headline, prose}},
		{"headline that asks", "Who Will Pay for the Old Bridge?" + body, []whosaid.SentenceKind{headline, prose}},
		{"a first sentence", "The mayor kept the bridge shut." + body, []whosaid.SentenceKind{prose, prose}},
		{"heading of a section", "The bridge was built in 1911." + "\n\nEarly years" + body, []whosaid.SentenceKind{prose, headline, prose}},
		{"two headings", "The bridge was built in 1911." + "\n\nEarly years\n\nThe first bridge" + body, []whosaid.SentenceKind{prose, headline, headline, prose}},
		{"item of a list", "The bridge was built in 1911.\n\n• Early years" + body, []whosaid.SentenceKind{prose, prose, prose}},
		{"what introduces speech", "The bridge was built in 1911.\n\nThe mayor then added this:" + body, []whosaid.SentenceKind{prose, prose, prose}},
		{"date", "Friday, January 4, 2019" + body, []whosaid.SentenceKind{dateline, prose}},
		{"date of a page", "Published: 24 Sept. 2015, 10:30 p.m. EDT" + body, []whosaid.SentenceKind{dateline, prose}},
		{"dateline of an agency", "BEIJING, Sept. 24 (Xinhua) -- The talks ended.", []whosaid.SentenceKind{dateline, prose}},
		{"dateline with a dash", "SEOUL, South Korea — The talks ended.", []whosaid.SentenceKind{dateline, prose}},
		{"dateline in ordinary letters", "Lima, Peru (AP) - The talks ended.", []whosaid.SentenceKind{dateline, prose}},
		{"dateline with two agencies", "PARIS (Reuters/AFP) – The talks ended.", []whosaid.SentenceKind{dateline, prose}},
		{"a dash in a sentence", "Ann Lee – a mayor – left the talks.", []whosaid.SentenceKind{prose}},
		{"byline", "By Ann Lee and Bo Wu" + body, []whosaid.SentenceKind{byline, prose}},
		{"byline in capitals", "BY ANN LEE, STAFF WRITER" + body, []whosaid.SentenceKind{byline, prose}},
		{"byline without by", "Ann Lee, Staff Writer" + body, []whosaid.SentenceKind{byline, prose}},
		{"credits of an agency", "The talks ended.\n\n(Reporting by Ann Lee; editing by Bo Wu)", []whosaid.SentenceKind{prose, byline}},
		{"a sentence with by", "By Monday the bridge was shut.", []whosaid.SentenceKind{prose}},
		{"photo credit", "Photo: Ann Lee/Orbit" + body, []whosaid.SentenceKind{note, prose}},
		{"image credit", "Image: Bo Wu." + body, []whosaid.SentenceKind{note, prose}},
		{"bracketed remark", "The talks ended.[Special coverage]\nBoth sides left.", []whosaid.SentenceKind{prose, note, prose}},
		{"link to more", "The talks ended.\n\nRead more: The old bridge", []whosaid.SentenceKind{prose, note}},
		{"copyright", "The talks ended.\n\n© 2015 Orbit Press", []whosaid.SentenceKind{prose, note}},
		{"row of symbols", "The talks ended.\n\n* * *\n\n*****\n\nBoth left.", []whosaid.SentenceKind{prose, note, note, prose}},
	} {
		t.Run(c.kind, func(t *testing.T) {
			t.Parallel()
			_, sents := Split(c.text)
			var got []whosaid.SentenceKind
			for _, s := range sents {
				got = append(got, s.Kind)
			}
			require.Equal(t, c.want, got)
		})
	}
}
