package output

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/textpos"
)

// conlluHead names the columns, as CoNLL-U Plus wants in the first line.
const conlluHead = "# global.columns = ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC WHOSAID:ENTITY WHOSAID:QUOTE\n"

// conllu writes CoNLL-U Plus: words, Penn tags with the universal ones that
// they mean, and columns for names and quotes, begun with B- and gone on with
// I-. The name column gives the entity, the quote column the quote's number,
// form and speaker. Heads and relations are there where the document has them.
func conllu(r *Record) ([]byte, error) {
	var b bytes.Buffer
	d := r.Document
	fmt.Fprintf(&b, "# newdoc id = %s\n", Clean(r.ID))
	names := columnOf(d, func(mark func(whosaid.Span, string)) {
		for _, m := range d.Mentions {
			if e := d.Entity(m.Entity); m.Form == whosaid.MentionName {
				mark(m.Span, fmt.Sprintf("%s:%d", e.Kind, e.ID))
			}
		}
	})
	quotes := columnOf(d, func(mark func(whosaid.Span, string)) {
		for i := range d.Quotes {
			q := &d.Quotes[i]
			for _, s := range q.Content {
				mark(s, fmt.Sprintf("%d:%s:%d", q.ID, q.Form, q.Speaker))
			}
		}
	})
	for i, s := range d.Sentences {
		fmt.Fprintf(&b, "# sent_id = %d-%d\n# text = %s\n", r.Doc, i+1, sentenceText(d, s))
		for t := s.FirstToken; t < s.EndToken; t++ {
			tok := d.Tokens[t]
			misc := "_"
			if t+1 < s.EndToken && d.Tokens[t+1].Start == tok.End {
				misc = "SpaceAfter=No"
			}
			head, relation := dependency(d, s, t)
			fmt.Fprintf(&b, "%d\t%s\t_\t%s\t%s\t_\t%s\t%s\t_\t%s\t%s\t%s\n",
				t-s.FirstToken+1, form(d, tok), upos(tok.Tag), orLine(tok.Tag), head, relation, misc, names[t], quotes[t])
		}
		b.WriteByte('\n')
	}
	return b.Bytes(), nil
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

// columnOf gives each token the label of the first span over it.
func columnOf(d *whosaid.Document, marks func(func(whosaid.Span, string))) []string {
	col := make([]string, len(d.Tokens))
	for i := range col {
		col[i] = "_"
	}
	marks(func(s whosaid.Span, label string) {
		first, end := d.TokensIn(s)
		prefix := "B-"
		for i := first; i < end; i++ {
			if col[i] == "_" {
				col[i], prefix = prefix+label, "I-"
			}
		}
	})
	return col
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

// sentenceText is the words with the spaces that the columns tell.
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
	"CC": "CCONJ", "CD": "NUM", "DT": "DET", "EX": "PRON", "FW": "X", "IN": "ADP", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "LS": "X", "MD": "AUX",
	"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PDT": "DET", "POS": "PART", "PRP": "PRON", "PRP$": "PRON", "RB": "ADV", "RBR": "ADV",
	"RBS": "ADV", "RP": "ADP", "SYM": "SYM", "TO": "PART", "UH": "INTJ", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB",
	"VBZ": "VERB", "WDT": "PRON", "WP": "PRON", "WP$": "PRON", "WRB": "ADV", "$": "SYM", "#": "SYM",
}

func upos(tag string) string {
	if u := universal[tag]; u != "" {
		return u
	}
	return "PUNCT"
}
