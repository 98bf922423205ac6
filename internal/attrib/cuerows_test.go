package attrib

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
)

// TestEachCue reads testdata/cues.txt: each cue in each of its forms is found,
// as what it is and with its class.
func TestEachCue(t *testing.T) {
	t.Parallel()
	r, err := NewReader(nil, nil)
	require.NoError(t, err)
	tags := map[string]struct {
		part cuePart
		tag  tagID
	}{"verb": {verbPart, tagVBD}, "noun": {nounPart, tagNN}, "adj": {adjPart, tagJJ}, "adv": {advPart, tagRB}, "prep": {prepPart, tagIN}}
	b, err := os.ReadFile("testdata/cues.txt")
	require.NoError(t, err)
	lemmas := 0
	for line := range strings.Lines(string(b)) {
		if line[0] == '#' {
			continue
		}
		head, forms, _ := strings.Cut(strings.TrimSpace(line), ": ")
		f := strings.Fields(head)
		lemmas++
		want := tags[f[0]]
		for _, form := range strings.Fields(forms) {
			e := r.lex.find([]byte(form), want.tag)
			if e == nil || e.part != want.part || e.class != whosaid.CueClass(f[1]) || e.lemma != f[2] {
				t.Errorf("%s as %s: %+v", form, head, e)
			}
		}
	}
	require.Len(t, r.lex.entries, lemmas, "testdata/cues.txt has every cue")
}
