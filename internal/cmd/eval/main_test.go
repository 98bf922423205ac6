package main

import (
	"context"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid/internal/lab/eval"
)

const gold = "../../lab/eval/testdata/gold.jsonl"

// exec runs the program.
func exec(args ...string) (stdout string, err error) {
	var out, errs strings.Builder
	err = run(context.Background(), args, &out, &errs)
	return out.String(), err
}

func write(t *testing.T, name, text string) string {
	file := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	return file
}

func TestTable(t *testing.T) {
	t.Parallel()
	out, err := exec(gold)
	require.NoError(t, err)
	require.Contains(t, out, gold+": 6 texts\n")
	for _, row := range []string{
		"names +P +R +F1 +right +gold +found", "  strict +", "  lenient +", "    person +", "dates +P", "  value +", "quotes +P",
		"  overlap, bytes +", "  with its speaker +", "    direct, relaxed +", "sentences +P", "  boundary +", "claims +P", "  with its claimant +",
		"roles +P", "scores of names +mean score +right +n", "  expected calibration error +",
	} {
		require.Regexp(t, "(?m)^"+row, out)
	}
}

func TestJSON(t *testing.T) {
	t.Parallel()
	out, err := exec("-json", "-fac-as-place", "-speech", gold, gold)
	require.NoError(t, err)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	require.Len(t, lines, 2, "a line for each file")
	var r eval.Report
	require.NoError(t, json.Unmarshal([]byte(lines[1]), &r))
	require.Equal(t, gold, r.File)
	require.Equal(t, 6, r.Docs)
	require.Equal(t, 16, r.Names.Micro.Gold, "with buildings")
	require.Equal(t, 12, r.Quotes.Relaxed.Gold, "without thoughts")
}

func TestTypes(t *testing.T) {
	t.Parallel()
	out, err := exec("-json", "-types", "direct", gold)
	require.NoError(t, err)
	var r eval.Report
	require.NoError(t, json.Unmarshal([]byte(out), &r))
	require.Equal(t, 4, r.Quotes.Relaxed.Gold)
}

// TestPredictionsScoreAlike: what -pred writes, -records measures as a run
// does.
func TestPredictionsScoreAlike(t *testing.T) {
	t.Parallel()
	pred := filepath.Join(t.TempDir(), "pred.jsonl")
	_, err := exec("-pred", pred, gold)
	require.NoError(t, err)
	stored, err := exec("-json", "-records", pred, gold)
	require.NoError(t, err)
	run, err := exec("-json", gold)
	require.NoError(t, err)
	require.JSONEq(t, run, stored)
}

// TestPredictionForm holds the form of the records, which other scorers read.
func TestPredictionForm(t *testing.T) {
	t.Parallel()
	in := write(t, "in.jsonl", `{"id":"a","text":"“Stop,” said Ann Lee, mayor of Oslo, on Tuesday. “It’s war.”","dct":"2020-05-06T10:00","entities":[]}`+"\n\n"+`{"id":"b","text":""}`)
	out := filepath.Join(t.TempDir(), "out.jsonl")
	_, err := exec("-pred", out, in)
	require.NoError(t, err)
	b, err := os.ReadFile(out)
	require.NoError(t, err)
	lines := strings.Split(strings.TrimSpace(string(b)), "\n")
	require.Len(t, lines, 2)
	require.Equal(t, `{"id":"b","sentences":[],"entities":[],"timexes":[],"quotes":[],"roles":[],"claims":[],"mentions":[],"clusters":[]}`, lines[1])
	var a struct {
		Entities []map[string]any
		Timexes  []map[string]any
		Quotes   []map[string]any
		Roles    []map[string]any
	}
	require.NoError(t, json.Unmarshal([]byte(lines[0]), &a))
	require.Len(t, a.Entities, 2)
	require.Equal(t, []string{"end", "entity", "name", "score", "start", "type"}, keys(a.Entities[0]))
	require.Equal(t, "PERSON", a.Entities[0]["type"])
	require.Equal(t, map[string]any{"start": 44.0, "end": 51.0, "type": "DATE", "value": "2020-05-05", "mod": ""}, a.Timexes[0])
	require.Len(t, a.Quotes, 2, "one record for each piece")
	require.Subset(t, keys(a.Quotes[0]), []string{"cue", "end", "group", "nparts", "part", "speaker", "speaker_name", "speech", "start", "type"})
	require.Equal(t, []any{0.0, 11.0}, []any{a.Quotes[0]["start"], a.Quotes[0]["end"]}, "with marks")
	require.Equal(t, a.Quotes[0]["group"], a.Quotes[1]["group"])
	require.Equal(t, []string{"org", "person", "role"}, keys(a.Roles[0]))
}

func keys(m map[string]any) []string {
	return slices.Sorted(maps.Keys(m))
}

func TestMistakes(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "mistakes.jsonl")
	_, err := exec("-json", "-mistakes", file, "-records", "../../lab/eval/testdata/pred.jsonl", gold)
	require.NoError(t, err)
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Contains(t, string(b), `{"id":"müller","layer":"names","kind":"miss","gold":"Turin | PLACE","context":"`)
	_, err = exec("-mistakes", filepath.Join(file, "x"), gold)
	require.ErrorContains(t, err, "not a directory")
}

func TestDocumentAndRulesFiles(t *testing.T) {
	t.Parallel()
	doc := write(t, "doc.json", "{\"id\": \"a\",\n \"text\": \"Ann Lee left. She ran.\",\n \"sentences\": [[0, 13],\n [14, 22]]}\n")
	out, err := exec(doc)
	require.NoError(t, err)
	require.Regexp(t, `whole sentence +100.0 +100.0 +100.0 +2 +2 +2`, out)
	rules := write(t, "rules.json", `[{"text":"One. Two.","sentences":["One.","Two."]},{"text":"One.","sentences":["O","ne."],"set":"x"}]`)
	out, err = exec("-json", rules)
	require.NoError(t, err)
	require.Contains(t, out, `"rules":{"pass":1,"of":2,"sets":{"golden":[1,1],"x":[0,1]},"failed":1}`)
}

func TestErrors(t *testing.T) {
	t.Parallel()
	good := `{"id":"a","text":"Rain.","sentences":[[0,5]]}` + "\n"
	for _, c := range []struct {
		name, file, text string
		args             []string
		want             string
	}{
		{"no file", "", "", nil, "usage: eval"},
		{"missing file", "", "", []string{"none.jsonl"}, "open none.jsonl: no such file or directory"},
		{"missing records", "", "", []string{"-records", "none.jsonl", gold}, "open none.jsonl: no such file or directory"},
		{"unknown dates", "", "", []string{"-dates", "soon", gold}, "-dates soon: want news, forward or tempeval"},
		{"unknown flag", "", "", []string{"-x"}, "flag provided but not defined: -x"},
		{"two files to predict", "", "", []string{"-pred", "x", gold, gold}, "usage: eval"},
		{"broken line", "g.jsonl", good + "\n{\"id\":", nil, "FILE:3: unexpected end of JSON input"},
		{"wrong type", "g.jsonl", good + `{"id":"b","text":1}`, nil, "FILE:2: json: cannot unmarshal number into Go struct field Doc.text of type string"},
		{"no id", "g.jsonl", `{"text":"x"}`, nil, "FILE:1: no id"},
		{"same id twice", "g.jsonl", good + good, nil, `FILE:2: id "a" stands in the file twice`},
		{"offset outside", "g.jsonl", `{"id":"a","text":"x","entities":[{"start":0,"end":9,"type":"ORG"}]}`, nil, "FILE:1: a: entity [0 9] does not lie in the text of 1 bytes"},
		{"broken document", "g.json", `{"id":"a",`, nil, "FILE: unexpected end of JSON input"},
		{"broken rules", "g.json", `[{"text":1}]`, nil, "FILE: json: cannot unmarshal number into Go struct field rule.text of type string"},
		{"broken line to predict", "g.jsonl", good + "oops\n", []string{"-pred", filepath.Join(t.TempDir(), "o")}, "FILE:2: invalid character 'o' looking for beginning of value"},
		{"broken records", "g.jsonl", good + "oops\n", []string{"-records", "FILE", gold}, "FILE:2: invalid character 'o' looking for beginning of value"},
		{"record twice", "g.jsonl", good + good, []string{"-records", "FILE", gold}, `FILE:2: id "a" stands on line 1 already`},
		{"record outside", "g.jsonl", `{"id":"rain","sentences":[[0,99]]}`, []string{"-records", "FILE", gold}, gold + ":5: record on line 1: span 0:99 lies outside the text of 5 bytes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			args, file := append([]string{}, c.args...), ""
			if c.file != "" {
				file = write(t, c.file, c.text)
				if len(args) < 3 {
					args = append(args, file)
				}
			}
			for i := range args {
				args[i] = strings.ReplaceAll(args[i], "FILE", file)
			}
			_, err := exec(args...)
			require.ErrorContains(t, err, strings.ReplaceAll(c.want, "FILE", file))
			require.NotContains(t, err.Error(), "\n")
		})
	}
}

func TestHelp(t *testing.T) {
	t.Parallel()
	var out, errs strings.Builder
	require.Error(t, run(context.Background(), []string{"-h"}, &out, &errs))
	require.Contains(t, errs.String(), "-fac-as-place")
}
