// Command claims lists what a text puts forward as true, and who does, the
// most checkable claims first.
//
//	go run ./examples/claims -n 5 testdata/article.txt
//
// Read after examples/names. New here: Document.Claims. Each has one claimant: the text itself (the
// narrator), an entity, or a source without a name. Hedge, Negated and Type say
// how it is put; Checkable ranks by how much there is to check, and says nothing
// of truth.
package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"io"
	"slices"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/examples/internal/input"
	"github.com/whosaid/whosaid/extract"
)

func main() { input.Main("claims", run) }

func run(args []string, stdin io.Reader, stdout io.Writer) error {
	fs := flag.NewFlagSet("claims", flag.ExitOnError)
	most := fs.Int("n", 10, "at most so many claims of each text")
	_ = fs.Parse(args) // exits on an error
	x, err := extract.New()
	if err != nil {
		return err
	}
	return input.Each(fs.Args(), stdin, func(_, text string) error {
		d, err := x.Extract(context.Background(), text)
		if err != nil {
			return err
		}
		claims := slices.Clone(d.Claims)
		slices.SortStableFunc(claims, func(a, b whosaid.Claim) int {
			switch {
			case a.Checkable > b.Checkable:
				return -1
			case a.Checkable < b.Checkable:
				return 1
			}
			return 0
		})
		for _, c := range claims[:min(*most, len(claims))] {
			show(stdout, d, &c)
		}
		return nil
	})
}

// show prints "0.80  quantity, hedged  Ann Lee: about 40 people may leave".
func show(w io.Writer, d *whosaid.Document, c *whosaid.Claim) {
	manner := string(c.Type)
	if c.Negated {
		manner += ", negated"
	}
	if !c.Hedge.Empty() {
		manner += ", hedged"
	}
	fmt.Fprintf(w, "%.2f  %-22s  %s: %s\n", c.Checkable, manner, claimant(d, c), input.Clean(d.Words(c.Spans...)))
}

func claimant(d *whosaid.Document, c *whosaid.Claim) string {
	if c.Claimant.Kind == whosaid.ClaimantNarrator {
		return "the text"
	}
	return cmp.Or(input.Clean(d.WhoClaims(c)), "a source that is not told")
}
