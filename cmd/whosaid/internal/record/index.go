package record

import "sync"

// A Fate is what becomes of a record that was read.
type Fate int

// The fates.
const (
	New     Fate = iota // it is not in the output
	Same                // it is
	Changed             // it is, as it was before
	Twin                // it bears the id or address of another that was read in this run
)

// An Index knows the records of an output. Claim may be called from another
// goroutine than the rest.
type Index struct {
	mu      sync.Mutex
	entries []known
	old     int              // how many were there before this run
	byRaw   map[Hash][]int32 // those that nobody has claimed
	byKey   map[Hash][]int32 // of texts without a name those that may be met yet
	byFile  map[Hash][]int32
	byDoc   map[int]int32
	nth     map[Hash]int // the highest Nth of a key, if it is not 1
	last    int
}

type known struct {
	Entry
	seen, gone bool
}

// NewIndex is an index of the entries of an output, in the order in which they
// were written.
func NewIndex(entries []Entry) *Index {
	x := &Index{
		byRaw: map[Hash][]int32{}, byKey: map[Hash][]int32{}, byFile: map[Hash][]int32{}, byDoc: map[int]int32{}, nth: map[Hash]int{},
	}
	for _, e := range entries {
		x.add(e)
	}
	x.old = len(x.entries)
	return x
}

func (x *Index) add(e Entry) {
	if e.Again {
		if n, there := x.byDoc[e.Doc]; there {
			x.entries[n].gone = true
		}
	}
	n := int32(len(x.entries))
	x.entries = append(x.entries, known{Entry: e})
	x.byRaw[e.Raw] = append(x.byRaw[e.Raw], n)
	x.byKey[e.Key] = append(x.byKey[e.Key], n)
	if e.At != (Hash{}) {
		x.byFile[e.At] = append(x.byFile[e.At], n)
	}
	x.byDoc[e.Doc] = n
	if e.Nth > 1 {
		x.nth[e.Key] = max(x.nth[e.Key], e.Nth)
	}
	x.last = max(x.last, e.Doc)
}

// Claim finds a record that was in the output before this run by its bytes alone,
// each once. It need not be read; Met says later whether it is there still.
func (x *Index) Claim(raw Hash) (n int, ok bool) {
	if raw == (Hash{}) {
		return 0, false
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	list := x.byRaw[raw]
	if len(list) == 0 || int(list[0]) >= x.old {
		return 0, false
	}
	x.byRaw[raw] = list[1:]
	return int(list[0]), true
}

// Met says that the turn of a claimed record has come. It returns false if another
// has taken its place.
func (x *Index) Met(n int) bool {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.entries[n].seen = true
	return !x.entries[n].gone
}

// Match finds what becomes of a record, and the one that it is or whose id it
// bears. With update the last of those with the same id or address counts.
func (x *Index) Match(e *Entry, update bool) (Fate, Entry) {
	x.mu.Lock()
	defer x.mu.Unlock()
	fate, n := x.match(e, update)
	if fate == New {
		return New, Entry{}
	}
	x.entries[n].seen = true
	return fate, x.entries[n].Entry
}

func (x *Index) match(e *Entry, update bool) (Fate, int32) {
	if list := x.byKey[e.Key]; !e.Named { // of many copies those that were met are passed over for good
		for len(list) > 0 && x.entries[list[0]].seen {
			list = list[1:]
			x.byKey[e.Key] = list
		}
	}
	alike := x.live(x.byKey[e.Key])
	for _, n := range alike { // of texts without a name each copy counts
		if k := &x.entries[n]; k.Text == e.Text && (e.Named || !k.seen) {
			return Same, n
		}
	}
	if len(alike) == 0 && !e.Named {
		alike = x.files(e.At)
	}
	if n, ok := x.unseen(alike, e.At); ok {
		return Changed, n
	}
	switch {
	case !e.Named || len(alike) == 0:
		return New, 0
	case update:
		return Changed, alike[len(alike)-1]
	}
	return Twin, alike[len(alike)-1]
}

func (x *Index) live(list []int32) (live []int32) {
	for _, n := range list {
		if !x.entries[n].gone {
			live = append(live, n)
		}
	}
	return live
}

// files are the records without a name that were the file at.
func (x *Index) files(at Hash) (list []int32) {
	for _, n := range x.live(x.byFile[at]) {
		if !x.entries[n].Named {
			list = append(list, n)
		}
	}
	return list
}

// unseen finds a record that was not met in this run: rather one that was the
// same file.
func (x *Index) unseen(list []int32, at Hash) (int32, bool) {
	found, ok := int32(0), false
	for _, n := range list {
		switch k := &x.entries[n]; {
		case k.seen:
		case at != (Hash{}) && k.At == at:
			return n, true
		case !ok:
			found, ok = n, true
		}
	}
	return found, ok
}

// Number gives a new record its number.
func (x *Index) Number(e *Entry) {
	x.mu.Lock()
	defer x.mu.Unlock()
	e.Doc, e.Nth = x.last+1, x.next(e.Key)
}

// Inherit gives a record the number of old, whose place it takes.
func (x *Index) Inherit(e *Entry, old Entry) {
	x.mu.Lock()
	defer x.mu.Unlock()
	e.Doc, e.Name, e.Nth, e.Again = old.Doc, old.Name, old.Nth, true
	if e.Key != old.Key {
		e.Nth = x.next(e.Key)
	}
}

func (x *Index) next(key Hash) int {
	if _, there := x.byKey[key]; !there {
		return 1
	}
	return max(x.nth[key], 1) + 1
}

// Add says that a record was written.
func (x *Index) Add(e Entry) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.add(e)
	x.entries[len(x.entries)-1].seen = true
}
