package attrib

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

// tagOf returns the number of a Penn Treebank tag.
func tagOf(s string) tagID {
	switch s {
	case "CC":
		return tagCC
	case "CD":
		return tagCD
	case "DT", "PDT", "WDT":
		if s == "WDT" {
			return tagW
		}
		return tagDT
	case "EX":
		return tagEX
	case "IN":
		return tagIN
	case "JJ", "JJR", "JJS":
		return tagJJ
	case "MD":
		return tagMD
	case "NN":
		return tagNN
	case "NNS":
		return tagNNS
	case "NNP":
		return tagNNP
	case "NNPS":
		return tagNNPS
	case "PRP":
		return tagPRP
	case "PRP$":
		return tagPRPS
	case "RB", "RBR", "RBS":
		return tagRB
	case "RP":
		return tagRP
	case "TO":
		return tagTO
	case "VB":
		return tagVB
	case "VBD":
		return tagVBD
	case "VBG":
		return tagVBG
	case "VBN":
		return tagVBN
	case "VBP":
		return tagVBP
	case "VBZ":
		return tagVBZ
	case "WP", "WP$", "WRB":
		return tagW
	case "POS":
		return tagPOS
	case "UH":
		return tagUH
	case ",":
		return tagComma
	case ":":
		return tagColon
	case ".":
		return tagStop
	case "``", "''", "\"":
		return tagQuote
	case "(", ")", "-LRB-", "-RRB-":
		return tagBracket
	case "":
		return tagNone
	}
	return tagSymbol
}

func (t tagID) verb() bool      { return t >= tagVB && t <= tagVBZ }
func (t tagID) finite() bool    { return t == tagVBD || t == tagVBZ || t == tagVBP || t == tagMD }
func (t tagID) noun() bool      { return t >= tagNN && t <= tagNNPS }
func (t tagID) adjective() bool { return t == tagJJ }

// punct reports whether t is of a mark that may stand between clauses.
func (t tagID) punct() bool { return t >= tagComma && t <= tagBracket }
