package extract

import (
	"slices"

	"github.com/whosaid/whosaid"
)

// keepKinds drops the entities of other kinds, with their mentions: names of
// other kinds were never added, but the text may describe people and bodies
// without a name. Nil keeps all.
func keepKinds(d *whosaid.Document, kinds []whosaid.EntityKind) {
	if kinds == nil {
		return
	}
	ids := make([]whosaid.EntityID, len(d.Entities)+1) // the new ones, 0 of those that go
	entities := d.Entities[:0]
	for _, e := range d.Entities {
		if slices.Contains(kinds, e.Kind) {
			ids[e.ID] = whosaid.EntityID(len(entities) + 1)
			e.ID, e.Mentions = ids[e.ID], e.Mentions[:0]
			entities = append(entities, e)
		}
	}
	for i := range entities {
		for k := range entities[i].Roles {
			role := &entities[i].Roles[k]
			role.Org = ids[role.Org]
		}
	}
	mentions := d.Mentions[:0]
	for _, m := range d.Mentions {
		if m.Entity = ids[m.Entity]; m.Entity != 0 {
			e := &entities[m.Entity-1]
			e.Mentions = append(e.Mentions, len(mentions))
			mentions = append(mentions, m)
		}
	}
	d.Entities, d.Mentions = entities, mentions
}
