// Command audit shows who gets quoted across many articles: a table of speakers
// with their shares, and how many sources have a name.
//
//	go run ./examples/audit articles/*.txt
//
// Read after examples/claims. New here: one Extractor for many texts, and counting over them. An EntityID
// holds within its Document only, so that speakers of several texts are joined
// by kind and name here.
package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"text/tabwriter"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/examples/internal/input"
	"github.com/whosaid/whosaid/extract"
)

func main() { input.Main("audit", run) }

// A speaker is identified by kind and name.
type speaker struct {
	kind whosaid.EntityKind
	name string
}

// An audit counts the speech, not the thoughts, of several texts.
type audit struct {
	texts, quotes, unnamed int // unnamed: of a source without a name
	of                     map[speaker]int
	standing               map[whosaid.SourceType]int // named or not, a person, a body or a document
	justified              int                        // of those without a name, with words that say why
}

func run(files []string, stdin io.Reader, stdout io.Writer) error {
	x, err := extract.New()
	if err != nil {
		return err
	}
	a := audit{of: map[speaker]int{}, standing: map[whosaid.SourceType]int{}}
	err = input.Each(files, stdin, func(_, text string) error {
		d, err := x.Extract(context.Background(), text)
		if err != nil {
			return err
		}
		a.add(d)
		return nil
	})
	if err != nil {
		return err
	}
	return a.write(stdout)
}

func (a *audit) add(d *whosaid.Document) {
	a.texts++
	for _, q := range d.Quotes {
		if !q.CueClass.Speech() {
			continue
		}
		a.quotes++
		if e := d.Entity(q.Speaker); e != nil && e.Name != "" {
			a.of[speaker{e.Kind, e.Name}]++
		} else {
			a.unnamed++
		}
		a.standing[q.SourceType]++
		switch q.SourceType {
		case whosaid.SourceUnnamedPerson, whosaid.SourceUnnamedGroup:
			if !q.Justification.Empty() {
				a.justified++
			}
		}
	}
}

func (a *audit) write(w io.Writer) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(tw, "%d texts, %d quotes, %d of them without a name\n", a.texts, a.quotes, a.unnamed)
	kinds := map[whosaid.EntityKind]int{}
	for s, n := range a.of {
		kinds[s.kind] += n
	}
	fmt.Fprint(tw, "\nKIND\tQUOTES\tSHARE\n")
	for _, k := range slices.Sorted(maps.Keys(kinds)) {
		fmt.Fprintf(tw, "%s\t%d\t%s\n", k, kinds[k], a.share(kinds[k]))
	}
	fmt.Fprintf(tw, "no name\t%d\t%s\n", a.unnamed, a.share(a.unnamed))
	fmt.Fprint(tw, "\nSOURCE\tQUOTES\tSHARE\n")
	for _, t := range whosaid.SourceType.Values("") {
		fmt.Fprintf(tw, "%s\t%d\t%s\n", t, a.standing[t], a.share(a.standing[t]))
	}
	fmt.Fprintf(tw, "unnamed, with a reason\t%d\t%s\n", a.justified, a.share(a.justified))
	fmt.Fprint(tw, "\nSPEAKER\tQUOTES\tSHARE\n")
	speakers := slices.SortedFunc(maps.Keys(a.of), func(s, t speaker) int {
		return cmp.Or(a.of[t]-a.of[s], cmp.Compare(s.name, t.name), cmp.Compare(s.kind, t.kind))
	})
	for _, s := range speakers {
		fmt.Fprintf(tw, "%s\t%d\t%s\n", input.Clean(s.name), a.of[s], a.share(a.of[s]))
	}
	return tw.Flush()
}

func (a *audit) share(n int) string {
	return fmt.Sprintf("%.0f%%", 100*float64(n)/float64(max(a.quotes, 1)))
}
