package attrib

import "github.com/whosaid/whosaid/internal/tag"

// A tagID numbers the part-of-speech tags, so that they can be compared and
// hashed without looking at strings.
type tagID uint8

const (
	tagNone tagID = iota
	tagCC
	tagCD
	tagDT
	tagEX
	tagIN
	tagJJ
	tagMD
	tagNN
	tagNNS
	tagNNP
	tagNNPS
	tagPRP
	tagPRPS
	tagRB
	tagRP
	tagTO
	tagVB
	tagVBD
	tagVBG
	tagVBN
	tagVBP
	tagVBZ
	tagW
	tagPOS
	tagUH
	tagComma
	tagColon
	tagStop
	tagQuote
	tagBracket
	tagSymbol
)

// tagIDs has the tags of the Penn Treebank. Those that features need not tell apart
// share a number.
var tagIDs = map[string]tagID{
	"": tagNone,

	"NN": tagNN, "NNS": tagNNS, "NNP": tagNNP, "NNPS": tagNNPS, "PRP": tagPRP, "PRP$": tagPRPS, "POS": tagPOS, "EX": tagEX,
	"VB": tagVB, "VBD": tagVBD, "VBG": tagVBG, "VBN": tagVBN, "VBP": tagVBP, "VBZ": tagVBZ, "MD": tagMD, "TO": tagTO, "RP": tagRP,
	"CC": tagCC, "CD": tagCD, "IN": tagIN, "UH": tagUH, "DT": tagDT, "PDT": tagDT,
	"JJ": tagJJ, "JJR": tagJJ, "JJS": tagJJ, "RB": tagRB, "RBR": tagRB, "RBS": tagRB,
	"WDT": tagW, "WP": tagW, "WP$": tagW, "WRB": tagW,

	",": tagComma, ":": tagColon, ".": tagStop, "``": tagQuote, "''": tagQuote, "\"": tagQuote,
	"(": tagBracket, ")": tagBracket, "-LRB-": tagBracket, "-RRB-": tagBracket,
}

// tagOf returns the number of a Penn Treebank tag.
func tagOf(s string) tagID {
	if t, ok := tagIDs[s]; ok {
		return t
	}
	return tagSymbol
}

type tagSet = tag.Set[tagID]

func setOf(tags ...tagID) tagSet { return tag.SetOf(tags...) }

func (t tagID) in(s tagSet) bool { return s.Has(t) }

// Sets of tags that the grammar of attributions asks for.
var (
	commas       = setOf(tagComma)
	colons       = setOf(tagColon)
	stops        = setOf(tagStop)
	commaOrStop  = commas | stops
	coordinators = setOf(tagCC)
	clauseEdges  = commaOrStop | colons | coordinators
	joints       = commas | coordinators | whWords
	whWords      = setOf(tagW)
	prepositions = setOf(tagIN)
	adverbs      = setOf(tagRB)
	adjuncts     = prepositions | adverbs | setOf(tagTO) // of words that open one

	verbs         = setOf(tagVB, tagVBD, tagVBG, tagVBN, tagVBP, tagVBZ)
	verbal        = verbs | setOf(tagMD, tagTO)
	finites       = setOf(tagVBD, tagVBZ, tagVBP, tagMD)
	gerunds       = setOf(tagVBG)
	noPlainClause = gerunds | commas | whWords

	names         = setOf(tagNNP, tagNNPS)
	nouns         = names | setOf(tagNN, tagNNS)
	determiners   = setOf(tagDT, tagPRPS)
	modifiers     = determiners | setOf(tagJJ, tagCD)
	nominals      = heads | modifiers | setOf(tagPOS)
	heads         = nouns | setOf(tagPRP)
	loneHeads     = setOf(tagDT, tagJJ) // at the end of a phrase: "this", "the injured"
	noPhraseStart = setOf(tagPOS, tagBracket, tagCC, tagIN)
	subjectEdges  = clauseEdges | whWords | prepositions // before the subject of a verb
	smallInTitles = setOf(tagIN, tagDT, tagCC, tagTO)
)

func (t tagID) verb() bool { return t.in(verbs) }

func (t tagID) finite() bool { return t.in(finites) }

func (t tagID) noun() bool { return t.in(nouns) }

func (t tagID) adjective() bool { return t == tagJJ }

// punct reports whether t is of a mark that may stand between clauses.
func (t tagID) punct() bool { return t >= tagComma && t <= tagBracket }
