package hostile

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
	"math/rand/v2"
	"slices"
)

// EditModel returns the n-th edited form of a model's file, and what was done
// to it. The same n gives the same form. All checksums are right, so that only
// what the file says can be wrong. others are files that sections may be taken
// from.
func EditModel(file []byte, others [][]byte, n uint64) ([]byte, string) {
	e := &editor{rnd: rand.New(rand.NewPCG(n, 14)), model: takeApart(file), others: others}
	what := ""
	for range 1 + e.rnd.IntN(3)/2 { // two edits in a third of the files
		edit := modelEdits[e.rnd.IntN(len(modelEdits))]
		what += edit(e) + "; "
	}
	return e.model.bytes(), what
}

// The layout of a file, as package modelfile documents it. It stands here once
// more, so that the edits do not depend on the code that they try.
const (
	modelMagic   = 8
	modelName    = 16
	modelHeader  = modelMagic + 4 + modelName + 4 + 4
	modelSection = modelName + 4 + 4
)

// A model is a file taken apart.
type model struct {
	magic    []byte
	kind     []byte
	version  uint32
	count    uint32 // of sections, as the header says
	sections []section
	tail     []byte // after the last section
}

type section struct {
	name   []byte
	length uint32 // as the table says
	data   []byte
}

func takeApart(file []byte) *model {
	le := binary.LittleEndian
	m := &model{magic: slices.Clone(file[:modelMagic]), kind: slices.Clone(file[modelMagic+4:][:modelName])}
	m.version, m.count = le.Uint32(file[modelHeader-8:]), le.Uint32(file[modelHeader-4:])
	at := modelHeader + modelSection*int(m.count)
	for i := range int(m.count) {
		entry := file[modelHeader+modelSection*i:]
		n := le.Uint32(entry[modelName:])
		m.sections = append(m.sections, section{slices.Clone(entry[:modelName]), n, slices.Clone(file[at:][:n])})
		at += int(n)
	}
	return m
}

func (m *model) bytes() []byte {
	le := binary.LittleEndian
	head := le.AppendUint32(le.AppendUint32(slices.Clone(m.kind), m.version), m.count)
	var body []byte
	for _, s := range m.sections {
		body = append(body, s.data...)
	}
	body = append(body, m.tail...)
	at := 0
	castagnoli := crc32.MakeTable(crc32.Castagnoli)
	for _, s := range m.sections {
		end := min(at+int(s.length), len(body))
		head = le.AppendUint32(append(head, s.name...), s.length)
		head = le.AppendUint32(head, crc32.Checksum(body[at:end], castagnoli))
		at = end
	}
	file := le.AppendUint32(slices.Clone(m.magic), crc32.Checksum(head, castagnoli))
	return append(append(file, head...), body...)
}

type editor struct {
	rnd    *rand.Rand
	model  *model
	others [][]byte
}

// modelEdits are the edits. Those of numbers are there more than once, since
// there are many numbers.
var modelEdits = []func(*editor) string{
	(*editor).number, (*editor).number, (*editor).number, (*editor).number, (*editor).number, (*editor).number,
	(*editor).shift, (*editor).shift, (*editor).swapNumbers, (*editor).swapNumbers, (*editor).fill,
	(*editor).lines, (*editor).lines, (*editor).lines, (*editor).cut, (*editor).cut, (*editor).lengthen, (*editor).resize,
	(*editor).swapSections, (*editor).foreign, (*editor).foreign, (*editor).header,
}

// pick chooses a section, and of it a number of 1, 2 or 4 bytes: any, or one at
// an end, where lengths and offsets show.
func (e *editor) pick() (s *section, at, size int) {
	s = &e.model.sections[e.rnd.IntN(len(e.model.sections))]
	size = 1 << e.rnd.IntN(3)
	n := len(s.data) / size
	if n == 0 {
		return s, 0, 0
	}
	switch e.rnd.IntN(4) {
	case 0:
		at = min(e.rnd.IntN(4), n-1)
	case 1:
		at = n - 1 - min(e.rnd.IntN(4), n-1)
	default:
		at = e.rnd.IntN(n)
	}
	return s, at * size, size
}

func get(b []byte, size int) uint32 {
	v := uint32(0)
	for i := range size {
		v |= uint32(b[i]) << (8 * i)
	}
	return v
}

func set(b []byte, size int, v uint32) {
	for i := range size {
		b[i] = byte(v >> (8 * i))
	}
}

// number changes one number to one near it, to an odd one, or to any.
func (e *editor) number() string {
	s, at, size := e.pick()
	if size == 0 {
		return "nothing"
	}
	old := get(s.data[at:], size)
	values := []uint32{
		0, 1, old + 1, old - 1, old + 2, old * 2, old ^ 1<<e.rnd.IntN(8*size), 0x7f, 0xff, 0x7fff, 0xffff, 1 << 16, 1 << 24,
		math.MaxInt32, 1 << 31, math.MaxUint32, e.rnd.Uint32(), e.rnd.Uint32N(300),
	}
	v := values[e.rnd.IntN(len(values))]
	set(s.data[at:], size, v)
	return fmt.Sprintf("%s[%d:+%d]: %d for %d", trim(s.name), at, size, v, old)
}

// shift takes from one number of a section what it gives to another, so that
// sums stay.
func (e *editor) shift() string {
	s, at, size := e.pick()
	if size == 0 {
		return "nothing"
	}
	to := e.rnd.IntN(len(s.data)/size) * size
	by := uint32(1 + e.rnd.IntN(3))
	set(s.data[at:], size, get(s.data[at:], size)-by)
	set(s.data[to:], size, get(s.data[to:], size)+by)
	return fmt.Sprintf("%s: %d from [%d:+%d] to %d", trim(s.name), by, at, size, to)
}

func (e *editor) swapNumbers() string {
	s, at, size := e.pick()
	if size == 0 {
		return "nothing"
	}
	to := e.rnd.IntN(len(s.data)/size) * size
	if e.rnd.IntN(2) == 0 { // a neighbour
		to = min(at+size, len(s.data)/size*size-size)
	}
	a, b := get(s.data[at:], size), get(s.data[to:], size)
	set(s.data[at:], size, b)
	set(s.data[to:], size, a)
	return fmt.Sprintf("%s: [%d:+%d] and %d swapped", trim(s.name), at, size, to)
}

// fill gives a stretch of a section, or all of it, one value.
func (e *editor) fill() string {
	s, at, size := e.pick()
	if size == 0 {
		return "nothing"
	}
	end := at + 1 + e.rnd.IntN(64)
	if e.rnd.IntN(3) == 0 {
		at, end = 0, len(s.data)
	}
	v := []byte{0, 1, 0x80, 0xff}[e.rnd.IntN(4)]
	for i := at; i < min(end, len(s.data)); i++ {
		s.data[i] = v
	}
	return fmt.Sprintf("%s[%d:%d] all %d", trim(s.name), at, end, v)
}

// lines edits the list of names that the first section of most models is.
func (e *editor) lines() string {
	s := &e.model.sections[0]
	if len(s.data) > 1<<10 {
		return e.number()
	}
	list := bytes.Split(s.data, []byte("\n"))
	i, j := e.rnd.IntN(len(list)), e.rnd.IntN(len(list))
	var what string
	switch e.rnd.IntN(8) {
	case 0:
		what, list = "one gone", slices.Delete(list, i, i+1)
	case 1:
		what, list = "one twice", slices.Insert(list, i, list[j])
	case 2:
		what, list[i] = "one empty", nil
	case 3:
		what, list[i] = "one for another", list[j]
	case 4:
		what = "two swapped"
		list[i], list[j] = list[j], list[i]
	case 5:
		what, list = "none", nil
	case 6:
		what, list[i] = "one of other bytes", []byte("\xff\x00 ")
	default:
		what = "too many"
		for k := range 300 {
			list = append(list, fmt.Appendf(nil, "X%d", k))
		}
	}
	s.data = bytes.Join(list, []byte("\n"))
	s.length = uint32(len(s.data))
	return string(trim(s.name)) + ": " + what
}

// cut shortens a section at one of its ends.
func (e *editor) cut() string {
	s, _, _ := e.pick()
	n := min(len(s.data), []int{1, 2, 4, 5, 6, 8, 1 << 10, len(s.data)}[e.rnd.IntN(8)])
	if e.rnd.IntN(2) == 0 {
		s.data = s.data[n:]
	} else {
		s.data = s.data[:len(s.data)-n]
	}
	s.length = uint32(len(s.data))
	return fmt.Sprintf("%s: %d bytes gone", trim(s.name), n)
}

// lengthen adds bytes to a section: zeros, or its own first ones.
func (e *editor) lengthen() string {
	s, _, _ := e.pick()
	n := []int{1, 2, 4, 5, 6, 8, 1 << 10}[e.rnd.IntN(7)]
	more := make([]byte, n)
	if e.rnd.IntN(2) == 0 {
		copy(more, s.data)
	}
	s.data = append(s.data, more...)
	s.length = uint32(len(s.data))
	return fmt.Sprintf("%s: %d bytes more", trim(s.name), n)
}

// resize lets the table tell another length, so that sections lie elsewhere.
func (e *editor) resize() string {
	s, _, _ := e.pick()
	old := s.length
	lengths := []uint32{0, old - 1, old + 1, old + 2, old - 2, old / 2, old * 2, math.MaxUint32, 1 << 31, e.rnd.Uint32() % max(old, 1)}
	s.length = lengths[e.rnd.IntN(len(lengths))]
	if next := e.rnd.IntN(len(e.model.sections)); e.rnd.IntN(2) == 0 { // what one loses another gets
		e.model.sections[next].length += old - s.length
	}
	return fmt.Sprintf("%s: %d bytes said, %d there", trim(s.name), s.length, len(s.data))
}

// swapSections swaps the contents of two sections, with or without the names.
func (e *editor) swapSections() string {
	a, _, _ := e.pick()
	b, _, _ := e.pick()
	*a, *b = *b, *a
	named := e.rnd.IntN(2) == 0
	if !named {
		a.name, b.name = b.name, a.name
	}
	return fmt.Sprintf("%s and %s swapped, with names %t", trim(a.name), trim(b.name), named)
}

// foreign takes a section out of another model: of the same name if it has one.
func (e *editor) foreign() string {
	s, _, _ := e.pick()
	other := takeApart(e.others[e.rnd.IntN(len(e.others))])
	from := &other.sections[e.rnd.IntN(len(other.sections))]
	for i := range other.sections {
		if bytes.Equal(other.sections[i].name, s.name) {
			from = &other.sections[i]
		}
	}
	s.data, s.length = from.data, from.length
	return fmt.Sprintf("%s is %s of %s", trim(s.name), trim(from.name), trim(other.kind))
}

// header edits what is no section.
func (e *editor) header() string {
	m := e.model
	var what string
	switch e.rnd.IntN(8) {
	case 0:
		what, m.magic[7] = "magic", byte(e.rnd.IntN(256))
	case 1:
		what, m.kind = "kind", takeApart(e.others[e.rnd.IntN(len(e.others))]).kind
	case 2:
		what, m.version = "version", e.rnd.Uint32N(4)
	case 3:
		what, m.count = "count", []uint32{0, m.count - 1, m.count + 1, math.MaxUint32, 1 << 28}[e.rnd.IntN(5)]
	case 4:
		what = "a section gone"
		i := e.rnd.IntN(len(m.sections))
		m.sections = slices.Delete(m.sections, i, i+1)
		m.count--
		if len(m.sections) == 0 {
			m.sections = append(m.sections, section{name: make([]byte, modelName)})
		}
	case 5:
		what, m.tail = "bytes after the end", make([]byte, 1+e.rnd.IntN(9))
	case 6:
		s, _, _ := e.pick()
		what, s.name[e.rnd.IntN(modelName)] = "a section's name", 'x'
	default:
		what = "a section twice"
		m.sections = append(m.sections, m.sections[e.rnd.IntN(len(m.sections))])
		m.count++
	}
	return "header: " + what
}

func trim(name []byte) []byte { return bytes.TrimRight(name, "\x00") }
