"""The results as Markdown."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from .texts import SETS

Results = dict[str, Any]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table, its first column to the left and the others to the right."""
    return ["| " + " | ".join(head) + " |", "|" + "|".join(["---"] + ["--:"] * (len(head) - 1)) + "|",
            *("| " + " | ".join(row) + " |" for row in rows)]


def _cost_rows(results: Results, found: Results, baseline: str) -> Iterable[Sequence[str]]:
    base = found.get(baseline, {}).get("bytes_per_cpu_second")
    for system in results["systems"]:
        name, cost = system["name"], found.get(system["name"], {})
        why = system["failed"] and f"not installed: {system['failed']}" or cost.get("failed") and f"failed: {cost['failed']}"
        if why or not cost:
            yield name, system["does"], why or "not run", *[""] * 6
            continue
        speed = cost["bytes_per_cpu_second"]
        yield (f"{name} {system['version']}", system["does"], f"{speed / 1000:,.1f}",
               f"{cost['slowest'] / 1000:,.1f}–{cost['fastest'] / 1000:,.1f} ({cost['rounds']})", f"{speed / base:,.2f}" if base else "",
               f"{cost['max_rss'] / 1e6:,.0f}", f"{cost['start_cpu']:.2f}", f"{cost['first_result']:.2f}", f"{system['bytes'] / 1e6:,.0f}")


def costs(results: Results, found: Results) -> list[str]:
    """Speed, memory, start and size, as found on one size of text."""
    baseline = next((s["name"] for s in results["systems"] if s["baseline"]), "baseline")
    head = ("system", "what it does", "KB per CPU-second", "from–to (rounds)", f"times {baseline}", "MB resident at most",
            "one article: CPU-seconds", "seconds to its result, at best", "MB installed")
    return table(head, _cost_rows(results, found, baseline))


def accuracy(results: Results, layer: str) -> list[str]:
    """One layer: a row for each system, a column for each set."""
    sets = list(dict.fromkeys(s.name for s in SETS if s.layer == layer))
    headings = list(dict.fromkeys(h for s in SETS if s.layer == layer for h, _ in s.figures))
    rows = []
    for system in results["systems"]:
        found = results["accuracy"]["systems"].get(system["name"], {}).get(layer)
        if found is None and layer in system["layers"]:
            rows.append([system["name"], *(f"not installed: {system['failed']}" if system["failed"] else "not run" for _ in sets)])
        elif found is not None:
            rows.append([system["name"], *(_cell(found.get(name), headings) for name in sets)])
    return table(("system", *sets), rows)


def accuracy_note(layer: str) -> str:
    """What the cells of a layer's table are."""
    return "Each cell: " + " / ".join(dict.fromkeys(h for s in SETS if s.layer == layer for h, _ in s.figures)) + "."


def _cell(row: dict[str, float] | str | None, headings: Sequence[str]) -> str:
    if row is None:
        return "not run"
    if isinstance(row, str):
        return row
    return " / ".join(f"{row[h]:.3f}".removeprefix("0") for h in headings)


def _heading(about: Results) -> list[str]:
    """How, when and where the cost was measured."""
    return [f"`{about['command']}`, {about['day']}, {about['machine']}, {about['load']} at its end.", ""]


LAYERS = {"names": "Names: person, organization, place", "quotes": "Quotes: speech, with speakers", "dates": "Dates"}


def page(results: Results) -> str:
    """The whole page."""
    lines = ["# Results of the benchmark", "", "Written by `run.sh`, as README.md says; do not edit."]
    for kb, part in sorted(results.get("cost", {}).items(), key=lambda item: int(item[0])):
        about = part["about"]
        lines += ["", f"## Cost on {kb} KB of text", "", *_heading(about),
                  f"One thread each, the same {about['texts']} articles of Wikinews ({about['bytes'] / 1000:,.0f} KB), in turns.",
                  "Speed is the median over rounds of the bytes by the CPU time beyond that of a start on two words. Compilation by",
                  "Java as it runs counts. What runs a system (Python, Java, perl) is not in its size. Where other work runs on the",
                  "machine, only ratios count.", "", *costs(results, part["systems"])]
    if "accuracy" in results:
        day = results["accuracy"]["about"]["day"]
        for layer, title in LAYERS.items():
            note = f"`./run.sh --no-cost`, last on {day}; the machine does not matter. {accuracy_note(layer)}"
            lines += ["", f"## {title}", "", note, "", *accuracy(results, layer)]
    return "\n".join(lines) + "\n"
