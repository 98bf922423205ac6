package attrib

import (
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
}

// interior lays out what stands inside the quotations of a that have a possible
// cue, each a paragraph of its own. It returns nil if there is none.
func (a *analysis) interior() *whosaid.Document {
	in := &a.inside
	in.tokens, in.sents = in.tokens[:0], in.sents[:0]
	sentence := 0
	for _, u := range a.units {
		if u.quote < 0 {
			continue
		}
		first, end := a.d.TokensIn(a.quotes[u.quote].inner)
		first, end = max(first, int(u.first)), min(end, int(u.end))
		if end-first < leastInside || !a.mayAttribute(first, end) {
			continue
		}
		sentence = a.addInside(first, end, sentence)
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

// readInside returns what is said inside the quotations of a. What is only thought
// there, most often by the speaker, is part of what the speaker says, and so is
// what has no verb: "progress in finding common ground".
func (x *Reader) readInside(ctx context.Context, a *analysis) []Frame {
	d := a.interior()
	if d == nil {
		return nil
	}
	in := scratch.Get().(*analysis)
	defer in.release()
	in.analyse(d, x)
	in.judge(x.model)
	frames := x.giveLoose(ctx, in, in.settleFrames(x.readCues(ctx, in)))
	out := frames[:0]
	for _, f := range frames {
		if f.Class.Speech() && slices.ContainsFunc(f.Content, in.hasVerb) {
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
