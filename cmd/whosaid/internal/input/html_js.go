package input

import "context"

// page is the page of the browser's build, which would be a third larger with
// the libraries that separate an article from its surroundings.
func page(ctx context.Context, b []byte, url string) (*Article, error) {
	a := &Article{URL: url}
	return a, a.plainPage(ctx, b)
}
