package output

import (
	"strconv"
	"strings"
)

// Cell is a text as a cell of CSV that people open in a spreadsheet: where that
// would take it for a formula, an apostrophe stands before it. Numbers stay.
func Cell(s string) string {
	if s == "" || !strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return s
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return s
	}
	return "'" + s
}
