package verify

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
)

// articles are texts to check against themselves. They are measured, no case of a
// test comes from them.
var articles = flag.String("articles", "../../../../../shared/data/train/newsroom.jsonl", "lines of JSON with a text each")
var most = flag.Int("most", 40, "how many of them")

// TestArticles: whole articles agree with themselves; a direct quote given to
// another person that the article names, or to nobody it knows, is found.
func TestArticles(t *testing.T) {
	b, err := os.ReadFile(*articles)
	if errors.Is(err, fs.ErrNotExist) && *articles == flag.Lookup("articles").DefValue {
		t.Skip("a clone alone has no articles: ", err)
	}
	require.NoError(t, err)
	x, err := extract.New()
	require.NoError(t, err)
	counts := map[string]map[Verdict]int{"itself": {}, "another": {}, "a stranger": {}, "denied": {}}
	judge := func(kind, answer string, d *whosaid.Document) {
		a, err := x.Extract(context.Background(), Plain(answer))
		require.NoError(t, err)
		list, err := Check(context.Background(), a, []*Source{{Name: "article", Document: d}})
		require.NoError(t, err)
		for _, f := range list {
			counts[kind][f.Verdict]++
		}
	}
	n := 0
	for line := range strings.Lines(string(b)) {
		var a struct{ Text string }
		if n == *most {
			break
		}
		n++
		require.NoError(t, json.Unmarshal([]byte(line), &a), "line %d", n)
		d, err := x.Extract(context.Background(), a.Text)
		require.NoError(t, err)
		judge("itself", a.Text, d)
		for i := range d.Quotes {
			misquote(d, &d.Quotes[i], func(kind, answer string) { judge(kind, answer, d) })
		}
	}
	t.Logf("%d articles: %v", n, counts)
	for v, n := range counts["itself"] {
		require.False(t, v.Wrong(), "%d times %s", n, v)
	}
	for _, kind := range []string{"another", "a stranger"} {
		require.Greater(t, counts[kind][OtherSpeaker], 0)
		require.Zero(t, counts[kind][Verbatim], kind)
	}
	require.Zero(t, counts["denied"][Faithful])
}

// misquote gives what a person says to others, or says the opposite of it.
func misquote(d *whosaid.Document, q *whosaid.Quote, judge func(kind, answer string)) {
	speaker := d.Entity(q.Speaker)
	words := strings.NewReplacer("“", "‘", "”", "’", "\"", "'").Replace(strings.TrimRight(d.Words(q.Content...), ",."))
	if q.Parent != 0 || speaker == nil || speaker.Name == "" || speaker.Kind != whosaid.EntityPerson || len(strings.Fields(words)) < 4 {
		return
	}
	switch {
	case q.Form == whosaid.QuoteDirect:
		judge("a stranger", "“"+words+",” said Zed Quark.")
		for e := range d.OfKind(whosaid.EntityPerson) {
			if e.ID != speaker.ID && strings.Contains(e.Name, " ") && !strings.ContainsAny(e.Name, "“\"") {
				judge("another", "“"+words+",” said "+e.Name+".")
				return
			}
		}
	case q.Form == whosaid.QuoteIndirect && q.CueClass == whosaid.CueSay && !q.Negated && q.Modality == "":
		judge("denied", speaker.Name+" denied that "+words+".")
	}
}
