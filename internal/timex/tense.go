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
	for k := e.first - 1; k >= max(s.FirstToken, e.first-reach); k-- {
		if t := f.tag(k); strings.HasPrefix(t, "VB") || t == "MD" {
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

// tenseOf is the tense of the verb group around token k.
func (f *finder) tenseOf(k int, s *whosaid.Sentence) int {
	t := f.tag(k)
	progressive := t == "VBG"
	for j := k; j >= max(s.FirstToken, k-4); j-- {
		w := f.low(j, s)
		switch f.tag(j) {
		case "MD":
			switch w {
			case "will", "'ll", "shall", "wo", "may", "might", "can", "must", "should", "would", "could":
				return 1
			}
			return 0
		case "VBD":
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
			case t == "VBN" && isBe(w) && scheduled(f.low(k, s)):
				return 1
			case t == "VBN" && isBe(w):
				return -1
			}
			return 0
		case "VB", "VBN", "VBG", "RB":
			continue
		}
		break
	}
	switch {
	case t == "VBN" && scheduled(f.low(k, s)):
		return 1
	case t == "VBN":
		return -1
	}
	return 0
}

func isBe(w string) bool {
	return w == "is" || w == "are" || w == "'s" || w == "'re" || w == "am" || w == "'m"
}

// scheduled reports whether a participle says that something is to come.
func scheduled(w string) bool {
	switch w {
	case "scheduled", "expected", "due", "set", "planned", "slated", "proposed", "projected":
		return true
	}
	return false
}
