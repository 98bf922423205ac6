// Command whosaid is the adapter of this repository's library. With -names it
// reads names alone; otherwise all layers, and the grammar.
//
// It reads lines of {"id","text","dct"} from standard input and writes for each
// what the scorers read.
package main

import (
	"context"
	"flag"
	"log"
	"os"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/internal/lab/eval"
)

func main() {
	names := flag.Bool("names", false, "read names alone, in place of all layers and the grammar")
	flag.Parse()
	opts := []extract.Option{extract.WithSyntax()}
	if *names {
		opts = []extract.Option{extract.Only(whosaid.LayerEntities)}
	}
	x, err := extract.New(opts...)
	if err != nil {
		log.Fatal(err)
	}
	if err := eval.Predict(context.Background(), x, os.Stdin, os.Stdout, eval.Options{}); err != nil {
		log.Fatal(err)
	}
}
