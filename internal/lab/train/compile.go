package train

import (
	"math"

	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/modelfile"
)

// CompileOptions tune how weights become integers.
type CompileOptions struct {
	Scale       float32 // integer steps for 1.0
	Least       float32 // weights smaller than this are dropped
	Calibration []linear.Bin
}

// Compile returns the file of a trained CRF, as a model of names.
func (c *CRF) Compile(opt CompileOptions) []byte { return compile(opt, c) }

// compile joins CRFs of the same labels in one file; the moves are the
// first's.
func compile(opt CompileOptions, crfs ...*CRF) []byte {
	var rows []linear.Row
	for _, c := range crfs {
		for id, h := range c.hashes {
			if cells := quantise(c.w[id*c.L:(id+1)*c.L], opt); len(cells) > 0 {
				rows = append(rows, linear.Row{Feature: h, Cells: cells})
			}
		}
	}
	c := crfs[0]
	moves := make([]int32, len(c.moves))
	for i, m := range c.moves {
		moves[i] = linear.Never
		if c.allowed[i] != 0 {
			moves[i] = int32(math.Round(float64(m * opt.Scale)))
		}
	}
	return linear.Write(modelfile.Names, c.opt.Labels, moves, int32(opt.Scale), opt.Calibration, rows)
}

func quantise(weights []float32, opt CompileOptions) []linear.Cell {
	var cells []linear.Cell
	for l, w := range weights {
		if w < opt.Least && w > -opt.Least {
			continue
		}
		if q := int(math.Round(float64(w * opt.Scale))); q != 0 {
			cells = append(cells, linear.Cell{Label: uint8(l), Weight: int8(max(-127, min(127, q)))})
		}
	}
	return cells
}
