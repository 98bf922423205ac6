package timex

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// present reports whether the verb at token k, or the auxiliary before it, is
// in the present tense.
func (f *finder) present(k int, s *whosaid.Sentence) bool {
	if t := f.tag(k); t == "VBN" {
		for k--; k > s.FirstToken && f.tag(k) == "RB"; k-- {
		}
	}
	return f.tag(k) == "VBZ" || f.tag(k) == "VBP"
}

// isPast reports whether a word is a past form, whatever its tag.
func (f *finder) isPast(w string) bool {
	return f.isWord(w, wPastForm) || strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "eed")
}

// conjunct reports whether the verb at token k is not the past form its tag
// says, but another one under the auxiliary of the verb before it: "will hear
// him and visit the site".
func (f *finder) conjunct(k int, s *whosaid.Sentence) bool {
	if t := f.tag(k - 1); t != "CC" && t != "," {
		return false
	}
	w := f.low(k, s)
	return !strings.HasSuffix(w, "d") && !f.isWord(w, wPastForm) && !f.isWord(w, wWas)
}

// alone reports whether the -ing form at token k has no auxiliary.
func (f *finder) alone(k int, s *whosaid.Sentence) bool {
	for j := k - 1; j >= max(s.FirstToken, k-3); j-- {
		switch t := f.tag(j); t {
		case "RB":
		case "VB", "VBD", "VBN", "VBP", "VBZ":
			return false
		default:
			return true
		}
	}
	return true
}

// attributive reports whether the participle at token k belongs to the noun behind
// it: "the originally planned launch".
func (f *finder) attributive(k int) bool {
	if !strings.HasPrefix(f.tag(k+1), "NN") || strings.HasPrefix(f.tag(k+1), "NNP") {
		return false
	}
	switch f.tag(k - 1) {
	case "DT", "JJ", "PRP$", "POS":
		return true
	case "RB":
		return f.tag(k-2) == "DT"
	}
	return false
}

// infinitive returns the token "to" of an infinitive whose verb is token k,
// or -1.
func (f *finder) infinitive(k int, s *whosaid.Sentence) int {
	for j := k - 1; j >= max(s.FirstToken, k-3); j-- {
		switch f.tag(j) {
		case "TO":
			return j
		case "RB", "VB":
		default:
			return -1
		}
	}
	return -1
}

// planned reports whether the word before "to" sets the infinitive in the
// future: "is to", "expected to", "plans to".
func (f *finder) planned(t int, s *whosaid.Sentence) bool {
	return f.isWord(f.low(t, s), wPlanned|wScheduled)
}

// tenseOf is the tense of the verb group around token k.
func (f *finder) tenseOf(k int, s *whosaid.Sentence) int {
	t := f.tag(k)
	progressive, perfect := t == "VBG", false
	for j := k; j >= max(s.FirstToken, k-4); j-- {
		w := f.low(j, s)
		switch f.tag(j) {
		case "MD":
			if perfect {
				return -1 // would have
			}
			if f.isWord(w, wModal) {
				return 1
			}
			return 0
		case "VBD":
			if t == "VBN" && f.isWord(w, wWas) && f.isWord(f.low(k, s), wScheduled) {
				return 0 // was planned for
			}
			return -1
		case "TO":
			if t == "VB" {
				return 1
			}
			return 0
		case "VBZ", "VBP":
			switch {
			case f.isWord(w, wHave):
				return -1
			case progressive && f.isWord(w, wBe):
				return 1
			case t == "VBN" && f.isWord(w, wBe) && f.isWord(f.low(k, s), wScheduled|wArranged):
				return 1
			case t == "VBN" && f.isWord(w, wBe):
				return -1
			}
			return 0
		case "VB", "VBN", "VBG", "RB":
			perfect = perfect || f.isWord(w, wBareHave)
			continue
		}
		break
	}
	switch {
	case t == "VB" && !f.isPast(f.low(k, s)): // ask me on Monday
		return 1
	case t == "VBN" && f.isWord(f.low(k, s), wScheduled):
		return 1
	case t == "VBN" && f.isWord(f.low(k-1, s), wBareBe): // asked that they be heard
		return 1
	case t == "VBN":
		return -1
	}
	return 0
}
