// Package diff says what changed between two readings: of two versions of an
// article, or by two versions of the library.
package diff

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/claims"
)

// A Change is something found in one reading only: Old, New, or, where the
// same thing is read otherwise, both.
type Change struct {
	Layer string `json:"layer"` // text, entities, dates, quotes, claims
	Old   string `json:"old,omitempty"`
	New   string `json:"new,omitempty"`
}

// item is something found: key is what it is, value how it is read.
type item struct{ key, value string }

func (i item) String() string {
	if i.value == "" {
		return i.key
	}
	return i.key + " [" + i.value + "]"
}

// Documents compares two readings by the words, not the offsets, so that a
// sentence put in before changes nothing after it.
func Documents(old, new *whosaid.Document) []Change {
	var out []Change
	for _, l := range []struct {
		name string
		of   func(*whosaid.Document) []item
	}{{"text", sentences}, {"entities", entities}, {"dates", dates}, {"quotes", quotes}, {"claims", claimed}} {
		out = append(out, compare(l.name, l.of(old), l.of(new))...)
	}
	return out
}

// compare lists what is in one list only, in order; what has the same key in
// both and another value is one change.
func compare(layer string, old, new []item) []Change {
	waiting := map[item]int{}
	for _, i := range new {
		waiting[i]++
	}
	var gone []item
	for _, i := range old {
		if waiting[i] > 0 {
			waiting[i]--
		} else {
			gone = append(gone, i)
		}
	}
	var came []item
	byKey := map[string][]int{}
	for k := len(new) - 1; k >= 0; k-- { // of equal ones the last are new
		if i := new[k]; waiting[i] > 0 {
			waiting[i]--
			came = append(came, i)
		}
	}
	for a, b := 0, len(came)-1; a < b; a, b = a+1, b-1 {
		came[a], came[b] = came[b], came[a]
	}
	for k, i := range came {
		byKey[i.key] = append(byKey[i.key], k)
	}
	var out []Change
	used := make([]bool, len(came))
	for _, i := range gone {
		c := Change{Layer: layer, Old: i.String()}
		if same := byKey[i.key]; len(same) > 0 {
			c.New, used[same[0]] = came[same[0]].String(), true
			byKey[i.key] = same[1:]
		}
		out = append(out, c)
	}
	for k, i := range came {
		if !used[k] {
			out = append(out, Change{Layer: layer, New: i.String()})
		}
	}
	return out
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

func sentences(d *whosaid.Document) (out []item) {
	for _, s := range d.Sentences {
		out = append(out, item{key: flat(d.Slice(s.Span))})
	}
	return out
}

func entities(d *whosaid.Document) (out []item) {
	for _, e := range d.Entities {
		about := []string{string(e.Kind), fmt.Sprintf("%d mentions", len(e.Mentions))}
		for _, r := range e.Roles {
			about = append(about, flat(r.Title))
		}
		out = append(out, item{flat(e.Called()), strings.Join(about, ", ")})
	}
	return out
}

func dates(d *whosaid.Document) (out []item) {
	for _, t := range d.Dates {
		out = append(out, item{flat(d.Slice(t.Span)), strings.TrimSpace(fmt.Sprintf("%s %s %s", t.Type, t.Value, t.Mod))})
	}
	return out
}

func quotes(d *whosaid.Document) (out []item) {
	for i := range d.Quotes {
		q := &d.Quotes[i]
		out = append(out, item{d.Words(q.Content...), strings.Join([]string{flat(d.Who(q)), flat(d.Slice(q.Cue)), string(q.Form)}, ", ")})
	}
	return out
}

func claimed(d *whosaid.Document) (out []item) {
	for i := range d.Claims {
		c := &d.Claims[i]
		who := cmp.Or(flat(d.WhoClaims(c)), string(c.Claimant.Kind))
		out = append(out, item{flat(claims.Text(d, c)), who + ", " + string(c.Type)})
	}
	return out
}
