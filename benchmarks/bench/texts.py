"""The texts that every system is given. Nothing but id, text and document date goes in."""
from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Set:
    """An annotated set: its file, the scorer with its flags, and the figures of the scorer's answer that are shown."""

    layer: str
    name: str
    path: str
    scorer: str
    flags: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]  # heading, path in the answer
    small: bool = False


_NAMES = (("lenient F1", "lenient/micro/f1"), ("strict F1", "micro/f1"))
_QUOTES = (("relaxed F1", "relaxed/f1"), ("end-to-end F1", "end_to_end/f1"))
_DIRECT = (("direct: relaxed F1", "relaxed/f1"), ("direct: end-to-end F1", "end_to_end/f1"))
_DATES = (("strict F1", "strict/f1"), ("relaxed F1", "relaxed/f1"), ("value F1", "value_f1"))
_ONLY_DIRECT = ("--types", "direct", "--pred-types", "direct")


def _names(name: str, path: str, small: bool = False) -> Set:
    return Set("names", name, path, "ner.py", ("--fac-as-place",), _NAMES, small)


def _quotes(name: str, path: str, small: bool = False) -> tuple[Set, Set]:
    return (Set("quotes", name, path, "quotes.py", ("--speech",), _QUOTES, small),
            Set("quotes", name, path, "quotes.py", ("--speech", *_ONLY_DIRECT), _DIRECT, small))


def _dates(name: str, path: str, small: bool = False) -> Set:
    return Set("dates", name, path, "dates.py", ("--norm",), _DATES, small)


SETS = (
    _names("real newspapers", "dev/papers.jsonl", True), _names("Wikinews", "dev/wikinews.jsonl", True),
    _names("newsfair2", "dev/ner/newsfair2.jsonl"), _names("ieer_apw", "dev/ner/ieer_apw.jsonl"), _names("gum", "dev/ner/gum.jsonl"),
    _names("gmb", "dev/ner/gmb.jsonl"), _names("uner_ewt", "dev/ner/uner_ewt.jsonl"),
    *_quotes("real newspapers", "dev/papers.jsonl", True), *_quotes("Wikinews", "dev/wikinews.jsonl", True),
    *_quotes("PolNeAR", "dev/quotes/polnear.jsonl"),
    _dates("real newspapers", "dev/papers.jsonl", True), _dates("Wikinews", "dev/wikinews.jsonl", True),
    _dates("TimeBank + AQUAINT", "dev/dates/timebank_aquaint.jsonl"),
)

SPEED = "train/raw/wikinews.jsonl"


def _lines(path: Path) -> Iterator[dict]:
    with open(path, encoding="utf8") as file:
        for line in file:
            if line.strip():
                document = json.loads(line)
                yield {"id": document["id"], "text": document["text"], "dct": document.get("dct")}


def write_input(source: Path, target: Path, limit: int | None = None) -> int:
    """Writes the bare texts of source to target, whole ones, until they have limit bytes. Returns their bytes."""
    total = 0
    with open(target, "w", encoding="utf8") as out:
        for document in _lines(source):
            if limit is not None and total >= limit:
                break
            total += len(document["text"].encode("utf8"))
            out.write(json.dumps(document, ensure_ascii=False) + "\n")
    return total


def write_one(text: str, target: Path) -> None:
    """Writes one text as an input."""
    target.write_text(json.dumps({"id": "one", "text": text, "dct": "2015-09-29"}, ensure_ascii=False) + "\n", encoding="utf8")
