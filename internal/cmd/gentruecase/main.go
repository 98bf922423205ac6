// Command gentruecase makes the table of package truecase from the training
// texts: which words, and which pairs of words, they write with capitals in
// the middle of sentences.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/lab/corpus"
	"github.com/whosaid/whosaid/internal/lab/train"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/truecase"
)

// sets are the training texts that are counted.
var sets = []string{"silver/news", "ner/gum", "pos/masc", "wikinews/wikinews", "raw/wikinews", "ner/wikigold", "ner/re3d"}

func main() {
	dir := flag.String("data", "../shared/data/train", "`directory` of the training texts")
	out := flag.String("out", "internal/model", "`folder` to write case.bin to; its MANIFEST.json is brought up to date")
	flag.Parse()
	if err := run(*dir, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gentruecase:", err)
		os.Exit(1)
	}
}

func run(dir, out string) error {
	c := counts{lower: map[string]int{}, title: map[string]int{}, upper: map[string]int{}, names: map[[2]string]int{},
		plain: map[[2]string]int{}}
	for _, set := range sets {
		docs, err := corpus.ReadFile(filepath.Join(dir, set+".jsonl"))
		if err != nil {
			return err
		}
		for i := range docs {
			c.add(docs[i].Text)
		}
	}
	table := truecase.Encode(c.lowerWords(), c.acronyms(), c.namePairs())
	return train.WriteModel(out, "case.bin", table)
}

// counts are how often words, and pairs of words, in lower case, were seen in
// each form.
type counts struct {
	lower, title, upper map[string]int
	names, plain        map[[2]string]int
}

// add counts the words of the running text in text that no stop, bracket or
// quotation mark stands before.
func (c *counts) add(text string) {
	toks, sents := segment.Split(text)
	for _, s := range sents {
		if s.Kind != whosaid.SentenceProse {
			continue
		}
		last := ""
		for k := s.FirstToken; k < s.EndToken; k++ {
			w := text[toks[k].Start:toks[k].End]
			if k > s.FirstToken && (last == "," || last != "" && letter(last)) {
				c.word(w)
				if k > s.FirstToken+1 && letter(last) && letter(w) {
					c.pair(last, w)
					if last == "of" {
						c.pairOf(text[toks[k-2].Start:toks[k-2].End], w)
					}
				}
			}
			last = w
		}
	}
}

func letter(s string) bool {
	b := s[0] | 0x20
	return b >= 'a' && b <= 'z' || s[0] >= 0xC3
}

func (c *counts) word(w string) {
	switch key := strings.ToLower(w); {
	case w == key:
		c.lower[key]++
	case w == strings.ToUpper(w) && len(w) > 1:
		c.upper[key]++
	default:
		c.title[key]++
	}
}

func (c *counts) pair(a, b string) {
	key := [2]string{strings.ToLower(a), strings.ToLower(b)}
	switch {
	case a != key[0] && b != key[1]:
		c.names[key]++
	case key[1] != "of":
		c.plain[key]++
	}
}

// pairOf counts a word before "of" and a capitalized word: "Bank of Japan".
func (c *counts) pairOf(a, b string) {
	if !letter(a) || b == strings.ToLower(b) {
		return
	}
	key := [2]string{strings.ToLower(a), "of"}
	if a != key[0] {
		c.names[key]++
	} else {
		c.plain[key]++
	}
}

// lowerWords are the words more often in lower case than not.
func (c *counts) lowerWords() []string {
	var out []string
	for w, n := range c.lower {
		if letter(w) && n > c.title[w]+c.upper[w] {
			out = append(out, w)
		}
	}
	sort.Strings(out)
	return out
}

// acronyms are the words more often in capitals than not.
func (c *counts) acronyms() []string {
	var out []string
	for w, n := range c.upper {
		if n >= 2 && n > c.title[w] && n > c.lower[w] {
			out = append(out, w)
		}
	}
	sort.Strings(out)
	return out
}

// namePairs are the pairs of words that are usually capitalized together
// although one of them is usually not.
func (c *counts) namePairs() [][2]string {
	var out [][2]string
	for p, n := range c.names {
		common := c.lower[p[0]] > c.title[p[0]]+c.upper[p[0]] || c.lower[p[1]] > c.title[p[1]]+c.upper[p[1]]
		if n >= 3 && n > 2*c.plain[p] && common {
			out = append(out, p)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i][0]+" "+out[i][1] < out[j][0]+" "+out[j][1] })
	return out
}
