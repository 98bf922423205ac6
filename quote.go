package whosaid

// A QuoteID numbers the quotes of a Document from 1 in text order. 0 means
// "none".
type QuoteID int

// A QuoteForm says whether a quote is direct, indirect, or both.
type QuoteForm string

// The forms of quotes.
const (
	QuoteDirect   QuoteForm = "direct"   // in quotation marks, or a turn of a transcript
	QuoteIndirect QuoteForm = "indirect" // in the narrator's words
	QuoteMixed    QuoteForm = "mixed"    // indirect, with quoted words inside
)

// A CueClass is the class of a quote's cue: what kind of act it reports.
type CueClass string

// The classes of cues. Those from CueThink on are thoughts, the others
// speech, in writing too.
const (
	CueSay      CueClass = "say"      // said, told, added, noted, a bare colon
	CueWrite    CueClass = "write"    // wrote, tweeted, posted, read
	CueAnnounce CueClass = "announce" // announced, declared, confirmed, ruled
	CueReport   CueClass = "report"   // reported, according to, reportedly
	CueClaim    CueClass = "claim"    // claimed, alleged, argued, accused
	CueDeny     CueClass = "deny"     // denied, rejected, refused
	CueAdmit    CueClass = "admit"    // admitted, acknowledged, conceded
	CueAnswer   CueClass = "answer"   // replied, responded
	CueAsk      CueClass = "ask"      // asked whether, wondered
	CueOrder    CueClass = "order"    // ordered, urged, called on, asked to
	CueWarn     CueClass = "warn"     // warned, threatened
	CueSuggest  CueClass = "suggest"  // suggested, proposed, recommended
	CuePromise  CueClass = "promise"  // promised, pledged, offered
	CuePredict  CueClass = "predict"  // predicted, estimated, forecast
	CueCall     CueClass = "call"     // called it, described as, praised as
	CueAgree    CueClass = "agree"    // agreed, backed
	CueShow     CueClass = "show"     // a study found, figures show
	CueThink    CueClass = "think"    // believes, suspects, considers
	CueKnow     CueClass = "know"     // knows, learned, realized
	CueExpect   CueClass = "expect"   // expects, anticipates
	CueWant     CueClass = "want"     // wants, hopes, seeks
	CuePlan     CueClass = "plan"     // plans, decided, intends
	CueFeel     CueClass = "feel"     // fears, regrets, is glad
)

// Speech reports whether c is a class of speech or writing, not of thought. It
// is true for "": words in quotation marks are speech without a cue too.
func (c CueClass) Speech() bool {
	switch c {
	case CueThink, CueKnow, CueExpect, CueWant, CuePlan, CueFeel:
		return false
	}
	return true
}

// A Modality says how far the act of saying is a fact.
type Modality string

// The modalities of a cue. The zero value is a plain fact: "said", "says".
const (
	ModalityFuture      Modality = "future"      // "will say", "is to announce"
	ModalityPossible    Modality = "possible"    // "may say", "could argue"
	ModalityObliged     Modality = "obliged"     // "must explain", "should say"
	ModalityConditional Modality = "conditional" // "would say", "if he says"
	ModalityHearsay     Modality = "hearsay"     // "reportedly said", "is said to have told"
)

// A SourceType says how the source of a quote stands in the text.
type SourceType string

// The types of sources. What a pronoun or a description means decides, not its form.
const (
	SourceNamedPerson   SourceType = "namedPerson"   // "Ann Lee", "she" for her
	SourceNamedBody     SourceType = "namedBody"     // "Orbit Labs", "the company" for it, "Beijing"
	SourceDocument      SourceType = "document"      // "the report", "figures", "a sign"
	SourceUnnamedPerson SourceType = "unnamedPerson" // "an official", "he" for him
	SourceUnnamedGroup  SourceType = "unnamedGroup"  // "two officials", "police", "Republicans"
	SourceNone          SourceType = "none"          // "it was reported that"
)

// An EvidenceRule names the path by which a quote was found.
type EvidenceRule string

// The paths by which quotes are found.
const (
	EvidenceCue       EvidenceRule = "cue"       // a cue in the same sentence, or beside the quotation
	EvidenceContinued EvidenceRule = "continued" // a quotation that goes on from the one before it
	EvidenceDialogue  EvidenceRule = "dialogue"  // a quotation without a cue; the speaker follows from its neighbours
	EvidenceLabel     EvidenceRule = "label"     // a speaker's name and a colon
)

// Evidence is why a quote was found.
type Evidence struct {
	Rule EvidenceRule `json:"rule"`
	// Words are the evidence itself: cue and source, or the cue of the
	// quotation that is continued.
	Words []Span `json:"words,omitempty"`
}

// IsZero reports whether nothing is known; JSON then omits the evidence.
func (e Evidence) IsZero() bool { return e.Rule == "" && len(e.Words) == 0 }

// A Quote is something that somebody said, wrote, thought or wants, as the
// text attributes it.
type Quote struct {
	// Span runs from the first to the last byte of the content, including
	// quotation marks and a cue in between.
	Span
	ID   QuoteID   `json:"id"`
	Form QuoteForm `json:"form"`
	// Content holds the words, without outer quotation marks, one Span for
	// each piece; Document.Words joins them.
	Content []Span `json:"content"`
	// Cue is the attributing words: "said", "according to". Zero if none.
	Cue Span `json:"cue,omitzero"`
	// CueClass is the class of the cue. CueClass.Speech separates speech (said,
	// wrote, asked) from thought (believes, wants).
	CueClass CueClass `json:"cueClass,omitempty"`
	// Source is the noun phrase beside the cue: "he", "two officials". That of a
	// quotation behind indirect speech stands before that: “Ask the treasurer.” in
	// "He denied it. “Ask the treasurer.”", which has no cue. Zero if none.
	Source Span `json:"source,omitzero"`
	// Speaker is the entity that Source means, 0 if it means none.
	Speaker EntityID `json:"speaker,omitempty"`
	// Others are the further speakers of a joint statement.
	Others []EntityID `json:"others,omitempty"`
	// SourceType says how the source stands: named or not, a person, a body or a
	// document.
	SourceType SourceType `json:"sourceType,omitempty"`
	// Justification is the words that say why the source is used, or why it has no
	// name: "who was not authorized to speak publicly", "a former clerk at the
	// court". Zero if the text does not say.
	Justification Span `json:"justification,omitzero"`
	// Parent is the quote in whose content this one stands with its cue, or 0:
	// “My husband said we should go,” she told us.
	Parent QuoteID `json:"parent,omitempty"`
	// Negated is true where the cue is: "did not say", "never promised".
	Negated bool `json:"negated,omitempty"`
	// Modality says how far the act is a fact; "" is a plain fact.
	Modality Modality `json:"modality,omitempty"`
	// Addressee is whom the words were said to: "Reuters" in "told Reuters".
	// Zero if the text does not say.
	Addressee Span `json:"addressee,omitzero"`
	// Medium is where they were said, without the preposition: "an interview
	// with Xinhua", "Twitter". Zero if the text does not say.
	Medium Span `json:"medium,omitzero"`
	// Score is the calibrated probability in [0,1] that the content is
	// attributed and the speaker is right.
	Score float64 `json:"score"`
	// Evidence is how the quote was found, and by which words.
	Evidence Evidence `json:"evidence,omitzero"`
}

func (q *Quote) spokenBy(id EntityID) bool {
	if q.Speaker == id {
		return true
	}
	for _, o := range q.Others {
		if o == id {
			return true
		}
	}
	return false
}
