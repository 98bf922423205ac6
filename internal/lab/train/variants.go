package train

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid/internal/lab/corpus"
)

// variants are the forms in which the i-th document of a corpus is learnt:
// some in small letters only, some in capitals only, as they are met on the
// web and in headlines; some with the dateline of a news agency before them.
func variants(c *corpus.Doc, i int, silver bool) []*corpus.Doc {
	rest := i % 4
	if silver {
		rest = i % 16
	}
	switch rest {
	case 0:
		return []*corpus.Doc{c, recast(c, strings.ToLower)}
	case 1:
		return []*corpus.Doc{c, recast(c, strings.ToUpper)}
	case 2:
		return []*corpus.Doc{withDateline(c, i)}
	}
	return []*corpus.Doc{c}
}

// recast changes the case of the ASCII letters of a text, so that offsets
// stay.
func recast(c *corpus.Doc, f func(string) string) *corpus.Doc {
	d := *c
	var b strings.Builder
	for i := 0; i < len(c.Text); i++ {
		if c.Text[i] < 0x80 {
			b.WriteString(f(c.Text[i : i+1]))
		} else {
			b.WriteByte(c.Text[i])
		}
	}
	d.Text = b.String()
	return &d
}

// Datelines are put together from these.
var (
	lineCities = [][2]string{
		{"LONDON", ""}, {"PARIS", ""}, {"MOSCOW", ""}, {"NEW YORK", ""}, {"WASHINGTON", ""}, {"BEIJING", ""}, {"TOKYO", ""},
		{"NAIROBI", "Kenya"}, {"LAGOS", "Nigeria"}, {"ZAGREB", "Croatia"}, {"GENEVA", ""}, {"JAKARTA", "Indonesia"},
		{"AARHUS", "Denmark"}, {"EINDHOVEN", "Netherlands"}, {"LUSAKA", "Zambia"}, {"PORTLAND", "Ore."}, {"SHAH ALAM", ""},
		{"BERGEN", "Norway"}, {"LILLEHAMMER", "Norway"}, {"BOGOTA", "Colombia"}, {"Jerusalem", ""}, {"Ankara", "Turkey"},
		{"Nicosia", "Cyprus"}, {"ROME", ""}, {"MADRID", "Spain"}, {"CAIRO", "Egypt"}, {"Manila", "Philippines"}, {"HANOI", ""},
		{"SEOUL", "South Korea"}, {"BUJUMBURA", "Burundi"}, {"TALLINN", "Estonia"},
	}
	lineAgencies = []string{"AP", "Reuters", "AFP", "AP", "Xinhua", "UPI", "dpa", "AP", "Bernama", "Kyodo", "IRNA"}
	lineDashes   = []string{"-", "--", "_", "—", "–", ":"}
)

// withDateline puts a dateline before the text.
func withDateline(c *corpus.Doc, i int) *corpus.Doc {
	d := *c
	city, agency, dash := lineCities[i/4%len(lineCities)], lineAgencies[i/4%len(lineAgencies)], lineDashes[i/4%len(lineDashes)]
	type mark struct {
		start, end int
		typ        string
	}
	line := city[0]
	marks := []mark{{0, len(line), "LOC"}}
	if city[1] != "" {
		line += ", "
		marks = append(marks, mark{len(line), len(line) + len(city[1]), "LOC"})
		line += city[1]
	}
	line += " ("
	marks = append(marks, mark{len(line), len(line) + len(agency), "ORG"})
	line += agency + ") " + dash + " "
	d.Text = line + c.Text
	d.Entities = nil
	var lineLabels []corpus.Label
	for _, m := range marks {
		d.Entities = append(d.Entities, corpus.Entity{Start: m.start, End: m.end, Type: m.typ})
		lineLabels = append(lineLabels, corpus.Label{Start: m.start, End: m.end, Type: m.typ})
	}
	n := len(line)
	for _, e := range c.Entities {
		e.Start, e.End = e.Start+n, e.End+n
		d.Entities = append(d.Entities, e)
	}
	for _, labels := range []*[]corpus.Label{&d.A, &d.B, &d.C} {
		*labels = append(slices.Clone(lineLabels), shifted(*labels, n)...)
	}
	return &d
}

// shifted are the labels n bytes further on.
func shifted(labels []corpus.Label, n int) []corpus.Label {
	out := slices.Clone(labels)
	for i := range out {
		out[i].Start, out[i].End = out[i].Start+n, out[i].End+n
	}
	return out
}
