package whosaid

// A ClaimType is what a claim is about. The first type that fits is taken.
type ClaimType string

// A Claim is one proposition that the text, or somebody in it, puts forward
// as true.
type Claim struct {
	// Spans are the pieces of the claim, in text order.
	Spans []Span    `json:"spans"`
	Type  ClaimType `json:"type"`
}
