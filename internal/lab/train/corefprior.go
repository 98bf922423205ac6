package train

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"github.com/whosaid/whosaid/internal/coref"
)

// What is known beforehand, from grammars and not from texts: weights to begin
// with and be held to. A thousand pronouns alone, most of them from lives of
// one person, would teach that a pronoun means whoever the text is about.
//
//go:embed corefprior.txt
var corefPrior []byte

// parsePrior reads the lines of class, template, value and weight in text. The
// class may be a group of classes, or "all".
func parsePrior(text []byte) ([]int16, error) {
	weights := make([]int16, coref.NumWeights)
	n := 0
	for line := range strings.Lines(string(text)) {
		n++
		f := strings.Fields(line)
		if len(f) == 0 || strings.HasPrefix(f[0], "#") {
			continue
		}
		if len(f) != 4 {
			return nil, fmt.Errorf("corefprior.txt:%d: %d fields, want 4", n, len(f))
		}
		value, err := strconv.Atoi(f[2])
		if err != nil {
			return nil, fmt.Errorf("corefprior.txt:%d: %w", n, err)
		}
		weight, err := strconv.ParseInt(f[3], 10, 16)
		if err != nil {
			return nil, fmt.Errorf("corefprior.txt:%d: %w", n, err)
		}
		places := coref.Places(f[0], f[1], value)
		if places == nil {
			return nil, fmt.Errorf("corefprior.txt:%d: no feature %q", n, f[:3])
		}
		for _, at := range places {
			weights[at] = int16(weight)
		}
	}
	return weights, nil
}
