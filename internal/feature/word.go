package feature

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid/internal/linear"
)

// A Word describes a word regardless of where it stands. All fields but Text
// and Flags are hashes.
type Word struct {
	Text     string
	Hash     uint32 // of Text
	Lower    uint32 // of Text in lower case
	Shape    uint32 // "Xxxxx" as "Xx", "2015" as "0000"
	Prefix   [4]uint32
	Suffix   [4]uint32
	Clusters [3]uint16 // of 64, 256, 1024; 0 if unknown, else 1 more than the number
	Lists    Lists     // what the gazetteers hold the word alone for
	Flags    Flags
	Hints    Hints
}

// Flags are yes-or-no facts about a word.
type Flags uint8

// The flags.
const (
	Upper  Flags = 1 << iota // begins with a capital
	Caps                     // two letters or more, all capitals
	Digit                    // has a digit
	Letter                   // has a letter
	Inner                    // has a capital after a small letter: "McDonald", "iPhone"
)

// maxWord is how many bytes of a word are looked at: what lies beyond says
// nothing and would cost time.
const maxWord = 64

func cut(text string) string { return text[:min(len(text), maxWord)] }

// newWord describes text.
func newWord(text string, r *Resources) Word {
	text = cut(text)
	lower := strings.ToLower(text)
	w := Word{Text: text, Hash: linear.Hash(text), Lower: linear.Hash(lower)}
	w.Shape, w.Flags = shape(text)
	end := len(lower)
	start := 0
	for i := range w.Prefix {
		if start < len(lower) {
			_, n := utf8.DecodeRuneInString(lower[start:])
			start += n
			w.Prefix[i] = linear.Hash(lower[:start])
		}
		if end > 0 {
			_, n := utf8.DecodeLastRuneInString(lower[:end])
			end -= n
			w.Suffix[i] = linear.Hash(lower[end:])
		}
	}
	if v := r.Clusters.Get(w.Lower); v != nil {
		bits := uint32(v[0]) | uint32(v[1])<<8 | uint32(v[2])<<16 // 6, 8, 10 bits
		w.Clusters = [3]uint16{uint16(bits&63) + 1, uint16(bits>>6&255) + 1, uint16(bits>>14&1023) + 1}
	}
	w.Hints = hints(lower)
	w.Lists = r.lists(w.Lower)
	if w.Flags&Caps != 0 {
		w.Lists |= r.lists(CapsHash(w.Hash))
	}
	return w
}

// shape is the hash of a word's outline, with runs of letters cut to two.
func shape(text string) (uint32, Flags) {
	var out [24]byte
	n, letters, uppers, run := 0, 0, 0, 0
	var flags Flags
	last, sawLower := byte(0), false
	for i, r := range text {
		c := byte('-')
		switch {
		case r >= utf8.RuneSelf && unicode.IsUpper(r), 'A' <= r && r <= 'Z':
			c, letters, uppers = 'X', letters+1, uppers+1
			if i == 0 {
				flags |= Upper
			}
			if sawLower {
				flags |= Inner
			}
		case r >= utf8.RuneSelf && unicode.IsLetter(r), 'a' <= r && r <= 'z':
			c, letters, sawLower = 'x', letters+1, true
		case '0' <= r && r <= '9':
			c = '0'
			flags |= Digit
		case r < utf8.RuneSelf:
			c = byte(r)
		}
		if c == last {
			run++
		} else {
			last, run = c, 1
		}
		if n < len(out) && (run <= 2 || c == '0' && run <= 4) {
			out[n] = c
			n++
		}
	}
	if letters > 0 {
		flags |= Letter
	}
	if letters > 1 && uppers == letters {
		flags |= Caps
	}
	return linear.Hash(string(out[:n])), flags
}
