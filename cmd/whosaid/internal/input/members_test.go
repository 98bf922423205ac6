package input

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// captured are records of a web archive, each of which says its Content-Length more or
// less than it is by lie.
func captured(n, lie int) string {
	text := archive("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + strings.Replace(web, "Orbit Labs", fmt.Sprintf("Orbit %d", n), 1))
	var size int
	_, err := fmt.Sscanf(text[strings.LastIndex(text, "Content-Length"):], "Content-Length: %d", &size)
	if err != nil {
		panic(err)
	}
	text = strings.Replace(text, "<urn:uuid:1>", fmt.Sprintf("<urn:uuid:%d>", n), 1)
	return strings.Replace(text, fmt.Sprintf("Content-Length: %d\r\n", size), fmt.Sprintf("Content-Length: %d\r\n", size+lie), 1)
}

// ids are those of articles.
func ids(list []*Article) (out []string) {
	for _, a := range list {
		out = append(out, strings.TrimPrefix(a.ID, "urn:uuid:"))
	}
	return out
}

// TestBrokenMembers: of a web archive packed record by record a broken one is told, and
// the next follow.
func TestBrokenMembers(t *testing.T) {
	t.Parallel()
	var m []string
	for i := range 5 {
		gz, _ := packed(t, captured(i, 0))
		m = append(m, gz)
	}
	flip := func(s string, at int) string {
		b := []byte(s)
		b[at] ^= 0xff
		return string(b)
	}
	for name, c := range map[string]struct {
		second string
		ids    string
	}{
		"a bit":      {flip(m[1], len(m[1])/2), "[0 2 3 4]"},
		"its end":    {m[1][:len(m[1])/2], "[0 2 3 4]"},
		"its sum":    {flip(m[1], len(m[1])-6), "[0 1 2 3 4]"},
		"its head":   {flip(m[1], 2), "[0 2 3 4]"},
		"its middle": {m[1][:200] + m[1][300:], "[0 2 3 4]"},
		"other":      {m[1] + "garbage \x1f\x8b and \x1f\x8b\x08", "[0 1 2 3 4]"},
	} {
		list, errs := all(t, Options{}, put(t, map[string]string{"a.warc.gz": m[0] + c.second + m[2] + m[3] + m[4]}))
		require.Equal(t, c.ids, fmt.Sprint(ids(list)), name)
		require.NotEmpty(t, errs, name)
		require.Regexp(t, `a\.warc\.gz:[2-4]: (packed bytes are damaged or cut off|the record does not end after)`, errs[0], name) // archive puts a record before each
	}
	list, errs := all(t, Options{}, put(t, map[string]string{"a.warc.gz": m[0] + m[1] + m[2][:100]}))
	require.Equal(t, "[0 1]", fmt.Sprint(ids(list)))
	require.Len(t, errs, 1)
	require.Contains(t, errs[0], "unexpected EOF")
}

// TestMembersAreBounded: a file of nothing but beginnings is given up.
func TestMembersAreBounded(t *testing.T) {
	t.Parallel()
	bad := strings.Repeat(gzipMagic+"\x00\x00\x00\x00\x00\x00\x00\xff", 100_000)
	_, errs := all(t, Options{}, put(t, map[string]string{"a.warc.gz": bad}))
	require.Greater(t, len(errs), 900)
	require.Less(t, len(errs), maxBroken+10)
	require.Contains(t, errs[len(errs)-2]+errs[len(errs)-1], "one of too many")

	_, errs = all(t, Options{}, put(t, map[string]string{"a.txt.gz": bad}))
	require.Len(t, errs, 1, "what is no web archive ends with the first")
}

// TestLyingLengths: a record that says it is longer than it is takes no other with it.
func TestLyingLengths(t *testing.T) {
	t.Parallel()
	for _, lie := range []int{5, 100, 2000, 1 << 20, 1 << 40} {
		list, errs := all(t, Options{}, put(t, map[string]string{"a.warc": captured(1, 0) + captured(2, lie) + captured(3, 0) + captured(4, lie) + captured(5, 0)}))
		require.Equal(t, "[1 3 5]", fmt.Sprint(ids(list)), lie)
		require.GreaterOrEqual(t, len(errs), 2, lie)
		require.Contains(t, errs[0], "a.warc:4: the record ", lie)
	}
	// Each claims all that follow: they are read again within a bound.
	var b strings.Builder
	for i := range 3000 {
		b.WriteString(captured(i, 1<<30))
	}
	_, errs := all(t, Options{MaxRecord: 100_000}, put(t, map[string]string{"a.warc": b.String()}))
	require.NotEmpty(t, errs)
	require.Less(t, len(errs), 3000)
}

// TestMarksAcrossReads: the mark is found wherever the readings part it.
func TestMarksAcrossReads(t *testing.T) {
	t.Parallel()
	const text = "abc\r\n\r\nWARC/1.0\r\ndef\nWARC/1.1"
	for size := 1; size < len(text); size++ {
		b := &block{LimitedReader: io.LimitedReader{R: strings.NewReader(text), N: 1000}, limit: 1000}
		buf := make([]byte, size)
		for {
			if _, err := b.Read(buf); err != nil {
				break
			}
		}
		require.Equal(t, text[strings.Index(text, "WARC"):], string(b.kept), size)
	}
	b := &block{LimitedReader: io.LimitedReader{R: strings.NewReader(text), N: 1000}, limit: 10}
	_, err := io.Copy(&bytes.Buffer{}, struct{ io.Reader }{b})
	require.NoError(t, err)
	require.LessOrEqual(t, len(b.kept), len(text), "it keeps no more than one reading beyond the limit")
}
