package main

import (
	"fmt"
	"os"
	"os/exec"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func manCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "man FOLDER",
		Short:   "Write the manual pages",
		Example: "  whosaid man /usr/local/share/man/man1",
		Args:    usage(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o755); err != nil {
				return err
			}
			root := c.Root()
			root.DisableAutoGenTag = true // no day in it: the same pages each time
			head := &doc.GenManHeader{Title: "WHOSAID", Section: "1", Source: "whosaid", Manual: "User Commands"}
			return doc.GenManTree(root, head, args[0])
		},
	}
}

// maintainCommand runs one of the programs of those who work on the library,
// from a clone: they are no part of the binary, and need the data sets.
func maintainCommand(name, short, example string) *cobra.Command {
	return &cobra.Command{
		Use:                name + " [FLAG|FILE]...",
		Short:              short,
		Long:               short + ". Runs go run ./internal/cmd/" + name + " in a clone of the repository, with the same flags.",
		Example:            example,
		DisableFlagParsing: true,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 1 && (args[0] == "-h" || args[0] == "--help") {
				return c.Help()
			}
			if _, err := os.Stat("internal/cmd/" + name); err != nil {
				return usageError{fmt.Errorf("%s runs in a clone of github.com/whosaid/whosaid", name)}
			}
			run := exec.CommandContext(c.Context(), "go", append([]string{"run", "./internal/cmd/" + name}, args...)...)
			run.Stdin, run.Stdout, run.Stderr = c.InOrStdin(), c.OutOrStdout(), c.ErrOrStderr()
			return run.Run()
		},
	}
}
