package coref

import (
	"encoding/binary"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/internal/modelfile"
)

// layout is how the weights are laid out: the names of the groups of classes and
// of the classes, and those of the features' templates, one a line; the
// weights (int16 each); the calibration (class, permille as uint16, margin as
// int32 each). The names are there so that weights for other features than
// these are refused.
var layout = modelfile.Form{Kind: modelfile.Coref, Version: 1, Sections: []string{"classes", "templates", "weights", "calibration"}}

// numFeatures counts the features of one class; those of the groups of classes
// come first in a table, then those of each class.
const numFeatures = numTemplates * numValues

// groups are the classes that share weights: he and she, it, they, nouns for people
// and for bodies.
var groupNames = [...]string{"persons", "things", "many", "nouns", "bodies"}

var groupOf = [NumClasses]int{
	Subject: 0, Object: 0, Possessive: 0, Reflexive: 0,
	It: 1, Its: 1,
	They: 2, Their: 2,
	Few: 3, Definite: 3, Indefinite: 3,
	Body: 4, ABody: 4,
}

// NumShared is how many weights are shared by the classes of a group.
const NumShared = len(groupNames) * numFeatures

// NumWeights is how many weights there are.
const NumWeights = NumShared + int(NumClasses)*numFeatures

// Scale is the weight that stands for 1.0 in log-odds.
const Scale = 1000

// Weights are those of the ranker: for each feature one for each group of
// classes, and one for each class. Beside them they hold, for each class, how
// often the best candidate was right by how far it was ahead.
type Weights struct {
	of    [NumWeights]int16
	right [NumClasses][]Step
}

// A Step of a calibration: decisions ahead by up to Margin are right with
// probability Permille/1000.
type Step struct {
	Margin   int32
	Permille int32
}

// Indexes gives the weights that a feature adds up in a class.
func Indexes(c Class, feature uint16) (shared, own int) {
	return groupOf[c]*numFeatures + int(feature), NumShared + int(c)*numFeatures + int(feature)
}

// OfPronoun reports whether a weight is one of "he" and "she" alone.
func OfPronoun(i int) bool {
	return i < numFeatures || NumShared <= i && i < NumShared+(int(Reflexive)+1)*numFeatures
}

func (w *Weights) sum(c Class, features []uint16) int32 {
	s := int32(0)
	for _, f := range features {
		shared, own := Indexes(c, f)
		s += int32(w.of[shared]) + int32(w.of[own])
	}
	return s
}

// Table are the weights, to begin training from.
func (w *Weights) Table() []int16 { return w.of[:] }

// probability is that of a link which was ahead by margin.
func (w *Weights) probability(c Class, margin int32) float64 {
	steps := w.right[c]
	for _, s := range steps {
		if margin <= s.Margin {
			return float64(s.Permille) / 1000
		}
	}
	if n := len(steps); n > 0 {
		return float64(steps[n-1].Permille) / 1000
	}
	return 0.5
}

// Places lists the weights of a value of a template: of one class, of the
// classes of a group, or for the class "all" of all groups. It is nil if there
// is no such feature.
func Places(class, template string, value int) []int {
	t := slices.Index(templateNames[:], template)
	if t < 0 || value < 0 || value >= numValues {
		return nil
	}
	f := t*numValues + value
	if k := slices.Index(tableNames(), class); k >= 0 {
		return []int{k*numFeatures + f}
	}
	if class != "all" {
		return nil
	}
	var out []int
	for k := range groupNames {
		out = append(out, k*numFeatures+f)
	}
	return out
}

// tableNames are the groups and the classes, in the order of their weights.
func tableNames() []string { return slices.Concat(groupNames[:], classNames[:]) }

func lines(names []string) []byte { return []byte(strings.Join(names, "\n")) }

// Write returns the file of NumWeights weights and of the calibration of each
// class.
func Write(weights []int16, right [][]Step) []byte {
	le := binary.LittleEndian
	var table, steps []byte
	for _, w := range weights {
		table = le.AppendUint16(table, uint16(w))
	}
	for c, class := range right {
		for _, s := range class {
			steps = le.AppendUint16(le.AppendUint16(steps, uint16(c)), uint16(s.Permille))
			steps = le.AppendUint32(steps, uint32(s.Margin))
		}
	}
	return layout.Write(lines(tableNames()), lines(templateNames[:]), table, steps)
}

// Open reads what Write wrote. Errors are of type *modelfile.DamageError.
func Open(data []byte) (*Weights, error) {
	s, err := layout.Open(data)
	if err != nil {
		return nil, err
	}
	for i, want := range [][]byte{lines(tableNames()), lines(templateNames[:])} {
		if !slices.Equal(s[i], want) {
			return nil, layout.Damaged(layout.Sections[i], "not those of this version of the library")
		}
	}
	w := &Weights{}
	if len(s[2]) != 2*NumWeights {
		return nil, layout.Damaged("weights", "%d bytes, want %d", len(s[2]), 2*NumWeights)
	}
	for i := range w.of {
		w.of[i] = int16(binary.LittleEndian.Uint16(s[2][2*i:]))
	}
	return w, w.readCalibration(s[3])
}

// readCalibration reads the steps of all classes, those of each with margins
// and probabilities that do not fall.
func (w *Weights) readCalibration(b []byte) error {
	const size = 8
	if len(b)%size != 0 {
		return layout.Damaged("calibration", "%d bytes, want %d for each step", len(b), size)
	}
	le := binary.LittleEndian
	last := uint16(0)
	for i := 0; i < len(b); i += size {
		class, s := le.Uint16(b[i:]), Step{Permille: int32(le.Uint16(b[i+2:])), Margin: int32(le.Uint32(b[i+4:]))}
		if class >= uint16(NumClasses) || class < last || s.Permille > 1000 {
			return layout.Damaged("calibration", "step %d is of class %d and has %d permille", i/size, class, s.Permille)
		}
		of := &w.right[class]
		if n := len(*of); n > 0 && (s.Margin < (*of)[n-1].Margin || s.Permille < (*of)[n-1].Permille) {
			return layout.Damaged("calibration", "step %d falls below the one before", i/size)
		}
		*of = append(*of, s)
		last = class
	}
	return nil
}
