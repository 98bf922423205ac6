package claims_test

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/claims"
	"github.com/whosaid/whosaid/extract"
)

// read is what a program does once, with one Extractor for all its texts.
func read(text string) *whosaid.Document {
	x, err := extract.New()
	if err != nil {
		panic(err)
	}
	d, err := x.Extract(context.Background(), text, extract.Published(time.Date(2023, 5, 4, 0, 0, 0, 0, time.UTC)))
	if err != nil {
		panic(err)
	}
	return d
}

func printJSON(v any) {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	fmt.Println(string(b))
}

// Claims as JSON-LD, for a store that speaks schema.org.
func ExampleSchema() {
	d := read("Nina Berg said the factory in Turin closed in 2019.")
	show := func(c claims.SchemaClaim, author *claims.Agent) {
		fmt.Println(author.Type, author.Name)
		printJSON(c)
	}
	for i := range d.Claims {
		c := claims.Schema(d, &d.Claims[i])
		show(c, c.Author)
	}
	// Output:
	// Person Nina Berg
	// {"@context":"https://schema.org","@type":"Claim","text":"the factory in Turin closed in 2019","author":{"@type":"Person","name":"Nina Berg"},"datePublished":"2023-05-04"}
}

// The skeleton of a review, for those who check facts to fill in.
func ExampleReview() {
	d := read("Reuters said two ships collided near Malta.")
	var r claims.SchemaReview
	for i := range d.Claims {
		r = claims.Review(d, &d.Claims[i])
		printJSON(r)
	}
	// Output:
	// {"@context":"https://schema.org","@type":"ClaimReview","claimReviewed":"two ships collided near Malta","itemReviewed":{"@type":"Claim","text":"two ships collided near Malta","author":{"@type":"Organization","name":"Reuters"},"datePublished":"2023-05-04"}}
}

// A relative clause can be read alone, with what it says something of.
func ExampleText() {
	d := read("Karim Aziz, who founded Orbit Labs in 1999, left Oslo on Monday.")
	for i := range d.Claims {
		fmt.Println(claims.Text(d, &d.Claims[i]))
	}
	// Output:
	// Karim Aziz left Oslo on Monday
	// Karim Aziz founded Orbit Labs in 1999
}

// Claims as the edges of a graph.
func ExampleTriples() {
	show := func(t claims.Triple) {
		fmt.Printf("%s | %s | %s | negated %t | %q\n", t.Subject, t.Predicate, t.Object, t.Negated, t.Claimant)
	}
	for _, t := range claims.Triples(read("Nina Berg said the factory did not close. Orbit Labs bought a bank in Oslo.")) {
		show(t)
	}
	// Output:
	// the factory | close |  | negated true | "Nina Berg"
	// Orbit Labs | buy | a bank in Oslo | negated false | ""
}
