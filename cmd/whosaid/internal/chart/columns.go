package chart

import (
	"fmt"
	"strings"
)

// A Pair is one line of a chart that compares two sets: what part of each it is.
type Pair struct {
	Label string
	Parts [2]float64 // in [0,1]
}

// colors are those of bars, of the one set and of the other.
var colors = [2]string{"#2b6ca3", "#c9722c"}

// Pairs draws a chart of two bars each, in percent.
func Pairs(title string, names [2]string, pairs []Pair) string {
	const row = 40
	most := 0.01
	for _, p := range pairs {
		most = max(most, p.Parts[0], p.Parts[1])
	}
	height := 64 + row*len(pairs)
	var s strings.Builder
	fmt.Fprintf(&s, head, width, height, escape(title))
	x := 8
	for i, n := range names {
		n = short(n)
		fmt.Fprintf(&s, "<rect x=\"%d\" y=\"34\" width=\"12\" height=\"12\" fill=\"%s\"/>", x, colors[i])
		fmt.Fprintf(&s, "<text x=\"%d\" y=\"45\" fill=\"#1c1c1c\">%s</text>\n", x+18, escape(n))
		x += width / 2
	}
	for i, p := range pairs {
		y := 56 + i*row
		fmt.Fprintf(&s, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#1c1c1c\">%s</text>", labelAt-8, y+22, escape(short(p.Label)))
		for k, part := range p.Parts {
			w := int(part / most * barWidth)
			fmt.Fprintf(&s, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"15\" rx=\"2\" fill=\"%s\"/>", labelAt, y+1+17*k, w, colors[k])
			fmt.Fprintf(&s, "<text x=\"%d\" y=\"%d\" fill=\"#1c1c1c\">%.1f %%</text>\n", labelAt+w+6, y+13+17*k, 100*part)
		}
	}
	s.WriteString("</svg>\n")
	return s.String()
}

// The measures of Columns.
const (
	columnsHeight = 160 // of the highest
	columnsAt     = 46  // where they begin
)

// Columns draws a chart over time: a column each, with the labels of as many as
// there is room for. A column of nothing is a gap.
func Columns(title string, bars []Bar) string {
	most := 1
	for _, b := range bars {
		most = max(most, b.Value)
	}
	var s strings.Builder
	fmt.Fprintf(&s, head, width, columnsHeight+80, escape(title))
	bottom := 40 + columnsHeight
	fmt.Fprintf(&s, "<text x=\"%d\" y=\"48\" text-anchor=\"end\" fill=\"#1c1c1c\">%d</text>", columnsAt-6, most)
	fmt.Fprintf(&s, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#1c1c1c\">0</text>", columnsAt-6, bottom)
	fmt.Fprintf(&s, "<path d=\"M%d 40V%dH%d\" fill=\"none\" stroke=\"#767676\"/>\n", columnsAt, bottom, width-8)
	room := float64(width - 8 - columnsAt)
	each := len(bars)*70/int(room) + 1 // a label takes 70
	for i, b := range bars {
		x := columnsAt + 1 + int(room*float64(i)/float64(len(bars)))
		w := max(1, int(room/float64(len(bars)))-1)
		h := b.Value * columnsHeight / most
		fmt.Fprintf(&s, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"><title>%s: %d</title></rect>",
			x, bottom-h, min(w, 60), h, colors[0], escape(b.Label), b.Value)
		if i%each == 0 {
			fmt.Fprintf(&s, "<text x=\"%d\" y=\"%d\" fill=\"#1c1c1c\">%s</text>", x, bottom+18, escape(short(b.Label)))
		}
		s.WriteByte('\n')
	}
	s.WriteString("</svg>\n")
	return s.String()
}
