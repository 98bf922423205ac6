package claims_test

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/whosaid/whosaid/claims"
	"github.com/whosaid/whosaid/extract"
)

// Claims as JSON-LD, for a store that speaks schema.org.
func ExampleSchema() {
	x, err := extract.New()
	if err != nil {
		panic(err)
	}
	day := time.Date(2023, 5, 4, 0, 0, 0, 0, time.UTC)
	d, err := x.Extract(context.Background(), "Nina Berg said the factory in Turin closed in 2019.", extract.Published(day))
	if err != nil {
		panic(err)
	}
	for i := range d.Claims {
		b, err := json.Marshal(claims.Schema(d, &d.Claims[i]))
		if err != nil {
			panic(err)
		}
		fmt.Println(string(b))
	}
	// Output:
	// {"@context":"https://schema.org","@type":"Claim","text":"the factory in Turin closed in 2019","author":{"@type":"Person","name":"Nina Berg"},"datePublished":"2023-05-04"}
}

// The skeleton of a review, for those who check facts to fill in.
func ExampleReview() {
	x, err := extract.New()
	if err != nil {
		panic(err)
	}
	d, err := x.Extract(context.Background(), "Reuters said two ships collided near Malta.")
	if err != nil {
		panic(err)
	}
	for i := range d.Claims {
		b, err := json.Marshal(claims.Review(d, &d.Claims[i]))
		if err != nil {
			panic(err)
		}
		fmt.Println(string(b))
	}
	// Output:
	// {"@context":"https://schema.org","@type":"ClaimReview","claimReviewed":"two ships collided near Malta","itemReviewed":{"@type":"Claim","text":"two ships collided near Malta","author":{"@type":"Organization","name":"Reuters"}}}
}

// Claims as the edges of a graph.
func ExampleTriples() {
	x, err := extract.New()
	if err != nil {
		panic(err)
	}
	d, err := x.Extract(context.Background(), "Nina Berg said the factory did not close. Orbit Labs bought a bank in Oslo.")
	if err != nil {
		panic(err)
	}
	for _, t := range claims.Triples(d) {
		fmt.Printf("%s | %s | %s | negated %t | %q\n", t.Subject, t.Predicate, t.Object, t.Negated, t.Claimant)
	}
	// Output:
	// the factory | close |  | negated true | "Nina Berg"
	// Orbit Labs | buy | a bank in Oslo | negated false | ""
}
