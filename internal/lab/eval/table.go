package eval

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"text/tabwriter"
)

// A table writes figures in columns.
type table struct{ w io.Writer }

// WriteTable writes a report for people to read.
func (r *Report) WriteTable(w io.Writer) error {
	if _, err := fmt.Fprintf(w, "%s: %d texts\n", r.File, r.Docs); err != nil {
		return err
	}
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	t := table{tw}
	t.names(r.Names)
	t.dates(r.Dates)
	t.quotes(r.Quotes)
	t.sentences(r.Sentences)
	t.claims(r.Claims)
	if r.Roles != nil {
		t.head("roles")
		t.prf("half of the words, person", r.Roles.Relaxed, 100)
		t.prf("the words, person", r.Roles.Exact, 100)
		t.prf("and organization", r.Roles.Full, 100)
	}
	if r.Coref != nil {
		t.head("clusters of names")
		t.b3("B3, names given", r.Coref.Given)
		t.b3("B3, from raw text", r.Coref.Raw)
	}
	if r.Gap != nil {
		t.head("pronouns")
		t.prf("all", r.Gap.PRF, 100)
		t.share("he", &r.Gap.He, 100)
		t.share("she", &r.Gap.She, 100)
	}
	if r.Tags != nil {
		t.head("tags")
		t.accuracy("tokens cut alike", r.Tags.Aligned)
		t.accuracy("tag", r.Tags.Accuracy)
		t.accuracy("tag, with the weights of prose", r.Tags.Prose)
	}
	if r.Rules != nil {
		fmt.Fprintf(tw, "rules\tpassed %d of %d\n", r.Rules.Pass, r.Rules.Of)
	}
	t.calibration("scores of names", r.NameScores)
	t.calibration("scores of quotes", r.QuoteScores)
	return tw.Flush()
}

func (t table) head(name string) {
	fmt.Fprintf(t.w, "%s\tP\tR\tF1\tright\tgold\tfound\n", name)
}

// prf writes a row in per cent; scale is 100 where the shares are of one.
func (t table) prf(name string, f PRF, scale float64) {
	fmt.Fprintf(t.w, "  %s\t%.1f\t%.1f\t%.1f\t%d\t%d\t%d\n", name, scale*f.P, scale*f.R, scale*f.F1, f.TP, f.Gold, f.Pred)
}

// share writes a row with one figure in per cent.
func (t table) share(name string, f *float64, scale float64) {
	if f != nil {
		fmt.Fprintf(t.w, "  %s\t\t\t%.1f\n", name, scale**f)
	}
}

func (t table) accuracy(name string, a Accuracy) {
	if a.Acc != nil {
		fmt.Fprintf(t.w, "  %s\t\t\t%.1f\t%d\t%d\n", name, 100**a.Acc, a.OK, a.N)
	}
}

func (t table) b3(name string, f B3) {
	fmt.Fprintf(t.w, "  %s\t%.1f\t%.1f\t%.1f\t\t%d\t%d\n", name, 100*f.P, 100*f.R, 100*f.F1, f.Gold, f.Pred)
}

func (t table) names(n *Names) {
	if n == nil {
		return
	}
	t.head("names")
	for _, row := range []struct {
		name string
		f    PRF
	}{
		{"strict", n.Micro}, {"lenient", n.Lenient.Micro}, {"  person", n.Lenient.Person}, {"  organization", n.Lenient.Org},
		{"  place", n.Lenient.Place}, {"group, strict", n.Norp}, {"building, strict", n.Fac}, {"spans, any kind", n.Untyped},
	} {
		if row.f.Gold > 0 {
			t.prf(row.name, row.f, 1)
		}
	}
}

func (t table) dates(d *Dates) {
	if d == nil {
		return
	}
	t.head("dates")
	t.prf("strict", d.Strict, 100)
	t.prf("relaxed", d.Relaxed, 100)
	t.share("type", &d.TypeF1, 100)
	t.share("value", &d.ValueF1, 100)
	t.prf("strict, type and value", d.StrictTypeValue, 100)
	for _, k := range slices.Sorted(maps.Keys(d.ByType)) {
		c := d.ByType[k]
		if c.RelaxedRecall != nil {
			fmt.Fprintf(t.w, "    %s, relaxed recall\t\t%.1f\t\t\t%d\t%d\n", k, 100**c.RelaxedRecall, c.Gold, c.Pred)
		}
	}
}

func (t table) quotes(q *Quotes) {
	if q == nil {
		return
	}
	t.head("quotes")
	t.prf("exact", q.Exact, 100)
	t.prf("relaxed", q.Relaxed, 100)
	fmt.Fprintf(t.w, "  overlap, bytes\t%.1f\t%.1f\t%.1f\n", 100*q.Overlap.P, 100*q.Overlap.R, 100*q.Overlap.F1)
	t.prf("with its speaker", q.EndToEnd, 100)
	for _, k := range slices.Sorted(maps.Keys(q.ByType)) {
		t.prf("  "+k+", relaxed", q.ByType[k].Relaxed, 100)
		t.prf("  "+k+", with its speaker", q.ByType[k].EndToEnd, 100)
	}
	t.accuracy("form", q.TypeAcc)
	t.accuracy("cue", q.CueAcc)
	t.accuracy("source", q.SpeakerMention)
	t.accuracy("speaker's name", q.SpeakerName)
	for _, k := range slices.Sorted(maps.Keys(q.ByMention)) {
		t.accuracy("  where the source is "+article(k), q.ByMention[k].SpeakerOK)
	}
}

func article(kind string) string {
	if kind == "none" {
		return "not told"
	}
	return "a " + kind
}

func (t table) sentences(s *Sentences) {
	if s == nil {
		return
	}
	t.head("sentences")
	t.prf("boundary", s.Boundary, 1)
	t.prf("boundary, closing marks aside", s.Tolerant, 1)
	t.prf("whole sentence", s.Sentence, 1)
	t.share("ends within a line, recall", s.Inner, 1)
}

func (t table) claims(c *Claims) {
	if c == nil {
		return
	}
	t.head("claims")
	t.prf("span", c.Span, 100)
	t.prf("with its claimant", c.EndToEnd, 100)
	t.share("claimant", c.Claimant, 100)
	t.share("type", c.Type, 100)
	t.share("negated", c.Negated, 100)
	t.share("hedged", c.Hedged, 100)
	for _, k := range slices.Sorted(maps.Keys(c.Layer)) {
		t.share("  "+k+", recall", c.Layer[k].Recall, 100)
	}
}

func (t table) calibration(name string, c *Calibration) {
	if c == nil {
		return
	}
	fmt.Fprintf(t.w, "%s\tmean score\tright\tn\n", name)
	for _, b := range c.Bins {
		fmt.Fprintf(t.w, "  %.1f to %.1f\t%.3f\t%.3f\t%d\n", b.From, b.To, b.Score, b.Right, b.N)
	}
	fmt.Fprintf(t.w, "  expected calibration error\t\t%.3f\t%d\n", c.ECE, c.N)
}
