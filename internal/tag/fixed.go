package tag

import (
	"strings"
	"unicode/utf8"
)

// Fixed is the tag of the token if its spelling alone decides it: that of
// punctuation and of addresses. Others have "".
func (r *Reader) Fixed() string {
	t := &r.d.Tokens[r.i]
	w := r.d.Text[t.Start:t.End]
	if len(w) > 8 || w[0] == '@' {
		if address(w) {
			return "NN"
		}
		return ""
	}
	switch w {
	case ",", ".", "?", "!", ":", ";", "-":
		return single(w[0])
	case "...", "…", "--", "–", "—", "―", "..", "&hellip;", "&mdash;", "&ndash;":
		return ":"
	case "?!", "!!", "??", "!!!", "???", "!?":
		return "."
	case "(", "[", "{":
		return "("
	case ")", "]", "}":
		return ")"
	case "“", "„", "«", "``", "‘", "&ldquo;", "&lsquo;", "&laquo;":
		return "``"
	case "”", "»", "''", "&rdquo;", "&raquo;":
		return "''"
	case "\"", "&quot;":
		return r.straight()
	case "$", "€", "£", "¥", "US$", "&pound;", "&euro;":
		return "$"
	}
	if w[0] == '.' && strings.Trim(w, ".") == "" {
		return ":"
	}
	return ""
}

func single(c byte) string {
	switch c {
	case ',':
		return ","
	case '.', '?', '!':
		return "."
	case '-':
		return "-"
	}
	return ":"
}

// straight is the tag of a straight mark: an opening one touches what
// follows, and not what stands before.
func (r *Reader) straight() string {
	toks := r.d.Tokens
	t := toks[r.i]
	if r.i+1 < len(toks) && toks[r.i+1].Start == t.End && (r.i == 0 || toks[r.i-1].End < t.Start) {
		return "``"
	}
	return "''"
}

// address reports whether w is a link, an e-mail address or a handle.
func address(w string) bool {
	if w[0] == '@' {
		return len(w) > 1
	}
	w = w[:min(len(w), maxWord)]
	at := strings.IndexByte(w, '@')
	return at > 0 && utf8.RuneCountInString(w[at:]) > 1 || strings.Contains(w, "://") || strings.HasPrefix(w, "www.")
}
