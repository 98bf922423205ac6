//go:build unix

package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// exitCode waits for a program to end, however busy the machine is, and returns its
// exit status.
func exitCode(t *testing.T, c *exec.Cmd) int {
	t.Helper()
	done := make(chan error, 1)
	go func() { done <- c.Wait() }()
	select {
	case err := <-done:
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			require.NoError(t, err)
		}
		return c.ProcessState.ExitCode()
	case <-time.After(time.Minute):
		c.Process.Kill()
		require.Fail(t, "it does not end", "%v", c.Args)
		return -1
	}
}

// TestSignalsEndARunThatWaits: for standard input, for somebody who opens a pipe, or
// for somebody who reads what it writes. What was written before is there, and
// another run goes on.
func TestSignalsEndARunThatWaits(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe.ndjson")
	require.NoError(t, syscall.Mkfifo(pipe, 0o600))
	for s, want := range map[os.Signal]int{os.Interrupt: statusStopped, syscall.SIGTERM: statusTerminated} {
		out := filepath.Join(dir, "out"+s.String())
		c := patient(t, "extract", "-q", "--from", "ndjson", "--to", "ndjson", "-o", out, "-")
		in, err := c.StdinPipe()
		require.NoError(t, err)
		var errs bytes.Buffer
		c.Stderr = &errs
		require.NoError(t, c.Start())
		_, err = io.WriteString(in, records(3))
		require.NoError(t, err)
		require.Eventually(t, func() bool { // a pipe that stays open is flushed all the same
			b, err := os.ReadFile(out + ".journal")
			return err == nil && bytes.Count(b, []byte("\n")) == 3
		}, time.Minute, 10*time.Millisecond)
		require.NoError(t, c.Process.Signal(s))
		require.Equal(t, want, exitCode(t, c))
		require.Empty(t, errs.String())
		require.NoFileExists(t, out+".lock")
		require.Len(t, ndjsonIDs(t, out), 3)

		c = patient(t, "extract", "-q", "--from", "ndjson", "--to", "ndjson", pipe)
		require.NoError(t, c.Start())
		var w *os.File
		require.Eventually(t, func() bool { // somebody has opened it to read
			w, err = os.OpenFile(pipe, os.O_WRONLY|syscall.O_NONBLOCK, 0)
			return err == nil
		}, time.Minute, time.Millisecond)
		require.NoError(t, c.Process.Signal(s))
		require.Equal(t, want, exitCode(t, c))
		require.NoError(t, w.Close())
	}
}

// TestARunThatNobodyReads: the pipe that it writes into is full.
func TestARunThatNobodyReads(t *testing.T) {
	t.Parallel()
	in := filepath.Join(write(t, map[string]string{"in.ndjson": records(500)}), "in.ndjson")
	c := command(t, "extract", "-q", "--to", "ndjson", in)
	out, err := c.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, c.Start())
	_, err = bufio.NewReaderSize(out, 16).ReadByte() // it has begun to write, and soon the pipe is full
	require.NoError(t, err)
	require.NoError(t, c.Process.Signal(syscall.SIGTERM))
	state, err := c.Process.Wait() // and not c.Wait, which would close the pipe
	require.NoError(t, err)
	require.Equal(t, statusTerminated, state.ExitCode())
	require.NoError(t, out.Close()) // and not before, as the collector would what nobody needs any more
}

// TestALivePipeIsFlushed: whoever reads gets what is known while more may come.
func TestALivePipeIsFlushed(t *testing.T) {
	t.Parallel()
	c := command(t, "extract", "-q", "--from", "ndjson", "--to", "ndjson")
	in, err := c.StdinPipe()
	require.NoError(t, err)
	out, err := c.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, c.Start())
	r := bufio.NewReader(out)
	for range 3 {
		_, err = io.WriteString(in, records(1))
		require.NoError(t, err)
		line, err := r.ReadString('\n')
		require.NoError(t, err)
		require.Contains(t, line, `"id":"r0"`)
	}
	require.NoError(t, in.Close())
	_, err = io.Copy(io.Discard, r)
	require.NoError(t, err)
	require.Zero(t, exitCode(t, c))
}

// TestHeadIsSilent: whoever reads no more is no fault, and a run knows that it ends.
func TestHeadIsSilent(t *testing.T) {
	t.Parallel()
	in := filepath.Join(write(t, map[string]string{"in.ndjson": records(200)}), "in.ndjson")
	for _, args := range [][]string{{"extract", "--to", "ndjson", in}, {"extract", "--to", "ndjson", "-o", "-", in}, {"extract", in},
		{"--help"}, {"extract", "--help"}} {
		r, w, err := os.Pipe()
		require.NoError(t, err)
		require.NoError(t, r.Close())
		c := command(t, args...)
		var errs bytes.Buffer
		c.Stdout, c.Stderr = w, &errs
		require.NoError(t, c.Start())
		require.NoError(t, w.Close())
		require.Equal(t, statusOutput, exitCode(t, c), args)
		require.Empty(t, errs.String(), args)
	}
}

// TestAFullDiskIsTold, whatever is written.
func TestAFullDiskIsTold(t *testing.T) {
	t.Parallel()
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("there is no /dev/full on this system")
	}
	defer full.Close()
	dir := write(t, map[string]string{"a.txt": article})
	file, db := filepath.Join(dir, "a.txt"), filepath.Join(dir, "news.db")
	status, _, errs := cli(t, "", "extract", "-q", "--to", "sqlite", "-o", db, file)
	require.Equal(t, 0, status, errs)
	for _, args := range [][]string{
		{"extract", file}, {"extract", "-q", "--to", "ndjson", file}, {"who", "Lee", db}, {"quotes", "--json", db}, {"search", "sell", db},
		{"--help"}, {"--version"}, {"audit", db}, {"view", "-o", "-", file},
	} {
		c := command(t, args...)
		var errs bytes.Buffer
		c.Stdout, c.Stderr = full, &errs
		require.NoError(t, c.Start())
		require.Equal(t, statusOutput, exitCode(t, c), "%v: %s", args, errs.String())
		require.Contains(t, errs.String(), "no space left", args)
		require.Equal(t, 1, strings.Count(errs.String(), "\n"), "%v: %s", args, errs.String())
	}
}

// TestOneProcessAtATimeWrites, also with --force, and the other is told who does.
func TestOneProcessAtATimeWrites(t *testing.T) {
	t.Parallel()
	for _, form := range []string{"ndjson", "csv", "sqlite", "parquet", "brat"} {
		out := filepath.Join(t.TempDir(), "out")
		c := command(t, "extract", "-q", "--from", "ndjson", "--to", form, "-o", out, "-")
		in, err := c.StdinPipe()
		require.NoError(t, err)
		require.NoError(t, c.Start())
		require.Eventually(t, func() bool {
			b, err := os.ReadFile(out + ".lock")
			return err == nil && len(b) > 0
		}, time.Minute, time.Millisecond)
		for _, flag := range []string{"--resume", "--force"} {
			status, _, errs := cli(t, records(2), "extract", "--from", "ndjson", "--to", form, "-o", out, flag)
			require.Equal(t, statusOutput, status, errs)
			require.Regexp(t, `^whosaid: .*out is being written by process `+strconv.Itoa(c.Process.Pid)+` on .*\n$`, errs)
		}
		if form == "sqlite" {
			status, _, errs := cli(t, "no name: Getty", "correct", out, "-")
			require.Equal(t, statusOutput, status, errs)
			require.Contains(t, errs, "is being written by process")
		}
		_, err = io.WriteString(in, records(4))
		require.NoError(t, err)
		require.NoError(t, in.Close())
		require.Zero(t, exitCode(t, c))
		status, _, errs := cli(t, records(5), "extract", "--from", "ndjson", "--to", form, "-o", out, "--resume")
		require.Equal(t, 0, status)
		require.Contains(t, errs, "1 article with 2 quotes written, 4 there already", form)
	}
}

// TestNamesCannotSpeakToTheTerminal.
func TestNamesCannotSpeakToTheTerminal(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{"a\x1b[31m\n.txt": "\x00\x01", "b\x1b[31m.txt": "Rain \x1b[31mfell, said \u009b31mAnn Lee."})
	for _, args := range [][]string{
		{"extract", "--to", "conllu", dir}, {"extract", dir}, {"extract", dir + "/c\x1b[31m"}, {"extract", "--to", "x\x1b", dir}, {"x\x1b"},
		{"view", "-o", "-", dir + "/c\x1b[31m"}, {"who", "x\x1b", dir + "/c\x1b"}, {"extract", "--to", "ndjson", "-o", dir + "/none\x1b/x", dir},
	} {
		_, out, errs := cli(t, "", args...)
		require.NotContains(t, errs, "\x1b", "%q", args)
		require.NotContains(t, errs, "31m\n", "%q", args)
		require.NotContains(t, out, "\x1b", "%q", args)
	}
}
