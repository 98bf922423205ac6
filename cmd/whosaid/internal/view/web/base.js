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
  const button = (attrs, click, ...kids) => el("button", { type: "button", ...attrs, on: click }, ...kids);

  let m = null; // the model that is shown
  let tab = "names";
  let current = -1; // index of the picked quote

  // What the page remembers between visits, if it may.
  const kept = {
    get(key) { try { return localStorage.getItem("whosaid-" + key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem("whosaid-" + key, value); } catch {} },
  };

  const plural = (n, one) => n + " " + (n === 1 ? one : one.endsWith("ury") ? one.slice(0, -1) + "ies" : one + "s");
  const cut = ([s, e]) => m.text.slice(s, e).replace(/\s+/g, " ");
  const entity = (id) => m.entities[id - 1];
  const called = (e) => e.name || e.description;
  const who = (x) => x.who ?? (x.speaker ? called(entity(x.speaker)) : "");
  const unknown = "A source that is not told";

  // The words of a quote; and in quotation marks if they are somebody's own.
  const bareWords = (q) => q.pieces.map(cut).join(" … ");
  const words = (q) => (q.form === "direct" ? "“" + bareWords(q) + "”" : bareWords(q));
  const claimWords = (c) => [...(c.subject ? [c.subject] : []), ...c.pieces].map(cut).join(" ");
