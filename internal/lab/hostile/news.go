package hostile

import (
	"fmt"
	"strings"
)

// News makes invented article number i: a headline, a dateline and some
// paragraphs, from a few hundred to some thousand bytes. The same i gives the
// same text, and different ones different names, numbers and orders.
func News(i int) string {
	r := dice(uint64(i)*0x9e3779b97f4a7c15 + 1)
	who := "Ann " + syllables(r.n(1_000_000))
	firm := syllables(r.n(1_000_000)) + " Corp."
	town := syllables(r.n(1_000_000))
	fill := strings.NewReplacer("WHO", who, "LAST", who[4:], "FIRM", firm, "TOWN", town)
	var b strings.Builder
	b.WriteString(fill.Replace("FIRM to leave TOWN\n\nTOWN, "))
	fmt.Fprintf(&b, "%s %d (Coast Wire) — ", [...]string{"Jan.", "March", "July", "Sept."}[r.n(4)], 1+r.n(28))
	for range 2 + r.n(24) {
		line := newsLines[r.n(len(newsLines))]
		b.WriteString(fill.Replace(strings.ReplaceAll(line, "NUM", fmt.Sprint(1+r.n(9_999)))))
		b.WriteString([...]string{" ", " ", "\n\n"}[r.n(3)])
	}
	return b.String()
}

// newsLines are the sentences of invented articles.
var newsLines = []string{
	"WHO, chief executive of FIRM, said on Tuesday that the firm would leave TOWN.",
	"“We will not sell,” LAST told reporters. “Nor will we wait.”",
	"FIRM has NUM workers in TOWN and NUM abroad.",
	"According to two officials, the plan was likely to cost $NUM million over the next five years.",
	"The company denied that it had been warned in March.",
	"\"Nobody asked us,\" she said. \"Nobody ever does.\"",
	"LAST, 54, urged the council to vote for the plan before the end of the year.",
	"In a statement, the ministry said it hoped talks would resume next month.",
	"Shares fell NUM percent in early trading on Wednesday, their worst day since 2009.",
	"He added: ‘The harbour is what TOWN has.’",
	"Asked whether the deal was dead, the spokesman declined to comment.",
	"The court ruled last week that the U.S.-based owner may not close the plant.",
}

// dice are a small generator of pseudo-random numbers.
type dice uint64

func (d *dice) n(below int) int {
	*d = *d*6364136223846793005 + 1442695040888963407
	return int((uint64(*d) >> 33) % uint64(below))
}
