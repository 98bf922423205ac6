package main

import (
	"strings"

	"github.com/jdkato/prose/v2"
)

// rewritten is what prose makes of a text before it cuts it.
var rewritten = map[string]string{"“": `"`, "”": `"`, "‘": "'", "’": "'", "&rsquo;": "'"}

// farthest is how many bytes may lie between two tokens.
const farthest = 256

// A token is one of prose's with its byte offsets.
type token struct {
	text       string
	start, end int
}

// align gives the tokens of text their offsets, and leaves out those that do
// not stand there as they are.
func align(text string, tokens []prose.Token) []token {
	at := newAligner(text)
	list := make([]token, 0, len(tokens))
	for _, t := range tokens {
		if start, end, found := at.next(t.Text); found {
			list = append(list, token{t.Text, start, end})
		}
	}
	return list
}

// An aligner finds the byte offsets of tokens, which prose does not tell.
type aligner struct {
	clean string // the text as prose rewrites it
	from  []int  // the offset in the text of each byte of clean, and of its end
	pos   int    // where in clean the next token may begin
}

func newAligner(text string) *aligner {
	a := &aligner{}
	var clean strings.Builder
	for i := 0; i < len(text); {
		n, s := 1, text[i:i+1]
		for old, made := range rewritten {
			if strings.HasPrefix(text[i:], old) {
				n, s = len(old), made
			}
		}
		clean.WriteString(s)
		a.from = append(a.from, i)
		i += n
	}
	a.clean, a.from = clean.String(), append(a.from, len(text))
	return a
}

// next returns the offsets of the next token. It fails for one that does not
// stand in the text as it is; the token after it may be found again.
func (a *aligner) next(token string) (start, end int, found bool) {
	rest := a.clean[a.pos:min(len(a.clean), a.pos+farthest+len(token))]
	k := strings.Index(rest, token)
	if k < 0 {
		return 0, 0, false
	}
	start = a.pos + k
	a.pos = start + len(token)
	return a.from[start], a.from[a.pos], true
}
