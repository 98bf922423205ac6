package coref

import "github.com/whosaid/whosaid/internal/syntax"

// clauseFeatures are those of what an anaphor and the last mention of a candidate
// are in their clauses, and in one sentence of how these stand to one another.
func (w *walk) clauseFeatures(a *anaphor, m *mention, near int, out []uint16) []uint16 {
	mine, other := w.tree.TopOf(a.first, a.core), w.tree.TopOf(int(m.first), int(m.end))
	here, there := int(w.tree.ArgumentOf(mine)), int(w.tree.ArgumentOf(other))
	clause := w.tree.ClauseOf(other)
	out = append(out,
		feature(tArgument, (there*3+near)*int(syntax.NumClauseKinds)+int(w.tree.KindOf(clause))),
		feature(tArguments, here*int(syntax.NumArguments)+there),
	)
	if m.sent != w.sent {
		return out
	}
	link := int(w.tree.LinkOf(w.tree.ClauseOf(mine), clause)) * int(syntax.NumArguments)
	return append(out, feature(tLink, link+here), feature(tLinked, link+there))
}
