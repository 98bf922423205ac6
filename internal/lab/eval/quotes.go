package eval

import (
	"github.com/whosaid/whosaid/internal/lab/corpus"
	"slices"
	"strings"
)

// Quotes are the measures of quotes, those of quotes.py: exact is the same
// span without marks and stops, relaxed half of the bytes in common, overlap
// counts bytes; end_to_end counts a relaxed match only with the right speaker.
type Quotes struct {
	Docs            int                      `json:"docs"`
	Missing         int                      `json:"docs_missing_in_pred"`
	Exact           PRF                      `json:"exact"`
	Relaxed         PRF                      `json:"relaxed"`
	Overlap         Overlap                  `json:"overlap"`
	TypeAcc         Accuracy                 `json:"type_acc"`
	CueAcc          Accuracy                 `json:"cue_acc"`
	SpeakerMention  Accuracy                 `json:"speaker_mention_acc"`
	SpeakerName     Accuracy                 `json:"speaker_name_acc"`
	SpeakerNameFull Accuracy                 `json:"speaker_name_full_acc"`
	EndToEnd        PRF                      `json:"end_to_end"`
	ByMention       map[string]QuotesMention `json:"by_gold_mention"` // name, nominal, none, pronoun
	ByType          map[string]QuotesType    `json:"by_type"`
}

// Overlap is precision, recall and F1 over bytes.
type Overlap struct {
	P  float64 `json:"p"`
	R  float64 `json:"r"`
	F1 float64 `json:"f1"`
}

// QuotesMention are the measures for one sort of source.
type QuotesMention struct {
	SpeakerOK Accuracy `json:"speaker_ok"`
	Name      Accuracy `json:"name"`
}

// QuotesType are the measures for one form of quote.
type QuotesType struct {
	Exact          PRF      `json:"exact"`
	Relaxed        PRF      `json:"relaxed"`
	EndToEnd       PRF      `json:"end_to_end"`
	SpeakerMention Accuracy `json:"speaker_mention_acc"`
	SpeakerName    Accuracy `json:"speaker_name_acc"`
}

// quoteCounts are of one form, or of all.
type quoteCounts struct {
	gold, pred, exact, relaxed, endToEnd         int
	kindOK, cue, cueOK, mention, mentionOK, name int
	nameOK, fullOK                               int
}

type quotesScore struct {
	types         []string // nil is all
	speech        bool     // thoughts are ignored
	report        reporter
	docs, missing int
	total         quoteCounts
	bytes         tally
	byType        map[string]*quoteCounts
	byMention     map[string]*quoteCounts
	scores        reliability
}

func newQuotesScore(o Options) *quotesScore {
	return &quotesScore{types: o.Types, speech: o.Speech, report: o.Mistakes, byType: map[string]*quoteCounts{},
		byMention: map[string]*quoteCounts{}}
}

func counter(m map[string]*quoteCounts, key string) *quoteCounts {
	if m[key] == nil {
		m[key] = &quoteCounts{}
	}
	return m[key]
}

// ignores reports whether it is no matter if q is found.
func (s *quotesScore) ignores(q *corpus.Quote) bool {
	return q.Ignore || s.types != nil && !slices.Contains(s.types, q.Type) || s.speech && q.Speech != nil && !*q.Speech
}

func (s *quotesScore) add(g *corpus.Doc, r *Record) {
	s.docs++
	if r.missing {
		s.missing++
	}
	gold, pred, ignored := make([][2]int, len(g.Quotes)), make([][2]int, len(r.Quotes)), make([]bool, len(g.Quotes))
	for i := range g.Quotes {
		gold[i] = core(g.Text, g.Quotes[i].Start, g.Quotes[i].End)
		ignored[i] = s.ignores(&g.Quotes[i])
		if !ignored[i] {
			s.total.gold++
			counter(s.byType, g.Quotes[i].Type).gold++
		}
	}
	for j := range r.Quotes {
		pred[j] = core(g.Text, r.Quotes[j].Start, r.Quotes[j].End)
	}
	ofGold, ofPred := matchQuotes(gold, pred, ignored)
	s.addBytes(len(g.Text), gold, pred, ignored)
	right := make([]bool, len(pred))
	for i, j := range ofGold {
		switch {
		case ignored[i]:
		case j < 0:
			s.mistake(g, "miss", &g.Quotes[i], nil)
		default:
			if right[j] = s.pair(g, &g.Quotes[i], &r.Quotes[j], gold[i] == pred[j]); !right[j] {
				s.mistake(g, "speaker", &g.Quotes[i], &r.Quotes[j])
			}
		}
	}
	index := newSpans(gold)
	for j := range pred {
		if s.spared(ofPred[j], pred[j], index, ignored) {
			continue
		}
		if ofPred[j] < 0 {
			s.mistake(g, "spurious", nil, &r.Quotes[j])
		}
		s.total.pred++
		counter(s.byType, r.Quotes[j].Type).pred++
		s.scores.add(r.Quotes[j].Score, right[j])
	}
}

func (s *quotesScore) mistake(g *corpus.Doc, kind string, q *corpus.Quote, p *QuoteRecord) {
	var span [2]int
	var gold, pred string
	if p != nil {
		span = [2]int{p.Start, p.End}
		name := ""
		if p.SpeakerName != nil {
			name = *p.SpeakerName
		}
		pred = described(g, span, p.Type, name)
	}
	if q != nil {
		span = [2]int{q.Start, q.End}
		gold = described(g, span, q.Type, q.SpeakerName)
	}
	s.report.at(g, "quotes", kind, span, gold, pred)
}

// spared reports whether a predicted quote that matches gold i, or none if i
// < 0, is neither right nor wrong: it belongs to ignored gold, or at least
// half of it lies in one.
func (s *quotesScore) spared(i int, pred [2]int, gold *spans, ignored []bool) bool {
	if i >= 0 {
		return ignored[i]
	}
	spare := false
	gold.overlapping(pred, func(i, o int) {
		spare = spare || ignored[i] && 2*o >= pred[1]-pred[0]
	})
	return spare
}

func matchQuotes(gold, pred [][2]int, ignored []bool) (ofGold, ofPred []int) {
	index := newSpans(pred)
	var pairs []pairing
	for i, s := range gold {
		index.overlapping(s, func(j, o int) {
			both := max(s[1], pred[j][1]) - min(s[0], pred[j][0])
			if iou := float64(o) / float64(both); iou >= minIoU {
				pairs = append(pairs, pairing{weight: iou, rank: [2]int{one(ignored[i])}, i: i, j: j})
			}
		})
	}
	return match(pairs, len(gold), len(pred))
}

// addBytes counts the bytes of gold, of predictions, and of both. Those of
// ignored gold alone do not count.
func (s *quotesScore) addBytes(n int, gold, pred [][2]int, ignored []bool) {
	const isGold, isPred, isIgnored = 1, 2, 4
	marks := make([]byte, n)
	paint := func(list [2]int, bit byte) {
		for k := list[0]; k < list[1]; k++ {
			marks[k] |= bit
		}
	}
	for i, r := range gold {
		paint(r, []byte{isGold, isIgnored}[one(ignored[i])])
	}
	for _, r := range pred {
		paint(r, isPred)
	}
	for _, m := range marks {
		switch m &^ isIgnored {
		case isGold:
			s.bytes.gold++
		case isPred:
			s.bytes.pred += one(m&isIgnored == 0)
		case isGold | isPred:
			s.bytes.add(tally{1, 1, 1})
		}
	}
}

// pair counts one match and reports whether the speaker is right.
func (s *quotesScore) pair(g *corpus.Doc, q *corpus.Quote, p *QuoteRecord, exact bool) bool {
	m := quoteCounts{relaxed: 1, exact: one(exact), kindOK: one(q.Type == p.Type)}
	if len(q.Cue) == 2 {
		m.cue, m.cueOK = 1, one(overlap(q.Cue, p.Cue))
	}
	mention := overlap(q.Speaker, p.Speaker)
	if len(q.Speaker) == 2 {
		m.mention, m.mentionOK = 1, one(mention)
	}
	name := p.SpeakerName != nil && *p.SpeakerName != ""
	right := true
	switch {
	case q.SpeakerName != "":
		var full bool
		right, full = isSpeaker(q, p.SpeakerName)
		m.name, m.nameOK, m.fullOK = 1, one(right), one(full)
	case len(q.Speaker) == 2:
		words := strings.Fields(fold(g.Text[q.Speaker[0]:q.Speaker[1]]))
		right = mention || p.Speaker == nil && name && slices.Contains(words, lastWord(*p.SpeakerName))
	}
	m.endToEnd = one(right)
	s.total.add(m)
	counter(s.byType, q.Type).add(m)
	kind := "none"
	if len(q.Speaker) == 2 {
		kind = mentionKind(g.Text[q.Speaker[0]:q.Speaker[1]])
	}
	counter(s.byMention, kind).add(m)
	return right
}

func (c *quoteCounts) add(m quoteCounts) {
	c.exact += m.exact
	c.relaxed += m.relaxed
	c.endToEnd += m.endToEnd
	c.kindOK += m.kindOK
	c.cue += m.cue
	c.cueOK += m.cueOK
	c.mention += m.mention
	c.mentionOK += m.mentionOK
	c.name += m.name
	c.nameOK += m.nameOK
	c.fullOK += m.fullOK
}

func overlap(gold []int, pred *[2]int) bool {
	return len(gold) == 2 && pred != nil && shared([2]int(gold), *pred) > 0
}

// isSpeaker reports whether a name is that of q's speaker by its last word,
// and whether it is so as a whole.
func isSpeaker(q *corpus.Quote, name *string) (last, full bool) {
	if name == nil || *name == "" {
		return false, false
	}
	word, whole := lastWord(*name), fold(*name)
	for _, n := range append([]string{q.SpeakerName}, q.Aliases...) {
		last = last || word != "" && word == lastWord(n)
		full = full || whole == fold(n)
	}
	return last, full
}

func (s *quotesScore) result() *Quotes {
	t := &s.total
	bytes := s.bytes.share(1)
	q := &Quotes{
		Docs: s.docs, Missing: s.missing,
		Exact: tally{t.exact, t.gold, t.pred}.share(1), Relaxed: tally{t.relaxed, t.gold, t.pred}.share(1),
		Overlap: Overlap{bytes.P, bytes.R, bytes.F1}, TypeAcc: accuracy(t.kindOK, t.relaxed),
		CueAcc: accuracy(t.cueOK, t.cue), SpeakerMention: accuracy(t.mentionOK, t.mention),
		SpeakerName: accuracy(t.nameOK, t.name), SpeakerNameFull: accuracy(t.fullOK, t.name),
		EndToEnd:  tally{t.endToEnd, t.gold, t.pred}.share(1),
		ByMention: map[string]QuotesMention{}, ByType: map[string]QuotesType{},
	}
	for k, c := range s.byMention {
		q.ByMention[k] = QuotesMention{accuracy(c.endToEnd, c.relaxed), accuracy(c.nameOK, c.name)}
	}
	for k, c := range s.byType {
		q.ByType[k] = QuotesType{
			Exact: tally{c.exact, c.gold, c.pred}.share(1), Relaxed: tally{c.relaxed, c.gold, c.pred}.share(1),
			EndToEnd:       tally{c.endToEnd, c.gold, c.pred}.share(1),
			SpeakerMention: accuracy(c.mentionOK, c.mention), SpeakerName: accuracy(c.nameOK, c.name),
		}
	}
	return q
}
