package serve

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
)

func posted(path, kind, body string) *http.Request {
	r := httptest.NewRequest(http.MethodPost, "http://localhost:8417"+path, strings.NewReader(body))
	r.Header.Set("Content-Type", kind)
	return r
}

// schemas compiles a schema of openapi.json.
func schemas(t *testing.T) func(name string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	document, err := os.ReadFile("../../../../docs/document.schema.json")
	require.NoError(t, err)
	for url, b := range map[string][]byte{"https://github.com/whosaid/whosaid/document.schema.json": document, "file:///openapi.json": openAPI} {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
		require.NoError(t, err)
		require.NoError(t, c.AddResource(url, v))
	}
	return func(name string) *jsonschema.Schema {
		s, err := c.Compile("file:///openapi.json#/components/schemas/" + name)
		require.NoError(t, err)
		return s
	}
}

// TestExtractAPI: each kind of body is read, and the answer is what openapi.json
// says.
func TestExtractAPI(t *testing.T) {
	t.Parallel()
	h := handlerFor(t)
	schema := schemas(t)("Extracted")
	const words = "“We will not sell,” said Zoë Lee on Tuesday."
	for name, c := range map[string]struct{ query, kind, body string }{
		"json":     {"", "application/json", `{"id": "a1", "url": "https://example.com/a", "published": "2015-09-24", "text": "` + words + `"}`},
		"text":     {"?id=a1&url=https://example.com/a&published=2015-09-24", "text/plain; charset=utf-8", words},
		"markdown": {"?id=a1&url=https://example.com/a&published=2015-09-24", "text/markdown", words},
		"latin":    {"?id=a1&url=https://example.com/a&published=2015-09-24", "text/plain; charset=windows-1252", "\x93We will not sell,\x94 said Zo\xeb Lee on Tuesday."},
		"page":     {"?id=a1&url=https://example.com/a&published=2015-09-24", "text/html", "<html><body><article><p>" + words + "</p></article></body></html>"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			status, m := send(t, h, posted("/v1/extract"+c.query, c.kind, c.body))
			require.Equal(t, http.StatusOK, status, m)
			require.NoError(t, schema.Validate(m))
			require.Equal(t, []any{"a1", "https://example.com/a", "2015-09-24T00:00:00Z"}, []any{m["id"], m["url"], m["published"]})
			b, err := json.Marshal(m["document"])
			require.NoError(t, err)
			var d whosaid.Document
			require.NoError(t, json.Unmarshal(b, &d))
			require.NoError(t, d.Validate())
			require.Equal(t, "We will not sell,", d.Slice(d.Quotes[0].Content[0]), "offsets count bytes")
			require.Equal(t, "Zoë Lee", d.Who(&d.Quotes[0]))
			require.Equal(t, "2015-09-22", d.Dates[0].Value)
		})
	}
	status, m := send(t, h, posted("/v1/extract", "text/plain", "Rain fell."))
	require.Equal(t, http.StatusOK, status)
	require.Len(t, m, 1, "nothing is said of it")
}

func TestVerifyAPI(t *testing.T) {
	t.Parallel()
	h := handlerFor(t)
	status, m := send(t, h, posted("/v1/verify", "application/json",
		`{"answer": "“We will never sell,” said Lee.", "sources": [{"text": "“We will not sell,” said Ann Lee.", "url": "https://example.com/a"}]}`))
	require.Equal(t, http.StatusOK, status)
	require.NoError(t, schemas(t)("Checked").Validate(m))
	require.Equal(t, []any{1.0, "1 checked: 1 altered"}, []any{m["wrong"], m["summary"]})
	status, m = send(t, h, posted("/v1/verify", "application/json", `{"answer": "Rain fell.", "sources": [{"text": "Rain fell."}]}`))
	require.Equal(t, http.StatusOK, status)
	require.NoError(t, schemas(t)("Checked").Validate(m))
}

func TestAPITurnsAway(t *testing.T) {
	t.Parallel()
	h := handlerFor(t)
	foreign := posted("/v1/extract", "text/plain", "Rain fell.")
	foreign.Header.Set("Sec-Fetch-Site", "cross-site")
	forged := posted("/v1/extract", "text/plain", "Rain fell.")
	forged.Host = "evil.example"
	for name, c := range map[string]struct {
		r    *http.Request
		want int
		says string
	}{
		"another host":     {forged, http.StatusForbidden, "local requests only"},
		"no kind":          {posted("/v1/extract", "", "Rain fell."), http.StatusUnsupportedMediaType, "text/markdown"},
		"a kind":           {posted("/v1/extract", "image/png", "Rain fell."), http.StatusUnsupportedMediaType, "text/markdown"},
		"a text to verify": {posted("/v1/verify", "text/plain", "Rain fell."), http.StatusUnsupportedMediaType, "application/json"},
		"no JSON":          {posted("/v1/extract", "application/json", "Rain fell."), http.StatusUnprocessableEntity, "openapi.json"},
		"another field":    {posted("/v1/extract", "application/json", `{"text": "a", "txt": "b"}`), http.StatusUnprocessableEntity, "txt"},
		"two objects":      {posted("/v1/extract", "application/json", `{"text": "a"} {}`), http.StatusUnprocessableEntity, "behind"},
		"no text":          {posted("/v1/extract", "application/json", `{"title": "a"}`), http.StatusUnprocessableEntity, "empty"},
		"a wrong day":      {posted("/v1/extract?published=soon", "text/plain", "Rain."), http.StatusUnprocessableEntity, "published: "},
		"a PDF":            {posted("/v1/extract", "text/plain", "%PDF-1.7"), http.StatusUnprocessableEntity, "PDF"},
		"10 MB":            {posted("/v1/extract", "text/plain", strings.Repeat("said ", 2<<20)), http.StatusRequestEntityTooLarge, "8388608"},
		"no sources":       {posted("/v1/verify", "application/json", `{"answer": "a"}`), http.StatusUnprocessableEntity, "sources"},
		"a long source": {posted("/v1/verify", "application/json", `{"answer": "a", "sources": [{"text": "`+strings.Repeat("a", 1<<20+1)+`"}]}`),
			http.StatusUnprocessableEntity, "source 1: "},
		"get":          {httptest.NewRequest(http.MethodGet, "http://localhost/v1/extract", nil), http.StatusMethodNotAllowed, "/v1/extract takes POST"},
		"no such path": {httptest.NewRequest(http.MethodPost, "http://localhost/v1/extrakt", nil), http.StatusNotFound, "no such path"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			status, m := send(t, h, c.r)
			require.Equal(t, c.want, status)
			if c.says != "" {
				require.Contains(t, m["error"], c.says)
				require.NoError(t, schemas(t)("Error").Validate(m))
			}
		})
	}
	status, _ := send(t, h, foreign)
	require.Equal(t, http.StatusForbidden, status, "a page of another origin")
}

// slow never ends before its time.
type slow struct{}

func (slow) Extract(ctx context.Context, _ string, _ ...extract.DocOption) (*whosaid.Document, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

func TestTimeAndWorkersAreBounded(t *testing.T) {
	t.Parallel()
	o := optionsFor(t, slow{}, io.Discard)
	o.Limit, o.Workers = time.Millisecond, 1
	h, err := New(o)
	require.NoError(t, err)
	status, m := send(t, h, posted("/v1/extract", "text/plain", "Rain fell."))
	require.Equal(t, http.StatusServiceUnavailable, status)
	require.Equal(t, "reading took more than 1ms", m["error"])

	busy := &handler{Options: o, slots: make(chan struct{}, 1)}
	busy.slots <- struct{}{}
	w := httptest.NewRecorder()
	r := posted("/v1/extract", "text/plain", "Rain fell.")
	busy.refuse(w, r, busy.slot(r, func(context.Context) error { return errors.New("no slot is free") }))
	require.Equal(t, http.StatusServiceUnavailable, w.Code)
	require.Equal(t, "1", w.Header().Get("Retry-After"))
}

// TestOpenAPI: the description names what the server answers, and nothing else.
func TestOpenAPI(t *testing.T) {
	t.Parallel()
	h := handlerFor(t)
	status, m := send(t, h, httptest.NewRequest(http.MethodGet, "http://localhost/v1/openapi.json", nil))
	require.Equal(t, http.StatusOK, status)
	require.Equal(t, "3.1.0", m["openapi"])
	compile := schemas(t)
	for name := range m["components"].(map[string]any)["schemas"].(map[string]any) {
		require.NotNil(t, compile(name))
	}
	paths := m["paths"].(map[string]any)
	require.Len(t, paths, 5)
	for path, methods := range paths {
		for method, op := range methods.(map[string]any) {
			r := httptest.NewRequest(strings.ToUpper(method), "http://localhost"+path, nil)
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			require.NotEqual(t, http.StatusNotFound, w.Code, path)
			require.NotEqual(t, http.StatusMethodNotAllowed, w.Code, path)
			body, ok := op.(map[string]any)["requestBody"].(map[string]any)
			if !ok {
				require.Equal(t, http.StatusOK, w.Code, path)
				continue
			}
			example, err := json.Marshal(body["content"].(map[string]any)["application/json"].(map[string]any)["example"])
			require.NoError(t, err)
			status, m := send(t, h, posted(path, "application/json", string(example)))
			require.Equal(t, http.StatusOK, status, m)
		}
	}
}

func TestMetrics(t *testing.T) {
	t.Parallel()
	h := handlerFor(t)
	for _, r := range []*http.Request{
		posted("/v1/extract", "text/plain", "Rain fell."), posted("/v1/extract", "text/plain", " "), post("Snow fell.", "name=a.txt"),
		httptest.NewRequest(http.MethodGet, "http://localhost/nothing/of/the/kind", nil), httptest.NewRequest(http.MethodGet, "http://localhost/healthz", nil),
	} {
		h.ServeHTTP(httptest.NewRecorder(), r)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "http://localhost/metrics", nil))
	require.Equal(t, http.StatusOK, w.Code)
	for _, want := range []string{
		`whosaid_http_requests_total{path="/v1/extract",status="200"} 1`, `whosaid_http_requests_total{path="/v1/extract",status="422"} 1`,
		`whosaid_http_requests_total{path="other",status="404"} 1`, `whosaid_http_requests_total{path="/healthz",status="200"} 1`,
		`whosaid_http_request_seconds_count{path="/api/read"} 1`, "whosaid_articles_total 2", "whosaid_text_bytes_total 20", "whosaid_workers 2",
		"whosaid_workers_busy 0", "go_goroutines ",
	} {
		require.Contains(t, w.Body.String(), want+map[bool]string{true: "", false: "\n"}[strings.HasSuffix(want, " ")])
	}
}
