// Command prose is the adapter of github.com/jdkato/prose: sentences, tags and
// names, with its own model, decoded once.
//
// It reads lines of {"id","text"} from standard input and writes for each the
// names that prose finds, in the form that the scorers read.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"log"
	"os"
	"strings"

	"github.com/jdkato/prose/v2"
)

// An input is what is read of a line.
type input struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// A record is what is written.
type record struct {
	ID       string   `json:"id"`
	Entities []entity `json:"entities"`
}

// An entity is a name with its byte offsets.
type entity struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
}

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func run(r io.Reader, w io.Writer) error {
	model := prose.ModelFromData("own")
	dec, out := json.NewDecoder(bufio.NewReader(r)), bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	for {
		var in input
		if err := dec.Decode(&in); errors.Is(err, io.EOF) {
			return out.Flush()
		} else if err != nil {
			return err
		}
		doc, err := prose.NewDocument(in.Text, prose.UsingModel(model))
		if err != nil {
			return err
		}
		if err := enc.Encode(record{in.ID, names(in.Text, doc.Tokens())}); err != nil {
			return err
		}
	}
}

// names joins the tokens that prose labels as one name: B-X, I-X, I-X.
func names(text string, tokens []prose.Token) []entity {
	list := []entity{}
	at := newAligner(text)
	inside := ""
	for _, t := range tokens {
		start, end, found := at.next(t.Text)
		part, kind, labelled := strings.Cut(t.Label, "-")
		switch {
		case !found || !labelled:
			inside = ""
		case part == "I" && kind == inside:
			list[len(list)-1].End = end
		default:
			list = append(list, entity{start, end, kind})
			inside = kind
		}
	}
	return list
}
