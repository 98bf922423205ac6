  // --- search in the article and the lists
  const most = 2000; // matches that are coloured
  let found = [], at = -1;

  // pattern matches what is searched for, however it is spaced or its quotes are
  // curled; null if that is nothing.
  function pattern() {
    const want = $("search").value.trim();
    if (!want) return null;
    const source = want.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\s+/g, "\\s+").replace(/['’‘]/g, "['’‘]").replace(/["“”]/g, "[\"“”]");
    return new RegExp(source, "giu");
  }
  function find() {
    const want = pattern();
    found = want ? [...m.text.matchAll(want)].map((x) => [x.index, x.index + x[0].length]) : [];
    at = -1;
    light("found", found.slice(0, most).map(([s, e]) => range(s, e)));
    light("here", []);
    count();
  }
  const light = (name, ranges) => { if (CSS.highlights) CSS.highlights.set(name, new Highlight(...ranges)); };
  function count() {
    const n = found.length;
    $("count").textContent = !$("search").value.trim() ? "" : n && at >= 0 ? at + 1 + " of " + n : n ? n + " in the article · Enter" : "Not in the article";
    $("count").classList.toggle("none", !n);
  }
  function step(d) {
    if (!found.length) return;
    at = at < 0 ? (d > 0 ? 0 : found.length - 1) : (at + d + found.length) % found.length;
    const r = range(...found[at]), box = r.getBoundingClientRect();
    light("here", [r]);
    if (!CSS.highlights) { getSelection().removeAllRanges(); getSelection().addRange(r); }
    scrollBy(0, box.top - innerHeight * 0.4);
    count();
  }
  function resetSearch() {
    $("search").value = "";
    shown = rowsAtOnce;
    drawList();
    find();
  }
  $("search").addEventListener("input", () => { if (m) { shown = rowsAtOnce; drawList(); find(); } });
  $("search").addEventListener("keydown", (e) => {
    if (e.key === "Enter" && m) { e.preventDefault(); step(e.shiftKey ? -1 : 1); }
  });
