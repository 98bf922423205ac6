// Package chart draws bars as SVG, which browsers and word processors show.
package chart

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// A Bar is one line of a chart.
type Bar struct {
	Label string
	Value int
	Note  string // stands behind the value: "12 %"
}

const (
	rowHeight = 24
	labelAt   = 220 // where labels end and bars begin
	barWidth  = 400 // of the longest bar
	width     = labelAt + barWidth + 110
)

// head begins a chart of a width and height, with its title.
const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %[1]d %[2]d" width="%[1]d" height="%[2]d" role="img"` +
	` font-family="system-ui, sans-serif" font-size="13">
<title>%[3]s</title>
<rect width="100%%" height="100%%" fill="#fff"/>
<text x="8" y="22" font-size="15" font-weight="600" fill="#1c1c1c">%[3]s</text>
`

// Bars draws a chart of horizontal bars.
func Bars(title string, bars []Bar) string {
	most := 1
	for _, b := range bars {
		most = max(most, b.Value)
	}
	height := 40 + rowHeight*len(bars)
	var s strings.Builder
	fmt.Fprintf(&s, head, width, height, escape(title))
	for i, b := range bars {
		y := 36 + i*rowHeight
		w := b.Value * barWidth / most
		fmt.Fprintf(&s, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#1c1c1c\">%s</text>", labelAt-8, y+15, escape(short(b.Label)))
		fmt.Fprintf(&s, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"18\" rx=\"2\" fill=\"#2b6ca3\"/>", labelAt, y+1, w)
		fmt.Fprintf(&s, "<text x=\"%d\" y=\"%d\" fill=\"#1c1c1c\">%d%s</text>\n", labelAt+w+6, y+15, b.Value, escape(note(b.Note)))
	}
	s.WriteString("</svg>\n")
	return s.String()
}

func note(s string) string {
	if s == "" {
		return ""
	}
	return " · " + s
}

// short cuts a label to what fits.
func short(s string) string {
	r := []rune(s)
	if len(r) > 30 {
		return string(r[:29]) + "…"
	}
	return s
}

func escape(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a Builder does not fail
	return b.String()
}
