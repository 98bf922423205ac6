package train

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/entity"
	"github.com/whosaid/whosaid/internal/lab/corpus"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/tag"
	"github.com/whosaid/whosaid/internal/timex"
)

// A QuoteDoc is a document to learn attribution from.
type QuoteDoc struct {
	ID    string
	Doc   *whosaid.Document
	Golds []Gold
	// Weight is how much an example of it counts; 1 for the best corpus.
	Weight float32
	// Real is set where the text is from a newspaper and its speakers have
	// names: it shows how often quotes are right.
	Real bool
}

// quoteSets are the corpora of attributions, how much each counts, and whether
// scores are calibrated on it: quotes of the invented articles are more often
// right than those of any others.
var quoteSets = []struct {
	file   string
	weight float32
	real   bool
}{
	{"wikinews/wikinews.jsonl", 1, true},
	{"newsroom.jsonl", 0.7, false},
	{"quotes/gum_news.jsonl", 0.15, false},
}

// stages are those that run before attribution.
type stages struct {
	tagger   *tag.Tagger
	names    *entity.Trained
	resolver *entity.Resolver
	dates    *timex.Grammar
}

// newStages opens the stages with ner as the model of names.
func newStages(ner []byte) (s stages, err error) {
	if s.tagger, err = EagerTagger(); err != nil {
		return s, err
	}
	if s.names, err = entity.OpenTrained(ner); err != nil {
		return s, err
	}
	if s.resolver, err = entity.NewResolver(); err != nil {
		return s, err
	}
	s.dates, err = timex.New(false)
	return s, err
}

// read makes the document that attribution sees.
func (s *stages) read(c *corpus.Doc) (*whosaid.Document, error) {
	d := &whosaid.Document{Text: c.Text, Published: c.Published()}
	d.Tokens, d.Sentences = segment.Split(c.Text)
	s.tagger.Tag(context.Background(), d)
	ctx := context.Background()
	names, err := s.names.Recognize(ctx, d)
	if err != nil {
		return nil, err
	}
	if d.Dates, err = s.dates.Dates(ctx, d, entity.NoDates(names), timex.Options{}); err != nil {
		return nil, err
	}
	d.Entities, d.Mentions, err = s.resolver.Resolve(ctx, d, names)
	return d, err
}

// QuoteDocs reads the corpora of attributions in dir with the stages that
// run before attribution, and ner as the model of names.
func QuoteDocs(dir string, ner []byte) ([]QuoteDoc, error) {
	st, err := newStages(ner)
	if err != nil {
		return nil, err
	}
	var out []QuoteDoc
	for _, set := range quoteSets {
		docs, err := corpus.ReadFile(filepath.Join(dir, set.file))
		if err != nil {
			return nil, err
		}
		for i := range docs {
			d, err := st.read(&docs[i])
			if err != nil {
				return nil, fmt.Errorf("%s: %w", docs[i].ID, err)
			}
			out = append(out, QuoteDoc{docs[i].ID, d, Golds(&docs[i]), set.weight, set.real})
		}
	}
	return out, nil
}

// Golds joins the pieces of c's quotes. Those within quotes are left out: only
// one corpus has them, and where the others have none their cues count as none.
func Golds(c *corpus.Doc) []Gold {
	at := map[string]int{}
	var out []Gold
	for _, q := range c.Quotes {
		if q.Parent != "" {
			continue
		}
		i, ok := at[q.Group]
		if !ok || q.Group == "" {
			i = len(out)
			at[q.Group] = i
			out = append(out, Gold{Cue: spanOf(q.Cue), Source: spanOf(q.Speaker), Name: q.SpeakerName})
		}
		out[i].Content = append(out[i].Content, whosaid.Span{Start: q.Start, End: q.End})
	}
	return out
}

func spanOf(s []int) whosaid.Span {
	if len(s) != 2 {
		return whosaid.Span{}
	}
	return whosaid.Span{Start: s[0], End: s[1]}
}

// split parts docs into the kth of so many parts, to be read, and the rest, to learn from.
func split[T any](docs []T, k, parts int) (rest, part []T) {
	for i, d := range docs {
		if i%parts == k {
			part = append(part, d)
		} else {
			rest = append(rest, d)
		}
	}
	return rest, part
}

// QuoteFolds cuts docs into parts; for each it trains on the others, fills
// Quotes of its documents and calls emit with them.
func QuoteFolds(docs []QuoteDoc, clusters *modelfile.Table, parts int, report NERReport, emit func(*QuoteDoc) error) error {
	for k := range parts {
		rest, part := split(docs, k, parts)
		data, err := QuoteModel(rest, clusters, report)
		if err != nil {
			return err
		}
		a, err := openQuotes(data)
		if err != nil {
			return err
		}
		for i := range part {
			if part[i].Doc.Quotes, err = a.Attribute(context.Background(), part[i].Doc); err != nil {
				return err
			}
			if err := emit(&part[i]); err != nil {
				return err
			}
		}
	}
	return nil
}
