package train

import (
	mathbits "math/bits"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/attrib"
	"github.com/whosaid/whosaid/internal/feature"
	"github.com/whosaid/whosaid/internal/lab/markup"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/modelfile"
)

func builtIn(t testing.TB) *attrib.Reader {
	t.Helper()
	m, err := linear.Open(modelfile.Quotes, model.BuiltIn().Quotes)
	require.NoError(t, err)
	clusters, err := feature.OpenClusters(model.BuiltIn().Clusters)
	require.NoError(t, err)
	r, err := attrib.NewReader(m, clusters)
	require.NoError(t, err)
	return r
}

// taught are texts with what an annotator marks in them.
var taught = []struct {
	name, text           string
	cue, source, content string
	cues                 []bool   // of each candidate
	labels               []string // of each unit around the cue
	found                int      // how often the reader finds the frame
}{
	{
		name: "direct", text: "“/`` We/PRP will/MD not/RB sell/VB the/DT old/JJ mill/NN ,/, ”/'' said/VBD *Ann/NNP *Lee/NNP on/IN Monday/NNP ./.",
		cue: "said", source: "Ann Lee", content: "“ We will not sell the old mill , ”",
		cues:   []bool{true},
		labels: []string{"begin-content", "outside", "begin-source", "source", "outside", "outside", "outside"},
		found:  1,
	},
	{
		name: "indirect", text: "*Lee/NNP ,/, a/DT nurse/NN ,/, has/VBZ not/RB said/VBN that/IN the/DT ward/NN was/VBD full/JJ (/( or/CC shut/VBD )/) ;/: she/PRP " +
			"claims/VBZ to/TO have/VB warned/VBN the/DT reporters/NNS ./.",
		cue: "said", source: "Lee", content: "the ward was full",
		cues: []bool{true, false, false},
		labels: strings.Fields("begin-source outside outside outside outside outside outside outside outside begin-content content content content" +
			" outside outside outside outside outside outside outside outside outside outside outside outside outside"),
		found: 1,
	},
	{
		name: "passive", text: "The/DT bridge/NN was/VBD called/VBN “/`` a/DT danger/NN ”/'' by/IN the/DT council/NN 's/POS report/NN in/IN 1990/CD ,/, not/RB by/IN *Lee/NNP ./.\n" +
			"“/`` It/PRP fell/VBD ./. ”/''",
		cue: "called", source: "the council 's report", content: "“ a danger ”",
		cues: []bool{false, true, false},
		labels: strings.Fields("outside outside outside outside begin-content outside begin-source source source source outside outside outside" +
			" outside outside outside outside"),
		found: 0,
	},
}

// TestTeaching: what an annotator marked becomes the labels of units and the
// answers to learn.
func TestTeaching(t *testing.T) {
	t.Parallel()
	r := builtIn(t)
	for _, c := range taught {
		t.Run(c.name, func(t *testing.T) {
			d := QuoteDoc{Doc: markup.Document(c.text), Weight: 1}
			d.Golds = []Gold{{Cue: markup.Span(t, d.Doc, c.cue), Source: markup.Span(t, d.Doc, c.source), Content: []whosaid.Span{markup.Span(t, d.Doc, c.content)}}}
			var cues []bool
			for _, e := range d.cueExamples(r) {
				cues = append(cues, e.Allowed[0] == 2)
			}
			require.Equal(t, c.cues, cues)
			var labels []string
			for _, e := range d.frameExamples(r) {
				require.Len(t, e.Features, len(e.Allowed))
				for _, l := range e.Allowed {
					labels = append(labels, attrib.Labels()[mathbits.TrailingZeros64(l)])
				}
			}
			require.Equal(t, c.labels, labels)
			right := 0
			for _, e := range d.wholeExamples(r) {
				if e.Allowed[0] == 2 {
					right++
				}
			}
			require.Equal(t, c.found, right)
		})
	}
}

// TestMatchCues: of the words of a cue the first verb is taken, or else the first
// word; a word is the cue of one gold.
func TestMatchCues(t *testing.T) {
	t.Parallel()
	at := func(n int) whosaid.Span { return whosaid.Span{Start: 10 * n, End: 10*n + 5} }
	cands := []attrib.Candidate{{Cue: at(0)}, {Cue: at(1)}, {Cue: at(2), Verb: true}, {Cue: at(3), Verb: true}, {Cue: at(4)}}
	golds := []Gold{{Cue: whosaid.Span{Start: 0, End: 35}, Name: "a"}, {Cue: whosaid.Span{Start: 0, End: 15}, Name: "b"},
		{Cue: at(2), Name: "c"}, {Cue: at(7), Name: "d"}, {Name: "e"}}
	got := map[int]string{}
	for i, g := range matchCues(cands, golds) {
		got[i] = g.Name
	}
	require.Equal(t, map[int]string{2: "a", 0: "b"}, got)
}

// TestMatches: a frame is right if it shares half of what it and a gold cover, and
// its cue overlaps that of the gold.
func TestMatches(t *testing.T) {
	t.Parallel()
	gold := []Gold{{Cue: whosaid.Span{Start: 0, End: 4}, Content: []whosaid.Span{{Start: 10, End: 20}}}}
	for _, c := range []struct {
		cue, content whosaid.Span
		want         bool
	}{
		{whosaid.Span{Start: 0, End: 4}, whosaid.Span{Start: 10, End: 20}, true},
		{whosaid.Span{Start: 2, End: 8}, whosaid.Span{Start: 10, End: 15}, true},
		{whosaid.Span{Start: 0, End: 4}, whosaid.Span{Start: 10, End: 14}, false},
		{whosaid.Span{Start: 0, End: 4}, whosaid.Span{Start: 5, End: 26}, false},
		{whosaid.Span{Start: 0, End: 4}, whosaid.Span{Start: 20, End: 30}, false},
		{whosaid.Span{Start: 4, End: 8}, whosaid.Span{Start: 10, End: 20}, false},
	} {
		f := &attrib.Frame{Cue: c.cue, Content: []attrib.Piece{{Span: c.content}}}
		require.Equal(t, c.want, matches(f, gold), "%v %v", c.cue, c.content)
	}
	gold[0].Cue = whosaid.Span{}
	f := &attrib.Frame{Cue: whosaid.Span{Start: 30, End: 34}, Content: []attrib.Piece{{Span: whosaid.Span{Start: 10, End: 20}}}}
	require.True(t, matches(f, gold), "a gold without a cue")
}
