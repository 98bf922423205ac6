package tag

import (
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/modelfile"
)

// A Reader goes through the tokens of a sentence, which have the tags of
// prose, and knows the features of each. Training and tagging use the same
// one. A token's tag is read two tokens ahead of it, so that it may be changed
// once the reader is there.
type Reader struct {
	clusters   *modelfile.Table
	d          *whosaid.Document
	s          *whosaid.Sentence
	forms      map[int]string
	i          int     // the token
	v          [5]view // of the tokens i-2 to i+2
	tag1, tag2 uint32  // hashes of the tags of the two tokens before
}

// NewReader returns a reader that knows the clusters of words.
func NewReader(clusters *modelfile.Table) *Reader { return &Reader{clusters: clusters} }

// What stands before and after a sentence.
var (
	beforeStart = view{word: linear.Hash("<s>"), shape: outside}
	afterEnd    = view{word: linear.Hash("</s>"), shape: outside}
	startTag    = linear.Hash("<s>")
)

// Start goes to the first token of s.
func (r *Reader) Start(d *whosaid.Document, s *whosaid.Sentence, forms map[int]string) {
	r.d, r.s, r.forms, r.i = d, s, forms, s.FirstToken
	r.tag1, r.tag2 = startTag, startTag
	r.v = [5]view{beforeStart, beforeStart, r.view(r.i), r.view(r.i + 1), r.view(r.i + 2)}
}

// Next goes to the next token, after the present one got the tag whose hash
// is given.
func (r *Reader) Next(tag uint32) {
	r.i++
	r.tag2, r.tag1 = r.tag1, tag
	r.v = [5]view{r.v[1], r.v[2], r.v[3], r.v[4], r.view(r.i + 2)}
}

func (r *Reader) view(i int) view {
	if i >= r.s.EndToken {
		return afterEnd
	}
	t := &r.d.Tokens[i]
	word, ok := r.forms[i]
	if !ok {
		word = r.d.Text[t.Start:t.End]
	}
	v := look(word, r.clusters)
	v.hint = linear.Hash(t.Tag)
	return v
}

// Word is the hash of the token and of how it is written, which no feature
// has; 0 for words in capitals, "WHO", which may stand for something else.
func (r *Reader) Word() uint32 {
	if r.v[2].shape&caps != 0 {
		return 0
	}
	return pair(0, r.v[2].word, uint32(r.v[2].shape))
}

// MaxFeatures is the most features that a token has.
const MaxFeatures = 48

// Features appends the features of the token to out.
func (r *Reader) Features(out []uint32) []uint32 {
	v, t1, t2 := &r.v, r.tag1, r.tag2
	w := &v[2]
	h := w.hint
	shape := w.shape
	if r.i == r.s.FirstToken {
		shape |= first
	}
	return append(out,
		linear.Mix(1, h),
		pair(2, h, pair(0, w.word, uint32(w.shape))),
		pair(3, h, w.suffix[1]),
		pair(4, h, uint32(shape)),
		pair(5, h, w.cluster),
		pair(6, h, t1),
		pair(7, h, pair(0, t1, t2)),
		pair(8, h, v[1].word),
		pair(9, h, v[3].word),
		pair(10, h, v[0].word),
		pair(11, h, v[4].word),
		pair(12, h, v[3].hint),
		pair(13, h, pair(0, v[3].hint, v[4].hint)),
		pair(14, h, pair(0, t1, v[3].hint)),
		pair(15, h, v[1].hint),
		pair(16, h, v[3].cluster),
		pair(17, h, v[1].cluster),
		pair(19, t1, w.word),
		pair(20, w.word, v[3].word),
		pair(21, v[1].word, w.word),
	)
}

func pair(template, a, b uint32) uint32 { return linear.Mix(linear.Mix(template, a), b) }
