package output

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/textpos"
)

// conlluHead names the columns, as CoNLL-U Plus wants in the first line.
const conlluHead = "# global.columns = ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC WHOSAID:ENTITY WHOSAID:QUOTE\n"

// conllu writes CoNLL-U Plus: words, Penn tags with the universal ones that
// they mean, and columns for names and quotes, begun with B- and continued
// with I-. The name column gives the entity, the quote column the quote's number,
// form and speaker. Heads and relations are there where the document has them.
func conllu(to io.Writer, r *Record) error {
	w := bufio.NewWriter(to)
	d := r.Document
	fmt.Fprintf(w, "# newdoc id = %s\n", Clean(r.ID))
	names, quotes := nameColumn(d), quoteColumn(d)
	for i, s := range d.Sentences {
		w.WriteString("# sent_id = ")
		if err := w.Flush(); err != nil {
			return err
		}
		if err := putNumber(to); err != nil {
			return err
		}
		fmt.Fprintf(w, "-%d\n# text = %s\n", i+1, sentenceText(d, s))
		for t := s.FirstToken; t < s.EndToken; t++ {
			tok := d.Tokens[t]
			misc := "_"
			if t+1 < s.EndToken && d.Tokens[t+1].Start == tok.End {
				misc = "SpaceAfter=No"
			}
			head, relation := dependency(d, s, t)
			fmt.Fprintf(w, "%d\t%s\t_\t%s\t%s\t_\t%s\t%s\t_\t%s\t%s\t%s\n",
				t-s.FirstToken+1, form(d, tok), upos(tok.Tag), orLine(tok.Tag), head, relation, misc, names.at(t), quotes.at(t))
		}
		w.WriteByte('\n')
	}
	return w.Flush()
}

// dependency is the head of token t, counted in its sentence from 1, 0 for the
// root, and its relation.
func dependency(d *whosaid.Document, s whosaid.Sentence, t int) (head, relation string) {
	if t >= len(d.Syntax) {
		return "_", "_"
	}
	x := d.Syntax[t]
	if x.Head < 0 {
		return "0", x.Relation
	}
	return strconv.Itoa(x.Head - s.FirstToken + 1), x.Relation
}

// A column gives each token the label of the first span over it.
type column struct {
	d     *whosaid.Document
	of    []int32 // by token, the number of what covers it, 0 for nothing; less than 0 where that begins
	label func(n int) string
}

func newColumn(d *whosaid.Document, label func(n int) string) *column {
	return &column{d, make([]int32, len(d.Tokens)), label}
}

// mark says that s is covered by the nth of what is labelled, from 1.
func (c *column) mark(n int, s whosaid.Span) {
	first, end := c.d.TokensIn(s)
	begin := int32(-1)
	for i := first; i < end; i++ {
		if c.of[i] == 0 {
			c.of[i], begin = begin*int32(n), 1
		}
	}
}

func (c *column) at(token int) string {
	switch n := int(c.of[token]); {
	case n < 0:
		return "B-" + c.label(-n)
	case n > 0:
		return "I-" + c.label(n)
	}
	return "_"
}

func nameColumn(d *whosaid.Document) *column {
	c := newColumn(d, func(n int) string {
		e := d.Entity(d.Mentions[n-1].Entity)
		return fmt.Sprintf("%s:%d", e.Kind, e.ID)
	})
	for i, m := range d.Mentions {
		if m.Form == whosaid.MentionName {
			c.mark(i+1, m.Span)
		}
	}
	return c
}

func quoteColumn(d *whosaid.Document) *column {
	c := newColumn(d, func(n int) string {
		q := &d.Quotes[n-1]
		return fmt.Sprintf("%d:%s:%d", q.ID, q.Form, q.Speaker)
	})
	for i := range d.Quotes {
		for _, s := range d.Quotes[i].Content {
			c.mark(i+1, s)
		}
	}
	return c
}

// form is a token, fit for a column.
func form(d *whosaid.Document, t whosaid.Token) string {
	return orLine(strings.Join(strings.Fields(textpos.Clean(d.Slice(t.Span))), "\u00a0"))
}

func orLine(s string) string {
	if s == "" {
		return "_"
	}
	return s
}

// sentenceText is the words with the spaces that the MISC column implies.
func sentenceText(d *whosaid.Document, s whosaid.Sentence) string {
	var b strings.Builder
	for t := s.FirstToken; t < s.EndToken; t++ {
		if t > s.FirstToken && d.Tokens[t-1].End != d.Tokens[t].Start {
			b.WriteByte(' ')
		}
		b.WriteString(form(d, d.Tokens[t]))
	}
	return b.String()
}

// universal are the universal tags of the Penn tags that have one.
var universal = map[string]string{
	"JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ",
	"IN": "ADP", "RP": "ADP",
	"RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "ADV",
	"MD": "AUX",
	"CC": "CCONJ",
	"DT": "DET", "PDT": "DET",
	"UH": "INTJ",
	"NN": "NOUN", "NNS": "NOUN",
	"CD":  "NUM",
	"POS": "PART", "TO": "PART",
	"EX": "PRON", "PRP": "PRON", "PRP$": "PRON", "WDT": "PRON", "WP": "PRON", "WP$": "PRON",
	"NNP": "PROPN", "NNPS": "PROPN",
	"SYM": "SYM", "$": "SYM", "#": "SYM",
	"VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB",
	"FW": "X", "LS": "X",
}

func upos(tag string) string {
	if u := universal[tag]; u != "" {
		return u
	}
	return "PUNCT"
}
