package timex

import (
	_ "embed"
	"fmt"

	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed movable.txt
var movableTable string

// movables are the sections of movable.txt.
var movables = []string{
	"ashura", "diwali", "dragon-boat", "dussehra", "eid-al-adha", "eid-al-fitr", "hanukkah", "holi",
	"lunar-new-year", "mid-autumn", "onam", "orthodox-easter", "passover", "purim", "ramadan", "rosh-hashanah",
	"shavuot", "sukkot", "yom-kippur",
}

// readMovable reads movable.txt.
func (g *Grammar) readMovable(text string) error {
	g.movable = map[string]map[int]civil{}
	for _, name := range movables {
		g.movable[name] = map[int]civil{}
	}
	f := wordfile.File{Name: "internal/timex/movable.txt", Text: text}
	return f.Values(movables, func(section, word string, value int) error {
		c := civil{atoi(word), value / 100, value % 100}
		if !allDigits(word) || !c.exists() {
			return fmt.Errorf("%s=%d is no day of a year", word, value)
		}
		g.movable[section][c.year] = c
		return nil
	})
}
