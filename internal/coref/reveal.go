package coref

import "github.com/whosaid/whosaid"

// reveal gives all that was said of somebody without a name to the one whose name the text
// tells now: "A deputy was shot. Police identified the deputy as Ann Lee."
func (w *walk) reveal(p *phrase, ent int32, s *whosaid.Sentence) {
	if w.example != nil {
		return
	}
	a := &anaphor{phrase: *p, class: classOf(p), sentence: s}
	if !w.prepare(a) || len(w.cands) == 0 {
		return
	}
	best, _ := w.rank(a)
	if best < 0 {
		return
	}
	old := w.cands[best].ent
	if q := &w.all[old]; q.entity == nil && q.members == nil && (q.gender == 0 || w.all[ent].agrees(q.gender)) {
		w.rename(old, ent)
	}
}

// rename makes the latest mentions of a participant those of another.
func (w *walk) rename(old, ent int32) {
	const most = 4 * maxMentions // more are left as they are, so that the work stays linear
	for k := len(w.links) - 1; k >= 0 && len(w.links)-k <= most; k-- {
		if w.links[k].Entity == int(old) {
			w.links[k].Entity = int(ent)
		}
	}
	p, q := &w.all[ent], &w.all[old]
	for k := len(w.history) - 1; k >= 0 && len(w.history)-k <= most; k-- {
		if w.history[k].ent == old {
			w.history[k].ent = ent
		}
	}
	p.last, p.plain, p.subjectAt = max(p.last, q.last), max(p.plain, q.plain), max(p.subjectAt, q.subjectAt)
	p.count += q.count
	p.speaks = p.speaks || q.speaks
	p.headline = p.headline && q.headline
	if p.gender == 0 {
		p.gender, p.sure = q.gender, q.sure
	}
	for _, n := range q.nouns {
		w.called(p, n, q.sorts)
	}
	q.last, q.plain, q.subjectAt, q.count = -1, -1, 0, 0
	for _, at := range []*int32{&w.speaker, &w.teller, &w.told, &w.intro, &w.opener[0], &w.lead, &w.top} {
		if *at == old {
			*at = ent
		}
	}
}
