package db

import (
	"context"
	"slices"
	"strings"
)

// text is an article's with the bounds of its sentences.
type text struct {
	doc   int64
	words string
	cuts  [][2]int
}

// texts keeps those that were asked for last.
type texts []*text

// How many texts are kept, and how many bytes of them: answers come article by
// article, or in another order.
const (
	keptTexts = 32
	keptBytes = 16 << 20
)

// add keeps one more text, and lets those go that were read first.
func (t texts) add(more *text) texts {
	size := len(more.words)
	first := len(t)
	for first > 0 && len(t)-first < keptTexts-1 && size+len(t[first-1].words) <= keptBytes {
		first--
		size += len(t[first].words)
	}
	return append(slices.Clone(t[first:]), more)
}

// read reads a text, unless it is kept.
func (d *DB) read(ctx context.Context, doc int64) (*text, error) {
	if i := slices.IndexFunc(d.texts, func(t *text) bool { return t.doc == doc }); i >= 0 {
		return d.texts[i], nil
	}
	t := &text{doc: doc}
	err := d.sql.QueryRowContext(ctx, "SELECT text FROM documents WHERE doc = ?", doc).Scan(&t.words)
	if err != nil {
		return nil, err
	}
	t.cuts, err = all(ctx, d.sql, func(c *[2]int) []any { return []any{&c[0], &c[1]} },
		"SELECT start_byte, end_byte FROM sentences WHERE doc = ? ORDER BY start_byte", doc)
	if err != nil {
		return nil, err
	}
	d.texts = d.texts.add(t)
	return t, nil
}

// around fills in the sentence of an answer, and the n sentences before and after
// it.
func (d *DB) around(ctx context.Context, a *Answer, n int) error {
	t, err := d.read(ctx, a.doc)
	if err != nil {
		return err
	}
	first, _ := slices.BinarySearchFunc(t.cuts, a.Start, func(c [2]int, at int) int { return c[1] - at - 1 })
	if first == len(t.cuts) {
		return nil
	}
	last := first
	for last+1 < len(t.cuts) && t.cuts[last+1][0] < a.End {
		last++
	}
	a.Sentence = t.between(first, last)
	if n > 0 {
		a.Context = t.between(max(0, first-n), min(len(t.cuts)-1, last+n))
	}
	return nil
}

// between is the text from one sentence to another, on one line. The offsets are
// those of the text as it was read; where bytes of it were no UTF-8, they may lie
// beyond its end.
func (t *text) between(first, last int) string {
	start, end := min(t.cuts[first][0], len(t.words)), min(t.cuts[last][1], len(t.words))
	return strings.Join(strings.Fields(strings.ToValidUTF8(t.words[start:end], "\uFFFD")), " ")
}
