//go:build !js

package input

import (
	"context"
	"errors"
	"fmt"

	"github.com/markusmobius/go-trafilatura"
)

// page takes the article out of a web page: the title as a line of its own,
// then the paragraphs. The page must be UTF-8. The offsets of everything found count bytes of that text.
func page(ctx context.Context, b []byte, url string) (*Article, error) {
	root, err := parse(ctx, b)
	if errors.Is(err, errBeyond) {
		a, err := metadata(ctx, b, url)
		if err != nil {
			return nil, err
		}
		return a, a.plainPage(ctx, b)
	}
	if err != nil {
		return nil, err
	}
	res, err := trafilatura.ExtractDocument(root, pageOptions(url))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNoArticle, err)
	}
	body := paragraphs(res.ContentNode)
	if body == "" {
		return nil, errNoArticle
	}
	a := &Article{URL: url}
	a.setMetadata(&res.Metadata)
	a.head(a.Title, body)
	return a, ctx.Err()
}
