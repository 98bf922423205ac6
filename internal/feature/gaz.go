package feature

import (
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/modelfile"
)

// Lists is a set of gazetteers, one bit each.
type Lists uint32

// The gazetteers.
const (
	FirstName Lists = 1 << iota
	Surname
	FullName // of a known person
	City
	Country // and its parts: states, counties
	Nation  // nationality
	Company
	School // universities
	Agency // agencies, parties, charities, teams, media, armed groups
	Water  // rivers, seas
	Terrain
	Honorific
	Occupation
	Team      // sports teams
	Media     // news agencies, papers, broadcasters
	Region    // regions, mountains, famous places
	OrgWord   // words that names of organizations end or begin with
	Made      // products
	PlaceWord // words that names of places end or begin with
	Begins    // no list: some phrase of two words or more begins with the word
)

// NumLists is the number of gazetteers, Begins left out.
const NumLists = 19

// maxPhrase is the most words that a phrase of the gazetteers has.
const maxPhrase = 6

// openLists opens gazetteers and proves that each phrase is in at least one
// known list and in no other.
func openLists(data []byte) (*modelfile.Table, error) {
	t, err := modelfile.OpenTable(modelfile.Lists, ValueBytes, data)
	if err != nil {
		return nil, err
	}
	for i := range t.Len() {
		if l := toLists(t.Value(i)); l == 0 || l >= 2*Begins {
			return nil, t.Damaged("phrase %d is in the lists %#x", i, uint32(l))
		}
	}
	return t, nil
}

func toLists(v []byte) Lists { return Lists(v[0]) | Lists(v[1])<<8 | Lists(v[2])<<16 }

func (r *Resources) lists(hash uint32) Lists {
	v := r.Lists.Get(hash)
	if v == nil {
		return 0
	}
	return toLists(v)
}

// CapsHash is the hash of a word that the lists hold in capitals only: "WHO"
// is an agency, "who" is none. word is the hash of the word as it is written.
func CapsHash(word uint32) uint32 { return linear.Mix(0xca95, word) }

// PhraseHash is the hash of a phrase by those of its words in lower case.
func PhraseHash(words []uint32) uint32 {
	h := words[0]
	for _, w := range words[1:] {
		h = linear.Mix(h, w)
	}
	return h
}

// A Match is a phrase of the gazetteers that begins at a token.
type Match struct {
	Len   int
	Lists Lists
}

// longest returns the longest phrase of two words or more that begins at
// words[0].
func (r *Resources) longest(words []uint32) Match {
	h := words[0]
	best := Match{}
	for n := 2; n <= min(maxPhrase, len(words)); n++ {
		h = linear.Mix(h, words[n-1])
		if l := r.lists(h) &^ Begins; l != 0 {
			best = Match{n, l}
		}
	}
	return best
}
