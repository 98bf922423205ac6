package linear

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/internal/modelfile"
)

func labelNames(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprint("L", i)
	}
	return names
}

// However many labels a model has and features speak of, packed or not,
// ScoreAll adds up what was written.
func TestScoreAllAddsUpWhatWasWritten(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(3, 4))
	for _, labels := range []int{1, 2, 7, 8, 9, 29, 32, 33, 46, 64, 255} {
		t.Run(fmt.Sprint(labels, " labels"), func(t *testing.T) {
			var rows []Row
			for i := range 300 {
				r := Row{Feature: Hash(fmt.Sprint("feature ", i))}
				for _, l := range rnd.Perm(labels)[:1+rnd.IntN(labels)] {
					r.Cells = append(r.Cells, Cell{uint8(l), []int8{-128, -1, 1, 127, int8(rnd.IntN(256) - 128)}[rnd.IntN(5)]})
				}
				rows = append(rows, r)
			}
			m, err := Open(modelfile.Names, Write(modelfile.Names, labelNames(labels), nil, 1, nil, rows))
			require.NoError(t, err)
			want, got, one := make([]int32, labels), make([]int32, labels), make([]int32, labels)
			var features []uint32
			for range 500 {
				r := rows[rnd.IntN(len(rows))]
				features = append(features, r.Feature, Hash(fmt.Sprint("unknown ", rnd.IntN(1000))))
				for _, c := range r.Cells {
					want[c.Label] += int32(c.Weight)
				}
			}
			m.ScoreAll(features, got)
			require.Equal(t, want, got)
			for _, f := range features {
				m.Score(f, one)
			}
			require.Equal(t, want, one)
		})
	}
}

func TestOpenRefusesAFeatureWithTwoWeightsForOneLabel(t *testing.T) {
	t.Parallel()
	_, err := Open(modelfile.Names, Write(modelfile.Names, []string{"O", "X"}, nil, 1, nil, []Row{{Hash("a"), []Cell{{1, 2}, {1, 4}}}}))
	require.ErrorContains(t, err, `section "cells": 1 weights of a feature are not for a label above the one before`)
}
