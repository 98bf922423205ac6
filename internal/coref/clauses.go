package coref

import "github.com/whosaid/whosaid/internal/syntax"

// A seat is where a phrase stands in the tree: the token on which its others hang,
// what that is in its clause, and the predicate of the clause.
type seat struct {
	top, clause int32
	argument    syntax.Argument
}

// seat is that of the tokens [first, end).
func (w *walk) seat(first, end int) seat {
	top := w.tree.TopOf(first, end)
	return seat{top: int32(top), clause: int32(w.tree.ClauseOf(top)), argument: w.tree.ArgumentOf(top)}
}

// clauseFeatures are those of what an anaphor and the last mention of a candidate
// are in their clauses, and in one sentence of how these stand to one another.
func (w *walk) clauseFeatures(a *anaphor, m *mention, near int, out []uint16) []uint16 {
	here, there := int(a.seat.argument), int(m.seat.argument)
	out = append(out,
		feature(tArgument, (there*3+near)*int(syntax.NumClauseKinds)+int(w.tree.KindOf(int(m.seat.clause)))),
		feature(tArguments, here*int(syntax.NumArguments)+there),
	)
	if m.sent != w.sent {
		return out
	}
	link := int(w.tree.LinkOf(int(a.seat.clause), int(m.seat.clause))) * int(syntax.NumArguments)
	return append(out, feature(tLink, link+here), feature(tLinked, link+there))
}
