package serve

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/safe"
	"github.com/whosaid/whosaid/extract"
)

func handlerFor(t *testing.T) http.Handler {
	t.Helper()
	x, err := extract.New()
	require.NoError(t, err)
	h, err := New(optionsFor(t, x, io.Discard))
	require.NoError(t, err)
	return h
}

// optionsFor are options whose times a busy machine does not exceed.
func optionsFor(t *testing.T, x safe.Extractor, log io.Writer) Options {
	t.Helper()
	return Options{Extractor: x, Local: true, Workers: 2, Limit: time.Hour, Grace: time.Hour, MaxBody: DefaultMaxBody, Log: log}
}

// send posts a body and returns the status and the answer.
func send(t *testing.T, h http.Handler, r *http.Request) (int, map[string]any) {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	require.Contains(t, w.Header().Get("Content-Security-Policy"), "default-src 'none'")
	require.Equal(t, "nosniff", w.Header().Get("X-Content-Type-Options"))
	var m map[string]any
	if strings.HasPrefix(w.Header().Get("Content-Type"), "application/json") {
		require.NoError(t, json.Unmarshal(w.Body.Bytes(), &m))
	}
	return w.Code, m
}

func post(body, query string) *http.Request {
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1:8417/api/read?"+query, strings.NewReader(body))
	r.Header.Set("X-Whosaid", "1")
	return r
}

// TestReadsOtherEncodings: what is posted is read as extract reads it.
func TestReadsOtherEncodings(t *testing.T) {
	t.Parallel()
	h := handlerFor(t)
	for _, body := range []string{"\x93We will go,\x94 said Zo\xeb Lee.", "\xff\xfe" + "\x1c\x20W\x00e\x00 \x00w\x00i\x00l\x00l\x00 \x00g\x00o\x00,\x00\x1d\x20 \x00s\x00a\x00i\x00d\x00 \x00Z\x00o\x00\xeb\x00 \x00L\x00e\x00e\x00.\x00"} {
		status, m := send(t, h, post(body, "name=a.txt"))
		require.Equal(t, http.StatusOK, status)
		require.Equal(t, "“We will go,” said Zoë Lee.", m["text"])
	}
	status, m := send(t, h, post("%PDF-1.7", "name=a.pdf"))
	require.Equal(t, http.StatusUnprocessableEntity, status)
	require.Equal(t, "a PDF file, not a text: pdftotext makes a text of it", m["error"])
}

func TestRead(t *testing.T) {
	t.Parallel()
	h := handlerFor(t)
	status, m := send(t, h, post("“We will not sell,” said Ann Lee on Tuesday.", "name=a.txt&date=2015-09-24"))
	require.Equal(t, http.StatusOK, status)
	require.Equal(t, "a.txt", m["title"])
	require.Len(t, m["quotes"], 1)
	require.Equal(t, "2015-09-22", m["dates"].([]any)[0].(map[string]any)["value"])

	page := "<html><head><title>Orbit</title></head><body><article><h1>Orbit</h1>" + strings.Repeat("<p>“We will not sell the company to anybody,” said Ann Lee, the chief executive of Orbit Labs, on Tuesday in Berlin.</p>", 8) + "</article></body></html>"
	status, m = send(t, h, post(page, "name=saved.html"))
	require.Equal(t, http.StatusOK, status, m)
	require.NotContains(t, m["text"], "<p>")
	require.NotEmpty(t, m["quotes"])
}

func TestTurnsAway(t *testing.T) {
	t.Parallel()
	h := handlerFor(t)
	forged := post("Rain.", "")
	forged.Host = "evil.example"
	bare := post("Rain.", "")
	bare.Header.Del("X-Whosaid")
	for name, c := range map[string]struct {
		r    *http.Request
		want int
	}{
		"another host":      {forged, http.StatusForbidden},
		"no field":          {bare, http.StatusForbidden},
		"10 MB":             {post(strings.Repeat("said ", 2<<20), ""), http.StatusRequestEntityTooLarge},
		"5 MB of text":      {post(strings.Repeat("said ", 1<<20), ""), http.StatusUnprocessableEntity},
		"no words":          {post(" \n", ""), http.StatusUnprocessableEntity},
		"a wrong date":      {post("Rain.", "date=soon"), http.StatusUnprocessableEntity},
		"a page of nothing": {post("<html></html>", "name=a.html"), http.StatusUnprocessableEntity},
		"a path outside":    {httptest.NewRequest(http.MethodGet, "http://localhost/../../etc/passwd", nil), http.StatusTemporaryRedirect},
		"another path":      {httptest.NewRequest(http.MethodGet, "http://localhost/etc/passwd", nil), http.StatusNotFound},
		"another method":    {httptest.NewRequest(http.MethodGet, "http://localhost/api/read", nil), http.StatusMethodNotAllowed},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			status, _ := send(t, h, c.r)
			require.Equal(t, c.want, status)
		})
	}
}

func TestHosts(t *testing.T) {
	t.Parallel()
	for host, want := range map[string]bool{
		"localhost": true, "localhost:8417": true, "127.0.0.1:1": true, "127.0.0.2": true, "[::1]:8417": true, "[::1]": true,
		"": false, "evil.example": false, "localhost.evil.example": false, "127.0.0.1.evil.example:80": false, "10.0.0.1": false,
	} {
		require.Equal(t, want, loopback(host), host)
	}
}

func TestServeEndsWithItsContext(t *testing.T) {
	t.Parallel()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	x, err := extract.New()
	require.NoError(t, err)
	go func() { done <- Serve(ctx, l, optionsFor(t, x, io.Discard)) }()
	r, err := http.Get("http://" + l.Addr().String() + "/")
	require.NoError(t, err)
	r.Body.Close()
	require.Equal(t, http.StatusOK, r.StatusCode)
	cancel()
	require.ErrorIs(t, <-done, http.ErrServerClosed)
}

// breaking panics on texts that say so, and gives the others to the library.
type breaking struct{ safe.Extractor }

func (b breaking) Extract(ctx context.Context, text string, opts ...extract.DocOption) (*whosaid.Document, error) {
	if strings.Contains(text, "break down") {
		panic("index out of range")
	}
	return b.Extractor.Extract(ctx, text, opts...)
}

func TestAPanicEndsOneRequest(t *testing.T) {
	t.Parallel()
	x, err := extract.New()
	require.NoError(t, err)
	var log bytes.Buffer
	o := optionsFor(t, breaking{x}, &log)
	o.Workers = 1
	h, err := New(o)
	require.NoError(t, err)
	for range 3 { // each would keep the one slot
		status, m := send(t, h, post("It will break down.", "name=a.txt"))
		require.Equal(t, http.StatusInternalServerError, status)
		require.Contains(t, m["error"], "please report it: index out of range")
	}
	status, _ := send(t, h, post("Rain fell.", "name=a.txt"))
	require.Equal(t, http.StatusOK, status)
	lines := strings.Split(strings.TrimSpace(log.String()), "\n")
	require.Len(t, lines, 3)
	require.Regexp(t, `^whosaid: POST "/api/read": internal error at serve_test\.go:\d+, please report it: index out of range$`, lines[0])
}

// badBody panics where the handler reads it, outside of any article.
type badBody struct{}

func (badBody) Read([]byte) (int, error) { panic("no body") }
func (badBody) Close() error             { return nil }

func TestAPanicOfAHandlerIsAnAnswer(t *testing.T) {
	t.Parallel()
	r := post("", "")
	r.Body = badBody{}
	status, m := send(t, handlerFor(t), r)
	require.Equal(t, http.StatusInternalServerError, status)
	require.Contains(t, m["error"], "no body")
}

func TestASlotIsGivenBack(t *testing.T) {
	t.Parallel()
	x, err := extract.New()
	require.NoError(t, err)
	h := &handler{Options: optionsFor(t, x, io.Discard), slots: make(chan struct{}, 1)}
	for _, text := range []string{"Rain fell.", " ", "<html>"} {
		_, _ = h.model(post("", "name=a.html"), []byte(text))
		require.Empty(t, h.slots)
	}
	h.slots <- struct{}{} // another article holds it
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = h.model(post("", "").WithContext(ctx), []byte("Rain fell."))
	require.ErrorIs(t, err, errBusy)
}
