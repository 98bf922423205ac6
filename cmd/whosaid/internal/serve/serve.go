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
	"net"
	"net/http"
	"time"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/view"
	"github.com/whosaid/whosaid/extract"
)

// maxBody bounds what is posted, in bytes: a saved web page may be larger than
// its article.
const maxBody = 8 << 20

// limit is the time that one article may take.
const limit = 30 * time.Second

type handler struct {
	x     *extract.Extractor
	page  []byte
	local bool          // answer to the names of this machine only
	slots chan struct{} // bounds how many articles are read at once
}

// New returns the handler. With local it refuses requests that were sent to
// another host than this machine, which a page elsewhere could have forged.
func New(x *extract.Extractor, local bool, workers int) (http.Handler, error) {
	p := view.Page{Mode: view.Server}
	var b bytes.Buffer
	if err := p.Write(&b); err != nil {
		return nil, err
	}
	h := &handler{x: x, page: b.Bytes(), local: local, slots: make(chan struct{}, workers)}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", h.index)
	mux.HandleFunc("POST /api/read", h.read)
	return h.guard(mux, p.Policy()+"; frame-ancestors 'none'"), nil
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
		if h.local && !loopback(r.Host) {
			fail(w, http.StatusForbidden, errors.New("this server answers on the local machine only"))
			return
		}
		next.ServeHTTP(w, r)
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
		fail(w, http.StatusForbidden, errors.New("the field X-Whosaid is missing"))
		return
	}
	b, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		var tooLarge *http.MaxBytesError
		status := http.StatusBadRequest
		if errors.As(err, &tooLarge) {
			status, err = http.StatusRequestEntityTooLarge, fmt.Errorf("the file is larger than %d MB", maxBody>>20)
		}
		fail(w, status, err)
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), limit)
	defer cancel()
	select {
	case h.slots <- struct{}{}:
		defer func() { <-h.slots }()
	case <-ctx.Done():
		fail(w, http.StatusServiceUnavailable, errors.New("too many articles at once"))
		return
	}
	m, err := read(ctx, h.x, r.URL.Query().Get("name"), r.URL.Query().Get("date"), b)
	if err != nil {
		fail(w, http.StatusUnprocessableEntity, err)
		return
	}
	answer(w, http.StatusOK, m)
}

// read is view.Read, proof against pages that the libraries for HTML choke on.
func read(ctx context.Context, x *extract.Extractor, name, date string, b []byte) (m *view.Model, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the page cannot be taken apart: %v", p)
		}
	}()
	return view.Read(ctx, x, name, date, b)
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
func Serve(ctx context.Context, l net.Listener, h http.Handler) error {
	s := &http.Server{
		Handler: h, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: limit + 30*time.Second,
		IdleTimeout: time.Minute, MaxHeaderBytes: 16 << 10,
	}
	done := make(chan error, 1)
	go func() { done <- s.Serve(l) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	end, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
	defer cancel()
	if err := s.Shutdown(end); err != nil {
		return err
	}
	return <-done
}
