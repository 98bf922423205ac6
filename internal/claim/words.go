package claim

import (
	_ "embed"

	"github.com/whosaid/whosaid/internal/cues"
	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed words.txt
var wordsText string

// A class is a set of classes of the lexicon.
type class uint64

// The classes; words.txt tells what each is for.
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
	cSay // a verb whose object has another claimant, of package cues
	cAccuse
	cPlan
	cPastOnly
)

var classNames = map[string]class{
	"able": cAble, "accuse": cAccuse, "actor": cActor, "aim": cAim, "amid": cAmid, "approx": cApprox, "ask": cAsk,
	"be": cBe, "because": cBecause, "can": cCan, "causalverb": cCausalVerb, "cause": cCause, "claimnoun": cClaimNoun,
	"clause": cConj, "compareverb": cCompareVerb, "confirm": cConfirm, "def": cDef, "deny": cDeny, "dispute": cDispute,
	"figures": cFigures, "first": cFirst, "future": cFuture, "futureadj": cFutureAdj, "happens": cHappens, "have": cHave,
	"hedge": cHedge, "homograph": cHomograph, "know": cKnow, "law": cLaw, "legal": cLegal, "less": cLess, "let": cLet,
	"link": cLink, "measure": cMeasure, "mental": cMental, "modalwish": cModalWish, "month": cMonth, "more": cMore,
	"must": cMust, "neg": cNeg, "negdet": cNegDet, "noverb": cNoVerb, "numeral": cNumeral, "only": cOnly,
	"pastfuture": cPastFuture, "pastonly": cPastOnly, "penalty": cPenalty, "perform": cPerform, "plan": cPlan,
	"predverb": cPredVerb, "ruleverb": cRuleVerb, "speechact": cSpeechAct, "stance": cStance,
	"statepart": cStatePart, "statepresent": cStatePresent, "stative": cStative, "sub": cSub, "superlative": cSuperlative,
	"than": cThan, "these": cThese, "trend": cTrend, "unitless": cPercent, "wantverb": cWant,
}

// openWords reads words.txt: the classes and their words.
func openWords(text string) (map[string]class, error) {
	words, err := wordfile.Classes(wordfile.File{Name: "internal/claim/words.txt", Text: text, Lower: true}, classNames)
	if err != nil {
		return nil, err
	}
	return words, cues.Add(words, cues.Embeds, cSay)
}
