// Package count writes numbers of things.
package count

import "strconv"

// Of is "1 article", or "2 articles".
func Of(n int, thing string) string {
	s := strconv.Itoa(n) + " " + thing
	if n != 1 {
		s += "s"
	}
	return s
}
