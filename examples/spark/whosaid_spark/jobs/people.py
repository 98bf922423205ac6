"""Who is who across articles: the tool's Merger, applied to each block of names that may mean the same."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import pyarrow as pa
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from ..answers import Answerer
from ..blocks import block, folded, is_short
from ..extract import ARROW_ROWS
from ..tool import Tool

KINDS = ("person", "organization")
_MERGED = pa.schema([("key", pa.string()), ("who", pa.string()), ("called", pa.string()), ("names", pa.list_(pa.string()))])


def people(articles: DataFrame, tool: Tool = Tool(), kinds: Sequence[str] = KINDS) -> DataFrame:
    """A row for each entity with a name: ``id`` of the article, ``entity``, ``kind``, ``name`` as the article has it,
    ``who`` it is across all articles, what that one is ``called``, and all its ``names``.

    ``who`` depends on the articles at hand: a surname alone is joined to the one full name that fits in all of them, an
    acronym to a full name only where an article gives both.
    """
    named = _named(articles, kinds)
    merged = _merged(named.select("key", "kind", "name", "aliases").distinct(), tool)
    return named.join(merged, "key").select("id", "entity", "kind", "name", "who", "called", "names")


def _named(articles: DataFrame, kinds: Sequence[str]) -> DataFrame:
    """The entities with a name, each with a ``key`` for its kind, name and aliases."""
    entity = articles.select("id", F.explode("entities").alias("e")).where(
        (F.col("e.name") != "") & F.col("e.kind").isin(list(kinds)))
    aliases: Column = F.array_sort(F.coalesce("e.aliases", F.array().cast("array<string>")))
    rows = entity.select("id", F.col("e.id").alias("entity"), "e.kind", "e.name", aliases.alias("aliases"))
    return rows.withColumn("key", F.sha2(F.to_json(F.struct("kind", "name", "aliases")), 256))


def _merged(names: DataFrame, tool: Tool) -> DataFrame:
    """Who each name is. Only different names go over the network, not how often each was read."""
    names.sparkSession.conf.set(ARROW_ROWS, "64")
    keyed = names.withColumn("block", F.udf(block, "string")("kind", "name", "aliases"))
    blocks = keyed.groupBy("block").agg(F.array_sort(F.collect_list(F.struct("kind", "name", "aliases", "key"))).alias("list"))
    return blocks.select(F.to_json(F.struct("block", "list")).cast("binary").alias("line")).mapInArrow(
        _task(tool), "key string, who string, called string, names array<string>")


def _task(tool: Tool) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    merging = replace(tool, arguments=("--merge",))

    def run(parts: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        with Answerer(merging.start) as answerer:
            for part in parts:
                lines = [v.as_py() for v in part.column("line")]
                answers = answerer.answers(request(line) for line in lines)
                found = [row for line, answer in zip(lines, answers, strict=True) for row in rows(line, answer)]
                yield pa.RecordBatch.from_pylist(found, schema=_MERGED)

    return run


def request(line: bytes) -> bytes:
    """What the tool is asked: each name of a block as a document."""
    documents = [
        {"doc": n["key"], "entities": [{"id": 1, "kind": n["kind"], "name": n["name"], "aliases": n["aliases"]}]}
        for n in json.loads(line)["list"]
    ]
    return json.dumps({"documents": documents}).encode()


def rows(line: bytes, answer: bytes) -> list[dict[str, Any]]:
    """Who each name of a block is. If the tool could not tell, each name is one of its own."""
    asked, said = json.loads(line), json.loads(answer)
    names = {n["key"]: n for n in asked["list"]}
    found = []
    for who in said.get("merged", [{**n, "refs": [{"doc": n["key"]}]} for n in asked["list"]]):
        members = [names[ref["doc"]] for ref in who["refs"]]
        known = _forms(members)
        for n in members:
            alone = len(members) > 1 and _guessed(n, known)
            whole = n if alone else who
            found.append(_row(n["key"], asked["block"], whole["name"], whole["aliases"]))
    return found


def _forms(members: Sequence[dict[str, Any]]) -> set[str]:
    """What an article calls those for short whose full name it gives too."""
    return {folded(a) for n in members if not is_short(n["kind"], n["name"]) for a in n["aliases"]}


def _guessed(n: dict[str, Any], known: set[str]) -> bool:
    """Whether a name is an acronym that fits a full name by its letters alone: over many articles that is often chance."""
    return n["kind"] != "person" and is_short(n["kind"], n["name"]) and folded(n["name"]) not in known


def _row(key: str, block_: str, called: str, aliases: Sequence[str]) -> dict[str, Any]:
    return {"key": key, "who": f"{block_}: {called}", "called": called, "names": sorted({called, *aliases})}
