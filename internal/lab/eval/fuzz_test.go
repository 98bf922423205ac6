package eval

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzScore: whatever is annotated and predicted, there are figures that JSON
// can hold, or an error.
func FuzzScore(f *testing.F) {
	gold, err := os.ReadFile("testdata/gold.jsonl")
	require.NoError(f, err)
	pred, err := os.ReadFile("testdata/pred.jsonl")
	require.NoError(f, err)
	f.Add(gold, pred)
	f.Add([]byte(`{"id":"a","text":"Ann é","entities":[{"start":4,"end":5,"type":"PER"}],"coref":[[[0,3]]],"mentions":[{"start":0,"end":9}]}`), []byte(`{"id":"a","entities":[{"start":3,"end":2}]}`))
	f.Add([]byte(`{"id":"a","text":"x","quotes":[{"start":1,"end":0,"speaker":[0]}],"claims":[{}],"roles":[{"role":[-1,9]}],"gap":{"pronoun":[0,7]}}`), []byte(`{"id":"a","quotes":[{"start":0,"end":0}],"claims":[{"spans":[[1,1],[0,1]]}]}`))
	x := newExtractor(f)
	f.Fuzz(func(t *testing.T, gold, pred []byte) {
		var reports []*Report
		if r, err := Score(context.Background(), x, bytes.NewReader(gold), Options{}); err == nil {
			reports = append(reports, r)
		}
		if records, err := ReadRecords(bytes.NewReader(pred)); err == nil {
			if r, err := ScoreRecords(context.Background(), records, bytes.NewReader(gold), Options{Speech: true, FacAsPlace: true}); err == nil {
				reports = append(reports, r)
			}
		}
		for _, r := range reports {
			_, err := json.Marshal(r)
			require.NoError(t, err)
			require.NoError(t, r.WriteTable(&bytes.Buffer{}))
		}
	})
}
