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
		if err := enc.Encode(record{in.ID, names(in.Text, doc)}); err != nil {
			return err
		}
	}
}

// names gives the entities of doc, which are tokens joined by spaces, their
// offsets in text: those of the next tokens with these words.
func names(text string, doc *prose.Document) []entity {
	list := []entity{}
	tokens := align(text, doc.Tokens())
	next := 0
	for _, e := range doc.Entities() {
		words := strings.Fields(e.Text)
		for i := next; len(words) > 0 && i+len(words) <= len(tokens); i++ {
			if same(tokens[i:i+len(words)], words) {
				next = i + len(words)
				list = append(list, entity{tokens[i].start, tokens[next-1].end, e.Label})
				break
			}
		}
	}
	return list
}

// same reports whether the tokens are these words.
func same(tokens []token, words []string) bool {
	for i, w := range words {
		if tokens[i].text != w {
			return false
		}
	}
	return true
}
