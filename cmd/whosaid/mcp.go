package main

import (
	"context"
	"errors"
	"io"
	"runtime"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/spf13/cobra"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/db"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/mcpserver"
	"github.com/whosaid/whosaid/extract"
)

func mcpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "mcp [DATABASE]",
		Short: "Answer a language model: a server of the Model Context Protocol on standard input and output",
		Long: `Serves tools that only read, for programs that speak the Model Context Protocol (MCP) over standard input and output:

  extract  what is in a text: quotes with their speakers, people, dates, claims
  verify   is what a text quotes right? against articles given with it, or those of the database
  who, quotes, search  ask the database; only if one is named

Nothing is changed, no file but the database is read, and nothing leaves this machine. A call takes 30 seconds and a text 1 MB at most.
In the settings of the client, the command is whosaid with the arguments mcp and the path of a database:

  {"mcpServers": {"whosaid": {"command": "whosaid", "args": ["mcp", "/path/to/news.db"]}}}`,
		Example: `  whosaid mcp
  whosaid mcp news.db`,
		Args: usage(cobra.MaximumNArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			o := mcpserver.Options{Version: version(), Workers: runtime.GOMAXPROCS(0), Limit: 30 * time.Second}
			if len(args) == 1 {
				o.Database = args[0]
				if err := ask(args[0], func(d *db.DB) error { return joined(c, d, args[0]) }); err != nil {
					return err
				}
			}
			x, err := extract.New(extract.WithPublishedFromText())
			if err != nil {
				return err
			}
			o.Extractor = x
			p := mcpserver.NewPipe(c.Context(), c.InOrStdin(), c.OutOrStdout(), o.Limit)
			t := &mcp.IOTransport{Reader: p, Writer: p, MaxLineLength: mcpserver.MaxMessage}
			err = mcpserver.New(o).Run(c.Context(), t)
			if errors.Is(err, io.EOF) || errors.Is(err, context.Canceled) { // the client has gone
				err = c.Context().Err()
			}
			return err
		},
	}
}
