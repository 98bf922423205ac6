package timex

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/whosaid/whosaid"
)

// Options change how expressions are placed on the calendar.
type Options struct {
	// Forward reads a weekday, a month or a day without more as the next
	// one, as a calendar or a dialogue does; news looks back unless the
	// verb is about the future. It needs a Grammar of dialogue, where a
	// range is one expression.
	Forward bool
	// Backward reads them as the last one, whatever the tense.
	Backward bool
	// DayFirst reads 9/12/2015 as the 9th of December.
	DayFirst bool
	// TempEval follows the annotation of TempEval where ours differs: bare
	// numbers that are ages are left out, and "two weeks ago" is a week, no day.
	TempEval bool
	// Zone is where days begin; nil means that of the document date.
	Zone *time.Location
}

// Dates returns the expressions of time in d, in text order. It needs Text,
// tagged Tokens, Sentences and Published, and does not modify d. Expressions
// inside the spans of names, which are in text order, are no dates: "The
// Sunday Times", "Theresa May". It fails only if ctx is done, with the error
// of ctx.
func (g *Grammar) Dates(ctx context.Context, d *whosaid.Document, names []whosaid.Span, o Options) ([]whosaid.Date, error) {
	f := finders.Get().(*finder)
	defer func() { f.doc, f.d, f.part = nil, nil, whosaid.Document{}; finders.Put(f) }()
	f.begin(g, d)
	r := newResolver(f, d, o)
	var out []whosaid.Date
	for f.next(ctx) {
		if r.first == 0 {
			r.narrative = r.isNarrative(f.exprs)
		}
		out = slices.Grow(out, len(f.exprs))
		for i := range f.exprs {
			e := &f.exprs[i]
			if !named(&names, f.spanOf(e), f.sure(e)) && !(o.TempEval && f.bareAge(e)) {
				out = append(out, r.expr(i))
			}
		}
		r.first = f.done
		r.refToken -= len(f.d.Tokens) // in dialogue, parts count theirs anew
	}
	return out, ctx.Err()
}

// newResolver returns a resolver of the expressions of d that f finds.
func newResolver(f *finder, d *whosaid.Document, o Options) *resolver {
	r := &resolver{f: f, opt: o, hasDCT: !d.Published.IsZero(), zone: time.UTC, refClock: absent}
	if r.hasDCT {
		r.zone = d.Published.Location()
	}
	if o.Zone != nil {
		r.zone = o.Zone
	}
	if r.hasDCT {
		at := d.Published.In(r.zone)
		r.dct, r.dctClock = civilOf(at), at.Hour()*3600+at.Minute()*60+at.Second()
	}
	return r
}

// named reports whether an expression is part of a name, or is one and not
// sure. Names that end before it are dropped.
func named(names *[]whosaid.Span, span whosaid.Span, sure bool) bool {
	for len(*names) > 0 && (*names)[0].End <= span.Start {
		*names = (*names)[1:]
	}
	return len(*names) > 0 && (*names)[0].Contains(span) && !((*names)[0] == span && sure)
}

// expr returns the date of expression i of the part at hand.
func (r *resolver) expr(i int) whosaid.Date {
	es := r.f.exprs
	e := &es[i]
	r.sentence = max(r.sentence, r.first)
	for r.sentenceAt().EndToken <= e.first {
		r.sentence++
	}
	r.token, r.next = e.end, es[i+1:min(len(es), i+3)]
	r.hear(e.first)
	d := r.date(e, r.f.spanOf(e))
	r.follow(e, &d)
	return d
}

// sentenceAt is the sentence of the expression at hand.
func (r *resolver) sentenceAt() *whosaid.Sentence { return &r.f.d.Sentences[r.sentence-r.first] }

// sure reports whether an expression is one of time although the recognizer
// takes it for a name.
func (f *finder) sure(e *expr) bool {
	return f.g.dialogue || e.end-e.first > 1 || e.shape == shHoliday
}

// bareAge reports whether e is a number that is somebody's age.
func (f *finder) bareAge(e *expr) bool {
	return e.shape == shDuration && e.end-e.first == 1 && (f.is(e.first, cNumber) || f.is(e.first, cNum))
}

func (f *finder) spanOf(e *expr) whosaid.Span {
	return whosaid.Span{Start: f.d.Tokens[e.first].Start, End: f.d.Tokens[e.end-1].End}
}

// A resolver places expressions on the calendar, in text order.
type resolver struct {
	f        *finder
	opt      Options
	dct      civil
	dctClock int // its time of day, in seconds
	hasDCT   bool
	zone     *time.Location
	first    int    // the first sentence of the part at hand, of those of the document
	sentence int    // of the expression at hand
	token    int    // where the expression at hand ends
	next     []expr // the expressions that follow
	// narrative is true of texts about other years than the document's, as
	// their first part shows: there everything counts from the last date of
	// the text.
	narrative bool

	ref            point // the last date of the text
	refSentence    int
	refToken       int // where it ends
	refClock       int
	story          story
	hour           hour24
	dateline       point // where the text was filed the day before the document's
	quoted         bool  // the expression at hand stands in a quotation
	heard          int   // the token up to which quotations were followed
	spoken         point // the day of what is quoted
	toldToday      bool  // the text itself tells of the document's day
	spokenSentence int
}

// isNarrative reports whether the text is about other years than the
// document's: it names many years, and rarely "last week" or "Tuesday".
func (r *resolver) isNarrative(es []expr) bool {
	far, near, deictic := 0, 0, 0
	for i := range es {
		e := &es[i]
		switch {
		case e.shape == shDate && has(e.year) && (!r.hasDCT || e.year < r.dct.year-1):
			far++
		case e.shape == shDate && has(e.year):
			near++
		case e.shape == shDate && has(e.weekday), e.shape == shRel && !e.sibling:
			deictic++
		}
	}
	return far >= 6 && far > 3*deictic && far > 2*near
}

// A place is where an expression stands on the calendar.
type place struct {
	point
	known  bool   // the point is complete
	value  string // in place of point's, if not ""
	broken bool   // there is no such day
	clock  int    // one more than the second of the day, where it is known
	timed  bool   // it is a time even where no day is known to count from
}

// present is the value of what holds now.
const present = "PRESENT_REF"

// few is the number that "a few" stands for in dialogue, in thousandths.
const few = 3000

// date gives e its values.
func (r *resolver) date(e *expr, span whosaid.Span) whosaid.Date {
	d := whosaid.Date{Span: span, Mod: e.mod, Type: whosaid.DateDate, Resolved: true}
	switch {
	case e.shape == shDuration:
		r.length(e, &d)
	case e.shape == shSet:
		d.Type, d.Value = whosaid.DateSet, setValue(e)
	case e.shape == shRef:
		d.Value = e.text
	case e.shape == shRel && e.text == present && !has(e.clock) && !r.opt.Forward && r.f.generally(e, r.sentenceAt()):
		d.Value = present
	case e.shape == shBC:
		d.Value = beforeChrist(e)
	case e.shape == shCentury && e.fiscal:
		d.Value = fmt.Sprintf("BC%02d", e.n-1)
	case e.shape == shRange:
		r.stretch(e, &d)
	default:
		if p := r.place(e); has(e.clock) || has(e.part) {
			r.time(e, p, &d)
		} else {
			r.day(e, p, &d)
		}
	}
	return d
}

// length gives d the values of a duration.
func (r *resolver) length(e *expr, d *whosaid.Date) {
	if r.opt.Forward {
		for i := range e.lengths {
			if e.few && e.lengths[i].n == vague {
				e.lengths[i].n = few
			}
		}
		if r.anchoredRange(e, d) {
			return
		}
	}
	d.Type, d.Value = whosaid.DateDuration, durationValue(e.lengths[:])
	r.anchorLength(e, d)
}

// day gives d the values of p, a day or more.
func (r *resolver) day(e *expr, p place, d *whosaid.Date) {
	d.Value = p.text()
	d.Resolved = p.known && !p.broken
	if d.Resolved {
		r.remember(p.point, absent)
		from, to := p.interval()
		if has(e.day2) && !has(e.month2) {
			if !r.dayRange(e, p, d) {
				return
			}
			to = civil{p.year, p.month, e.day2 + 1}
		}
		switch {
		case has(e.month2):
			last := lastOf(e, p)
			if d.Resolved = !last.broken; last.broken {
				return
			}
			_, to = last.interval()
		case has(e.year2):
			to = civil{e.year2 + 1, 1, 1}
		}
		d.From, d.To = r.instant(from, 0), r.instant(to, 0)
		clip(d)
	}
	switch {
	case p.clock > 0:
		r.momentOf(p, d)
	case p.timed, e.shape == shRel && e.timed():
		d.Type = whosaid.DateTime
	}
}

func (p place) text() string {
	if p.value != "" {
		return p.value
	}
	return p.point.value()
}

// clip leaves the interval out where JSON cannot hold its years, or its first
// instant is the one that means none.
func clip(d *whosaid.Date) {
	if d.From.IsZero() || d.From.Year() < 1 || d.To.Year() > 9999 {
		d.From, d.To = time.Time{}, time.Time{}
	}
}

// instant is a second of a day in the document's zone.
func (r *resolver) instant(c civil, seconds int) time.Time {
	return time.Date(c.year, time.Month(c.month), c.day, 0, 0, seconds, 0, r.zone)
}

// remember makes p the last date of the text, clock its time of day.
func (r *resolver) remember(p point, clock int) {
	r.ref, r.refSentence, r.refToken, r.refClock = p, r.sentence, r.token, clock
}

// place finds the point that e means.
func (r *resolver) place(e *expr) place {
	p := r.base(e)
	if e.offset[0].unit == noUnit || !p.known || p.broken {
		return p
	}
	sign := 1 // two weeks before Christmas
	if e.offsetBack {
		sign = -1
	}
	if r.opt.Forward {
		return r.shiftAll(p.point, e.offset, sign)
	}
	return r.shift(p.point, e.offset[0], sign)
}

func (r *resolver) base(e *expr) place {
	switch e.shape {
	case shDate:
		return r.calendarDate(e)
	case shRel:
		return r.relative(e)
	case shWeekday:
		return r.weekday(e)
	case shWeekOf:
		if !r.hasDCT {
			return place{value: fmt.Sprintf("XXXX-WXX-%d", e.weekday)}
		}
		return known(point{r.dct.monday().addDays(7*e.n + e.weekday - 1), byDay, 0})
	case shMonth:
		return r.month(e)
	case shSeason:
		return r.season(e)
	case shQuarter:
		return r.quarter(e)
	case shDecade:
		return r.decade(e)
	case shCentury:
		return known(point{civil{(e.n - 1) * 100, 1, 1}, byCentury, 0})
	case shHoliday:
		return r.holiday(e)
	case shNthDay:
		return r.nthDay(e)
	case shWeekNo:
		return r.weekNo(e)
	}
	if d := r.dayBehind(e); d != nil {
		return r.base(d)
	}
	return r.storyDay(e)
}

// dayBehind is the day that follows a time in its sentence: "at 9:30 p.m.
// (0130 GMT) on Friday".
func (r *resolver) dayBehind(e *expr) *expr {
	at := e.end
	for i := range r.next {
		n := &r.next[i]
		if n.first-at > 4 || n.first >= r.sentenceAt().EndToken {
			return nil
		}
		for t := at; t < n.first; t++ {
			switch tag := r.f.tag(t); tag {
			case "IN", "TO", "CC", "-LRB-", "-RRB-", "(", ")", ",", "JJ", "NN", "NNP":
			default:
				return nil
			}
		}
		if n.isDay() && (n.shape != shRel || n.given) {
			return n
		}
		if n.shape != shNoDay {
			return nil
		}
		at = n.end
	}
	return nil
}

// refReach is for how many sentences the last date is what others count from.
const refReach = 2

// dayReach is the same for "that day" and "the next morning".
const dayReach = 8

func known(p point) place { return place{point: p, known: true} }

// from returns the point that a relative expression counts from.
func (r *resolver) from(e *expr) (point, bool) {
	reach := refReach
	if e.unit == day || e.lengths[0].unit != noUnit || e.shape == shWeekday {
		reach = dayReach
	}
	if e.sibling && e.unit == day && e.lengths[0].unit == noUnit && r.story.grain == byDay && r.story.sentence >= r.sentence-reach {
		return r.story.point, true
	}
	recent := r.ref.grain != noGrain && (r.narrative || r.refSentence >= r.sentence-reach)
	if e.sibling && recent && !(e.unit == day && r.ref.grain >= byMonth && !r.narrative) {
		return r.ref, true
	}
	if r.narrative && r.ref.grain != noGrain && !e.fixed && (e.shape != shWeekday || e.sibling) {
		return r.ref, true
	}
	if day, ok := r.saidOn(e); ok {
		return day, true
	}
	if r.dateline.grain == byDay && e.fixed {
		return r.dateline, true
	}
	return point{r.dct, byDay, 0}, r.hasDCT
}
