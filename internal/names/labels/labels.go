// Package labels numbers the BILOU labels of the recognizer of names: for each
// kind of entity, whether a token begins a name, is inside it, is its last, or
// its only one.
package labels

import "github.com/whosaid/whosaid"

// Outside is the label of tokens in no name.
const Outside = 0

// The places of a token in a name.
const (
	begin = iota
	inside
	last
	unit
)

// kinds are in the order of their labels, which a model has to share.
var kinds = whosaid.EntityKind.Values("")

// NumKinds is how many kinds there are; a constant, since arrays have the size.
const NumKinds = 7

// Count is the number of labels.
const Count = 1 + 4*NumKinds

// Names are the names of the labels: "O", "B-person" …
func Names() []string {
	out := []string{"O"}
	for _, k := range kinds {
		for _, p := range "BILU" {
			out = append(out, string(p)+"-"+string(k))
		}
	}
	return out
}

// Of is the label of a token that is the first, the last, both or neither in a
// name of kind k.
func Of(k whosaid.EntityKind, isFirst, isLast bool) int {
	place := inside
	switch {
	case isFirst && isLast:
		place = unit
	case isFirst:
		place = begin
	case isLast:
		place = last
	}
	for i := range kinds {
		if kinds[i] == k {
			return 1 + 4*i + place
		}
	}
	return Outside
}

// Kind is the kind of a label, "" for Outside.
func Kind(label int) whosaid.EntityKind {
	if label == Outside {
		return ""
	}
	return kinds[KindNumber(label)-1]
}

// KindNumber numbers the kind of a label from 1 to NumKinds; 0 for Outside.
func KindNumber(label int) int { return (label + 3) / 4 }

// Starts reports whether a name begins at a token of that label.
func Starts(label int) bool {
	return label != Outside && ((label-1)%4 == begin || (label-1)%4 == unit)
}

// Ends reports whether a name ends at a token of that label.
func Ends(label int) bool {
	return label != Outside && ((label-1)%4 == last || (label-1)%4 == unit)
}

// CanFollow reports whether label to may stand after label from.
func CanFollow(from, to int) bool {
	if from == Outside || Ends(from) {
		return CanStart(to)
	}
	return to != Outside && !Starts(to) && Kind(from) == Kind(to)
}

// CanStart reports whether a sentence may begin with a label.
func CanStart(label int) bool { return label == Outside || Starts(label) }

// CanEnd reports whether a sentence may end with a label.
func CanEnd(label int) bool { return label == Outside || Ends(label) }
