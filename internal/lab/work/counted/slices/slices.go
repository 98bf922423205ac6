// Package slices is the standard library's, counting: each function adds the
// items that it looks at to [work.Count]; comparisons by a function of the
// library count themselves. It has what the library uses; for more, add more.
package slices

import (
	"cmp"
	"iter"
	"slices"

	"github.com/whosaid/whosaid/internal/lab/work"
)

// found counts a search through n items that ended at i, or nowhere if i is
// less than 0, and returns i.
func found(n, i int) int {
	if i < 0 {
		work.Add(n)
	} else {
		work.Add(i + 1)
	}
	return i
}

// whole counts all of s.
func whole[S ~[]E, E any](s S) S {
	work.Add(len(s))
	return s
}

func Clone[S ~[]E, E any](s S) S                              { return slices.Clone(whole(s)) }
func Compact[S ~[]E, E comparable](s S) S                     { return slices.Compact(whole(s)) }
func CompactFunc[S ~[]E, E any](s S, eq func(E, E) bool) S    { return slices.CompactFunc(whole(s), eq) }
func Contains[S ~[]E, E comparable](s S, v E) bool            { return Index(s, v) >= 0 }
func ContainsFunc[S ~[]E, E any](s S, f func(E) bool) bool    { return slices.ContainsFunc(s, f) }
func Delete[S ~[]E, E any](s S, i, j int) S                   { return slices.Delete(whole(s), i, j) }
func DeleteFunc[S ~[]E, E any](s S, del func(E) bool) S       { return slices.DeleteFunc(whole(s), del) }
func Equal[S ~[]E, E comparable](a, b S) bool                 { return slices.Equal(whole(a), b) }
func Grow[S ~[]E, E any](s S, n int) S                        { return slices.Grow(s, n) }
func Index[S ~[]E, E comparable](s S, v E) int                { return found(len(s), slices.Index(s, v)) }
func IndexFunc[S ~[]E, E any](s S, f func(E) bool) int        { return slices.IndexFunc(s, f) }
func Sort[S ~[]E, E cmp.Ordered](s S)                         { slices.Sort(whole(s)) }
func SortFunc[S ~[]E, E any](s S, cmp func(a, b E) int)       { slices.SortFunc(whole(s), cmp) }
func SortStableFunc[S ~[]E, E any](s S, cmp func(a, b E) int) { slices.SortStableFunc(whole(s), cmp) }

func BinarySearchFunc[S ~[]E, E, T any](s S, target T, cmp func(E, T) int) (int, bool) {
	return slices.BinarySearchFunc(s, target, cmp)
}

func Concat[S ~[]E, E any](lists ...S) S { return whole(slices.Concat(lists...)) }

func Values[S ~[]E, E any](s S) iter.Seq[E] { return slices.Values(whole(s)) }

func Sorted[E cmp.Ordered](seq iter.Seq[E]) []E { return whole(slices.Sorted(seq)) }

func SortedFunc[E any](seq iter.Seq[E], cmp func(E, E) int) []E { return slices.SortedFunc(seq, cmp) }
