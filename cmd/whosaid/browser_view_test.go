package main

import (
	"crypto/sha256"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	cdp "github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// The windows that the page is looked at in.
const (
	desktop = 1400
	phone   = 390
)

// story has what the page tells apart: quotes of all forms, people with a name
// and without, dates of all types, a claim over a name, and what a spreadsheet
// or Markdown would take for more than words.
const story = `LUND, March 10, 2026 — The harbour board put off the sale of the yard on Tuesday.

“=We will *not* sell, whatever it takes,” said Ann Lee, the mayor's aide. “It's ours.”

A crane driver, who has worked in Lund for thirty years, said the sale might cost 200 jobs. “Now nobody tells us anything,” he said.

Orbit Labs denied that it had kept papers back. It will meet again in June at the yard, as every Monday, and it's sure to ask for papers.
`

// view opens the page of an article in a window of that width.
func (b tab) view(name, text string, width int64, args ...string) string {
	b.t.Helper()
	dir := b.t.TempDir()
	file, out := filepath.Join(dir, name), filepath.Join(dir, "page.html")
	require.NoError(b.t, os.WriteFile(file, []byte(text), 0o644))
	status, _, errs := cli(b.t, "", append([]string{"view", "-o", out, file}, args...)...)
	require.Equal(b.t, 0, status, errs)
	if width == phone {
		b.do(cdp.EmulateViewport(phone, 844, cdp.EmulateMobile))
	} else {
		b.do(cdp.EmulateViewport(width, 900))
	}
	b.open(out)
	return out
}

// open goes to a page, and waits for all of it.
func (b tab) open(address string) {
	b.t.Helper()
	b.do(cdp.Navigate("about:blank"), cdp.Navigate("file://"+address))
	b.settle()
}

func (b tab) reload() {
	b.t.Helper()
	b.run(`window.old = true`)
	b.do(cdp.Reload())
	b.settle()
}

// settle waits for the page that was asked for. Between pages there may be none
// to ask, which is no failure.
func (b tab) settle() {
	b.t.Helper()
	for {
		there, err := cdp.Run(b.ctx, cdp.Evaluate[bool](`!window.old && document.readyState === "complete" && !!document.getElementById("article") && !document.getElementById("article").ariaBusy`))
		if err == nil && there {
			return
		}
		require.NoError(b.t, b.ctx.Err())
		time.Sleep(10 * time.Millisecond)
	}
}

// scheme says whether the reader likes it dark.
func (b tab) scheme(name string) {
	b.t.Helper()
	_, err := cdp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}}})
	require.NoError(b.t, err)
}

// early is run before the scripts of each page that is opened from now on.
func (b tab) early(script string) {
	b.t.Helper()
	_, err := cdp.Call(b.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
	require.NoError(b.t, err)
}

// press clicks on the first element that a selector finds, which must be seen.
func (b tab) press(selector string) {
	b.t.Helper()
	quoted, err := json.Marshal(selector)
	require.NoError(b.t, err)
	require.Equal(b.t, "seen", b.text(`(() => { const e = document.querySelector(`+string(quoted)+`); if (!e) return "none"; if (!e.checkVisibility()) return "hidden"; e.click(); return "seen"; })()`), selector)
}

// list is the text of the elements that a selector finds.
func (b tab) list(selector string) []string {
	b.t.Helper()
	quoted, err := json.Marshal(selector)
	require.NoError(b.t, err)
	var list []string
	require.NoError(b.t, json.Unmarshal([]byte(b.text(`JSON.stringify([...document.querySelectorAll(`+string(quoted)+`)].map((e) => e.textContent))`)), &list))
	return list
}

const (
	hit     = `[...CSS.highlights.get("here")].map(String).join("|")`
	matches = `document.getElementById("count").textContent`
	focus   = `document.activeElement.id`
)

func TestBrowserShowsAnArticle(t *testing.T) {
	t.Parallel()
	b := browser(t, "file://")
	text, err := os.ReadFile("../../testdata/article.txt")
	require.NoError(t, err)
	quoted, err := json.Marshal(string(text))
	require.NoError(t, err)
	b.early("window.articleText = " + string(quoted))
	b.view("article.txt", string(text), desktop, "--date", "2015-09-24")
	require.Empty(t, b.text(check))
	b.shoot("desktop")

	// From a quote to its speaker and each mention of him.
	b.run(`[...document.querySelectorAll("#article .quote")].find((s) => s.textContent.startsWith("the two sides")).click()`)
	require.Contains(t, b.text(cardNow), "Xi Jinping")
	require.Contains(t, b.text(cardNow), "added")
	require.GreaterOrEqual(t, b.number(`document.querySelectorAll("#article .picked").length`), 1)
	meant := b.text(`[...new Set([...document.querySelectorAll("#article .name.meant")].map((s) => s.textContent))].join("|")`)
	require.Contains(t, "|"+meant+"|", "|Xi Jinping|")
	require.Contains(t, "|"+meant+"|", "|he|")
	require.Empty(t, b.text(contrast))
	b.shoot("desktop-quote")

	// From a name in the text to what he said.
	b.run(`[...document.querySelectorAll("#article .name")].find((s) => s.textContent === "Xi Jinping").click()`)
	require.Contains(t, b.text(cardNow), "mentions")
	b.press("#card .row")
	require.Contains(t, b.text(cardNow), "sure")

	// The keyboard: next quote, layers, search, clear.
	b.do(cdp.KeyEvent("j"), cdp.KeyEvent("4"))
	require.Contains(t, b.text(layers), "show-claim")
	b.shoot("desktop-claims")
	b.do(cdp.KeyEvent("3"))
	require.NotContains(t, b.text(layers), "show-quote")
	b.do(cdp.KeyEvent("3"), cdp.KeyEvent("/"))
	require.Equal(t, "search", b.text(focus))
	b.run(`document.getElementById("search").value = ""`) // the test's keys write though the page forbids it
	b.do(cdp.KeyEvent("Susan Rice"))
	require.Equal(t, 1, b.number(rows))
	require.GreaterOrEqual(t, b.number(`CSS.highlights.get("found").size`), 1)
	b.do(cdp.KeyEvent("\x1b"))
	require.Greater(t, b.number(rows), 10)
	b.press("#tab-dates")
	require.GreaterOrEqual(t, b.number(`document.querySelectorAll("#list .track i").length`), 4, "the timeline")
	b.shoot("desktop-dates")
	b.press("#tab-quotes")
	b.shoot("desktop-quotes")

	// A phone, in the dark.
	b.scheme("dark")
	b.do(cdp.EmulateViewport(phone, 844, cdp.EmulateMobile))
	b.reload()
	require.Empty(t, b.text(check))
	b.run(`document.querySelectorAll("#article .quote")[2].click()`)
	require.Empty(t, b.text(contrast))
	require.LessOrEqual(t, b.number(`document.documentElement.scrollWidth - innerWidth`), 0, "nothing is wider than the phone")
	b.shoot("phone-dark")
}

func TestBrowserExplainsWhatItShows(t *testing.T) {
	t.Parallel()
	b := browser(t, "file://")
	b.view("story.txt", story, desktop)
	require.Contains(t, b.list("#legend li"), "organization")
	require.True(t, b.number(`document.getElementById("legend").open ? 1 : 0`) == 1, "there is room for it")

	// What is off is dimmed, and nothing is struck out. A claim is a line above the words, a name one below.
	const style = `(([selector, property]) => getComputedStyle(document.querySelector(selector))[property])`
	require.Equal(t, "none", b.text(style+`(["[data-layer=claim]", "textDecorationLine"])`))
	require.NotEqual(t, b.text(style+`(["[data-layer=name]", "color"])`), b.text(style+`(["[data-layer=claim]", "color"])`))
	require.Empty(t, b.text(contrast))
	b.press("[data-layer=claim]")
	require.Equal(t, "2px", b.text(style+`(["#article .claim.name", "borderTopWidth"])`))
	require.Equal(t, "2px", b.text(style+`(["#article .name:not(.anaphor)", "borderBottomWidth"])`))
	require.Equal(t, "none", b.text(style+`(["#article .claim.name", "textDecorationLine"])`))
	b.press("#article .claim:not(.name,.date)")
	require.Contains(t, b.text(cardNow), "claim · ")
	b.shoot("story-claims")

	// Those without a name stand apart, and are not counted as names.
	require.Equal(t, []string{"People", "Organizations", "Places", "Also in the story, without a name"}, b.list("#list h2"))
	require.Regexp(t, `^Names \d+$`, b.list("#tab-names")[0])
	require.Less(t, b.number(`Number(document.getElementById("tab-names").textContent.slice(6))`), b.number(rows))

	// The words of somebody stand in quotation marks, a report does not.
	b.press("#tab-quotes")
	require.Contains(t, b.list("#list .row"), "“=We will *not* sell, whatever it takes, … It's ours.”direct · said")
	require.Contains(t, b.list("#list .row"), "the sale might cost 200 jobsindirect · said")
	b.run(`[...document.querySelectorAll("#list .row")].find((r) => r.textContent.includes("200 jobs")).click()`)
	require.Contains(t, b.text(cardNow), "A crane driver")
	require.Contains(t, b.text(cardNow), "unnamed person")
	require.Equal(t, []string{"the sale might cost 200 jobs"}, b.list("#card blockquote"))
}

// TestBrowserSaysDatesInWords: each kind of value, as the list of dates says it.
func TestBrowserSaysDatesInWords(t *testing.T) {
	t.Parallel()
	b := browser(t, "file://")
	b.view("dates.txt", strings.Join([]string{
		"Ann Lee left on Tuesday.", "She came in June 2021 and in 1987.", "It will last for thirty years, or about two hours and for centuries.",
		"They meet every Monday, every August and once a day.", "It began at 5 p.m. on March 3, 2026 and ended on Friday morning.", "Now it is over.",
		"In the first quarter of 2018 it rained.", "It will rain next week.", "It was built in the 1920s and in mid-July 2020.", "That was in the past.",
	}, "\n"), desktop, "--date", "2026-03-10")
	b.press("#tab-dates")
	got := map[string]string{}
	for _, s := range b.list("#list .row") {
		words := b.list("#list .row b")
		for _, w := range words {
			if strings.HasPrefix(s, w) && len(w) > len(got[s]) {
				got[w] = strings.TrimPrefix(s, w)
			}
		}
	}
	for text, want := range map[string]string{
		"Tuesday": "Tuesday, March 10, 2026", "June 2021": "June 2021", "1987": "1987", "thirty years": "30 years", "about two hours": "about 2 hours",
		"centuries": "some centuries", "every Monday": "every Monday", "every August": "every August", "once a day": "every day",
		"5 p.m. on March 3, 2026": "Tuesday, March 3, 2026, 5:00 PM", "Friday morning": "Friday, March 6, 2026, morning", "Now": "now",
		"the first quarter of 2018": "January – March 2018", "next week": "March 16 – 22, 2026", "the 1920s": "1920–1929",
		"mid-July 2020": "the middle of July 2020", "the past": "the past",
	} {
		// Intl sets thin spaces that differ between its versions.
		require.Equal(t, want, strings.NewReplacer("\u2009", " ", "\u202f", " ").Replace(got[text]), "%s of %q", text, got)
	}
	b.run(`[...document.querySelectorAll("#article .date")].find((s) => s.textContent === "thirty years").click()`)
	require.Contains(t, b.text(cardNow), "30 years")
	require.Contains(t, b.text(cardNow), "P30Y")
}

func TestBrowserSearches(t *testing.T) {
	t.Parallel()
	b := browser(t, "file://")
	b.view("story.txt", story, desktop)
	search := func(text string) string {
		quoted, err := json.Marshal(text)
		require.NoError(t, err)
		b.run(`(() => { const s = document.getElementById("search"); s.value = ` + string(quoted) + `; s.dispatchEvent(new Event("input")); s.focus(); })()`)
		return b.text(matches)
	}
	require.Equal(t, "3 in the article · Enter", search("SAID"))
	b.do(cdp.KeyEvent("\r"))
	require.Equal(t, "1 of 3", b.text(matches))
	b.do(cdp.KeyEvent("\r"), cdp.KeyEvent("\r"))
	require.Equal(t, "3 of 3", b.text(matches))
	b.do(cdp.KeyEvent("\r"))
	require.Equal(t, "1 of 3", b.text(matches), "round")
	require.Equal(t, "said", b.text(hit))
	b.do(cdp.KeyEvent("\r", cdp.KeyModifiers(cdp.ModifierShift)))
	require.Equal(t, "3 of 3", b.text(matches), "back")
	require.Empty(t, b.text(contrast))
	b.shoot("story-search")

	// Over pieces of the text, with other quotation marks and spaces, and nothing of it is a pattern.
	require.Equal(t, "1 in the article · Enter", search("said  Ann Lee, the mayor’s"))
	require.Equal(t, "1 in the article · Enter", search(`"=We will *not*`))
	require.Equal(t, "Not in the article", search("w.ll"))
	require.Equal(t, []string{"Nothing here."}, b.list("#list > *"))
	b.do(cdp.KeyEvent("\r"), cdp.KeyEvent("\x1b"))
	require.Empty(t, b.text(matches))
	require.Equal(t, 0, b.number(`CSS.highlights.get("found").size`))
}

func TestBrowserOnAPhone(t *testing.T) {
	t.Parallel()
	b := browser(t, "file://")
	b.view("story.txt", story, phone)
	b.shoot("phone")
	inView := func(selector string) {
		t.Helper()
		b.until(`(() => { const r = document.querySelector(` + "`" + selector + "`" + `).getBoundingClientRect(); return r.bottom > 0 && r.top < innerHeight; })()`)
	}
	require.Equal(t, 0, b.number(`document.getElementById("legend").open ? 1 : 0`), "there is no room for it")
	b.press("#jump a[href='#lists']")
	inView("#search")
	b.press("#tab-quotes")
	b.press("#list .row")
	inView("#article .picked")
	require.Equal(t, []string{"A crane driver"}, b.list("#card h2"))
	require.Empty(t, b.text(contrast))
	b.shoot("phone-quote")
	// The card hides neither the jumps nor is it hidden by them.
	require.LessOrEqual(t, b.number(`Math.round(document.getElementById("card").getBoundingClientRect().bottom - document.getElementById("jump").getBoundingClientRect().top)`), 0)
	b.press("#card [aria-label='Previous quote']")
	require.Equal(t, []string{"Ann Lee"}, b.list("#card h2"))
	b.press("#card [aria-label='Next quote']")
	require.Equal(t, []string{"A crane driver"}, b.list("#card h2"))
	b.press("#close")
	require.Equal(t, 1, b.number(`document.getElementById("card").hidden ? 1 : 0`))
	// What is picked at the foot of the window comes out from behind the card.
	b.run(`(() => { const q = document.querySelectorAll("#article .quote"); const last = q[q.length - 1]; scrollTo(0, 0); scrollBy(0, last.getBoundingClientRect().bottom - innerHeight + 70); last.click(); })()`)
	b.until(`document.querySelector("#article .picked").getBoundingClientRect().bottom <= document.getElementById("card").getBoundingClientRect().top`)
	b.press("#close")
	b.press("#jump a[href='#title']")
	inView("#title")
	require.LessOrEqual(t, b.number(`document.documentElement.scrollWidth - innerWidth`), 0, "nothing is wider than the phone")
	// What a finger presses is not too small: WCAG wants 24 pixels.
	require.Empty(t, b.text(`[...document.querySelectorAll("button, #jump a, summary")].filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 24).map((e) => e.textContent).join("|")`))
}

// TestBrowserCloses: who picks with the keyboard is back where they were.
func TestBrowserCloses(t *testing.T) {
	t.Parallel()
	b := browser(t, "file://")
	b.view("story.txt", story, desktop)
	b.run(`document.querySelector("#article [role=button].quote").focus()`)
	b.do(cdp.KeyEvent("\r"))
	require.Equal(t, []string{"Ann Lee"}, b.list("#card h2"))
	b.run(`document.getElementById("close").focus()`)
	b.do(cdp.KeyEvent("\r"))
	require.Equal(t, "Quote by Ann Lee: =", b.text(`document.activeElement.getAttribute("aria-label")`))
	require.Equal(t, 0, b.number(`document.querySelectorAll("#article .picked").length`))
}

func TestBrowserLinksToAQuote(t *testing.T) {
	t.Parallel()
	b := browser(t, "file://")
	address := b.view("story.json", `{"title":"The yard","url":"https://news.example/yard?a=1#top","text":`+quotedStory(t)+`}`, desktop)
	b.do(cdp.KeyEvent("j"))
	require.Equal(t, "#quote-1", b.text(`location.hash`))
	require.Equal(t, []string{"Copy quote", "Copy link"}, b.list("#card .bar:last-child button"))
	require.Equal(t, "https://news.example/yard?a=1#:~:text=%3DWe%20will%20*not*%20sell%2C%20whatever%20it%20takes%2C", b.text(`document.querySelector("#card a").href`))
	b.press("#close")
	require.Empty(t, b.text(`location.hash`))

	b.open(address + "#quote-2")
	require.Equal(t, []string{"A crane driver"}, b.list("#card h2"))
	b.until(`(() => { const r = document.querySelector("#article .picked").getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight; })()`)
	for _, wrong := range []string{"#quote-99", "#quote-0", "#quote-x"} {
		b.open(address + wrong)
		require.Equal(t, 1, b.number(`document.getElementById("card").hidden ? 1 : 0`), wrong)
	}
}

func quotedStory(t *testing.T) string {
	b, err := json.Marshal(story)
	require.NoError(t, err)
	return string(b)
}

func TestBrowserSavesQuotes(t *testing.T) {
	t.Parallel()
	b := browser(t, "file://")
	b.early(`URL.createObjectURL = (blob) => { window.saved = undefined; blob.text().then((s) => { window.saved = s; }); return "data:,"; };
		addEventListener("click", (e) => { if (e.target.download) { window.savedAs = e.target.download; e.preventDefault(); } }, true);`)
	b.view("the story.txt", story, desktop)
	saved := func(id string) string {
		b.press("#" + id)
		b.until(`window.saved !== undefined`)
		return b.text(`window.saved`)
	}
	table, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(saved("csv"), "\ufeff"))).ReadAll()
	require.NoError(t, err)
	require.Equal(t, "the-story.quotes.csv", b.text(`window.savedAs`))
	require.Len(t, table, 5)
	row := map[string]string{}
	for i, name := range table[0] {
		row[name] = table[1][i]
	}
	require.Equal(t, "1", row["quote"])
	require.Equal(t, "'=We will *not* sell, whatever it takes, … It's ours.", row["words"], "no formula")
	require.Equal(t, "Ann Lee", row["speaker_name"])
	require.Equal(t, "said", row["cue"])
	require.Equal(t, "namedPerson", row["source_type"])
	require.Equal(t, "2026-03-10", row["published"])

	var list []map[string]any
	require.NoError(t, json.Unmarshal([]byte(saved("json")), &list))
	require.Equal(t, "=We will *not* sell, whatever it takes, … It's ours.", list[0]["words"])
	require.Len(t, list, 4)

	got := saved("markdown")
	require.Equal(t, "the-story.quotes.md", b.text(`window.savedAs`))
	require.True(t, strings.HasPrefix(got, "# the story.txt\n\n2026-03-10\n\n> “=We will \\*not\\* sell, whatever it takes, … It's ours.”\n>\n> — **Ann Lee**, aide (“said”, direct)\n\n>"), got)
	require.Contains(t, got, "\n> the sale might cost 200 jobs\n>\n> — **A crane driver** (“said”, indirect)\n")
}

func TestBrowserRemembersTheTheme(t *testing.T) {
	t.Parallel()
	b := browser(t, "file://")
	b.scheme("light")
	b.view("story.txt", story, desktop)
	const scheme = `getComputedStyle(document.documentElement).colorScheme`
	require.Equal(t, "light dark", b.text(scheme))
	b.press("#theme")
	require.Equal(t, "dark", b.text(scheme))
	require.Empty(t, b.text(contrast))
	b.press("#legend summary")
	b.until(`localStorage.getItem("whosaid-legend") === "shut"`)
	for b.reload(); b.text(scheme) != "dark"; { // a process of the page hands over what it keeps when it pleases
		b.reload()
	}
	require.Equal(t, 0, b.number(`document.getElementById("legend").open ? 1 : 0`))
	b.press("#theme")
	require.Equal(t, "light", b.text(scheme))
}

// TestBrowserDrawsALongArticleInSlices: the page can be used before all of it is
// there. Its clock is one that goes on with each look at it.
func TestBrowserDrawsALongArticleInSlices(t *testing.T) {
	t.Parallel()
	b := browser(t, "file://")
	b.early(`let now = 0; performance.now = () => (now += 20); const set = setTimeout; window.setTimeout = (f, ...more) => more.length ? set(f, ...more) : (window.next = f);`)
	const times = 120
	text := strings.Repeat(story, times)
	file, out := filepath.Join(t.TempDir(), "long.txt"), filepath.Join(t.TempDir(), "long.html")
	require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
	status, _, errs := cli(t, "", "view", "-o", out, file)
	require.Equal(t, 0, status, errs)
	b.do(cdp.EmulateViewport(desktop, 900), cdp.Navigate("file://"+out))
	const drawn = `document.querySelectorAll("#article p").length`
	b.until(`document.readyState === "complete"`)
	require.Equal(t, 1, b.number(drawn))
	b.run(`next()`)
	require.Equal(t, 2, b.number(drawn))
	require.Equal(t, "true", b.text(`document.getElementById("article").ariaBusy`))

	// Long lists are drawn a part at a time.
	b.press("#tab-quotes")
	require.Equal(t, 200, b.number(`document.querySelectorAll("#list > :not(#more)").length`))
	b.press("#more")
	require.Equal(t, 400, b.number(`document.querySelectorAll("#list > :not(#more)").length`))

	// What is looked for is there, though it was not drawn.
	b.run(`(() => { const s = document.getElementById("search"); s.value = "crane driver"; s.dispatchEvent(new Event("input")); })()`)
	require.Equal(t, "120 in the article · Enter", b.text(matches))
	require.Equal(t, 4*times, b.number(drawn))
	require.Equal(t, 0, b.number(`document.getElementById("article").ariaBusy ? 1 : 0`))
	const inView = `((r) => r.top > 0 && r.bottom < innerHeight)`
	for range 3 {
		b.run(`document.getElementById("search").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", shiftKey: true }))`)
		b.until(inView + `([...CSS.highlights.get("here")][0].getBoundingClientRect())`)
	}
	b.do(cdp.KeyEvent("\x1b"))
	for _, quote := range []string{"470", "3", "240"} {
		b.run(`location.hash = "#quote-` + quote + `"`)
		b.until(`document.querySelector("#article .picked") && ` + inView + `(document.querySelector("#article .picked").getBoundingClientRect())`)
	}
	b.run(`next()`) // the slice that was still to come does nothing
	require.Equal(t, 4*times, b.number(drawn))
}

// TestBrowserShowsALineWithoutEnd in parts, in which everything is marked.
func TestBrowserShowsALineWithoutEnd(t *testing.T) {
	t.Parallel()
	b := browser(t, "file://")
	text := strings.Repeat("🚢", 6000) + " " + strings.Repeat(strings.ReplaceAll(strings.TrimSpace(story), "\n", " ")+" ", 30)
	quoted, err := json.Marshal(text)
	require.NoError(t, err)
	b.early("window.articleText = " + string(quoted))
	b.view("line.txt", text, desktop)
	require.Equal(t, 4, b.number(`document.querySelectorAll("#article p").length`))
	require.Empty(t, b.text(check))
}

// The release of axe-core that is asked, and the sum of its script.
const (
	axeCore = "axe-core@4.14.1"
	axeSum  = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
)

// axe is the script of axe-core, as npm has it.
func axe(t *testing.T) string {
	t.Helper()
	if _, err := exec.LookPath("npm"); err != nil {
		missing(t, "npm")
	}
	dir := t.TempDir()
	out, err := exec.Command("npm", "pack", axeCore, "--silent", "--prefer-offline", "--pack-destination", dir).CombinedOutput()
	require.NoError(t, err, string(out))
	out, err = exec.Command("tar", "-xzf", filepath.Join(dir, strings.TrimSpace(string(out))), "-C", dir, "package/axe.min.js").CombinedOutput()
	require.NoError(t, err, string(out))
	script, err := os.ReadFile(filepath.Join(dir, "package", "axe.min.js"))
	require.NoError(t, err)
	require.Equal(t, axeSum, fmt.Sprintf("%x", sha256.Sum256(script)))
	return string(script)
}

// violations is what axe, which the page must have, finds wrong with it.
func (b tab) violations() string {
	b.t.Helper()
	b.run(`window.wrong = undefined; axe.run().then((r) => { window.wrong = r.violations.flatMap((v) => v.nodes.map((n) => v.id + ": " + n.html)).join("\n"); })`)
	b.until(`window.wrong !== undefined`)
	return b.text(`window.wrong`)
}

// TestBrowserFindsNothingWrong asks axe, which checks pages by the rules of WCAG.
func TestBrowserFindsNothingWrong(t *testing.T) {
	t.Parallel()
	b := browser(t, "file://")
	b.early(axe(t))
	b.view("story.txt", story, desktop)
	b.run(`document.getElementById("search").removeAttribute("aria-label"); document.getElementById("search").placeholder = ""`)
	require.Contains(t, b.violations(), "label: <input", "axe is at work")
	for _, width := range []int64{desktop, phone} {
		for _, scheme := range []string{"light", "dark"} {
			b.scheme(scheme)
			b.view("story.txt", "„Nein“, sagte er.\n\n"+story, width)
			require.Empty(t, b.violations(), "%d %s", width, scheme)
			b.press("[data-layer=claim]")
			b.press("#article .quote")
			b.run(`document.getElementById("legend").open = true`)
			for _, name := range []string{"names", "quotes", "dates", "claims"} {
				b.press("#tab-" + name)
				require.Empty(t, b.violations(), "%d %s %s", width, scheme, name)
			}
		}
	}
}
