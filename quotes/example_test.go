package quotes_test

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/quotes"
)

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

func ExampleBySpeaker() {
	d := read("“We stay,” said Ann Lee. Officials said the bridge was safe. She told Reuters that it was closed.")
	var list []quotes.Speaker = quotes.BySpeaker(d)
	for _, s := range list {
		fmt.Println(s.Name, s.Entity != nil)
		for _, q := range s.Quotes {
			fmt.Println("-", d.Words(q.Content...))
		}
	}
	// Output:
	// Ann Lee true
	// - We stay,
	// - it was closed
	// Officials true
	// - the bridge was safe
}

func ExampleRows() {
	d := read("Ann Lee, the mayor of Oslo, said the bridge was safe. “We will open it,” she added.")
	for _, r := range quotes.Rows(d) {
		fmt.Printf("%s, %s: %s (%s %s)\n", r.Speaker, r.Roles, r.Quote, r.Source, r.Cue)
	}
	// Output:
	// Ann Lee, mayor of Oslo: the bridge was safe (Ann Lee, the mayor of Oslo said)
	// Ann Lee, mayor of Oslo: We will open it, (she added)
}

// A Row is a line of CSV; here without all but its first five columns.
func ExampleRow_Record() {
	w := csv.NewWriter(os.Stdout)
	write := func(rows []quotes.Row) {
		for _, r := range rows {
			_ = w.Write(r.Record()[:5])
		}
	}
	_ = w.Write(quotes.Columns()[:5])
	write(quotes.Rows(read("“We stay,” said Ann Lee, the mayor of Oslo.")))
	w.Flush()
	// Output:
	// speaker,kind,roles,quote,form
	// Ann Lee,person,mayor of Oslo,"We stay,",direct
}

func ExampleExchanges() {
	d := read("“Why did you sell the mill?” Ann Lee asked.\n\n“It lost money,” said Bob Day. “It lost a lot.”\n\nCarl Ray said the mill was old.")
	var list []quotes.Exchange = quotes.Exchanges(d)
	for _, e := range list {
		var turns []quotes.Turn = e.Turns
		for _, t := range turns {
			fmt.Println(t.Who)
			for _, q := range t.Quotes {
				fmt.Println("-", d.Words(q.Content...))
			}
		}
	}
	// Output:
	// Ann Lee
	// - Why did you sell the mill?
	// Bob Day
	// - It lost money, … It lost a lot.
}
