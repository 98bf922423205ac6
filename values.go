package whosaid

// The values of the enumerated types, each list in the order of the constants.
// What has to know all values of a type takes them from here: Validate, the
// JSON Schema, the readers of word lists, the outputs. TestValuesAreComplete
// fails if a constant is missing.

// Values returns the values of the type, in the order of the constants.
func (SentenceKind) Values() []SentenceKind {
	return []SentenceKind{Prose, Headline, Note, Dateline, Byline}
}

// Values returns the values of the type, in the order of the constants.
func (EntityKind) Values() []EntityKind {
	return []EntityKind{Person, Organization, Place, Group, Product, Event, Work}
}

// Values returns the values of the type, in the order of the constants.
func (MentionForm) Values() []MentionForm {
	return []MentionForm{Named, Pronoun, Nominal}
}

// Values returns the values of the type, in the order of the constants.
func (DateType) Values() []DateType {
	return []DateType{DateDate, DateTime, DateDuration, DateSet}
}

// Values returns the values of the type, in the order of the constants.
func (QuoteForm) Values() []QuoteForm {
	return []QuoteForm{Direct, Indirect, Mixed}
}

// Values returns the values of the type, in the order of the constants.
func (VerbClass) Values() []VerbClass {
	return []VerbClass{
		VerbSay, VerbWrite, VerbAnnounce, VerbReport, VerbClaim, VerbDeny, VerbAdmit, VerbAnswer, VerbAsk,
		VerbOrder, VerbWarn, VerbSuggest, VerbPromise, VerbPredict, VerbCall, VerbAgree, VerbShow, VerbThink,
		VerbKnow, VerbExpect, VerbWant, VerbPlan, VerbFeel,
	}
}

// Values returns the values of the type, in the order of the constants.
func (Modality) Values() []Modality {
	return []Modality{Future, Possible, Obliged, Conditional, Hearsay}
}

// Values returns the values of the type, in the order of the constants.
func (EvidenceRule) Values() []EvidenceRule {
	return []EvidenceRule{ByCue, ByContinued, ByDialogue, ByLabel}
}

// Values returns the values of the type, in the order of the constants.
func (ClaimType) Values() []ClaimType {
	return []ClaimType{
		ClaimPrediction, ClaimCausal, ClaimComparison, ClaimQuantity, ClaimRule, ClaimEvent, ClaimState,
		ClaimExperience, ClaimOther,
	}
}

// Values returns the values of the type, in the order of the constants.
func (ClaimantKind) Values() []ClaimantKind {
	return []ClaimantKind{Narrator, EntityClaimant, UnnamedClaimant}
}

// Values returns the values of the type, in the order of the constants.
func (Tense) Values() []Tense {
	return []Tense{PastTense, PresentTense, FutureTense}
}

// Values returns the values of the type, in the order of the constants.
func (Stance) Values() []Stance {
	return []Stance{StanceDenies, StanceConfirms, StanceDisputes}
}

// Values returns the values of the type, in the order of the constants.
func (QuantityComparison) Values() []QuantityComparison {
	return []QuantityComparison{AtLeast, AtMost, MoreThan, LessThan}
}
