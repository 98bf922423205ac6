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
	wAmount wordClass = 1 << iota
	wAnchor
	wAnd
	wArranged
	wArticle
	wBareBe
	wBareHave
	wBe
	wBeforeHour
	wBeforeNoun
	wBeforeTime
	wBetween
	wBusiness
	wByline
	wCounted
	wCountsBack
	wDayOrClock
	wDeadline
	wDemands
	wDoubtfulMonth
	wDue
	wEdition
	wExtends
	wFamily
	wFor
	wFrom
	wHappened
	wHave
	wJoint
	wLaw
	wLengthBefore
	wLink
	wMargin
	wModal
	wMoreBefore
	wNameMonth
	wNamedDay
	wNightly
	wNoClock
	wNoVerb
	wNumberAfter
	wNumberBefore
	wOfNow
	wOn
	wOne
	wPartAt
	wPastForm
	wPerson
	wPlanned
	wRange
	wSaid
	wScheduled
	wShortMonth
	wSince
	wStampEnd
	wStarting
	wStates
	wStreet
	wTo
	wToDay
	wUntil
	wUpcoming
	wUpdated
	wWas
)

var contextClasses = map[string]wordClass{
	"amount": wAmount, "anchor": wAnchor, "and": wAnd, "arranged": wArranged, "article": wArticle, "bare-be": wBareBe,
	"bare-have": wBareHave, "be": wBe, "before-hour": wBeforeHour, "before-noun": wBeforeNoun, "before-time": wBeforeTime,
	"between": wBetween, "business": wBusiness, "byline": wByline, "counted": wCounted, "counts-back": wCountsBack,
	"day-or-clock": wDayOrClock, "deadline": wDeadline, "demands": wDemands, "doubtful-month": wDoubtfulMonth, "due": wDue,
	"edition": wEdition, "extends": wExtends, "family": wFamily, "for": wFor, "from": wFrom, "happened": wHappened,
	"have": wHave, "joint": wJoint, "law": wLaw, "length-before": wLengthBefore, "link": wLink, "margin": wMargin,
	"modal": wModal, "more-before": wMoreBefore, "name-month": wNameMonth, "named-day": wNamedDay, "nightly": wNightly,
	"no-clock": wNoClock, "no-verb": wNoVerb, "number-after": wNumberAfter, "number-before": wNumberBefore,
	"of-now": wOfNow, "on": wOn, "one": wOne, "part-at": wPartAt, "past-form": wPastForm,
	"person": wPerson, "planned": wPlanned, "range": wRange, "said": wSaid, "scheduled": wScheduled,
	"short-month": wShortMonth, "since": wSince, "stamp-end": wStampEnd, "starting": wStarting, "states": wStates,
	"street": wStreet, "to": wTo, "to-day": wToDay, "until": wUntil, "upcoming": wUpcoming, "updated": wUpdated, "was": wWas,
}

// readContext reads context.txt.
func (g *Grammar) readContext(text string) (err error) {
	f := wordfile.File{Name: "internal/timex/context.txt", Text: text, Lower: true}
	g.context, err = wordfile.Classes(f, contextClasses)
	return err
}

// isWord reports whether a word in lower case is of one of the classes.
func (f *finder) isWord(w string, c wordClass) bool { return f.g.context[w]&c != 0 }
