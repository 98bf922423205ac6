package whosaid

import (
	"strings"
	"unicode"
)

// Words returns the text of the spans as one line to read, such as that of
// the pieces of a quote: d.Words(q.Content...). Spans are taken in the order
// given. Between two of them stands
//
//   - " … " where the text has a letter or a digit between them, or where the
//     second begins before the first ends: words are left out there;
//   - nothing where they touch;
//   - one space otherwise, as between two paragraphs of a quotation.
//
// White space, line breaks included, becomes single spaces; the rest is
// given byte for byte. Spans that are empty or outside the text are skipped,
// so that no spans, or zero ones, give "". Offsets into the result mean
// nothing in Text.
func (d *Document) Words(spans ...Span) string {
	var b strings.Builder
	end := 0
	for _, s := range spans {
		words := d.Slice(s)
		if strings.TrimSpace(words) == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(d.between(end, s.Start))
		}
		b.WriteString(words)
		end = s.End
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// between is what stands for the text from one span's end to the next's start.
func (d *Document) between(end, start int) string {
	switch {
	case end == start:
		return ""
	case end > start || strings.ContainsFunc(d.Text[end:start], isWordRune):
		return " … "
	}
	return " "
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// Speakers returns the entities that q is attributed to: its Speaker, then its
// Others. There is none where the text names nobody, and for a nil quote. The
// entities are those of d, not copies.
func (d *Document) Speakers(q *Quote) []*Entity {
	if q == nil {
		return nil
	}
	return d.entities(q.Speaker, q.Others)
}

// Claimants returns the entities that put c forward: the entity of its
// Claimant, then, if that speaks the quote which c is part of, those who speak
// it too. There is none for the narrator, for a claimant without a name, and
// for a nil claim. The entities are those of d, not copies.
func (d *Document) Claimants(c *Claim) []*Entity {
	if c == nil {
		return nil
	}
	if q := d.Quote(c.Quote); q != nil && q.Speaker == c.Claimant.Entity && q.Speaker != 0 {
		return d.Speakers(q)
	}
	return d.entities(c.Claimant.Entity, nil)
}

func (d *Document) entities(first EntityID, others []EntityID) []*Entity {
	var list []*Entity
	if e := d.Entity(first); e != nil {
		list = append(list, e)
	}
	for _, id := range others {
		if e := d.Entity(id); e != nil {
			list = append(list, e)
		}
	}
	return list
}

// Who says who speaks q: the name of its speaker ("Ann Lee", "Ann Lee and Bob
// Day") or the description of one without a name ("a forklift driver"), or the
// words of its Source where that is no entity ("two officials"), or "" where it
// has neither, and for a nil quote.
func (d *Document) Who(q *Quote) string {
	if q == nil {
		return ""
	}
	return d.called(d.Speakers(q), q.Source)
}

// WhoClaims says who puts c forward, by name or else in the words of the text,
// as [Document.Who] does for quotes. It returns "" for the narrator, for a
// source that the text does not mention, and for a nil claim; Claimant.Kind
// distinguishes these.
func (d *Document) WhoClaims(c *Claim) string {
	if c == nil {
		return ""
	}
	return d.called(d.Claimants(c), c.Claimant.Source)
}

// called joins names as a sentence does: "A", "A and B", "A, B and C".
func (d *Document) called(list []*Entity, source Span) string {
	if len(list) == 0 {
		return d.Words(source)
	}
	names := make([]string, len(list))
	for i, e := range list {
		names[i] = e.Called()
	}
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
