package whosaid_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
)

func TestJSONRoundTrip(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		doc  *whosaid.Document
	}{
		{"whole", sample()},
		{"with its layers", layered()},
		{"invalid UTF-8", &whosaid.Document{Text: "caf\xe9 \xff\x00!"}},
		{"empty", &whosaid.Document{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			b, err := json.Marshal(c.doc)
			require.NoError(t, err)
			var got whosaid.Document
			require.NoError(t, json.Unmarshal(b, &got))
			again, err := json.Marshal(got)
			require.NoError(t, err)
			require.Equal(t, string(b), string(again))
			require.Equal(t, c.doc.Text, got.Text)
			require.Equal(t, c.doc.Layers, got.Layers)
			require.NoError(t, got.Validate())
		})
	}
}

func TestJSONForm(t *testing.T) {
	t.Parallel()
	b, err := json.Marshal(whosaid.Document{Text: "Rain.", Layers: []whosaid.Layer{whosaid.LayerSentences, whosaid.LayerDates}})
	require.NoError(t, err)
	require.Contains(t, string(b), `"text":"Rain.","layers":["sentences","dates"],"sentences":[]`)
	b, err = json.Marshal(whosaid.Document{Text: "\xff"})
	require.NoError(t, err)
	require.Equal(t, `{"schema":"whosaid/1","textBytes":"/w==","text":"�",`+
		`"sentences":[],"tokens":[],"entities":[],"mentions":[],"dates":[],"quotes":[],"claims":[]}`, string(b))
}

func TestJSONOfAnotherSchema(t *testing.T) {
	t.Parallel()
	var d whosaid.Document
	err := json.Unmarshal([]byte(`{"schema":"whosaid/99","text":"x"}`), &d)
	var se *whosaid.SchemaError
	require.ErrorAs(t, err, &se)
	require.Equal(t, `whosaid: JSON of schema "whosaid/99", want "whosaid/1"`, err.Error())
	require.Error(t, json.Unmarshal([]byte(`{"schema":`), &d))
}

// TestZeroSpansAreLeftOut walks the types of the result: the one rule holds
// for each Span that Validate lets be zero.
func TestZeroSpansAreLeftOut(t *testing.T) {
	t.Parallel()
	spans := 0
	for _, v := range []any{
		whosaid.Sentence{}, whosaid.Token{}, whosaid.Entity{}, whosaid.Role{}, whosaid.Mention{}, whosaid.Date{}, whosaid.Quote{},
		whosaid.Evidence{}, whosaid.Claim{}, whosaid.Claimant{}, whosaid.Response{}, whosaid.Quantity{},
	} {
		b, err := json.Marshal(v)
		require.NoError(t, err)
		var fields map[string]any
		require.NoError(t, json.Unmarshal(b, &fields))
		for _, f := range reflect.VisibleFields(reflect.TypeOf(v)) {
			if f.Type != reflect.TypeFor[whosaid.Span]() || f.Anonymous {
				continue
			}
			spans++
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if f.Name == "Cue" && reflect.TypeOf(v) == reflect.TypeFor[whosaid.Response]() {
				require.Contains(t, fields, name, "a response always has its verb")
				continue
			}
			require.NotContains(t, fields, name, "%T.%s", v, f.Name)
		}
	}
	require.Equal(t, 10, spans)
}
