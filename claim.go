package whosaid

// A ClaimType is what a claim is about. If several fit, it is the first in the
// order of the constants.
type ClaimType string

// The types of claims.
const (
	ClaimPrediction ClaimType = "prediction" // what will happen, what is expected
	ClaimCausal     ClaimType = "causal"     // one thing brought about another
	ClaimComparison ClaimType = "comparison" // more than, the first, the worst since
	ClaimQuantity   ClaimType = "quantity"   // a number is the point
	ClaimRule       ClaimType = "rule"       // what a law or rule says, allows, forbids
	ClaimEvent      ClaimType = "event"      // what happened
	ClaimState      ClaimType = "state"      // what is or was so; roles
	ClaimExperience ClaimType = "experience" // what the claimant feels, thought, lived through
	ClaimOther      ClaimType = "other"
)

// A ClaimantKind is the kind of a claimant.
type ClaimantKind string

// The kinds of claimants.
const (
	ClaimantNarrator ClaimantKind = "narrator" // the text itself
	ClaimantEntity   ClaimantKind = "entity"   // one of the document's entities that has a name
	ClaimantUnnamed  ClaimantKind = "unnamed"  // a source without a name, or one that the text does not mention
)

// A Claimant is who puts a claim forward as true.
type Claimant struct {
	Kind ClaimantKind `json:"kind"`
	// Entity is set only if Kind is ClaimantEntity, or the source is an entity
	// without a name.
	Entity EntityID `json:"entity,omitempty"`
	// Source is the noun phrase that names the claimant in the text; zero for
	// the narrator, and where the text gives no source.
	Source Span `json:"source,omitzero"`
}

// A Tense is the grammatical tense of a claim's verb.
type Tense string

// The tenses. A claim without a finite verb has the zero value.
const (
	TensePast    Tense = "past"
	TensePresent Tense = "present"
	TenseFuture  Tense = "future"
)

// A Stance is an attitude to a claim that the text reports.
type Stance string

// The stances towards a proposition. The zero value is plain assertion.
const (
	StanceDenies   Stance = "denies"
	StanceConfirms Stance = "confirms"
	StanceDisputes Stance = "disputes"
)

// A Response is the stance of somebody else towards a claim: "the ministry
// denied the report".
type Response struct {
	Stance Stance `json:"stance"`
	// Entity is who responds; 0 if they have no name.
	Entity EntityID `json:"entity,omitempty"`
	// Source is the noun phrase that names them; zero if there is none.
	Source Span `json:"source,omitzero"`
	// Cue is the verb: "denied".
	Cue Span `json:"cue"`
}

// A QuantityComparison says how a quantity bounds what it counts.
type QuantityComparison string

// The comparisons of quantities. The zero value is "exactly so many".
const (
	QuantityAtLeast  QuantityComparison = "atLeast"
	QuantityAtMost   QuantityComparison = "atMost"
	QuantityMoreThan QuantityComparison = "moreThan"
	QuantityLessThan QuantityComparison = "lessThan"
)

// A Quantity is a number in a claim with what it counts.
type Quantity struct {
	// Span covers the number with its sign, scale and unit: "$1.2 billion".
	Span
	// Value is the number, scale included: 1.2e9 for "$1.2 billion", 86 for "86
	// percent", 2.0/3 for "two-thirds". Words that give only the order of
	// magnitude have its least value, QuantityAtLeast and Approximate: 100 for
	// "hundreds".
	Value float64 `json:"value"`
	// Unit is an ISO 4217 code for money ("USD", "CNY"), "percent", "percentage
	// points", or the noun that is counted, as it stands but in lower case
	// ("people"). "" if there is none.
	Unit string `json:"unit,omitempty"`
	// Comparison is set by words such as "at least", "more than", "nearly".
	Comparison QuantityComparison `json:"comparison,omitempty"`
	// Approximate is true for "about", "nearly", "an estimated".
	Approximate bool `json:"approximate,omitempty"`
}

// A Claim is one proposition that the text, or somebody in it, puts forward as
// true: a main clause with its complements, one claimant, and at least one
// anchor (a name, a number, a date, or a definite reference). A relative clause
// is a claim of its own, and no part of the one around it, if it states a fact
// about something definite. Questions, orders, wishes and intentions are not
// claims.
type Claim struct {
	// Spans are the pieces of the claim, in text order, all within one
	// sentence and, for an attributed claim, within the content of its quote.
	// The first piece of a coordinated clause may be the subject it shares; the
	// subject of a passive cue ("he was reported to be safe") is a piece of the
	// claim, though it stands outside the content.
	Spans []Span `json:"spans"`
	// Sentence is the index in Document.Sentences.
	Sentence int      `json:"sentence"`
	Claimant Claimant `json:"claimant"`
	// Via lists the attributions that the claim passed through before it
	// reached the text, outermost first: A in "According to A, B said C".
	Via []QuoteID `json:"via,omitempty"`
	// Quote is the quote that the claim is part of; 0 for the narrator's.
	Quote QuoteID `json:"quote,omitempty"`
	// Subject is the grammatical subject, zero if the claim has none. That of a
	// relative clause ("Lee, who founded the bank") is its antecedent, and
	// stands outside Spans.
	Subject Span `json:"subject,omitzero"`
	// Predicate is the verb with its auxiliaries, zero if there is none.
	Predicate Span `json:"predicate,omitzero"`
	// Lemma is the dictionary form of the predicate's last verb.
	Lemma   string `json:"lemma,omitempty"`
	Negated bool   `json:"negated,omitempty"`
	// Hedge is the word that qualifies the claim: "may", "reportedly". Zero
	// if it is plain.
	Hedge Span  `json:"hedge,omitzero"`
	Tense Tense `json:"tense,omitempty"`
	// Stance is that of the claimant, where the cue denies, confirms or
	// disputes the content.
	Stance Stance `json:"stance,omitempty"`
	// Responses are the stances of others, in text order.
	Responses []Response `json:"responses,omitempty"`
	// Entities are those mentioned in Spans and in Subject, ascending.
	Entities []EntityID `json:"entities,omitempty"`
	// Dates are indexes in Document.Dates, ascending.
	Dates      []int      `json:"dates,omitempty"`
	Quantities []Quantity `json:"quantities,omitempty"`
	Type       ClaimType  `json:"type"`
	// Score in [0,1] is the calibrated probability that boundaries and claimant
	// are right. For attributed claims it is the product of the score of the
	// quote and of that of the boundaries within it.
	Score float64 `json:"score"`
	// Checkable in [0,1] ranks claims by how much there is to check. It adds up
	// eighths: one for each of up to two entities, one for a date, two for a
	// quantity, two for the types quantity, comparison, event, rule and causal
	// or one for state, and one if there is no hedge. It says nothing of truth,
	// and does not decide what is a claim.
	Checkable float64 `json:"checkable"`
	// Group is equal, from 1, for claims of one document that say the same.
	Group int `json:"group"`
}
