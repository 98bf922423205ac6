// Command beam reads articles and writes what is in them, as an Apache Beam
// pipeline: NDJSON in and out, the same as that of "whosaid extract --to ndjson",
// but in no order.
//
//	cd examples/beam
//	go run . -input 'articles/*.ndjson' -output said.ndjson -dead dead.ndjson
//
// What could not be read goes to -dead, a line each with its file, its line, the
// reason and the record. At the end it prints how many there are of what.
//
// It was tried on Prism, Beam's runner in Go, which is the default; not on Flink,
// Spark, Dataflow or any other. Only local files are linked in.
//
// Read after examples/stream. New here: a DoFn that keeps one Extractor for
// each worker, built in Setup, because an Extractor cannot be sent to the
// workers but what it finds can; two outputs; counters. It is a module of its own,
// so that nobody who imports the library gets Beam with it.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
)

func main() {
	input := flag.String("input", "", "the articles, NDJSON, a `pattern` such as articles/*.ndjson")
	output := flag.String("output", "", "the `file` to write")
	dead := flag.String("dead", "", "the `file` for what could not be read (default the output with .dead)")
	flag.Parse()
	beam.Init()
	if *input == "" || *output == "" {
		flag.Usage()
		os.Exit(2)
	}
	if *dead == "" {
		*dead = *output + ".dead"
	}
	result, err := beamx.RunWithMetrics(context.Background(), pipeline(*input, *output, *dead))
	if err != nil {
		log.Fatal(err)
	}
	report(os.Stderr, result)
}

// pipeline reads the files that match a pattern, and writes what is in them to
// one file, what could not be read to another.
func pipeline(pattern, output, dead string) *beam.Pipeline {
	p, s := beam.NewPipelineWithRoot()
	files := fileio.ReadMatches(s, fileio.MatchFiles(s, pattern))
	// A file is read by one worker, its records are dealt out to all.
	records := beam.Reshuffle(s, beam.ParDo(s, eachLine, files))
	read, failed := beam.ParDo2(s, &extractFn{}, records)
	textio.Write(s, output, read)
	textio.Write(s, dead, failed)
	return p
}

// report prints the counters, by their names.
func report(w io.Writer, result beam.PipelineResult) {
	var lines []string
	for _, c := range result.Metrics().AllMetrics().Counters() {
		if c.Key.Name != "" && c.Namespace() == counters {
			lines = append(lines, fmt.Sprintf("%d %s\n", c.Result(), c.Key.Name))
		}
	}
	slices.Sort(lines)
	for _, l := range lines {
		io.WriteString(w, l)
	}
}
