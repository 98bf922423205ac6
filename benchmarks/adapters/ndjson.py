"""What all adapters in Python share: lines in, lines out, and offsets in bytes."""
from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

Document = dict[str, Any]


def documents() -> Iterator[Document]:
    """The documents on standard input: "id", "text" and "dct", a line each."""
    for line in sys.stdin:
        if line.strip():
            yield json.loads(line)


def write(records: Iterable[Document]) -> None:
    """Writes each record as soon as it is there, so that the first one can be timed."""
    for record in records:
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
        sys.stdout.flush()


def byte_offsets(text: str) -> Callable[[int], int]:
    """A function from an offset in characters of text to one in bytes of its UTF-8."""
    if text.isascii():
        return lambda i: i
    table = [0]
    for char in text:
        table.append(table[-1] + len(char.encode("utf8")))
    return table.__getitem__
