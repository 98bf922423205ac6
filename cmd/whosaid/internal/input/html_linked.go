package input

import (
	"encoding/json"
	"html"
	"strings"
)

// linked is what JSON-LD says of an article.
type linked struct {
	headline, author, site, section, url, published string
}

// jsonLD is the type of scripts that describe their page.
const jsonLD = "application/ld+json"

// jsonLD takes the first article that a script describes.
func (a *about) jsonLD(script string) {
	var v any
	if a.news != (linked{}) || json.Unmarshal([]byte(script), &v) != nil {
		return
	}
	if page := findLinked(v, 0, pageTypes); page != nil && a.pageTime == "" {
		a.pageTime = names(page["datePublished"])
	}
	if news := findLinked(v, 0, newsTypes); news != nil {
		a.news = linked{
			headline: names(news["headline"]), author: names(news["author"]), site: names(news["publisher"]),
			section: names(news["articleSection"]), url: names(news["url"]), published: names(news["datePublished"]),
		}
	}
}

// The parts of the names of types: NewsArticle, ReportageNewsArticle,
// LiveBlogPosting.
var (
	newsTypes = []string{"Article", "Report", "BlogPosting"}
	pageTypes = []string{"WebPage"}
)

// maxGraph is how deep lists and graphs are looked into for an article.
const maxGraph = 8

// findLinked finds the first object whose type is one of a list.
func findLinked(v any, depth int, types []string) map[string]any {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			if depth < maxGraph {
				if found := findLinked(e, depth+1, types); found != nil {
					return found
				}
			}
		}
	case map[string]any:
		kind := names(v["@type"])
		for _, k := range types {
			if strings.Contains(kind, k) {
				return v
			}
		}
		if depth < maxGraph {
			return findLinked(v["@graph"], depth+1, types)
		}
	}
	return nil
}

// names writes a value of JSON-LD: a string, what has a name, or a list of either.
func names(v any) string {
	switch v := v.(type) {
	case string:
		return oneLine(html.UnescapeString(v))
	case map[string]any:
		name, _ := v["name"].(string)
		return oneLine(html.UnescapeString(name))
	case []any:
		var list []string
		for _, e := range v[:min(len(v), maxHeadings)] {
			if _, nested := e.([]any); nested {
				continue
			}
			if s := names(e); s != "" {
				list = append(list, s)
			}
		}
		return strings.Join(list, ", ")
	}
	return ""
}
