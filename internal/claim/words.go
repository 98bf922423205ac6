package claim

import (
	_ "embed"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/whosaid/whosaid/internal/cues"
	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed words.txt
var wordsText string

//go:embed verbs.txt
var verbsText string

//go:embed grammar.txt
var grammarText string

//go:embed tags.txt
var tagsText string

// A class is a set of classes of words.txt, which says what each is for.
type class uint64

// The classes.
const (
	cAble class = 1 << iota
	cActor
	cAfterParticiple
	cAim
	cAmid
	cApprox
	cArticle
	cBe
	cBecause
	cBeforeNumber
	cCan
	cCausalVerb
	cCause
	cClaimNoun
	cConj
	cCompareVerb
	cDash
	cDef
	cDo
	cExtreme
	cFigures
	cFirst
	cFunction
	cFuture
	cFutureAdj
	cHave
	cHedge
	cHomograph
	cLaw
	cLegal
	cLess
	cLet
	cLink
	cMark
	cMaybe
	cMeasure
	cMeasurePrep
	cMental
	cModalWish
	cMonth
	cMore
	cMust
	cNeg
	cNegDet
	cNominative
	cOnly
	cPart
	cPastFuture
	cPastOnly
	cPenalty
	cPredVerb
	cRuleVerb
	cStance
	cStatePart
	cStatePresent
	cStative
	cSub
	cSuperlative
	cThan
	cThem
	cThese
	cTrend
	cPercent
	cWant
)

// grammatical are the classes of function words and marks, which say nothing about
// the type of a claim.
const grammatical = cAfterParticiple | cArticle | cBeforeNumber | cDash | cDo | cExtreme | cFunction | cMark |
	cMeasurePrep | cNominative | cPart | cThem

var classNames = map[string]class{
	"able": cAble, "actor": cActor, "afterparticiple": cAfterParticiple, "aim": cAim, "amid": cAmid,
	"approx": cApprox, "article": cArticle, "be": cBe, "because": cBecause, "beforenumber": cBeforeNumber,
	"can": cCan, "causalverb": cCausalVerb, "cause": cCause, "claimnoun": cClaimNoun, "clause": cConj,
	"compareverb": cCompareVerb, "dash": cDash, "def": cDef, "do": cDo, "extreme": cExtreme, "figures": cFigures,
	"first": cFirst, "function": cFunction, "future": cFuture, "futureadj": cFutureAdj, "have": cHave,
	"hedge": cHedge, "homograph": cHomograph, "law": cLaw, "legal": cLegal, "less": cLess, "let": cLet,
	"link": cLink, "mark": cMark, "maybe": cMaybe, "measure": cMeasure, "measureprep": cMeasurePrep,
	"mental": cMental, "modalwish": cModalWish, "month": cMonth, "more": cMore, "must": cMust, "neg": cNeg,
	"negdet": cNegDet, "nominative": cNominative, "only": cOnly, "part": cPart, "pastfuture": cPastFuture,
	"pastonly": cPastOnly, "penalty": cPenalty, "predverb": cPredVerb, "ruleverb": cRuleVerb, "stance": cStance,
	"statepart": cStatePart, "statepresent": cStatePresent, "stative": cStative, "sub": cSub,
	"superlative": cSuperlative, "than": cThan, "them": cThem, "these": cThese, "trend": cTrend,
	"unitless": cPercent, "wantverb": cWant,
}

// A function is a set of classes of grammar.txt.
type function uint64

// The classes of function words.
const (
	fAdvice function = 1 << iota
	fAge
	fAgent
	fAs
	fBefore
	fBetween
	fComing
	fCompany
	fCompared
	fComplementizer
	fConcession
	fConsequence
	fContrast
	fDated
	fDirection
	fDone
	fDue
	fFreeRelative
	fGenitive
	fGround
	fHarmed
	fLonger
	fMultiword
	fOrigin
	fPossible
	fQuestion
	fRate
	fRelative
	fRelativePlace
	fRelativeThing
	fSpokenTo
	fTemporal
	fTimes
	fTotal
	fUsed
	fVote
	fWeekday
)

var functionNames = map[string]function{
	"advice": fAdvice, "age": fAge, "agent": fAgent, "as": fAs, "before": fBefore, "between": fBetween,
	"coming": fComing, "company": fCompany, "compared": fCompared, "complementizer": fComplementizer,
	"concession": fConcession, "consequence": fConsequence, "contrast": fContrast, "dated": fDated,
	"direction": fDirection, "done": fDone, "due": fDue, "free-relative": fFreeRelative, "genitive": fGenitive,
	"ground": fGround, "harmed": fHarmed, "longer": fLonger, "multiword": fMultiword, "origin": fOrigin,
	"possible": fPossible, "question": fQuestion, "rate": fRate, "relative": fRelative,
	"relative-place": fRelativePlace, "relative-thing": fRelativeThing, "spoken-to": fSpokenTo,
	"temporal": fTemporal, "times": fTimes, "total": fTotal, "used": fUsed, "vote": fVote, "weekday": fWeekday,
}

// A verbClass is a set of classes of verbs.txt.
type verbClass uint32

// The classes of verbs.
const (
	vAccuse verbClass = 1 << iota
	vAlike
	vAsk
	vBirth
	vCarry
	vChange
	vConfirm
	vCopula
	vDeem
	vDeny
	vDispute
	vGet
	vHappens
	vHarm
	vIdentify
	vKnow
	vLasting
	vLeave
	vLike
	vOpinion
	vPerform
	vPlan
	vSeem
	vSpan
	vSpeechAct
	vStage
	vSay // its object has another claimant, by package cues
)

var verbNames = map[string]verbClass{
	"accuse": vAccuse, "alike": vAlike, "ask": vAsk, "birth": vBirth, "carry": vCarry, "change": vChange,
	"confirm": vConfirm, "copula": vCopula, "deem": vDeem, "deny": vDeny, "dispute": vDispute, "get": vGet,
	"happens": vHappens, "harm": vHarm, "identify": vIdentify, "know": vKnow, "lasting": vLasting, "leave": vLeave,
	"like": vLike, "opinion": vOpinion, "perform": vPerform, "plan": vPlan, "seem": vSeem, "span": vSpan,
	"speechact": vSpeechAct, "stage": vStage,
}

// tagNames are the sections of tags.txt.
var tagNames = map[string]pos{
	"close": pClose, "modal": pModal, "numeral": pNum, "open": pOpen, "preposition": pPrep, "quote": pQuote, "stop": pStop, "there": pThere,
}

// A lexeme is what is known of a word in lower case.
type lexeme struct {
	class    class
	function function
	verb     verbClass // of a dictionary form
	pos      pos       // that taggers miss, else pOther
}

// openLexicon joins the four files and package cues.
func openLexicon() (map[string]lexeme, error) {
	out := map[string]lexeme{}
	err := errors.Join(
		add(out, openWords, wordsText, func(x *lexeme, c class) { x.class = c }),
		add(out, openVerbs, verbsText, func(x *lexeme, c verbClass) { x.verb = c }),
		add(out, openGrammar, grammarText, func(x *lexeme, c function) { x.function = c }),
		add(out, openTags, tagsText, func(x *lexeme, p pos) { x.pos = p }),
	)
	return out, err
}

// add notes in out what a file says of its words.
func add[T any](out map[string]lexeme, read func(text string) (map[string]T, error), text string, set func(*lexeme, T)) error {
	words, err := read(text)
	for word, v := range words {
		x := out[word]
		set(&x, v)
		out[word] = x
	}
	return err
}

// openWords reads words.txt.
func openWords(text string) (map[string]class, error) {
	return wordfile.Classes(wordfile.File{Name: "internal/claim/words.txt", Text: text, Lower: true}, classNames)
}

// openGrammar reads grammar.txt.
func openGrammar(text string) (map[string]function, error) {
	return wordfile.Classes(wordfile.File{Name: "internal/claim/grammar.txt", Text: text, Lower: true}, functionNames)
}

// openVerbs reads verbs.txt, and adds the verbs of package cues.
func openVerbs(text string) (map[string]verbClass, error) {
	verbs, err := wordfile.Classes(wordfile.File{Name: "internal/claim/verbs.txt", Text: text, Lower: true}, verbNames)
	if err != nil {
		return nil, err
	}
	return verbs, cues.Add(verbs, cues.Embeds, vSay)
}

// openTags reads tags.txt, in which a word has one part of speech.
func openTags(text string) (map[string]pos, error) {
	tags := map[string]pos{}
	f := wordfile.File{Name: "internal/claim/tags.txt", Text: text, Lower: true}
	err := f.Words(slices.Sorted(maps.Keys(tagNames)), func(section, word string) error {
		if _, ok := tags[word]; ok {
			return fmt.Errorf("%q is in another section too", word)
		}
		tags[word] = tagNames[section]
		return nil
	})
	return tags, err
}
