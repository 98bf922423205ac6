package input

import (
	"net/url"

	"github.com/go-shiori/go-readability"
	"golang.org/x/net/html"
)

// article separates the article of a page from its surroundings as the reading
// views of browsers do: the library that the tool asks elsewhere, which asks this
// one among others, would make the program in the page a quarter larger. The list
// is empty if there is none.
func (a *Article) article(root *html.Node) []string {
	u, err := url.Parse(a.URL)
	if err != nil || !u.IsAbs() {
		u = &url.URL{Scheme: "https", Host: "localhost"} // which links are relative to
	}
	found, err := readability.FromDocument(root, u)
	if err != nil {
		return nil
	}
	return paragraphs(found.Node)
}
