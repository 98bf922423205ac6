package extract_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// finds are texts that once broke what is promised of any text. Generators
// found them, or they are the smallest of the kind that one found.
var finds = []struct{ name, text string }{
	{"a quotation and its cue 20 units away among 80 others",
		"“We will never sell the harbour to anybody,” on the very next day in the small back room of the old town hall by the quay " +
			strings.Repeat("he said, ", 80)},
	{"a cue at the end of the sentence whose quotation begins the next", "He left before he said “.He"},
	{"an attribution inside another's clause that goes on behind it", "He said that he went while said that but she told"},
}

func TestFinds(t *testing.T) {
	t.Parallel()
	p := prober{used: newExtractor(t)}
	for _, f := range finds {
		t.Run(f.name, func(t *testing.T) { require.Empty(t, p.problem(f.text, 0)) })
	}
}
