package names

import (
	"cmp"
	"slices"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/feature"
)

// maxEchoes is how many names that begin with one word are looked for again.
const maxEchoes = 8

// echoes adds the places that were missed of a name of two words or more found
// elsewhere, where it stands letter for letter. They get half the score.
func (r *Reader) echoes(d *whosaid.Document, f *feature.Names, names []Name) []Name {
	byFirst := map[int][]Name{}
	for _, n := range names {
		first := f.ID(n.First)
		known := byFirst[first]
		if n.End-n.First < 2 || !isUpper(f, n.First) || len(known) == maxEchoes {
			continue
		}
		at := slices.IndexFunc(known, func(k Name) bool { return sameWords(f, &k, n.First, n.End) })
		switch {
		case at < 0:
			byFirst[first] = append(known, n)
		case n.Margin > known[at].Margin:
			known[at] = n
		}
	}
	for _, known := range byFirst {
		slices.SortStableFunc(known, func(a, b Name) int { return cmp.Compare(b.End-b.First, a.End-a.First) })
	}
	at, found := 0, len(names)
	for _, s := range d.Sentences {
		for i := s.FirstToken; i < s.EndToken; i++ {
			for at < found && names[at].End <= i {
				at++
			}
			if at < found && names[at].First <= i {
				i = names[at].End - 1
				continue
			}
			limit := s.EndToken
			if at < found {
				limit = min(limit, names[at].First)
			}
			for _, k := range byFirst[f.ID(i)] {
				if end := i + k.End - k.First; end <= limit && sameWords(f, &k, i, end) {
					names = append(names, Name{First: i, End: end, Kind: k.Kind, Margin: k.Margin / 2,
						Score: r.model.Probability(k.Margin / 2)})
					i = end - 1
					break
				}
			}
		}
	}
	slices.SortStableFunc(names, func(a, b Name) int { return cmp.Compare(a.First, b.First) })
	return names
}

func sameWords(f *feature.Names, n *Name, first, end int) bool {
	if n.End-n.First != end-first {
		return false
	}
	for k := range end - first {
		if f.ID(n.First+k) != f.ID(first+k) {
			return false
		}
	}
	return true
}
