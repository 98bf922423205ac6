package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/entities"
	"github.com/whosaid/whosaid/internal/attrib"
	"github.com/whosaid/whosaid/internal/corpus"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/lookup"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/tag"
	"github.com/whosaid/whosaid/internal/train"
	"github.com/whosaid/whosaid/quotes"
)

var lexi = map[string]string{}

func loadTags() {
	b, _ := os.ReadFile("/tmp/quotes/tags.tsv")
	for _, l := range strings.Split(string(b), "\n") {
		if w, t, ok := strings.Cut(l, "\t"); ok {
			lexi[w] = t
		}
	}
}
func tagDoc(d *whosaid.Document) {
	for i := range d.Tokens {
		t := &d.Tokens[i]
		s := d.Slice(t.Span)
		if tg, ok := lexi[s]; ok {
			t.Tag = tg
			continue
		}
		if tg, ok := lexi[strings.ToLower(s)]; ok {
			t.Tag = tg
			continue
		}
		switch {
		case strings.ContainsAny(s[:1], "“”‘’\"") || s[0] >= 0x80:
			t.Tag = "''"
		case s[0] >= 'A' && s[0] <= 'Z':
			t.Tag = "NNP"
		case s[0] >= '0' && s[0] <= '9':
			t.Tag = "CD"
		case strings.HasSuffix(s, "ing"):
			t.Tag = "VBG"
		case strings.HasSuffix(s, "ed"):
			t.Tag = "VBD"
		case strings.HasSuffix(s, "s"):
			t.Tag = "NNS"
		case strings.HasSuffix(s, "ly"):
			t.Tag = "RB"
		default:
			t.Tag = "NN"
		}
	}
}

var kinds = map[string]whosaid.EntityKind{"PERSON": whosaid.Person, "ORG": whosaid.Organization, "PLACE": whosaid.Place, "NORP": whosaid.Group, "PRODUCT": whosaid.Product, "EVENT": whosaid.Event, "WORK": whosaid.Work}

func build(c *corpus.Doc) *whosaid.Document {
	d := &whosaid.Document{Text: c.Text}
	d.Tokens, d.Sentences = segment.Split(c.Text)
	tagger.Tag(d)
	ids := map[string]whosaid.EntityID{}
	last := -1
	for _, e := range c.Entities {
		if e.Start < last {
			continue
		}
		last = e.End
		k := fmt.Sprint(e.Entity)
		if e.Entity == nil {
			k = c.Text[e.Start:e.End]
		}
		if ids[k] == 0 {
			d.Entities = append(d.Entities, whosaid.Entity{ID: whosaid.EntityID(len(d.Entities) + 1), Kind: kinds[e.Type]})
			ids[k] = whosaid.EntityID(len(d.Entities))
		}
		x := &d.Entities[ids[k]-1]
		if n := c.Text[e.Start:e.End]; len(n) > len(x.Name) {
			x.Name = n
		}
		x.Mentions = append(x.Mentions, len(d.Mentions))
		d.Mentions = append(d.Mentions, whosaid.Mention{Span: whosaid.Span{Start: e.Start, End: e.End}, Entity: ids[k], Form: whosaid.Named})
	}
	return d
}

type rec struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Type   string `json:"type"`
	Cue    []int  `json:"cue"`
	Speak  []int  `json:"speaker"`
	Name   string `json:"speaker_name"`
	Group  string `json:"group"`
	Part   int    `json:"part"`
	Speech bool   `json:"speech"`
}

func pair(s whosaid.Span) []int {
	if s.Empty() {
		return nil
	}
	return []int{s.Start, s.End}
}

func lastRune(s string) (rune, int)  { return utf8.DecodeLastRuneInString(s) }
func firstRune(s string) (rune, int) { return utf8.DecodeRuneInString(s) }

var (
	tagger, _ = tag.New()
	ner, _    = entities.NewTrained()
	res, _    = entities.NewResolver()
)

func full(text string) *whosaid.Document {
	d := &whosaid.Document{Text: text}
	d.Tokens, d.Sentences = segment.Split(text)
	tagger.Tag(d)
	names, _ := ner.Recognize(context.Background(), d)
	d.Entities, d.Mentions = res.Resolve(d, names)
	return d
}

func main() {
	loadTags()
	docs, err := corpus.ReadFile("/work/shared/data/train/wikinews/wikinews.jsonl")
	if err != nil {
		panic(err)
	}
	var qd []train.QuoteDoc
	for i := range docs {
		qd = append(qd, train.QuoteDoc{Doc: build(&docs[i]), Golds: train.Golds(&docs[i]), Weight: 1})
	}
	clusters, err := lookup.Open(model.Clusters)
	if err != nil {
		panic(err)
	}
	mb, err := train.QuoteModel(qd, clusters, func(f string, a ...any) { fmt.Fprintf(os.Stderr, f+"\n", a...) })
	if err != nil {
		panic(err)
	}
	os.WriteFile("/tmp/quotes/quotes.bin", mb, 0o644)
	lm, err := linear.Open(mb)
	if err != nil {
		panic(err)
	}
	r, err := attrib.NewReader(lm, clusters)
	if err != nil {
		panic(err)
	}
	fmt.Fprintln(os.Stderr, "bytes", len(mb))
	at, err := quotes.Open(mb)
	if err != nil {
		panic(err)
	}
	if len(os.Args) > 1 {
		c := corpus.Doc{Text: os.Args[1]}
		d := build(&c)
		for _, t := range d.Tokens {
			fmt.Print(d.Slice(t.Span), "/", t.Tag, " ")
		}
		fmt.Println(len(d.Sentences))
		for _, f := range r.Read(d) {
			fmt.Println(d.Slice(f.Cue), "|", d.Slice(f.Source), f.CueSum, f.Margin, f.Rule, f.Of)
			for _, s := range f.Content {
				fmt.Println("    ", d.Slice(s.Span), "|", d.Slice(s.Words), s.Form)
			}
		}
		return
	}
	for _, p := range [][2]string{{"/work/shared/data/dev/quotes/polnear.jsonl", "/tmp/quotes/pn.pred"}, {"/work/shared/data/dev/wikinews.jsonl", "/tmp/quotes/wn.pred"}, {"/work/shared/article/article.gold.jsonl", "/tmp/quotes/art.pred"}} {
		in := p[0]
		if strings.Contains(in, "article") {
			in = "/tmp/quotes/article.jsonl"
		}
		dd, err := corpus.ReadFile(in)
		if err != nil {
			panic(err)
		}
		o, _ := os.Create(p[1])
		w := bufio.NewWriter(o)
		for i := range dd {
			d := full(dd[i].Text)
			out := []rec{}
			for _, q := range at.Attribute(d) {
				if q.Parent != 0 {
					continue
				}
				for k, s := range q.Content {
					form := q.Form
					m := s
					if c, w := lastRune(d.Text[:s.Start]); strings.ContainsRune("\"“”'‘’«", c) && s.Start-w >= q.Start {
						form = "direct"
						m.Start -= w
						if c, w := firstRune(d.Text[s.End:]); strings.ContainsRune("\"“”'‘’»", c) {
							m.End += w
						}
					} else if strings.ContainsAny(d.Slice(s), "\"“”") {
						form = "mixed"
					} else {
						form = "indirect"
					}
					out = append(out, rec{m.Start, m.End, string(form), pair(q.Cue), pair(q.Source), d.SpeakerName(q), fmt.Sprint("Q", q.ID), k, q.Speech})
				}
			}
			b, _ := json.Marshal(map[string]any{"id": dd[i].ID, "quotes": out})
			w.Write(b)
			w.WriteByte('\n')
		}
		w.Flush()
		o.Close()
	}
	_ = attrib.Gold{}
}
