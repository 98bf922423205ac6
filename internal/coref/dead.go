package coref

import (
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/syntax"
)

// buried notes if a mention with this seat says that somebody is dead: "Lee died",
// "a flood killed Lee", "Lee's body", "the funeral of Lee".
func (w *walk) buried(ent int32, at seat) {
	p := &w.all[ent]
	if p.dead || p.kind != whosaid.EntityPerson || p.number != One {
		return
	}
	switch at.argument {
	case syntax.Subject:
		p.dead = w.happened(int(at.clause), isDying)
	case syntax.PassiveSubject, syntax.Object:
		p.dead = w.happened(int(at.clause), isKilling)
	case syntax.Possessor, syntax.OfNoun:
		h := w.tree.Head(int(at.top))
		p.dead = h >= 0 && w.is(h, isCorpse)
	}
}

// happened reports whether the verb at token i is one of a class and tells of what
// has happened: not "could have died", "did not kill".
func (w *walk) happened(i int, class flags) bool {
	if !w.is(i, class) {
		return false
	}
	v, _ := w.tree.VerbOf(i)
	return !v.Negated && v.Modal < 0 && v.Tense != syntax.Future
}

// silenced reports whether a cannot mean a participant because the dead say
// nothing: in "Lee died in the fire. He said the alarm had failed." Lee is not he.
// What somebody had said before is another matter.
// Nor do they do anything now: "She's been giving out to me all morning".
func (w *walk) silenced(a *anaphor, ent int32) bool {
	if a.class != Subject || !w.all[ent].dead {
		return false
	}
	v, ok := w.tree.VerbOf(int(a.seat.clause))
	if ok && v.Perfect && v.Going && v.Tense == syntax.Present && v.Modal < 0 {
		return true
	}
	return ok && a.says && !v.Perfect && !w.toldOf(ent)
}

// toldOf reports whether this sentence or the one before tells what somebody did who is dead,
// so that it may go on with what was said: "Lee kept a shop. He told friends it was dull."
func (w *walk) toldOf(ent int32) bool {
	for k := len(w.history) - 1; k >= 0 && len(w.history)-k <= maxMentions && w.sent-w.history[k].sent <= 1; k-- {
		m := &w.history[k]
		did := m.ent == ent && m.form == name && m.part == subject && m.seat.argument == syntax.Subject
		if did && w.tree.KindOf(int(m.seat.clause)) != syntax.OtherClause && !w.happened(int(m.seat.clause), isDying) {
			return true
		}
	}
	return false
}
