package timex

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// reach is how far, in tokens, the verb of an expression is looked for.
const reach = 30

// reachRight is the same for the verb behind it, which governs it less often.
const reachRight = 14

// tense returns -1 if the verb nearest to the expression is in a past tense,
// 1 if it is about the future, 0 if neither. News puts the day behind its
// verb ("met on Wednesday", "will meet Wednesday"), so the left side counts
// first.
func (f *finder) tense(e *expr, s *whosaid.Sentence) int {
	before := f.low(e.first-1, s)
	if f.isWord(before, wSince) {
		return -1
	}
	if dir, ok := f.nounTense(e, s); ok {
		return dir
	}
	if t := f.tag(e.end); e.end < s.EndToken && (t == "MD" || t == "VBD") && f.isSubject(e, s) {
		return f.tenseOf(e.end, s)
	}
	for k := e.first - 1; k >= max(s.FirstToken, e.first-reach); k-- {
		if w := f.text(k); w == ";" || w == "." || w == "”" {
			break
		}
		dir, ok, next := f.verbTense(e, k, before, s)
		if ok {
			return dir
		}
		k = next
	}
	for k := e.end; k < min(s.EndToken, e.end+reachRight); k++ {
		if t := f.tag(k); t == "MD" || t == "VBD" || (t == "VBZ" || t == "VBP") && !f.isWord(before, wUntil) {
			if f.tag(k+1) == "VBN" {
				k++ // was supposed
			}
			return f.tenseOf(k, s)
		}
	}
	if f.isWord(before, wUntil) {
		return 1 // rough seas until Thursday
	}
	if k := e.first - 1; f.tag(k) == "NNS" || f.isWord(before, wOn) && f.tag(k-1) == "NNS" {
		return 1 // no verb: the noun is one, "the crew returns on Tuesday"
	}
	return 0
}

// nounTense is the direction that the words beside the expression imply, whatever
// the verb: "an expected May election", "reports of an explosion on Sunday".
func (f *finder) nounTense(e *expr, s *whosaid.Sentence) (int, bool) {
	k := e.end
	if f.tag(k) == "POS" {
		k++
	}
	if f.isWord(f.low(k, s), wHappened) && strings.HasPrefix(f.tag(k), "NN") { // the August blast
		return -1, true
	}
	k = e.first - 1
	for f.isWord(f.low(k, s), wBeforeNoun) {
		k--
	}
	w := f.low(k, s)
	switch {
	case f.isWord(w, wUpcoming), f.isWord(w, wScheduled) && f.tag(k) == "JJ" && !f.causes(k, s):
		return 1, true
	case k < e.first-1 && f.isWord(w, wHappened):
		return -1, true
	case f.toDay(e.first-1, s) && f.isWord(w, wArranged):
		return 1, true
	}
	return 0, false
}

// isSubject reports whether e may be the subject of the verb behind it: "December
// will be worse".
func (f *finder) isSubject(e *expr, s *whosaid.Sentence) bool {
	if e.first == s.FirstToken {
		return true
	}
	switch f.tag(e.first - 1) {
	case "CC", "RB", ",", ":", "``":
		return true
	}
	return f.low(e.first-1, s) == "that"
}

// toDay reports whether token t is one that leads to a day that was set.
func (f *finder) toDay(t int, s *whosaid.Sentence) bool {
	return f.isWord(f.low(t, s), wToDay)
}

// causes reports whether word k, "due", gives a cause: "due to rain".
func (f *finder) causes(k int, s *whosaid.Sentence) bool {
	return f.isWord(f.low(k+1, s), wTo) && f.tag(k+2) != "VB"
}

// verbTense is the direction that token k implies if it is a verb. If it is
// none, or another verb governs it, ok is false and the search goes on from
// next.
func (f *finder) verbTense(e *expr, k int, before string, s *whosaid.Sentence) (dir int, ok bool, next int) {
	t, w := f.tag(k), f.low(k, s)
	switch {
	case t == "VB" || t == "VBN" && f.isWord(f.low(k-1, s), wBareBe):
		to := f.infinitive(k, s)
		switch {
		case to >= 0 && (f.isWord(before, wDeadline) || f.planned(to-1, s)):
			return 1, true, k // ordered him to pay by March
		case to >= 0:
			return 0, false, to // the verb that governs the infinitive decides
		case f.tag(k-1) == "CC" || f.tag(k-1) == ",":
			return 0, false, k // will meet … and open …
		}
		return f.tenseOf(k, s), true, k
	case f.isWord(before, wUntil) && (f.isWord(w, wExtends) || f.present(k, s)):
		return 1, true, k
	case f.isWord(before, wDeadline) && (t == "VBZ" && f.isWord(w, wPlanned) || strings.HasPrefix(t, "VB") && f.isWord(w, wDemands)):
		return 1, true, k
	case f.isWord(w, wHappened) && t == "VBG":
		return -1, true, k
	case t == "VBG" && !f.isWord(w, wNoVerb) && f.alone(k, s), t == "VBN" && f.attributive(k):
		return 0, false, k
	case f.isWord(w, wDue) && !f.causes(k, s):
		return 1, true, k
	case !strings.HasPrefix(t, "VB") && t != "MD":
		return 0, false, k
	case f.toDay(e.first-1, s) && f.isWord(w, wArranged) && (f.isWord(before, wTo) || !f.isWord(f.low(k-1, s), wWas)):
		return 1, true, k
	case t == "VBP" && f.isPast(w):
		return -1, true, k
	case t == "VBD" && f.conjunct(k, s):
		return 0, false, k
	}
	dir = f.tenseOf(k, s)
	if dir == 0 && (t == "VBZ" || t == "VBP") && f.takesPlace(k, e, s) {
		dir = 1
	}
	return dir, true, k
}

// takesPlace reports whether the present tense of token k refers to the future:
// "the school reopens on Thursday", "the vote is on Tuesday". Verbs of saying
// and of states do not.
func (f *finder) takesPlace(k int, e *expr, s *whosaid.Sentence) bool {
	w := f.low(k, s)
	if f.isWord(w, wBe) {
		for j := k + 1; j < e.first; j++ {
			if t := f.tag(j); t != "IN" && t != "DT" && t != "RB" && t != "CD" {
				return false
			}
		}
		return true
	}
	return !f.isWord(w, wStates)
}

// generally reports whether "today" means "nowadays": the verb before it states
// what holds ("the seeps are today …"), or it is the today of many ("today's
// children").
func (f *finder) generally(e *expr, s *whosaid.Sentence) bool {
	if f.tag(e.end) == "POS" && f.tag(e.end+1) == "NNS" {
		return true
	}
	if f.isWord(f.low(e.first-1, s), wScheduled) { // final results are due today
		return false
	}
	for k := e.first - 1; k >= max(s.FirstToken, e.first-8); k-- {
		switch t := f.tag(k); t {
		case "VBZ", "VBP":
			return !f.isWord(f.low(k, s), wHave|wOfNow)
		case "VB", "VBD", "VBG", "VBN", "MD", "PRP", ",", ":", "''", "``":
			return false
		}
	}
	return false
}
