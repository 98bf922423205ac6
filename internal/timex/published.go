package timex

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/whosaid/whosaid"
)

const (
	// publishedSentences is how many sentences at the beginning of a text, and
	// publishedTokens how many tokens of each, may say when it was published:
	// headline, byline, dateline and what stands between them.
	publishedSentences = 12
	publishedTokens    = 64
	// tailSentences is how many at its end may.
	tailSentences = 3
)

// Published is the day of publication according to the text itself, at midnight
// in o.Zone or else UTC, and the words that give it; zero if none do. That is
// the full date of a dateline, a byline, or of a line of its own such as
// "Posted: 3 March 2026", at the beginning of the text or else at its end. Of
// several the first counts, but one that says when the text was updated only if
// there is no other. It needs Text, tagged Tokens and Sentences, and fails as
// Dates does.
func (g *Grammar) Published(ctx context.Context, d *whosaid.Document, names []whosaid.Span, o Options) (time.Time, whosaid.Span, error) {
	zone := time.UTC
	if o.Zone != nil {
		zone = o.Zone
	}
	var updated whosaid.Date
	for i := range d.Sentences {
		if i >= publishedSentences && i < len(d.Sentences)-tailSentences {
			continue
		}
		dates, err := g.headDates(ctx, d, i, names, o)
		if err != nil {
			return time.Time{}, whosaid.Span{}, err
		}
		before := d.Sentences[i].Start
		for _, x := range dates {
			if !g.updates(d.Text[before:x.Start]) {
				return dayOf(x.Value, zone), x.Span, nil
			}
			if updated.Empty() {
				updated = x
			}
			before = x.End
		}
	}
	return dayOf(updated.Value, zone), updated.Span, nil
}

// headDates returns the full dates in sentence i that may say when a text was
// published.
func (g *Grammar) headDates(ctx context.Context, d *whosaid.Document, i int, names []whosaid.Span, o Options) ([]whosaid.Date, error) {
	s := d.Sentences[i]
	may := g.dateWhere(d, i)
	if may == nil {
		return nil, nil
	}
	tokens := d.Tokens[s.FirstToken:min(s.EndToken, s.FirstToken+publishedTokens)]
	s.FirstToken, s.EndToken = 0, len(tokens)
	first, _ := slices.BinarySearchFunc(names, s.Start, func(n whosaid.Span, start int) int { return n.End - start })
	one := whosaid.Document{Text: d.Text, Tokens: tokens, Sentences: []whosaid.Sentence{s}}
	dates, err := g.Dates(ctx, &one, names[first:], o)
	return slices.DeleteFunc(dates, func(x whosaid.Date) bool { return dayOf(x.Value, time.UTC).IsZero() || !may(x.Span) }), err
}

// dateWhere says which dates of sentence i may be that of publication; nil if
// none may.
func (g *Grammar) dateWhere(d *whosaid.Document, i int) func(whosaid.Span) bool {
	s := d.Sentences[i]
	switch {
	case s.Kind == whosaid.SentenceDateline, s.Kind == whosaid.SentenceByline, s.Kind == whosaid.SentenceNote:
		return func(whosaid.Span) bool { return true }
	case s.Kind == whosaid.SentenceHeadline && s.EndToken > s.FirstToken+2 && g.context[firstWord(d, &s)]&wByline != 0:
		// "By Ann Lee | March 3, 2026"
		return func(x whosaid.Span) bool { return x.End == s.End && x.Start > d.Tokens[s.FirstToken+1].Start }
	case s.Kind == whosaid.SentenceProse && i > 0 && d.Sentences[i-1].Kind == whosaid.SentenceDateline:
		// "BOISE, Idaho — April 14, 2026 — Vantage Foods today …", cut behind the place
		return func(x whosaid.Span) bool { return x.Start == s.Start }
	case s.Kind == whosaid.SentenceProse && !slices.ContainsFunc(d.Sentences[:i], isProse):
		// the same, where place and day begin the first sentence of prose
		return func(x whosaid.Span) bool {
			return !strings.ContainsFunc(firstLetters(d.Text[s.Start:x.Start]), unicode.IsLower) && dashed(d.Text[x.End:s.End])
		}
	}
	return nil
}

// firstWord is the first token of a sentence in lower case, if it is short.
func firstWord(d *whosaid.Document, s *whosaid.Sentence) string {
	word := d.Slice(d.Tokens[s.FirstToken].Span)
	return strings.ToLower(word[:min(len(word), maxWord)])
}

func isProse(s whosaid.Sentence) bool { return s.Kind == whosaid.SentenceProse }

// firstLetters is the first byte of each word of s.
func firstLetters(s string) string {
	var out []byte
	for w := range strings.FieldsSeq(s) {
		out = append(out, w[0])
	}
	return string(out)
}

// dashed reports whether s begins with a dash between spaces.
func dashed(s string) bool {
	word, _, ok := strings.Cut(strings.TrimLeft(s, " "), " ")
	return ok && slices.Contains([]string{"-", "--", "–", "—"}, word)
}

// updates reports whether the words before a date say that the text was updated
// then.
func (g *Grammar) updates(words string) bool {
	for w := range strings.FieldsFuncSeq(strings.ToLower(words), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if g.context[w]&wUpdated != 0 {
			return true
		}
	}
	return false
}

// dayOf is the beginning of the day of a value such as 2026-03-03 or
// 2026-03-03T14:30 in zone, zero if it has none.
func dayOf(value string, zone *time.Location) time.Time {
	day, clock, _ := strings.Cut(value, "T")
	t, err := time.ParseInLocation(time.DateOnly, day, zone)
	if err != nil || clock != "" && strings.Trim(clock, "0123456789:") != "" || t.Year() < 1 {
		return time.Time{}
	}
	return t
}
