package whosaid

// A SentenceKind says what a sentence is in the layout of the article.
type SentenceKind string

// The kinds of sentences.
const (
	SentenceProse    SentenceKind = "prose"    // running text
	SentenceHeadline SentenceKind = "headline" // a line of its own without a stop, often in capitals or Title Case
	SentenceNote     SentenceKind = "note"     // "[Special coverage]", "Photo: …", "Read more"
	SentenceDateline SentenceKind = "dateline" // "BEIJING, Sept. 24 (Xinhua) --", or a date on a line of its own
	SentenceByline   SentenceKind = "byline"   // "By Ann Lee"
)

// A Sentence is one sentence, or one line of layout. Sentences do not
// overlap; only white space lies outside them.
type Sentence struct {
	Span
	Kind SentenceKind `json:"kind"`
	// Paragraph counts the paragraphs (or lines of layout) from 0.
	Paragraph int `json:"paragraph"`
	// FirstToken and EndToken are the half-open range of its tokens in
	// Document.Tokens.
	FirstToken int `json:"firstToken"`
	EndToken   int `json:"endToken"`
}

// A Token is a word, a number, a punctuation mark, cut as the Penn Treebank
// does: "do|n't", "China|'s", "$|5". Only white space and invisible
// characters lie outside tokens.
type Token struct {
	Span
	// Tag is the part of speech, a Penn Treebank tag such as "NNP".
	Tag string `json:"tag"`
}

// A Dependency is the grammar of a token, basic Universal Dependencies.
type Dependency struct {
	// Head is the index in Document.Tokens of the token that this one hangs
	// on, which lies in the same sentence. Each sentence has one root, whose
	// Head is -1.
	Head int `json:"head"`
	// Relation is what the token is to its head: "nsubj", "obj", "ccomp", …,
	// "root".
	Relation string `json:"relation"`
}
