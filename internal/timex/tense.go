package timex

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// reach is how far, in tokens, the verb of an expression is looked for.
const reach = 14

// tense returns -1 if the verb nearest to the expression is in a past tense,
// 1 if it is about the future, 0 if neither. News puts the day behind its
// verb ("met on Wednesday", "will meet Wednesday"), so the left side counts
// first.
func (f *finder) tense(e *expr, s *whosaid.Sentence) int {
	before := f.low(e.first-1, s)
	if before == "since" {
		return -1
	}
	for k := e.first - 1; k >= max(s.FirstToken, e.first-reach); k-- {
		switch t := f.tag(k); {
		case t == "VB" || t == "VBN" && f.low(k-1, s) == "be":
			to := f.infinitive(k, s)
			if to < 0 {
				return f.tenseOf(k, s)
			}
			if before == "by" || f.planned(to-1, s) {
				return 1 // ordered him to pay by March
			}
			k = to // the verb that governs the infinitive tells
			continue
		case strings.HasPrefix(t, "VB") || t == "MD":
			if (before == "until" || before == "till") && f.isWord(f.low(k, s), wExtends) {
				return 1
			}
			return f.tenseOf(k, s)
		}
		if w := f.text(k); w == ";" || w == "." || w == "”" {
			break
		}
	}
	for k := e.end; k < min(s.EndToken, e.end+reach); k++ {
		t := f.tag(k)
		if t == "MD" || t == "VBD" || t == "VBZ" || t == "VBP" {
			return f.tenseOf(k, s)
		}
	}
	return 0
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
			if t == "VBN" && isWas(w) && f.isWord(f.low(k, s), wScheduled) {
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
			case w == "has" || w == "have" || w == "'ve":
				return -1
			case progressive && isBe(w):
				return 1
			case t == "VBN" && isBe(w) && f.isWord(f.low(k, s), wScheduled):
				return 1
			case t == "VBN" && isBe(w):
				return -1
			}
			return 0
		case "VB", "VBN", "VBG", "RB":
			perfect = perfect || w == "have"
			continue
		}
		break
	}
	switch {
	case t == "VBN" && f.isWord(f.low(k, s), wScheduled):
		return 1
	case t == "VBN":
		return -1
	}
	return 0
}

func isBe(w string) bool {
	return w == "is" || w == "are" || w == "'s" || w == "'re" || w == "am" || w == "'m"
}

func isWas(w string) bool { return w == "was" || w == "were" }

// generally reports whether "today" means these times: the verb before it
// states what holds ("the seeps are today …"), or it is the today of many
// ("today's children").
func (f *finder) generally(e *expr, s *whosaid.Sentence) bool {
	if f.tag(e.end) == "POS" && f.tag(e.end+1) == "NNS" {
		return true
	}
	for k := e.first - 1; k >= max(s.FirstToken, e.first-8); k-- {
		switch t := f.tag(k); t {
		case "VBZ", "VBP":
			w := f.low(k, s)
			if w == "has" || w == "have" || w == "'ve" || w == "says" || w == "'s" {
				return false
			}
			return true
		case "VB", "VBD", "VBG", "VBN", "MD", "PRP", ",", ":", "''", "``":
			return false
		}
	}
	return false
}
