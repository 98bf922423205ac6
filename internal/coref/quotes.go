package coref

import (
	"slices"

	"github.com/whosaid/whosaid"
)

// speaks encodes whether a candidate speaks the quotation that the anaphor is in.
func (w *walk) speaks(c *candidate) int {
	switch {
	case w.quote == 0 && w.teller < 0:
		return 0
	case w.teller == c.ent:
		return 1
	case w.teller >= 0:
		return 2
	case w.speaker == c.ent && w.sent-w.spoke <= 1:
		return 3
	}
	return 4
}

// A teller is an entity, or else one whom the phrase with a head brought in.
type teller struct {
	ent  int32
	head int32
}

// quoteCloses notes that a quotation ends with token i.
func (w *walk) quoteCloses(i int) {
	if w.teller >= 0 && w.teller == w.speaker {
		w.spoke = w.sent
	}
	w.quote, w.teller, w.closed = 0, -1, i+1
}

// tells notes that the subject of a verb of saying outside quotations speaks
// that which ended right before it.
func (w *walk) tells(ent int32, first int) {
	w.told = ent
	if w.opened < w.sentence0-longestQuote || w.opened < 0 || !w.followsQuote(first) || w.quotedWithin(first) {
		return
	}
	t := teller{ent: ent}
	if int(ent) >= len(w.ents) {
		t = teller{ent: -1, head: w.all[ent].head}
	}
	w.tellers[w.opened] = t
	w.unlink(ent)
}

// utters reports whether the subject of tokens [first, end) stands with a verb right behind
// a quotation and the comma, question or exclamation mark with which that ends: the verb is
// then one of saying, whichever it is. “Two songs!” he fumed; “Two songs,” fumed Lee.
func (w *walk) utters(first, end int, s *whosaid.Sentence) bool {
	from := first
	switch {
	case w.quote != 0 || w.closed <= w.sentence0:
		return false
	case first > s.FirstToken && w.verb(first-1):
		from--
	case w.verbAfter(end, s) != end:
		return false
	}
	mark := w.closed - 2 // within the marks
	switch from - w.closed {
	case 0:
	case 1:
		mark = w.closed
	default:
		return false
	}
	switch w.word(mark) {
	case ",", "!", "?":
		return true
	}
	return false
}

// quotedWithin reports whether token i opens a sentence and the quotation that ended last
// is no more than some words of the one before: he was “out of his wits”. She said …
func (w *walk) quotedWithin(i int) bool {
	return i == w.sentence0 && w.sent > 0 && w.opened > w.d.Sentences[w.sent-1].FirstToken
}

// unlink leaves the pronouns of the quotation that ended last open where they were
// linked to who now turns out to speak it: nobody calls himself he.
func (w *walk) unlink(ent int32) {
	for k := len(w.links) - 1; k >= 0 && w.links[k].First > w.opened; k-- {
		if l := &w.links[k]; l.Entity == int(ent) && l.First < w.closed && l.Form == whosaid.MentionPronoun {
			w.links = slices.Delete(w.links, k, k+1)
		}
	}
}

// longestQuote is how many tokens a quotation has whose speaker is looked for
// behind it.
const longestQuote = 120

// quoteOpens notes that a quotation begins at token i, and who speaks it: whom an
// earlier walk found, who is named behind its end, or who spoke before it.
func (w *walk) quoteOpens(i int, s *whosaid.Sentence) {
	w.quotes++
	w.quote, w.opened = w.quotes, i
	if w.intro = w.introduces(i, s); w.intro >= 0 {
		w.all[w.intro].speaks = true
	}
	if t, ok := w.tellers[i]; ok {
		w.teller = t.ent
		if t.ent < 0 {
			w.teller = w.broughtIn[t.head] - 1
		}
		return
	}
	end := w.quoteEnd(i, s)
	w.teller = w.namedBehind(end, s)
	if g := w.pronounBehind(end, s); w.intro >= 0 && g != 0 && w.agrees(&w.all[w.intro], g) {
		w.teller = w.intro
	}
	if w.teller < 0 {
		w.teller = w.told
	}
	if w.teller < 0 {
		w.teller = w.beforeColon(i, s)
	}
}

// introduces is whom the sentence before tells of, where token i opens one of its paragraph
// and a quotation, or -1: "His wife was blunter. “They lost it.”" Where that tells of
// nobody, who spoke before it goes on.
func (w *walk) introduces(i int, s *whosaid.Sentence) int32 {
	switch {
	case i != s.FirstToken || w.sent == 0 || w.d.Sentences[w.sent-1].Paragraph != s.Paragraph:
		return -1
	case w.lead >= 0:
		return w.lead
	case w.sent < 2 || w.speaker < 0 || w.spoke != w.sent-2 || w.d.Sentences[w.spoke].Paragraph != s.Paragraph:
		return -1
	}
	for k := len(w.history) - 1; k >= 0 && len(w.history)-k <= maxMentions && w.history[k].sent == w.sent-1; k-- {
		if w.all[w.history[k].ent].kind == whosaid.EntityPerson {
			return -1
		}
	}
	return w.speaker
}

// beforeColon is whom the words before the quotation that token i opens tell of, up
// to a colon, or -1: "Lee was blunter: “They lost it.”"
func (w *walk) beforeColon(i int, s *whosaid.Sentence) int32 {
	if i == s.FirstToken || w.word(i-1) != ":" {
		return -1
	}
	for k := len(w.history) - 1; k >= 0 && len(w.history)-k <= maxMentions && w.history[k].sent == w.sent; k-- {
		if m := &w.history[k]; m.part == subject && w.all[m.ent].person() && w.tree.Head(int(m.seat.clause)) < 0 {
			return m.ent
		}
	}
	return -1
}

// namedBehind is the person named right behind the quotation that token j
// closes, or -1.
func (w *walk) namedBehind(j int, s *whosaid.Sentence) int32 {
	const farthest = 6
	for n := 0; n < farthest && j < s.EndToken; n++ {
		if at := w.at[j]; at > 0 {
			if e := w.names[at-1].Entity; w.ents[e].Kind == whosaid.EntityPerson {
				return int32(e)
			}
			return -1
		}
		if tag := w.d.Tokens[j].Tag; tag == "PRP" || tag == "." || tag == "DT" {
			return -1
		}
		j++
	}
	return -1
}

// pronounBehind is the gender of the pronoun that says the quotation which token i closes, or
// 0: “It was late,” she said.
func (w *walk) pronounBehind(i int, s *whosaid.Sentence) Gender {
	const farthest = 3
	for j := i; j < min(i+farthest, s.EndToken); j++ {
		if w.d.Tokens[j].Tag == "PRP" {
			if p := pronouns[w.low(j)]; p.class == Subject {
				return p.gender
			}
			return 0
		}
	}
	return 0
}

// quoteEnd is the token that closes the quotation which token i opens, or where the search for
// it ends.
func (w *walk) quoteEnd(i int, s *whosaid.Sentence) int {
	j := i + 1
	for j < s.EndToken && j-i < longestQuote && !w.ends(j) {
		j++
	}
	return j
}
