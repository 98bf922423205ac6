//go:build js && wasm

// Command wasm is the library as the page runs it without a server: it gives
// the page a function whosaidRead(name, date, bytes) that returns JSON, the
// model of package view or {"error": …}.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"syscall/js"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/view"
	"github.com/whosaid/whosaid/extract"
)

func main() {
	x, err := extract.New()
	js.Global().Set("whosaidRead", js.FuncOf(func(_ js.Value, args []js.Value) any {
		if err != nil {
			return answer(nil, err)
		}
		if len(args) != 3 {
			return answer(nil, errors.New("whosaidRead wants a name, a date and bytes"))
		}
		return answer(read(x, args))
	}))
	select {} // the function is called as long as the page is open
}

// read is view.Read, proof against pages that the libraries for HTML choke on.
func read(x *extract.Extractor, args []js.Value) (m *view.Model, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the page cannot be taken apart: %v", p)
		}
	}()
	b := make([]byte, args[2].Get("length").Int())
	js.CopyBytesToGo(b, args[2])
	return view.Read(context.Background(), x, args[0].String(), args[1].String(), b)
}

func answer(m *view.Model, err error) string {
	var v any = m
	if err != nil {
		v = map[string]string{"error": err.Error()}
	}
	b, err := json.Marshal(v)
	if err != nil {
		return `{"error":"the answer cannot be written"}`
	}
	return string(b)
}
