package serve

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"time"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/sources"
	"github.com/whosaid/whosaid/extract"
)

//go:embed openapi.json
var openAPI []byte

// api adds the paths of the HTTP API, which openapi.json describes.
func (h *handler) api(mux *http.ServeMux) {
	// Pages elsewhere, which a browser has open, cannot post here.
	same := http.NewCrossOriginProtection()
	mux.Handle("POST /v1/extract", same.Handler(http.HandlerFunc(h.extract)))
	mux.Handle("POST /v1/verify", same.Handler(http.HandlerFunc(h.verify)))
	mux.HandleFunc("GET /v1/openapi.json", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Write(openAPI)
	})
	for path, method := range map[string]string{"/v1/extract": "POST", "/v1/verify": "POST", "/v1/openapi.json": "GET"} {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Allow", method)
			fail(w, http.StatusMethodNotAllowed, fmt.Errorf("%s takes %s", path, method))
		})
	}
	mux.HandleFunc("/v1/", func(w http.ResponseWriter, r *http.Request) {
		fail(w, http.StatusNotFound, errors.New("no such path; /v1/openapi.json describes what there is"))
	})
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		answer(w, http.StatusOK, map[string]string{"status": "ok", "version": h.Version})
	})
	mux.Handle("GET /metrics", h.metrics.handler())
}

// about is what a request says of an article, and what its answer begins with.
type about struct {
	ID        string `json:"id,omitempty"`
	Title     string `json:"title,omitempty"`
	Author    string `json:"author,omitempty"`
	Section   string `json:"section,omitempty"`
	URL       string `json:"url,omitempty"`
	Published string `json:"published,omitempty"`
}

// extract reads an article and answers with all that is in it.
func (h *handler) extract(w http.ResponseWriter, r *http.Request) {
	b, ok := h.body(w, r)
	if !ok {
		return
	}
	format, ok := formatOf(r)
	if !ok {
		fail(w, http.StatusUnsupportedMediaType, errMediaType)
		return
	}
	var a *input.Article
	var d *whosaid.Document
	err := h.slot(r, func(ctx context.Context) (err error) {
		if a, err = h.article(ctx, r, format, b); err != nil {
			return err
		}
		d, err = h.Extractor.Extract(ctx, a.Text, extract.Published(a.Published))
		return err
	})
	if err != nil {
		h.refuse(w, r, err)
		return
	}
	h.articles.Inc()
	h.bytes.Add(float64(len(a.Text)))
	head := about{a.ID, a.Title, a.Author, a.Section, a.URL, ""}
	if !d.Published.IsZero() {
		head.Published = d.Published.Format(time.RFC3339)
	}
	w.Header().Set("Content-Type", "application/json")
	if err := writeDocument(w, head, d); err != nil {
		panic(http.ErrAbortHandler) // the client has gone, or the answer is half written
	}
}

// writeDocument writes what is known of an article and then the Document, piece by
// piece.
func writeDocument(w io.Writer, head about, d *whosaid.Document) error {
	b, err := json.Marshal(head)
	if err != nil {
		return err
	}
	b = bytes.TrimSuffix(b, []byte("}"))
	if len(b) > 1 {
		b = append(b, ',')
	}
	if _, err := w.Write(append(b, `"document":`...)); err != nil {
		return err
	}
	if err := d.WriteJSON(w); err != nil {
		return err
	}
	_, err = io.WriteString(w, "}\n")
	return err
}

var errMediaType = errors.New("the Content-Type is none of application/json, text/plain, text/html and text/markdown")

// formatOf is the format of a body: a name of package input, or "json".
func formatOf(r *http.Request) (string, bool) {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil {
		return "", false
	}
	format, ok := map[string]string{
		"application/json": "json", "text/plain": "text", "text/html": "html", "text/markdown": "markdown",
	}[kind]
	return format, ok
}

// article reads the article of a request: a JSON object, or the text or page
// itself, of which the query may say the rest.
func (h *handler) article(ctx context.Context, r *http.Request, format string, b []byte) (*input.Article, error) {
	q := r.URL.Query()
	said := struct {
		about
		Text string `json:"text"`
	}{about: about{q.Get("id"), q.Get("title"), q.Get("author"), q.Get("section"), q.Get("url"), q.Get("published")}}
	if format == "json" {
		if err := strictly(b, &said); err != nil {
			return nil, err
		}
		b, format = []byte(said.Text), "text"
	}
	var opts input.Options
	if said.Published != "" {
		var err error
		if opts.Published, err = input.ParseDate(said.Published); err != nil {
			return nil, fmt.Errorf("published: %w", err)
		}
	}
	a, err := opts.Parse(ctx, format, b, input.Origin{URL: said.URL, ContentType: r.Header.Get("Content-Type")})
	if err != nil {
		return nil, err
	}
	for _, f := range []struct {
		to   *string
		said string
	}{{&a.ID, said.ID}, {&a.Title, said.Title}, {&a.Author, said.Author}, {&a.Section, said.Section}, {&a.URL, said.URL}} {
		if f.said != "" {
			*f.to = f.said
		}
	}
	return a, nil
}

// strictly decodes one JSON object that has no other fields than v.
func strictly(b []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return fmt.Errorf("the body is not the JSON that openapi.json describes: %w", err)
	}
	if _, err := d.Token(); err != io.EOF {
		return errors.New("something stands behind the JSON object")
	}
	return nil
}

// verify checks an answer against the articles that come with it.
func (h *handler) verify(w http.ResponseWriter, r *http.Request) {
	b, ok := h.body(w, r)
	if !ok {
		return
	}
	if format, ok := formatOf(r); !ok || format != "json" {
		fail(w, http.StatusUnsupportedMediaType, errors.New("the Content-Type is not application/json"))
		return
	}
	var asked struct {
		Answer  string         `json:"answer"`
		Sources []sources.Text `json:"sources"`
	}
	var found *sources.Result
	err := strictly(b, &asked)
	if err == nil {
		err = h.slot(r, func(ctx context.Context) (err error) {
			found, err = sources.Check(ctx, h.Extractor, asked.Answer, asked.Sources, "")
			return err
		})
	}
	if err != nil {
		h.refuse(w, r, err)
		return
	}
	answer(w, http.StatusOK, found)
}
