package claims

import "strings"

// lower is strings.ToLower, which allocates only where it changes something.
func lower(s string) string { return strings.ToLower(s) }

func hasLetter(s string) bool {
	for _, c := range s {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c > 0x2FFF || c >= 0xC0 && c < 0x2000 {
			return true
		}
	}
	return false
}
