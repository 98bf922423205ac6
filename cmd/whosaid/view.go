package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/serve"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/view"
	"github.com/whosaid/whosaid/extract"
)

func viewCommand() *cobra.Command {
	var out, date string
	c := &cobra.Command{
		Use:   "view FILE",
		Short: "Write one self-contained page that shows an article with what was found in it",
		Long: `Reads a file of any format that extract reads, of several articles the first. What could not be read, or is not English,
is a warning, here and on the page.`,
		Example: `  whosaid view article.html
  whosaid view -o page.html --date 2015-09-24 article.txt`,
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			b, err := readFile(c.InOrStdin(), args[0])
			if err != nil {
				return err
			}
			x, err := extract.New(extract.WithPublishedFromText())
			if err != nil {
				return err
			}
			m, err := view.Read(c.Context(), x, args[0], date, b)
			if err != nil {
				return fmt.Errorf("%s: %w", args[0], err)
			}
			for _, w := range m.Warnings {
				fmt.Fprintf(c.ErrOrStderr(), "whosaid: warning: %s\n", output.Shown(args[0]+": "+w))
			}
			if out == "-" || out == "" && args[0] == "-" {
				return view.Page{Mode: view.File, Model: m}.Write(c.OutOrStdout())
			}
			if out == "" {
				base := filepath.Base(args[0])
				out = strings.TrimSuffix(base, filepath.Ext(base)) + input.PageExt
			}
			fmt.Fprintln(c.ErrOrStderr(), output.Shown(out))
			return output.Replace(out, view.Page{Mode: view.File, Model: m}.Write)
		},
	}
	c.Flags().StringVarP(&out, "output", "o", "", "`path` of the page, - for standard output (default NAME.whosaid.html)")
	c.Flags().StringVar(&date, "date", "", "`day` of publication, if the file does not give one")
	return c
}

// maxFile bounds the file that view reads, in bytes.
const maxFile = 64 << 20

func readFile(stdin io.Reader, name string) ([]byte, error) {
	r := stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		r = f
	}
	b, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err == nil && len(b) > maxFile {
		err = fmt.Errorf("%s: larger than %d MB", name, maxFile>>20)
	}
	return b, err
}

func serveCommand() *cobra.Command {
	var addr string
	var open bool
	o := serve.Defaults()
	c := &cobra.Command{
		Use:   "serve",
		Short: "Show articles in a page of the browser, and answer programs over HTTP",
		Long: `Serves the page, to paste an article or drop a file and look (a sample is there already), and an HTTP API:

  POST /v1/extract       reads an article (JSON, text, Markdown, HTML) and answers with all that is in it; offsets are bytes
  POST /v1/verify        checks what a text quotes against articles
  GET /v1/openapi.json   describes the API (OpenAPI 3.1)
  GET /healthz, /metrics whether it answers; metrics for Prometheus

It serves this machine alone, and nothing leaves it. --address with another host, and --any-host, open it to others: there is no
password. A request over --max-body, or that takes longer than --timeout, fails; so does one that finds all --workers busy for
as long.`,
		Example: `  whosaid serve
  whosaid serve --address 127.0.0.1:9000 --workers 4 --timeout 10s
  curl -s -H 'Content-Type: text/plain' --data-binary @article.txt localhost:8417/v1/extract | jq .document.quotes`,
		Args: usage(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			host, _, err := net.SplitHostPort(addr)
			if err != nil {
				return usageError{err}
			}
			if ip := net.ParseIP(host); !open && host != "localhost" && (ip == nil || !ip.IsLoopback()) {
				return usageError{errors.New("--address " + addr + " can be reached from other machines; --any-host allows it")}
			}
			if o.Workers < 1 || o.MaxBody < 1 || o.Limit <= 0 {
				return usageError{errors.New("--workers, --max-body and --timeout must be more than 0")}
			}
			x, err := extract.New(extract.WithPublishedFromText())
			if err != nil {
				return err
			}
			o.Extractor, o.Local, o.Log, o.Version = x, !open, c.ErrOrStderr(), version()
			if o.Sample, err = view.Sample(c.Context(), x); err != nil {
				return err
			}
			l, err := net.Listen("tcp", addr)
			if err != nil {
				return err
			}
			fmt.Fprintf(c.OutOrStdout(), "http://%s/\n", l.Addr())
			if err := serve.Serve(c.Context(), l, o); !errors.Is(err, http.ErrServerClosed) {
				return err
			}
			return nil
		},
	}
	fl := c.Flags()
	fl.StringVar(&addr, "address", "127.0.0.1:8417", "`host:port` to listen on")
	fl.BoolVar(&open, "any-host", false, "let other machines in")
	fl.IntVarP(&o.Workers, "workers", "w", runtime.GOMAXPROCS(0), "how many articles to read at once")
	fl.DurationVar(&o.Limit, "timeout", o.Limit, "longest `time` for one request")
	fl.Int64Var(&o.MaxBody, "max-body", o.MaxBody, "longest body of a request, in `bytes`")
	return c
}
