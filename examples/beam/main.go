// Command beam counts who gets quoted over any number of articles, as an Apache
// Beam pipeline: on one machine, or on Flink, Spark or Dataflow with the same
// code.
//
//	go run . -input 'articles/*.txt' -output speakers.txt
//
// Read after examples/stream. New here: a DoFn that keeps one Extractor for
// each worker, built in Setup, because an Extractor cannot be sent to the
// workers but what it finds can. It is a module of its own, so that nobody who
// imports the library gets Beam with it.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/transforms/stats"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
	"github.com/whosaid/whosaid/extract"

	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
)

func main() {
	input := flag.String("input", "", "the articles, a `pattern` such as articles/*.txt")
	output := flag.String("output", "", "the `file` to write")
	flag.Parse()
	beam.Init()
	if *input == "" || *output == "" {
		flag.Usage()
		os.Exit(2)
	}
	p, s := beam.NewPipelineWithRoot()
	textio.Write(s, *output, lines(s, speakers(s, read(s, *input))))
	if err := beamx.Run(context.Background(), p); err != nil {
		log.Fatal(err)
	}
}

func init() { // Beam finds the functions of a pipeline by these on its workers
	register.DoFn3x1[context.Context, string, func(string), error](&speakerFn{})
	register.Function2x2(content)
	register.Function2x1(line)
	register.Emitter1[string]()
}

// read gives the texts of all files that match the pattern.
func read(s beam.Scope, pattern string) beam.PCollection {
	s = s.Scope("Read")
	files := fileio.ReadMatches(s, fileio.MatchFiles(s, pattern))
	return beam.ParDo(s, content, files)
}

func content(ctx context.Context, f fileio.ReadableFile) (string, error) {
	return f.ReadString(ctx)
}

// speakers gives for each speaker how often the texts quote it: KV<string,int>.
func speakers(s beam.Scope, texts beam.PCollection) beam.PCollection {
	s = s.Scope("Speakers")
	return stats.Count(s, beam.ParDo(s, &speakerFn{}, texts))
}

// A speakerFn emits the speaker of each quote of a text.
type speakerFn struct {
	x *extract.Extractor // unexported, so that Beam does not try to send it
}

// Setup runs once on each worker.
func (f *speakerFn) Setup() (err error) {
	f.x, err = extract.New()
	return err
}

// ProcessElement reads one text.
func (f *speakerFn) ProcessElement(ctx context.Context, text string, emit func(string)) error {
	d, err := f.x.Extract(ctx, text)
	if err != nil {
		return err
	}
	for i := range d.Quotes {
		for _, e := range d.Speakers(&d.Quotes[i]) {
			if e.Name != "" { // descriptions of several texts need not mean one person
				emit(e.Name)
			}
		}
	}
	return nil
}

// lines gives a line of text for each speaker.
func lines(s beam.Scope, counts beam.PCollection) beam.PCollection {
	return beam.ParDo(s, line, counts)
}

func line(name string, n int) string { return fmt.Sprintf("%d\t%s", n, name) }
