  // --- quotes to take away
  async function copy(text, told) {
    try { await navigator.clipboard.writeText(text); } catch {
      const t = el("textarea"); t.value = text; document.body.append(t); t.select(); document.execCommand("copy"); t.remove();
    }
    const label = told.textContent;
    if (label === "Copied") return;
    told.textContent = "Copied";
    setTimeout(() => { told.textContent = label; }, 1500);
  }
  function save(ending, type, text) {
    const url = URL.createObjectURL(new Blob([text], { type: type + ";charset=utf-8" }));
    const name = m.title.replace(/\.[a-z0-9]{1,5}$/i, "").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60) || "article";
    const a = el("a", { href: url, download: name + ".quotes" + ending });
    document.body.append(a);
    a.click();
    a.remove();
    setTimeout(() => URL.revokeObjectURL(url), 1e4);
  }
  // The columns are those of the table quotes, and of its article.
  function table() {
    return m.quotes.map((q) => {
      const e = (q.speaker && entity(q.speaker)) || {};
      return {
        quote: q.id, form: q.form, cue_class: q.cueClass, cue: q.cue && cut(q.cue), source: q.source && cut(q.source), speaker_name: e.name, speaker_description: e.description,
        words: bareWords(q), negated: !!q.negated, modality: q.modality, source_type: q.sourceType, justification: q.why && cut(q.why), score: q.score,
        title: m.title, published: m.published, url: m.url,
      };
    });
  }
  // In CSV a cell is never a formula.
  function csv() {
    const rows = table();
    const cell = (v) => {
      const s = String(v ?? "");
      return '"' + (/^[=+\-@\t\r]/.test(s) ? "'" + s : s).replaceAll('"', '""') + '"';
    };
    const lines = [...rows.slice(0, 1).map((r) => Object.keys(r)), ...rows.map(Object.values)];
    return "\ufeff" + lines.map((r) => r.map(cell).join(",") + "\r\n").join(""); // the mark tells spreadsheets that it is UTF-8
  }
  function markdown() {
    const safe = (s) => s.replace(/[\\`*_[\]<>#|~&]/g, "\\$&").replace(/^([-+]|\d+[.)])/, "\\$1");
    const quotes = m.quotes.map((q) => {
      const e = q.speaker && entity(q.speaker);
      const told = [q.cue && "“" + safe(cut(q.cue)) + "”", q.form, q.negated && "negated"].filter(Boolean).join(", ");
      return "> " + safe(words(q)) + "\n>\n> — **" + safe(who(q) || unknown) + "**" + (e && e.roles ? ", " + safe(e.roles.join("; ")) : "") + " (" + told + ")\n";
    });
    return ["# " + safe(m.title) + "\n", [facts([m.author, m.section, m.published].map((s) => s && safe(s))), m.url && "<" + m.url.replace(/[<>\s]/g, encodeURIComponent) + ">"].filter(Boolean).join("\n\n") + "\n", ...quotes].join("\n");
  }
  $("csv").addEventListener("click", () => m && save(".csv", "text/csv", csv()));
  $("markdown").addEventListener("click", () => m && save(".md", "text/markdown", markdown()));
  $("json").addEventListener("click", () => m && save(".json", "application/json", JSON.stringify(table(), null, 2)));
