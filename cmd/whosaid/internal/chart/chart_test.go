package chart

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// wellFormed reads an SVG to its end.
func wellFormed(t *testing.T, svg string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else {
			require.NoError(t, err, svg)
		}
	}
}

func TestCharts(t *testing.T) {
	t.Parallel()
	hostile := []Bar{{"<b>&\"", 3, "1 < 2"}, {"", 0, ""}, {strings.Repeat("ä", 100), 1, ""}, {"\x00\xff", 2, ""}}
	for _, svg := range []string{
		Bars("A & B", hostile), Bars("", nil), Columns("<t>", hostile), Columns("", nil), Columns("many", make([]Bar, 2000)),
		Pairs("T", [2]string{"<a>", "b"}, []Pair{{"x & y", [2]float64{0.5, 0.25}}}), Pairs("", [2]string{}, nil),
	} {
		wellFormed(t, svg)
	}
}

func TestPairs(t *testing.T) {
	t.Parallel()
	svg := Pairs("T", [2]string{"one", "other"}, []Pair{{"x", [2]float64{0.5, 0.25}}})
	require.Contains(t, svg, `width="400" height="15"`, "the longest bar")
	require.Contains(t, svg, `width="200" height="15"`, "half of it")
	require.Contains(t, svg, ">50.0 %<")
	require.Contains(t, svg, ">other<")
}

func TestColumns(t *testing.T) {
	t.Parallel()
	svg := Columns("T", []Bar{{"2020-01", 4, ""}, {"2020-02", 0, ""}, {"2020-03", 2, ""}})
	require.Contains(t, svg, `height="160" fill="#2b6ca3"><title>2020-01: 4</title>`)
	require.Contains(t, svg, `height="0" fill="#2b6ca3"><title>2020-02: 0</title>`)
	require.Equal(t, 3, strings.Count(svg, ">2020-0")-3, "each has its label too")
}
