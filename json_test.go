package whosaid_test

import (
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

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
	require.Equal(t, 11, spans)
}

// reference is the JSON of a Document as encoding/json makes it of the whole.
func reference(t *testing.T, d whosaid.Document) string {
	type plain whosaid.Document
	e := struct {
		Schema string `json:"schema"`
		Bytes  []byte `json:"textBytes,omitempty"`
		plain
	}{Schema: whosaid.SchemaVersion}
	if !utf8.ValidString(d.Text) {
		e.Bytes = []byte(d.Text)
		d.Text = strings.ToValidUTF8(d.Text, "\uFFFD")
	}
	e.plain = plain(d)
	v := reflect.ValueOf(&e.plain).Elem()
	for i := range v.NumField() {
		if f := v.Field(i); f.Kind() == reflect.Slice && f.IsNil() {
			f.Set(reflect.MakeSlice(f.Type(), 0, 0))
		}
	}
	b, err := json.Marshal(e)
	require.NoError(t, err)
	return string(b)
}

// filled is a Document with something in every field, n elements in each list.
func filled(n int) whosaid.Document {
	var fill func(v reflect.Value, depth int)
	fill = func(v reflect.Value, depth int) {
		switch v.Kind() {
		case reflect.String:
			v.SetString("“a<b>&\u2028\x01”")
		case reflect.Int:
			v.SetInt(7)
		case reflect.Float64:
			v.SetFloat(0.25)
		case reflect.Bool:
			v.SetBool(true)
		case reflect.Slice:
			size := n
			if depth > 0 {
				size = 2
			}
			v.Set(reflect.MakeSlice(v.Type(), size, size))
			for i := range size {
				fill(v.Index(i), depth+1)
			}
		case reflect.Struct:
			if v.Type() == reflect.TypeFor[time.Time]() {
				v.Set(reflect.ValueOf(time.Date(2026, 3, 10, 4, 5, 6, 7, time.UTC)))
				return
			}
			for i := range v.NumField() {
				fill(v.Field(i), depth+1)
			}
		}
	}
	var d whosaid.Document
	v := reflect.ValueOf(&d).Elem()
	for i := range v.NumField() {
		fill(v.Field(i), 0)
	}
	return d
}

// TestWriteJSON: what is written piece by piece is what encoding/json makes of
// the whole, wherever the pieces end.
func TestWriteJSON(t *testing.T) {
	t.Parallel()
	for _, n := range []int{0, 1, 2, 63, 64, 65, 128, 200} {
		d := filled(n)
		var b strings.Builder
		require.NoError(t, d.WriteJSON(&b))
		require.Equal(t, reference(t, d), b.String(), n)
	}
	for _, unit := range []string{"a", "é", "“", "😀", "\"", "\x00", "<", "\u2028", "\xff", "a\xe2\x80", "\xff\xffé"} {
		for _, size := range []int{0, 1, 2, 3, 8189, 8190, 8191, 8192, 8193, 8194, 16384, 40000} {
			d := whosaid.Document{Text: strings.Repeat("x", size%4) + strings.Repeat(unit, size/len(unit))}
			var b strings.Builder
			require.NoError(t, d.WriteJSON(&b))
			require.Equal(t, reference(t, d), b.String(), "%q %d", unit, size)
		}
	}
}

// pieces counts what is written to it, and fails after left writes.
type pieces struct {
	left           int
	largest, total int
}

var errPieces = errors.New("full")

func (p *pieces) Write(b []byte) (int, error) {
	if p.left--; p.left < 0 {
		return 0, errPieces
	}
	p.largest, p.total = max(p.largest, len(b)), p.total+len(b)
	return len(b), nil
}

// TestWriteJSONHoldsLittle: neither the text nor a list is ever held whole.
func TestWriteJSONHoldsLittle(t *testing.T) {
	d := filled(20_000)
	d.Layers = d.Layers[:6] // no more than there are
	d.Text = strings.Repeat("\x01“", 500_000) + "\xff"
	p := &pieces{left: math.MaxInt}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	require.NoError(t, d.WriteJSON(p))
	runtime.ReadMemStats(&after)
	require.Greater(t, p.total, 20<<20)
	require.Less(t, p.largest, 96<<10)
	// Its pieces, made once and copied once, and the text without what is no UTF-8.
	require.Less(t, int(after.TotalAlloc-before.TotalAlloc), 4*p.total)
}

func TestWriteJSONFails(t *testing.T) {
	t.Parallel()
	d := filled(2)
	d.Text += "\xff"
	whole := &pieces{left: math.MaxInt}
	require.NoError(t, d.WriteJSON(whole))
	writes := math.MaxInt - whole.left
	for n := range writes {
		p := &pieces{left: n}
		require.ErrorIs(t, d.WriteJSON(p), errPieces, n)
		require.Equal(t, -1, p.left, "nothing is written after an error")
	}
	d.Quotes[1].Score = math.NaN()
	require.Error(t, d.WriteJSON(&pieces{left: math.MaxInt}))
	_, err := d.MarshalJSON()
	require.Error(t, err)
}
