package main

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"slices"
)

// A site is a place that can be broken, and the ways to do so.
type site []edit

// sample draws n edits: sites by chance, and of each site one edit by chance.
// Those that do not compile are passed over.
func sample(pkgs []*pack, n int, seed uint64) ([]edit, error) {
	type drawn struct {
		rank uint64
		site site
	}
	var all []drawn
	for _, p := range pkgs {
		seen := map[uint64]uint64{}
		for _, s := range p.sites() {
			h := hash(seed, &s[0])
			seen[h]++ // the same line again
			all = append(all, drawn{mix(h + seen[h]), s})
		}
	}
	slices.SortStableFunc(all, func(a, b drawn) int { return cmp.Compare(a.rank, b.rank) })
	var out []edit
	for _, d := range all {
		if len(out) == n {
			break
		}
		if e := d.site.draw(d.rank); e != nil {
			out = append(out, *e)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("nothing to break")
	}
	return out, nil
}

// hash of a site does not depend on what stands elsewhere in its file.
func hash(seed uint64, e *edit) uint64 {
	_, start, end := e.line()
	h := fnv.New64a()
	h.Write(binary.LittleEndian.AppendUint64(nil, seed)) //nolint:errcheck // never fails
	fmt.Fprintf(h, "%s\x00%s\x00%d\x00%d", e.file.path, e.file.src[start:end], e.start-start, e.end-start)
	return h.Sum64()
}

// mix spreads the bits of x.
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// draw takes the first edit of the site that compiles, beginning anywhere.
func (s site) draw(chance uint64) *edit {
	for i := range s {
		e := &s[(mix(chance)%uint64(len(s))+uint64(i))%uint64(len(s))]
		if e.file.ast == nil || e.pack.compiles(e, nil) == nil {
			return e
		}
	}
	return nil
}
