package prosener_test

import (
	"context"
	"fmt"
	"log"

	"github.com/jdkato/prose/v2"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/entities/prosener"
	"github.com/whosaid/whosaid/extract"
)

// A model trained with prose finds the names in place of the built-in one.
// Its labels are mapped to kinds: here GPE to places, and no others.
func Example() {
	model := prose.ModelFromData("mine") // yours: prose.ModelFromDisk("dir")
	labels := prosener.Labels{"PERSON": whosaid.EntityPerson, "GPE": whosaid.EntityPlace}
	r, err := prosener.New(model, labels, 0.6)
	if err != nil {
		log.Fatal(err)
	}
	x, err := extract.New(extract.WithRecognizer(r))
	if err != nil {
		log.Fatal(err)
	}
	d, err := x.Extract(context.Background(), "Mary Jones said so in London.")
	if err != nil {
		log.Fatal(err)
	}
	for _, e := range d.Entities {
		fmt.Println(e.Kind, e.Name, d.Mentions[e.Mentions[0]].Score)
	}
	// Output:
	// person Mary Jones 0.6
	// place London 0.6
}

// A Recognizer needs a document's tokens with their tags, and nothing else.
func ExampleRecognizer_Recognize() {
	x, err := extract.New(extract.Only(whosaid.LayerSentences))
	if err != nil {
		log.Fatal(err)
	}
	d, err := x.Extract(context.Background(), "Mary Jones said so in London.")
	if err != nil {
		log.Fatal(err)
	}
	names, err := trained().Recognize(context.Background(), d)
	if err != nil {
		log.Fatal(err)
	}
	for _, n := range names {
		fmt.Println(n.Kind, d.Slice(n.Span), n.Score)
	}
	// Output:
	// person Mary Jones 0.6
	// place London 0.6
}

// trained stands for a recognizer of your own.
func trained() *prosener.Recognizer {
	r, err := prosener.New(model(), prosener.DefaultLabels(), 0.6)
	if err != nil {
		log.Fatal(err)
	}
	return r
}
