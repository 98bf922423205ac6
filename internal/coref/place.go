package coref

import (
	"math/bits"
	"strings"
)

// distanceFeatures are those of where the candidate was mentioned last.
func (w *walk) distanceFeatures(a *anaphor, c *candidate, group int, out []uint16) []uint16 {
	m := &w.history[c.last]
	far := int(min(w.sent-m.sent, 5))
	near := min(far, 2)
	longest := min(bits.Len32(uint32(w.sent-m.sent)), 5)
	lately := int(min(w.all[c.ent].lately, mostLately))
	out = append(out,
		feature(tDistance, far+8*bit(a.form() == nominal)*bit(far == 5)*longest),
		feature(tForm, int(m.form)*6+far+24*bit(group == 1)+48*bit(group >= 3)),
		feature(tRecency, min(int(c.others), 5)*3+near),
		feature(tPart, int(m.part)*3+near),
		feature(tParallel, bit(samePart(a, m))*3+near),
		feature(tQuote, 4*bit(w.quote != 0)+2*bit(m.quote != 0)+bit(m.quote == w.quote)+8*bit(m.says && far == 0)),
		feature(tParagraph, 3*min(a.sentence.Paragraph-int(m.para), 2)+min(lately, 2)),
		feature(tLately, lately),
	)
	out = w.clauseFeatures(a, m, near, out)
	if far > 0 {
		return out
	}
	return w.sentenceFeatures(a, m, out)
}

// sentenceFeatures are those of a candidate whom the sentence of the anaphor
// mentioned before it.
func (w *walk) sentenceFeatures(a *anaphor, m *mention, out []uint16) []uint16 {
	end, here := int(m.end), int(m.part)
	apart := a.first - end
	return append(out,
		feature(tAdjacent, min(max(apart, 0)/2, 8)),
		feature(tBefore, w.beforeTag(a)*16+8*bit(apart <= 1)+here),
		feature(tPath, w.path(end, a.first)*3+partGroup(m.part)),
	)
}

// partGroup separates subjects, objects and others.
func partGroup(p part) int {
	switch p {
	case subject:
		return 0
	case object, after:
		return 1
	}
	return 2
}

// path sorts what stands between a mention and an anaphor in one sentence: commas,
// "and", an infinitive, verbs.
func (w *walk) path(i, end int) int {
	const far = 40
	comma, joined, infinitive, verbs := 0, 0, 0, 0
	if end-i > far {
		return 32
	}
	for ; i < end; i++ {
		switch w.d.Tokens[i].Tag {
		case ",":
			comma = 1
		case "CC":
			joined = 1
		case "TO":
			infinitive = bit(i+1 < end && w.d.Tokens[i+1].Tag == "VB")
		}
		verbs += bit(w.verb(i))
	}
	return comma + 2*joined + 4*infinitive + 8*min(verbs, 3)
}

// beforeTag sorts the token before an anaphor.
func (w *walk) beforeTag(a *anaphor) int {
	if a.first == 0 {
		return 0
	}
	switch tag := w.d.Tokens[a.first-1].Tag; {
	case tag == "CC":
		return 1
	case tag == ",":
		return 2
	case w.is(a.first-1, isClause):
		return 3
	case tag == "IN" || tag == "TO":
		return 4
	case strings.HasPrefix(tag, "VB"):
		return 5
	}
	return 6
}

// samePart reports whether an anaphor and a mention are both subjects, both
// objects, both owners.
func samePart(a *anaphor, m *mention) bool {
	switch a.class {
	case Subject:
		return m.part == subject
	case Object:
		return m.part == object || m.part == after
	case Possessive, Its, Their:
		return m.part == owner
	}
	return a.part == m.part
}

// ahead sorts "In his speech, Lee said" and what looks like it.
func (w *walk) ahead(a *anaphor, c *candidate) int {
	m := w.names[w.at[c.ahead]-1]
	p, _ := w.grammar(m.First, m.End, a.sentence)
	place := 4*bit(p == subject) + 2*bit(w.behindComma(m.First, a.sentence))
	return place + 8*bit(w.opens(a.sentence)) + bit(w.someoneHere()) + 16*bit(c.last < 0)
}
