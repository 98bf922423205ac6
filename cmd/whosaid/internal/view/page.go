//go:build !js

package view

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"html/template"
	"io"
	"strings"
	"sync"
)

var (
	//go:embed web/page.html
	pageHTML string
	//go:embed web/page.css
	pageCSS string
	//go:embed web/theme.js
	themeJS string

	// The script, in parts that see one another; the last begins to act.

	//go:embed web/base.js
	baseJS string
	//go:embed web/dates.js
	datesJS string
	//go:embed web/article.js
	articleJS string
	//go:embed web/card.js
	cardJS string
	//go:embed web/lists.js
	listsJS string
	//go:embed web/search.js
	searchJS string
	//go:embed web/export.js
	exportJS string
	//go:embed web/read.js
	readJS string
	//go:embed web/main.js
	mainJS string
)

// pageJS is the script of the page, of which nothing outside sees anything.
var pageJS = sync.OnceValue(func() string {
	parts := baseJS + datesJS + articleJS + cardJS + listsJS + searchJS + exportJS + readJS + mainJS
	return "\"use strict\";\n(() => {\n" + bare(parts) + "})();\n"
})

// bare is a script without indentation and comments on lines of their own, which
// the page has no use for.
func bare(src string) string {
	var b strings.Builder
	for line := range strings.Lines(src) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "//") {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

var page = sync.OnceValues(func() (*template.Template, error) { return template.New("page").Parse(pageHTML) })

// A Mode is where the page gets its articles from.
type Mode string

// The modes.
const (
	File   Mode = "file"   // the one that it was made with
	Server Mode = "server" // whosaid serve
	Wasm   Mode = "wasm"   // the library itself, in the page
)

// A Page is one page to write.
type Page struct {
	Mode  Mode
	Model *Model // the article that it shows first, nil for none
	// Loader and Engine are, for Wasm, the script that runs Go programs and
	// the program, packed with gzip and written in base64.
	Loader, Engine string
}

// hash names a script or style in a policy.
func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// Policy is the Content-Security-Policy of a page: its own script and style,
// its own server, nothing else.
func (p Page) Policy() string {
	script, connect := hash(themeJS)+" "+hash(pageJS()), "'none'"
	switch p.Mode {
	case Server:
		connect = "'self'"
	case Wasm:
		script += " " + hash(p.Loader) + " 'wasm-unsafe-eval'"
	}
	return strings.Join([]string{
		"default-src 'none'", "script-src " + script, "style-src " + hash(pageCSS), "connect-src " + connect,
		"img-src data:", "base-uri 'none'", "form-action 'none'",
	}, "; ")
}

// escape writes a text for an element pre, whose text content is then the same: a
// carriage return that is not written as a reference would become a newline. NUL
// becomes U+FFFD, which counts as much.
func escape(text string) template.HTML {
	return template.HTML(strings.ReplaceAll(template.HTMLEscapeString(text), "\r", "&#13;"))
}

// Write writes the page: one file that loads nothing else. The text stands in it
// as text, to be read without a script too.
func (p Page) Write(w io.Writer) error {
	t, err := page()
	if err != nil {
		return err
	}
	data := []byte("null")
	title, text := "whosaid", ""
	if p.Model != nil {
		m := *p.Model
		title, text, m.Text = m.Title, m.Text, ""
		// json.Marshal writes <, > and & as escapes, so that nothing in the
		// article ends the element.
		if data, err = json.Marshal(m); err != nil {
			return err
		}
	}
	return t.Execute(w, map[string]any{
		"Title": title, "Text": escape(text), "Mode": string(p.Mode), "Policy": p.Policy(), "Data": template.JS(data),
		"CSS": template.CSS(pageCSS), "Theme": template.JS(themeJS), "JS": template.JS(pageJS()),
		"Loader": template.JS(p.Loader), "Engine": template.HTML(p.Engine),
	})
}
