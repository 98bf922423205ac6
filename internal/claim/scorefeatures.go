package claim

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
)

// A Feature is a property of a claim that its score depends on.
type Feature uint8

// The features. Their order is that of featureNames.
const (
	Bias Feature = iota
	Direct
	Headline
	Relative
	Infinitive
	Long
	NoName
	Pronoun
	Marks
	Commas
	Dash
	Cut
	Alone
	Crowded

	// NumFeatures is how many there are.
	NumFeatures
)

// featureNames are the features as weights.txt has them.
var featureNames = [NumFeatures]string{
	"bias",       // of every claim
	"direct",     // in direct speech
	"headline",   // a headline
	"relative",   // a relative clause
	"infinitive", // no finite verb: "claimed to have"
	"long",       // more than 25 words
	"no-name",    // no entity in it
	"pronoun",    // a pronoun is its subject
	"marks",      // quotation marks in it
	"commas",     // more than one comma in it
	"dash",       // a dash in it
	"cut",        // the sentence goes on after it
	"alone",      // the only claim of its sentence
	"crowded",    // one of more than two
}

// String is the name of f in weights.txt.
func (f Feature) String() string { return featureNames[f] }

// Features appends the features of claim c of d to list; claims is how many the
// sentence has.
func (f *Finder) Features(list []Feature, d *whosaid.Document, c *whosaid.Claim, claims int) []Feature {
	add := func(f Feature, ok bool) {
		if ok {
			list = append(list, f)
		}
	}
	s := &d.Sentences[c.Sentence]
	words, commas, marks, dash := f.count(d, c)
	add(Bias, true)
	if q := d.Quote(c.Quote); q != nil {
		add(Direct, q.Form == whosaid.QuoteDirect)
	}
	add(Headline, s.Kind == whosaid.SentenceHeadline)
	add(Relative, !c.Subject.Empty() && !inside(c, c.Subject))
	add(Infinitive, strings.HasPrefix(d.Slice(c.Predicate), "to "))
	add(Long, words > 25)
	add(NoName, len(c.Entities) == 0)
	add(Pronoun, f.classOf(d.Slice(c.Subject))&(cNominative|cThese) != 0)
	add(Marks, marks)
	add(Commas, commas > 1)
	add(Dash, dash)
	add(Cut, c.Quote == 0 && s.End-c.Spans[len(c.Spans)-1].End > 2)
	add(Alone, claims == 1)
	add(Crowded, claims > 2)
	return list
}

func (f *Finder) classOf(s string) class { return f.words[strings.ToLower(s)].class }

func inside(c *whosaid.Claim, s whosaid.Span) bool {
	return slices.ContainsFunc(c.Spans, func(p whosaid.Span) bool { return p.Contains(s) })
}

// count counts the words and commas of a claim and looks for quotation marks
// and dashes.
func (f *Finder) count(d *whosaid.Document, c *whosaid.Claim) (words, commas int, marks, dash bool) {
	for _, s := range c.Spans {
		first, end := d.TokensIn(s)
		for t := first; t < end; t++ {
			s := d.Slice(d.Tokens[t].Span)
			switch class := f.words[s].class; {
			case s == ",":
				commas++
			case class&cMark != 0:
				marks = true
			case class&cDash != 0:
				dash = true
			default:
				words++
			}
		}
	}
	return words, commas, marks, dash
}
