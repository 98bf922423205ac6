package whosaid_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
)

// Each enumerated type lists its values; Validate refuses any other.
func Example_values() {
	fmt.Println(whosaid.Layer.Values(""))
	fmt.Println(whosaid.SentenceKind.Values(""))
	fmt.Println(whosaid.EntityKind.Values(""))
	fmt.Println(whosaid.Number.Values(""))
	fmt.Println(whosaid.Gender.Values(""))
	fmt.Println(whosaid.MentionForm.Values(""))
	fmt.Println(whosaid.DateType.Values(""))
	fmt.Println(whosaid.QuoteForm.Values(""))
	fmt.Println(whosaid.CueClass.Values(""))
	fmt.Println(whosaid.Modality.Values(""))
	fmt.Println(whosaid.SourceType.Values(""))
	fmt.Println(whosaid.EvidenceRule.Values(""))
	fmt.Println(whosaid.ClaimType.Values(""))
	fmt.Println(whosaid.ClaimantKind.Values(""))
	fmt.Println(whosaid.Tense.Values(""))
	fmt.Println(whosaid.Stance.Values(""))
	fmt.Println(whosaid.QuantityComparison.Values(""))
	// Output:
	// [sentences syntax entities dates quotes claims]
	// [prose headline note dateline byline]
	// [person organization place group product event work]
	// [one several crowd]
	// [female male]
	// [name pronoun nominal]
	// [DATE TIME DURATION SET]
	// [direct indirect mixed]
	// [say write announce report claim deny admit answer ask order warn suggest promise predict call agree show think know expect want plan feel]
	// [future possible obliged conditional hearsay]
	// [namedPerson namedBody document unnamedPerson unnamedGroup none]
	// [cue continued dialogue label]
	// [prediction causal comparison quantity rule event state experience other]
	// [narrator entity unnamed]
	// [past present future]
	// [denies confirms disputes]
	// [atLeast atMost moreThan lessThan]
}

// Speech can be told from thought.
func ExampleCueClass_Speech() {
	for _, c := range []whosaid.CueClass{whosaid.CueSay, whosaid.CueDeny, whosaid.CueThink, ""} {
		fmt.Printf("%q %v\n", c, c.Speech())
	}
	// Output:
	// "say" true
	// "deny" true
	// "think" false
	// "" true
}

func ExampleSpan() {
	all, some := whosaid.Span{Start: 0, End: 10}, whosaid.Span{Start: 8, End: 10}
	fmt.Println(all.Len(), all.Contains(some), some.Contains(all), all.Overlaps(some))
	fmt.Println(all.Overlaps(whosaid.Span{Start: 10, End: 12}), whosaid.Span{}.Empty())
	// Output:
	// 10 true false true
	// false true
}

// Tokens are cut as the Penn Treebank does.
func ExampleDocument_TokensIn() {
	d := read("Ann Lee didn't stay.")
	first, end := d.TokensIn(whosaid.Span{Start: 8, End: 19})
	tokens := func(list []whosaid.Token) {
		for _, t := range list {
			fmt.Println(d.Slice(t.Span), t.Tag)
		}
	}
	tokens(d.Tokens[first:end])
	// Output:
	// did VBD
	// n't RB
	// stay VB
}

// The grammar of each token, where it was asked for.
func ExampleDependency() {
	d := read("Ann Lee left Oslo.", extract.WithSyntax())
	show := func(t whosaid.Token, g whosaid.Dependency) {
		head := "-"
		if g.Head >= 0 {
			head = d.Slice(d.Tokens[g.Head].Span)
		}
		fmt.Println(d.Slice(t.Span), g.Relation, head)
	}
	for i, g := range d.Syntax {
		show(d.Tokens[i], g)
	}
	// Output:
	// Ann nsubj left
	// Lee flat Ann
	// left root -
	// Oslo obj left
	// . punct left
}

func ExampleSentence() {
	d := read("MILL CLOSES\n\nBy Ann Lee\n\nThe mill closed on Monday.")
	sentences := func(list []whosaid.Sentence) {
		for _, s := range list {
			fmt.Println(s.Paragraph, s.Kind, d.Slice(s.Span))
		}
	}
	sentences(d.Sentences)
	// Output:
	// 0 headline MILL CLOSES
	// 1 byline By Ann Lee
	// 2 prose The mill closed on Monday.
}

// All mentions of an entity, with its roles.
func ExampleEntity() {
	d := read("Oslo Mayor Ann Lee said she would stay.")
	show := func(e *whosaid.Entity, roles []whosaid.Role, mention func(int) whosaid.Mention) {
		fmt.Println(e.ID, e.Kind, e.Name)
		for _, r := range roles {
			fmt.Println("-", r.Title, "of", d.Entity(r.Org).Name)
		}
		for _, i := range e.Mentions {
			fmt.Println("-", mention(i).Form, d.Slice(mention(i).Span))
		}
	}
	var id whosaid.EntityID = 2
	show(d.Entity(id), d.Entity(id).Roles, func(i int) whosaid.Mention { return d.Mentions[i] })
	// Output:
	// 2 person Ann Lee
	// - Mayor of Oslo
	// - name Ann Lee
	// - pronoun she
}

func ExampleDate() {
	d := read("The mill closed in May 2012.")
	show := func(t whosaid.Date) {
		fmt.Println(d.Slice(t.Span), t.Type, t.Value, t.Resolved)
		fmt.Println(t.From.Format(time.DateOnly), t.To.Format(time.DateOnly))
	}
	show(d.Dates[0])
	// Output:
	// May 2012 DATE 2012-05 true
	// 2012-05-01 2012-06-01
}

// Who speaks, how the text puts it, and why the quote was found.
func ExampleQuote() {
	d := read("Ann Lee, who built it, did not tell Reuters that the bridge was safe.")
	show := func(q *whosaid.Quote, e whosaid.Evidence) {
		fmt.Println(q.ID, q.Form, d.Words(q.Content...))
		fmt.Println(q.CueClass, q.Negated, d.Slice(q.Addressee))
		fmt.Println(q.SourceType, d.Slice(q.Justification))
		fmt.Println(e.IsZero(), e.Rule, d.Words(e.Words...))
	}
	var id whosaid.QuoteID = 1
	show(d.Quote(id), d.Quote(id).Evidence)
	// Output:
	// 1 indirect the bridge was safe
	// say true Reuters
	// namedPerson who built it
	// false cue tell … Ann Lee
}

func ExampleClaim() {
	d := read("Nina Berg said at least 40 people left Turin in 2019.")
	show := func(c *whosaid.Claim, who whosaid.Claimant, n whosaid.Quantity) {
		fmt.Println(c.Type, c.Tense, d.Words(c.Spans...))
		fmt.Println(who.Kind, d.WhoClaims(c))
		fmt.Println(n.Comparison, n.Value, n.Unit)
	}
	show(&d.Claims[0], d.Claims[0].Claimant, d.Claims[0].Quantities[0])
	// Output:
	// quantity past at least 40 people left Turin in 2019
	// entity Nina Berg
	// atLeast 40 people
}

// What others say of a claim stands beside it.
func ExampleResponse() {
	d := read("Nina Berg said the factory in Turin leaked acid. Orbit Labs denied the claim.")
	i := slices.IndexFunc(d.Claims, func(c whosaid.Claim) bool { return len(c.Responses) > 0 })
	show := func(r whosaid.Response) {
		fmt.Println(d.Entity(r.Entity).Name, r.Stance, "|", d.Slice(r.Cue))
	}
	fmt.Println(d.Words(d.Claims[i].Spans...))
	show(d.Claims[i].Responses[0])
	// Output:
	// the factory in Turin leaked acid
	// Orbit Labs denies | denied
}

// JSON of another version of the schema is refused.
func ExampleDocument_UnmarshalJSON() {
	var d whosaid.Document
	err := json.Unmarshal([]byte(`{"schema":"whosaid/0","text":"Rain."}`), &d)
	var other *whosaid.SchemaError
	fmt.Println(errors.As(err, &other), other.Got, whosaid.SchemaVersion)
	// Output:
	// true whosaid/0 whosaid/1
}
