package timex

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// filed reports whether e is the day of a dateline: "HYDERABAD, Sept. 10.".
func (f *finder) filed(e *expr, s *whosaid.Sentence) bool {
	if e.shape != shDate || !has(e.day) || has(e.weekday) || f.low(e.first-1, s) != "," {
		return false
	}
	place := f.text(s.FirstToken)
	return e.first-s.FirstToken < datelineReach && len(place) > 2 && strings.ToUpper(place) == place
}

// hear follows the marks of quotations up to token t. None goes on behind the end
// of its paragraph.
func (r *resolver) hear(t int) {
	tokens := r.f.d.Tokens
	if r.heard > t {
		r.heard = 0
	}
	for ; r.heard < t; r.heard++ {
		k := r.heard
		if k > 0 && strings.Contains(r.f.d.Text[tokens[k-1].End:tokens[k].Start], "\n") {
			r.quoted = false
		}
		switch tokens[k].Tag {
		case "``":
			r.quoted = true
		case "''":
			r.quoted = false
		}
	}
}

// saidOn is the day that "today", "tonight", "yesterday" count from in a quotation:
// the one when it was spoken, if the story is of a day not long past.
func (r *resolver) saidOn(e *expr) (point, bool) {
	spoken := e.shape == shRel && e.unit == day && !e.sibling && e.lengths[0].unit == noUnit
	if !spoken || !r.quoted || r.opt.Forward || !r.hasDCT {
		return point{}, false
	}
	if n := r.saidBehind(); n != nil {
		p := r.base(n)
		return p.point, p.known && p.grain == byDay
	}
	if r.toldToday || r.spoken.grain != byDay || r.spokenSentence < r.sentence-timeReach {
		return point{}, false
	}
	gap := r.spoken.daysTo(r.dct)
	return r.spoken, gap > 0 && gap <= quoteDays
}

// saidBehind is the day behind a quotation, in its sentence, when it was spoken.
func (r *resolver) saidBehind() *expr {
	for i := range r.next {
		n := &r.next[i]
		if n.first >= r.sentenceAt().EndToken {
			return nil
		}
		if n.shape == shDate && n.isDay() && r.f.frames(n, r.sentenceAt()) {
			return n
		}
	}
	return nil
}

// hearDay takes note of a day on which something may have been said: the latest of
// those just named that are over.
func (r *resolver) hearDay() {
	old := r.spoken.grain != byDay || r.spokenSentence < r.sentence-timeReach
	if r.ref.before(r.dct) && (old || !r.ref.before(r.spoken.civil)) {
		r.spoken, r.spokenSentence = r.ref, r.sentence
	}
}
