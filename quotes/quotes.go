// Package quotes arranges the quotes of a document: by speaker, as rows of a
// table, and as exchanges, in which speakers answer one another.
//
// In goes a [whosaid.Document] that has quotes, out come small structs to
// range over:
//
//	d, err := x.Extract(ctx, text) // x is an extract.Extractor
//	...
//	for _, s := range quotes.BySpeaker(d) {
//		fmt.Println(s.Name)
//		for _, q := range s.Quotes {
//			fmt.Println(" -", d.Words(q.Content...))
//		}
//	}
//
// prints "Ann Lee" and what she says in the whole text, whether it calls her
// "Ann Lee", "she" or "the mayor".
//
// The package reads what package extract found and finds nothing itself; time
// is linear in the size of the document. Entities and quotes in its results are
// those of the document, not copies: do not change them. All functions are safe
// for concurrent use.
//
// # Limits
//
// Speakers are told apart within one document; [entities.Merger] says who is
// the same in others. Sources that are no entity are told apart by their words
// alone: two groups of "officials" are one. A quote whose source the text does
// not give has the speaker "".
//
// [entities.Merger]: https://pkg.go.dev/github.com/whosaid/whosaid/entities#Merger
package quotes

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// A Speaker is somebody whom a document quotes, with all their quotes.
type Speaker struct {
	// Entity is nil for a source that is not an entity.
	Entity *whosaid.Entity
	// Name is what Entity is called ("Ann Lee", "a forklift driver"), or else
	// the words of the source ("officials"); "" where the text gives neither.
	Name string
	// Quotes are in text order; a joint statement is one of each speaker's.
	Quotes []*whosaid.Quote
}

// BySpeaker returns those who are quoted in d, in the order of their first
// quotes. Sources that are no entity are one Speaker if their words are the
// same, ignoring case, although they need not be the same people.
func BySpeaker(d *whosaid.Document) []Speaker {
	var list []Speaker
	at := map[identity]int{}
	for i := range d.Quotes {
		q := &d.Quotes[i]
		for _, who := range speakersOf(d, q) {
			k, known := at[who.identity]
			if !known {
				k = len(list)
				at[who.identity] = k
				list = append(list, Speaker{Entity: who.entity, Name: who.name})
			}
			list[k].Quotes = append(list[k].Quotes, q)
		}
	}
	return list
}

// An identity distinguishes speakers.
type identity struct {
	id     whosaid.EntityID // 0 if it is no entity
	source string           // then the words, folded
}

// A speaker is one of those who speak a quote.
type speaker struct {
	identity
	entity *whosaid.Entity
	name   string
}

// speakersOf are the speakers of q: the words of its source if it has no entity.
func speakersOf(d *whosaid.Document, q *whosaid.Quote) []speaker {
	var list []speaker
	for _, e := range d.Speakers(q) {
		list = append(list, speaker{identity{id: e.ID}, e, e.Called()})
	}
	if list == nil {
		words := d.Who(q)
		list = append(list, speaker{identity{source: strings.ToLower(words)}, nil, words})
	}
	return list
}
