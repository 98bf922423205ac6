package attrib

import (
	"fmt"
	"hash/fnv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/feature"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/modelfile"
)

// tagged makes a document of words with their tags, "Lee/NNP said/VBD", a
// sentence a line; "*" before a word says that it is part of a person's name.
// It depends on no other stage.
func tagged(text string) *whosaid.Document {
	d := &whosaid.Document{Entities: []whosaid.Entity{{ID: 1, Kind: whosaid.EntityPerson, Name: "Ann Lee"}}}
	var b strings.Builder
	for n, line := range strings.Split(text, "\n") {
		if n > 0 {
			b.WriteString("\n\n")
		}
		s := whosaid.Sentence{Span: whosaid.Span{Start: b.Len()}, FirstToken: len(d.Tokens), Paragraph: n}
		for i, f := range strings.Fields(line) {
			if i > 0 {
				b.WriteByte(' ')
			}
			at := strings.LastIndexByte(f, '/')
			word, isName := strings.CutPrefix(f[:at], "*")
			span := whosaid.Span{Start: b.Len(), End: b.Len() + len(word)}
			b.WriteString(word)
			d.Tokens = append(d.Tokens, whosaid.Token{Span: span, Tag: f[at+1:]})
			if isName {
				d.Entities[0].Mentions = append(d.Entities[0].Mentions, len(d.Mentions))
				d.Mentions = append(d.Mentions, whosaid.Mention{Span: span, Entity: 1, Form: whosaid.MentionName})
			}
		}
		s.End, s.EndToken = b.Len(), len(d.Tokens)
		d.Sentences = append(d.Sentences, s)
	}
	d.Text = b.String()
	return d
}

func builtIn(t testing.TB) *Reader {
	t.Helper()
	m, err := linear.Open(modelfile.Quotes, model.BuiltIn().Quotes)
	require.NoError(t, err)
	clusters, err := feature.OpenClusters(model.BuiltIn().Clusters)
	require.NoError(t, err)
	r, err := NewReader(m, clusters)
	require.NoError(t, err)
	return r
}

// spanOf is where the words stand in d.
func spanOf(t testing.TB, d *whosaid.Document, words string) whosaid.Span {
	t.Helper()
	at := strings.Index(d.Text, words)
	require.GreaterOrEqual(t, at, 0, words)
	return whosaid.Span{Start: at, End: at + len(words)}
}

// featured are texts whose features are known.
var featured = []struct {
	name, text string
	cue        string
	features   string // digest of all that is learned from it
}{
	{
		name: "direct", text: "“/`` We/PRP will/MD not/RB sell/VB the/DT old/JJ mill/NN ,/, ”/'' said/VBD *Ann/NNP *Lee/NNP on/IN Monday/NNP ./.",
		cue:      "said",
		features: "899902f2e9e6ddbc",
	},
	{
		name: "indirect", text: "*Lee/NNP ,/, a/DT nurse/NN ,/, has/VBZ not/RB said/VBN that/IN the/DT ward/NN was/VBD full/JJ (/( or/CC shut/VBD )/) ;/: she/PRP " +
			"claims/VBZ to/TO have/VB warned/VBN the/DT reporters/NNS ./.",
		cue:      "said",
		features: "7ac637797862ea40",
	},
	{
		name: "passive", text: "The/DT bridge/NN was/VBD called/VBN “/`` a/DT danger/NN ”/'' by/IN the/DT council/NN 's/POS report/NN in/IN 1990/CD ,/, not/RB by/IN *Lee/NNP ./.\n" +
			"“/`` It/PRP fell/VBD ./. ”/''",
		cue:      "called",
		features: "90f291fe5cf303ba",
	},
}

// TestFeaturesAreThoseOfTheModel: the weights were learned for features of these
// numbers, how sure the model is of a cue among them. Where a digest changes
// although the model is the same, the model reads what it has not learned:
// train it anew, and only then write the new digest here.
func TestFeaturesAreThoseOfTheModel(t *testing.T) {
	t.Parallel()
	r := builtIn(t)
	for _, c := range featured {
		t.Run(c.name, func(t *testing.T) {
			d := tagged(c.text)
			h := fnv.New64a()
			cands, windows := r.Candidates(d), 0
			for i := range cands {
				fmt.Fprintln(h, cands[i].Features)
			}
			r.Windows(d, func(i int) bool { return cands[i].Cue == spanOf(t, d, c.cue) }, func(i int, w Window) {
				require.Equal(t, cands[i].Cue, w.Units[w.Cue])
				require.Len(t, w.Features, len(w.Units))
				windows++
				fmt.Fprintln(h, w.Features)
			})
			require.Equal(t, 1, windows)
			r.Frames(d, func(f *Frame, features []uint32) {
				require.NotEmpty(t, f.Content)
				fmt.Fprintln(h, features)
			})
			require.Equal(t, c.features, fmt.Sprintf("%016x", h.Sum64()))
		})
	}
}
