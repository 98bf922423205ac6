// Package grow sizes the lists of a result, whose length is known only once the
// text has been read. append makes a long list a quarter larger at a time: it
// copies it again and again, holds both copies meanwhile, and leaves up to a
// fifth of the last one unused.
package grow

// For returns list with room for n more items. If it must move, it gets room for
// all that is likely to come, going by what the first done of total bytes held.
func For[T any](list []T, n, done, total int) []T {
	if cap(list)-len(list) >= n {
		return list
	}
	// A list that moves often must grow by a share of its length each time, or
	// moving it is not linear.
	n = max(n, len(list)/8, 4)
	if done > 0 && done < total {
		likely := int(int64(len(list)) * int64(total) / int64(done))
		n = max(n, likely+likely/slack-len(list))
	}
	return moved(list, len(list)+n)
}

// Fit returns list without the room it does not need, if that is much.
func Fit[T any](list []T) []T {
	if cap(list)-len(list) > cap(list)/8 {
		return moved(list, len(list))
	}
	return list
}

// moved returns a copy of list with the given capacity. slices.Grow would round
// it up as append does, and slices.Clone of an empty list keep its room.
func moved[T any](list []T, capacity int) []T {
	return append(make([]T, 0, capacity), list...)
}

// slack is the part of a likely length that is added to it, since the text may be
// a little denser at its end.
const slack = 32
