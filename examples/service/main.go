// Command service answers texts over HTTP with their Documents as JSON.
//
//	go run ./examples/service &
//	curl --data-binary @testdata/article.txt 'localhost:8080/documents?date=2015-09-24'
//
// Read after examples/names. New here: one Extractor for all requests, the
// context of a request, which ends the work when the client is gone, and an
// InputError for a text that is too long.
package main

import (
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"time"

	"github.com/whosaid/whosaid/extract"
)

func main() {
	x, err := extract.New()
	if err != nil {
		log.Fatal(err)
	}
	s := http.Server{Addr: "localhost:8080", Handler: handler(x), ReadTimeout: time.Minute, WriteTimeout: time.Minute}
	log.Fatal(s.ListenAndServe())
}

func handler(x *extract.Extractor) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /documents", func(w http.ResponseWriter, r *http.Request) {
		var day time.Time // zero is unknown
		var err error
		if date := r.URL.Query().Get("date"); date != "" {
			if day, err = time.Parse(time.DateOnly, date); err != nil {
				http.Error(w, "date is no day such as 2015-09-24", http.StatusBadRequest)
				return
			}
		}
		text, err := io.ReadAll(io.LimitReader(r.Body, extract.DefaultMaxBytes+1))
		if err != nil {
			return // the client is gone
		}
		d, err := x.Extract(r.Context(), string(text), extract.Published(day))
		var long *extract.InputError
		switch {
		case errors.As(err, &long):
			http.Error(w, err.Error(), http.StatusRequestEntityTooLarge)
		case err == nil:
			w.Header().Set("Content-Type", "application/json")
			_ = json.NewEncoder(w).Encode(d)
		}
	})
	return mux
}
