package names

import (
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/feature"
)

// agree makes an organization of a place, "Halden Mills", if its first word
// alone, "Halden", is an organization elsewhere with a higher score. Streets
// and bays are left alone.
func agree(f *feature.Names, names []Name) {
	short := map[int]int32{} // by word: the margin of the surest
	for _, n := range names {
		if m, known := short[f.ID(n.First)]; n.End == n.First+1 && n.Kind == whosaid.EntityOrganization && (!known || n.Margin > m) {
			short[f.ID(n.First)] = n.Margin
		}
	}
	for i := range names {
		n := &names[i]
		m, known := short[f.ID(n.First)]
		if known && n.Kind == whosaid.EntityPlace && n.End > n.First+1 && n.Margin < m &&
			f.Words()[f.ID(n.End-1)].Lists&feature.PlaceWord == 0 {
			n.Kind = whosaid.EntityOrganization
		}
	}
}
