package eval

import (
	"strconv"

	"github.com/whosaid/whosaid"
)

func itoa(n int) string { return strconv.Itoa(n) }

// claimRecords gives the claims of d in the scorer's form.
func claimRecords(d *whosaid.Document) []ClaimRecord {
	out := make([]ClaimRecord, 0, len(d.Claims))
	for i := range d.Claims {
		c := &d.Claims[i]
		r := ClaimRecord{
			Claimant: claimantName(d, c.Claimant), Via: []string{}, Type: string(c.Type),
			// Who denies something claims that it is not so.
			Negated: c.Negated != (c.Stance == whosaid.StanceDenies), Hedged: !c.Hedge.Empty(),
		}
		for _, s := range c.Spans {
			r.Spans = append(r.Spans, pair(s))
		}
		for _, id := range c.Via {
			q := d.Quote(id)
			r.Via = append(r.Via, sourceName(d, q.Speaker, q.Source))
		}
		out = append(out, r)
	}
	return out
}

func claimantName(d *whosaid.Document, c whosaid.Claimant) string {
	if c.Kind == whosaid.ClaimantNarrator {
		return "narrator"
	}
	return sourceName(d, c.Entity, c.Source)
}

// sourceName is a name, or "~" and the words that the text has for it.
func sourceName(d *whosaid.Document, id whosaid.EntityID, source whosaid.Span) string {
	if e := d.Entity(id); e != nil && e.Name != "" {
		return e.Name
	}
	return "~" + d.Slice(source)
}
