package entities_test

import (
	"context"
	"fmt"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/entities"
	"github.com/whosaid/whosaid/extract"
)

// Two articles name one person, the second by the surname only.
func ExampleResolver_Merge() {
	x, err := extract.New()
	if err != nil {
		panic(err)
	}
	var docs []*whosaid.Document
	for _, text := range []string{
		"Senator Susan Miller visited the mill in Ohio on Monday.",
		"“We were glad to be there,” Miller said in Ohio.",
	} {
		d, err := x.Extract(context.Background(), text)
		if err != nil {
			panic(err)
		}
		docs = append(docs, d)
	}
	r, err := entities.NewResolver()
	if err != nil {
		panic(err)
	}
	for _, j := range r.Merge(docs).Joints {
		fmt.Println(j.Kind, j.Name, "in", len(j.Refs), "documents")
	}
	// Output:
	// person Susan Miller in 2 documents
	// place Ohio in 2 documents
}
