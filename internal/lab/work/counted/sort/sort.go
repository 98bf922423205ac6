// Package sort is the standard library's, for a build that counts work:
// functions given by the library count themselves. It has what the library
// uses; for more, add more.
package sort

import (
	"sort"

	"github.com/whosaid/whosaid/internal/lab/work"
)

func Search(n int, f func(int) bool) int { return sort.Search(n, f) }

func Slice(x any, less func(i, j int) bool) {
	work.Len(x)
	sort.Slice(x, less)
}
