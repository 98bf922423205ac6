package entity

import (
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
)

// TestApposedKinds: a noun for organizations with a modifier makes one of the
// name behind it; other nouns, and "the company Lee founded", do not.
func TestApposedKinds(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]whosaid.EntityKind{
		"The Finnish drugmaker {p:Dorn} grew.":         whosaid.EntityOrganization,
		"Budget airline {p:Dorn} grew.":                whosaid.EntityOrganization,
		"The firm, {p:Dorn Hill}, said it grew.":       whosaid.EntityOrganization,
		"The owner of the firm, {p:Dorn}, said no.":    whosaid.EntityPerson,
		"The firm, {p:Dorn}, and others grew.":         whosaid.EntityPerson,
		"The company, {p:Dorn} said, grew.":            whosaid.EntityPerson,
		"The company {p:Dorn} founded in 1990 grew.":   whosaid.EntityPerson,
		"Finnish software engineer {p:Dorn} left.":     whosaid.EntityPerson,
		"The Finnish company Mr. {p:Dorn} left grew.":  whosaid.EntityPerson,
		"The Finnish company {l:Turku} knows grew.":    whosaid.EntityPlace,
		"{p:Dorn Hill}, the city's gas utility, grew.": whosaid.EntityOrganization,
		"{p:Dorn Hill}, a Finnish drugmaker, grew.":    whosaid.EntityOrganization,
		"{p:Dorn Hill}, the company, and others grew.": whosaid.EntityPerson,
		"{p:Dorn Hill}, a company director, left.":     whosaid.EntityPerson,
		"The Finnish pension fund {l:Dorn} grew.":      whosaid.EntityOrganization,
		"Analysts at {l:Dorn Hill} left.":              whosaid.EntityOrganization,
		"An economist at {p:Dorn Hill} left.":          whosaid.EntityOrganization,
		"Analysts at {o:Dorn} left. {p:Dorn} grew.":    whosaid.EntityOrganization,
		"A nurse at {l:Dorn Hill} left.":               whosaid.EntityPlace,
	} {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			d := resolve(t, text)
			require.Equal(t, want, d.Entities[len(d.Entities)-1].Kind, "the name comes last")
		})
	}
}
