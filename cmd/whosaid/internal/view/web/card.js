  // --- what is picked, and the card that tells of it
  let from = null; // what had the focus before

  function clear() {
    document.querySelectorAll("#article .picked,#article .meant,.row.on").forEach((e) => e.classList.remove("picked", "meant", "on"));
    $("card").hidden = true;
  }
  function close() {
    const back = $("card").contains(document.activeElement) && from && from.isConnected;
    clear();
    current = -1;
    address("");
    if (back) from.focus({ preventScroll: true });
  }
  function card(title, ...kids) {
    if (!$("card").contains(document.activeElement)) from = document.activeElement;
    const step = (d, name, sign) => button({ "aria-label": name, title: name }, () => stepQuote(d), sign);
    $("card").replaceChildren(
      el("div", { class: "bar" }, title, el("span", { class: "gap" }), ...(m.quotes.length ? [step(-1, "Previous quote", "‹"), step(1, "Next quote", "›")] : []),
        button({ "aria-label": "Close", title: "Close (Esc)", id: "close" }, close, "×")),
      ...kids.filter(Boolean));
    $("card").hidden = false;
    $("card").scrollTop = 0;
  }
  const mean = (id) => id && spans("entity", id).forEach((s) => s.classList.add("meant"));
  // On a phone the card may cover what was picked in the text.
  const reveal = (list, move) => list.length && list[0].scrollIntoView({ block: move ? "center" : "nearest" });
  const line = (text) => text && el("p", {}, text);
  const rowsOf = (key, id) => document.querySelectorAll(".row[data-" + key + '="' + id + '"]').forEach((r) => r.classList.add("on"));
  const facts = (list) => list.filter(Boolean).join(" · ");
  const spaced = (name) => (name || "").replace(/[A-Z]/g, (c) => " " + c.toLowerCase());

  // The address of a page of its own names the picked quote, to be sent to others.
  function address(hash) {
    if (mode === "file") history.replaceState(null, "", hash || location.pathname + location.search);
  }
  function linked() {
    const [, n] = /^#quote-(\d+)$/.exec(location.hash) || [];
    if (mode === "file" && n >= 1 && n <= m.quotes.length) pickQuote(n - 1, true);
  }
  // The quote where it was published, found by its first words.
  function published(q) {
    if (!/^https?:/i.test(m.url || "")) return null;
    const first = cut(q.pieces[0]).split(" ").slice(0, 8).join(" ");
    const href = m.url.split("#")[0] + "#:~:text=" + encodeURIComponent(first).replaceAll("-", "%2D");
    return el("a", { href, target: "_blank", rel: "noopener noreferrer" }, "Where it was published");
  }

  function pickQuote(i, move) {
    clear();
    current = i;
    address("#quote-" + (i + 1));
    const q = m.quotes[i];
    const list = spans("quote", i);
    list.forEach((s) => s.classList.add("picked"));
    [...spans("cue", i), ...spans("source", i)].forEach((s) => s.classList.add("meant"));
    mean(q.speaker);
    const e = q.speaker && entity(q.speaker);
    const link = mode === "file" && button({}, (ev) => copy(location.href, ev.target), "Copy link");
    const text = button({}, (ev) => copy(words(q) + " – " + (who(q) || unknown), ev.target), "Copy quote");
    card(
      el("h2", {}, who(q) || unknown),
      line(e && e.roles ? e.roles.join("; ") : ""),
      el("blockquote", {}, words(q)),
      line(facts([q.form, q.cue && "“" + cut(q.cue) + "”", q.source && cut(q.source) !== who(q) && "as “" + cut(q.source) + "”", q.negated && "negated", q.modality,
        spaced(q.sourceType), Math.round(100 * q.score) + "\u00a0%\u00a0sure"])),
      line(q.why ? "Why: “" + cut(q.why) + "”" : ""),
      el("div", { class: "bar" }, ...[text, link, published(q)].filter(Boolean)),
    );
    reveal(list, move);
    rowsOf("q", i);
  }
  function stepQuote(d) {
    const n = m.quotes.length;
    if (n) pickQuote(current < 0 ? (d > 0 ? 0 : n - 1) : (current + d + n) % n, true);
  }
  function pickEntity(id, move) {
    clear();
    mean(id);
    const e = entity(id);
    const said = m.quotes.map((q, i) => [q, i]).filter(([q]) => q.speaker === id);
    card(
      el("h2", {}, el("i", { class: "kind " + e.kind }), called(e)),
      line(facts([e.kind, ...(e.roles || [])])),
      line(e.aliases ? "also " + e.aliases.join(", ") : ""),
      line(plural(m.mentions.filter(([, , x]) => x === id).length, "mention") + ", " + plural(said.length, "quote")),
      ...said.map(([q, i]) => button({ class: "row" }, () => pickQuote(i, true), words(q))),
    );
    if (move) reveal(spans("entity", id), move); // else the one that was picked is in view, and may not be the first
    rowsOf("e", id);
  }
  function pickSpans(list, move, title, ...lines) {
    clear();
    list.forEach((s) => s.classList.add("picked"));
    card(el("h2", {}, title), ...lines.map(line));
    reveal(list, move);
  }
  function pickDate(i, move) {
    const d = m.dates[i];
    pickSpans(spans("date", i), move, dateWords(d), "“" + cut(d.at) + "”", facts([dateTypes[d.type], d.type + " " + d.value, spaced(d.mod).trim()]));
    rowsOf("d", i);
  }
  function pickClaim(i, move) {
    const c = m.claims[i];
    pickSpans(spans("claim", i), move, who(c) || "The article", claimWords(c), facts(["claim", c.type, c.negated && "negated", c.hedge && "hedged: " + c.hedge]));
    rowsOf("c", i);
  }
