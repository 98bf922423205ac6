package attrib_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/internal/attrib"
	"github.com/whosaid/whosaid/internal/feature"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/modelfile"
)

// newExtractor gives the stages before attribution, once for all tests.
var newExtractor = sync.OnceValues(func() (*extract.Extractor, error) { return extract.New() })

// newReader opens the built-in model once.
var newReader = sync.OnceValues(func() (*attrib.Reader, error) {
	m, err := linear.Open(modelfile.Quotes, model.BuiltIn().Quotes)
	if err != nil {
		return nil, err
	}
	clusters, err := feature.OpenClusters(model.BuiltIn().Clusters)
	if err != nil {
		return nil, err
	}
	return attrib.NewReader(m, clusters)
})

// document is a text with everything that attribution needs.
func document(t testing.TB, text string) *whosaid.Document {
	t.Helper()
	x, err := newExtractor()
	require.NoError(t, err)
	d, err := x.Extract(context.Background(), text)
	require.NoError(t, err)
	d.Quotes, d.Claims = nil, nil
	return d
}

// framesOf reads the attributions of a document.
func framesOf(t testing.TB, d *whosaid.Document) []attrib.Frame {
	t.Helper()
	r, err := newReader()
	require.NoError(t, err)
	var frames []attrib.Frame
	require.NoError(t, r.Read(context.Background(), d, func(part []attrib.Frame) {
		require.Empty(t, frames, "short texts are one part")
		frames = part
	}))
	return frames
}

// showFrame writes a frame as "source | cue | form content … form content",
// with "^n" for one that continues frame n.
func showFrame(d *whosaid.Document, f *attrib.Frame) string {
	slice := func(s whosaid.Span) string {
		if s.Empty() {
			return "-"
		}
		return d.Slice(s)
	}
	var pieces []string
	for _, p := range f.Content {
		pieces = append(pieces, fmt.Sprintf("%s %s", p.Form, d.Slice(p.Words)))
	}
	s := fmt.Sprintf("%s | %s | %s", slice(f.Source), slice(f.Cue), strings.Join(pieces, " … "))
	if f.Rule != whosaid.EvidenceCue {
		s += " by " + string(f.Rule)
	}
	if f.Of >= 0 {
		s += fmt.Sprintf(" ^%d", f.Of)
	}
	return s
}

// TestFrames: who says what in one or two sentences, by whatever a writer may
// put around a cue. What is given is what is right.
func TestFrames(t *testing.T) {
	t.Parallel()
	for _, c := range frameCases {
		t.Run(c.text, func(t *testing.T) {
			t.Parallel()
			d := document(t, c.text)
			var got []string
			for _, f := range framesOf(t, d) {
				got = append(got, showFrame(d, &f))
			}
			require.Equal(t, c.want, got)
		})
	}
}
