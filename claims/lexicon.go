package claims

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed lexicon.txt
var lexiconText string

// A class is a set of classes of the lexicon.
type class uint64

// The classes; lexicon.txt tells what each is for.
const (
	cSub class = 1 << iota
	cHedge
	cNeg
	cNegDet
	cWant
	cFirst
	cMental
	cBe
	cHave
	cFuture
	cFutureAdj
	cPastFuture
	cPredVerb
	cCausalVerb
	cBecause
	cThan
	cCompareVerb
	cTrend
	cSuperlative
	cLaw
	cRuleVerb
	cMust
	cCan
	cStative
	cApprox
	cMore
	cLess
	cMonth
	cPercent
	cDef
	cConj
	cLet
	cModalWish
	cOnly
	cStatePart
	cLegal
	cAble
	cMeasure
	cNumeral
	cAim
	cAsk
	cCause
	cHappens
	cPenalty
	cPerform
	cSpeechAct
	cAmid
	cActor
	cStatePresent
	cLink
	cStance
	cDeny
	cConfirm
	cDispute
	cClaimNoun
	cThese
	cKnow
	cNoVerb
	cHomograph
	cFigures
	cSay
	cAccuse
	cPlan
	cPastOnly
)

var classNames = map[string]class{
	"sub": cSub, "hedge": cHedge, "neg": cNeg, "negdet": cNegDet, "wantverb": cWant,
	"first": cFirst, "mental": cMental, "be": cBe, "have": cHave,
	"future": cFuture, "futureadj": cFutureAdj, "pastfuture": cPastFuture, "predverb": cPredVerb,
	"causalverb": cCausalVerb, "because": cBecause, "than": cThan, "compareverb": cCompareVerb,
	"trend": cTrend, "superlative": cSuperlative, "law": cLaw, "ruleverb": cRuleVerb,
	"must": cMust, "can": cCan, "stative": cStative, "approx": cApprox, "more": cMore,
	"less": cLess, "month": cMonth, "unitless": cPercent, "def": cDef,
	"clause": cConj, "let": cLet, "modalwish": cModalWish, "only": cOnly,
	"statepart": cStatePart, "legal": cLegal, "able": cAble, "measure": cMeasure, "numeral": cNumeral,
	"aim": cAim, "ask": cAsk, "cause": cCause, "happens": cHappens, "penalty": cPenalty, "perform": cPerform,
	"speechact": cSpeechAct, "amid": cAmid, "actor": cActor, "statepresent": cStatePresent, "link": cLink,
	"stance": cStance, "deny": cDeny, "confirm": cConfirm, "dispute": cDispute, "claimnoun": cClaimNoun, "these": cThese, "know": cKnow, "noverb": cNoVerb, "homograph": cHomograph, "figures": cFigures, "say": cSay, "accuse": cAccuse, "plan": cPlan, "pastonly": cPastOnly,
}

// openLexicon reads lexicon.txt: the name of a class and its words, a line.
func openLexicon(text string) (map[string]class, error) {
	words := make(map[string]class, 600)
	for i, line := range strings.Split(text, "\n") {
		f := strings.Fields(line)
		if len(f) == 0 || f[0] == "#" {
			continue
		}
		c, ok := classNames[f[0]]
		if !ok {
			return nil, fmt.Errorf("claims: lexicon.txt:%d: no class %q", i+1, f[0])
		}
		for _, w := range f[1:] {
			words[w] |= c
		}
	}
	return words, nil
}
