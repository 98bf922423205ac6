package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/stream"
	"github.com/whosaid/whosaid/extract"
)

func streamCommand() *cobra.Command {
	f := &extractFlags{}
	merge := false
	c := &cobra.Command{
		Use:   "stream",
		Short: "Answer each line of standard input with a line, at once: for programs that keep the tool running",
		Long: `Reads an article from each line of standard input and answers it at once with a line: what extract --to ndjson writes, or
{"error": reason}. Answers come in the order of the lines, one for each, also for a blank one. It ends when standard input does.

A line is a JSON object, as extract reads NDJSON; with --from, a file of that format in base64, of which the first article counts.
With --merge it is {"documents": [{"doc": NAME, "entities": [{"id", "kind", "name", "aliases"}, …]}, …]}, and the answer
{"merged": [{"kind", "name", "aliases", "refs": [{"doc", "entity"}, …]}, …]}: who is who across them.

It reads one line at a time: start a process for each processor. The memory that it may take is bounded by GOMEMLIMIT.`,
		Example: `  echo '{"text": "“We stay,” said Ann Lee."}' | whosaid stream`,
		Args:    usage(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			answer := stream.Merge
			if !merge {
				var err error
				if answer, err = f.articles(); err != nil {
					return usageError{err}
				}
			}
			return stream.Run(c.Context(), c.InOrStdin(), c.OutOrStdout(), f.maxRecord, answer)
		},
	}
	fl := c.Flags()
	fl.BoolVar(&merge, "merge", false, "join the entities of documents, instead of reading articles")
	fl.StringVar(&f.from, "from", "", "`format` of the files in base64: "+strings.Join(input.Formats(), ", "))
	fl.StringVar(&f.date, "date", "", "`day` of publication of articles that do not give one")
	fl.StringToStringVar(&f.fields, "field", nil, "names of `fields`: text=body,published=meta.date")
	fl.StringSliceVar(&f.only, "only", nil, "read only these `layers`: "+strings.Join(layerNames(), ", "))
	fl.IntVar(&f.described, "described", extract.DefaultDescribed, "most people and bodies without a name of an article; 0 for none")
	fl.IntVar(&f.maxBytes, "max-bytes", extract.DefaultMaxBytes, "longest text to read, in bytes")
	fl.IntVar(&f.maxRecord, "max-record", input.DefaultMaxRecord, "longest line and longest record to read, in `bytes`")
	for _, of := range []string{"from", "date", "field", "only", "described", "max-bytes"} { // articles
		c.MarkFlagsMutuallyExclusive(of, "merge")
	}
	return c
}

// articles answers articles.
func (f *extractFlags) articles() (stream.Answer, error) {
	if err := f.checkReading(); err != nil {
		return nil, err
	}
	o, err := f.reading()
	if err != nil {
		return nil, err
	}
	if err := o.Check(); err != nil {
		return nil, err
	}
	options, err := f.options()
	if err != nil {
		return nil, err
	}
	x, err := extract.New(options...)
	return stream.Articles(x, o), err
}
