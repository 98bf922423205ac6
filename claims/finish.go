package claims

import "github.com/whosaid/whosaid"

// finish numbers the groups and hands the claims out.
func (r *reading) finish() []whosaid.Claim {
	for i := range r.out {
		r.out[i].Group = i + 1
	}
	return r.out
}
