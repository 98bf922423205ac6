package tag_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/tag"
	"github.com/whosaid/whosaid/internal/tag/prosetag"
)

func document(text string) *whosaid.Document {
	d := &whosaid.Document{Text: text}
	d.Tokens, d.Sentences = segment.Split(text)
	return d
}

func newTagger(t testing.TB) *tag.Tagger {
	tagger, err := tag.New()
	require.NoError(t, err)
	return tagger
}

// tags joins the tags of text with spaces.
func tags(tagger *tag.Tagger, text string) string {
	d := document(text)
	tagger.TagForms(context.Background(), d, nil)
	var out []string
	for _, t := range d.Tokens {
		out = append(out, t.Tag)
	}
	return strings.Join(out, " ")
}

func TestTag(t *testing.T) {
	t.Parallel()
	tagger := newTagger(t)
	for _, c := range []struct{ name, text, want string }{
		{"a sentence", "The mayor has closed the old bridge.", "DT NN VBZ VBN DT JJ NN ."},
		{"the same word twice", "They record a record each year.", "PRP VBP DT NN DT NN ."},
		{"names", "Ann Lee joined Orbit Steel in Toronto.", "NNP NNP VBD NNP NNP IN NNP ."},
		{"contractions", "She doesn’t know what they’ll say.", "PRP VBZ RB VB WP PRP MD VB ."},
		{"possessive", "the city’s two mayors", "DT NN POS CD NNS"},
		{"to", "He wants to go to Lima.", "PRP VBZ TO VB TO NNP ."},
		{"numbers", "It rose 3.5 percent to $12.40 in 2009.", "PRP VBD CD NN TO $ CD IN CD ."},
		{"comparison", "It is bigger and more useful.", "PRP VBZ JJR CC RBR JJ ."},
		{"straight marks", `"We won," she said. "It is old."`, "`` PRP VBD , '' PRP VBD . `` PRP VBZ JJ . ''"},
		{"a straight mark between signs", `"We won", she said.`, "`` PRP VBD '' , PRP VBD ."},
		{"curly marks", "“We won,” she said.", "`` PRP VBD , '' PRP VBD ."},
		{"references for marks", "&ldquo;We won,&rdquo; she said.", "`` PRP VBD , '' PRP VBD ."},
		{"brackets", "The group (a small one) [in Lima] left.", "DT NN ( DT JJ NN ) ( IN NNP ) VBD ."},
		{"a sentence needs a verb", "Omar Haddad, a spokesman for the ministry, arrived late.", "NNP NNP , DT NN IN DT NN , VBD RB ."},
		{"dashes", "Two men — both old — left...", "CD NNS : DT JJ : VBD :"},
		{"rows of dots", "They left ...... in May.", "PRP VBD : IN NNP ."},
		{"addresses", "They wrote to ann@orbit.example, @orbit or https://orbit.example/a.", "PRP VBD TO NN , NN CC NN ."},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, c.want, tags(tagger, c.text))
		})
	}
}

// TestMend: each word of mend.txt gets the tag that it has between these.
func TestMend(t *testing.T) {
	t.Parallel()
	tagger := newTagger(t)
	for _, c := range []struct{ words, text, want string }{
		{"drove fell felt left rose saw spoke", "The guard landed at noon and @ for good.", "DT NN VBD IN NN CC VBD IN JJ ."},
		{"author captain chair coach counsel doctor guard host judge nurse pilot", "City @ Luis Silva, 29, won.", "NNP NN NNP NNP , CD , VBD ."},
		{"ashamed bored delighted disappointed embarrassed exhausted pleased relieved satisfied scared tired worried",
			"Ann Lee was @.", "NNP NNP VBD JJ ."},
		{"added admitted argued insisted repeated replied said stressed testified wrote", "The firm @ in a memo that prices had risen.",
			"DT NN VBD IN DT NN IN NNS VBD VBN ."},
		{"clung drank froze knelt shook slept sobbed swam swore wept", "The student @.", "DT NN VBD ."},
		{"booed disagreed scoffed sniffed", "Rolf Berg @.", "NNP NNP VBD ."},
		{"approves disagrees insists", "Her brother @.", "PRP$ NN VBZ ."},
		{"points", "Ann Lee, a former clerk who studies the crown, @ out that wages fell.", "NNP NNP , DT JJ NN WP VBZ DT NN , VBZ RP IN NNS VBD ."},
		{"accused cleared convicted suspected", "The court @ the council of hiding figures.", "DT NN VBD DT NN IN VBG NNS ."},
		{"retired disgraced jailed suspended", "A witness, @ teacher Ann Lee, left.", "DT NN , JJ NN NNP NNP , VBD ."},
		{"Questioned Cross-examined", "@ by Ann Lee, she left.", "VBN IN NNP NNP , PRP VBD ."},
		{"that", "The firm told the court @ wages fell.", "DT NN VBD DT NN IN NNS VBD ."},
	} {
		for _, w := range strings.Fields(c.words) {
			got := tags(tagger, strings.ReplaceAll(c.text, "@", w))
			require.Equal(t, c.want, got, w)
		}
	}
	require.Equal(t, "PRP VBD TO DT NN .", tags(tagger, "They turned to the left."))
	require.Equal(t, "PRP VBD DT NN WDT NNP NNP VBD .", tags(tagger, "They sold the boat that Ann Lee built."))
	require.Equal(t, "PRP VBD VBN IN DT NN .", tags(tagger, "They were scared by a dog."))
}

// TestForms: a token is tagged by its form.
func TestForms(t *testing.T) {
	t.Parallel()
	d := document("MAYOR CLOSES BRIDGE IN LIMA")
	newTagger(t).TagForms(t.Context(), d, map[int]string{0: "mayor", 1: "closes", 2: "bridge", 3: "in", 4: "Lima"})
	var got []string
	for _, tok := range d.Tokens {
		got = append(got, tok.Tag)
	}
	require.Equal(t, "NN VBZ NN IN NNP", strings.Join(got, " "))
}

// TestWritingDoesNotMatter: the marks of a page change no tag of a word.
func TestWritingDoesNotMatter(t *testing.T) {
	t.Parallel()
	tagger := newTagger(t)
	want := tags(tagger, "The mayor didn't say why Lee's bridge, closed in May, wasn't safe.")
	for _, text := range []string{
		"The mayor didn’t say why Lee’s bridge, closed in May, wasn’t safe.",
		"The mayor didn&#39;t say why Lee&#8217;s bridge, closed in May, wasn&rsquo;t safe.",
		"The ma\u00adyor didn't say why Lee's bri\u200ddge, closed in May, wasn't safe.",
	} {
		require.Equal(t, want, tags(tagger, text), text)
	}
}

func TestOpenRejectsDamage(t *testing.T) {
	t.Parallel()
	many := make([]string, 65)
	for i := range many {
		many[i] = fmt.Sprint(i)
	}
	labelled := func(labels ...string) func(*model.Set) {
		return func(s *model.Set) { s.Tags = linear.Write(modelfile.Tags, labels, nil, 1, nil, nil) }
	}
	bad := append([]byte(nil), model.Tags...)
	bad[len(bad)-1] ^= 1
	for want, change := range map[string]func(*model.Set){
		`kind "tags": section "cells": checksum`:               func(s *model.Set) { s.Tags = bad },
		`kind "tags": header`:                                  func(s *model.Set) { s.Tags = s.Tags[:100] },
		`kind "clusters": header`:                              func(s *model.Set) { s.Clusters = s.Clusters[:100] },
		`kind "case": header: this is a model of kind "prose"`: func(s *model.Set) { s.Case = s.Prose },
		`kind "prose": header: 0 bytes that are no model`:      func(s *model.Set) { s.Prose = nil },
		`kind "tags": section "labels": 65 names, at most 64`:  labelled(many...),
		`kind "tags": section "labels": unknown tag "0"`:       labelled("0"),
		`kind "tags": section "labels": name 0 has 0 bytes`:    labelled(),
		`kind "tags": section "labels": "NN" is there twice`:   labelled("NN", "NN"),
	} {
		s := model.BuiltIn()
		change(&s)
		_, err := tag.Open(s)
		require.ErrorIs(t, err, modelfile.ErrDamaged)
		require.ErrorContains(t, err, want)
	}
}

func TestTagDoesNotAllocate(t *testing.T) {
	tagger := newTagger(t)
	d := document(article(t))
	require.Zero(t, testing.AllocsPerRun(10, func() { tagger.TagForms(t.Context(), d, nil) }))
}

// FuzzTag: every token of any text has a tag, the same each time.
func FuzzTag(f *testing.F) {
	for _, s := range []string{"", "Ann’s \xff\xfe bridge.", "&#39;&rsquo;&", "\u00ad\u200da", strings.Repeat("É", 100), "@ @a ...... .. $ US$5"} {
		f.Add(s)
	}
	tagger := newTagger(f)
	f.Fuzz(func(t *testing.T, text string) {
		d := document(text)
		tagger.TagForms(t.Context(), d, nil)
		for _, tok := range d.Tokens {
			require.NotEmpty(t, tok.Tag, d.Slice(tok.Span))
		}
		require.Equal(t, tags(tagger, text), tags(tagger, text))
	})
}

func article(tb testing.TB) string {
	b, err := os.ReadFile("../../testdata/article.txt")
	require.NoError(tb, err)
	return string(b)
}

// BenchmarkTag compares the tagger with the weights of prose.
func BenchmarkTag(b *testing.B) {
	d := document(strings.Repeat(article(b)+"\n\n", 20))
	ours := newTagger(b)
	prose, err := prosetag.New()
	require.NoError(b, err)
	for name, run := range map[string]func(){
		"articles-20":                       func() { ours.TagForms(b.Context(), d, nil) },
		"articles-20-with-weights-of-prose": func() { prose.Tag(d) },
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(d.Text)))
			b.ReportAllocs()
			for b.Loop() {
				run()
			}
		})
	}
}
