package verify

import (
	"strconv"
	"strings"
)

// Summary counts the findings by verdict, in the order of Verdicts.
func Summary(list []Finding) string {
	var parts []string
	for _, v := range Verdicts() {
		n := 0
		for _, f := range list {
			if f.Verdict == v {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, strconv.Itoa(n)+" "+v.Text())
		}
	}
	if len(parts) == 0 {
		return "nothing to check: no quotation and nobody said anything"
	}
	return strconv.Itoa(len(list)) + " checked: " + strings.Join(parts, ", ")
}

// Text is the verdict in words.
func (v Verdict) Text() string {
	switch v {
	case NotChecked:
		return "not checked"
	case OtherSpeaker:
		return "other speaker"
	case NotFound:
		return "not found"
	}
	return string(v)
}
