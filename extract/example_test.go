package extract_test

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/whosaid/whosaid/entities"
	"github.com/whosaid/whosaid/extract"
)

// What New builds goes by its options; each program builds one Extractor.
func ExampleNew() {
	build := func(opts ...extract.Option) *extract.Extractor {
		x, err := extract.New(opts...)
		if err != nil {
			panic(err)
		}
		return x
	}
	d, err := build(extract.WithSyntax()).Extract(context.Background(), "Ann Lee left Oslo.")
	if err != nil {
		panic(err)
	}
	for i, t := range d.Tokens {
		fmt.Println(d.Slice(t.Span), d.Syntax[i].Head, d.Syntax[i].Relation)
	}
	// Output:
	// Ann 2 nsubj
	// Lee 0 flat
	// left -1 root
	// Oslo 2 obj
	// . 2 punct
}

// A model of names that one has trained is a file; what is none is refused.
func ExampleWithNameModel() {
	_, err := extract.New(extract.WithNameModel([]byte("MZ")))
	fmt.Println(errors.Is(err, entities.ErrModel))
	// Output:
	// true
}

// One Extractor reads any number of texts, from any number of goroutines.
func Example() {
	x, err := extract.New()
	if err != nil {
		panic(err)
	}
	text := "“We will not sell,” said Zoë Müller, chief executive of Orbit Labs. She spoke on Tuesday."
	day := time.Date(2015, 9, 24, 0, 0, 0, 0, time.UTC)
	d, err := x.Extract(context.Background(), text, extract.Published(day))
	if err != nil {
		panic(err)
	}
	for _, q := range d.Quotes {
		fmt.Printf("%s %s: %s\n", d.Who(&q), d.Slice(q.Cue), d.Words(q.Content...))
	}
	for _, t := range d.Dates {
		fmt.Println(d.Slice(t.Span), t.Value)
	}
	// Output:
	// Zoë Müller said: We will not sell,
	// Tuesday 2015-09-22
}

// Without the day of publication, relative dates stay unresolved: the clock is
// never asked.
func ExamplePublished() {
	x, err := extract.New()
	if err != nil {
		panic(err)
	}
	const text = "The bank closed on Friday."
	for _, opts := range [][]extract.DocOption{nil, {extract.Published(time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC))}} {
		d, err := x.Extract(context.Background(), text, opts...)
		if err != nil {
			panic(err)
		}
		fmt.Println(d.Slice(d.Dates[0].Span), d.Dates[0].Resolved, d.Dates[0].From.Format(time.DateOnly))
	}
	// Output:
	// Friday false 0001-01-01
	// Friday true 2024-02-23
}

// Many texts say themselves when they were published.
func ExampleWithPublishedFromText() {
	x, err := extract.New(extract.WithPublishedFromText())
	if err != nil {
		panic(err)
	}
	d, err := x.Extract(context.Background(), "By Ann Lee | March 4, 2024\n\nThe bank closed on Friday.")
	if err != nil {
		panic(err)
	}
	fmt.Println(d.Published.Format(time.DateOnly), "from", d.Slice(d.PublishedSpan))
	fmt.Println(d.Slice(d.Dates[1].Span), d.Dates[1].Value)
	// Output:
	// 2024-03-04 from March 4, 2024
	// Friday 2024-03-01
}

// A text over the limit is refused with its size.
func ExampleWithMaxBytes() {
	x, err := extract.New(extract.WithMaxBytes(1 << 10))
	if err != nil {
		panic(err)
	}
	_, err = x.Extract(context.Background(), string(make([]byte, 2<<10)))
	var ie *extract.InputError
	fmt.Println(errors.As(err, &ie), ie.Size, err)
	fmt.Println("by default:", extract.DefaultMaxBytes)
	// Output:
	// true 2048 extract: text is 2 KB, limit 1 KB
	// by default: 4194304
}

// Calendars and chats look forward, news looks back.
func ExampleWithDates() {
	x, err := extract.New(extract.WithDates(entities.Forward()))
	if err != nil {
		panic(err)
	}
	d, err := x.Extract(context.Background(), "Lunch on Friday?", extract.Published(time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC)))
	if err != nil {
		panic(err)
	}
	fmt.Println(d.Dates[0].Value)
	// Output:
	// 2024-03-01
}
