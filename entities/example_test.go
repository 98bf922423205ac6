package entities_test

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"time"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/entities"
	"github.com/whosaid/whosaid/extract"
)

// read is what a program does once, with one Extractor for all its texts.
func read(text string, opts ...extract.Option) *whosaid.Document {
	x, err := extract.New(opts...)
	if err != nil {
		panic(err)
	}
	d, err := x.Extract(context.Background(), text, extract.Published(time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC)))
	if err != nil {
		panic(err)
	}
	return d
}

func printNames(d *whosaid.Document) {
	for _, m := range d.Mentions {
		fmt.Println(d.Entity(m.Entity).Kind, d.Slice(m.Span))
	}
}

// tickers finds companies by their signs on the stock exchange.
type tickers struct{ sign *regexp.Regexp }

func (t tickers) Recognize(_ context.Context, d *whosaid.Document) ([]entities.Name, error) {
	var names []entities.Name
	for _, at := range t.sign.FindAllStringIndex(d.Text, -1) {
		names = append(names, entities.Name{
			Span: whosaid.Span{Start: at[0], End: at[1]}, Kind: whosaid.EntityOrganization, Score: 0.9,
		})
	}
	return names, nil
}

// A recognizer of one's own finds the names alone.
func ExampleRecognizer() {
	var r entities.Recognizer = tickers{regexp.MustCompile(`\b[A-Z]{3,4}\b`)}
	printNames(read("Ann Lee of Oslo sold ORB and bought KLMN.", extract.WithRecognizer(r)))
	// Output:
	// organization ORB
	// organization KLMN
}

// It finds names beside the built-in recognizer if the two are joined.
func ExampleJoin() {
	builtIn, err := entities.NewRecognizer()
	if err != nil {
		panic(err)
	}
	r := entities.Join(tickers{regexp.MustCompile(`\b[A-Z]{3,4}\b`)}, builtIn)
	printNames(read("Ann Lee of Oslo sold ORB and bought KLMN.", extract.WithRecognizer(r)))
	// Output:
	// person Ann Lee
	// place Oslo
	// organization ORB
	// organization KLMN
}

// A list finds names that no model knows.
func ExampleNames() {
	ours, err := entities.Names(whosaid.EntityProduct, "snorkel 5", "Frobnicator")
	if err != nil {
		panic(err)
	}
	printNames(read("Ann Lee sold the snorkel 5 and a Frobnicator.", extract.WithRecognizer(ours)))
	_, err = entities.Names(whosaid.EntityProduct, "")
	fmt.Println(err)
	// Output:
	// product snorkel 5
	// product Frobnicator
	// entities: name "" does not begin with a letter or digit
}

func ExampleWithout() {
	builtIn, err := entities.NewRecognizer()
	if err != nil {
		panic(err)
	}
	r, err := entities.Without(builtIn, "Paris")
	if err != nil {
		panic(err)
	}
	printNames(read("Ann Lee left Paris for London.", extract.WithRecognizer(r)))
	// Output:
	// person Ann Lee
	// place London
}

// A file that holds no model of names is refused.
func ExampleOpenModel() {
	_, err := entities.OpenModel([]byte("MZ"))
	fmt.Println(errors.Is(err, entities.ErrModel))
	// Output:
	// true
}

// Two articles name one person, the second by the surname only.
func ExampleMerger() {
	show := func(e entities.Merged, refs []entities.Ref) {
		fmt.Println(e.Kind, e.Name, e.Aliases, refs)
	}
	var m *entities.Merger
	m, err := entities.NewMerger()
	if err != nil {
		panic(err)
	}
	m.Add(read("Senator Susan Miller visited the mill in Ohio on Monday."))
	m.Add(read("“We were glad to be there,” Miller said in Ohio."))
	for _, e := range m.Entities() {
		show(e, e.Refs)
	}
	// Output:
	// person Susan Miller [Miller] [{0 1} {1 1}]
	// place Ohio [] [{0 2} {1 2}]
}

// In news the tense tells where a weekday lies, and the month is written first.
// A DateOption, for extract.WithDates, changes that.
func ExampleDateOption() {
	const text = "The bank will close on Friday. It opened on 9/12/2015."
	for _, opts := range [][]entities.DateOption{
		nil, {entities.Forward()}, {entities.Backward()}, {entities.DayFirst()},
	} {
		d := read(text, extract.WithDates(opts...))
		fmt.Println(d.Dates[0].Value, d.Dates[1].Value)
	}
	// Output:
	// 2024-03-01 2015-09-12
	// 2024-03-01 2015-09-12
	// 2024-02-23 2015-09-12
	// 2024-03-01 2015-12-09
}

// Days begin at midnight in the zone.
func ExampleInZone() {
	zone := time.FixedZone("Lima", -5*60*60)
	d := read("The mill closed on January 5, 2024.", extract.WithDates(entities.InZone(zone)))
	fmt.Println(d.Dates[0].From.Format(time.RFC3339))
	// Output:
	// 2024-01-05T00:00:00-05:00
}
