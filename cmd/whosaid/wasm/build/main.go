// Command build makes the page that runs without a server: one HTML file with
// the library in it as WebAssembly, packed. It prints the size.
//
//	go run ./wasm/build -o whosaid.html
package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/view"
	"github.com/whosaid/whosaid/extract"
)

func main() {
	out := flag.String("o", "whosaid.html", "the page")
	flag.Parse()
	if err := run(*out); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func run(out string) error {
	dir, err := os.MkdirTemp("", "whosaid")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, "whosaid.wasm")
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", program, "github.com/whosaid/whosaid/cmd/whosaid/wasm")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if b, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, b)
	}
	packed, size, err := pack(program)
	if err != nil {
		return err
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	loader, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return err
	}
	x, err := extract.New(extract.WithPublishedFromText())
	if err != nil {
		return err
	}
	sample, err := view.Sample(context.Background(), x)
	if err != nil {
		return err
	}
	fmt.Printf("%d bytes of WebAssembly, %d with gzip\n", size, len(packed))
	return output.Replace(out, view.Page{
		Mode: view.Wasm, Model: sample, Loader: string(loader), Engine: base64.StdEncoding.EncodeToString(packed),
	}.Write)
}

// pack compresses a file.
func pack(name string) (packed []byte, size int64, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, 0, err
	}
	if size, err = io.Copy(z, f); err != nil {
		return nil, 0, err
	}
	err = z.Close()
	return b.Bytes(), size, err
}
