package main

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// quotesOnly is the largest text that is read, with nothing but short quotes in
// it, of which more is found than of any other.
func quotesOnly() string {
	p := strings.Repeat("“Yes,” said Ann Lee. ", 8) + "\n\n"
	return strings.Repeat(p, (4<<20)/len(p))
}

// inForms is text in each form of input, by the name of its file.
func inForms(t *testing.T, text string) map[string]string {
	t.Helper()
	object, err := json.Marshal(map[string]string{"id": "a", "text": text})
	require.NoError(t, err)
	var table bytes.Buffer
	w := csv.NewWriter(&table)
	require.NoError(t, w.WriteAll([][]string{{"id", "text"}, {"a", text}}))
	page := "<html><body><article><p>" + strings.ReplaceAll(text, "\n\n", "</p>\n<p>") + "</p></article></body></html>"
	paragraphs := strings.TrimSuffix(strings.TrimPrefix(page, "<html><body><article>"), "</article></body></html>")
	http := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
	return map[string]string{
		"in.txt": text, "in.json": "[" + string(object) + "]", "in.csv": table.String(), "in.html": page,
		"in.rss":  "<rss><item><description><![CDATA[" + paragraphs + "]]></description></item></rss>",
		"in.nitf": "<nitf><body><body.content>" + paragraphs + "</body.content></body></nitf>",
		"in.eml": "From: a@b.c\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" +
			base64.StdEncoding.EncodeToString([]byte(text)),
		"in.ndjson.gz": packed(t, strings.Repeat(string(object)+"\n", 2)),
		"in.warc.gz":   packed(t, fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(http), http)),
	}
}

func packed(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, err := z.Write([]byte(s))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return b.String()
}

// resident is the most memory that the program had at a time, in bytes. What the
// system counts for a child that has ended includes the parent's at its start, so
// the program is asked itself.
func resident(t *testing.T, args ...string) int {
	t.Helper()
	c, status := command(t, args...), filepath.Join(t.TempDir(), "status")
	c.Env = append(c.Env, "WHOSAID_TEST_STATUS="+status)
	out, err := c.CombinedOutput()
	require.NoError(t, err, string(out))
	b, err := os.ReadFile(status)
	require.NoError(t, err)
	_, after, found := strings.Cut(string(b), "VmHWM:")
	require.True(t, found)
	var kilobytes int
	_, err = fmt.Sscan(after, &kilobytes)
	require.NoError(t, err)
	return kilobytes << 10
}

// TestMemoryOfTheProgram reads, in each form of input, the text of which most is
// found, and compares the memory with that of a run that reads one sentence. Of
// what is packed the bound is that of the longest text, however many there are.
func TestMemoryOfTheProgram(t *testing.T) {
	if os.Getenv("WHOSAID_TOOLS") == "" {
		t.Skip("WHOSAID_TOOLS is not set: it takes a minute and more")
	}
	const perByte = 40
	text := quotesOnly()
	dir := write(t, inForms(t, text))
	little := filepath.Join(write(t, map[string]string{"in.txt": "It rained."}), "in.txt")
	for name, form := range map[string]string{ // each form of input once, and those of output that hold the most
		"in.txt": "parquet", "in.json": "sqlite", "in.csv": "csv", "in.html": "json", "in.ndjson.gz": "ndjson", "in.warc.gz": "sqlite",
		"in.rss": "ninjs", "in.nitf": "bulk", "in.eml": "ndjson",
	} {
		read := func(in string) int {
			return resident(t, "extract", "-q", "--to", form, "-o", filepath.Join(t.TempDir(), "out"), in)
		}
		idle := read(little)
		more := read(filepath.Join(dir, name)) - idle
		t.Logf("%s to %s: %d MB beside %d MB, %.1f bytes a byte", name, form, more>>20, idle>>20, float64(more)/float64(len(text)))
		require.Less(t, more, perByte*len(text), "%s to %s", name, form)
	}
}
