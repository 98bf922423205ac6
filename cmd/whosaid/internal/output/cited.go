package output

import (
	"encoding/json"
	"net/url"
	"unicode/utf8"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/textpos"
)

// A cited is a quote as search engines and content systems take it: with its
// words, not with references. Start and End count characters of the text.
type cited struct {
	Text       string   `json:"text"`
	Speakers   []string `json:"speakers,omitempty"` // by name, or as the text describes them
	Source     string   `json:"source,omitempty"`   // in the words of the text
	SourceType string   `json:"sourcetype,omitempty"`
	Cue        string   `json:"cue,omitempty"`
	CueClass   string   `json:"cueclass,omitempty"`
	Form       string   `json:"form"`
	Negated    bool     `json:"negated,omitempty"`
	Start      int      `json:"start"`
	End        int      `json:"end"`
	Score      float64  `json:"score"`
}

func cite(d *whosaid.Document, x *textpos.Index, q *whosaid.Quote) cited {
	c := cited{
		Text: textpos.Clean(d.Words(q.Content...)), Source: textpos.Clean(d.Words(q.Source)), SourceType: string(q.SourceType),
		Cue: textpos.Clean(d.Words(q.Cue)), CueClass: string(q.CueClass), Form: string(q.Form), Negated: q.Negated, Score: q.Score,
	}
	c.Start, c.End = x.Runes(q.Span)
	for _, e := range d.Speakers(q) {
		c.Speakers = append(c.Speakers, textpos.Clean(e.Called()))
	}
	return c
}

// address is where an article stands on the web, "" if nothing says it.
func address(r *Record) string {
	if u, err := url.Parse(r.URL); err == nil && u.IsAbs() {
		return r.URL
	}
	return ""
}

// textChunk is how much of a text is written at once, in bytes.
const textChunk = 16 << 10

// addText adds a text as the next field, piece by piece.
func (o *object) addText(name, text string) {
	o.raw([]byte(`,"` + name + `":"`))
	for text != "" && o.err == nil {
		n := min(len(text), textChunk)
		for n < len(text) && n > textChunk-utf8.UTFMax && !utf8.RuneStart(text[n]) {
			n--
		}
		b, err := json.Marshal(textpos.Clean(text[:n]))
		if err != nil {
			o.err = err
			return
		}
		o.raw(b[1 : len(b)-1])
		text = text[n:]
	}
	o.raw([]byte(`"`))
}
