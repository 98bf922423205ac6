package entities_test

import (
	"context"
	"fmt"
	"time"

	"github.com/whosaid/whosaid/entities"
	"github.com/whosaid/whosaid/extract"
)

// What is new: the same words on two calendars. News looks back unless the
// verb looks ahead; dialogue looks ahead.
func ExampleForward() {
	published := extract.Published(time.Date(2015, 9, 24, 0, 0, 0, 0, time.UTC))
	for _, opts := range [][]extract.Option{nil, {extract.WithDates(entities.Forward())}} {
		x, err := extract.New(opts...)
		if err != nil {
			fmt.Println(err)
			return
		}
		d, err := x.Extract(context.Background(), "We met on Monday from 3 to 4 p.m., and in March.", published)
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, t := range d.Dates {
			fmt.Printf("%s = %s\n", d.Slice(t.Span), t.Value)
		}
		fmt.Println()
	}
	// Output:
	// Monday = 2015-09-21
	// 3 to 4 p.m. = 2015-09-21T15:00
	// March = 2015-03
	//
	// Monday from 3 to 4 p.m. = (2015-09-28T15,2015-09-28T16,PT1H)
	// March = 2016-03
}

func ExampleInZone() {
	tokyo := time.FixedZone("JST", 9*60*60)
	x, err := extract.New(extract.WithDates(entities.InZone(tokyo)))
	if err != nil {
		fmt.Println(err)
		return
	}
	d, err := x.Extract(context.Background(), "The shop opened today.", extract.Published(time.Date(2015, 9, 24, 20, 0, 0, 0, time.UTC)))
	if err != nil {
		fmt.Println(err)
		return
	}
	t := d.Dates[0]
	fmt.Println(t.Value, t.From.Format(time.RFC3339), t.To.Format(time.RFC3339))
	// Output: 2015-09-25 2015-09-25T00:00:00+09:00 2015-09-26T00:00:00+09:00
}
