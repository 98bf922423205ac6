// Package attrib finds the attributions of a document: cue, source, content.
// It pairs quotation marks by rule, judges each word that may be a cue, and
// labels the words around each cue with a sequence model.
package attrib

import (
	"slices"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/modelfile"
)

// A Piece is a stretch of content.
type Piece struct {
	whosaid.Span              // with its quotation marks
	Words        whosaid.Span // without the outer ones
	Form         whosaid.QuoteForm

	first, end int // units
}

// A Frame is one attribution. Spans are in bytes; those that the text lacks
// are zero.
type Frame struct {
	Cue     whosaid.Span
	Source  whosaid.Span
	Content []Piece // in text order
	Class   whosaid.CueClass
	Part    Part
	CueSum  int32 // what the cue model says; > 0 means a cue
	Sum     int32 // what the model says of the frame as a whole
	// Rule is how the content was found.
	Rule whosaid.EvidenceRule
	// Of is the index of the frame that a continued quotation belongs to,
	// or -1.
	Of int

	window whosaid.Span // the bytes that the frame may reach
}

// A Reader finds attributions. It is safe for concurrent use.
type Reader struct {
	lex      *lexicon
	clusters *modelfile.Table
	model    *linear.Model
}

// Threshold is the sum above which a frame is kept, and cueThreshold the sum
// above which a candidate is worth a frame.
const (
	Threshold        = -24
	thoughtThreshold = -48
	cueThreshold     = -112
)

// The labels of the model beyond those of units: that of the candidates that
// are cues, and of the frames that are attributions.
const (
	cueLabel   = NumLabels
	frameLabel = NumLabels + 1
	allLabels  = NumLabels + 2
)

// Labels names the labels of the model: those of the units around a cue, the
// cue itself, and the whole frame.
func Labels() []string {
	return []string{"outside", "begin-content", "content", "begin-source", "source", "cue", "frame"}
}

// NewReader returns a Reader. A nil model serves for training only.
func NewReader(model *linear.Model, clusters *modelfile.Table) (*Reader, error) {
	lex, err := openLexicon()
	if err != nil {
		return nil, err
	}
	if model != nil {
		if err := check(model); err != nil {
			return nil, err
		}
	}
	return &Reader{lex: lex, clusters: clusters, model: model}, nil
}

// check proves that m is a model of attributions: by its labels, which of them
// may follow one another, and a calibration that has each key, if any. Errors
// are of type *modelfile.DamageError.
func check(m *linear.Model) error {
	if !slices.Equal(m.Labels(), Labels()) {
		return m.Damaged("labels", "not those of attributions: %.80q", m.Labels())
	}
	if err := m.CheckMoves(NumLabels, Allowed); err != nil {
		return err
	}
	bins := m.Calibration()
	if n := len(bins); n != 0 && n != NumKeys {
		return m.Damaged("calibration", "%d steps, want %d", n, NumKeys)
	}
	for i, b := range bins {
		if b.Margin != int32(i) {
			return m.Damaged("calibration", "step %d is that of key %d", i, b.Margin)
		}
	}
	return nil
}

// headlineBonus is by how much sums are too low in headlines, of which the
// articles to learn from have one each.
const headlineBonus = 96

// threshold is the sum above which the frame f of candidate c is kept. The
// articles to learn from mark few thoughts, so sums are low for them.
func (a *analysis) threshold(c candidate, f *Frame) int32 {
	t := int32(Threshold)
	if !c.entry.class.Speech() {
		t = thoughtThreshold
	}
	if c.entry.part == nounPart {
		// "the claim that …", "a plan to …": what stands elsewhere is doubtful.
		if p := &f.Content[0]; a.units[p.first].quote < 0 && (p.first <= c.unit || p.first > c.unit+2) {
			t += looseNoun
		}
	}
	if p := &f.Content[0]; c.entry.class == whosaid.CueClaim && p.first > c.unit+1 && a.units[p.first].quote < 0 &&
		a.units[p.first-1].quote < 0 &&
		a.head(p.first).tag == tagVBG && a.head(p.first-1).low == hashOf {
		t -= gerundBonus // "accused Italy of closing the border"
	}
	if a.isTopic(c, f) || a.isRelative(c, f) || a.isUnsaid(c, f) || a.isThing(c, f) {
		return refused
	}
	switch {
	case c.entry == &colonEntry && a.announces(c):
		return -refused
	case a.saysThat(c, f):
		t -= thatBonus
	case a.isPlain(c, f) || a.isIntent(c, f) || a.hasAgent(c, f):
		t -= plainBonus
	}
	if a.seqs[c.seq].kind != whosaid.SentenceHeadline || f.Source.Empty() {
		return t
	}
	if c.entry == &colonEntry {
		if a.speaks(c) {
			return labelThreshold
		}
		return t
	}
	return t - headlineBonus
}

// plainBonus is how much less sure a frame must be that says who, the verb and
// a clause, one after another: "Lee warned the move would hurt firms".
const plainBonus = 48

// thatBonus is the same for "Lee warned on Monday that the move would hurt
// firms", whose grammar leaves no doubt.
const thatBonus = 96

// saysThat reports whether f has a verb of saying and its "that".
func (a *analysis) saysThat(c candidate, f *Frame) bool {
	p := &f.Content[0]
	if !c.entry.says() || f.Source.Empty() || p.first < c.unit+2 || a.units[p.first-1].quote >= 0 || a.head(p.first-1).low != hashThat {
		return false
	}
	return a.clauseFollows(c.unit, p.first-1)
}

// leadsTo reports whether a clause with "that" follows a verb of saying, c, or c
// is the colon behind who can speak, so that it is worth a frame whatever the
// model of cues says.
func (a *analysis) leadsTo(c candidate) bool {
	if c.entry == &colonEntry {
		return a.announces(c)
	}
	if !c.entry.says() {
		return false
	}
	for k := c.unit + 1; k < min(c.unit+trailReach, a.seqs[c.seq].end-1); k++ {
		if a.units[k].quote < 0 && a.head(k).low == hashThat {
			return a.head(k).tag == tagIN && a.clauseFollows(c.unit, k)
		}
	}
	return false
}

// clauseFollows reports whether nothing but when, where and to whom stands
// between the verb of saying at unit u and the "that" at unit that.
func (a *analysis) clauseFollows(u, that int) bool {
	for k := u + 1; k < that; k++ {
		if a.units[k].quote >= 0 || a.head(k).tag.finite() || a.head(k).tag == tagComma || a.head(k).tag == tagColon {
			return false
		}
	}
	return that-u <= trailReach
}

// isPlain reports whether f says who, the verb and a clause, one after another.
func (a *analysis) isPlain(c candidate, f *Frame) bool {
	p := &f.Content[0]
	if !c.entry.says() || p.first != c.unit+1 || f.Source.Empty() || !a.head(c.unit).tag.finite() {
		return false
	}
	if last := c.unit - 1; last < 0 || a.units[last].quote >= 0 || a.d.Tokens[a.units[last].first].End != f.Source.End {
		return false
	}
	for k := p.first; k < min(p.end, p.first+plainReach); k++ {
		switch {
		case a.units[k].quote >= 0 || a.head(k).tag == tagW || a.head(k).tag == tagComma || a.head(k).tag == tagVBG:
			return false
		case a.head(k).tag.finite():
			return k > p.first
		}
	}
	return false
}

// isIntent reports whether f says who, a verb of saying and an infinitive, one
// after another: "Lee has not promised to leave".
func (a *analysis) isIntent(c candidate, f *Frame) bool {
	p, lo := &f.Content[0], a.seqs[c.seq].first
	if !c.entry.says() || p.first != c.unit+1 || p.end < p.first+2 || f.Source.Empty() || a.units[p.first].quote >= 0 ||
		a.head(p.first).tag != tagTO ||
		a.units[p.first+1].quote >= 0 || a.head(p.first+1).tag != tagVB {
		return false
	}
	verb := a.verbGroup(c.unit, lo)
	return verb > lo && a.span(verb-1, verb).End == f.Source.End
}

// hasAgent reports whether the source of f is who follows the "by" of its passive
// verb of saying: "was reported by local media to have left".
func (a *analysis) hasAgent(c candidate, f *Frame) bool {
	u := c.unit
	return c.entry.says() && u+2 < a.seqs[c.seq].end && a.units[u+1].quote < 0 && a.head(u+1).low == hashBy && !f.Source.Empty() &&
		a.span(u+2, u+3).Start == f.Source.Start && a.isPassive(u, a.seqs[c.seq].first)
}

// plainReach is how many units from the cue the verb of a plain clause stands
// at most.
const plainReach = 8

var hashOf = hashString("of")

// gerundBonus is how much less sure a frame must be whose form leaves no doubt.
const gerundBonus = 64

// refused is a threshold that no frame reaches, and the sum of none is below
// -refused.
const refused = 1 << 28

// isTopic reports whether the content of f is only what is spoken of:
// "discussed the budget".
func (a *analysis) isTopic(c candidate, f *Frame) bool {
	if !c.entry.topical {
		return false
	}
	for i := range f.Content {
		p := &f.Content[i]
		if p.Form != whosaid.QuoteIndirect || a.head(p.first).tag == tagW || a.head(p.first).low == hashWhether {
			return false
		}
	}
	return true
}

// isRelative reports whether the content of f is but a relative clause: "told a
// story that moved the crowd".
func (a *analysis) isRelative(c candidate, f *Frame) bool {
	p := &f.Content[0]
	if len(f.Content) > 1 || p.Form != whosaid.QuoteIndirect || p.first < c.unit+2 || a.head(p.first).low != hashThat ||
		a.head(p.first).tag != tagW {
		return false
	}
	before := a.head(p.first - 1)
	return before.tag.noun() && before.ent == entNone && !before.date
}

// isUnsaid reports whether the content of f is but an infinitive after a passive
// of thinking or telling without an agent, so that nobody says it: "is expected
// to resign", "was told to leave". Of "is reported to have left" the model judges.
func (a *analysis) isUnsaid(c candidate, f *Frame) bool {
	p := &f.Content[0]
	return c.entry.part == verbPart && (!c.entry.class.Speech() || c.entry.addressed) && len(f.Content) == 1 &&
		f.Source.Empty() && p.Form == whosaid.QuoteIndirect && p.first > c.unit &&
		a.head(p.first).tag == tagTO && a.isPassive(c.unit, a.seqs[c.seq].first)
}

// isThing reports whether the content of f is but a thing that a verb of saying
// has as its object: "denies the charge".
func (a *analysis) isThing(c candidate, f *Frame) bool {
	p := &f.Content[0]
	if !c.entry.says() || len(f.Content) > 1 || p.Form != whosaid.QuoteIndirect || p.first != c.unit+1 || a.head(p.first).tag != tagDT {
		return false
	}
	for k := p.first; k < p.end; k++ {
		if t := a.head(k).tag; t.verb() || t == tagMD || t == tagTO || t.adjective() && k == p.end-1 {
			return false
		}
	}
	return true
}

// looseNoun is by how much surer a frame must be whose content does not follow
// its noun.
const looseNoun = 96

// labelThreshold is that of "Police: two men held".
const labelThreshold = -160

// announces reports whether the colon c follows a word for who can speak, with
// no more than two others before it in the sentence, and a verb follows:
// "Police: two men held", but not "Mayor: Ann Lee".
func (a *analysis) announces(c candidate) bool {
	s := a.seqs[c.seq]
	if c.unit == s.first || c.unit > s.first+3 || a.units[c.unit-1].quote >= 0 || !a.lex.has(a.head(c.unit-1).low, cVoice) {
		return false
	}
	for k := c.unit + 1; k < min(s.end, c.unit+1+announceReach); k++ {
		if a.units[k].quote < 0 && a.head(k).tag.verb() {
			return true
		}
	}
	return false
}

// announceReach is how many units behind such a colon the verb stands at most.
const announceReach = 16

// speaks reports whether what stands before the colon c of a headline, from
// its beginning, can speak: a person, an organization, or such as police.
func (a *analysis) speaks(c candidate) bool {
	first := a.seqs[c.seq].first
	if c.unit == first || c.unit-first > 5 {
		return false
	}
	for u := first; u < c.unit; u++ {
		if a.units[u].quote >= 0 {
			return false
		}
		if w := a.head(u); w.ent == entPerson || w.ent == entOrg || a.lex.has(w.low, cVoice) {
			return true
		}
	}
	return false
}
