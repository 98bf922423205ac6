// Package record tells the records of an output apart by what they are, not by
// where they stand: a file may be moved, a feed goes on, a pipe has no places.
package record

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
)

// A Hash stands for bytes. The zero Hash stands for nothing.
type Hash [16]byte

// Sum is the hash of a list of texts. Bytes, which may be many, are not copied.
func Sum[T string | []byte](parts ...T) Hash {
	h := sha256.New()
	for _, p := range parts {
		var size [8]byte // so that no two lists run together alike
		binary.LittleEndian.PutUint64(size[:], uint64(len(p)))
		h.Write(size[:])
		h.Write([]byte(p))
	}
	return Hash(h.Sum(nil)[:16])
}

// MarshalText writes a hash in hexadecimal digits.
func (h Hash) MarshalText() ([]byte, error) { return []byte(hex.EncodeToString(h[:])), nil }

// UnmarshalText reads what MarshalText wrote.
func (h *Hash) UnmarshalText(b []byte) error {
	list, err := hex.DecodeString(string(b))
	if err == nil && len(list) != len(h) {
		err = hex.ErrLength
	}
	copy(h[:], list)
	return err
}

// JournalExt is how the name of the journal beside an output ends.
const JournalExt = ".journal"

// IsJournal reports whether a file begins as a journal of entries does.
func IsJournal(head []byte) bool {
	return bytes.HasPrefix(head, []byte(`{"doc":`)) && bytes.Contains(head, []byte(`,"key":"`))
}

// An Entry is what an output keeps of a record, so as to know it again.
type Entry struct {
	Doc int `json:"doc"` // its number in the output, from 1
	// Key is who it is: its id and outlet, else its address, else what it says. Nth
	// tells those with the same one apart, from 1.
	Key   Hash   `json:"key"`
	Named bool   `json:"named,omitempty"` // Key is an id or an address
	Nth   int    `json:"nth"`
	Raw   Hash   `json:"raw"`            // the bytes that it was read from
	Text  Hash   `json:"text"`           // what was read
	At    Hash   `json:"at,omitzero"`    // the file that it is the whole of
	Place string `json:"place"`          // where it was read, for people
	Name  string `json:"name,omitempty"` // of its files, in a folder of many
	// Again says that it takes the place of an earlier one with its number.
	Again bool `json:"again,omitempty"`
}
