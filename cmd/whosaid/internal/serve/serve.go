// Package serve shows the page of package view over HTTP, on this machine
// unless asked otherwise.
package serve

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"time"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/safe"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/view"
	"golang.org/x/net/netutil"
)

// DefaultMaxBody bounds what is posted, in bytes: a saved web page may be larger
// than its article.
const DefaultMaxBody = 8 << 20

// maxConnections bounds the connections at one time; more wait.
const maxConnections = 256

// Options say how to serve. All but Local and Sample must be set.
type Options struct {
	Extractor safe.Extractor
	// Local refuses requests that were sent to another host than this machine,
	// which a page elsewhere could have forged.
	Local   bool
	Workers int           // how many articles are read at once
	MaxBody int64         // the longest body of a request, in bytes
	Limit   time.Duration // the time that one article may take
	Grace   time.Duration // the time for what is at work when the server ends
	Log     io.Writer     // gets a line for each request that panics
	Version string
	Sample  *view.Model // what the page shows at first, nil for nothing
}

// Defaults are the times and sizes that the command serves with.
func Defaults() Options {
	return Options{Limit: 30 * time.Second, Grace: 3 * time.Second, MaxBody: DefaultMaxBody}
}

type handler struct {
	Options
	page  []byte
	slots chan struct{} // bounds how many articles are read at once
	log   *log.Logger
	*metrics
}

// New returns the handler.
func New(o Options) (http.Handler, error) {
	p := view.Page{Mode: view.Server, Model: o.Sample}
	var b bytes.Buffer
	if err := p.Write(&b); err != nil {
		return nil, err
	}
	h := &handler{Options: o, page: b.Bytes(), slots: make(chan struct{}, o.Workers), log: log.New(o.Log, "whosaid: ", 0)}
	h.metrics = newMetrics(h.slots)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", h.index)
	mux.HandleFunc("POST /api/read", h.read)
	h.api(mux)
	return h.observe(h.guard(mux, p.Policy()+"; frame-ancestors 'none'")), nil
}

// guard sets what every answer bears, and turns away what comes from elsewhere.
func (h *handler) guard(next http.Handler, policy string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		head := w.Header()
		head.Set("Content-Security-Policy", policy)
		head.Set("X-Content-Type-Options", "nosniff")
		head.Set("Referrer-Policy", "no-referrer")
		head.Set("Cross-Origin-Opener-Policy", "same-origin")
		head.Set("Cross-Origin-Resource-Policy", "same-origin")
		head.Set("Cache-Control", "no-store")
		if h.Local && !loopback(r.Host) {
			fail(w, http.StatusForbidden, errors.New("this server answers local requests only"))
			return
		}
		err := safe.Do(func() error {
			next.ServeHTTP(w, r)
			return nil
		})
		switch {
		case errors.Is(err, http.ErrAbortHandler): // the answer is begun and cannot be ended
			panic(http.ErrAbortHandler)
		case err != nil:
			h.broken(w, r, err)
		}
	})
}

// loopback reports whether host, with or without a port, names this machine.
func loopback(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	ip := net.ParseIP(host)
	return host == "localhost" || host == "[::1]" || ip != nil && ip.IsLoopback()
}

func (h *handler) index(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Write(h.page)
}

func (h *handler) read(w http.ResponseWriter, r *http.Request) {
	// A page elsewhere cannot set this field without being asked first.
	if r.Header.Get("X-Whosaid") == "" {
		fail(w, http.StatusForbidden, errors.New("the header X-Whosaid is missing"))
		return
	}
	b, ok := h.body(w, r)
	if !ok {
		return
	}
	m, err := h.model(r, b)
	if err != nil {
		h.refuse(w, r, err)
		return
	}
	h.articles.Inc()
	h.bytes.Add(float64(len(m.Text)))
	answer(w, http.StatusOK, m)
}

// body reads what was posted, or says why it cannot.
func (h *handler) body(w http.ResponseWriter, r *http.Request) ([]byte, bool) {
	b, err := io.ReadAll(http.MaxBytesReader(w, r.Body, h.MaxBody))
	if err == nil {
		return b, true
	}
	var tooLarge *http.MaxBytesError
	status := http.StatusBadRequest
	if errors.As(err, &tooLarge) {
		status, err = http.StatusRequestEntityTooLarge, fmt.Errorf("the body is larger than %d bytes", h.MaxBody)
	}
	fail(w, status, err)
	return nil, false
}

// refuse says why an article could not be read.
func (h *handler) refuse(w http.ResponseWriter, r *http.Request, err error) {
	var broke *safe.PanicError
	switch {
	case errors.As(err, &broke):
		h.broken(w, r, err)
	case errors.Is(err, errBusy):
		w.Header().Set("Retry-After", "1")
		fail(w, http.StatusServiceUnavailable, err)
	case errors.Is(err, context.DeadlineExceeded):
		fail(w, http.StatusServiceUnavailable, fmt.Errorf("reading took more than %v", h.Limit))
	default:
		fail(w, http.StatusUnprocessableEntity, err)
	}
}

var errBusy = errors.New("too many articles at once, try again")

// model reads the article b of a request.
func (h *handler) model(r *http.Request, b []byte) (m *view.Model, err error) {
	err = h.slot(r, func(ctx context.Context) error {
		m, err = view.Read(ctx, h.Extractor, r.URL.Query().Get("name"), r.URL.Query().Get("date"), b)
		return err
	})
	return m, err
}

// slot does work for a request, which holds a slot no longer than that takes,
// however slowly the answer is fetched.
func (h *handler) slot(r *http.Request, do func(ctx context.Context) error) error {
	ctx, cancel := context.WithTimeout(r.Context(), h.Limit)
	defer cancel()
	select {
	case h.slots <- struct{}{}:
		defer func() { <-h.slots }()
	case <-ctx.Done():
		return errBusy
	}
	return safe.Do(func() error { return do(ctx) })
}

// broken answers a request that made whosaid panic, and logs it.
func (h *handler) broken(w http.ResponseWriter, r *http.Request, err error) {
	h.log.Printf("%s %q: %v", r.Method, r.URL.Path, err)
	fail(w, http.StatusInternalServerError, err)
}

func fail(w http.ResponseWriter, status int, err error) {
	answer(w, status, map[string]string{"error": err.Error()})
}

func answer(w http.ResponseWriter, status int, v any) {
	b, err := json.Marshal(v)
	if err != nil {
		status, b = http.StatusInternalServerError, []byte(`{"error":"the answer cannot be written"}`)
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	w.Write(b)
}

// Serve answers on l until ctx is done; then it returns http.ErrServerClosed.
func Serve(ctx context.Context, l net.Listener, o Options) error {
	h, err := New(o)
	if err != nil {
		return err
	}
	s := &http.Server{
		Handler: h, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: o.Limit + 30*time.Second,
		IdleTimeout: time.Minute, MaxHeaderBytes: 16 << 10,
	}
	done := make(chan error, 1)
	go func() { done <- s.Serve(netutil.LimitListener(l, maxConnections)) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	end, cancel := context.WithTimeout(context.WithoutCancel(ctx), o.Grace)
	defer cancel()
	if err := s.Shutdown(end); err != nil {
		return err
	}
	return <-done
}
