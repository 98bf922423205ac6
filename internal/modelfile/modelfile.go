// Package modelfile defines the format of all files of trained models and
// tables: a header, a table of named sections, and the sections.
//
// All numbers are little-endian. The header is
//
//	8 bytes   "whosaid" and the version of this form
//	4 bytes   CRC-32C of the rest of the header and of the table
//	16 bytes  the kind of model, padded with zeros
//	4 bytes   the version of that kind
//	4 bytes   the number of sections
//
// and the table has for each section
//
//	16 bytes  its name, padded with zeros
//	4 bytes   its length
//	4 bytes   its CRC-32C
//
// The sections follow in the order of the table, without gaps, to the end of
// the file. Their content is up to the package that reads the kind. Checksums
// show that a file is as it was written; that package proves once, on opening
// the file, that what was written makes sense. Both name the damaged section.
package modelfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
)

// A Kind is what a file is a model of.
type Kind string

// The kinds.
const (
	Clusters  Kind = "clusters" // of words
	Lists     Kind = "lists"    // gazetteers
	Case      Kind = "case"     // how words are capitalized
	Prose     Kind = "prose"    // the first step of the tagger
	Tags      Kind = "tags"     // its second step
	Names     Kind = "names"
	Coref     Kind = "coref"
	Quotes    Kind = "quotes"
	Moves     Kind = "moves"     // of the parser
	Relations Kind = "relations" // that the parser names
)

// Header is the name by which errors call the header and the table.
const Header = "header"

const (
	nameSize   = 16
	headerSize = 8 + 4 + nameSize + 4 + 4
	entrySize  = nameSize + 4 + 4
	summedFrom = 8 + 4 // where the part of the header begins that it has a checksum of
)

var (
	magic = [8]byte{'w', 'h', 'o', 's', 'a', 'i', 'd', 2}
	crc   = crc32.MakeTable(crc32.Castagnoli) // computed by the processor where it can
)

// ErrDamaged is wrapped by all errors about the bytes of a model.
var ErrDamaged = errors.New("damaged model")

// A DamageError names the damaged section of a model. It wraps ErrDamaged.
type DamageError struct {
	Kind    Kind   // of the model that was expected
	Section string // Header, or the name of a section
	What    string
}

func (e *DamageError) Error() string {
	if e.Section == Header {
		return fmt.Sprintf("%v of kind %q: %s: %s", ErrDamaged, string(e.Kind), Header, e.What)
	}
	return fmt.Sprintf("%v of kind %q: section %q: %s", ErrDamaged, string(e.Kind), e.Section, e.What)
}

// Unwrap returns ErrDamaged.
func (e *DamageError) Unwrap() error { return ErrDamaged }

// A Form is how files of one kind are laid out.
type Form struct {
	Kind     Kind
	Version  uint32   // raised when files of old must not be read any more
	Sections []string // their names, of at most 16 bytes, in order
}

// Damaged returns a *DamageError about a section.
func (f *Form) Damaged(section, format string, args ...any) error {
	return &DamageError{f.Kind, section, fmt.Sprintf(format, args...)}
}

// Write returns a file with the given sections, in the order of the form.
func (f *Form) Write(sections ...[]byte) []byte {
	if len(sections) != len(f.Sections) {
		panic(fmt.Sprintf("modelfile: %d sections for a form of %d", len(sections), len(f.Sections)))
	}
	le := binary.LittleEndian
	head := appendName(nil, string(f.Kind))
	head = le.AppendUint32(le.AppendUint32(head, f.Version), uint32(len(sections)))
	for i, s := range sections {
		head = appendName(head, f.Sections[i])
		head = le.AppendUint32(le.AppendUint32(head, uint32(len(s))), crc32.Checksum(s, crc))
	}
	out := le.AppendUint32(magic[:len(magic):len(magic)], crc32.Checksum(head, crc))
	out = append(out, head...)
	for _, s := range sections {
		out = append(out, s...)
	}
	return out
}

func appendName(b []byte, name string) []byte {
	var padded [nameSize]byte
	copy(padded[:], name)
	return append(b, padded[:]...)
}

// Open returns the sections of a file of this form, as views on data. Errors
// are of type *DamageError.
func (f *Form) Open(data []byte) ([][]byte, error) {
	table, err := f.header(data)
	if err != nil {
		return nil, err
	}
	rest := data[headerSize+len(table):]
	out := make([][]byte, len(f.Sections))
	for i, name := range f.Sections {
		e := table[entrySize*i:]
		if !named(e, name) {
			return nil, f.Damaged(name, "in its place there is %q", trimmed(e))
		}
		n, sum := uint64(binary.LittleEndian.Uint32(e[nameSize:])), binary.LittleEndian.Uint32(e[nameSize+4:])
		if n > uint64(len(rest)) {
			return nil, f.Damaged(name, "%d bytes, of which the file has %d", n, len(rest))
		}
		out[i], rest = rest[:n:n], rest[n:]
		if got := crc32.Checksum(out[i], crc); got != sum {
			return nil, f.Damaged(name, "checksum %08x, want %08x", got, sum)
		}
	}
	if len(rest) > 0 {
		return nil, f.Damaged(Header, "%d bytes after the last section", len(rest))
	}
	return out, nil
}

// header checks the header of a file and returns its table of sections.
func (f *Form) header(data []byte) ([]byte, error) {
	le := binary.LittleEndian
	if len(data) < headerSize || [7]byte(data[:7]) != [7]byte(magic[:7]) {
		return nil, f.Damaged(Header, "%d bytes that are no model", len(data))
	}
	if data[7] != magic[7] {
		return nil, f.Damaged(Header, "a file of form %d, want %d: it was made for another version of this library", data[7], magic[7])
	}
	kind, version, count := data[summedFrom:], le.Uint32(data[summedFrom+nameSize:]), uint64(le.Uint32(data[summedFrom+nameSize+4:]))
	if count > uint64(len(data)-headerSize)/entrySize {
		return nil, f.Damaged(Header, "%d sections in a file of %d bytes", count, len(data))
	}
	end := headerSize + entrySize*int(count)
	if got, want := crc32.Checksum(data[summedFrom:end], crc), le.Uint32(data[8:]); got != want {
		return nil, f.Damaged(Header, "checksum %08x, want %08x", got, want)
	}
	switch {
	case !named(kind, string(f.Kind)):
		return nil, f.Damaged(Header, "this is a model of kind %q", trimmed(kind))
	case version != f.Version:
		return nil, f.Damaged(Header, "version %d, want %d: it was made for another version of this library", version, f.Version)
	case count != uint64(len(f.Sections)):
		return nil, f.Damaged(Header, "%d sections, want %d", count, len(f.Sections))
	}
	return data[headerSize:end], nil
}

// named reports whether a padded name is the given one.
func named(padded []byte, name string) bool {
	var want [nameSize]byte
	copy(want[:], name)
	return [nameSize]byte(padded) == want
}

func trimmed(padded []byte) []byte { return bytes.TrimRight(padded[:nameSize], "\x00") }
