package coref

// Templates of features. Each has numValues values.
const (
	tDistance = iota
	tRecency
	tPart
	tLately
	tGender
	tQuote
	tPrevious
	tOpener
	tParagraph
	tAhead
	tSays
	tMatch
	tForm
	tParallel
	tKind
	tAdjacent
	tNobody
	tNext
	tCrowd
	tRival
	tBefore
	tSort
	tOwner
	tWords
	tCount
	tIntro
	tTeller
	tSubjects
	tRest
	tLikely
	tAlone
	tPath
	tTop
	tArgument
	tArguments
	tLink
	tLinked
	numTemplates
)

const numValues = 128

var templateNames = [numTemplates]string{
	"distance", "recency", "part", "lately", "gender", "quote", "previous", "opener", "paragraph", "ahead", "says",
	"match", "form", "parallel", "kind", "adjacent", "nobody", "next", "crowd", "rival", "before", "sort", "owner", "words", "count",
	"intro", "teller", "subjects", "rest", "likely", "alone", "path", "top", "argument", "arguments", "link", "linked",
}

func feature(template, value int) uint16 {
	return uint16(template*numValues + min(value, numValues-1))
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}
