package train

import (
	"encoding/json"
	"fmt"
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

// taggedText is a text with a tag after each word, as the files of trees have it.
// A silver text has its words in another file.
func taggedText(t *testing.T, id, s string, silver bool) (line, text []byte) {
	t.Helper()
	words := ""
	var sentence [][5]any
	for _, pair := range strings.Fields(s) {
		word, tag, _ := strings.Cut(pair, "/")
		if words != "" && word != "." {
			words += " "
		}
		sentence = append(sentence, [5]any{len(words), len(words) + len(word), tag, 0, "root"})
		words += word
	}
	doc := map[string]any{"id": id, "sentences": [][][5]any{sentence}}
	if !silver {
		doc["text"] = words
	}
	line, err := json.Marshal(doc)
	require.NoError(t, err)
	text, err = json.Marshal(map[string]string{"id": id, "text": words})
	require.NoError(t, err)
	return append(line, '\n'), append(text, '\n')
}

// tagCorpora is a folder with small corpora.
func tagCorpora(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	sets := map[string][]string{
		treesGUM:    {"The/DT glim/NN rose/VBD (/-LRB- a/DT glim/NN )/-RRB- ./.", "They/PRP glim/VBP to/IN the/DT glim/NN ./.", "We/PRP glim/VBP odd/GW ./."},
		treesEWT:    {"The/DT glim/NN fell/VBD ./.", "A/DT glim/NN rose/VBD ./."},
		treesSilver: {"They/PRP glim/VBP ./.", "We/PRP glim/VBP ./."},
	}
	texts := []byte{}
	for name, lines := range sets {
		var all []byte
		for i, l := range slices.Repeat(lines, 4) {
			line, text := taggedText(t, fmt.Sprint(name, i), l, name == treesSilver)
			all = append(all, line...)
			if name == treesSilver {
				texts = append(texts, text...)
			}
		}
		writeSet(t, dir, name, all)
	}
	writeSet(t, dir, textsSilver, texts)
	return dir
}

func writeSet(t *testing.T, dir, name string, content []byte) {
	t.Helper()
	path := filepath.Join(dir, name)
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, content, 0o644))
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
		{"(", "-LRB-", "("}, {")", "-RRB-", ")"}, {"-", "HYPH", "-"}, {"to", "IN", "TO"}, {"in", "IN", "IN"}, {"odd", "GW", ""}, {"@lee", "ADD", ""}, {"*", "NFP", ""}, {"lee", "NNP", "NNP"},
	} {
		require.Equal(t, c.want, pennTag(c.word, c.tag), c.word)
	}
}
