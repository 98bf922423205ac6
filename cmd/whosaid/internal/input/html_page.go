package input

import (
	"bytes"
	"context"
	"errors"
	"strings"

	"golang.org/x/net/html"
)

// page takes the article out of a web page: the title as a line of its own,
// then the paragraphs. The page must be UTF-8. The offsets of everything found
// count bytes of that text.
func page(ctx context.Context, b []byte, from Origin) (*Article, error) {
	a := &Article{}
	root, err := parse(ctx, b)
	if errors.Is(err, errBeyond) {
		about, err := metadata(ctx, b)
		if err != nil {
			return nil, err
		}
		about.set(a, from)
		return a, a.plain(ctx, b, about)
	}
	if err != nil {
		return nil, err
	}
	about := aboutPage(root)
	about.set(a, from)
	prune(root)
	list := a.article(root)
	if whole := paragraphs(root); len(list) > 0 && !glued(list, whole) && !doubled(list, whole) {
		return a, errors.Join(a.page(list, about.title), ctx.Err())
	}
	list, err = prunedPage(ctx, root, b)
	if err != nil {
		return a, err
	}
	return a, a.page(list, about.title)
}

// prunedPage is plainPage for the page b, of which root is left.
func prunedPage(ctx context.Context, root *html.Node, b []byte) ([]string, error) {
	var pruned bytes.Buffer
	if err := html.Render(&pruned, root); err != nil { // as where what must be empty is not
		return plainPage(ctx, b)
	}
	return plainPage(ctx, pruned.Bytes())
}

// fragment are the paragraphs of a piece of HTML that is an article and not a
// page around one.
func fragment(ctx context.Context, b []byte) ([]string, error) {
	root, err := parse(ctx, b)
	switch {
	case errors.Is(err, errBeyond):
		return plainPage(ctx, b)
	case err != nil:
		return nil, err
	}
	prune(root)
	return prunedPage(ctx, root, b)
}

// plain is the text of a page tag by tag.
func (a *Article) plain(ctx context.Context, b []byte, about *about) error {
	list, err := plainPage(ctx, b)
	if err != nil {
		return err
	}
	return a.page(list, about.title)
}

// doubled reports whether the article has a paragraph more often than the page: of
// what is short the library adds what it found in another way.
func doubled(list, page []string) bool {
	left := map[string]int{}
	for _, s := range page {
		left[s]++
	}
	for _, s := range list {
		if n, there := left[s]; there && n == 0 {
			return true
		}
		left[s]--
	}
	return false
}

// maxGlue bounds how much is compared in search of glue, in lines times bytes.
const maxGlue = 20 << 20

// glued reports whether a paragraph of the article is two lines of the page
// without a space between: where the library finds little, it takes the text of
// the page as one.
func glued(list, page []string) bool {
	size := 0
	for _, s := range list {
		size += len(s)
	}
	if size*len(page) > maxGlue {
		return false
	}
	for i := 1; i < len(page); i++ {
		seam := page[i-1] + page[i]
		for _, s := range list {
			if strings.Contains(s, seam) {
				return true
			}
		}
	}
	return false
}
