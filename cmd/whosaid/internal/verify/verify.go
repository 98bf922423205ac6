// Package verify checks what a text says that others said against the articles
// that it goes by: each quotation word by word, each indirect quote by its
// words of content, its speaker, and whether it is affirmed or denied.
package verify

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/align"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/corrections"
	"github.com/whosaid/whosaid/internal/attrib"
)

// A Verdict is what the sources say of a Finding.
type Verdict string

// The verdicts, the best first.
const (
	Verbatim     Verdict = "verbatim"     // the same words
	Faithful     Verdict = "faithful"     // the same in other words, of the same speaker
	NotChecked   Verdict = "notChecked"   // nothing decides it
	Unquoted     Verdict = "unquoted"     // the words are there, but nobody's own: they stand outside quotation marks
	Altered      Verdict = "altered"      // other words, or words of several places
	Denied       Verdict = "denied"       // reported as not said or not so, or the opposite is
	OtherSpeaker Verdict = "otherSpeaker" // of somebody else
	NotFound     Verdict = "notFound"
)

// Verdicts lists them.
func Verdicts() []Verdict {
	return []Verdict{Verbatim, Faithful, NotChecked, Unquoted, Altered, Denied, OtherSpeaker, NotFound}
}

// Wrong reports whether the verdict speaks against the answer.
func (v Verdict) Wrong() bool {
	return slices.Index(Verdicts(), v) > slices.Index(Verdicts(), NotChecked)
}

// A Finding is one quotation or attribution of the answer with its verdict.
type Finding struct {
	Verdict Verdict `json:"verdict"`
	Kind    Kind    `json:"kind"`
	Line    int     `json:"line"`   // in the answer, from 1
	Column  int     `json:"column"` // in characters, from 1
	Start   int     `json:"start"`  // in bytes of the answer
	End     int     `json:"end"`
	Words   string  `json:"words"`
	Speaker string  `json:"speaker,omitempty"` // as the answer has it
	Reason  string  `json:"reason,omitempty"`
	// Diff leads from the words of the source to those of the answer.
	Diff []Edit `json:"diff,omitempty"`
	// Places are where the sources have it, or what comes nearest.
	Places []Place `json:"places,omitempty"`
}

// A Kind says what is checked.
type Kind string

// The kinds.
const (
	Quotation Kind = "quotation" // words in quotation marks
	Statement Kind = "statement" // what somebody is said to have said
)

// An Edit is a stretch of words that is the same, gone or new in the answer.
type Edit struct {
	Op    align.Op `json:"op"`
	Words string   `json:"words"`
}

// A Place is a stretch of a source.
type Place struct {
	Source    string `json:"source"`
	Title     string `json:"title,omitempty"`
	URL       string `json:"url,omitempty"`
	Published string `json:"published,omitempty"`
	Sentence  string `json:"sentence"`
	Start     int    `json:"start"` // in bytes of the source's text
	End       int    `json:"end"`
	Words     string `json:"words"`
	Speaker   string `json:"speaker,omitempty"`
	Cue       string `json:"cue,omitempty"`
}

// A checker has what one answer is checked with.
type checker struct {
	*index
	who    *people
	answer *whosaid.Document
}

// Check judges all that the answer quotes, in the order of its text. The answer
// is a Document of Plain text. Corrections hold in it and in all sources, and change
// their documents, which must not be used by another Check at the same time.
func Check(ctx context.Context, answer *whosaid.Document, sources []*Source, fixes ...corrections.Correction) ([]Finding, error) {
	correct(answer, sources, fixes)
	x, err := newIndex(ctx, sources)
	if err != nil {
		return nil, err
	}
	who, err := newPeople(x, answer, fixes)
	if err != nil {
		return nil, err
	}
	c := &checker{x, who, answer}
	out := []Finding{}
	for _, it := range items(answer) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		f := c.check(it)
		f.Start, f.End, f.Kind = it.span.Start, it.span.End, it.kind
		f.Words, f.Speaker = answer.Words(it.content...), flat(answer.Who(it.quote))
		if it.quote != nil && it.quote.SourceType == whosaid.SourceDocument {
			f.Speaker = flat(answer.Slice(it.quote.Source))
		}
		out = append(out, f)
	}
	locate(answer.Text, out)
	return out, nil
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// An item is something to check.
type item struct {
	kind    Kind
	span    whosaid.Span
	content []whosaid.Span
	quote   *whosaid.Quote // whose it is, nil for a quotation of nobody
}

// items are the quotations of the answer, and its indirect quotes.
func items(d *whosaid.Document) []item {
	var out []item
	quotations := attrib.Quotations(d)
	for _, s := range quotations {
		if s = trim(d.Text, s); len(tokens(d.Text, s.Start, s.End)) > 0 {
			out = append(out, item{Quotation, s, []whosaid.Span{s}, quoteAt(d, s)})
		}
	}
	for i := range d.Quotes {
		q := &d.Quotes[i]
		if q.Parent != 0 || mostly(q.Content, quotations) {
			continue
		}
		kind := Statement
		if q.Form == whosaid.QuoteDirect { // a turn of a transcript
			kind = Quotation
		}
		out = append(out, item{kind, fromWord(d.Text, q.Span), q.Content, q})
	}
	slices.SortStableFunc(out, func(a, b item) int { return a.span.Start - b.span.Start })
	return out
}

// mostly reports whether most of the bytes of spans lie in others.
func mostly(spans, in []whosaid.Span) bool {
	n, all := 0, 0
	for _, s := range spans {
		i, _ := slices.BinarySearchFunc(in, s, func(q, t whosaid.Span) int { return q.End - t.Start })
		n += overlap(s, in[i:min(i+maxNear, len(in))])
		all += s.Len()
	}
	return 2*n > all
}

// fromWord leaves out what stands before the first word, such as the sign of a
// list.
func fromWord(text string, s whosaid.Span) whosaid.Span {
	if words := tokens(text, s.Start, s.End); len(words) > 0 {
		s.Start = words[0].start
	}
	return s
}

// trim leaves the white space around a span out.
func trim(text string, s whosaid.Span) whosaid.Span {
	words := strings.TrimSpace(text[s.Start:s.End])
	start := s.Start + strings.Index(text[s.Start:s.End], words)
	return whosaid.Span{Start: start, End: start + len(words)}
}

func (c *checker) check(it item) Finding {
	if it.kind == Statement {
		return c.statement(it)
	}
	return c.quotation(it)
}

// locate fills in lines and columns of findings in the order of the text.
func locate(text string, list []Finding) {
	line, lineStart, at := 1, 0, 0
	for i := range list {
		for ; at < list[i].Start; at++ {
			if text[at] == '\n' {
				line, lineStart = line+1, at+1
			}
		}
		list[i].Line, list[i].Column = line, utf8.RuneCountInString(text[lineStart:list[i].Start])+1
	}
}

// place describes a span of a source.
func (c *checker) place(source int, at whosaid.Span) Place {
	s := c.sources[source]
	d := s.Document
	p := Place{Source: s.Name, Title: flat(s.Title), URL: s.URL, Start: at.Start, End: at.End, Words: d.Words(at)}
	if !d.Published.IsZero() {
		p.Published = d.Published.Format("2006-01-02")
	}
	if i := d.SentenceAt(at.Start); i >= 0 {
		p.Sentence = d.Words(d.Sentences[i].Span)
	}
	if q := quoteAt(d, s.piece(at)); q != nil {
		p.Speaker, p.Cue = flat(d.Who(q)), flat(d.Slice(q.Cue))
	}
	return p
}
