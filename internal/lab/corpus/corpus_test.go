package corpus_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/lab/corpus"
)

func each(t *testing.T, text string) []corpus.Doc {
	t.Helper()
	var docs []corpus.Doc
	require.NoError(t, corpus.Each(strings.NewReader(text), func(d *corpus.Doc) error { docs = append(docs, *d); return nil }))
	return docs
}

func TestEachReadsALineAtATime(t *testing.T) {
	t.Parallel()
	docs := each(t, `{"id": "a", "text": "Lee left.", "tokens": [[0, 3, "NNP"]], "a": [[0, 3, "PER"]], "sentences": [[0, 9]]}
{"id": "b", "quotes": [{"start": 1, "end": 2, "speech": false, "cue": [3, 4]}]}

{"id": "c"}`)
	require.Len(t, docs, 3, "an empty line is none, and the last needs no end")
	require.Equal(t, []corpus.Token{{Start: 0, End: 3, Tag: "NNP"}}, docs[0].Tokens)
	require.Equal(t, []corpus.Label{{Start: 0, End: 3, Type: "PER"}}, docs[0].A)
	require.Equal(t, [][2]int{{0, 9}}, docs[0].Sentences)
	require.False(t, *docs[1].Quotes[0].Speech)
	require.Equal(t, []int{3, 4}, docs[1].Quotes[0].Cue)
	require.Equal(t, "c", docs[2].ID)
}

func TestEachNamesTheLineOfAnError(t *testing.T) {
	t.Parallel()
	err := corpus.Each(strings.NewReader("{}\n{\n"), func(*corpus.Doc) error { return nil })
	require.ErrorContains(t, err, "line 2: ")
	stop := errors.New("enough")
	n := 0
	err = corpus.Each(strings.NewReader("{}\n{}\n{}\n"), func(*corpus.Doc) error {
		if n++; n == 2 {
			return stop
		}
		return nil
	})
	require.ErrorIs(t, err, stop)
	require.ErrorContains(t, err, "line 2: ")
	require.Equal(t, 2, n, "nothing is read behind an error")
	broken := errors.New("broken")
	err = corpus.Each(failing{broken}, func(*corpus.Doc) error { return nil })
	require.ErrorIs(t, err, broken)
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func TestReadFile(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "docs.jsonl")
	require.NoError(t, os.WriteFile(name, []byte("{\"id\": \"a\"}\n{\"id\": \"b\"}\n"), 0o600))
	docs, err := corpus.ReadFile(name)
	require.NoError(t, err)
	require.Len(t, docs, 2)
	require.Equal(t, "b", docs[1].ID)

	require.NoError(t, os.WriteFile(name, []byte("{\"id\": 1}\n"), 0o600))
	docs, err = corpus.ReadFile(name)
	require.ErrorContains(t, err, "docs.jsonl: line 1: ")
	require.Nil(t, docs)
	_, err = corpus.ReadFile(name + "x")
	require.ErrorIs(t, err, os.ErrNotExist)
}

func TestPublished(t *testing.T) {
	t.Parallel()
	for dct, want := range map[string]time.Time{
		"2015-09-24":          time.Date(2015, 9, 24, 0, 0, 0, 0, time.UTC),
		"2015-09-24T10:30:00": time.Date(2015, 9, 24, 0, 0, 0, 0, time.UTC),
		"":                    {},
		"2015-09":             {},
		"2015-13-24":          {},
		"24 Sept. 2015":       {},
	} {
		require.Equal(t, want, (&corpus.Doc{DCT: dct}).Published(), dct)
	}
}

// shown writes the names of a document as "kind words#cluster".
func shown(d *corpus.Doc) (out []string) {
	for _, n := range d.Names() {
		out = append(out, string(n.Kind)+" "+d.Text[n.Start:n.End]+"#"+string(rune('0'+n.Cluster)))
	}
	return out
}

// TestLabels: each kind has a label of its own, by which it is read again.
func TestLabels(t *testing.T) {
	t.Parallel()
	for _, k := range whosaid.EntityKind.Values("") {
		require.NotEmpty(t, corpus.LabelOf(k), k)
		require.Equal(t, k, corpus.KindOf(corpus.LabelOf(k)))
	}
	require.Empty(t, corpus.LabelOf("planet"))
	require.Empty(t, corpus.KindOf("DATE"))
	require.Empty(t, corpus.KindOf(corpus.Misc), "no kind in particular")
}

func TestNames(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, doc string
		want      []string
	}{
		{"kinds", `{"text": "A B C D E F G H I J K", "entities": [
			{"start": 0, "end": 1, "type": "PER"}, {"start": 2, "end": 3, "type": "PERSON"}, {"start": 4, "end": 5, "type": "ORG"},
			{"start": 6, "end": 7, "type": "GPE"}, {"start": 8, "end": 9, "type": "FAC"}, {"start": 10, "end": 11, "type": "NORP"},
			{"start": 12, "end": 13, "type": "MISC"}, {"start": 14, "end": 15, "type": "DATE"}]}`,
			[]string{"person A#1", "person B#2", "organization C#3", "place D#4", "place E#5", "group F#6", "work G#7"}},
		{"more kinds", `{"text": "A B C D E F G H I J K", "entities": [
			{"start": 0, "end": 1, "type": "LOC"}, {"start": 2, "end": 3, "type": "PLACE"}, {"start": 4, "end": 5, "type": "EVENT"},
			{"start": 6, "end": 7, "type": "PRODUCT"}, {"start": 8, "end": 9, "type": "WORK"}]}`,
			[]string{"place A#1", "place B#2", "event C#3", "product D#4", "work E#5"}},
		{"in text order, the outer ones", `{"text": "Ann Lee left Ohio.", "entities": [{"start": 13, "end": 17, "type": "LOC"},
			{"start": 0, "end": 7, "type": "PER"}, {"start": 4, "end": 7, "type": "PER"}]}`, []string{"person Ann Lee#2", "place Ohio#1"}},
		{"neither nested nor nominal nor out of the text", `{"text": "Ann Lee", "entities": [{"start": 0, "end": 3, "type": "PER", "nested": true},
			{"start": 0, "end": 7, "type": "PER", "nominal": true}, {"start": 4, "end": 9, "type": "PER"}, {"start": 4, "end": 4, "type": "PER"}]}`, nil},
		{"clusters of coref", `{"text": "Ann Lee and Lee", "coref": [[[20, 21]], [[0, 7], [12, 15]]], "entities": [{"start": 0, "end": 7, "type": "PER"},
			{"start": 12, "end": 15, "type": "PER"}]}`, []string{"person Ann Lee#2", "person Lee#2"}},
		{"clusters by number", `{"text": "Ann Lee and Lee, Day", "entities": [{"start": 0, "end": 7, "type": "PER", "entity": 7},
			{"start": 12, "end": 15, "type": "PER", "entity": 7}, {"start": 17, "end": 20, "type": "PER", "entity": 8}]}`,
			[]string{"person Ann Lee#1", "person Lee#1", "person Day#2"}},
		{"clusters of the knowledge base", `{"text": "Ann Lee and Lee, Day", "mentions": [{"start": 0, "end": 7, "qid": "Q1"}, {"start": 12, "end": 15, "qid": "Q1"},
			{"start": 17, "end": 20, "qid": "QUANTITY"}], "entities": [{"start": 0, "end": 7, "type": "PER"}, {"start": 12, "end": 15, "type": "PER"},
			{"start": 17, "end": 20, "type": "PER"}]}`, []string{"person Ann Lee#1", "person Lee#1", "person Day#0"}},
		{"a phrase around the name", `{"text": "the mayor Lee and The Orbit, Day’s", "mentions": [{"start": 18, "end": 27}, {"start": 4, "end": 13}, {"start": 0, "end": 13},
			{"start": 29, "end": 36}], "coref": [[[18, 27]], [[4, 13]], [[0, 13]], [[29, 36]]], "entities": [{"start": 22, "end": 27, "type": "ORG"}, {"start": 10, "end": 13, "type": "PER"},
			{"start": 29, "end": 32, "type": "PER"}]}`, []string{"person Lee#2", "organization Orbit#1", "person Day#4"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			docs := each(t, strings.ReplaceAll(c.doc, "\n", " "))
			require.Len(t, docs, 1)
			require.Equal(t, c.want, shown(&docs[0]))
		})
	}
}

func TestClusterOf(t *testing.T) {
	t.Parallel()
	cl := corpus.NewClusters(&corpus.Doc{Text: "the mayor of Salford", Coref: [][][2]int{{{0, 9}}, {{0, 20}, {13, 20}}}})
	require.Equal(t, 1, cl.Of(whosaid.Span{Start: 0, End: 9}, false))
	require.Equal(t, 2, cl.Of(whosaid.Span{Start: 13, End: 20}, true))
	require.Equal(t, 0, cl.Of(whosaid.Span{Start: 0, End: 3}, false), "no such mention")
	require.Equal(t, 1, cl.Of(whosaid.Span{Start: 0, End: 3}, true), "the shortest that begins there")
	require.Equal(t, 2, cl.Of(whosaid.Span{Start: 0, End: 12}, true))
	require.Equal(t, 0, cl.Of(whosaid.Span{Start: 4, End: 9}, true), "none begins there")
}
