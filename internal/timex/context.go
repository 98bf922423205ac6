package timex

import (
	_ "embed"

	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed context.txt
var contextTable string

// A wordClass is a set of classes of the words around expressions of time;
// context.txt says what each is for.
type wordClass uint64

// The classes.
const (
	wAnchor wordClass = 1 << iota
	wApprox
	wArranged
	wBefore
	wBeforeNoun
	wBeforeTime
	wBusiness
	wCounted
	wDoubtfulMonth
	wEarlier
	wEdition
	wExtends
	wFamily
	wHappened
	wLater
	wLengthBefore
	wLess
	wLink
	wLocal
	wMargin
	wModEnd
	wModMid
	wModNone
	wModNoun
	wModStart
	wModal
	wMore
	wMoreBefore
	wNameMonth
	wNamedDay
	wNoClock
	wNumberAfter
	wNumberBefore
	wOne
	wPartAt
	wPastForm
	wPerson
	wPlanned
	wRange
	wScheduled
	wShortMonth
	wStampEnd
	wStates
	wStreet
	wUpcoming
	wUpdated
)

var contextClasses = map[string]wordClass{
	"anchor": wAnchor, "approx": wApprox, "arranged": wArranged, "before": wBefore, "before-noun": wBeforeNoun,
	"before-time": wBeforeTime, "business": wBusiness, "counted": wCounted, "doubtful-month": wDoubtfulMonth,
	"earlier": wEarlier, "edition": wEdition, "extends": wExtends, "family": wFamily, "happened": wHappened,
	"later": wLater, "length-before": wLengthBefore, "less": wLess, "link": wLink, "local": wLocal, "margin": wMargin,
	"mod-end": wModEnd, "mod-mid": wModMid, "mod-none": wModNone, "mod-noun": wModNoun, "mod-start": wModStart,
	"modal": wModal, "more": wMore, "more-before": wMoreBefore, "name-month": wNameMonth, "named-day": wNamedDay,
	"no-clock": wNoClock, "number-after": wNumberAfter, "number-before": wNumberBefore, "one": wOne, "part-at": wPartAt,
	"past-form": wPastForm, "person": wPerson, "planned": wPlanned, "range": wRange, "scheduled": wScheduled,
	"short-month": wShortMonth, "stamp-end": wStampEnd, "states": wStates, "street": wStreet, "upcoming": wUpcoming,
	"updated": wUpdated,
}

// readContext reads context.txt.
func (g *Grammar) readContext(text string) (err error) {
	f := wordfile.File{Name: "internal/timex/context.txt", Text: text, Lower: true}
	g.context, err = wordfile.Classes(f, contextClasses)
	return err
}

// isWord reports whether a word in lower case is of one of the classes.
func (f *finder) isWord(w string, c wordClass) bool { return f.g.context[w]&c != 0 }

// pointMod is the Mod that a word before a point in time gives it; "" leaves
// it as it is. The second result is false for all other words.
func (f *finder) pointMod(w string) (string, bool) {
	switch c := f.g.context[w]; {
	case c&wModStart != 0:
		return "START", true
	case c&wModMid != 0:
		return "MID", true
	case c&wModEnd != 0:
		return "END", true
	default:
		return "", c&wModNone != 0
	}
}

// lengthMod is the Mod that a word before a length gives it.
func (f *finder) lengthMod(w string) (string, bool) {
	switch c := f.g.context[w]; {
	case c&wApprox != 0:
		return "APPROX", true
	case c&wLess != 0:
		return "LESS_THAN", true
	case c&wMore != 0:
		return "MORE_THAN", true
	}
	return "", false
}
