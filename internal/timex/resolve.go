package timex

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/whosaid/whosaid"
)

// Options change how expressions are placed on the calendar.
type Options struct {
	// Forward reads a weekday, a month or a day without more as the next
	// one, as a calendar or a dialogue does; news looks back unless the
	// verb is about the future.
	Forward bool
	// DayFirst reads 9/12/2015 as the 9th of December.
	DayFirst bool
}

// Dates returns the expressions of time in d, in text order. It needs Text,
// tagged Tokens, Sentences and Published, and does not modify d. Expressions
// inside the spans of names, which are in text order, are no dates: "The
// Sunday Times", "Theresa May".
func (g *Grammar) Dates(d *whosaid.Document, names []whosaid.Span, o Options) []whosaid.Date {
	f := finders.Get().(*finder)
	defer func() { f.d = nil; finders.Put(f) }()
	es := f.find(g, d)
	if len(es) == 0 {
		return nil
	}
	r := resolver{f: f, opt: o, hasDCT: !d.Published.IsZero(), zone: time.UTC, refClock: absent}
	if r.hasDCT {
		r.dct = civilOf(d.Published)
		r.zone = d.Published.Location()
	}
	r.narrative = r.isNarrative(es)
	out := make([]whosaid.Date, 0, len(es))
	si, ni := 0, 0
	for i := range es {
		e := &es[i]
		span := f.spanOf(e)
		for ni < len(names) && names[ni].End <= span.Start {
			ni++
		}
		if ni < len(names) && names[ni].Contains(span) {
			continue
		}
		for d.Sentences[si].EndToken <= e.first {
			si++
		}
		r.sentence = si
		out = append(out, r.date(e, span))
	}
	return out
}

func (f *finder) spanOf(e *expr) whosaid.Span {
	return whosaid.Span{Start: f.d.Tokens[e.first].Start, End: f.d.Tokens[e.end-1].End}
}

// A resolver places expressions on the calendar, in text order.
type resolver struct {
	f        *finder
	opt      Options
	dct      civil
	hasDCT   bool
	zone     *time.Location
	sentence int
	// narrative is true of texts about other years than the document's:
	// there everything counts from the last date of the text.
	narrative bool

	ref         point // the last date of the text
	refSentence int
	refClock    int
}

// isNarrative reports whether most years that the text names are far from
// the document date.
func (r *resolver) isNarrative(es []expr) bool {
	far, near := 0, 0
	for i := range es {
		e := &es[i]
		switch {
		case e.shape == shDate && has(e.year) && (!r.hasDCT || e.year < r.dct.year-2 || e.year > r.dct.year+2):
			far++
		case e.shape == shDate && has(e.year), e.shape == shDate && has(e.weekday), e.shape == shRel && !e.sibling:
			near++
		}
	}
	return far >= 8 && far > 3*near
}

// A place is where an expression stands on the calendar.
type place struct {
	point
	known  bool   // the point is complete
	value  string // in place of point's, if not ""
	broken bool   // there is no such day
}

// date gives e its values.
func (r *resolver) date(e *expr, span whosaid.Span) whosaid.Date {
	d := whosaid.Date{Span: span, Mod: e.mod, Type: whosaid.DateDate, Resolved: true}
	switch e.shape {
	case shDuration:
		d.Type, d.Value = whosaid.DateDuration, durationValue(e.lengths[:])
		r.anchorLength(e, &d)
		return d
	case shSet:
		d.Type, d.Value = whosaid.DateSet, setValue(e)
		return d
	case shRef:
		d.Value = e.text
		return d
	case shBC:
		d.Value = fmt.Sprintf("BC%04d", e.year)
		return d
	}
	p := r.place(e)
	if has(e.clock) || has(e.part) {
		r.time(e, p, &d)
		return d
	}
	d.Value = p.text()
	d.Resolved = p.known && !p.broken
	if p.known && !p.broken {
		r.remember(p.point, absent)
		from, to := p.interval()
		d.From, d.To = r.instant(from, 0), r.instant(to, 0)
		clip(&d)
	}
	return d
}

func (p place) text() string {
	if p.value != "" {
		return p.value
	}
	return p.point.value()
}

// clip leaves the interval out where JSON cannot hold its years.
func clip(d *whosaid.Date) {
	if d.From.Year() < 1 || d.To.Year() > 9999 {
		d.From, d.To = time.Time{}, time.Time{}
	}
}

// instant is a second of a day in the document's zone.
func (r *resolver) instant(c civil, seconds int) time.Time {
	return time.Date(c.year, time.Month(c.month), c.day, 0, 0, seconds, 0, r.zone)
}

func (r *resolver) remember(p point, clock int) {
	r.ref, r.refSentence, r.refClock = p, r.sentence, clock
}

// partNames and partHours are the parts of the day: their TIMEX3 names and
// the hours from which and until which they last.
var (
	partNames = [...]string{1: "MO", 2: "AF", 3: "EV", 4: "NI", 5: "MI"}
	partHours = [...][2]int{1: {5, 12}, 2: {12, 18}, 3: {18, 22}, 4: {20, 29}, 5: {11, 14}}
)

// time gives d the value of a time of the day p.
func (r *resolver) time(e *expr, p place, d *whosaid.Date) {
	d.Type = whosaid.DateTime
	day := p.text()
	if !p.known && p.value == "" || p.grain != byDay && p.known {
		day = "XXXX-XX-XX"
	}
	d.Resolved = p.known && !p.broken && p.grain == byDay
	from, to := 0, 0
	if has(e.clock) {
		clock := e.clock
		if has(e.part) && !e.ampm && clock < 12*3600 && e.part >= 2 && e.part <= 4 && !(e.part == 4 && clock < 5*3600) {
			clock += 12 * 3600
		}
		d.Value = day + "T" + clockValue(clock, e.seconds) + r.zoneOf(e)
		from, to = clock, clock+60
		if e.seconds {
			to = clock + 1
		}
		if d.Resolved {
			r.remember(p.point, clock)
		}
	} else {
		d.Value = day + "T" + partNames[e.part]
		from, to = partHours[e.part][0]*3600, partHours[e.part][1]*3600
		if d.Resolved {
			r.remember(p.point, absent)
		}
	}
	if d.Resolved {
		d.From, d.To = r.instant(p.civil, from), r.instant(p.civil, to)
		if strings.HasSuffix(d.Value, "Z") {
			c := p.civil
			d.From = time.Date(c.year, time.Month(c.month), c.day, 0, 0, from, 0, time.UTC)
			d.To = d.From.Add(time.Duration(to-from) * time.Second)
		}
		clip(d)
	}
}

func clockValue(s int, seconds bool) string {
	if seconds {
		return fmt.Sprintf("%02d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%02d:%02d", s/3600, s/60%60)
}

// zoneOf is "Z" where the expression names universal time.
func (r *resolver) zoneOf(e *expr) string {
	switch strings.ToLower(r.f.text(e.end - 1)) {
	case "utc", "gmt":
		return "Z"
	}
	return ""
}

// place finds the point that e means.
func (r *resolver) place(e *expr) place {
	p := r.base(e)
	if e.shape != shRel && e.lengths[0].unit != noUnit && p.known { // two weeks before Christmas
		sign := 1
		if e.back {
			sign = -1
		}
		return r.shift(p.point, e.lengths[0], sign)
	}
	return p
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
		if e.fiscal {
			return place{value: fmt.Sprintf("BC%02d", e.n-1)}
		}
		return known(point{civil{(e.n - 1) * 100, 1, 1}, byCentury, 0})
	case shHoliday:
		return r.holiday(e)
	}
	// A time of a day that stands elsewhere: the day last spoken of, if that
	// was just now, else the document's.
	if r.ref.grain == byDay && (r.refSentence >= r.sentence-1 || r.narrative || e.sibling) {
		return known(r.ref)
	}
	if r.hasDCT {
		return known(point{r.dct, byDay, 0})
	}
	return place{}
}

func known(p point) place { return place{point: p, known: true} }

// from returns the point that a relative expression counts from.
func (r *resolver) from(e *expr) (point, bool) {
	recent := r.ref.grain != noGrain && (r.narrative || r.refSentence >= r.sentence-2)
	if e.sibling && recent && !(e.unit == day && r.ref.grain > byMonth && !r.narrative) {
		return r.ref, true
	}
	if r.narrative && e.sibling && r.ref.grain != noGrain {
		return r.ref, true
	}
	return point{r.dct, byDay, 0}, r.hasDCT
}

// calendarDate places a date by its fields.
func (r *resolver) calendarDate(e *expr) place {
	m, d := e.month, e.day
	if e.n == 1 { // 9/12
		if r.opt.DayFirst && d <= 12 || m > 12 {
			m, d = d, m
		}
	}
	y := e.year
	if has(e.yearRel) {
		from, ok := r.from(e)
		if !ok {
			return place{value: unknownYear(m, d)}
		}
		y = from.year + e.yearRel
	}
	if has(y) {
		return full(y, m, d)
	}
	dir := r.direction(e)
	switch {
	case has(m):
		return r.nearest(m, d, dir)
	case has(e.weekday):
		return r.weekdayNear(e.weekday, dir)
	}
	return r.dayOfMonth(d, dir)
}

// full is a date with its year.
func full(y, m, d int) place {
	switch {
	case has(m) && has(d):
		c := civil{y, m, d}
		return place{point: point{c, byDay, 0}, known: true, broken: !c.exists()}
	case has(m):
		return known(point{civil{y, m, 1}, byMonth, 0})
	}
	return known(point{civil{y, 1, 1}, byYear, 0})
}

func unknownYear(m, d int) string {
	switch {
	case has(m) && has(d):
		return fmt.Sprintf("XXXX-%02d-%02d", m, d)
	case has(m):
		return fmt.Sprintf("XXXX-%02d", m)
	}
	return "XXXX"
}

// direction is where e lies: -1 before, 1 after the document date, 0 unknown.
func (r *resolver) direction(e *expr) int {
	if r.opt.Forward {
		return 1
	}
	return r.f.tense(e, &r.f.d.Sentences[r.sentence])
}

// nearest finds the year of a month or a day of a month: the one nearest to
// the document date (in a narrative, to the last date), where the tense
// makes the other side count more.
func (r *resolver) nearest(m, d, dir int) place {
	base := r.dct
	if r.narrative && r.ref.grain != noGrain {
		base = r.ref.civil
		if r.ref.grain >= byYear {
			return full(r.ref.year, m, d)
		}
		dir = 0
	} else if r.inSameSentence() && r.hasDCT && (r.ref.year < r.dct.year-1 || r.ref.year > r.dct.year+1) {
		base, dir = r.ref.civil, 0
		if r.ref.grain >= byYear {
			return full(r.ref.year, m, d)
		}
	} else if !r.hasDCT {
		if r.ref.grain == noGrain {
			return place{value: unknownYear(m, d)}
		}
		base = r.ref.civil
	}
	best, cost := 0, 1<<30
	for y := base.year - 1; y <= base.year+1; y++ {
		c := civil{y, m, d}
		var gap int
		if has(d) {
			c.day = min(d, daysIn(y, m)) // for the distance only
			gap = base.daysTo(c)
		} else {
			gap = 30 * ((y-base.year)*12 + m - base.month)
		}
		if g := weigh(gap, dir, has(d) && !r.opt.Forward); g < cost {
			best, cost = y, g
		}
	}
	return full(best, m, d)
}

// weigh is the cost of a gap of days for a direction. A month of the wrong
// side is out of the question; a day of it, which papers name within the
// running year, only costs more.
func weigh(gap, dir int, soft bool) int {
	wrong := dir < 0 && gap > 0 || dir > 0 && gap < 0
	cost := 2 * max(gap, -gap)
	switch {
	case wrong && soft:
		cost *= 3
	case wrong:
		cost *= 1000
	case dir == 0 && gap > 0:
		cost++
	}
	return cost
}

func (r *resolver) inSameSentence() bool {
	return r.ref.grain != noGrain && r.refSentence == r.sentence
}

// weekdayNear is the last or next such weekday; the document's own day is
// both.
func (r *resolver) weekdayNear(w, dir int) place {
	base := r.dct
	if r.narrative && r.ref.grain == byDay {
		base, dir = r.ref.civil, 1
	} else if !r.hasDCT {
		return place{value: fmt.Sprintf("XXXX-WXX-%d", w)}
	}
	ahead := (w - base.weekday() + 7) % 7
	if dir > 0 {
		if ahead == 0 && r.opt.Forward {
			ahead = 7
		}
		return known(point{base.addDays(ahead), byDay, 0})
	}
	return known(point{base.addDays(-((7 - ahead) % 7)), byDay, 0})
}

// dayOfMonth places "the 24th".
func (r *resolver) dayOfMonth(d, dir int) place {
	base := r.dct
	if r.ref.grain != noGrain && r.ref.grain <= byMonth && (r.narrative || r.refSentence >= r.sentence-2) {
		base = r.ref.civil
	} else if !r.hasDCT {
		return place{value: fmt.Sprintf("XXXX-XX-%02d", d)}
	}
	c := civil{base.year, base.month, d}
	switch {
	case dir > 0 && d < base.day:
		c = nextMonth(c, 1)
	case dir < 0 && d > base.day && base == r.dct:
		c = nextMonth(c, -1)
	}
	return full(c.year, c.month, d)
}

func nextMonth(c civil, n int) civil {
	m := civil{c.year, c.month, 1}.addMonths(n)
	return civil{m.year, m.month, c.day}
}

// weekday places "last Friday", "this Friday", "Friday night".
func (r *resolver) weekday(e *expr) place {
	from, ok := r.from(e)
	if !ok {
		return place{value: fmt.Sprintf("XXXX-WXX-%d", e.weekday)}
	}
	ahead := (e.weekday - from.weekday() + 7) % 7
	switch {
	case e.n == -1:
		if ahead == 0 {
			ahead = 7
		} else {
			ahead = 7 - ahead
		}
		return known(point{from.addDays(-ahead), byDay, 0})
	case e.n == 1 && e.sibling:
		if ahead == 0 {
			ahead = 7
		}
		return known(point{from.addDays(ahead), byDay, 0})
	case e.n == 1:
		return known(point{from.monday().addDays(6 + e.weekday), byDay, 0})
	case e.n == 0 && e.sibling:
		return known(point{from.addDays(ahead), byDay, 0})
	case e.n == 0:
		return known(point{from.monday().addDays(e.weekday - 1), byDay, 0})
	}
	return r.weekdayNear(e.weekday, r.direction(e))
}

// month places "last August", "that March".
func (r *resolver) month(e *expr) place {
	from, ok := r.from(e)
	if !ok {
		return place{value: unknownYear(e.month, absent)}
	}
	y := from.year
	switch {
	case e.n < 0 && e.month >= from.month:
		y--
	case e.n > 0 && e.month <= from.month:
		y++
	}
	return full(y, e.month, absent)
}

// season places "last summer", "the winter of 2006".
func (r *resolver) season(e *expr) place {
	if has(e.year) {
		return known(point{civil{e.year, 3 * e.season, 1}, bySeason, e.season})
	}
	from, ok := r.from(e)
	if !ok {
		return place{value: "XXXX-" + seasonNames[e.season]}
	}
	y := from.year
	begins := 3 * e.season // month
	dir := e.n
	if !has(dir) {
		dir = r.direction(e)
		if r.narrative && r.ref.grain != noGrain {
			from, dir = r.ref, 0
			y = from.year
		}
	}
	switch {
	case dir < 0 && begins > from.month:
		y--
	case dir < 0 && e.n < 0 && has(e.n) && from.month < begins+3 && e.season != 4 && from.month >= begins:
		y-- // the one that is running is not the last one
	case dir > 0 && begins+3 <= from.month:
		y++
	case dir > 0 && has(e.n) && from.month >= begins:
		y++
	}
	return known(point{civil{y, begins, 1}, bySeason, e.season})
}

// quarter places quarters and halves of years.
func (r *resolver) quarter(e *expr) place {
	y, known1 := e.year, has(e.year)
	grainOf, part, now := byQuarter, e.quarter, r.dct.quarter()
	if has(e.half) {
		grainOf, part, now = byHalf, e.half, (r.dct.month-1)/6+1
	}
	switch {
	case known1:
	case !r.hasDCT:
		return place{value: "XXXX-" + string("QH"[b2i(grainOf == byHalf)]) + strconv.Itoa(part)}
	case has(e.yearRel):
		y = r.dct.year + e.yearRel
	default:
		y = r.dct.year
		if part > now && r.direction(e) <= 0 {
			y--
		}
		if part < now && r.opt.Forward {
			y++
		}
	}
	month := 3*part - 2
	if grainOf == byHalf {
		month = 6*part - 5
	}
	return known(point{civil{y, month, 1}, grainOf, part})
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// decade places "the 1990s", "the nineties".
func (r *resolver) decade(e *expr) place {
	n := e.n
	if n < 0 { // of the last hundred years
		n = 190 - n
		if r.hasDCT && r.dct.year < 1950 {
			n -= 10
		}
	}
	return known(point{civil{n * 10, 1, 1}, byDecade, 0})
}

func (r *resolver) holiday(e *expr) place {
	if has(e.year) {
		return known(point{holidayOf(e.holiday, e.year), byDay, 0})
	}
	if !r.hasDCT {
		return place{value: "XXXX-XX-XX"}
	}
	dir := e.n
	if !has(dir) {
		dir = r.direction(e)
	}
	best, cost := civil{}, 1<<30
	for y := r.dct.year - 1; y <= r.dct.year+1; y++ {
		c := holidayOf(e.holiday, y)
		gap := r.dct.daysTo(c)
		if has(e.n) && gap == 0 {
			continue
		}
		if g := weigh(gap, dir, !has(e.n) && !r.opt.Forward); g < cost {
			best, cost = c, g
		}
	}
	return known(point{best, byDay, 0})
}

// relative places "last week", "two months ago", "the day before".
func (r *resolver) relative(e *expr) place {
	l := e.lengths[0]
	if l.unit == noUnit {
		l = length{1000, e.unit}
		if e.n == 0 {
			l.n = 0
		} else if e.n < 0 {
			l.n = -1000 * e.n
		} else {
			l.n = 1000 * e.n
		}
	}
	if l.n == vague {
		if e.n < 0 {
			return place{value: "PAST_REF", known: true}
		}
		return place{value: "FUTURE_REF", known: true}
	}
	from, ok := r.from(e)
	if !ok {
		return place{value: unknownUnit(l.unit)}
	}
	sign := 1
	if e.n < 0 {
		sign = -1
	}
	if l.unit == weekend && e.n == 0 && !e.sibling {
		return r.theWeekend(e)
	}
	return r.shift(from, l, sign)
}

// theWeekend is the one of this week, or of the week before if the week has
// only begun and the verb looks back.
func (r *resolver) theWeekend(e *expr) place {
	c := r.dct
	if c.weekday() < 6 && r.direction(e) < 0 {
		c = c.addDays(-7)
	}
	return known(point{c, byWeekend, 0})
}

func unknownUnit(u unit) string {
	switch u {
	case week, weekend, fortnight:
		return "XXXX-WXX"
	case month:
		return "XXXX-XX"
	case year:
		return "XXXX"
	case decade:
		return "XXX"
	case century:
		return "XX"
	case quarter:
		return "XXXX-QX"
	}
	return "XXXX-XX-XX"
}

// farthest bounds counts of units, so that years stay within those that the
// calendar can hold.
const farthest = 9_000_000 // thousandths

// shift moves a point by a length; the grain follows the unit.
func (r *resolver) shift(p point, l length, sign int) place {
	if l.n > farthest*100 || l.n > farthest && l.unit > month {
		return place{value: "XXXX", broken: true}
	}
	n := sign * l.n
	whole := n % 1000
	switch l.unit {
	case second, minute, hour:
		return r.shiftClock(p, l, sign)
	case day, night:
		return r.at(p, p.addDays(n/1000), byDay)
	case week, fortnight, weekend:
		step := 7
		if l.unit == fortnight {
			step = 14
		}
		grainOf := byWeek
		if l.unit == weekend {
			grainOf = byWeekend
		}
		return r.at(p, p.addDays(step*n/1000), grainOf)
	case month:
		return r.at(p, p.addMonths(n/1000), byMonth)
	case quarter:
		c := p.addMonths(3 * n / 1000)
		return known(point{c, byQuarter, c.quarter()})
	case year:
		if whole != 0 {
			return r.at(p, p.addMonths(12*n/1000), byMonth)
		}
		return r.at(p, p.addMonths(12*(n/1000)), byYear)
	case decade:
		return r.at(p, civil{p.year + 10*n/1000, 1, 1}, byDecade)
	case century:
		return r.at(p, civil{p.year + 100*n/1000, 1, 1}, byCentury)
	case millennium:
		return r.at(p, civil{p.year + n, 1, 1}, byMillennium)
	}
	return place{}
}

func (r *resolver) at(_ point, c civil, g grain) place {
	if c.year < 1 || c.year > 9998 {
		return place{value: "XXXX", broken: true}
	}
	return known(point{c, g, 0})
}

// shiftClock moves by hours, minutes or seconds: a time if the time of the
// point is known, else its day.
func (r *resolver) shiftClock(p point, l length, sign int) place {
	seconds := l.n / 1000 * [...]int{second: 1, minute: 60, hour: 3600}[l.unit]
	if !has(r.refClock) || p != r.ref || p.grain != byDay {
		return known(point{p.civil, byDay, 0})
	}
	s := r.refClock + sign*seconds
	days := floorDiv(s, 86400)
	s -= 86400 * days
	c := p.addDays(days)
	return place{point: point{c, byDay, 0}, known: true, value: point{c, byDay, 0}.value() + "T" + clockValue(s, false)}
}

// anchorLength gives "the past three years" its interval.
func (r *resolver) anchorLength(e *expr, d *whosaid.Date) {
	l := e.lengths[0]
	if !r.hasDCT || l.n == vague || !e.back && !e.ahead || l.unit < day {
		return
	}
	sign := 1
	if e.back {
		sign = -1
	}
	p := r.shift(point{r.dct, byDay, 0}, l, sign)
	if !p.known || p.broken {
		return
	}
	end := p.civil
	if l.unit == decade { // shift gives the decade's first day
		end = r.dct.addMonths(sign * 120 * l.n / 1000)
	}
	if l.unit > decade && l.unit != quarter && l.unit != fortnight {
		return
	}
	from, to := r.dct, end
	if sign < 0 {
		from, to = end, r.dct
	}
	d.From, d.To = r.instant(from, 0), r.instant(to, 0)
	clip(d)
}

var unitLetters = [...]string{
	second: "S", minute: "M", hour: "H", day: "D", week: "W", month: "M", year: "Y", decade: "E", century: "C", quarter: "Q",
	weekend: "WE", fortnight: "W", millennium: "L", night: "D",
}

// durationValue is PnU…, with T before hours.
func durationValue(ls []length) string {
	b := []byte{'P'}
	inTime := false
	for _, l := range ls {
		if l.unit == noUnit {
			break
		}
		n, u := l.n, l.unit
		if u <= hour && !inTime {
			b, inTime = append(b, 'T'), true
		}
		if n != vague {
			n, u = wholeUnits(n, u)
		}
		if n == vague {
			b = append(b, 'X')
		} else {
			b = strconv.AppendInt(b, int64(n/1000), 10)
			if f := n % 1000; f != 0 {
				b = append(b, '.')
				b = append(b, strings.TrimRight(fmt.Sprintf("%03d", f), "0")...)
			}
		}
		b = append(b, unitLetters[u]...)
	}
	return string(b)
}

// wholeUnits writes decades and centuries in years, fortnights in weeks, and
// halves in the next smaller unit.
func wholeUnits(n int, u unit) (int, unit) {
	switch {
	case u == decade:
		return 10 * n, year
	case u == century:
		return 100 * n, year
	case u == millennium:
		return 1000 * n, year
	case u == fortnight:
		return 2 * n, week
	case n%1000 == 500 && u == year:
		return 12 * n, month
	case n%1000 == 500 && u == hour:
		return 60 * n, minute
	case n%1000 == 500 && u == day:
		return 24 * n, hour
	}
	return n, u
}

// setValue is the period of a set, or the day it falls on.
func setValue(e *expr) string {
	if has(e.weekday) {
		v := fmt.Sprintf("XXXX-WXX-%d", e.weekday)
		if has(e.part) {
			v += "T" + partNames[e.part]
		}
		return v
	}
	return durationValue(e.lengths[:1])
}
