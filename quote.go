package whosaid

// A QuoteID numbers the quotes of a Document from 1 in text order. 0 means
// "none".
type QuoteID int

// A QuoteForm tells direct from indirect speech.
type QuoteForm string

// The forms of quotes.
const (
	Direct   QuoteForm = "direct"   // in quotation marks
	Indirect QuoteForm = "indirect" // in the narrator's words
	Mixed    QuoteForm = "mixed"    // indirect, with quoted words inside
)

// A VerbClass is the class of a quote's cue: what kind of act it reports.
type VerbClass string

// The classes of cues. Those from VerbThink on are thoughts, the others
// speech, in writing too.
const (
	VerbSay      VerbClass = "say"      // said, told, added, noted, a bare colon
	VerbWrite    VerbClass = "write"    // wrote, tweeted, posted, read
	VerbAnnounce VerbClass = "announce" // announced, declared, confirmed, ruled
	VerbReport   VerbClass = "report"   // reported, according to, reportedly
	VerbClaim    VerbClass = "claim"    // claimed, alleged, argued, accused
	VerbDeny     VerbClass = "deny"     // denied, rejected, refused
	VerbAdmit    VerbClass = "admit"    // admitted, acknowledged, conceded
	VerbAnswer   VerbClass = "answer"   // replied, responded
	VerbAsk      VerbClass = "ask"      // asked whether, wondered
	VerbOrder    VerbClass = "order"    // ordered, urged, called on, asked to
	VerbWarn     VerbClass = "warn"     // warned, threatened
	VerbSuggest  VerbClass = "suggest"  // suggested, proposed, recommended
	VerbPromise  VerbClass = "promise"  // promised, pledged, offered
	VerbPredict  VerbClass = "predict"  // predicted, estimated, forecast
	VerbCall     VerbClass = "call"     // called it, described as, praised as
	VerbAgree    VerbClass = "agree"    // agreed, backed
	VerbShow     VerbClass = "show"     // a study found, figures show
	VerbThink    VerbClass = "think"    // believes, suspects, considers
	VerbKnow     VerbClass = "know"     // knows, learned, realized
	VerbExpect   VerbClass = "expect"   // expects, anticipates
	VerbWant     VerbClass = "want"     // wants, hopes, seeks
	VerbPlan     VerbClass = "plan"     // plans, decided, intends
	VerbFeel     VerbClass = "feel"     // fears, regrets, is glad
)

// Speech reports whether c is a class of speech or writing, not of thought. It
// is true for "": words in quotation marks are speech without a cue too.
func (c VerbClass) Speech() bool {
	switch c {
	case VerbThink, VerbKnow, VerbExpect, VerbWant, VerbPlan, VerbFeel:
		return false
	}
	return true
}

// A Modality tells how real the act of saying is.
type Modality string

// The modalities of a cue. The zero value is a plain fact: "said", "says".
const (
	Future      Modality = "future"      // "will say", "is to announce"
	Possible    Modality = "possible"    // "may say", "could argue"
	Obliged     Modality = "obliged"     // "must explain", "should say"
	Conditional Modality = "conditional" // "would say", "if he says"
	Hearsay     Modality = "hearsay"     // "reportedly said", "is said to have told"
)

// An EvidenceRule names the path by which a quote was found.
type EvidenceRule string

// The paths by which quotes are found.
const (
	ByCue       EvidenceRule = "cue"       // a cue in the same sentence, or beside the quotation
	ByContinued EvidenceRule = "continued" // a quotation that goes on from the one before it
	ByDialogue  EvidenceRule = "dialogue"  // a quotation without a cue; the speaker follows from its neighbours
	ByLabel     EvidenceRule = "label"     // a speaker's name and a colon
)

// Evidence is why a quote was found.
type Evidence struct {
	Rule EvidenceRule `json:"rule"`
	// Words are what the rule rests on: cue and source, or the cue of the
	// quotation that is continued.
	Words []Span `json:"words,omitempty"`
}

// IsZero tells that nothing is known; JSON then leaves the evidence out.
func (e Evidence) IsZero() bool { return e.Rule == "" && len(e.Words) == 0 }

// A Quote is something that somebody said, wrote, thought or wants, as the
// text attributes it.
type Quote struct {
	// Span runs from the first to the last byte of the content, quotation
	// marks included, over a cue that stands inside.
	Span
	ID   QuoteID   `json:"id"`
	Form QuoteForm `json:"form"`
	// Content holds the words, without outer quotation marks, one Span for
	// each piece; Document.Words joins them.
	Content []Span `json:"content"`
	// Cue is the attributing words: "said", "according to". Zero if none.
	Cue Span `json:"cue,omitzero"`
	// Verb is the class of the cue. Verb.Speech tells speech (said, wrote,
	// asked) from thought (believes, wants).
	Verb VerbClass `json:"verb,omitempty"`
	// Source is the noun phrase beside the cue: "he", "two officials". Zero
	// if none.
	Source Span `json:"source,omitzero"`
	// Speaker is the entity that Source means, 0 if it has no name.
	Speaker EntityID `json:"speaker,omitempty"`
	// Others are the further speakers of a joint statement.
	Others []EntityID `json:"others,omitempty"`
	// Parent is the quote that this one is nested in, or 0.
	Parent QuoteID `json:"parent,omitempty"`
	// Negated is true where the cue is: "did not say", "never promised".
	Negated bool `json:"negated,omitempty"`
	// Modality tells how real the act is; "" is a plain fact.
	Modality Modality `json:"modality,omitempty"`
	// Addressee is whom the words were said to: "Reuters" in "told Reuters".
	// Zero if not told.
	Addressee Span `json:"addressee,omitzero"`
	// Medium is where they were said, without the preposition: "an interview
	// with Xinhua", "Twitter". Zero if not told.
	Medium Span `json:"medium,omitzero"`
	// Score is the calibrated probability in [0,1] that the content is
	// attributed and the speaker is right.
	Score float64 `json:"score"`
	// Evidence is the path that found the quote and the words it rests on.
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
