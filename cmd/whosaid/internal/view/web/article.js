  // --- the article
  // The text is cut wherever anything begins or ends. Each piece knows all
  // that covers it, so that what overlaps is shown rightly.
  function marks() {
    const list = [];
    const add = ([s, e], mark) => { if (e > s) list.push({ s, e, ...mark }); };
    m.mentions.forEach(([s, e, ref, anaphor], i) => add([s, e], { layer: "name", id: i, ref, cls: "name " + entity(ref).kind + (anaphor ? " anaphor" : "") }));
    m.dates.forEach((x, i) => add(x.at, { layer: "date", id: i, cls: "date" }));
    m.quotes.forEach((x, i) => {
      x.pieces.forEach((p) => add(p, { layer: "quote", id: i, cls: "quote" }));
      if (x.cue) add(x.cue, { layer: "cue", id: i, cls: "cue" });
      if (x.source) add(x.source, { layer: "source", id: i, cls: "source" });
    });
    m.claims.forEach((x, i) => x.pieces.forEach((p) => add(p, { layer: "claim", id: i, cls: "claim" })));
    return list.sort((a, b) => a.s - b.s || b.e - a.e);
  }

  // Where what was drawn stands: the spans of a thing, and the text nodes in order.
  let spansOf = new Map(), nodes = [], work = null;

  // A line of the text is a paragraph; one that is too long to be laid out at once
  // is shown in parts, which end with a sentence if they can.
  const lines = /[^\r\n]{1,5000}(?=[\r\n]|$)|[^\r\n]{1,5000}[.!?”"] |[^\r\n]{1,5000}/gu;

  function* paragraphs() {
    const list = marks();
    let active = [], next = 0, head = 0;
    for (const { index: s, 0: line } of m.text.matchAll(lines)) {
      const e = s + line.length;
      const on = active.filter((x) => x.e > s);
      while (next < list.length && list[next].s < e) on.push(list[next++]);
      while (head < m.headlines.length && m.headlines[head][1] <= s) head++;
      yield paragraph(s, e, on, head < m.headlines.length && m.headlines[head][0] <= s);
      active = on.filter((x) => x.e > e);
    }
  }
  function paragraph(s, e, list, headline) {
    const p = el("p", headline ? { class: "headline" } : {});
    const cuts = new Set([s, e]);
    list.forEach((x) => { if (x.s > s) cuts.add(x.s); if (x.e < e) cuts.add(x.e); });
    const at = [...cuts].sort((a, b) => a - b);
    let active = [], next = 0;
    for (let i = 0; i + 1 < at.length; i++) {
      active = active.filter((x) => x.e > at[i]);
      while (next < list.length && list[next].s <= at[i]) active.push(list[next++]);
      const text = document.createTextNode(m.text.slice(at[i], at[i + 1]));
      nodes.push([at[i], text]);
      p.append(active.length ? piece(text, active) : text);
    }
    return p;
  }
  function piece(text, on) {
    const span = el("span", { class: "s " + [...new Set(on.flatMap((o) => o.cls.split(" ")))].join(" ") }, text);
    for (const o of on) {
      const first = enter(span, o.layer, o.id);
      if (o.layer === "name") enter(span, "entity", o.ref);
      if (!first) continue;
      if (o.layer === "claim") span.classList.add("claim-a");
      if (o.layer === "quote" || o.layer === "name") {
        span.tabIndex = 0;
        span.setAttribute("role", "button");
        if (o.layer === "quote") span.setAttribute("aria-label", "Quote by " + (who(m.quotes[o.id]) || "an unknown source") + ": " + text.data);
      }
      if (o.layer === "date") span.title = dateWords(m.dates[o.id]);
    }
    return span;
  }
  // enter notes that a span shows a thing, and says whether it is the first that does.
  function enter(span, layer, id) {
    span.dataset[layer] = span.dataset[layer] ? span.dataset[layer] + " " + id : id;
    const key = layer + id, list = spansOf.get(key);
    if (list) list.push(span);
    else spansOf.set(key, [span]);
    return !list;
  }

  // A long article is drawn in slices, between which the page answers.
  function drawArticle() {
    const mine = work = paragraphs();
    spansOf = new Map();
    nodes = [];
    $("article").replaceChildren();
    $("article").setAttribute("aria-busy", "true");
    const slice = () => {
      if (work !== mine) return;
      const end = performance.now() + 25;
      drawSome(() => performance.now() > end);
      if (work) setTimeout(slice);
    };
    slice();
  }
  function drawSome(enough) {
    const some = document.createDocumentFragment();
    while (work && !enough()) {
      const { value, done } = work.next();
      if (done) { work = null; $("article").removeAttribute("aria-busy"); } else some.append(value);
    }
    $("article").append(some);
  }
  const drawAll = () => drawSome(() => false);

  function spans(layer, id) {
    drawAll();
    return spansOf.get(layer + id) || [];
  }
  // range is [s, e) of the text in the page.
  function range(s, e) {
    drawAll();
    const r = new Range();
    r.setStart(...place(s));
    r.setEnd(...place(e));
    return r;
  }
  function place(at) {
    let lo = 0, hi = nodes.length;
    while (hi - lo > 1) { const mid = (lo + hi) >> 1; if (nodes[mid][0] <= at) lo = mid; else hi = mid; }
    return [nodes[lo][1], Math.min(at - nodes[lo][0], nodes[lo][1].length)];
  }

  function show(layer, on) {
    const b = document.querySelector('.layer[data-layer="' + layer + '"]');
    b.setAttribute("aria-pressed", on);
    $("article").classList.toggle("show-" + layer, on);
  }
