// Package report lays audits out: as text, as CSV, and as a page to print.
package report

import (
	"slices"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/db"
)

// A Section is one table of shares of an audit. File is the name of its chart.
type Section struct {
	File, Title, About string
	Shares             []db.Share
}

// Sections are the tables of an audit, in their order.
func Sections(a *db.Audit) []Section {
	return []Section{
		{"sources", "Sources", "Quotes by who stands behind them.", a.Sources},
		{"speakers", "Speakers", "Quotes of people and bodies with a name, each one across all articles.", a.Speakers},
		{"unnamed", "Sources without a name", "As the text first calls them.", a.Unnamed},
		{"sourceTypes", "How sources stand", "What the source of a quote means, not its form.", a.SourceTypes},
		{"reasons", "Why sources have no name", "The words that the article gives, of quotes without a name.", a.Reasons},
		{"gender", "Gender of the people quoted", "As pronouns, titles and nouns tell it; given names tell nothing.", a.Gender},
		{"cueClasses", "Kinds of cue", "What kind of act a quote reports.", a.CueClasses},
		{"forms", "Forms", "Quotes in quotation marks, in the narrator's words, or both.", a.Forms},
	}
}

// Trim leaves, in each table of two audits, what is among the first ones of either,
// so that a number of one stands beside that of the other however small it is.
func Trim(a, b *db.Audit, top int) {
	other := lists(b)
	for i, list := range lists(a) {
		keep := map[[2]string]bool{}
		for _, l := range [][]db.Share{*list, *other[i]} {
			for _, s := range l[:min(len(l), top)] {
				keep[[2]string{s.Name, s.Kind}] = true
			}
		}
		for _, l := range []*[]db.Share{list, other[i]} {
			*l = slices.DeleteFunc(*l, func(s db.Share) bool { return !keep[[2]string{s.Name, s.Kind}] })
		}
	}
}

// lists are the tables of shares.
func lists(a *db.Audit) []*[]db.Share {
	return []*[]db.Share{&a.Sources, &a.Speakers, &a.Unnamed, &a.SourceTypes, &a.Reasons, &a.Gender, &a.CueClasses, &a.Forms}
}

// pairs puts the shares of two audits side by side: all of the first, then what the
// second has alone, as far as it names them.
func pairs(a, b []db.Share) []pair {
	var out []pair
	at := map[string]int{}
	for side, list := range [][]db.Share{a, b} {
		for _, s := range list {
			k := s.Name + "\x00" + s.Kind
			i, ok := at[k]
			if !ok {
				i = len(out)
				at[k] = i
				out = append(out, pair{Name: s.Name, Kind: s.Kind})
			}
			out[i].Counts[side], out[i].Parts[side] = s.Count, s.Part
		}
	}
	return out
}

// A pair is one line of a table that compares two audits.
type pair struct {
	Name, Kind string
	Counts     [2]int
	Parts      [2]float64
}
