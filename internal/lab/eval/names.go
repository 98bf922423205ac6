package eval

import (
	"cmp"
	"github.com/whosaid/whosaid/internal/lab/corpus"
	"slices"
	"strings"
)

// Names are the measures of names, those of ner.py: exact spans and kinds,
// for each kind and for people, organizations and places together (micro).
type Names struct {
	Docs    int `json:"docs"`
	Person  PRF `json:"PERSON"`
	Org     PRF `json:"ORG"`
	Place   PRF `json:"PLACE"`
	Fac     PRF `json:"FAC"`
	Norp    PRF `json:"NORP"`
	Date    PRF `json:"DATE"`
	Micro   PRF `json:"micro"`
	Untyped PRF `json:"untyped"` // spans of the three, whatever the kind
	Lenient struct {
		Person PRF `json:"PERSON"`
		Org    PRF `json:"ORG"`
		Place  PRF `json:"PLACE"`
		Micro  PRF `json:"micro"`
	} `json:"lenient"` // articles, titles and possessives aside
}

// kinds maps the names of types in the data sets onto those that are scored.
var kinds = map[string]string{
	"PER": "PERSON", "PERSON": "PERSON",
	"ORG": "ORG", "ORGANIZATION": "ORG", "ORGANISATION": "ORG",
	"GPE": "PLACE", "LOC": "PLACE", "LOCATION": "PLACE", "PLACE": "PLACE",
	"CITY": "PLACE", "COUNTRY": "PLACE", "STATE_OR_PROVINCE": "PLACE",
	"FAC": "FAC", "FACILITY": "FAC",
	"NORP": "NORP", "NATIONALITY": "NORP", "RELIGION": "NORP", "IDEOLOGY": "NORP",
	"DATE": "DATE",
}

// mainKinds are those that the micro average is over.
var mainKinds = []string{"PERSON", "ORG", "PLACE"}

// A placed is a span with its kind.
type placed struct {
	start, end int
	kind       string
}

func (n placed) span() [2]int { return [2]int{n.start, n.end} }

// namesScore adds up the measures of names.
type namesScore struct {
	facAsPlace      bool
	report          reporter
	docs            int
	strict, lenient map[string]tally
	untyped         tally
	scores          map[string]*reliability // by kind
}

func newNamesScore(o Options) *namesScore {
	return &namesScore{facAsPlace: o.FacAsPlace, report: o.Mistakes, strict: map[string]tally{},
		lenient: map[string]tally{}, scores: map[string]*reliability{}}
}

func (s *namesScore) kind(name string) string {
	k := kinds[strings.ToUpper(name)]
	if k == "FAC" && s.facAsPlace {
		return "PLACE"
	}
	return k
}

func (s *namesScore) add(g *corpus.Doc, r *Record) {
	s.docs++
	gold, pred := s.gold(g), s.predicted(g, r)
	s.addStrict(gold, pred)
	s.mistakes(g, gold, pred)
	right := s.addLenient(g.Text, gold, pred)
	for _, e := range r.Entities {
		n := placed{e.Start, e.End, s.kind(e.Type)}
		if i, ok := slices.BinarySearchFunc(pred, n, byPlace); ok {
			s.reliability(n.kind).add(e.Score, right[i])
		}
	}
}

// gold gives the annotated names that count.
func (s *namesScore) gold(g *corpus.Doc) []placed {
	var list []placed
	out := map[[2]int]bool{} // optional or nested
	for _, e := range g.Entities {
		if e.End <= e.Start {
			continue // its place is not told
		}
		n := placed{e.Start, e.End, s.kind(e.Type)}
		if e.Nested || free(&e) {
			out[n.span()] = true
		}
		if n.kind != "" && evaluates(g, n) {
			list = append(list, n)
		}
	}
	list = slices.DeleteFunc(list, func(n placed) bool { return out[n.span()] })
	return sorted(list)
}

// free reports whether it is no matter what is found at e.
func free(e *corpus.Entity) bool { return e.Type == "UNKNOWN" || e.Optional }

// predicted gives the names that were found and count.
func (s *namesScore) predicted(g *corpus.Doc, r *Record) []placed {
	var any [][2]int
	for _, e := range g.Entities {
		if free(&e) {
			any = append(any, [2]int{e.Start, e.End})
		}
	}
	ignored := newSpans(any)
	var list []placed
	for _, e := range r.Entities {
		n := placed{e.Start, e.End, s.kind(e.Type)}
		if n.kind != "" && evaluates(g, n) && !ignored.touches(n.span()) {
			list = append(list, n)
		}
	}
	return sorted(list)
}

// evaluates reports whether n lies in the annotated part of the text.
func evaluates(g *corpus.Doc, n placed) bool {
	if len(g.EvalSpan) == 0 {
		return 0 <= n.start && n.end <= len(g.Text)
	}
	return g.EvalSpan[0] <= n.start && n.end <= g.EvalSpan[1]
}

func byPlace(a, b placed) int {
	return cmp.Or(a.start-b.start, a.end-b.end, strings.Compare(a.kind, b.kind))
}

func sorted(list []placed) []placed {
	slices.SortFunc(list, byPlace)
	return slices.Compact(list)
}

func (s *namesScore) addStrict(gold, pred []placed) {
	inGold, goldSpans, predSpans := map[placed]bool{}, map[[2]int]bool{}, map[[2]int]bool{}
	for _, n := range gold {
		inGold[n] = true
		count(s.strict, n.kind, tally{gold: 1})
		if slices.Contains(mainKinds, n.kind) {
			goldSpans[n.span()] = true
		}
	}
	for _, n := range pred {
		t := tally{pred: 1}
		if inGold[n] {
			t.tp = 1
		}
		count(s.strict, n.kind, t)
		if slices.Contains(mainKinds, n.kind) {
			predSpans[n.span()] = true
		}
	}
	s.untyped.add(tally{gold: len(goldSpans), pred: len(predSpans)})
	for r := range predSpans {
		if goldSpans[r] {
			s.untyped.tp++
		}
	}
}

// mistakes reports what is only in one of two sorted lists.
func (s *namesScore) mistakes(g *corpus.Doc, gold, pred []placed) {
	for _, n := range gold {
		if _, found := slices.BinarySearchFunc(pred, n, byPlace); !found {
			s.report.at(g, "names", "miss", n.span(), described(g, n.span(), n.kind), "")
		}
	}
	for _, n := range pred {
		if _, found := slices.BinarySearchFunc(gold, n, byPlace); !found {
			s.report.at(g, "names", "spurious", n.span(), "", described(g, n.span(), n.kind))
		}
	}
}

func count(m map[string]tally, key string, t tally) {
	u := m[key]
	u.add(t)
	m[key] = u
}

// addLenient compares the names without articles, titles and possessives:
// first the equal ones, then one to one those of the same kind that share a
// bound and at least half of the longer. It returns which of pred are equal to
// an annotated one.
func (s *namesScore) addLenient(text string, gold, pred []placed) (equal []bool) {
	p := shrunk(text, pred)
	used := make([]bool, len(p))
	equal = make([]bool, len(p))
	same, bound := map[placed][]int{}, map[placed][]int{}
	for j, n := range p {
		same[n] = append(same[n], j)
		bound[placed{n.start, -1, n.kind}] = append(bound[placed{n.start, -1, n.kind}], j)
		bound[placed{-1, n.end, n.kind}] = append(bound[placed{-1, n.end, n.kind}], j)
		count(s.lenient, n.kind, tally{pred: 1})
	}
	var left []placed
	for _, n := range shrunk(text, gold) {
		count(s.lenient, n.kind, tally{gold: 1})
		if list := same[n]; len(list) > 0 {
			used[list[0]], equal[list[0]] = true, true
			same[n] = list[1:]
			count(s.lenient, n.kind, tally{tp: 1})
		} else {
			left = append(left, n)
		}
	}
	for _, n := range left {
		near := slices.Concat(bound[placed{n.start, -1, n.kind}], bound[placed{-1, n.end, n.kind}])
		if j := nearest(n, p, near, used); j >= 0 {
			used[j] = true
			count(s.lenient, n.kind, tally{tp: 1})
		}
	}
	return equal
}

// nearest is the unused one of the candidates that shares most with n, the
// first of equals, or -1.
func nearest(n placed, list []placed, candidates []int, used []bool) int {
	best, most := -1, 0
	slices.Sort(candidates)
	for _, j := range candidates {
		o := shared(n.span(), list[j].span())
		if !used[j] && o > most && 2*o >= max(n.end-n.start, list[j].end-list[j].start) {
			best, most = j, o
		}
	}
	return best
}

func (s *namesScore) reliability(kind string) *reliability {
	if s.scores[kind] == nil {
		s.scores[kind] = &reliability{}
	}
	return s.scores[kind]
}

// annotated reports whether any name was.
func (s *namesScore) annotated() bool {
	for _, t := range s.strict {
		if t.gold > 0 {
			return true
		}
	}
	return false
}

func (s *namesScore) result() *Names {
	micro := func(m map[string]tally) PRF {
		var t tally
		for _, k := range mainKinds {
			t.add(m[k])
		}
		return t.percent(1)
	}
	strict := func(kind string) PRF { return s.strict[kind].percent(1) }
	n := &Names{
		Docs: s.docs, Person: strict("PERSON"), Org: strict("ORG"), Place: strict("PLACE"),
		Fac: strict("FAC"), Norp: strict("NORP"), Date: strict("DATE"),
		Micro: micro(s.strict), Untyped: s.untyped.percent(1),
	}
	n.Lenient.Person, n.Lenient.Org = s.lenient["PERSON"].percent(1), s.lenient["ORG"].percent(1)
	n.Lenient.Place, n.Lenient.Micro = s.lenient["PLACE"].percent(1), micro(s.lenient)
	return n
}

// calibration is that of people, organizations and places, and of groups
// where they are annotated.
func (s *namesScore) calibration() *Calibration {
	var all reliability
	for _, k := range mainKinds {
		all.merge(s.scores[k])
	}
	if s.strict["NORP"].gold > 0 {
		all.merge(s.scores["NORP"])
	}
	return all.result()
}

// titles may stand before a name; they are left off for the lenient figure.
var titles = strings.Fields(`the a an mr mrs ms miss dr sir lord lady president vice_president prime_minister sen senator
	rep representative gov governor gen general col colonel lt sgt capt captain king queen prince princess pope judge justice
	minister secretary mayor chancellor professor prof rev reverend ambassador spokesman spokeswoman former`)

const asciiSpace = " \t\n\r\f\v"

// title is the length of a title with the space after it at the beginning of
// s, or 0.
func title(s string) int {
	for _, t := range titles {
		if len(s) <= len(t) || !strings.EqualFold(s[:len(t)], strings.ReplaceAll(t, "_", " ")) {
			continue
		}
		rest := strings.TrimPrefix(s[len(t):], ".")
		if n := len(rest) - len(strings.TrimLeft(rest, asciiSpace)); n > 0 {
			return len(s) - len(rest) + n
		}
	}
	return 0
}

// shrunk gives the names without articles, titles and possessives.
func shrunk(text string, list []placed) []placed {
	out := make([]placed, len(list))
	for i, n := range list {
		n.start, n.end = shrink(text, n.start, n.end)
		out[i] = n
	}
	return out
}

func shrink(text string, s, e int) (int, int) {
	for {
		s0, e0 := s, e
		if n := title(text[s:e]); n > 0 && s+n < e {
			s += n
		}
		for _, suffix := range []string{"'s", "’s", "'", "’"} {
			if strings.HasSuffix(text[s:e], suffix) && e-s > len(suffix) {
				e -= len(suffix)
				break
			}
		}
		for s < e && strings.IndexByte(` "(,;:`, text[s]) >= 0 {
			s++
		}
		for e > s && strings.IndexByte(` "),;:`, text[e-1]) >= 0 {
			e--
		}
		if s == s0 && e == e0 {
			return s, e
		}
	}
}
