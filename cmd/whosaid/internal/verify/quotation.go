package verify

import (
	"slices"
	"strconv"

	"github.com/whosaid/whosaid"
)

// A match is where the pieces of a quotation stand: one stretch of positions for
// each, all of one source.
type match struct{ from, to []int }

// A judged match is one with what it says of the quotation.
type judged struct {
	match
	verdict Verdict
	reason  string
}

// quotation judges words in quotation marks.
func (c *checker) quotation(it item) Finding {
	var list []piece
	for _, s := range it.content {
		more := pieces(c.answer.Text, s)
		if len(list) > 0 && len(more) > 0 {
			more[0].gap = ellipsisGap // a cue stands in between
		}
		list = append(list, more...)
	}
	for i := range list {
		list[i].ids = c.look(list[i].words)
	}
	if found := c.matches(list); len(found) > 0 {
		return c.found(it, found)
	}
	if f, ok := c.altered(it, list); ok {
		return f
	}
	if it.quote == nil && count(list) < fewWords {
		return Finding{Verdict: NotChecked, Reason: "so few words, of nobody, may be a title or words at arm's length; no source has them"}
	}
	return Finding{Verdict: NotFound, Reason: "no source has these words"}
}

// fewWords in quotation marks are often no quotation.
const fewWords = 4

func count(list []piece) (n int) {
	for _, p := range list {
		n += len(p.words)
	}
	return n
}

// matches finds where all pieces stand word for word, in order and not too far
// from each other.
func (c *checker) matches(list []piece) []match {
	if len(list) == 0 {
		return nil
	}
	places := make([][]int, len(list))
	for i, p := range list {
		if places[i] = c.exact(p.ids); len(places[i]) == 0 {
			return nil
		}
	}
	var out []match
next:
	for _, start := range places[0] {
		m := match{[]int{start}, []int{start + len(list[0].ids)}}
		for i := 1; i < len(list); i++ {
			end := m.to[i-1]
			k, _ := slices.BinarySearch(places[i], end)
			if k == len(places[i]) || places[i][k] > end+list[i].gap || c.stretchOf(places[i][k]) != c.stretchOf(start) {
				continue next
			}
			m.from, m.to = append(m.from, places[i][k]), append(m.to, places[i][k]+len(list[i].ids))
		}
		out = append(out, m)
	}
	return out
}

// found judges a quotation that the sources have word for word: by the place that
// speaks most for it.
func (c *checker) found(it item, found []match) Finding {
	best := judged{}
	rank := len(Verdicts())
	for _, m := range found {
		v, reason := c.judge(it, m)
		if r := slices.Index(Verdicts(), v); r < rank {
			best, rank = judged{m, v, reason}, r
		}
	}
	f := Finding{Verdict: best.verdict, Reason: best.reason}
	f.Places = c.places(best.match)
	return f
}

// places are the stretches of a match in the text of its source, those that touch
// as one.
func (c *checker) places(m match) (out []Place) {
	source := c.stretchOf(m.from[0]).source
	var last whosaid.Span
	for i := range m.from {
		s := c.span(m.from[i], m.to[i])
		if i > 0 && m.from[i] == m.to[i-1] {
			s.Start = last.Start
			out = out[:len(out)-1]
		}
		out, last = append(out, c.place(source, s)), s
	}
	return out
}

// judge says what one place tells of a quotation whose words it has.
func (c *checker) judge(it item, m match) (Verdict, string) {
	source := c.stretchOf(m.from[0]).source
	s := c.sources[source]
	at := s.piece(c.span(m.from[0], m.to[0]))
	q := quoteAt(s.Document, at)
	if left := c.leftOut(m); left != "" {
		return Altered, "the ellipsis leaves out " + strconv.Quote(left)
	}
	if it.quote == nil || it.quote.SourceType == whosaid.SourceDocument { // "the article says"
		return Verbatim, ""
	}
	switch c.who.compare(party{0, c.answer, it.quote}, party{source + 1, s.Document, q}) {
	case other:
		return OtherSpeaker, c.speakerReason(it, s, q)
	case open:
		if !s.quoted(at) && q == nil {
			return Unquoted, "the source says so itself, or of somebody who was not recognized"
		}
		return Verbatim, "the source does not make clear whether the speaker is the same: " + c.speaker(s, q)
	}
	if denies(q) != denies(it.quote) {
		return Denied, "the source has it as denied, or not said" + cueOf(s, q)
	}
	if !s.quoted(at) && len(c.who.names(it)) > 0 {
		return Unquoted, "in the source these words stand outside quotation marks"
	}
	return Verbatim, ""
}

// names are the speakers of an item that have one.
func (p *people) names(it item) []*whosaid.Entity { return party{0, p.answer, it.quote}.names() }

func cueOf(s *Source, q *whosaid.Quote) string {
	if q == nil || q.Cue.Empty() {
		return ""
	}
	return ": " + strconv.Quote(flat(s.Document.Slice(q.Cue)))
}

func (c *checker) speaker(s *Source, q *whosaid.Quote) string {
	if who := flat(s.Document.Who(q)); who != "" {
		return who
	}
	return "it names nobody"
}

func (c *checker) speakerReason(it item, s *Source, q *whosaid.Quote) string {
	if q == nil || !(party{0, s.Document, q}).known() {
		return "no source names " + flat(c.answer.Who(it.quote))
	}
	return "the source has it of " + c.speaker(s, q)
}

// maxLeftOut is the longest gap, in words, in which a negation that an ellipsis
// leaves out turns the sentence around: “We will … sell” for “We will not sell”.
const maxLeftOut = 4

// leftOut is the negation that the ellipses of a quotation leave out.
func (c *checker) leftOut(m match) string {
	for i := 1; i < len(m.from); i++ {
		if m.from[i]-m.to[i-1] > maxLeftOut {
			continue
		}
		for p := m.to[i-1]; p < m.from[i]; p++ {
			if w := c.forms[c.words[p]]; c.lex.negates(w) {
				return w
			}
		}
	}
	return ""
}
