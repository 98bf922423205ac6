package whosaid

import "fmt"

// A ValidationError names the first thing in a Document that breaks one of
// its invariants.
type ValidationError struct {
	Where  string // such as "Quotes[3].Cue"
	Reason string
}

func (e *ValidationError) Error() string { return "whosaid: " + e.Where + ": " + e.Reason }

// A SchemaError reports JSON of another schema version than SchemaVersion.
type SchemaError struct{ Got string }

func (e *SchemaError) Error() string {
	return fmt.Sprintf("whosaid: JSON of schema %q, want %q", e.Got, SchemaVersion)
}
