package train

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/feature"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/tag"
)

// taggedText is a text with a tag after each word.
func taggedText(t *testing.T, id, source, s string) []byte {
	t.Helper()
	text := ""
	tokens := [][3]any{}
	for _, pair := range strings.Fields(s) {
		word, tag, _ := strings.Cut(pair, "/")
		if text != "" && word != "." {
			text += " "
		}
		tokens = append(tokens, [3]any{len(text), len(text) + len(word), tag})
		text += word
	}
	b, err := json.Marshal(map[string]any{"id": id, "source": source, "text": text, "tokens": tokens})
	require.NoError(t, err)
	return append(b, '\n')
}

// tagCorpora is a folder with small corpora.
func tagCorpora(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	sets := map[string][]string{
		"pos/masc.jsonl": {"The/DT glim/NN fell/VBD ./.", "A/DT glim/NN rose/VBD ./.", "They/PRP glim/VBP ./.", "We/PRP glim/VBP ./."},
		"ner/gum.jsonl":  {"The/DT glim/NN rose/VBD (/-LRB- a/DT glim/NN )/-RRB- ./.", "They/PRP glim/VBP to/IN the/DT glim/NN ./.", "We/PRP glim/VBP odd/GW ./."},
	}
	for name, lines := range sets {
		path := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		var all []byte
		for _, l := range slices.Repeat(lines, 4) {
			all = append(all, taggedText(t, l, strings.Split(name, "/")[0], l)...)
		}
		require.NoError(t, os.WriteFile(path, all, 0o644))
	}
	return dir
}

// TestTags: what is learned is known again, and the same data give the same
// bytes.
func TestTags(t *testing.T) {
	t.Parallel()
	dir := tagCorpora(t)
	silent := func(string, ...any) {}
	clusters, err := feature.OpenClusters(model.Clusters)
	require.NoError(t, err)
	weights, err := Tags(dir, clusters, silent)
	require.NoError(t, err)
	again, err := Tags(dir, clusters, silent)
	require.NoError(t, err)
	require.Equal(t, weights, again)

	s := model.BuiltIn()
	s.Tags = weights
	tagger, err := tag.Open(s)
	require.NoError(t, err)
	d := &whosaid.Document{Text: "The glim fell. They glim to the glim."}
	d.Tokens, d.Sentences = segment.Split(d.Text)
	tagger.Tag(t.Context(), d)
	var got []string
	for _, tok := range d.Tokens {
		got = append(got, tok.Tag)
	}
	require.Equal(t, "DT NN VBD . PRP VBP TO DT NN .", strings.Join(got, " "))
}

func TestTagsWithoutCorpora(t *testing.T) {
	t.Parallel()
	_, err := Tags(t.TempDir(), nil, func(string, ...any) {})
	require.ErrorIs(t, err, os.ErrNotExist)
}

// TestPennTag: tags of newer treebanks become those of the Penn Treebank.
func TestPennTag(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ word, tag, want string }{
		{"(", "-LRB-", "("}, {")", "-RRB-", ")"}, {"-", "HYPH", "-"}, {"to", "IN", "TO"}, {"in", "IN", "IN"}, {"odd", "GW", ""}, {"lee", "NNP", "NNP"},
	} {
		require.Equal(t, c.want, pennTag(c.word, c.tag), c.word)
	}
}
