// Command genprose lays prose's part-of-speech weights out as the flat table
// that package prosetag reads, prose.bin in the folder that it is told, and
// brings MANIFEST.json there up to date. prose keeps them as gob, in memory for 0.2 to 0.6 s
// of decoding; the table is used as it stands.
package main

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"math"
	"os"
	"sort"

	"github.com/jdkato/prose/v2"

	"github.com/whosaid/whosaid/internal/lab/train"
	"github.com/whosaid/whosaid/internal/tag/prosetag"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: genprose FOLDER")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "genprose:", err)
		os.Exit(1)
	}
}

func run(dir string) error {
	var weights map[string]map[string]float64
	var tags map[string]string
	for name, v := range map[string]any{"weights": &weights, "tags": &tags} {
		b, err := prose.Asset("model/AveragedPerceptron/" + name + ".gob")
		if err != nil {
			return err
		}
		if err := gob.NewDecoder(bytes.NewReader(b)).Decode(v); err != nil {
			return fmt.Errorf("%s.gob: %w", name, err)
		}
	}
	table, err := prosetag.Encode(integers(weights), tags)
	if err != nil {
		return err
	}
	return train.WriteModel(dir, "prose.bin", table)
}

// integers turns weights into thousandths, which they are: prose rounded them
// to three decimals.
func integers(weights map[string]map[string]float64) []prosetag.Feature {
	var out []prosetag.Feature
	for name, row := range weights {
		f := prosetag.Feature{Name: name}
		for label, w := range row {
			f.Weights = append(f.Weights, prosetag.Weight{Tag: label, Thousandths: int32(math.Round(w * 1000))})
		}
		sort.Slice(f.Weights, func(i, j int) bool { return f.Weights[i].Tag < f.Weights[j].Tag })
		out = append(out, f)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out
}
