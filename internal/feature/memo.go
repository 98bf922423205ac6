package feature

import "github.com/whosaid/whosaid/internal/linear"

const (
	// MemoSize is how many words a Memo holds.
	MemoSize = 1 << 12
	// maxKept is the bytes of the longest word that it holds.
	maxKept = 24
)

// A Memo keeps the descriptions of words from one document to the next, since
// most words of a text stand in other texts too. A word has one place in it,
// which a later word may take over. What is found in a Memo is what would be
// found without: it saves time only. Its zero value is ready for use, by one
// goroutine at a time and with the same Resources.
type Memo struct {
	entries []entry
	doc     uint32 // the number of the present document
}

type entry struct {
	text   [maxKept]byte
	size   uint8  // 0: the place is free
	doc    uint32 // the document that has the word
	id     int32  // its number there
	serial uint32 // how many words have had this place
	word   Word   // without Text, so that no old text is kept alive
}

// begin is called for each document.
func (m *Memo) begin() {
	m.doc++
	if m.entries == nil || m.doc == 0 { // 0: all of the numbers are used up
		m.entries = make([]entry, MemoSize)
		m.doc = 1
	}
}

// place is where s may stand in m, -1 if nowhere.
func place(s string) int {
	if len(s) > maxKept {
		return -1
	}
	return int(linear.Hash(s) % MemoSize)
}

func (e *entry) holds(s string) bool { return string(e.text[:e.size]) == s }

// set gives the place to s.
func (e *entry) set(s string, w Word) {
	e.size = uint8(copy(e.text[:], s))
	e.serial++
	e.word = w
	e.word.Text = ""
}
