package tag

// A Set is a set of values of a small enumeration, such as tags numbered by a
// stage that compares them often.
type Set[T ~uint8] uint64

// SetOf returns the set of values below 64.
func SetOf[T ~uint8](values ...T) Set[T] {
	var s Set[T]
	for _, v := range values {
		s |= 1 << v
	}
	return s
}

// Has reports whether v is in s.
func (s Set[T]) Has(v T) bool { return s>>v&1 != 0 }
