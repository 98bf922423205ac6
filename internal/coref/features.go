package coref

import (
	"math/bits"
	"slices"

	"github.com/whosaid/whosaid"
)

// group separates people and bodies, with and without a name.
func (p *participant) group() int {
	named := p.entity != nil
	switch p.kind {
	case whosaid.EntityPerson:
		switch {
		case named:
			return 0
		case p.members != nil:
			return 2
		}
		return 1
	case whosaid.EntityOrganization:
		return 3 + bit(!named)
	case whosaid.EntityPlace:
		return 5
	case whosaid.EntityGroup:
		return 6
	default:
		return 7
	}
}

// features gives those of one candidate.
func (w *walk) features(a *anaphor, i int, out []uint16) []uint16 {
	c := &w.cands[i]
	p := &w.all[c.ent]
	group := p.group()
	out = append(out,
		feature(tPrevious, w.previous(a, c)),
		feature(tOpener, 2*bit(w.wasSubject(c.ent))+bit(a.first <= a.sentence.FirstToken+1)),
		feature(tSays, 4*bit(a.says)+2*bit(c.ent == w.speaker)+bit(w.quote != 0)+8*bit(p.kind != whosaid.EntityPerson)),
		feature(tRival, w.rival(c)),
		feature(tKind, group*3+int(p.number)),
		feature(tCount, group*8+bits.Len32(uint32(min(p.count, 60)))),
		feature(tIntro, int(p.det)*8+4*bit(p.count == 1)+2*bit(p.headline)+bit(p.quoted())),
		feature(tTeller, w.speaks(c)),
		feature(tTop, w.prominent(c)),
		feature(tSubjects, bits.OnesCount8(uint8(p.subjects&7))*4+min(int(p.count), 3)),
	)
	if a.form() == nominal {
		out = w.nounFeatures(a, c, p, out)
	} else if a.gender != 0 {
		out = append(out, feature(tGender, w.gender(a, p)), feature(tLikely, group*16+w.gender(a, p)), feature(tAlone, 16+w.certain(a, c)))
	}
	if c.ahead > 0 {
		out = append(out, feature(tAhead, w.ahead(a, c)))
	}
	if c.last < 0 {
		return append(out, feature(tDistance, 31))
	}
	return w.distanceFeatures(a, c, group, out)
}

// nounFeatures are those of noun phrases.
func (w *walk) nounFeatures(a *anaphor, c *candidate, p *participant, out []uint16) []uint16 {
	like, group := int(c.like), p.group()
	same, other := 0, 0
	for k, word := range w.adjuncts {
		tag := w.d.Tokens[a.first+k].Tag
		switch {
		case slices.Contains(p.mods, word):
			same++
		case isAge(word), tag == "DT", tag == "PRP$", tag == "POS": // tell nobody apart
		default:
			other++
		}
	}
	whose := 0
	switch {
	case a.owner >= 0 && p.owner == a.owner:
		whose = 1
	case a.owner >= 0 && p.owner >= 0:
		whose = 2
	case a.owner >= 0:
		whose = 3 + bit(w.roleOf(p, a.owner))
	case p.owner >= 0:
		whose = 5
	}
	between := bit(w.rivalNoun(c))
	return append(out,
		feature(tMatch, like*16+group*2+between),
		feature(tSort, 40+min(like, 4)+5*min(sortNumber(a.sorts)/3, 16)),
		feature(tOwner, whose*12+2*like+bit(a.sorts&kin != 0)),
		feature(tWords, 60+min(same, 2)*12+min(other, 2)*4+bit(len(p.mods) > 0)*2+bit(like == int(equal))),
		feature(tRest, int(a.det)*16+like*3+min(group, 2)),
		feature(tLikely, 2*min(int(c.others), 3)+bit(like >= int(akin))+8*min(int(w.sent-p.since)/4, 3)),
	)
}

// roleOf reports whether a role of p belongs to somebody: "Orbit's chairman".
func (w *walk) roleOf(p *participant, owner int32) bool {
	if p.entity == nil || int(owner) >= len(w.ents) {
		return false
	}
	return slices.ContainsFunc(p.entity.Roles, func(ro Role) bool {
		return ro.Org >= 0 && w.ents[ro.Org].Home == w.ents[owner].Home
	})
}

// gender encodes how what the text says of a candidate agrees with the pronoun.
func (w *walk) gender(a *anaphor, p *participant) int {
	same, opposite := p.he, p.she
	if a.gender == Female {
		same, opposite = opposite, same
	}
	switch {
	case p.gender != 0 && p.sure:
		return 0
	case p.gender != 0:
		return 1
	case same == 0 && opposite == 0:
		return 2
	case opposite == 0:
		return 3 + int(min(same, 4))
	case same > opposite:
		return 8
	case same == opposite:
		return 9
	}
	return 9 + int(min(opposite-same, 4))
}
