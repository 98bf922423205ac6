"""How often names that are joined across documents mean the same, on annotated articles.

    python -m trial.merging --tool ./whosaid ../../../shared/data/train/wikinews/wikinews.jsonl …/newsroom.jsonl

Each article is cut in two, and the halves are documents of their own, so that many a name stands in one of them in
short. What they mean is known from the annotation, which says which names of an article are one; articles are tied by
full names of two words or more, however they are spelled ("The Guardian", "Guardian"), and by what stands for them
everywhere (SAME). Two names of different documents that were joined are right if they mean one; a pair is
left out if that is not known, which is so for a surname whose article never gives the full name.
"""

import argparse
import itertools
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whosaid_spark.answers import Answerer
from whosaid_spark.blocks import block, folded
from whosaid_spark.jobs import people
from whosaid_spark.tool import Tool

SAME = ("UN|United Nations", "FAA|Federal Aviation Administration", "SEC|Securities and Exchange Commission",
        "IMF|International Monetary Fund", "ISIL|ISIS|Islamic State of Iraq and the Levant|Islamic State", "RFL|Rugby Football League",
        "TASE|Tel Aviv Stock Exchange", "MILF|Moro Islamic Liberation Front", "WHO|World Health Organization",
        "EU|European Union", "NASA|National Aeronautics and Space Administration", "US Senate|United States Senate")
KINDS = {"PERSON": "person", "ORG": "organization"}


@dataclass(frozen=True)
class Name:
    """An entity of half an article: its names there, the longest first, and what it means, None if that is not known."""

    document: str
    kind: str
    names: tuple[str, ...]
    means: str | None


def read(files: Iterable[Path]) -> list[Name]:
    """The entities of the halves of all articles."""
    found = [name for file in files for line in file.open(encoding="utf-8") for name in _halves(json.loads(line))]
    tied = _tie(found)
    return [Name(n.document, n.kind, n.names, tied.get(n.means or "")) for n in found]


def _halves(article: dict[str, Any]) -> Iterator[Name]:
    text = article["text"].encode()
    middle = text.find(b"\n\n", len(text) // 2)
    groups: dict[tuple[bool, str, int], set[str]] = defaultdict(set)
    for e in article["entities"]:
        if e["type"] in KINDS and e.get("entity") is not None:
            name = " ".join(text[e["start"]:e["end"]].decode().split())
            groups[e["start"] > middle >= 0, KINDS[e["type"]], e["entity"]].add(name)
    for (second, kind, entity), names in groups.items():
        longest = tuple(sorted(names, key=lambda n: (-len(n.split()), -len(n), n)))
        yield Name(f"{article['id']}/{int(second)}", kind, longest, f"{article['id']} {kind} {entity}")


def _tie(names: Sequence[Name]) -> dict[str, str]:
    """What each entity of an article means: the same for all that share a full name; nothing without a full name."""
    root: dict[str, str] = {}

    def find(x: str) -> str:
        while root.setdefault(x, x) != x:
            x = root[x]
        return x

    for forms in SAME:
        first, *others = (f"organization {_plain(form)}" for form in forms.split("|"))
        for other in others:
            root[find(other)] = find(first)
    for n in names:
        for full in n.names:
            if len(full.split()) > 1 or n.kind != "person":
                root[find(f"{n.kind} {_plain(full)}")] = find(n.means or "")
    return {n.means: find(n.means) for n in names if n.means and n.means in root}


def _plain(name: str) -> str:
    return folded(name.casefold().removeprefix("the "))


def join(names: Sequence[Name], tool: Tool) -> list[str]:
    """Who each is, as people.people finds it."""
    blocks: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    keys = [f"{n.kind}|{'|'.join(n.names)}" for n in names]
    for n, key in zip(names, keys, strict=True):
        aliases = sorted(n.names[1:])
        blocks[block(n.kind, n.names[0], aliases)][key] = {"kind": n.kind, "name": n.names[0], "aliases": aliases, "key": key}
    lines = [json.dumps({"block": b, "list": sorted(found.values(), key=lambda f: (f["name"], f["aliases"]))}).encode()
             for b, found in sorted(blocks.items())]
    with Answerer(Tool(tool.path, ("--merge",)).start) as answerer:
        answers = answerer.answers(people.request(line) for line in lines)
        who = {row["key"]: row["who"] for line, answer in zip(lines, answers, strict=True) for row in people.rows(line, answer)}
    return [who[key] for key in keys]


def main() -> None:
    """Prints precision and recall, over all pairs and over those of different names, and what is wrong."""
    parser = argparse.ArgumentParser(prog="python -m trial.merging", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--tool")
    parser.add_argument("--least", type=float, default=0, help="precision that must be reached with different names")
    asked = parser.parse_args()
    names = read(asked.files)
    who = join(names, Tool(asked.tool))
    counts: dict[str, int] = defaultdict(int)
    for (n, a), (m, b) in itertools.combinations(zip(names, who, strict=True), 2):
        if n.document == m.document or n.kind != m.kind:
            continue
        if a == b and (n.means is None or m.means is None):
            counts["unknown"] += 1
        if n.means is None or m.means is None or (a != b and n.means != m.means):
            continue
        sort = "same name" if n.names[0] == m.names[0] else "different names"
        counts[f"{sort} {'right' if n.means == m.means and a == b else 'missed' if n.means == m.means else 'wrong'}"] += 1
        if n.means != m.means and sort == "different names":
            print("wrong:", n.document, n.names, "|", m.document, m.names)
    reached = 1.0
    for sort in ("same name", "different names"):
        right, wrong, missed = (counts[f"{sort} {how}"] for how in ("right", "wrong", "missed"))
        reached = right / max(1, right + wrong)
        print(f"{sort}: {right} pairs right, {wrong} wrong, {missed} missed: precision {reached:.3f}, "
              f"recall {right / max(1, right + missed):.3f}")
    print(f"{len(names)} entities; {counts['unknown']} joined pairs of which the annotation does not tell")
    if reached < asked.least:
        raise SystemExit(f"precision below {asked.least}")


if __name__ == "__main__":
    main()
