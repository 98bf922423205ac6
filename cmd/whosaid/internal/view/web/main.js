  function draw(model) {
    m = model;
    current = -1;
    document.title = m.title || "whosaid";
    $("title").textContent = m.title;
    $("meta").textContent = facts([m.author, m.section, m.published && dateWords({ type: "DATE", value: m.published, from: m.published.slice(0, 10), to: new Date(Date.parse(m.published.slice(0, 10)) + 864e5) })]);
    $("warnings").textContent = (m.warnings || []).map((w) => "Warning: " + w).join("\n");
    $("warnings").hidden = !m.warnings;
    document.querySelectorAll(".layer").forEach((b) => show(b.dataset.layer, b.getAttribute("aria-pressed") === "true"));
    clear();
    drawArticle();
    resetSearch();
  }

  // --- events
  const ids = (s) => s.split(" ").map(Number);
  function act(target) {
    const s = target.closest && target.closest(".s");
    if (!s) return false;
    const on = (layer) => $("article").classList.contains("show-" + layer);
    if (s.dataset.entity && on("name")) pickEntity(ids(s.dataset.entity)[0]);
    else if (s.dataset.date && on("date")) pickDate(ids(s.dataset.date)[0]);
    else if (s.dataset.claim && on("claim")) pickClaim(ids(s.dataset.claim).at(-1));
    else if (s.dataset.quote && on("quote")) pickQuote(ids(s.dataset.quote).at(-1));
    else if (s.dataset.cue && on("quote")) pickQuote(ids(s.dataset.cue)[0]);
    else return false;
    return true;
  }
  $("article").addEventListener("click", (e) => { if (!act(e.target)) close(); });
  $("article").addEventListener("keydown", (e) => { if ((e.key === "Enter" || e.key === " ") && act(e.target)) e.preventDefault(); });
  $("article").addEventListener("mouseover", (e) => {
    const s = e.target.closest(".quote");
    if (s && m) { const q = m.quotes[ids(s.dataset.quote).at(-1)]; if (!s.title) s.title = (who(q) || "?") + " · " + q.form; }
  });
  document.querySelectorAll(".layer").forEach((b) => b.addEventListener("click", () => show(b.dataset.layer, b.getAttribute("aria-pressed") !== "true")));
  document.querySelectorAll("[role=tab]").forEach((t, i, all) => {
    t.addEventListener("click", () => { tab = t.dataset.tab; shown = rowsAtOnce; if (m) drawList(); });
    t.addEventListener("keydown", (e) => {
      const d = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
      if (d) { const n = all[(i + d + all.length) % all.length]; n.focus(); n.click(); }
    });
  });
  $("print").addEventListener("click", () => window.print());
  addEventListener("beforeprint", () => drawAll());
  $("theme").addEventListener("click", () => {
    const now = getComputedStyle(document.documentElement).colorScheme;
    const dark = now === "dark" || (now !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
    document.documentElement.style.colorScheme = dark ? "light" : "dark";
    kept.set("theme", dark ? "light" : "dark");
  });
  $("legend").open = (kept.get("legend") ?? (innerWidth > 960 ? "open" : "")) === "open";
  $("legend").firstElementChild.addEventListener("click", () => kept.set("legend", $("legend").open ? "shut" : "open")); // as it will be
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || !m) return;
    if (e.key === "Escape") { close(); resetSearch(); if (document.activeElement === $("search")) $("search").blur(); return; }
    if (/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) return;
    if (e.key === "/") { e.preventDefault(); $("search").focus(); }
    else if (e.key === "j" || e.key === "k") stepQuote(e.key === "j" ? 1 : -1);
    else if ("1234".includes(e.key)) document.querySelectorAll(".layer")[e.key - 1].click();
  });
  addEventListener("hashchange", () => { if (m) linked(); });

  if (mode !== "file") listen();
  const first = JSON.parse($("data").textContent);
  if (first) {
    first.text ??= $("text").textContent; // which stands in the page once
    draw(first);
    linked();
  }
