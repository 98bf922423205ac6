package verify

import (
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid"
)

// stand says what a passage tells of a statement.
func (c *checker) stand(it item, words []meant, r *reading) (Verdict, string) {
	d := c.sources[r.source].Document
	spans := []whosaid.Span{r.at}
	if r.quote != nil {
		spans = r.quote.Content
	}
	var there []meant
	for _, s := range spans {
		there = append(there, c.meanings(d.Text, s)...)
	}
	if reason := c.numbers(words, there, d.Text); reason != "" {
		return Altered, reason
	}
	if reason := c.opposites(words, there); reason != "" {
		return Denied, reason
	}
	document := it.quote.SourceType == whosaid.SourceDocument // "the article says"
	if verdict, reason := c.speaks(it, r); verdict != Faithful && !document {
		return verdict, reason
	}
	if reason := c.unsaid(it, r); reason != "" {
		return NotChecked, reason
	}
	if w := onlyHedged(words, there); w != "" {
		return NotChecked, strconv.Quote(w) + " is hoped, or only possible, in the source"
	}
	if w := c.missing(it, words, r); w != "" {
		return NotChecked, "the passage does not have " + strconv.Quote(w)
	}
	reason, unsure := c.opposed(it, r, words, there)
	switch {
	case reason != "" && unsure:
		return NotChecked, "one of them is negated, and the other may be so in other words"
	case reason != "":
		return Denied, reason
	case document:
		return Faithful, ""
	}
	if c.compare(it, r) == open {
		return NotChecked, "the source does not make clear whether the speaker is the same: " + c.speaker(c.sources[r.source], r.quote)
	}
	return Faithful, ""
}

// compare compares the speaker of a statement with that of a passage.
func (c *checker) compare(it item, r *reading) sameness {
	return c.who.compare(party{0, c.answer, it.quote}, party{r.source + 1, c.sources[r.source].Document, r.quote})
}

// unsaid says why a passage is no report of what was said: somebody hopes or may say
// it there.
func (c *checker) unsaid(it item, r *reading) string {
	if r.quote == nil || !it.quote.CueClass.Speech() || it.quote.Modality != "" {
		return ""
	}
	if r.quote.CueClass.Speech() && (r.quote.Modality == "" || r.quote.Modality == whosaid.ModalityHearsay) {
		return ""
	}
	return "in the source it is not said, but thought, wanted or only possible" + cueOf(c.sources[r.source], r.quote)
}

// onlyHedged is the first word that a passage hedges wherever it has it, and the
// statement, which hedges nothing, does not.
func onlyHedged(words, there []meant) string {
	if slices.ContainsFunc(words, func(w meant) bool { return w.hedged }) {
		return ""
	}
	for _, w := range words {
		found, hedged := false, true
		for _, m := range there {
			if m.stem == w.stem {
				found, hedged = true, hedged && m.hedged
			}
		}
		if found && hedged {
			return w.form
		}
	}
	return ""
}

// missing is the first name or number of a statement that the sentence of a passage
// and its neighbours do not have.
func (c *checker) missing(it item, words []meant, r *reading) string {
	d := c.sources[r.source].Document
	near := d.Sentences[max(0, r.sentence-aroundPassage)].Start
	far := d.Sentences[min(len(d.Sentences)-1, r.sentence+aroundPassage)].End
	there := c.meanings(d.Text, whosaid.Span{Start: near, End: far})
	for i, w := range words {
		first, _ := utf8.DecodeRuneInString(c.answer.Text[w.start:])
		named := i > 0 && unicode.IsUpper(first)
		if (named || isNumber(w.stem)) && !has(there, w.stem) {
			return flat(c.answer.Text[w.start:w.end])
		}
	}
	return ""
}

// aroundPassage is how many sentences before and behind a passage may say what it
// means by "it" and "there".
const aroundPassage = 3

// speaks says whether somebody else speaks in a passage, or nobody; Faithful if
// neither is known.
func (c *checker) speaks(it item, r *reading) (Verdict, string) {
	switch {
	case c.compare(it, r) == other:
		return OtherSpeaker, c.speakerReason(it, c.sources[r.source], r.quote)
	case r.quote == nil:
		return NotChecked, "the source says so itself, or of somebody who was not recognized"
	}
	return Faithful, ""
}

// numbers compares the numbers of things that are counted in both, and days and
// months: "200 people" are not "300 people", and June is not July.
func (c *checker) numbers(words, there []meant, text string) string {
	for i, w := range words {
		if has(there, w.stem) {
			continue
		}
		calendar := c.lex.classes[w.form]&wCalendar != 0
		for k, m := range there {
			switch {
			case calendar && c.lex.classes[m.form]&wCalendar != 0 && !has(words, m.stem) && beside(words, there, i, k):
				return "the source has " + text[m.start:m.end] + ", not " + c.answer.Text[w.start:w.end]
			case isNumber(w.stem) && isNumber(m.stem) && counted(words, i) != "" && counted(words, i) == counted(there, k):
				return "the source has " + m.form + " " + there[k+1].form + ", not " + w.form
			}
		}
	}
	return ""
}

// counted is what number i of a list counts, by its stem: the word behind it, if that
// is no number and neither is the word before.
func counted(list []meant, i int) string {
	if i+1 == len(list) || isNumber(list[i+1].stem) || i > 0 && isNumber(list[i-1].stem) {
		return ""
	}
	return list[i+1].stem
}

// beside reports whether the word before i or behind it is also before k or behind
// it.
func beside(words, there []meant, i, k int) bool {
	return i > 0 && k > 0 && words[i-1].stem == there[k-1].stem ||
		i+1 < len(words) && k+1 < len(there) && words[i+1].stem == there[k+1].stem
}

func has(list []meant, stem string) bool {
	return slices.ContainsFunc(list, func(m meant) bool { return m.stem == stem })
}

// opposed says why a statement and a passage cannot both be so: one of them is
// denied or negated once more than the other. It counts the negations of words that
// both have. It is unsure where a word that only one of them has may negate too.
func (c *checker) opposed(it item, r *reading, words, there []meant) (reason string, unsure bool) {
	ours, theirs := denies(it.quote), denies(r.quote)
	if ours != theirs {
		reason = "the source has it as denied, or not said" + cueOf(c.sources[r.source], r.quote)
		if ours {
			reason = "the source does not have it as denied" + cueOf(c.sources[r.source], r.quote)
		}
	}
	for _, w := range words {
		found, negated, vague := false, true, false
		for _, m := range there {
			if m.stem == w.stem {
				found, negated, vague = true, negated && m.negated, vague || m.unsure
			}
		}
		if !found {
			continue
		}
		unsure = unsure || vague != w.unsure
		if negated != w.negated && reason == "" {
			reason = strconv.Quote(w.form) + " is negated in one of them"
		}
		ours, theirs = ours != w.negated, theirs != negated
	}
	if ours == theirs {
		return "", unsure
	}
	return reason, unsure
}

// opposites says of which word the passage has the opposite, and not the word
// itself.
func (c *checker) opposites(words, there []meant) string {
	for _, w := range words {
		if has(there, w.stem) {
			continue
		}
		for _, m := range there[:min(len(there), maxMeant)] {
			if c.lex.opposite(w.form, m.form) && !has(words, m.stem) && w.negated == m.negated && !w.unsure && !m.unsure {
				return strconv.Quote(w.form) + " is the opposite of " + strconv.Quote(m.form)
			}
		}
	}
	return ""
}
