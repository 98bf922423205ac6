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
      status.textContent = [plural(m.quotes.length, "quote"), plural(m.entities.filter((e) => e.name).length, "name"), plural(m.dates.length, "date")].join(", ") + " in " + Math.round(performance.now() - began) + " ms";
    } catch (e) {
      status.className = "bad";
      status.textContent = e.message;
    }
  }
  function listen() {
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
