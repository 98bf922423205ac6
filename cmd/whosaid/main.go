// Command whosaid reads English news and says who said what: as a report, as
// JSON, as tables, as a database that can be asked, and as a page to look at.
//
//	whosaid extract article.html
//	whosaid extract --to sqlite -o news.db saved/
//	whosaid who "Susan Rice" news.db
//	whosaid serve
//
// It is a module of its own, so that its dependencies never reach those who
// import the library.
package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/batch"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/count"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
)

func main() {
	signal.Ignore(syscall.SIGPIPE) // a closed pipe is an error to report
	os.Exit(run(untilSignal(patience), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// The exit statuses.
const (
	statusOK         = 0
	statusRecords    = 1   // some records could not be read, or nothing was found
	statusUsage      = 2   // the command line is wrong
	statusOutput     = 3   // the output failed
	statusStopped    = 130 // interrupted
	statusTerminated = 143 // by SIGTERM
)

const statusHelp = `Exit status: 0 success; 1 some input could not be read, the rest was; 2 usage error;
3 the output cannot be written (full disk, closed pipe, another process writes it); 130 interrupted, 143 terminated.`

// errSome says that some records failed, each of which has been reported.
var errSome = errors.New("some records could not be read")

// A usageError is a wrong command line.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// run is main with its surroundings given. It returns the exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRoot()
	begun := false
	for _, c := range root.Commands() {
		do := c.RunE
		c.RunE = func(c *cobra.Command, args []string) error {
			begun = true
			if c.Name() == "serve" { // which ends by itself, once it has answered
				return do(c, args)
			}
			return within(ctx, func() error { return do(c, args) })
		}
	}
	out := newConsole(stdout)
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(out)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	failed := out.failed()
	switch {
	case failed != nil && (err == nil || errors.Is(err, failed)):
		err = &outputError{cmp.Or(err, failed)}
	case err != nil && !begun: // nothing but the command line has been read
		err = usageError{err}
	}
	if err != nil && !silent(err) {
		fmt.Fprintln(stderr, "whosaid:", output.Shown(err.Error()))
	}
	if errors.Is(err, context.Canceled) && errors.Is(context.Cause(ctx), errTerminated) {
		return statusTerminated
	}
	return status(err)
}

// An outputError is one of standard output.
type outputError struct{ error }

func (e *outputError) Unwrap() error { return e.error }

// silent reports whether an error needs no line: it was told, or somebody wanted
// the end, as whoever reads no more does ("| head").
func silent(err error) bool {
	var oe *outputError
	return errors.Is(err, errSome) || errors.Is(err, context.Canceled) || errors.As(err, &oe) && errors.Is(err, syscall.EPIPE)
}

func status(err error) int {
	var we *batch.WriteError
	var oe *outputError
	var ue usageError
	switch {
	case err == nil:
		return statusOK
	case errors.Is(err, context.Canceled):
		return statusStopped
	case errors.As(err, &we), errors.As(err, &oe):
		return statusOutput
	case errors.As(err, &ue):
		return statusUsage
	}
	return statusRecords
}

const about = `whosaid reads English news and says who said what: people, organizations, places, dates,
quotes with their speakers, and claims. It works offline.`

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:           "whosaid",
		Short:         "Who said what, when, about whom, in English news",
		Long:          about + "\n\n" + statusHelp,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          usage(cobra.NoArgs),

		SuggestionsMinimumDistance: 2,
		RunE:                       func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(extractCommand(), whoCommand(), quotesCommand(), claimsCommand(), datesCommand(), searchCommand(),
		auditCommand(), correctCommand(), diffCommand(), verifyCommand(), mcpCommand(), viewCommand(), serveCommand(),
		streamCommand(), manCommand(),
		maintainCommand("eval", "Measure the library against annotated texts", "  whosaid eval ../shared/data/dev/wikinews.jsonl"),
		maintainCommand("train", "Train the models anew", "  whosaid train -task all -data ../shared/data"))
	return root
}

// usage makes what a check of arguments returns an error of the command line.
func usage(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch err := check(c, args); {
		case err == nil:
			return nil
		case !c.HasParent():
			return usageError{unknownCommand(c, args[0])}
		default:
			line := strings.TrimSuffix(c.UseLine(), " [flags]")
			return usageError{fmt.Errorf("%s; usage: %s; see %s --help", count.Of(len(args), "argument"), line, c.CommandPath())}
		}
	}
}

// unknownCommand says that there is no command of a name, and which may be meant.
func unknownCommand(c *cobra.Command, name string) error {
	said := fmt.Sprintf("no command %q", name)
	if list := c.SuggestionsFor(name); len(list) > 0 {
		said += ", but " + strings.Join(list, ", ")
	}
	return fmt.Errorf("%s; see %s --help", said, c.CommandPath())
}
