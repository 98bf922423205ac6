package attrib

import "github.com/whosaid/whosaid"

// calls reports whether the cue of f says what somebody calls something: "called it",
// not "called for", which is listed with the verbs of ordering.
func (a *analysis) calls(f *frameContext) bool {
	if f.c.entry.hash == hashCall {
		return f.c.unit+1 < f.w.end && !a.tagged(f.c.unit+1, prepositions)
	}
	return f.c.entry.class == whosaid.CueCall
}

// calledPart keeps of "called the plan “a disgrace”" what is in marks, without the
// verb of the narrator that may follow.
func (a *analysis) calledPart(f *frameContext, p *Piece) {
	if !a.calls(f) || p.first < f.c.unit {
		return
	}
	for k := p.first; k < p.end; k++ {
		switch {
		case !a.plain(k):
			if k+1 == p.end || a.tagged(k+1, finites) {
				*p = a.pieceOf(k, k+1)
			}
			return
		case a.head(k).tag.finite():
			return
		}
	}
}

// setCalled makes words in marks behind "called" what somebody calls something.
func (a *analysis) setCalled(f *frameContext, r *Frame) {
	if f.c.entry.hash == hashCall && a.calls(f) && r.Content[0].Form != whosaid.QuoteIndirect {
		r.Class = whosaid.CueCall
	}
}
