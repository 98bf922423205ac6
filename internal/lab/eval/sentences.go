package eval

import (
	"github.com/whosaid/whosaid/internal/lab/corpus"
	"slices"
	"strings"
	"unicode/utf8"
)

// Sentences are the measures of sentence boundaries, those of sentences.py: a
// boundary is the end of each sentence but the last.
type Sentences struct {
	Docs      int      `json:"docs"`
	Boundary  PRF      `json:"boundary"`
	Tolerant  PRF      `json:"boundary_tol"` // closing quotes and brackets may lie between
	Inner     *float64 `json:"inner_recall"` // of ends within a line
	InnerGold int      `json:"inner_gold"`
	Sentence  PRF      `json:"sentence"` // both bounds right
}

type sentencesScore struct {
	report             reporter
	docs, tolerated    int
	boundary, sentence tally
	inner              tally
}

func (s *sentencesScore) add(g *corpus.Doc, r *Record) {
	s.docs++
	gold, pred := trimmed(g.Text, g.Sentences), trimmed(g.Text, r.Sentences)
	goldSet, predSet := setOf(gold), setOf(pred)
	s.sentence.add(tally{gold: len(gold), pred: len(pred)})
	for k := range goldSet {
		s.sentence.tp += one(predSet[k])
	}
	goldEnds, predEnds := ends(gold), ends(pred)
	s.boundary.add(tally{gold: len(goldEnds), pred: len(predEnds)})
	var missed, extra []int
	for _, e := range goldEnds {
		_, found := slices.BinarySearch(predEnds, e)
		s.boundary.tp += one(found)
		if inner(g.Text, e) {
			s.inner.gold++
			s.inner.tp += one(found)
		}
		if !found {
			missed = append(missed, e)
			s.report.at(g, "sentences", "miss", [2]int{e, e}, "", "")
		}
	}
	for _, e := range predEnds {
		if _, found := slices.BinarySearch(goldEnds, e); !found {
			extra = append(extra, e)
			s.report.at(g, "sentences", "spurious", [2]int{e, e}, "", "")
		}
	}
	s.tolerated += tolerated(g.Text, missed, extra)
}

// tolerated counts the missed ends for which there is another one with
// nothing but white space and closing marks between.
func tolerated(text string, missed, extra []int) int {
	n := 0
	for _, m := range missed {
		first, _ := slices.BinarySearch(extra, m-7)
		for _, x := range extra[first:] {
			if x-m >= 8 {
				break
			}
			if closing(text[min(m, x):max(m, x)]) {
				n++
				break
			}
		}
	}
	return n
}

// closing reports whether s is nothing but white space, closing marks and
// cut runes.
func closing(s string) bool {
	for i, r := range s {
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD") {
			continue
		}
		if !strings.ContainsRune(" \n\t\"'”’)]*", r) {
			return false
		}
	}
	return true
}

// inner reports whether something follows e on the same line.
func inner(text string, e int) bool {
	rest := strings.TrimLeft(text[e:], " \t")
	return rest != "" && rest[0] != '\n'
}

func trimmed(text string, list [][2]int) [][2]int {
	out := make([][2]int, len(list))
	for i, s := range list {
		for s[0] < s[1] && strings.IndexByte(asciiSpace, text[s[0]]) >= 0 {
			s[0]++
		}
		for s[1] > s[0] && strings.IndexByte(asciiSpace, text[s[1]-1]) >= 0 {
			s[1]--
		}
		out[i] = s
	}
	return out
}

func setOf(list [][2]int) map[[2]int]bool {
	m := make(map[[2]int]bool, len(list))
	for _, s := range list {
		m[s] = true
	}
	return m
}

// ends are the distinct ends of all but the last, ascending.
func ends(list [][2]int) []int {
	var out []int
	for i := range max(len(list)-1, 0) {
		out = append(out, list[i][1])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (s *sentencesScore) result() *Sentences {
	out := &Sentences{
		Docs: s.docs, Boundary: s.boundary.percent(2), Sentence: s.sentence.percent(2), InnerGold: s.inner.gold,
		Tolerant: tally{s.boundary.tp + s.tolerated, s.boundary.gold, s.boundary.pred}.percent(2),
	}
	if s.inner.gold > 0 {
		f := round(100*float64(s.inner.tp)/float64(s.inner.gold), 2)
		out.Inner = &f
	}
	return out
}
