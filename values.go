package whosaid

// The values of the enumerated types, each list in the order of the constants.
// What has to know all values of a type takes them from here: Validate, the
// JSON Schema, the readers of word lists, the outputs. TestValuesAreComplete
// fails if a constant is missing.

// Values returns the values of the type, in the order of the constants.
func (Layer) Values() []Layer {
	return []Layer{LayerSentences, LayerSyntax, LayerEntities, LayerDates, LayerQuotes, LayerClaims}
}

// Values returns the values of the type, in the order of the constants.
func (SentenceKind) Values() []SentenceKind {
	return []SentenceKind{SentenceProse, SentenceHeadline, SentenceNote, SentenceDateline, SentenceByline}
}

// Values returns the values of the type, in the order of the constants.
func (EntityKind) Values() []EntityKind {
	return []EntityKind{EntityPerson, EntityOrganization, EntityPlace, EntityGroup, EntityProduct, EntityEvent, EntityWork}
}

// Values returns the values of the type, in the order of the constants.
func (Number) Values() []Number {
	return []Number{NumberOne, NumberSeveral, NumberCrowd}
}

// Values returns the values of the type, in the order of the constants.
func (Gender) Values() []Gender {
	return []Gender{GenderFemale, GenderMale}
}

// Values returns the values of the type, in the order of the constants.
func (MentionForm) Values() []MentionForm {
	return []MentionForm{MentionName, MentionPronoun, MentionNominal}
}

// Values returns the values of the type, in the order of the constants.
func (DateType) Values() []DateType {
	return []DateType{DateDate, DateTime, DateDuration, DateSet}
}

// Values returns the values of the type, in the order of the constants.
func (QuoteForm) Values() []QuoteForm {
	return []QuoteForm{QuoteDirect, QuoteIndirect, QuoteMixed}
}

// Values returns the values of the type, in the order of the constants.
func (CueClass) Values() []CueClass {
	return []CueClass{
		CueSay, CueWrite, CueAnnounce, CueReport, CueClaim, CueDeny, CueAdmit, CueAnswer, CueAsk,
		CueOrder, CueWarn, CueSuggest, CuePromise, CuePredict, CueCall, CueAgree, CueShow, CueThink,
		CueKnow, CueExpect, CueWant, CuePlan, CueFeel,
	}
}

// Values returns the values of the type, in the order of the constants.
func (Modality) Values() []Modality {
	return []Modality{ModalityFuture, ModalityPossible, ModalityObliged, ModalityConditional, ModalityHearsay}
}

// Values returns the values of the type, in the order of the constants.
func (SourceType) Values() []SourceType {
	return []SourceType{
		SourceNamedPerson, SourceNamedBody, SourceDocument, SourceUnnamedPerson, SourceUnnamedGroup, SourceNone,
	}
}

// Values returns the values of the type, in the order of the constants.
func (EvidenceRule) Values() []EvidenceRule {
	return []EvidenceRule{EvidenceCue, EvidenceContinued, EvidenceDialogue, EvidenceLabel}
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
	return []ClaimantKind{ClaimantNarrator, ClaimantEntity, ClaimantUnnamed}
}

// Values returns the values of the type, in the order of the constants.
func (Tense) Values() []Tense {
	return []Tense{TensePast, TensePresent, TenseFuture}
}

// Values returns the values of the type, in the order of the constants.
func (Stance) Values() []Stance {
	return []Stance{StanceDenies, StanceConfirms, StanceDisputes}
}

// Values returns the values of the type, in the order of the constants.
func (QuantityComparison) Values() []QuantityComparison {
	return []QuantityComparison{QuantityAtLeast, QuantityAtMost, QuantityMoreThan, QuantityLessThan}
}
