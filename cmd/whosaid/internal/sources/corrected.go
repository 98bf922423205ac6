package sources

import (
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/db"
)

// correct gives the quotes of d the speakers that corrections of the database say.
func correct(d *whosaid.Document, spoken []db.Spoken) {
	for _, s := range spoken {
		for i := range d.Quotes {
			q := &d.Quotes[i]
			if q.Start != s.Start || q.End != s.End || q.Parent != 0 {
				continue
			}
			q.Others = nil
			if s.Name == "" { // a source without a name: nobody that an entity is
				q.Speaker, q.Source, q.SourceType = 0, whosaid.Span{}, whosaid.SourceUnnamedPerson
				continue
			}
			q.Speaker, q.SourceType = entityOf(d, s), whosaid.SourceNamedPerson
		}
	}
}

// entityOf is the entity of d with the name of a speaker, which it gets if it has
// none.
func entityOf(d *whosaid.Document, s db.Spoken) whosaid.EntityID {
	for i := range d.Entities {
		if d.Entities[i].Name == s.Name {
			return d.Entities[i].ID
		}
	}
	id := whosaid.EntityID(len(d.Entities) + 1)
	d.Entities = append(d.Entities, whosaid.Entity{ID: id, Kind: whosaid.EntityKind(s.Kind), Name: s.Name})
	return id
}
