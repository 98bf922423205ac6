package model_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/internal/lab/train"
	"github.com/whosaid/whosaid/internal/model"
)

// maxBytes is the budget for all models and tables.
const maxBytes = 14 << 20

func TestManifest(t *testing.T) {
	t.Parallel()
	m, err := train.ReadManifest(".")
	require.NoError(t, err)
	all := 0
	embedded := map[string][]byte{
		"clusters.bin": model.Clusters, "lists.bin": model.Lists, "case.bin": model.Case, "prose.bin": model.Prose,
		"tags.bin": model.Tags, "ner.bin": model.NER, "coref.bin": model.Coref, "quotes.bin": model.Quotes,
		"moves.bin": model.Moves, "relations.bin": model.Relations,
	}
	for _, e := range m.Models {
		data, err := os.ReadFile(e.File)
		require.NoError(t, err)
		require.Equal(t, train.Hash(data), e.SHA256, "%s is not the file that MANIFEST.json tells of: train again, or restore it", e.File)
		require.Equal(t, len(data), e.Bytes, e.File)
		all += len(data)
		if b, ok := embedded[e.File]; ok {
			require.Equal(t, train.Hash(b), e.SHA256, e.File)
			delete(embedded, e.File)
		}
		require.NotEmpty(t, e.What, e.File)
		require.NotEmpty(t, e.Command, e.File)
		require.NotEmpty(t, e.Corpora, e.File)
		for _, c := range e.Corpora {
			require.NotEmpty(t, c.Licence, "%s: %s", e.File, c.Path)
		}
	}
	require.Empty(t, embedded, "models that MANIFEST.json does not name")
	require.Less(t, all, maxBytes)
	notice, err := os.ReadFile("NOTICE")
	require.NoError(t, err)
	for _, credit := range []string{"GeoNames", "Wikinews", "GUM", "English Web Treebank", "Wikigold", "re3d", "Kantrowitz", "FiveThirtyEight", "MASC", "Open Government Licence"} {
		require.Contains(t, string(notice), credit)
	}
}
