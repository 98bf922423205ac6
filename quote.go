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

// A VerbClass is the class of a quote's cue.
type VerbClass string

// A Quote is something that somebody said, wrote, thought or wants, as the
// text attributes it.
type Quote struct {
	// Span runs from the first to the last byte of the content, quotation
	// marks included, over a cue that stands inside.
	Span
	ID   QuoteID   `json:"id"`
	Form QuoteForm `json:"form"`
	// Content holds the words, without outer quotation marks, one Span for
	// each piece.
	Content []Span `json:"content"`
	// Cue is the attributing words: "said", "according to". Zero if none.
	Cue  Span      `json:"cue"`
	Verb VerbClass `json:"verb,omitempty"`
	// Source is the noun phrase beside the cue: "he", "two officials". Zero
	// if none.
	Source Span `json:"source"`
	// Speaker is the entity that Source means, 0 if it has no name.
	Speaker EntityID `json:"speaker,omitempty"`
	// Others are the further speakers of a joint statement.
	Others []EntityID `json:"others,omitempty"`
	// Parent is the quote that this one is nested in, or 0.
	Parent QuoteID `json:"parent,omitempty"`
	// Speech tells speech (said, wrote, asked) from thought (believes, wants).
	Speech bool `json:"speech"`
	// Score is the calibrated probability in [0,1] that the content is
	// attributed and the speaker is right.
	Score float64 `json:"score"`
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
