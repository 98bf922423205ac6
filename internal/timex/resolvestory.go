package timex

import "github.com/whosaid/whosaid"

// A story is the day that the text tells of, to which times of the day belong
// that stand without one. It is the last day named, but for those that only
// frame it: when somebody spoke of it, or until when something lasts.
type story struct {
	point
	sentence int
}

// An hour24 is the last time of a day that was named.
type hour24 struct {
	civil
	sentence int
	clock    int  // the second of the day, or absent
	pm       bool // in the afternoon or later
	late     bool // … in the evening or at night
	half     bool // … p.m. by its words
	framed   bool // of a day that only frames the story
}

const (
	// timeReach is for how many sentences a day holds for the times behind it,
	// farReach the same for a day long before or after the document's.
	timeReach = 10
	farReach  = 3
	// farDays is how many days from the document's are long.
	farDays = 14
	// datelineReach is how many tokens a dateline has before its day.
	datelineReach = 8
	// quoteDays is how many days back what is quoted was said.
	quoteDays = 5
	// sayingReach is how far, in tokens, a verb of saying stands before its day:
	// "said in a statement to the exchange on Tuesday".
	sayingReach = 10
)

// Seconds of the day.
const (
	smallHour   = 5 * 3600 // from which on it is morning
	firstSpoken = 7 * 3600 // the first hour that may be of the morning where words tell it
	noon        = 12 * 3600
	nightfall   = 18 * 3600
)

// follow takes note of the day and the time that e has named.
func (r *resolver) follow(e *expr, d *whosaid.Date) {
	if !d.Resolved || r.ref.grain != byDay || r.refSentence != r.sentence || r.refToken != r.token {
		return
	}
	r.toldToday = r.toldToday || !r.quoted && r.ref.civil == r.dct && !has(e.year)
	r.hearDay()
	if r.sentence < openingSentences && r.dct.addDays(-1) == r.ref.civil && r.f.filed(e, r.sentenceAt()) {
		r.dateline = r.ref
	}
	framed := e.shape != shNoDay && r.story.civil != r.ref.civil && r.f.frames(e, r.sentenceAt())
	if has(e.clock) || has(e.part) {
		r.hour = r.hourOf(e)
		r.hour.framed = framed
	} else if r.hour.civil != r.ref.civil {
		r.hour = hour24{}
	}
	if !framed {
		r.story = story{r.ref, r.sentence}
	}
}

// hourOf is the time that e has named.
func (r *resolver) hourOf(e *expr) hour24 {
	h := hour24{civil: r.ref.civil, sentence: r.sentence, clock: r.refClock}
	h.half = has(e.clock) && h.clock >= noon && (e.ampm || h.clock != e.clock)
	h.late = e.part == evening || e.part == atNight || has(h.clock) && h.clock >= nightfall
	h.pm = h.late || e.part == afternoon || has(h.clock) && h.clock >= noon
	return h
}

// storyDay is the day of a time of the day that names none.
func (r *resolver) storyDay(e *expr) place {
	dct := known(point{r.dct, byDay, 0})
	if r.hasDCT && !r.narrative {
		switch {
		case r.f.isStamp(e, r.sentenceAt()): // when the entry was written
			return dct
		case e.back && r.story.sentence < r.sentence && r.direction(e) < 0: // found overnight: in the night that is over
			return known(point{r.dct.addDays(-1), byDay, 0})
		}
	}
	day, ok := r.dayOfStory(e)
	switch {
	case !ok && !r.hasDCT:
		return place{}
	case !ok, r.ahead(e, day.civil):
		day = dct.point
	}
	switch {
	case r.pastMidnight(e):
		day.civil = r.hour.addDays(1)
	case r.endsDay(e, day):
		day.civil = day.addDays(1)
	}
	return known(day)
}

// isStamp reports whether e is the time at the head of an entry of a running
// report: "5:48 p.m.: …", "14.20 Police …".
func (f *finder) isStamp(e *expr, s *whosaid.Sentence) bool {
	if e.first != s.FirstToken || !has(e.clock) {
		return false
	}
	return e.end == s.EndToken || f.isWord(f.low(e.end, s), wStampEnd) || f.isTitle(e.end)
}

// dayOfStory is the day that e may belong to: that of the story, else the last
// named.
func (r *resolver) dayOfStory(e *expr) (point, bool) {
	if day := r.story.point; day.grain == byDay && (r.narrative || e.sibling || r.story.sentence >= r.sentence-r.reachOf(day.civil)) {
		return day, true
	}
	if r.ref.grain == byDay && (r.narrative || e.sibling || r.refSentence >= r.sentence-r.reachOf(r.ref.civil)) {
		return r.ref, true
	}
	return point{}, false
}

// reachOf is for how many sentences a day holds.
func (r *resolver) reachOf(c civil) int {
	if r.far(c) {
		return farReach
	}
	return timeReach
}

// far reports whether a day lies long before or after the document's.
func (r *resolver) far(c civil) bool {
	gap := r.dct.daysTo(c)
	return r.hasDCT && (gap < -farDays || gap > farDays)
}

// ahead reports whether e is about what has happened, while the day of the story
// lies ahead.
func (r *resolver) ahead(e *expr, day civil) bool {
	return r.hasDCT && !r.narrative && !e.sibling && !r.opt.Forward && r.dct.before(day) && r.direction(e) < 0
}

// endsDay reports whether e is the midnight at the end of the day: one to come, or
// told after the afternoon.
func (r *resolver) endsDay(e *expr, day point) bool {
	if e.shape != shNoDay || e.clock != 0 || !r.f.is(e.end-1, cClockWord) {
		return false
	}
	return r.hour.pm && r.hour.civil == day.civil || r.direction(e) > 0
}

// pastMidnight reports whether e, told after an evening of the day, is of the
// morning behind it: "on the night of May 3, about one o'clock", "was gone by
// morning".
func (r *resolver) pastMidnight(e *expr) bool {
	if r.opt.Forward || !r.hour.late || r.hour.sentence < r.sentence-1 {
		return false
	}
	if has(e.clock) {
		return !r.hour.framed && e.daytime() < smallHour
	}
	return e.part == morning && r.f.isWord(r.f.low(e.first-1, r.sentenceAt()), wUntil|wDeadline)
}

// secondOf is the second of the day c that e means. An hour without its half is of
// that of the time before it: "at 6.50pm and again at half past seven". In words, it
// is of the afternoon, unless one hears of night or morning: "they rang at four".
func (r *resolver) secondOf(e *expr, c civil) int {
	clock, s := e.daytime(), r.sentenceAt()
	open := !e.ampm && !has(e.part) && !has(e.zone) && clock < noon && clock >= noon/12
	if !open || r.opt.Forward || r.pastMidnight(e) {
		return clock
	}
	same := r.hour.half && r.hour.civil == c && r.hour.sentence >= r.sentence-refReach && clock+noon > r.hour.clock
	if same || clock < firstSpoken && r.f.spoken(e, s) && !r.f.nightly(e, s) {
		return clock + noon
	}
	return clock
}

// spoken reports whether words tell the hour: "four o'clock".
func (f *finder) spoken(e *expr, s *whosaid.Sentence) bool {
	for t := e.first; t < e.end; t++ {
		switch f.low(t, s) {
		case "o'clock", "past", "half-past":
			return true
		}
		if f.is(t, cHourWord) {
			return true
		}
	}
	return false
}

// nightly reports whether the words around e speak of night or morning.
func (f *finder) nightly(e *expr, s *whosaid.Sentence) bool {
	for t := max(s.FirstToken, e.first-around); t < min(s.EndToken, e.end+around); t++ {
		if f.isWord(f.low(t, s), wNightly) {
			return true
		}
	}
	return false
}

// frames reports whether the day e is none of what the text tells but when that
// was said ("police said on Tuesday"), or a bound ("since Friday").
func (f *finder) frames(e *expr, s *whosaid.Sentence) bool {
	k := e.first - 1
	if f.isWord(f.low(k, s), wSince|wUntil|wDeadline) {
		return true
	}
	for ; k >= max(s.FirstToken, e.first-sayingReach); k-- {
		switch t := f.tag(k); t {
		case "VBD", "VBN", "VBZ", "VBP", "VB", "VBG":
			return f.isWord(f.low(k, s), wSaid)
		case ",", ":", "''", "``", "MD", "WDT", "WP", "WRB":
			return false
		}
	}
	return false
}
