package coref

import (
	"slices"

	"github.com/whosaid/whosaid"
)

// plead notes who is said to plead for a side in court: "Defending, Bo Day said",
// "Ann Lee, prosecuting, said".
func (w *walk) plead() {
	for _, m := range w.names {
		if w.ents[m.Entity].Kind != whosaid.EntityPerson {
			continue
		}
		before := m.First > 1 && w.word(m.First-1) == "," && w.is(m.First-2, isPleading)
		behind := m.End+1 < len(w.d.Tokens) && w.word(m.End) == "," && w.is(m.End+1, isPleading)
		if before || behind {
			w.all[m.Entity].sorts |= w.r.lex.nouns["lawyer"]
		}
	}
}

// courtroom takes out of the candidates who does not do such a thing in court: in "She told
// police that he had a gun" a lawyer, a judge or an officer; in "Sentencing, the judge told
// him" a lawyer, if it can be another; nor a lawyer who has just said "his client".
func (w *walk) courtroom(a *anaphor) {
	if w.speaksForClient(a) && len(w.cands) > 1 {
		if lawyer := w.lawyerHere(); lawyer >= 0 {
			w.cands = slices.DeleteFunc(w.cands, func(c candidate) bool {
				return c.ent == lawyer || w.all[c.ent].sorts&w.r.lex.nouns["judge"] != 0
			})
		}
		return
	}
	nouns := w.r.lex.nouns
	barred := nouns["lawyer"] | nouns["officer"]
	switch {
	case w.tellsPolice(a):
		barred |= nouns["judge"]
	case !w.judged(a):
		return
	}
	is := func(c candidate) bool { return w.all[c.ent].sorts&barred != 0 }
	for _, c := range w.cands {
		if !is(c) {
			w.cands = slices.DeleteFunc(w.cands, is)
			return
		}
	}
}

// speaksForClient reports whether the lawyer of whom this sentence tells has spoken of a client
// in it before a, which is not whose client that is: "Lee urged the court to grant his client
// bail, noting that he was ill".
func (w *walk) speaksForClient(a *anaphor) bool {
	const farthest = 20
	if a.class > Reflexive || w.quote != 0 || w.hasClient(a) {
		return false
	}
	for i := a.first - 1; i > max(a.sentence.FirstToken, a.first-farthest); i-- {
		if w.is(i, isClient) && w.d.Tokens[i-1].Tag == "PRP$" {
			return true
		}
	}
	return false
}

// hasClient reports whether a is "her" of "her client".
func (w *walk) hasClient(a *anaphor) bool {
	return a.class == Possessive && a.end < a.sentence.EndToken && w.is(a.end, isClient)
}

// isLawyer reports whether a participant speaks for others.
func (w *walk) isLawyer(ent int32) bool {
	return ent >= 0 && (w.all[ent].advocate || w.all[ent].sorts&w.r.lex.nouns["lawyer"] != 0)
}

// lawyerHere is the lawyer who is the subject of this sentence, or -1.
func (w *walk) lawyerHere() int32 {
	for k := len(w.history) - 1; k >= 0 && len(w.history)-k <= maxMentions && w.history[k].sent == w.sent; k-- {
		if m := &w.history[k]; m.part == subject && w.isLawyer(m.ent) {
			return m.ent
		}
	}
	return -1
}

// tellsPolice reports whether a is the subject of a verb of saying with the police for
// its object.
func (w *walk) tellsPolice(a *anaphor) bool {
	if a.class != Subject || !a.says {
		return false
	}
	i := w.verbAfter(a.end, a.sentence) + 1
	if i > 0 && i < a.sentence.EndToken && (w.d.Tokens[i].Tag == "DT" || w.d.Tokens[i].Tag == "PRP$") {
		i++
	}
	if i <= 0 || i >= a.sentence.EndToken {
		return false
	}
	_, s := w.r.lex.singular(w.low(i))
	return s&(w.r.lex.nouns["officer"]|w.r.lex.nouns["police"]) != 0
}

// judged reports whether a is the object of what a judge says who passes sentence.
func (w *walk) judged(a *anaphor) bool {
	if a.class != Object || !w.is(a.sentence.FirstToken, isSentencing) {
		return false
	}
	for k := len(w.history) - 1; k >= 0 && len(w.history)-k <= maxMentions && w.history[k].sent == w.sent; k-- {
		m := &w.history[k]
		if m.says && w.all[m.ent].sorts&w.r.lex.nouns["judge"] != 0 && w.verbAfter(int(m.end), a.sentence) == a.first-1 {
			return true
		}
	}
	return false
}

// represented returns the candidate whom the lawyer who speaks has called the client in this
// sentence, or in the one before a quotation, or -1: "Lee said his client had hidden it for a
// man whom he owed money". Whose client it is, in "Mackie's lawyer said her client", is the
// lawyer.
func (w *walk) represented(a *anaphor) int {
	if a.class > Reflexive {
		return -1
	}
	lawyer, since := w.teller, w.sent-1
	if w.quote == 0 {
		lawyer, since = w.lawyerHere(), w.sent
	}
	if !w.isLawyer(lawyer) {
		return -1
	}
	if w.quote == 0 && w.hasClient(a) {
		return w.place(lawyer)
	}
	for k := len(w.history) - 1; k >= 0 && len(w.history)-k <= maxMentions && w.history[k].sent >= since; k-- {
		if m := &w.history[k]; m.part == subject && m.form == nominal && w.all[m.ent].owner == lawyer {
			return w.place(m.ent)
		}
	}
	return -1
}
