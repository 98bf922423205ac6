package quotes

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
)

// An Exchange is a conversation: two turns or more of which each answers the
// one before.
type Exchange struct {
	Turns []Turn
}

// A Turn is what one speaker says before another answers.
type Turn struct {
	// Who speaks, as whosaid.Document.Who returns it.
	Who    string
	Quotes []*whosaid.Quote
}

// Exchanges returns the conversations in d, in text order. They are made of
// speech, not thought, whose speaker has a name or a source in the text; quotes
// within quotes count as part of the outer one. A turn begins no later than in
// the paragraph after the one before it, and answers it, which one of these
// shows: the cue ("replied"); a question that goes before ("asked whether", or
// a question mark at the end); lines that both begin with the speaker's label
// ("Lee:"); a quotation without a cue, which the reader gives to the other
// speaker; or an addressee who is the other speaker ("told Lee").
func Exchanges(d *whosaid.Document) []Exchange {
	var list []Exchange
	var open []turn
	end := func() {
		if len(open) > 1 {
			list = append(list, exchange(d, open))
		}
		open = nil
	}
	for i := range d.Quotes {
		q := &d.Quotes[i]
		if q.Parent != 0 || !q.CueClass.Speech() {
			continue
		}
		who := speakersOf(d, q)
		if who[0].name == "" {
			end()
			continue
		}
		if len(open) > 0 {
			last := &open[len(open)-1]
			switch near := near(d, last.quotes[len(last.quotes)-1], q); {
			case near && last.spokenBy(who):
				last.quotes = append(last.quotes, q)
				continue
			case !near || !last.answeredBy(d, who, q):
				end()
			}
		}
		open = append(open, turn{who, []*whosaid.Quote{q}})
	}
	end()
	return list
}

func exchange(d *whosaid.Document, turns []turn) Exchange {
	var e Exchange
	for _, t := range turns {
		e.Turns = append(e.Turns, Turn{d.Who(t.quotes[0]), t.quotes})
	}
	return e
}

// A turn is a Turn with those who speak it.
type turn struct {
	who    []speaker
	quotes []*whosaid.Quote
}

// spokenBy reports whether others are those who speak t.
func (t *turn) spokenBy(others []speaker) bool {
	return slices.EqualFunc(t.who, others, func(a, b speaker) bool { return a.identity == b.identity })
}

// answeredBy reports whether q, which others speak, shows that it answers t.
func (t *turn) answeredBy(d *whosaid.Document, others []speaker, q *whosaid.Quote) bool {
	last := t.quotes[len(t.quotes)-1]
	switch {
	case q.CueClass == whosaid.CueAnswer, asks(d, last), q.Evidence.Rule == whosaid.EvidenceDialogue:
		return true
	case q.Evidence.Rule == whosaid.EvidenceLabel && last.Evidence.Rule == whosaid.EvidenceLabel:
		return true
	}
	return speaksTo(d, q, t.who) || speaksTo(d, last, others)
}

// asks reports whether q is a question.
func asks(d *whosaid.Document, q *whosaid.Quote) bool {
	return q.CueClass == whosaid.CueAsk || strings.HasSuffix(d.Words(q.Content...), "?")
}

// speaksTo reports whether the addressee of q is one of those with a name.
func speaksTo(d *whosaid.Document, q *whosaid.Quote, others []speaker) bool {
	i, found := slices.BinarySearchFunc(d.Mentions, q.Addressee, func(m whosaid.Mention, s whosaid.Span) int {
		if m.Start != s.Start {
			return m.Start - s.Start
		}
		return s.End - m.End // of mentions that begin together the longer comes first
	})
	return found && slices.ContainsFunc(others, func(s speaker) bool { return s.id == d.Mentions[i].Entity })
}

// near reports whether q begins in the paragraph in which p ends, or the next.
func near(d *whosaid.Document, p, q *whosaid.Quote) bool {
	from, to := d.SentenceAt(p.End-1), d.SentenceAt(q.Start)
	return from >= 0 && to >= 0 && d.Sentences[to].Paragraph-d.Sentences[from].Paragraph <= 1
}
