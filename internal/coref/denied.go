package coref

// deniedWithin is how many sentences back somebody is looked for whom a pronoun
// would mean.
const deniedWithin = 2

// deny notes whom a pronoun would mean but for other pronouns before it, where it
// stays open or means somebody without a name far back. Those others may as well
// mean somebody else whose gender is certain: in "Lee met a boy. He left. She
// stayed." Lee is not he. The second walk knows better.
func (w *walk) deny(a *anaphor) {
	if a.class > Reflexive || w.quote != 0 || len(w.cands) > 0 && !w.farBack(&w.cands[0]) {
		return
	}
	whom := int32(-1)
	for k := len(w.history) - 1; k >= 0 && len(w.history)-k <= maxMentions && w.sent-w.history[k].sent <= deniedWithin; k-- {
		ent := w.history[k].ent
		p := &w.all[ent]
		switch {
		case ent == whom || !p.person() || p.entity == nil || p.sure || p.agrees(a.gender):
		case whom >= 0 || p.doubtful < p.he+p.she:
			return // nobody can tell who it is
		default:
			whom = ent
		}
	}
	if whom >= 0 {
		w.all[whom].denied = a.gender
	}
}

// farBack reports whether a candidate was mentioned last before the sentences
// where somebody is looked for whom a pronoun would mean.
func (w *walk) farBack(c *candidate) bool {
	return c.last >= 0 && w.sent-w.history[c.last].sent > deniedWithin
}
