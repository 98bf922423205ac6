package whosaid_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
)

const news = "Ann Lee, the mayor of Oslo, said the bridge was safe. “We will open it,” she added. Officials said it was closed."

// read is what a program does once, with one Extractor for all its texts.
func read(text string, opts ...extract.Option) *whosaid.Document {
	x, err := extract.New(opts...)
	if err != nil {
		panic(err)
	}
	d, err := x.Extract(context.Background(), text)
	if err != nil {
		panic(err)
	}
	return d
}

func ExampleDocument() {
	d := read(news)
	for _, q := range d.Quotes {
		fmt.Printf("%s | %s | %s\n", d.Who(&q), d.Slice(q.Cue), d.Slice(q.Span))
	}
	// Output:
	// Ann Lee | said | the bridge was safe
	// Ann Lee | added | “We will open it,”
	// Officials | said | it was closed
}

// Offsets count bytes; Content is without the quotation marks, Span is with
// them.
func ExampleDocument_Slice() {
	d := read(news)
	q := d.Quotes[1]
	fmt.Println(q.Span, d.Slice(q.Span))
	fmt.Println(q.Content[0], d.Slice(q.Content[0]))
	// Output:
	// {54 76} “We will open it,”
	// {57 73} We will open it,
}

// A quotation that a cue interrupts has two pieces; " … " stands for the cue.
func ExampleDocument_Words() {
	d := read("“We stay,” said Ann Lee, “until the\nbridge is safe.”")
	q := d.Quotes[0]
	fmt.Println(len(q.Content), d.Words(q.Content...))
	fmt.Printf("%q\n", d.Words())
	// Output:
	// 2 We stay, … until the bridge is safe.
	// ""
}

func ExampleDocument_Speakers() {
	d := read("Ann Lee and Bob Day said the bridge was safe. Officials said it was closed.")
	for i := range d.Quotes {
		for _, e := range d.Speakers(&d.Quotes[i]) {
			fmt.Println(e.Kind, e.Called())
		}
	}
	// Output:
	// person Ann Lee
	// person Bob Day
	// person Officials
}

// A speaker without a name is described in the words of the text.
func ExampleDocument_Who() {
	d := read("Ann Lee and Bob Day said the bridge was safe. Officials said it was closed.")
	for i := range d.Quotes {
		q := &d.Quotes[i]
		fmt.Println(d.Who(q), "|", d.Words(q.Content...))
	}
	// Output:
	// Ann Lee and Bob Day | the bridge was safe
	// Officials | it was closed
}

func ExampleDocument_Claimants() {
	d := read("Ann Lee and Bob Day said Oslo closed the bridge. It opened in 2012.")
	for i := range d.Claims {
		fmt.Println(d.Words(d.Claims[i].Spans...))
		for _, e := range d.Claimants(&d.Claims[i]) {
			fmt.Println("-", e.Name)
		}
	}
	// Output:
	// Oslo closed the bridge
	// - Ann Lee
	// - Bob Day
	// It opened in 2012
}

// The narrator's claims have nobody to name; the kind of claimant tells them
// from those of a source that the text does not mention.
func ExampleDocument_WhoClaims() {
	d := read("Ann Lee closed the bridge in 2012. Officials said Oslo would open it in May.")
	for i := range d.Claims {
		c := &d.Claims[i]
		fmt.Printf("%s %q: %s\n", c.Claimant.Kind, d.WhoClaims(c), d.Words(c.Spans...))
	}
	// Output:
	// narrator "": Ann Lee closed the bridge in 2012
	// unnamed "Officials": Oslo would open it in May
}

func ExampleDocument_OfKind() {
	d := read(news)
	for e := range d.OfKind(whosaid.EntityPerson) {
		for _, r := range e.Roles {
			fmt.Println(e.Name, "|", r.Title, "|", d.Entity(r.Org).Name)
		}
	}
	// Output:
	// Ann Lee | mayor | Oslo
}

// Source is what the text calls the speaker. QuotesBy(0) gives the quotes that
// have none.
func ExampleDocument_QuotesBy() {
	d := read(news + " Residents were told that it would open in May.")
	for e := range d.OfKind(whosaid.EntityPerson) {
		for q := range d.QuotesBy(e.ID) {
			fmt.Println(e.Name, "as", d.Slice(q.Source))
		}
	}
	for q := range d.QuotesBy(0) {
		fmt.Printf("nobody %q: %s\n", d.Slice(q.Source), d.Words(q.Content...))
	}
	// Output:
	// Ann Lee as Ann Lee, the mayor of Oslo
	// Ann Lee as she
	// nobody "": it would open in May
}

// People and bodies without a name stand apart from those with one. Called
// gives the name of an entity, or else its description.
func ExampleDocument_Described() {
	d := read("A forklift driver saw the fire. “I ran,” the driver said. Two officials told Ann Lee that the mill was lost.")
	for e := range d.Described() {
		fmt.Printf("%q %s, %s, %d mentions\n", e.Name, e.Called(), e.Number, len(e.Mentions))
		for q := range d.QuotesBy(e.ID) {
			fmt.Println("-", d.Words(q.Content...))
		}
	}
	for e := range d.OfKind(whosaid.EntityPerson) {
		fmt.Println(e.Called())
	}
	// Output:
	// "" A forklift driver, one, 2 mentions
	// - I ran,
	// "" Two officials, several, 1 mentions
	// - the mill was lost
	// Ann Lee
}

func ExampleDocument_SentenceAt() {
	d := read(news)
	date := d.Quotes[2]
	i := d.SentenceAt(date.Start)
	fmt.Println(i, d.Slice(d.Sentences[i].Span))
	// Output:
	// 2 Officials said it was closed.
}

// Documents that were stored or edited can be checked.
func ExampleDocument_Validate() {
	d := read(news)
	fmt.Println(d.Validate())
	d.Quotes[0].Speaker = 9
	err := d.Validate()
	var ve *whosaid.ValidationError
	fmt.Println(errors.As(err, &ve), err)
	// Output:
	// <nil>
	// true whosaid: Quotes[0].Speaker: no entity 9
}

func ExampleDocument_WriteJSON() {
	d := &whosaid.Document{Text: "Rain."}
	fmt.Println("", d.WriteJSON(os.Stdout))
	// Output:
	// {"schema":"whosaid/1","text":"Rain.","sentences":[],"tokens":[],"entities":[],"mentions":[],"dates":[],"quotes":[],"claims":[]} <nil>
}

func ExampleDocument_MarshalJSON() {
	b, err := json.Marshal(whosaid.Document{Text: "Rain."})
	fmt.Println(string(b), err)
	var d whosaid.Document
	fmt.Println(json.Unmarshal(b, &d), d.Text)
	// Output:
	// {"schema":"whosaid/1","text":"Rain.","sentences":[],"tokens":[],"entities":[],"mentions":[],"dates":[],"quotes":[],"claims":[]} <nil>
	// <nil> Rain.
}
