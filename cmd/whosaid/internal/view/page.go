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
	//go:embed page.html
	pageHTML string
	//go:embed page.css
	pageCSS string
	//go:embed page.js
	pageJS string
)

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
	script, connect := hash(pageJS), "'none'"
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

// Write writes the page: one file that loads nothing else.
func (p Page) Write(w io.Writer) error {
	t, err := page()
	if err != nil {
		return err
	}
	data := []byte("null")
	title, text := "whosaid", ""
	if p.Model != nil {
		// json.Marshal writes <, > and & as escapes, so that nothing in the
		// article ends the element.
		if data, err = json.Marshal(p.Model); err != nil {
			return err
		}
		title, text = p.Model.Title, p.Model.Text
	}
	return t.Execute(w, map[string]any{
		"Title": title, "Text": text, "Mode": string(p.Mode), "Policy": p.Policy(), "Data": template.JS(data),
		"CSS": template.CSS(pageCSS), "JS": template.JS(pageJS), "Loader": template.JS(p.Loader), "Engine": template.HTML(p.Engine),
	})
}
