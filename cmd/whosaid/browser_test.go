package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	cdp "github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/serve"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/view"
	"github.com/whosaid/whosaid/extract"
)

// A tab is a page of a headless Chromium.
type tab struct {
	t   *testing.T
	ctx context.Context
}

// browser starts a Chromium of its own, whose page may ask for addresses that
// begin with host, and for nothing else. A browser answers when it pleases, so
// the test runs only where WHOSAID_TOOLS says that all tools must be there.
func browser(t *testing.T, host string) tab {
	t.Helper()
	if os.Getenv("WHOSAID_TOOLS") == "" {
		t.Skip("WHOSAID_TOOLS is not set: no browser is started")
	}
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil && path == "" {
			path = p
		}
	}
	if path == "" || testing.Short() {
		missing(t, "Chromium")
	}
	ctx, cancel := context.WithTimeout(context.Background(), 15*time.Minute) // the page may have to be compiled, beside other work
	t.Cleanup(cancel)
	ctx, cancel = cdp.NewExecAllocator(ctx, cdp.ExecPath(path), cdp.Headless, cdp.NoSandbox, cdp.DisableGPU)
	t.Cleanup(cancel)
	ctx, cancel = cdp.NewContext(ctx)
	t.Cleanup(cancel)
	b := tab{t, ctx}
	b.do()
	require.NoError(t, cdp.Listen(ctx, func(ev any) {
		var url string
		switch e := ev.(type) {
		case *network.EventRequestWillBeSent:
			url = e.Request.URL
		case network.EventRequestWillBeSent:
			url = e.Request.URL
		default:
			return
		}
		if !strings.HasPrefix(url, host) && !strings.HasPrefix(url, "data:") {
			t.Errorf("the page asks for %s", url)
		}
	}))
	_, err := cdp.Call(ctx, network.Enable, network.EnableParams{})
	require.NoError(t, err)
	return b
}

// do runs steps.
func (b tab) do(steps ...cdp.Action[cdp.Void]) {
	b.t.Helper()
	require.NoError(b.t, cdp.Do(b.ctx, steps...))
}

// run runs a script without an answer.
func (b tab) run(script string) {
	b.t.Helper()
	b.do(cdp.Evaluate[cdp.Void](script))
}

// text and number evaluate an expression.
func (b tab) text(expression string) string {
	b.t.Helper()
	s, err := cdp.Run(b.ctx, cdp.Evaluate[string](expression))
	require.NoError(b.t, err)
	return s
}

func (b tab) number(expression string) int {
	b.t.Helper()
	n, err := cdp.Run(b.ctx, cdp.Evaluate[int](expression))
	require.NoError(b.t, err)
	return n
}

// until waits for an expression to be true.
func (b tab) until(expression string) {
	b.t.Helper()
	_, err := cdp.Run(b.ctx, cdp.Poll[bool](expression))
	require.NoError(b.t, err)
}

// missing skips a test whose tool is not there, or fails it where it must be.
func missing(t *testing.T, tool string) {
	t.Helper()
	if os.Getenv("WHOSAID_TOOLS") != "" && !testing.Short() {
		t.Fatalf("%s is not there, and WHOSAID_TOOLS is set", tool)
	}
	t.Skipf("%s is not there, or -short is set", tool)
}

// check is run in the page: each highlight must hold the words that the model
// says, and nothing the article brought may have become an element.
const check = `(() => {
  const m = window.lastModel || { ...JSON.parse(document.getElementById("data").textContent), text: window.articleText };
  const texts = (layer, id) => [...document.querySelectorAll("[data-" + layer + "]")].filter((s) => s.dataset[layer].split(" ").includes(String(id))).map((s) => s.textContent).join("");
  const squeeze = (s) => s.replace(/[\r\n]+/g, "");
  const bad = [];
  const want = (what, got, ranges) => { const w = squeeze(ranges.map(([s, e]) => m.text.slice(s, e)).join("")); if (squeeze(got) !== w) bad.push(what + ": " + got + " instead of " + w); };
  m.quotes.forEach((q, i) => { want("quote " + i, texts("quote", i), q.pieces); if (q.cue) want("cue " + i, texts("cue", i), [q.cue]); });
  m.mentions.forEach(([s, e], i) => want("mention " + i, texts("name", i), [[s, e]]));
  m.dates.forEach((x, i) => want("date " + i, texts("date", i), [x.at]));
  m.claims.forEach((x, i) => want("claim " + i, texts("claim", i), x.pieces));
  if (squeeze(document.getElementById("article").textContent) !== squeeze(m.text)) bad.push("the text is not whole");
  if (document.querySelector("#article :not(p):not(span)")) bad.push("an element of the article's own");
  return bad.join("\n");
})()`

// contrast lists the words whose colour is too close to what lies behind them
// for WCAG AA: 4.5 to 1.
const contrast = `(() => {
  const rgb = (s) => (s.match(/[\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255).map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length === 3 || c[3] === 1) return c; } return [255, 255, 255]; };
  const bad = new Set();
  for (const e of document.querySelectorAll("body *")) {
    if (!e.checkVisibility() || ![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
    const a = light(rgb(getComputedStyle(e).color)), b = light(behind(e));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) bad.add(e.tagName + "." + e.className + " " + ratio.toFixed(2));
  }
  return [...bad].join("\n");
})()`

// shoot keeps a screenshot where WHOSAID_SCREENSHOTS says, to be looked at.
func (b tab) shoot(name string) {
	b.t.Helper()
	dir := os.Getenv("WHOSAID_SCREENSHOTS")
	if dir == "" {
		return
	}
	png, err := cdp.Run(b.ctx, cdp.CaptureScreenshot())
	require.NoError(b.t, err)
	require.NoError(b.t, os.WriteFile(filepath.Join(dir, name+".png"), png, 0o644))
}

const (
	rows    = `document.querySelectorAll("#list .row").length`
	layers  = `document.getElementById("article").className`
	cardNow = `document.getElementById("card").innerText`
	said    = `document.getElementById("status").textContent`
)

func TestBrowserReadsWhatIsPastedAndDropped(t *testing.T) {
	t.Parallel()
	x, err := extract.New()
	require.NoError(t, err)
	o := serve.Defaults()
	o.Extractor, o.Local, o.Workers, o.Log = x, true, 2, io.Discard
	o.Sample, err = view.Sample(context.Background(), x)
	require.NoError(t, err)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	end, stop := context.WithCancel(context.Background())
	served := make(chan error, 1)
	go func() { served <- serve.Serve(end, l, o) }()
	t.Cleanup(func() { stop(); require.ErrorIs(t, <-served, http.ErrServerClosed) })
	url := "http://" + l.Addr().String() + "/"
	b := browser(t, url)
	b.early(axe(t))
	b.do(cdp.EmulateViewport(desktop, 900), cdp.Navigate(url))
	require.Equal(t, "A sample article", b.text(`document.getElementById("title").textContent`))
	require.Contains(t, b.text(`document.getElementById("article").innerText`), "ferry yard")
	require.Greater(t, b.number(rows), 5)
	// The models that come back are kept for check.
	b.run(`(() => { const f = window.fetch; window.fetch = async (...a) => { const r = await f(...a); window.lastModel = await r.clone().json(); return r; }; })()`)
	require.Empty(t, b.violations())
	b.shoot("serve-sample")
	exercise(t, b)
	require.Empty(t, b.violations())
	b.shoot("serve")
	b.do(cdp.EmulateViewport(phone, 844, cdp.EmulateMobile))
	require.Empty(t, b.violations())
	require.LessOrEqual(t, b.number(`document.documentElement.scrollWidth - innerWidth`), 0, "nothing is wider than the phone")
	b.shoot("serve-phone")
}

// exercise pastes and drops articles into a page that reads them.
func exercise(t *testing.T, b tab) {
	t.Helper()
	paste := func(text string) {
		quoted, err := json.Marshal(text)
		require.NoError(t, err)
		b.run(said + ` = ""; document.getElementById("paste").value = ` + string(quoted) + `; document.getElementById("input").requestSubmit()`)
		b.until(`!["", "Reading…"].includes(` + said + `)`)
	}
	paste("“</script><script>window.hit=1</script></textarea>,” said <img src=x onerror=\"window.hit=1\"> Ann Lee. Zoë 🚢 Müller denied <a href=\"javascript:window.hit=1\">it</a> on Tuesday.")
	require.Contains(t, b.text(said), "quote")
	require.Empty(t, b.text(check))
	require.Equal(t, "undefined", b.text(`String(window.hit)`), "nothing of the article runs")

	drop := func(name, text string) {
		file, err := json.Marshal([]string{text, name})
		require.NoError(t, err)
		b.run(`(([text, name]) => { const d = new DataTransfer(); d.items.add(new File([text], name)); ` + said + ` = "";
	  document.dispatchEvent(new DragEvent("drop", { dataTransfer: d, cancelable: true, bubbles: true })); })(` + string(file) + `)`)
		b.until(`!["", "Reading…"].includes(` + said + `)`)
		require.Empty(t, b.text(check))
	}
	const sentence = "“We will not sell the yard to anybody at all,” said Ann Lee, the head of Orbit Labs, when she was asked by reporters, and left. "
	drop("page.html", "<title>The yard | Zork</title><div>Sport of the day</div><div class=main><h1>The yard</h1>"+
		strings.Repeat("<p>"+sentence+sentence+"</p>", 5)+"</div><div><a href=/x>Read about cats</a> <a href=/y>and dogs</a></div>")
	require.Equal(t, "The yard", b.text(`document.querySelector("#article p").textContent`))
	require.Equal(t, 6, b.number(`document.querySelectorAll("#article p").length`), "the article alone")
	drop("dropped <b>.txt", "“We will not sell,” said Bob Ray.")
	require.Equal(t, "dropped <b>.txt", b.text(`document.getElementById("title").textContent`))
	require.Equal(t, "Bob Ray", b.text(`(() => { document.querySelector("#article .quote").click(); return document.querySelector("#card h2").textContent; })()`))

	// What is wrong with a text is shown as long as it is there.
	const warnings = `(() => { const w = document.getElementById("warnings"); return w.checkVisibility() ? w.textContent : ""; })()`
	require.Empty(t, b.text(warnings))
	paste("„Wir werden die Werft nicht verkaufen“, sagte Anna Lee, die Chefin der Firma, am Dienstag in Berlin.")
	require.Contains(t, b.text(warnings), "Warning: the text seems to be in German")
	require.Empty(t, b.text(contrast))
	paste("From: a@b.c\nMIME-Version: 1.0\nSubject: Rain\nDate: soon\n\n“Rain fell,” said Ann Lee.")
	require.Equal(t, "Rain", b.text(`document.getElementById("title").textContent`))
	require.Contains(t, b.text(warnings), `"soon" is not a date`)

	paste(" ")
	require.Equal(t, "the text is empty", b.text(said))
}

// maxEngine bounds the library in the page, packed, in bytes: nearly all of it are the models, those of the parser included.
const maxEngine = 15_000_000

func TestBrowserReadsWithoutAServer(t *testing.T) {
	b := browser(t, "file://")
	page := filepath.Join(t.TempDir(), "whosaid.html")
	out, err := exec.Command("go", "run", "./wasm/build", "-o", page).CombinedOutput()
	require.NoError(t, err, string(out))
	var size, packed int
	_, err = fmt.Sscanf(string(out), "%d bytes of WebAssembly, %d with gzip", &size, &packed)
	require.NoError(t, err, string(out))
	require.LessOrEqual(t, packed, maxEngine)
	b.do(cdp.EmulateViewport(1280, 900), cdp.Navigate("file://"+page))
	require.Equal(t, "A sample article", b.text(`document.getElementById("title").textContent`))
	b.run(`(() => { const p = JSON.parse; JSON.parse = (s) => { const m = p(s); if (m && m.quotes) window.lastModel = m; return m; }; })()`)
	exercise(t, b)
	b.shoot("wasm")
}
