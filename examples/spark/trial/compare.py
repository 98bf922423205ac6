"""Compares a table of articles with what the tool wrote by itself, record for record.

    whosaid extract -q --from ndjson --to ndjson -o plain.ndjson articles.ndjson
    python -m trial.compare plain.ndjson table
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow.dataset as ds

from whosaid_spark.columns import article_id
from whosaid_spark.schema import ABOUT, LAYERS

MOMENTS = ("published", "from", "to")


def compare(plain: Path, table: Path) -> list[str]:
    """What differs, the first twenty of each kind; nothing if the two say the same of the same articles."""
    wanted = dict(_of_tool(plain))
    counted = 0
    seen: dict[str, str] = {}
    for key, digest in _of_table(table):
        counted += 1
        seen[key] = digest
    faults = [f"{key}: missing" for key in wanted.keys() - seen.keys()][:20]
    faults += [f"{key}: should not be there" for key in seen.keys() - wanted.keys()][:20]
    faults += [f"{key}: differs" for key in wanted.keys() & seen.keys() if wanted[key] != seen[key]][:20]
    if counted != len(seen):
        faults.append(f"{counted} rows, but {len(seen)} ids: some are there twice")
    return faults


def _of_tool(plain: Path) -> Iterator[tuple[str, str]]:
    with plain.open("rb") as lines:
        for line in lines:
            said = json.loads(line)
            document = said["document"]
            key = article_id(said.get("url"), said.get("published"), document["text"])
            row = {name: said.get(name) for name in (*ABOUT[1:], "published")}
            yield key, _digest(row | {name: document[name] for name in ("text", *LAYERS)})


def _of_table(table: Path) -> Iterator[tuple[str, str]]:
    rows = ds.dataset(table, partitioning="hive").scanner(
        columns=["id", *ABOUT[1:], "published", "text", *LAYERS], filter=ds.field("error").is_null(), batch_size=256)
    for batch in rows.to_batches():
        for row in batch.to_pylist():
            yield row.pop("id"), _digest(row)


def _digest(row: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(_plain(row), sort_keys=True).encode()).hexdigest()


def _plain(value: Any, name: str = "") -> Any:
    """A value without what only one of the two forms has: absent fields, and how numbers and moments are written."""
    if isinstance(value, dict):
        return {k: _plain(v, k) for k, v in value.items() if v is not None}
    if isinstance(value, list):
        return [_plain(v) for v in value]
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if name in MOMENTS and isinstance(value, str):
        return datetime.fromisoformat(value).astimezone(UTC).isoformat()
    return value


if __name__ == "__main__":
    found = compare(Path(sys.argv[1]), Path(sys.argv[2]))
    print("\n".join(found) or "the same, record for record")
    sys.exit(bool(found))
