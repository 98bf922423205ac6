package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/hostile"
)

// article is read by most tests.
const article = "“We will not sell,” said Ann Lee, chief executive of Orbit Labs, on Tuesday in Berlin. Zoë Müller denied that the café was closed."

// cli runs the program and returns its exit status and what it printed.
func cli(t *testing.T, stdin string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	status = run(context.Background(), args, strings.NewReader(stdin), &out, &err)
	return status, out.String(), err.String()
}

// write puts files in a new folder and returns it.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	return dir
}

func TestExtractPrettyFromStandardInput(t *testing.T) {
	t.Parallel()
	status, out, errs := cli(t, article, "extract", "--date", "2015-09-24")
	require.Equal(t, 0, status)
	require.Empty(t, errs)
	require.Contains(t, out, "Ann Lee")
	require.Contains(t, out, "2015-09-22", "Tuesday, told from the day of the article")
	require.Contains(t, out, "“We will not sell,”")
}

func TestExtractSyntax(t *testing.T) {
	t.Parallel()
	status, out, _ := cli(t, "Rain fell.", "extract", "--syntax", "--to", "conllu")
	require.Equal(t, 0, status)
	require.Regexp(t, `(?m)^2\tfell\t.*\t0\troot\t`, out)
	_, out, _ = cli(t, "Rain fell.", "extract", "--to", "conllu")
	require.Regexp(t, `(?m)^2\tfell\t.*\t_\t_\t_\t`, out)
}

// TestExtractDescribed: people without a name are bounded, down to none.
func TestExtractDescribed(t *testing.T) {
	t.Parallel()
	const story = "A driver has met a nurse. The driver said he was sorry. The driver left the car. The driver left again. The nurse was tired."
	for flag, want := range map[string][2]bool{"": {true, true}, "--described=1": {true, false}, "--described=0": {}} {
		status, out, errs := cli(t, story, append([]string{"extract", "--to", "ndjson"}, strings.Fields(flag)...)...)
		require.Equal(t, 0, status, errs)
		require.Equal(t, want, [2]bool{strings.Contains(out, `"description":"A driver"`), strings.Contains(out, `"description":"a nurse"`)}, flag)
	}
	status, _, errs := cli(t, story, "extract", "--described=-1")
	require.Equal(t, statusUsage, status)
	require.Contains(t, errs, "--described must not be negative")
}

// TestExtractOnly: the layers that were asked for are read with what they depend
// on, and no others.
func TestExtractOnly(t *testing.T) {
	t.Parallel()
	for only, want := range map[string]string{
		"--only=sentences":           `"layers":["sentences"]`,
		"--only=dates,entities":      `"layers":["sentences","entities","dates"]`,
		"--only=quotes":              `"layers":["sentences","entities","dates","quotes"]`,
		"--only=dates --syntax":      `"layers":["sentences","syntax","dates"]`,
		"--only=dates --only=syntax": `"layers":["sentences","syntax","dates"]`,
		"--only=claims":              `"layers":["sentences","entities","dates","quotes","claims"]`,
		"":                           `"layers":["sentences","entities","dates","quotes","claims"]`,
	} {
		status, out, errs := cli(t, article, append([]string{"extract", "--to", "ndjson"}, strings.Fields(only)...)...)
		require.Equal(t, 0, status, errs)
		require.Contains(t, out, want, only)
		require.Equal(t, strings.Contains(want, "quotes"), strings.Contains(out, `"cueClass":"say"`), only)
	}
	for _, wrong := range []string{"quote", "", "dates,"} {
		status, _, errs := cli(t, article, "extract", "--only", wrong+",")
		require.Equal(t, statusUsage, status)
		require.Contains(t, errs, "--only: no layer ")
		require.Contains(t, errs, "there are sentences, syntax, entities, dates, quotes, claims")
	}
	dir := filepath.Join(t.TempDir(), "man")
	status, _, errs := cli(t, "", "man", dir)
	require.Equal(t, 0, status, errs)
	page, err := os.ReadFile(filepath.Join(dir, "whosaid-extract.1"))
	require.NoError(t, err)
	require.Contains(t, string(page), "only these")
}

func TestHelpNamesFormsAndStatuses(t *testing.T) {
	t.Parallel()
	_, out, _ := cli(t, "", "extract", "--help")
	for _, want := range []string{"sqlite", "ndjson", "Exit status", "--resume"} {
		require.Contains(t, out, want)
	}
}

func TestWrongCommandLines(t *testing.T) {
	t.Parallel()
	file := filepath.Join(write(t, map[string]string{"a.txt": article}), "a.txt")
	for name, args := range map[string][]string{
		"flag":       {"extract", "--nothing"},
		"form":       {"extract", "--to", "papyrus", file},
		"format":     {"extract", "--from", "papyrus", file},
		"encoding":   {"extract", "--encoding", "klingon", file},
		"date":       {"extract", "--date", "soon", file},
		"no path":    {"extract", "--to", "sqlite", file},
		"workers":    {"extract", "-w", "0", file},
		"record":     {"extract", "--max-record", "0", file},
		"bytes":      {"extract", "--max-bytes", "0", file},
		"field":      {"extract", "--field", "txt=body", file},
		"pattern":    {"extract", "*.nothing"},
		"exists":     {"extract", "--to", "ndjson", "-o", file, file},
		"subcommand": {"nothing"},
		"exclusive":  {"extract", "--resume", "--force", file},
		"no workers": {"serve", "--workers", "0"},
		"no time":    {"serve", "--timeout", "-1s"},
		"any host":   {"serve", "--address", "0.0.0.0:0"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			status, out, errs := cli(t, "", args...)
			require.Equal(t, statusUsage, status, errs)
			require.Empty(t, out)
			require.Equal(t, 1, strings.Count(errs, "\n"), "one line: %q", errs)
		})
	}
}

func TestBadRecordsAreToldAndTheRestGoesOn(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{"in.ndjson": `{"id":"a","text":"Rain fell on Berlin."}
{"id":"b","text":

{"id":"c","published":"soon","text":"Rain fell."}
{"id":"d"}
{"id":"e","text":"   "}
{"id":"f","text":"Snow fell on Paris.","published":"2020-01-02"}
`})
	in := filepath.Join(dir, "in.ndjson")
	status, out, errs := cli(t, "", "extract", "--to", "ndjson", "-w", "3", in, filepath.Join(dir, "missing.txt"))
	require.Equal(t, statusRecords, status)
	require.Equal(t, 3, strings.Count(out, "\n"))
	require.Contains(t, out, `"id":"a"`)
	require.Contains(t, out, `"id":"c"`, "a date that cannot be read does not lose its article")
	warning := "whosaid: warning: " + in + ":4: \"soon\" is not a date such as 2015-09-24\n"
	require.Equal(t, 1, strings.Count(errs, warning))
	errs = strings.Replace(errs, warning, "", 1) // it comes when its article is read
	require.Contains(t, out, `"id":"f"`)
	lines := strings.Split(errs, "\n")
	for i, want := range []string{in + ":2: not a JSON object", in + ":5: no field holds the text", in + ":6: the text is empty", "missing.txt: no such file or directory"} {
		require.Contains(t, lines[i], want)
	}
	require.Contains(t, lines[4], "3 articles with 0 quotes written, 4 could not be read")
}

func TestHostileInputIsReadOrTold(t *testing.T) {
	t.Parallel()
	words := "<p>“We will not sell the yard,” said Ann Lee.</p>"
	dir := write(t, map[string]string{
		"a.html": words + strings.Repeat("<div>", 8000), "b.html": words + strings.Repeat("<table><tr><td>", 4200), "c.html": words + strings.Repeat("<b><i>", 9000),
		"d.json": `[{"text":"` + strings.Repeat("a", 500_000) + `"},{"text":"Snow fell on Paris."}]`,
		"e.gz":   string(hostile.Bomb("a", 64<<20)),
	})
	status, out, errs := cli(t, "", "extract", "--to", "ndjson", "--max-record", "400000", dir, filepath.Join(dir, "e.gz"))
	require.Equal(t, statusRecords, status)
	require.Equal(t, 3, strings.Count(out, "said Ann Lee."), errs)
	require.Contains(t, out, "Snow fell on Paris.")
	require.Contains(t, errs, "d.json:1: the record is too long: more than 400000 bytes (--max-record)\n")
	require.Contains(t, errs, "e.gz: the record is too long")
	require.Contains(t, errs, "4 articles with 3 quotes written, 2 could not be read in")
}

// TestEncodingsAndBinaryFiles: a text in another encoding is read, a file that is
// no text is told.
func TestEncodingsAndBinaryFiles(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{"a.txt": "\x93We will go,\x94 said Zo\xeb Lee.", "b.docx": "PK\x03\x04word/document.xml", "c.txt": "Zo\x91 Lee left."})
	status, out, errs := cli(t, "", "extract", "--to", "ndjson", filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.docx"))
	require.Equal(t, statusRecords, status)
	require.Contains(t, out, "“We will go,” said Zoë Lee.")
	require.Contains(t, errs, "b.docx: a Word document (DOCX), not a text: save it as plain text")
	_, out, _ = cli(t, "", "extract", "--to", "ndjson", "--encoding", "macintosh", filepath.Join(dir, "c.txt"))
	require.Contains(t, out, "Zoë Lee left.")
	status, _, errs = cli(t, "", "view", "-o", "-", filepath.Join(dir, "b.docx"))
	require.Equal(t, statusRecords, status)
	require.Contains(t, errs, "a Word document (DOCX), not a text")
}

func TestFullDiskEndsTheRun(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("there is no /dev/full on this system")
	}
	dir := write(t, map[string]string{"a.txt": article})
	status, _, errs := cli(t, "", "extract", "-q", "--to", "ndjson", "-o", "/dev/full", filepath.Join(dir, "a.txt"))
	require.Equal(t, statusOutput, status)
	require.Contains(t, errs, "no space left on device")
	require.Equal(t, 1, strings.Count(errs, "\n"), errs)
}

func TestOnlyFilesAreReplaced(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{"a.txt": article, "out/keep": "kept"})
	for _, args := range [][]string{{"extract", "--to", "sqlite", "--force", "-o"}, {"extract", "--to", "sqlite", "--resume", "-o"}, {"view", "-o"}} {
		status, _, errs := cli(t, "", append(args, filepath.Join(dir, "out"), filepath.Join(dir, "a.txt"))...)
		require.NotEqual(t, 0, status)
		require.Contains(t, errs, "is not a regular file")
	}
	require.FileExists(t, filepath.Join(dir, "out", "keep"))
}

func TestVersionNamesTheModels(t *testing.T) {
	t.Parallel()
	_, out, _ := cli(t, "", "--version")
	require.Regexp(t, `^whosaid version .*, models [0-9a-f]{12}\n$`, out)
}

func TestCompletionAndManualPages(t *testing.T) {
	t.Parallel()
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		status, out, _ := cli(t, "", "completion", shell)
		require.Equal(t, 0, status)
		require.Contains(t, out, "whosaid")
	}
	_, out, _ := cli(t, "", "__complete", "extract", "--to", "sq")
	require.Contains(t, out, "sqlite\n")
	dir := t.TempDir()
	status, _, errs := cli(t, "", "man", dir)
	require.Equal(t, 0, status, errs)
	page, err := os.ReadFile(filepath.Join(dir, "whosaid-extract.1"))
	require.NoError(t, err)
	for _, want := range []string{".TH \"WHOSAID", "EXAMPLE", "resume", "Exit status"} {
		require.Contains(t, string(page), want)
	}
}

// TestCommandsAreListed: README and, for those that ask, docs/answers.md name each
// command.
func TestCommandsAreListed(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	for _, c := range newRoot().Commands() {
		if c.Name() != "eval" && c.Name() != "train" { // of those who work on the library
			require.Contains(t, string(readme), "`"+c.Name()+"`", "the table of commands in README.md")
		}
	}
	answers, err := os.ReadFile("../../docs/answers.md")
	require.NoError(t, err)
	for _, name := range []string{"who", "quotes", "claims", "dates", "search", "correct", "audit", "verify", "serve", "mcp"} {
		require.Regexp(t, "(`|whosaid )"+name+"[ `]", string(answers), "docs/answers.md")
	}
}

func TestMaintainersCommandsNeedAClone(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"eval", "train"} {
		status, _, errs := cli(t, "", name, "-x")
		require.Equal(t, statusUsage, status)
		require.Contains(t, errs, "in a clone of")
	}
}

// TestATextThatIsNotEnglishIsSaid, and is read all the same.
func TestATextThatIsNotEnglishIsSaid(t *testing.T) {
	t.Parallel()
	const german = "„Wir werden die Werft nicht verkaufen“, sagte Anna Lee, die Chefin der Firma, am Dienstag in Berlin."
	file := filepath.Join(write(t, map[string]string{"a.txt": german}), "a.txt")
	const warning = ": the text seems to be in German: whosaid reads English, and what it finds here is not to be relied on\n"
	status, out, errs := cli(t, "", "extract", "--to", "ndjson", file)
	require.Equal(t, 0, status)
	require.Contains(t, out, "Werft")
	require.Contains(t, errs, "whosaid: warning: "+file+warning)
	status, _, errs = cli(t, "", "view", "-o", "-", file)
	require.Equal(t, 0, status)
	require.Contains(t, errs, "whosaid: warning: "+file+warning)
	_, _, errs = cli(t, article, "extract", "--to", "ndjson")
	require.NotContains(t, errs, "warning")
}

// TestWhatIsMeantIsSaid where a command, or its arguments, are other than they can be.
func TestWhatIsMeantIsSaid(t *testing.T) {
	t.Parallel()
	for want, args := range map[string][]string{
		`no command "extrakt", but extract; see whosaid --help`:                                                                            {"extrakt", "a.txt"},
		`no command "zzz"; see whosaid --help`:                                                                                             {"zzz"},
		"0 arguments; usage: whosaid who [NAME] DATABASE; see whosaid who --help":                                                          {"who"},
		"1 argument; usage: whosaid stream; see whosaid stream --help":                                                                     {"stream", "a"},
		"https://a.example/b is an address: nothing is fetched, but curl -sL ADDRESS | whosaid extract reads a page":                       {"extract", "https://a.example/b"},
		`--to: no form "xml"; there are pretty, json, ndjson, csv, parquet, brat, conllu, webanno, schemaorg, ninjs, bulk, timeml, sqlite`: {"extract", "--to", "xml", "a.txt"},
	} {
		status, out, errs := cli(t, "", args...)
		require.Equal(t, statusUsage, status, args)
		require.Empty(t, out)
		require.Equal(t, "whosaid: "+want+"\n", errs)
	}
}
