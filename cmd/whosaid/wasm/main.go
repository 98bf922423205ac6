//go:build js && wasm

// Command wasm is the library as the page runs it without a server: it gives
// the page a function whosaidRead(name, date, bytes) that returns JSON, the
// model of package view or {"error": …}.
package main

import (
	"context"
	"errors"
	"syscall/js"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/safe"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/view"
	"github.com/whosaid/whosaid/extract"
)

func main() {
	x, err := extract.New(extract.WithPublishedFromText())
	js.Global().Set("whosaidRead", js.FuncOf(func(_ js.Value, args []js.Value) any {
		if err != nil {
			return view.Answer(nil, err)
		}
		if len(args) != 3 {
			return view.Answer(nil, errors.New("whosaidRead wants a name, a date and bytes"))
		}
		return read(x, args)
	}))
	select {} // the function is called as long as the page is open
}

// read is view.Answer for what the page hands over, which may be anything.
func read(x safe.Extractor, args []js.Value) (answer string) {
	err := safe.Do(func() error {
		b := make([]byte, args[2].Get("length").Int())
		js.CopyBytesToGo(b, args[2])
		answer = view.Answer(view.Read(context.Background(), x, args[0].String(), args[1].String(), b))
		return nil
	})
	if err != nil {
		return view.Answer(nil, err)
	}
	return answer
}
