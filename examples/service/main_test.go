package main

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
)

func ask(t *testing.T, r *http.Request) *httptest.ResponseRecorder {
	t.Helper()
	x, err := extract.New()
	require.NoError(t, err)
	w := httptest.NewRecorder()
	handler(x).ServeHTTP(w, r)
	return w
}

func TestDocument(t *testing.T) {
	t.Parallel()
	const text = "“We will stay,” said Zoë Müller on Tuesday. a=b&date=c\xff"
	r := httptest.NewRequest(http.MethodPost, "/documents?date=2015-09-24", strings.NewReader(text))
	w := ask(t, r)
	require.Equal(t, http.StatusOK, w.Code)
	require.Equal(t, "application/json", w.Header().Get("Content-Type"))
	var d whosaid.Document
	require.NoError(t, json.Unmarshal(w.Body.Bytes(), &d))
	require.Equal(t, text, d.Text)
	require.Equal(t, "Zoë Müller", d.Who(&d.Quotes[0]))
	require.Equal(t, "2015-09-22", d.Dates[0].Value)
}

// curl --data-binary sends a text as if it were a form.
func TestTextThatIsSentAsForm(t *testing.T) {
	t.Parallel()
	r := httptest.NewRequest(http.MethodPost, "/documents?date=2015-09-24", strings.NewReader("Ann Lee left."))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	var d whosaid.Document
	require.NoError(t, json.Unmarshal(ask(t, r).Body.Bytes(), &d))
	require.Equal(t, "Ann Lee left.", d.Text)
	require.Equal(t, 24, d.Published.Day())
}

func TestErrors(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, method, path, text string
		want                     int
		says                     string
	}{
		{"too long", http.MethodPost, "/documents", strings.Repeat("word ", 1<<20), http.StatusRequestEntityTooLarge, "limit 4 MB"},
		{"no date", http.MethodPost, "/documents?date=soon", "Rain.", http.StatusBadRequest, "no day such as 2015-09-24"},
		{"no text", http.MethodGet, "/documents", "", http.StatusMethodNotAllowed, ""},
		{"no such page", http.MethodPost, "/", "Rain.", http.StatusNotFound, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := ask(t, httptest.NewRequest(c.method, c.path, strings.NewReader(c.text)))
			require.Equal(t, c.want, w.Code)
			require.Contains(t, w.Body.String(), c.says)
		})
	}
}

func TestClientIsGone(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	w := ask(t, httptest.NewRequestWithContext(ctx, http.MethodPost, "/documents", strings.NewReader("Rain.")))
	require.Empty(t, w.Body.String())
}
