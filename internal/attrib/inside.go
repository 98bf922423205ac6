package attrib

import (
	"cmp"
	"context"
	"slices"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/paragraphs"
)

// What is said inside a quotation ("He told me to leave," she said) is read as a
// document of its own, made of the words of the outermost quotations: there they
// are one unit each.

// leastInside is the least number of words of a quotation that may hold an
// attribution: who, a cue and what.
const leastInside = 3

// An interior is the words of the quotations of a part as a document.
type interior struct {
	doc    whosaid.Document
	tokens []whosaid.Token
	sents  []whosaid.Sentence

	stretches []run
}

// interior lays out what stands inside the contents of frames and inside the other
// quotations of a, where it has a possible cue, each stretch a paragraph of its
// own. It returns nil if there is none.
func (a *analysis) interior(frames []Frame) *whosaid.Document {
	in := &a.inside
	in.tokens, in.sents = in.tokens[:0], in.sents[:0]
	sentence := 0
	for _, s := range a.stretches(frames) {
		if s.end-s.first >= leastInside && a.mayAttribute(s.first, s.end) {
			sentence = a.addInside(s.first, s.end, sentence)
		}
	}
	if len(in.sents) == 0 {
		return nil
	}
	start, end := in.sents[0].Start, in.sents[len(in.sents)-1].End
	in.doc = *a.d
	in.doc.Tokens, in.doc.Sentences = in.tokens, in.sents
	in.doc.Mentions = paragraphs.Within(a.d.Mentions, start, end, func(m *whosaid.Mention) int { return m.Start })
	in.doc.Dates = paragraphs.Within(a.d.Dates, start, end, func(x *whosaid.Date) int { return x.Start })
	return &in.doc
}

// stretches are what may hold an attribution inside another, as tokens, in text
// order, none within another: pieces of content that are more than a quotation,
// and the words of the quotations outside these.
func (a *analysis) stretches(frames []Frame) []run {
	out := a.inside.stretches[:0]
	for _, u := range a.units {
		if u.quote >= 0 {
			first, end := a.d.TokensIn(a.quotes[u.quote].inner)
			out = append(out, run{first: max(first, int(u.first)), end: min(end, int(u.end))})
		}
	}
	for i := range frames {
		for _, p := range frames[i].Content {
			if p.end-p.first > 1 {
				out = append(out, run{first: int(a.units[p.first].first), end: int(a.units[p.end-1].end)})
			}
		}
	}
	slices.SortFunc(out, func(r, s run) int { return cmp.Or(r.first-s.first, s.end-r.end) })
	a.inside.stretches = out
	kept, reach := out[:0], 0
	for _, s := range out {
		if s.first >= reach {
			kept, reach = append(kept, s), s.end
		}
	}
	return kept
}

// mayAttribute reports whether a word of the lexicon is among the tokens
// [first, end).
func (a *analysis) mayAttribute(first, end int) bool {
	for k := first; k < end; k++ {
		if a.words[k].entry != nil && a.words[k].entry != &colonEntry {
			return true
		}
	}
	return false
}

// addInside adds the tokens [first, end), which stand inside a quotation, with the
// parts of the sentences they stand in, from sentence on. It returns the last of
// these.
func (a *analysis) addInside(first, end, sentence int) int {
	in, sents := &a.inside, a.d.Sentences
	for sents[sentence].EndToken <= first {
		sentence++
	}
	// Two apart, so that no quotation goes on in the next.
	paragraph := 2 * len(in.sents)
	for lo := first; lo < end; {
		if sents[sentence].EndToken <= lo {
			sentence++
		}
		hi := a.sentenceEnd(lo, min(end, sents[sentence].EndToken))
		in.sents = append(in.sents, whosaid.Sentence{
			Span: whosaid.Span{Start: a.d.Tokens[lo].Start, End: a.d.Tokens[hi-1].End},
			Kind: whosaid.SentenceProse, Paragraph: paragraph,
			FirstToken: len(in.tokens), EndToken: len(in.tokens) + hi - lo,
		})
		in.tokens = append(in.tokens, a.d.Tokens[lo:hi]...)
		lo = hi
	}
	return sentence
}

// sentenceEnd is where the sentence that begins with token lo ends, before end:
// a quotation of several, which the words around it make part of one, is cut at
// the stops inside it.
func (a *analysis) sentenceEnd(lo, end int) int {
	for k := lo + 1; k < end; k++ {
		if a.words[k-1].tag == tagStop && (a.words[k].shape == shapeTitle || a.words[k].shape == shapeUpper) {
			return k
		}
	}
	return end
}

// readInside returns what is said inside the contents of frames and the other
// quotations of a. What is only thought there, most often by the speaker, is part
// of what the speaker says, and so is what has no verb: "progress in finding common
// ground".
func (x *Reader) readInside(ctx context.Context, a *analysis, frames []Frame) []Frame {
	d := a.interior(frames)
	if d == nil {
		return nil
	}
	in := scratch.Get().(*analysis)
	defer in.release()
	in.analyse(d, x)
	in.judge(x.model)
	found := x.giveLoose(ctx, in, in.settleFrames(x.readCues(ctx, in)))
	out := found[:0]
	for _, f := range found {
		known := slices.ContainsFunc(frames, func(g Frame) bool { return g.Cue == f.Cue })
		if !known && f.Class.Speech() && slices.ContainsFunc(f.Content, in.hasVerb) {
			f.Nested = true
			out = append(out, f)
		}
	}
	return out
}

// hasVerb reports whether a word of p is a verb, or p is a quotation.
func (a *analysis) hasVerb(p Piece) bool {
	for k := p.first; k < p.end; k++ {
		if !a.plain(k) || a.head(k).tag.verb() || a.head(k).tag == tagMD {
			return true
		}
	}
	return false
}
