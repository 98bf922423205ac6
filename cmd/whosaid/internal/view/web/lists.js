  // --- the lists. A long one is drawn a part at a time.
  const rowsAtOnce = 200;
  let shown = rowsAtOnce, wanted = null;

  const fits = (...texts) => !wanted || texts.some((t) => t && t.search(wanted) >= 0);
  const row = (attrs, click, ...kids) => button({ class: "row", ...attrs }, click, ...kids);
  const head = (text) => () => el("h2", {}, text);
  const dim = (text) => el("span", { class: "dim" }, text);
  const groups = { person: "People", organization: "Organizations", place: "Places" };

  // Each list is functions that make its rows.
  const lists = {
    names() {
      const said = new Map(), meant = new Map(), more = (map, id) => map.set(id, (map.get(id) || 0) + 1);
      m.quotes.forEach((q) => more(said, q.speaker));
      m.mentions.forEach(([, , id]) => more(meant, id));
      const item = (e) => () => row({ "data-e": e.id }, () => pickEntity(e.id, true), el("i", { class: "kind " + e.kind }), el("b", {}, called(e)),
        dim(facts([!(e.name && groups[e.kind]) && e.kind, ...(e.roles || []), plural(meant.get(e.id) || 0, "mention"), said.has(e.id) && plural(said.get(e.id), "quote")])));
      const by = new Map([...Object.values(groups), "Other names", "Also in the story, without a name"].map((name) => [name, []]));
      m.entities.filter((e) => fits(e.name, e.description, ...(e.aliases || []), ...(e.roles || [])))
        .sort((a, b) => (said.get(b.id) || 0) - (said.get(a.id) || 0) || a.id - b.id)
        .forEach((e) => by.get(e.name ? groups[e.kind] || "Other names" : "Also in the story, without a name").push(e));
      return [...by].flatMap(([name, list]) => (list.length ? [head(name), ...list.map(item)] : []));
    },
    quotes() {
      const by = new Map();
      m.quotes.forEach((q, i) => {
        if (!fits(words(q), who(q))) return;
        const key = q.speaker || "w" + who(q);
        if (!by.has(key)) by.set(key, []);
        by.get(key).push(i);
      });
      const item = (i) => () => { const q = m.quotes[i]; return row({ "data-q": i }, () => pickQuote(i, true), words(q), dim(facts([q.form, q.cue && cut(q.cue)]))); };
      return [...by.values()].sort((a, b) => b.length - a.length).flatMap((ids) => [head(who(m.quotes[ids[0]]) || unknown), ...ids.map(item)]);
    },
    dates() {
      const placed = m.dates.map((d, i) => [d, i]).filter(([d]) => fits(cut(d.at), d.value, dateWords(d)));
      const times = placed.filter(([d]) => d.from).flatMap(([d]) => [Date.parse(d.from), Date.parse(d.to || d.from)]);
      const lo = times.reduce((a, b) => Math.min(a, b), Infinity), span = times.reduce((a, b) => Math.max(a, b), -Infinity) - lo || 1;
      const pct = (t) => (100 * (Date.parse(t) - lo)) / span;
      const track = (d) => {
        const bar = el("i");
        bar.style.left = Math.min(97, pct(d.from)) + "%";
        bar.style.width = Math.min(100 - pct(d.from), pct(d.to || d.from) - pct(d.from)) + "%";
        return el("span", { class: "track", "aria-hidden": "true" }, bar);
      };
      const item = ([d, i]) => () => row({ "data-d": i }, () => pickDate(i, true), el("b", {}, cut(d.at)), dim(dateWords(d)), d.from ? track(d) : "");
      const order = ([a], [b]) => (a.from || "~").localeCompare(b.from || "~") || a.at[0] - b.at[0];
      return placed.sort(order).map(item);
    },
    claims() {
      const item = ([c, i]) => () => row({ "data-c": i }, () => { show("claim", true); pickClaim(i, true); }, claimWords(c), dim(facts([who(c) || "the article", c.type])));
      return m.claims.map((c, i) => [c, i]).filter(([c]) => fits(claimWords(c), who(c), c.type)).map(item);
    },
  };

  function drawList() {
    const count = { names: m.entities.filter((e) => e.name).length, quotes: m.quotes.length, dates: m.dates.length, claims: m.claims.length };
    document.querySelectorAll("[role=tab]").forEach((t) => {
      const on = t.dataset.tab === tab;
      t.setAttribute("aria-selected", on);
      t.tabIndex = on ? 0 : -1;
      t.textContent = t.dataset.tab[0].toUpperCase() + t.dataset.tab.slice(1) + " " + count[t.dataset.tab];
    });
    $("list").setAttribute("aria-labelledby", "tab-" + tab);
    wanted = pattern();
    const all = lists[tab]();
    const rows = all.slice(0, shown).map((make) => make());
    if (all.length > shown) rows.push(button({ id: "more" }, () => { shown += rowsAtOnce; drawList(); }, "Show more (" + (all.length - shown) + " left)"));
    $("list").replaceChildren(...(rows.length ? rows : [el("p", { class: "dim" }, "Nothing here.")]));
  }
