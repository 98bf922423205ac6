// Command eval runs the library over annotated texts.
//
//	eval [-dates forward] -pred OUT.jsonl IN.jsonl
//
// writes what the library finds, reading nothing but id, text and dct of each
// line, for the scorers.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/whosaid/whosaid/entities"
	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/internal/eval"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	fs := flag.NewFlagSet("eval", flag.ContinueOnError)
	fs.SetOutput(stderr)
	pred := fs.String("pred", "", "write predictions for one file to `OUT`")
	dates := fs.String("dates", "news", "how dates without more are read: `news` or forward")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if *pred == "" || fs.NArg() != 1 {
		return errors.New("usage: eval -pred OUT.jsonl IN.jsonl")
	}
	opts := []extract.Option{extract.WithMaxBytes(1 << 30)}
	switch *dates {
	case "news":
	case "forward":
		opts = append(opts, extract.WithDates(entities.Forward()))
	default:
		return fmt.Errorf("-dates %s: want news or forward", *dates)
	}
	x, err := extract.New(opts...)
	if err != nil {
		return err
	}
	return predict(ctx, x, fs.Arg(0), *pred)
}

func predict(ctx context.Context, x *extract.Extractor, in, out string) error {
	r, err := os.Open(in)
	if err != nil {
		return err
	}
	defer r.Close()
	w, err := os.Create(out)
	if err != nil {
		return err
	}
	if err := eval.Predict(ctx, x, r, w); err != nil {
		w.Close()
		return fmt.Errorf("%s: %w", in, err)
	}
	return w.Close()
}
