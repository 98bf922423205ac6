package output_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/db"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/record"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/table"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/textpos"
	"github.com/whosaid/whosaid/extract"
)

// texts are what the forms must bear: wide characters, broken ones, marks of
// every form, and lines.
var texts = []string{
	"🚢 “We will not sell,” said Zoë Lee, chief executive of Orbit Labs, on Tuesday.\r\n\r\nShe denied that “the café” in Berlin was closed & sold for < $5\tmillion in 2014.\n",
	"Broken \xff\xfe bytes: “No\x00,” said Ann Lee \xe2\x82 of \"Orbit, Labs\".\nOfficials in Peru said the bridge\nwas closed on Monday; 'it' ]]> fell.",
	"Rain fell.",
}

// entry is that of the nth record.
func entry(n int) *record.Entry {
	return &record.Entry{Doc: n, Key: record.Sum(strconv.Itoa(n)), Nth: 1}
}

// written writes the texts in a form and returns the path and the records.
func written(t *testing.T, form, path string) (string, []*output.Record) {
	t.Helper()
	x, err := extract.New()
	require.NoError(t, err)
	o := output.Options{Path: filepath.Join(t.TempDir(), path)}
	if strings.HasSuffix(path, "/") {
		o.Path += "/"
	}
	var w output.Writer
	if form == "sqlite" {
		w, err = db.Create(o)
	} else {
		w, err = output.Open(form, o)
	}
	require.NoError(t, err)
	var records []*output.Record
	for i, text := range texts {
		a := &input.Article{Place: input.Place{File: "in, \"1\".ndjson", Line: i + 1}, ID: fmt.Sprintf("id/%d", i), Title: "A \"title\" <b>", Author: "Ann Lee", Section: "Politics", Text: text, URL: "https://example.org/a"}
		d, err := x.Extract(context.Background(), text, extract.Published(time.Date(2015, 9, 24, 0, 0, 0, 0, time.UTC)))
		require.NoError(t, err)
		require.NoError(t, d.Validate())
		r := &output.Record{Article: a, Document: d}
		put, err := w.Encode(r)
		require.NoError(t, err)
		require.NoError(t, put(entry(i+1)))
		records = append(records, r)
	}
	require.NoError(t, w.Close(context.Background()))
	require.NotEmpty(t, records[0].Document.Quotes)
	return o.Path, records
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	return b
}

// schema is the schema of Document JSON.
func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile("../../../../docs/document.schema.json")
	require.NoError(t, err)
	return s
}

func TestNDJSONGivesTheDocumentsBack(t *testing.T) {
	t.Parallel()
	path, records := written(t, "ndjson", "out.ndjson")
	lines := bytes.Split(bytes.TrimSpace(read(t, path)), []byte("\n"))
	require.Len(t, lines, len(records))
	s := schema(t)
	for i, line := range lines {
		var l output.Line
		require.NoError(t, json.Unmarshal(line, &l))
		require.Equal(t, records[i].Document.Text, l.Document.Text, "the bytes of the text")
		require.Equal(t, []string{"Ann Lee", "Politics"}, []string{l.Author, l.Section})
		again, err := json.Marshal(l)
		require.NoError(t, err)
		require.Equal(t, string(line), string(again))
		require.NoError(t, l.Document.Validate())
		var raw struct{ Document json.RawMessage }
		require.NoError(t, json.Unmarshal(line, &raw))
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw.Document))
		require.NoError(t, err)
		require.NoError(t, s.Validate(v))
	}
}

func TestJSONIsAFileForEach(t *testing.T) {
	t.Parallel()
	path, records := written(t, "json", "out/")
	files, err := filepath.Glob(filepath.Join(path, "*.json"))
	require.NoError(t, err)
	require.Len(t, files, len(records))
	for _, f := range files {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(read(t, f)))
		require.NoError(t, err)
		require.NoError(t, schema(t).Validate(v))
	}
}

func rows(r *output.Record) *table.Rows { return table.Of(r.Place.Line, r.Article, r.Document) }

// expected are the rows of all records, by table, as strings.
func expected(t *testing.T, records []*output.Record) map[string][][]string {
	t.Helper()
	want := map[string][][]string{}
	tables := table.Tables()
	for _, r := range records {
		for k, table := range tables {
			require.NoError(t, rows(r).Each(k, func(values []any) error {
				var row []string
				for _, v := range values {
					row = append(row, fmt.Sprint(v))
				}
				want[table.Name] = append(want[table.Name], row)
				return nil
			}))
		}
	}
	return want
}

func TestCSVGivesTheRowsBack(t *testing.T) {
	t.Parallel()
	path, records := written(t, "csv", "out")
	for name, rows := range expected(t, records) {
		got, err := csv.NewReader(bytes.NewReader(read(t, filepath.Join(path, name+".csv")))).ReadAll()
		require.NoError(t, err)
		require.Len(t, got, len(rows)+1)
		if at := slices.Index(got[0], "section"); name == "documents" {
			require.Equal(t, "Politics", got[1][at])
		}
		for i, row := range rows {
			for j := range row {
				// encoding/csv reads \r\n within a field as \n.
				require.Equal(t, strings.ReplaceAll(row[j], "\r\n", "\n"), got[i+1][j], "%s %s", name, got[0][j])
			}
		}
	}
}

func TestParquetGivesTheRowsBack(t *testing.T) {
	t.Parallel()
	path, records := written(t, "parquet", "out")
	quotes, err := parquet.ReadFile[table.Quote](filepath.Join(path, "quotes", "part-000001.parquet"))
	require.NoError(t, err)
	var want []table.Quote
	for _, r := range records {
		want = slices.AppendSeq(want, rows(r).Quotes())
	}
	require.Equal(t, want, quotes)
}

// tool runs a program of another world, which must be there if WHOSAID_TOOLS
// says so.
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("WHOSAID_TOOLS") != "" {
			t.Fatalf("%s is not there, and WHOSAID_TOOLS is set", name)
		}
		t.Skipf("%s is not there", name)
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	require.NoError(t, err, string(out))
	return strings.TrimSpace(string(out))
}

func TestPartsOfParquetEndByTheirBytes(t *testing.T) {
	t.Parallel()
	const size, n = 3 << 20, 24
	text := strings.Repeat("Rain fell. ", size/11)
	dir := filepath.Join(t.TempDir(), "out")
	w, err := output.Open("parquet", output.Options{Path: dir})
	require.NoError(t, err)
	for i := range n {
		a := &input.Article{Place: input.Place{File: "in", Line: i + 1}, Text: text}
		put, err := w.Encode(&output.Record{Article: a, Document: &whosaid.Document{Text: text}})
		require.NoError(t, err)
		require.NoError(t, put(entry(i+1)))
	}
	require.NoError(t, w.Close(context.Background()))
	parts, err := filepath.Glob(filepath.Join(dir, "documents", "part-*.parquet"))
	require.NoError(t, err)
	require.Len(t, parts, 3, "72 MB in parts of 33")
	rows := 0
	for _, p := range parts {
		docs, err := parquet.ReadFile[table.Document](p)
		require.NoError(t, err)
		rows += len(docs)
	}
	require.Equal(t, n, rows)
}

func TestParquetIsReadByPyArrow(t *testing.T) {
	t.Parallel()
	path, records := written(t, "parquet", "out")
	python := os.Getenv("WHOSAID_PYTHON") // one with pyarrow
	if python == "" {
		python = "python3"
		if exec.Command(python, "-c", "import pyarrow").Run() != nil {
			if os.Getenv("WHOSAID_TOOLS") != "" {
				t.Fatal("pyarrow is not there, and WHOSAID_TOOLS is set")
			}
			t.Skip("pyarrow is not there")
		}
	}
	out := tool(t, python, "-c", `import sys, json, pyarrow.parquet as pq
print(json.dumps({n: pq.read_table(sys.argv[1] + "/" + n).to_pylist() for n in ["documents", "entities", "mentions", "quotes", "claims", "dates"]}))`, path)
	var got map[string][]map[string]any
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	for name, rows := range expected(t, records) {
		require.Len(t, got[name], len(rows), name)
	}
	require.Equal(t, textpos.Clean(texts[1]), got["documents"][1]["text"])
}

func TestSQLiteIsReadByItsOwnTool(t *testing.T) {
	t.Parallel()
	path, records := written(t, "sqlite", "out.db")
	for name, rows := range expected(t, records) {
		require.Equal(t, strconv.Itoa(len(rows)), tool(t, "sqlite3", path, "SELECT count(*) FROM "+name), name)
	}
	require.Equal(t, "ok", tool(t, "sqlite3", path, "PRAGMA integrity_check"))
	require.Equal(t, "1", tool(t, "sqlite3", path, "SELECT count(*) FROM documents_fts WHERE documents_fts MATCH 'cafe'"), "without its accent")
	require.Equal(t, "1", tool(t, "sqlite3", path, "SELECT count(*) FROM quotes_fts JOIN quotes ON quotes.rowid = quotes_fts.rowid WHERE quotes_fts MATCH 'sell' AND speaker_name = 'Zoë Lee'"))
}

// TestBrat checks the rules of standoff files: each text-bound annotation says
// the words at its offsets, which count characters; no fragment holds a line
// break; each id is there once, and those that are named are there.
func TestBrat(t *testing.T) {
	t.Parallel()
	path, _ := written(t, "brat", "out/")
	anns, err := filepath.Glob(filepath.Join(path, "*.ann"))
	require.NoError(t, err)
	require.Len(t, anns, len(texts))
	config := string(read(t, filepath.Join(path, "annotation.conf")))
	bound := regexp.MustCompile(`^(T\d+)\t([A-Z][a-z]+) (\d+ \d+(?:;\d+ \d+)*)\t(.+)$`)
	other := regexp.MustCompile(`^([RA#]\d+)\t([A-Za-z]+) (.*)$`)
	seen := 0
	for _, ann := range anns {
		text := []rune(string(read(t, strings.TrimSuffix(ann, ".ann")+".txt")))
		ids := map[string]bool{}
		for line := range strings.Lines(string(read(t, ann))) {
			line = strings.TrimSuffix(line, "\n")
			seen++
			m := bound.FindStringSubmatch(line)
			if m == nil {
				o := other.FindStringSubmatch(line)
				require.NotNil(t, o, line)
				require.False(t, ids[o[1]], line)
				ids[o[1]] = true
				for _, id := range regexp.MustCompile(`\bT\d+\b`).FindAllString(o[3], -1) {
					require.True(t, ids[id], line)
				}
				continue
			}
			require.False(t, ids[m[1]], line)
			ids[m[1]] = true
			require.Contains(t, config, "\n"+m[2]+"\n")
			var words []string
			for f := range strings.SplitSeq(m[3], ";") {
				var start, end int
				_, err := fmt.Sscanf(f, "%d %d", &start, &end)
				require.NoError(t, err)
				require.Less(t, start, end)
				words = append(words, string(text[start:end]))
			}
			require.Equal(t, m[4], strings.Join(words, " "))
		}
	}
	require.Greater(t, seen, 10)
}

// TestCoNLLU checks the rules of CoNLL-U: ten columns, here with two more, ids
// that count from 1, no empty column, no blank in a word, and a text that the
// words and SpaceAfter give back.
func TestCoNLLU(t *testing.T) {
	t.Parallel()
	path, records := written(t, "conllu", "out.conllup")
	text := string(read(t, path))
	require.True(t, strings.HasPrefix(text, "# global.columns = ID FORM "))
	require.Equal(t, 1, strings.Count(text, "# global.columns"))
	sentences := 0
	for block := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		sentences++
		want, got, next := "", "", 1
		for line := range strings.SplitSeq(block, "\n") {
			if s, ok := strings.CutPrefix(line, "# text = "); ok {
				want = s
			}
			if strings.HasPrefix(line, "#") {
				continue
			}
			cols := strings.Split(line, "\t")
			require.Len(t, cols, 12, line)
			require.Equal(t, strconv.Itoa(next), cols[0])
			next++
			for _, c := range cols {
				require.NotEmpty(t, c, line)
				require.NotContains(t, c, " ", line)
			}
			got += cols[1]
			if cols[9] != "SpaceAfter=No" {
				got += " "
			}
		}
		require.Equal(t, want, strings.TrimSuffix(got, " "))
	}
	n := 0
	for _, r := range records {
		n += len(r.Document.Sentences)
	}
	require.Equal(t, n, sentences)
	require.Contains(t, text, "\tB-person:1\t")
	require.Regexp(t, `\tB-1:(direct|mixed):1\n`, text)
}

// TestCoNLLUGrammar: heads count from 1 within their sentence, 0 is the root.
func TestCoNLLUGrammar(t *testing.T) {
	t.Parallel()
	x, err := extract.New(extract.Only(whosaid.LayerSentences))
	require.NoError(t, err)
	d, err := x.Extract(t.Context(), "She left. Rain fell hard.")
	require.NoError(t, err)
	for _, s := range []struct {
		head     int
		relation string
	}{{1, "nsubj"}, {-1, "root"}, {1, "punct"}, {4, "nsubj"}, {-1, "root"}, {4, "advmod"}, {4, "punct"}} {
		d.Syntax = append(d.Syntax, whosaid.Dependency{Head: s.head, Relation: s.relation})
	}
	path := filepath.Join(t.TempDir(), "out.conllup")
	w, err := output.Open("conllu", output.Options{Path: path})
	require.NoError(t, err)
	put, err := w.Encode(&output.Record{Article: &input.Article{ID: "a"}, Document: d})
	require.NoError(t, err)
	require.NoError(t, put(entry(1)))
	require.NoError(t, w.Close(context.Background()))
	var got []string
	for line := range strings.Lines(string(read(t, path))) {
		if cols := strings.Split(line, "\t"); len(cols) == 12 {
			got = append(got, strings.Join([]string{cols[0], cols[1], cols[6], cols[7]}, " "))
		}
	}
	require.Equal(t, []string{
		"1 She 2 nsubj", "2 left 0 root", "3 . 2 punct", "1 Rain 2 nsubj", "2 fell 0 root", "3 hard 2 advmod", "4 . 2 punct",
	}, got)
}

func TestWebAnnotationSelectorsAgree(t *testing.T) {
	t.Parallel()
	path, records := written(t, "webanno", "out.jsonl")
	targets := 0
	for i, line := range bytes.Split(bytes.TrimSpace(read(t, path)), []byte("\n")) {
		text := []rune(textpos.Clean(records[i].Document.Text))
		var page struct {
			Context string `json:"@context"`
			Items   []struct {
				Type   string
				Target []struct {
					Source   string
					Selector []struct {
						Type                  string
						Start, End            int
						Exact, Prefix, Suffix string
					}
				}
			}
		}
		require.NoError(t, json.Unmarshal(line, &page))
		require.Equal(t, "http://www.w3.org/ns/anno.jsonld", page.Context)
		for _, a := range page.Items {
			require.Equal(t, "Annotation", a.Type)
			for _, x := range a.Target {
				targets++
				position, quote := x.Selector[0], x.Selector[1]
				require.Equal(t, []string{"TextPositionSelector", "TextQuoteSelector"}, []string{position.Type, quote.Type})
				require.Equal(t, string(text[position.Start:position.End]), quote.Exact)
				require.True(t, strings.HasSuffix(string(text[:position.Start]), quote.Prefix))
				require.True(t, strings.HasPrefix(string(text[position.End:]), quote.Suffix))
			}
		}
	}
	require.Greater(t, targets, 10)
}

func TestSchemaOrg(t *testing.T) {
	t.Parallel()
	path, records := written(t, "schemaorg", "out.jsonld")
	line, _, _ := bytes.Cut(read(t, path), []byte("\n"))
	var a struct {
		Context string `json:"@context"`
		Type    string `json:"@type"`
		Date    string `json:"datePublished"`
		HasPart []struct {
			Type   string `json:"@type"`
			Text   string
			Spoken []struct {
				Type string `json:"@type"`
				Name string
			} `json:"spokenByCharacter"`
		}
		SubjectOf []struct {
			Type string `json:"@type"`
		}
	}
	require.NoError(t, json.Unmarshal(line, &a))
	require.Equal(t, []string{"https://schema.org", "NewsArticle", "2015-09-24"}, []string{a.Context, a.Type, a.Date})
	require.Len(t, a.HasPart, len(records[0].Document.Quotes))
	require.Equal(t, "Quotation", a.HasPart[0].Type)
	require.Equal(t, "We will not sell,", a.HasPart[0].Text)
	require.Equal(t, "Person", a.HasPart[0].Spoken[0].Type)
	require.Equal(t, "Zoë Lee", a.HasPart[0].Spoken[0].Name)
	require.Len(t, a.SubjectOf, len(records[0].Document.Claims))
}

func TestTimeMLIsXMLWithTheWholeText(t *testing.T) {
	t.Parallel()
	path, records := written(t, "timeml", "out/")
	files, err := filepath.Glob(filepath.Join(path, "*.tml"))
	require.NoError(t, err)
	require.Len(t, files, len(records))
	timexes := 0
	for _, f := range files {
		d := xml.NewDecoder(bytes.NewReader(read(t, f)))
		for {
			tok, err := d.Token()
			if err == io.EOF {
				break
			}
			require.NoError(t, err)
			if e, ok := tok.(xml.StartElement); ok && e.Name.Local == "TIMEX3" {
				timexes++
			}
		}
	}
	require.GreaterOrEqual(t, timexes, 3+2, "a creation time in each, and dates")
}

func TestPrettyHoldsNoControlCharacters(t *testing.T) {
	t.Parallel()
	path, _ := written(t, "pretty", "out.txt")
	require.NotRegexp(t, "[\x00-\x08\x0b-\x1f\u202a-\u202e]", string(read(t, path)))
	require.Equal(t, "a b c", output.Clean("a\x1b\tb\u202e\r\n\x00c\xff"))
}

func TestForms(t *testing.T) {
	t.Parallel()
	names, about := output.Formats()
	for i, name := range names {
		require.NotEmpty(t, about[i])
		if name == "csv" || name == "brat" || name == "parquet" {
			_, err := output.Open(name, output.Options{})
			require.ErrorIs(t, err, output.ErrNeedsPath, name)
		}
	}
	_, err := output.Open("papyrus", output.Options{})
	require.ErrorIs(t, err, output.ErrNoForm)
}
