package whosaid_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
)

// FuzzJSON: what can be read as a Document is written and read again to the
// same bytes, and can be validated.
func FuzzJSON(f *testing.F) {
	for _, d := range []*whosaid.Document{sample(), {}, {Text: "caf\xe9"}} {
		b, err := json.Marshal(d)
		require.NoError(f, err)
		f.Add(b)
	}
	f.Add([]byte(`{"schema":"whosaid/1","textBytes":"/w==","text":"é","published":"0000-01-01T00:00:00+23:59","quotes":[{"start":-1,"parent":1}]}`))
	f.Add([]byte(`{"schema":"whosaid/1","claims":[{"spans":[{}],"quantities":[{"value":1e308}]}],"entities":[{"mentions":[9]}],"sentences":[{"endToken":-5}]}`))
	f.Add([]byte(`{"schema":"whosaid/1","quotes":[{"evidence":{"words":[]}}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		var d, again whosaid.Document
		if json.Unmarshal(b, &d) != nil {
			return
		}
		first, err := json.Marshal(d)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(first, &again))
		require.Equal(t, d.Text, again.Text)
		second, err := json.Marshal(again)
		require.NoError(t, err)
		require.Equal(t, string(first), string(second))
		require.Equal(t, d.Validate() == nil, again.Validate() == nil)
	})
}
