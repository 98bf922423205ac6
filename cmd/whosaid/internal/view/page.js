"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const mode = document.documentElement.dataset.mode;
  const el = (tag, attrs, ...kids) => {
    const e = document.createElement(tag);
    for (const [k, v] of Object.entries(attrs || {})) {
      if (k === "class") e.className = v;
      else if (k === "on") e.addEventListener("click", v);
      else e.setAttribute(k, v);
    }
    e.append(...kids.filter((k) => k !== "" && k != null));
    return e;
  };

  let m = null; // the model that is shown
  let tab = "names";
  let current = -1; // index of the picked quote

  const some = (n, one) => n + " " + one + (n === 1 ? "" : "s");
  const cut = ([s, e]) => m.text.slice(s, e);
  const words = (q) => q.pieces.map(cut).join(" … ");
  const entity = (id) => m.entities[id - 1];

  // The text is cut wherever anything begins or ends. Each piece knows all
  // that covers it, so that what overlaps is shown rightly.
  function marks() {
    const list = [];
    const add = ([s, e], mark) => { if (e > s) list.push({ s, e, ...mark }); };
    m.mentions.forEach((x, i) => add(x.at, { layer: "name", id: i, ref: x.entity, cls: "name " + entity(x.entity).kind + (x.form === "name" ? "" : " anaphor") }));
    m.dates.forEach((x, i) => add(x.at, { layer: "date", id: i, cls: "date" }));
    m.quotes.forEach((x, i) => {
      x.pieces.forEach((p) => add(p, { layer: "quote", id: i, cls: "quote" }));
      if (x.cue) add(x.cue, { layer: "cue", id: i, cls: "cue" });
      if (x.source) add(x.source, { layer: "source", id: i, cls: "source" });
    });
    m.claims.forEach((x, i) => x.pieces.forEach((p) => add(p, { layer: "claim", id: i, cls: "claim" })));
    return list.sort((a, b) => a.s - b.s || b.e - a.e);
  }

  function pieces() {
    const list = marks();
    const cuts = new Set([0, m.text.length]);
    list.forEach((x) => { cuts.add(x.s); cuts.add(x.e); });
    for (const x of m.text.matchAll(/\n+/g)) { cuts.add(x.index); cuts.add(x.index + x[0].length); }
    const at = [...cuts].sort((a, b) => a - b);
    const out = [];
    let active = [], next = 0;
    for (let i = 0; i + 1 < at.length; i++) {
      active = active.filter((x) => x.e > at[i]);
      while (next < list.length && list[next].s <= at[i]) active.push(list[next++]);
      out.push({ s: at[i], e: at[i + 1], on: [...active] });
    }
    return out;
  }

  function drawArticle() {
    const root = $("article");
    const all = document.createDocumentFragment();
    let p = null;
    const begun = new Set();
    for (const x of pieces()) {
      const text = m.text.slice(x.s, x.e);
      if (/^\n+$/.test(text)) { p = null; continue; }
      if (!p) {
        p = el("p", m.headlines.some(([s, e]) => s <= x.s && x.s < e) ? { class: "headline" } : {});
        all.append(p);
      }
      if (!x.on.length) { p.append(text); continue; }
      const span = el("span", { class: "s " + [...new Set(x.on.flatMap((o) => o.cls.split(" ")))].join(" ") }, text);
      for (const o of x.on) {
        span.dataset[o.layer] = ((span.dataset[o.layer] || "") + " " + o.id).trim();
        if (o.layer === "name") span.dataset.entity = ((span.dataset.entity || "") + " " + o.ref).trim();
        const first = o.layer + o.id;
        if (begun.has(first)) continue;
        begun.add(first);
        if (o.layer === "claim") span.classList.add("claim-a");
        if (o.layer === "quote" || o.layer === "name") {
          span.tabIndex = 0;
          span.setAttribute("role", "button");
          if (o.layer === "quote") span.setAttribute("aria-label", "Quote by " + (m.quotes[o.id].who || "an unknown source") + ": " + text);
        }
        if (o.layer === "date") span.title = m.dates[o.id].type + " " + m.dates[o.id].value;
      }
      p.append(span);
    }
    root.replaceChildren(all);
  }

  const spans = (layer, id) => [...document.querySelectorAll("[data-" + layer + "]")].filter((s) => s.dataset[layer].split(" ").includes(String(id)));

  function clear() {
    document.querySelectorAll(".picked,.meant,.row.on").forEach((e) => e.classList.remove("picked", "meant", "on"));
    $("card").hidden = true;
  }
  function card(...kids) {
    $("card").replaceChildren(...kids.filter(Boolean));
    $("card").hidden = false;
  }
  const mean = (id) => id && spans("entity", id).forEach((s) => s.classList.add("meant"));
  const reveal = (list) => list.length && list[0].scrollIntoView({ block: "center" });
  const line = (text) => text && el("p", {}, text);

  function pickQuote(i, move) {
    clear();
    current = i;
    const q = m.quotes[i];
    const list = spans("quote", i);
    list.forEach((s) => s.classList.add("picked"));
    [...spans("cue", i), ...spans("source", i)].forEach((s) => s.classList.add("meant"));
    mean(q.speaker);
    if (move) reveal(list);
    const e = q.speaker && entity(q.speaker);
    card(
      el("h2", {}, q.who || "A source that is not told"),
      line(e && e.roles ? e.roles.join("; ") : ""),
      line(words(q)),
      line([q.form, q.cue && "“" + cut(q.cue) + "”", q.source && cut(q.source) !== q.who && "as “" + cut(q.source) + "”", q.negated && "negated", q.modality, Math.round(100 * q.score) + " % sure"].filter(Boolean).join(" · ")),
      line(q.why ? "Why: “" + cut(q.why) + "”" : ""),
    );
    document.querySelectorAll('.row[data-q="' + i + '"]').forEach((r) => r.classList.add("on"));
  }
  function pickEntity(id, move) {
    clear();
    mean(id);
    const e = entity(id);
    const said = m.quotes.map((q, i) => [q, i]).filter(([q]) => q.speaker === id);
    if (move) reveal(spans("entity", id));
    card(
      el("h2", {}, el("i", { class: "kind " + e.kind }), e.name || e.description),
      line([e.kind, ...(e.roles || [])].join(" · ")),
      line(e.aliases ? "also " + e.aliases.join(", ") : ""),
      line(some(m.mentions.filter((x) => x.entity === id).length, "mention") + ", " + some(said.length, "quote")),
      ...said.map(([q, i]) => el("button", { type: "button", class: "row", on: () => pickQuote(i, true) }, words(q))),
    );
    document.querySelectorAll('.row[data-e="' + id + '"]').forEach((r) => r.classList.add("on"));
  }
  function pickSpans(list, title, ...lines) {
    clear();
    list.forEach((s) => s.classList.add("picked"));
    reveal(list);
    card(el("h2", {}, title), ...lines.map(line));
  }

  const fits = (...texts) => {
    const want = $("search").value.trim().toLowerCase();
    return !want || texts.some((t) => t && t.toLowerCase().includes(want));
  };
  const row = (attrs, click, ...kids) => el("button", { type: "button", class: "row", on: click, ...attrs }, ...kids);

  const lists = {
    names() {
      const count = new Map();
      m.quotes.forEach((q) => count.set(q.speaker, (count.get(q.speaker) || 0) + 1));
      const meant = new Map();
      m.mentions.forEach((x) => meant.set(x.entity, (meant.get(x.entity) || 0) + 1));
      const rank = { person: 0, organization: 1, place: 2 };
      const item = (e) => row({ "data-e": e.id }, () => pickEntity(e.id, true), el("i", { class: "kind " + e.kind }), el("b", {}, e.name || e.description),
        el("span", { class: "dim" }, [e.kind, ...(e.roles || []), some(meant.get(e.id) || 0, "mention"), count.get(e.id) ? some(count.get(e.id), "quote") : ""].filter(Boolean).join(" · ")));
      const list = m.entities
        .filter((e) => fits(e.name, e.description, ...(e.aliases || []), ...(e.roles || [])))
        .sort((a, b) => (rank[a.kind] ?? 3) - (rank[b.kind] ?? 3) || (count.get(b.id) || 0) - (count.get(a.id) || 0) || a.id - b.id);
      const others = list.filter((e) => !e.name).map(item);
      return [...list.filter((e) => e.name).map(item), ...(others.length ? [el("h2", {}, "Also in the story"), ...others] : [])];
    },
    quotes() {
      const by = new Map();
      m.quotes.forEach((q, i) => {
        if (!fits(words(q), q.who)) return;
        const key = q.speaker ? "e" + q.speaker : "w" + q.who;
        if (!by.has(key)) by.set(key, []);
        by.get(key).push(i);
      });
      return [...by.values()].sort((a, b) => b.length - a.length).flatMap((ids) => [
        el("h2", {}, m.quotes[ids[0]].who || "A source that is not told"),
        ...ids.map((i) => row({ "data-q": i }, () => pickQuote(i, true), words(m.quotes[i]), el("span", { class: "dim" }, m.quotes[i].form + (m.quotes[i].cue ? " · " + cut(m.quotes[i].cue) : "")))),
      ]);
    },
    dates() {
      const placed = m.dates.map((d, i) => [d, i]).filter(([d]) => fits(cut(d.at), d.value));
      const times = placed.filter(([d]) => d.from).flatMap(([d]) => [Date.parse(d.from), Date.parse(d.to || d.from)]);
      const lo = Math.min(...times), span = Math.max(...times) - lo || 1;
      const pct = (t) => (100 * (t - lo)) / span;
      return placed.sort(([a], [b]) => (a.from || "~").localeCompare(b.from || "~") || a.at[0] - b.at[0]).map(([d, i]) => {
        const bar = el("i");
        if (d.from) {
          bar.style.left = Math.min(97, pct(Date.parse(d.from))) + "%";
          bar.style.width = Math.min(100 - pct(Date.parse(d.from)), pct(Date.parse(d.to || d.from)) - pct(Date.parse(d.from))) + "%";
        }
        return row({ "data-d": i }, () => pickSpans(spans("date", i), cut(d.at), d.type + " " + d.value, d.from && "from " + d.from + " until " + d.to),
          el("b", {}, cut(d.at)), el("span", { class: "dim" }, d.type + " · " + d.value), d.from ? el("span", { class: "track", "aria-hidden": "true" }, bar) : "");
      });
    },
    claims() {
      return m.claims.map((c, i) => [c, i]).filter(([c]) => fits(c.text, c.who, c.type)).map(([c, i]) =>
        row({ "data-c": i }, () => { show("claim", true); pickSpans(spans("claim", i), c.who || "The article", c.text, [c.type, c.negated && "negated", c.hedge && "hedged: " + c.hedge].filter(Boolean).join(" · ")); },
          c.text, el("span", { class: "dim" }, (c.who || "the article") + " · " + c.type)));
    },
  };

  function drawList() {
    document.querySelectorAll("[role=tab]").forEach((t) => {
      const on = t.dataset.tab === tab;
      t.setAttribute("aria-selected", on);
      t.tabIndex = on ? 0 : -1;
      const n = { names: m.entities, quotes: m.quotes, dates: m.dates, claims: m.claims }[t.dataset.tab].length;
      t.textContent = t.dataset.tab[0].toUpperCase() + t.dataset.tab.slice(1) + " " + n;
    });
    $("list").setAttribute("aria-labelledby", "tab-" + tab);
    const rows = lists[tab]();
    $("list").replaceChildren(...(rows.length ? rows : [el("p", { class: "dim" }, "Nothing here.")]));
  }

  function find() {
    if (!CSS.highlights) return;
    CSS.highlights.delete("found");
    const want = $("search").value.trim().toLowerCase();
    if (!want) return;
    const ranges = [];
    for (const p of $("article").children) { // a match may run over several pieces of a paragraph
      const text = p.textContent.toLowerCase();
      if (text.length !== p.textContent.length) continue;
      for (let i = text.indexOf(want); i >= 0 && ranges.length < 2000; i = text.indexOf(want, i + want.length)) {
        const r = new Range();
        r.setStart(...place(p, i));
        r.setEnd(...place(p, i + want.length));
        ranges.push(r);
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }
  function place(p, offset) {
    const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
    let n = walk.nextNode();
    while (n && offset > n.data.length) { offset -= n.data.length; n = walk.nextNode(); }
    return [n, offset];
  }

  function show(layer, on) {
    const b = document.querySelector('.layer[data-layer="' + layer + '"]');
    b.setAttribute("aria-pressed", on);
    $("article").classList.toggle("show-" + layer, on);
  }

  function draw(model) {
    m = model;
    current = -1;
    document.title = m.title || "whosaid";
    $("title").textContent = m.title;
    $("meta").textContent = [m.author, m.section, m.published].filter(Boolean).join(" · ");
    $("warnings").textContent = (m.warnings || []).map((w) => "Warning: " + w).join("\n");
    $("warnings").hidden = !m.warnings;
    document.querySelectorAll(".layer").forEach((b) => show(b.dataset.layer, b.getAttribute("aria-pressed") === "true"));
    $("search").value = "";
    clear();
    drawArticle();
    drawList();
    find();
  }

  // --- events
  const ids = (s) => s.split(" ").map(Number);
  function act(target) {
    const s = target.closest && target.closest(".s");
    if (!s) return false;
    const on = (layer) => $("article").classList.contains("show-" + layer);
    if (s.dataset.entity && on("name")) pickEntity(ids(s.dataset.entity)[0]);
    else if (s.dataset.quote && on("quote")) pickQuote(ids(s.dataset.quote).at(-1));
    else if (s.dataset.date && on("date")) { const d = m.dates[ids(s.dataset.date)[0]]; pickSpans(spans("date", ids(s.dataset.date)[0]), cut(d.at), d.type + " " + d.value); }
    else if (s.dataset.cue && on("quote")) pickQuote(ids(s.dataset.cue)[0]);
    else return false;
    return true;
  }
  $("article").addEventListener("click", (e) => { if (!act(e.target)) clear(); });
  $("article").addEventListener("keydown", (e) => { if ((e.key === "Enter" || e.key === " ") && act(e.target)) e.preventDefault(); });
  $("article").addEventListener("mouseover", (e) => {
    const s = e.target.closest(".quote");
    if (s && m) { const q = m.quotes[ids(s.dataset.quote).at(-1)]; if (!s.title) s.title = (q.who || "?") + " · " + q.form; }
  });
  document.querySelectorAll(".layer").forEach((b) => b.addEventListener("click", () => show(b.dataset.layer, b.getAttribute("aria-pressed") !== "true")));
  document.querySelectorAll("[role=tab]").forEach((t, i, all) => {
    t.addEventListener("click", () => { tab = t.dataset.tab; if (m) drawList(); });
    t.addEventListener("keydown", (e) => {
      const d = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
      if (d) { const n = all[(i + d + all.length) % all.length]; n.focus(); n.click(); }
    });
  });
  $("search").addEventListener("input", () => { if (m) { drawList(); find(); } });
  $("print").addEventListener("click", () => window.print());
  $("theme").addEventListener("click", () => {
    const dark = getComputedStyle(document.documentElement).colorScheme === "dark" || (getComputedStyle(document.documentElement).colorScheme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
    document.documentElement.style.colorScheme = dark ? "light" : "dark";
  });
  $("copy").addEventListener("click", async () => {
    if (!m) return;
    const text = JSON.stringify(m.document, null, 2);
    try { await navigator.clipboard.writeText(text); } catch {
      const t = el("textarea"); t.value = text; document.body.append(t); t.select(); document.execCommand("copy"); t.remove();
    }
    $("copy").textContent = "Copied";
    setTimeout(() => { $("copy").textContent = "Copy JSON"; }, 1500);
  });
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || !m) return;
    if (e.key === "Escape") { clear(); $("search").value = ""; drawList(); find(); document.activeElement.blur(); return; }
    if (/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) return;
    if (e.key === "/") { e.preventDefault(); $("search").focus(); }
    else if ((e.key === "j" || e.key === "k") && m.quotes.length) pickQuote(current < 0 ? (e.key === "j" ? 0 : m.quotes.length - 1) : (current + (e.key === "j" ? 1 : m.quotes.length - 1)) % m.quotes.length, true);
    else if ("1234".includes(e.key)) document.querySelectorAll(".layer")[e.key - 1].click();
  });

  // --- reading articles: by the server, or by the library in the page
  async function ask(name, body) {
    const date = $("published").value;
    if (mode === "wasm") {
      const read = await engine();
      return JSON.parse(read(name, date, body instanceof Blob ? new Uint8Array(await body.arrayBuffer()) : new TextEncoder().encode(body)));
    }
    const r = await fetch("/api/read?" + new URLSearchParams({ name, date }), { method: "POST", headers: { "Content-Type": "application/octet-stream", "X-Whosaid": "1" }, body });
    return r.json();
  }
  let started = null;
  function engine() {
    started ||= (async () => {
      const packed = Uint8Array.from(atob($("engine").textContent.trim()), (c) => c.charCodeAt(0));
      const bytes = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
      const go = new Go();
      const { instance } = await WebAssembly.instantiate(bytes, go.importObject);
      go.run(instance);
      return globalThis.whosaidRead;
    })();
    return started;
  }
  async function read(name, body) {
    const status = $("status");
    status.className = "";
    status.textContent = "Reading…";
    const began = performance.now();
    try {
      const answer = await ask(name, body);
      if (answer.error) throw new Error(answer.error);
      draw(answer);
      status.textContent = [some(m.quotes.length, "quote"), some(m.entities.filter((e) => e.name).length, "name"), some(m.dates.length, "date")].join(", ") + " in " + Math.round(performance.now() - began) + " ms";
    } catch (e) {
      status.className = "bad";
      status.textContent = e.message;
    }
  }
  if (mode !== "file") {
    $("input").hidden = false;
    $("title").textContent = "Who said what?";
    $("input").addEventListener("submit", (e) => { e.preventDefault(); read("pasted", $("paste").value); });
    $("file").addEventListener("change", (e) => { const f = e.target.files[0]; if (f) read(f.name, f); e.target.value = ""; });
    document.addEventListener("dragover", (e) => { e.preventDefault(); document.body.classList.add("drop"); });
    document.addEventListener("dragleave", (e) => { if (!e.relatedTarget) document.body.classList.remove("drop"); });
    document.addEventListener("drop", (e) => {
      e.preventDefault();
      document.body.classList.remove("drop");
      const f = e.dataTransfer.files[0];
      if (f) read(f.name, f);
    });
  }
  const first = JSON.parse($("data").textContent);
  if (first) draw(first);
})();
