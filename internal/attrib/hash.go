package attrib

import "github.com/whosaid/whosaid/internal/linear"

func hashString(s string) uint32 { return linear.Hash(s) }

func hashBytes(s []byte) uint32 { return linear.Hash(string(s)) }

// feat makes the feature of template t with values a and b.
func feat(t, a, b uint32) uint32 {
	h := t*0x9E3779B1 ^ a
	h = (h ^ h>>15) * 0x85EBCA6B
	h ^= b * 0xC2B2AE35
	h = (h ^ h>>13) * 0x27D4EB2F
	return h ^ h>>16
}
