package attrib

// phraseBefore returns the noun phrase that ends before unit end.
func (a *analysis) phraseBefore(end, lo int) run {
	u, noun := end, false
	for u > lo && end-u < phraseReach && a.inPhrase(u-1, lo, end) {
		w := a.head(u - 1)
		if a.isNominal(u - 1) {
			noun = noun || w.isNoun() || u == end && w.tag.in(loneHeads)
		}
		u--
	}
	return a.phrase(u, end, noun)
}

// inPhrase reports whether unit u can be part of a noun phrase that ends before
// unit end.
func (a *analysis) inPhrase(u, lo, end int) bool {
	w := a.head(u)
	switch {
	case !a.plain(u) || w.date && w.ent == entNone:
		return false
	case a.isNominal(u) || w.tag == tagBracket || w.low == hashAmp:
		return true
	case u+1 == end || u-1 < lo || !a.isNominal(u-1):
		return false
	}
	return a.joinsNouns(u) || w.tag == tagCC && w.low == hashAnd
}

// joinsNouns reports whether the word at u is a preposition that may join two
// nouns to one phrase.
func (a *analysis) joinsNouns(u int) bool {
	return a.head(u).tag == tagIN && a.lex.has(a.head(u).low, cPreposition)
}

// phrase trims [first, end) to begin with what a noun phrase may begin with, and
// returns it if it has a noun.
func (a *analysis) phrase(first, end int, noun bool) run {
	for first < end && a.head(first).tag.in(noPhraseStart) {
		first++
	}
	if !noun || first >= end {
		return run{}
	}
	return run{beginSource, first, end}
}

// phraseAfter returns the noun phrase that begins with unit first.
func (a *analysis) phraseAfter(first, hi int) run {
	u, noun := first, false
	for u < hi && u-first < phraseReach {
		joins := noun && u+1 < hi && a.joinsNouns(u) && a.isNominal(u+1)
		w := a.head(u)
		if !a.isNominal(u) && !joins || w.date && w.ent == entNone {
			break
		}
		noun = noun || w.isNoun()
		u++
	}
	return a.phrase(first, u, noun)
}

// phraseWithApposition returns the noun phrase before a comma with what follows it
// up to unit end, where no finite verb is between: "Ann Lee, a lawyer". The cue is
// at u.
func (a *analysis) phraseWithApposition(u, end, lo int) run {
	for k := end - 1; k > lo && u-k < subjectReach && !a.tagged(k, finites); k-- {
		if a.tagged(k, commas) {
			n := a.phraseBefore(k, lo)
			if !n.empty() {
				n.end = end
			}
			return n
		}
	}
	return run{}
}

// agent returns the noun phrase after "by" near the verb at u.
func (a *analysis) agent(u, hi int) run {
	for k := u + 1; k < hi && k < u+8; k++ {
		if !a.plain(k) || a.head(k).tag == tagStop {
			break
		}
		if a.head(k).low == hashBy {
			return a.phraseAfter(k+1, hi)
		}
	}
	return run{}
}

// verbGroup returns the first unit of the verb group that ends with u.
func (a *analysis) verbGroup(u, lo int) int {
	for u > lo && a.plain(u-1) && a.auxiliary(a.head(u-1)) {
		u--
	}
	return u
}

// auxiliary reports whether w can stand in a verb group before its verb.
func (a *analysis) auxiliary(w *word) bool {
	return w.tag == tagRB && w.ent == entNone || w.tag == tagMD || w.tag.verb() && a.lex.has(w.low, cBe) || a.lex.has(w.low, cHave)
}

// inverted reports whether a noun phrase follows the verb at u.
func (a *analysis) inverted(u, hi int) bool { return u+1 < hi && a.tagged(u+1, nouns|modifiers) }

// skipComma steps back over a comma before unit u.
func (a *analysis) skipComma(u, lo int) int {
	if u > lo && a.tagged(u-1, commas) {
		u--
	}
	return u
}

// apposed returns the noun phrase before an apposition or a relative clause in
// commas that ends before the verb: "Orbit, a maker of toys, said".
func (a *analysis) apposed(verb, lo int) run {
	if verb <= lo || !a.tagged(verb-1, commas) {
		return run{}
	}
	for u := verb - 2; u > lo && verb-u < subjectReach; u-- {
		if a.tagged(u, commas) {
			if r := a.phraseBefore(u, lo); !r.empty() {
				return r
			}
		}
	}
	return run{}
}

// subject returns the subject of the first finite verb in the units before u
// that has a noun phrase before it.
func (a *analysis) subject(u, lo int) run {
	for k := max(lo, u-subjectReach); k < u; k++ {
		if !a.tagged(k, finites) {
			continue
		}
		verb := a.verbGroup(k, lo)
		if r := a.phraseBefore(verb, lo); !r.empty() {
			return r
		}
		if r := a.apposed(verb, lo); !r.empty() {
			return r
		}
	}
	return run{}
}

// canSpeak reports whether a noun phrase names a speaker or is a word for one.
func (a *analysis) canSpeak(n run) bool {
	for k := n.first; k < n.end; k++ {
		if w := a.head(k); w.ent != entNone || a.lex.has(w.low, cVoice) || w.tag == tagPRP {
			return true
		}
	}
	return false
}

// canHear reports whether a noun phrase can be an addressee.
func (a *analysis) canHear(n run) bool {
	for k := n.first; k < n.end; k++ {
		if a.lex.has(a.head(k).low, cListener) {
			return true
		}
	}
	return a.canSpeak(n)
}

// How far to look, in units, for the edge of a noun phrase and for a subject.
const (
	phraseReach  = 16
	subjectReach = 48
)

// isNominal reports whether unit u can be part of a simple noun phrase.
func (a *analysis) isNominal(u int) bool {
	return a.plain(u) && (a.head(u).tag.in(nominals) || a.head(u).ent != entNone)
}

// isNoun reports whether w can be the head of a noun phrase.
func (w *word) isNoun() bool { return w.tag.in(heads) || w.ent != entNone }
