// Package diff says what changed between two readings: of two versions of an
// article, or by two versions of the library.
package diff

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/claims"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/align"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/count"
)

// A Change is something found in one reading only: Old, New, or, where the
// same thing is read otherwise or says nearly the same, both.
type Change struct {
	Part Part   `json:"layer"`
	Old  string `json:"old,omitempty"`
	New  string `json:"new,omitempty"`
	// Words lead from Old to New, of which something is the same. How each is read
	// is OldRead and NewRead: its kind, its speaker.
	Words   []Edit `json:"words,omitempty"`
	OldRead string `json:"oldRead,omitempty"`
	NewRead string `json:"newRead,omitempty"`
}

// An Edit is a stretch of words that is the same, gone or new.
type Edit struct {
	Op    align.Op `json:"op"`
	Words string   `json:"words"`
}

// A Part of a Document is what is compared.
type Part string

// The layers, in the order of Documents.
const (
	Text     Part = "text"
	Entities Part = "entities"
	Dates    Part = "dates"
	Quotes   Part = "quotes"
	Claims   Part = "claims"
)

// Parts lists them.
func Parts() []Part { return []Part{Text, Entities, Dates, Quotes, Claims} }

// item is something found: key is what it is, value how it is read.
type item struct{ key, value string }

// Documents compares the layers of two readings by the words, not the offsets, so
// that a sentence put in before changes nothing after it.
func Documents(old, new *whosaid.Document, layers ...Part) []Change {
	of := map[Part]func(*whosaid.Document) []item{
		Text: sentences, Entities: entities, Dates: dates, Quotes: quotes, Claims: claimed,
	}
	var out []Change
	for _, l := range layers {
		c := comparison{layer: l, near: l == Text || l == Quotes || l == Claims}
		out = append(out, c.compare(of[l](old), of[l](new))...)
	}
	return out
}

// A comparison is that of one layer. Near says that what has most words in common
// is a change of one into the other.
type comparison struct {
	layer Part
	near  bool
}

// compare lists what is in one list only, in order; what has the same key in
// both and another value is one change.
func (c comparison) compare(old, new []item) []Change {
	gone, came := only(old, new)
	pairs := byKey(gone, came)
	if c.near {
		pairSimilar(gone, came, pairs)
	}
	used := make([]bool, len(came))
	var out []Change
	for i, g := range gone {
		x := Change{Part: c.layer, Old: g.key, OldRead: g.value}
		if k := pairs[i]; k >= 0 {
			used[k] = true
			x.New, x.NewRead = came[k].key, came[k].value
			x.Words = edits(g.key, came[k].key)
		}
		out = append(out, x)
	}
	for k, n := range came {
		if !used[k] {
			out = append(out, Change{Part: c.layer, New: n.key, NewRead: n.value})
		}
	}
	return out
}

// only lists what is in one of two lists; of equal ones the last are new.
func only(old, new []item) (gone, came []item) {
	waiting := map[item]int{}
	for _, i := range new {
		waiting[i]++
	}
	for _, i := range old {
		if waiting[i] > 0 {
			waiting[i]--
		} else {
			gone = append(gone, i)
		}
	}
	for _, i := range slices.Backward(new) {
		if waiting[i] > 0 {
			waiting[i]--
			came = append(came, i)
		}
	}
	slices.Reverse(came)
	return gone, came
}

// byKey pairs what has the same key: for each of gone the place in came, or -1.
func byKey(gone, came []item) []int {
	places := map[string][]int{}
	for k, i := range came {
		places[i.key] = append(places[i.key], k)
	}
	pairs := make([]int, len(gone))
	for i, g := range gone {
		pairs[i] = -1
		if same := places[g.key]; len(same) > 0 {
			pairs[i] = same[0]
			places[g.key] = same[1:]
		}
	}
	return pairs
}

// maxShared bounds how many that have a word are compared for it.
const maxShared = 64

// pairSimilar pairs, of what has no pair, each in order with the one that has most
// words in common with it, if that is half of their words at least.
func pairSimilar(gone, came []item, pairs []int) {
	taken := make([]bool, len(came))
	for _, k := range pairs {
		if k >= 0 {
			taken[k] = true
		}
	}
	having := map[string][]int{}
	size := make([]int, len(came))
	for k, n := range came {
		words := wordSet(n.key)
		size[k] = len(words)
		for w := range words {
			if !taken[k] && len(having[w]) < maxShared {
				having[w] = append(having[w], k)
			}
		}
	}
	for i, g := range gone {
		if pairs[i] >= 0 {
			continue
		}
		words := wordSet(g.key)
		shared := map[int]int{}
		for w := range words {
			for _, k := range having[w] {
				shared[k]++
			}
		}
		best, most := -1, 0
		for k := range came {
			if n := shared[k]; !taken[k] && n > most && 4*n >= len(words)+size[k] {
				best, most = k, n
			}
		}
		if pairs[i] = best; best >= 0 {
			taken[best] = true
		}
	}
}

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(strings.ToLower(s)) {
		set[strings.TrimFunc(w, func(r rune) bool { return unicode.IsPunct(r) })] = true
	}
	return set
}

// edits are the words that are the same, gone and new.
func edits(old, new string) []Edit {
	a, b := strings.Fields(old), strings.Fields(new)
	var out []Edit
	for _, r := range align.Diff(a, b) {
		words := a[r.A0:r.A1]
		if r.Op == align.New {
			words = b[r.B0:r.B1]
		}
		out = append(out, Edit{r.Op, strings.Join(words, " ")})
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
		about := []string{string(e.Kind), count.Of(len(e.Mentions), "mention")}
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
