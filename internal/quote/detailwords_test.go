package quote_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
)

// TestDetailWords: each word that tells a detail of a quote, in a sentence.
func TestDetailWords(t *testing.T) {
	t.Parallel()
	x, err := extract.New()
	require.NoError(t, err)
	quote := func(text string) (*whosaid.Document, whosaid.Quote) {
		d, err := x.Extract(context.Background(), text)
		require.NoError(t, err)
		require.NotEmpty(t, d.Quotes, text)
		return d, d.Quotes[0]
	}
	for modality, words := range map[whosaid.Modality]string{
		whosaid.ModalityFuture:      "will shall",
		whosaid.ModalityPossible:    "may might could can",
		whosaid.ModalityObliged:     "must should",
		whosaid.ModalityConditional: "would",
	} {
		for _, w := range strings.Fields(words) {
			_, q := quote("Ann Lee " + w + " say that the bridge is safe.")
			require.Equal(t, modality, q.Modality, w)
		}
	}
	for _, w := range strings.Fields("reportedly allegedly apparently") {
		_, q := quote("Ann Lee " + w + " said that the bridge was safe.")
		require.Equal(t, whosaid.ModalityHearsay, q.Modality, w)
	}
	for _, w := range strings.Fields("is was expected set due") {
		_, q := quote("Ann Lee, who " + map[bool]string{true: w, false: "is " + w}[w == "is" || w == "was"] + " to say that the bridge is safe, left.")
		require.Equal(t, whosaid.ModalityFuture, q.Modality, w)
	}
	for _, w := range strings.Fields("told asked informed reminded assured warned advised") {
		d, q := quote("Ann Lee " + w + " the council that the bridge was safe.")
		require.Equal(t, "the council", text(d, q.Addressee), w)
	}
	for _, w := range strings.Fields("urged ordered") {
		d, q := quote("Ann Lee " + w + " the council to close the bridge.")
		require.Equal(t, "the council", text(d, q.Addressee), w)
	}
	for _, w := range strings.Fields(`interview statement conference briefing speech letter email e-mail tweet post message video release report address
		memo testimony broadcast article blog column editorial note text hearing debate rally podcast announcement`) {
		d, q := quote("“The bridge is safe,” Ann Lee said in the " + w + ".")
		require.Equal(t, "the "+w, text(d, q.Medium), w)
	}
	for _, w := range strings.Fields("Twitter Facebook Instagram YouTube radio television Telegram Weibo LinkedIn") {
		d, q := quote("“The bridge is safe,” Ann Lee said on " + w + ".")
		require.Equal(t, w, text(d, q.Medium), w)
	}
	for _, w := range strings.Fields("in on at during via by through") {
		d, q := quote("“The bridge is safe,” Ann Lee said " + w + " the hearing.")
		require.Equal(t, "the hearing", text(d, q.Medium), w)
	}
	for _, w := range strings.Fields("with to for on") {
		d, q := quote("“The bridge is safe,” Ann Lee said in a statement " + w + " Reuters.")
		require.Equal(t, "a statement "+w+" Reuters", text(d, q.Medium), w)
	}
	for _, cue := range []string{"called for", "called on", "calls for", "calls on", "pointed out", "points out", "insisted on"} {
		d, q := quote("Ann Lee " + cue + " “a safe bridge.”")
		require.Equal(t, cue, text(d, q.Cue), cue)
	}
	for _, w := range strings.Fields("yet unable unwilling") {
		_, q := quote("Ann Lee is " + w + " to say whether the bridge is safe.")
		require.True(t, q.Negated, w)
	}
	for _, w := range strings.Fields(`decline declined declines declining fail failed failing fails forgets forgot neglected neglects refuse refused
		refuses refusing`) {
		_, q := quote("Ann Lee " + w + " to admit that the bridge was unsafe.")
		require.True(t, q.Negated, w)
	}
	for _, w := range strings.Fields("short clear shy") {
		_, q := quote("Ann Lee stopped " + w + " of saying that the bridge was unsafe.")
		require.True(t, q.Negated, w)
	}
	for _, w := range strings.Fields("Nor Never Neither") {
		_, q := quote(w + " did Ann Lee say that the bridge was unsafe.")
		require.True(t, q.Negated, w)
	}
	for _, w := range strings.Fields("rule ruled rules ruling") {
		d, q := quote("Ann Lee does not " + w + " out that the bridge will close.")
		require.Equal(t, whosaid.CueDeny, q.CueClass, w)
		require.Equal(t, w+" out", text(d, q.Cue))
	}
	for _, w := range []string{"No official", "Nobody", "None of them", "Neither of them", "No one"} {
		_, q := quote(w + " said that the bridge was safe.")
		require.True(t, q.Negated, w)
	}
}
