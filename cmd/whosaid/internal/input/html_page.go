package input

import (
	"bytes"
	"context"
	"errors"

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
	if a.Published.IsZero() && dayInURL(a.URL).IsZero() {
		a.Published = shownDay(root)
	}
	prune(root)
	if list := repaired(a.article(root), paragraphs(root)); len(list) > 0 && !about.isTitle(list) {
		return a, errors.Join(a.page(list, about.titles(a.Title)...), ctx.Err())
	}
	list, err := prunedPage(ctx, root, b)
	if err != nil {
		return a, err
	}
	return a, a.page(list, about.titles(a.Title)...)
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
	return a.page(list, about.titles(a.Title)...)
}
