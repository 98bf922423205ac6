package eval

import (
	"github.com/whosaid/whosaid/internal/lab/corpus"
	"regexp"
	"slices"
	"strings"
)

// Dates are the measures of expressions of time, those of dates.py
// (TempEval-3): strict is the same extent, relaxed an overlap.
type Dates struct {
	Docs            int                  `json:"docs"`
	Missing         int                  `json:"docs_missing_in_pred"`
	Strict          PRF                  `json:"strict"`
	Relaxed         PRF                  `json:"relaxed"`
	TypeAccuracy    float64              `json:"type_accuracy"`
	TypeF1          float64              `json:"type_f1"`
	ValueAccuracy   float64              `json:"value_accuracy"`
	ValueF1         float64              `json:"value_f1"`
	StrictTypeValue PRF                  `json:"strict_type_value"`
	ByType          map[string]DatesType `json:"by_gold_type"`
}

// DatesType are the measures of one type.
type DatesType struct {
	Gold          int      `json:"gold"`
	Pred          int      `json:"pred"`
	RelaxedRecall *float64 `json:"relaxed_recall"`
	StrictRecall  *float64 `json:"strict_recall"`
	TypeAccuracy  *float64 `json:"type_accuracy"`
	ValueAccuracy *float64 `json:"value_accuracy"`
}

// dateCounts are of one type, or of all.
type dateCounts struct{ gold, pred, strict, relaxed, typeOK, valued, valueOK, all int }

type datesScore struct {
	types         []string // nil is all
	norm          bool
	report        reporter
	docs, missing int
	total         dateCounts
	byType        map[string]*dateCounts
}

func newDatesScore(o Options) *datesScore {
	return &datesScore{types: o.Types, norm: !o.RawValues, report: o.Mistakes, byType: map[string]*dateCounts{}}
}

func (s *datesScore) of(kind string) *dateCounts {
	if s.byType[kind] == nil {
		s.byType[kind] = &dateCounts{}
	}
	return s.byType[kind]
}

// counts reports whether a type is to be scored.
func (s *datesScore) counts(kind string) bool {
	return s.types == nil || slices.Contains(s.types, kind)
}

func (s *datesScore) add(g *corpus.Doc, r *Record) {
	s.docs++
	if r.missing {
		s.missing++
	}
	var gold []corpus.Timex
	var goldSpans [][2]int
	for _, t := range g.Timexes {
		if s.counts(t.Type) {
			gold, goldSpans = append(gold, t), append(goldSpans, [2]int{t.Start, t.End})
			s.of(t.Type).gold++
		}
	}
	pred := s.predicted(g, r)
	for _, t := range pred {
		s.of(t.Type).pred++
	}
	s.total.gold += len(gold)
	s.total.pred += len(pred)
	var pairs []pairing
	index := newSpans(goldSpans)
	for j, t := range pred {
		index.overlapping([2]int{t.Start, t.End}, func(i, o int) {
			p := pairing{rank: [2]int{-o, abs(gold[i].Start - t.Start)}, i: i, j: j}
			if gold[i].Start == t.Start && gold[i].End == t.End {
				p.weight = 1
			}
			pairs = append(pairs, p)
		})
	}
	ofGold, ofPred := match(pairs, len(gold), len(pred))
	for i, j := range ofGold {
		if j >= 0 {
			s.pair(g, &gold[i], &pred[j])
		} else {
			s.mistake(g, "miss", &gold[i], nil)
		}
	}
	for j, i := range ofPred {
		if i < 0 {
			s.mistake(g, "spurious", nil, &pred[j])
		}
	}
}

func (s *datesScore) mistake(g *corpus.Doc, kind string, t *corpus.Timex, p *TimexRecord) {
	var span [2]int
	var gold, pred string
	if p != nil {
		span = [2]int{p.Start, p.End}
		pred = described(g, span, p.Type, p.Value)
	}
	if t != nil {
		span = [2]int{t.Start, t.End}
		gold = described(g, span, t.Type, t.Value)
	}
	s.report.at(g, "dates", kind, span, gold, pred)
}

// predicted gives the expressions that were found and count.
func (s *datesScore) predicted(g *corpus.Doc, r *Record) []TimexRecord {
	all := make([][2]int, len(g.Timexes))
	for i, t := range g.Timexes {
		all[i] = [2]int{t.Start, t.End}
	}
	gold, ignored := newSpans(all), newSpans(g.Ignore)
	var out []TimexRecord
	for _, t := range r.Timexes {
		span := [2]int{t.Start, t.End}
		if s.counts(t.Type) && (!ignored.touches(span) || gold.touches(span)) {
			out = append(out, t)
		}
	}
	return out
}

// pair counts one match.
func (s *datesScore) pair(g *corpus.Doc, t *corpus.Timex, p *TimexRecord) {
	exact := t.Start == p.Start && t.End == p.End
	kind := t.Type == p.Type
	want := s.value(t.Value)
	right := want != "" && want == s.value(p.Value)
	if !exact {
		s.mistake(g, "extent", t, p)
	}
	if !kind {
		s.mistake(g, "type", t, p)
	}
	if want != "" && !right {
		s.mistake(g, "value", t, p)
	}
	for _, c := range []*dateCounts{&s.total, s.of(t.Type)} {
		c.relaxed++
		c.strict += one(exact)
		c.typeOK += one(kind)
		c.valued += one(want != "")
		c.valueOK += one(right)
		c.all += one(exact && kind && right)
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func abs(n int) int { return max(n, -n) }

// The light normalisation of values: W7 is W07, T08 is T08:00.
var (
	shortWeek = regexp.MustCompile(`-W(\d)(\D|$)`)
	bareHour  = regexp.MustCompile(`(T\d\d)$`)
	zeroSecs  = regexp.MustCompile(`(T\d\d:\d\d):00$`)
)

func (s *datesScore) value(v string) string {
	out := strings.ToUpper(strings.TrimSpace(v))
	if !s.norm {
		return out
	}
	out = shortWeek.ReplaceAllString(out, "-W0$1$2")
	out = strings.TrimSuffix(out, "Z")
	out = bareHour.ReplaceAllString(out, "$1:00")
	return zeroSecs.ReplaceAllString(out, "$1")
}

func (s *datesScore) result() *Dates {
	t := &s.total
	relaxed := tally{t.relaxed, t.gold, t.pred}.share(1)
	empty := 0.0
	if t.gold == 0 && t.pred == 0 {
		empty = 1
	}
	kind, value := ratio(t.typeOK, t.relaxed, empty), ratio(t.valueOK, t.valued, empty)
	d := &Dates{
		Docs: s.docs, Missing: s.missing, Strict: tally{t.strict, t.gold, t.pred}.share(1), Relaxed: relaxed,
		TypeAccuracy: round(kind, 4), TypeF1: round(relaxed.F1*kind, 4),
		ValueAccuracy: round(value, 4), ValueF1: round(relaxed.F1*value, 4),
		StrictTypeValue: tally{t.all, t.gold, t.pred}.share(1), ByType: map[string]DatesType{},
	}
	for k, c := range s.byType {
		d.ByType[k] = DatesType{
			Gold: c.gold, Pred: c.pred,
			RelaxedRecall: share4(c.relaxed, c.gold), StrictRecall: share4(c.strict, c.gold),
			TypeAccuracy: share4(c.typeOK, c.relaxed), ValueAccuracy: share4(c.valueOK, c.valued),
		}
	}
	return d
}
