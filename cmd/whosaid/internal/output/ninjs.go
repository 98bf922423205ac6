package output

import (
	"io"
	"net/url"
	"time"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/textpos"
)

// ninjs 1.5 of the IPTC, as far as it is used.
type (
	ninjsItem struct {
		Standard ninjsStandard `json:"$standard"`
		URI      string        `json:"uri"`
		Type     string        `json:"type"`
		Form     string        `json:"representationtype"`
		Created  string        `json:"versioncreated,omitempty"`
		Headline string        `json:"headline,omitempty"`
		Byline   string        `json:"byline,omitempty"` // the entities, the text and the quotes follow
	}
	ninjsStandard struct {
		Name    string `json:"name"`
		Version string `json:"version"`
		Schema  string `json:"schema"`
	}
	ninjsName struct {
		Name string `json:"name"`
		Rel  string `json:"rel,omitempty"` // quoted or mentioned
	}
)

// ninjsProperties are the properties of ninjs that hold entities.
var ninjsProperties = []string{"person", "organisation", "place", "subject", "event", "object"}

// ninjsKinds are the properties for the kinds of entities.
var ninjsKinds = map[whosaid.EntityKind]string{
	whosaid.EntityPerson: "person", whosaid.EntityOrganization: "organisation", whosaid.EntityPlace: "place",
	whosaid.EntityGroup: "subject", whosaid.EntityProduct: "object", whosaid.EntityEvent: "event", whosaid.EntityWork: "object",
}

// ninjs writes an item of ninjs. The quotes are in the property "whosaid", which is
// an extension: without it the item is valid against the schema.
func ninjs(to io.Writer, r *Record) error {
	d := r.Document
	item := ninjsItem{
		Standard: ninjsStandard{"ninjs", "1.5", "https://www.iptc.org/std/ninjs/ninjs-schema_1.5.json"},
		URI:      address(r), Type: "text", Form: "complete", Headline: textpos.Clean(r.Title), Byline: textpos.Clean(r.Author),
	}
	if item.URI == "" {
		item.URI = "urn:whosaid:" + url.PathEscape(textpos.Clean(r.ID))
	}
	if !d.Published.IsZero() {
		item.Created = d.Published.Format(time.RFC3339)
	}
	o := beginObject(to, item, "}")
	quoted := map[whosaid.EntityID]bool{}
	for i := range d.Quotes {
		for _, e := range d.Speakers(&d.Quotes[i]) {
			quoted[e.ID] = true
		}
	}
	for _, property := range ninjsProperties {
		addList(o, property, func(yield func(ninjsName) bool) {
			if property == "subject" && r.Section != "" && !yield(ninjsName{Name: textpos.Clean(r.Section)}) {
				return
			}
			for i := range d.Entities {
				e := &d.Entities[i]
				if ninjsKinds[e.Kind] != property || e.Name == "" {
					continue
				}
				rel := "mentioned"
				if quoted[e.ID] {
					rel = "quoted"
				}
				if !yield(ninjsName{textpos.Clean(e.Name), rel}) {
					return
				}
			}
		})
	}
	o.addText("body_text", d.Text)
	x := textpos.New(d.Text)
	o.raw([]byte(`,"whosaid":{"offsets":"characters of body_text"`))
	addList(o, "quotes", each(d.Quotes, func(q *whosaid.Quote) cited { return cite(d, x, q) }))
	o.raw([]byte("}"))
	return o.end()
}
