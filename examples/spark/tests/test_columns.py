"""Answers as columns, and the columns against the JSON Schema of a Document."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from whosaid_spark.columns import BATCH, Request, article_id, batch, batches, day, outlet, request_id
from whosaid_spark.schema import ARTICLE, LAYERS, ddl, table

DOCUMENT = json.loads((Path(__file__).parents[3] / "docs/document.schema.json").read_text("utf-8"))["$defs"]


def shape(schema: dict[str, Any]) -> Any:
    """The names and simple types that the JSON Schema gives."""
    if "$ref" in schema:
        return shape(DOCUMENT[schema["$ref"].rpartition("/")[2]])
    if schema.get("type") == "array":
        return [shape(schema["items"])]
    if schema.get("type") == "object":
        return {name: shape(inner) for name, inner in schema["properties"].items()}
    return schema.get("format") or schema["type"]


SIMPLE = {"int32": "integer", "string": "string", "bool": "boolean", "double": "number", "timestamp[us, tz=UTC]": "date-time"}


def shape_of(kind: pa.DataType) -> Any:
    """The same of a column."""
    if pa.types.is_list(kind):
        return [shape_of(kind.value_type)]
    if pa.types.is_struct(kind):
        return {f.name: shape_of(f.type) for f in kind}
    return SIMPLE[str(kind)]


@pytest.mark.parametrize("layer", LAYERS)
def test_columns_are_those_of_the_document(layer: str) -> None:
    assert shape_of(LAYERS[layer]) == shape(DOCUMENT["Document"]["properties"][layer])


def test_ddl() -> None:
    assert ddl(pa.list_(pa.struct([("from", pa.timestamp("us", "UTC")), ("n", pa.int32())]))) == "array<struct<`from`:timestamp,`n`:int>>"
    assert table(ARTICLE).startswith("`id` string, `day` string")


def answer(**more: Any) -> bytes:
    document = {"text": "“Nö,” said Ann Lee.", "tokens": [{"tag": "X"}], **{layer: [] for layer in LAYERS}}
    document["quotes"] = [{"start": 0, "end": 11, "id": 1, "cue": {"start": 12, "end": 16}, "score": 1, "others": [2]}]
    document["dates"] = [{"start": 0, "end": 1, "from": "2026-03-03T00:00:00+08:00", "resolved": True}]
    return json.dumps({"id": "a", "file": "-", "url": "https://www.x.example/a", "published": "2026-03-04T00:00:00Z",
                       "document": document, **more}).encode()


def test_batch() -> None:
    rows = batch([Request("f", b"1"), Request("g", b"2")], [answer(), b'{"error": "no \\"text\\""}']).to_pylist()
    read, failed = rows
    assert read["id"] == article_id("https://www.x.example/a", "2026-03-04T00:00:00Z", "“Nö,” said Ann Lee.")
    assert (read["name"], read["source"], read["outlet"], read["day"]) == ("a", "f", "x.example", "2026-03-04")
    assert read["published"] == datetime(2026, 3, 4, tzinfo=UTC)
    assert read["dates"][0]["from"] == datetime(2026, 3, 2, 16, tzinfo=UTC)
    assert read["quotes"][0]["cue"] == {"start": 12, "end": 16} and read["quotes"][0]["source"] is None
    assert read["entities"] == [] and read["error"] is None and read["request"] is None
    assert failed["id"] == failed["request_id"] == request_id(b"2")
    assert (failed["error"], failed["request"], failed["day"], failed["text"]) == ('no "text"', b"2", "unknown", None)


def test_moments_finer_than_spark_has_them() -> None:
    row = batch([Request("f", b"1")], [answer(published="2026-03-04T10:00:00.123456789Z")]).to_pylist()[0]
    assert row["published"] == datetime(2026, 3, 4, 10, 0, 0, 123456, tzinfo=UTC)


def test_batches_are_bounded() -> None:
    pairs = ((Request("f", b"%d" % i), answer()) for i in range(2 * BATCH + 1))
    assert [b.num_rows for b in batches(pairs)] == [BATCH, BATCH, 1]
    assert list(batches(iter(()))) == []


def test_ids_differ_where_articles_do() -> None:
    ids = {article_id(u, p, t) for u in (None, "a", "b") for p in (None, "2026") for t in (None, "a", "x")}
    assert len(ids) == 18 and all(len(i) == 32 for i in ids)


@pytest.mark.parametrize(("url", "host"), [
    ("https://www.x.example/a", "x.example"), ("http://X.example:80", "x.example"), ("urn:a", None), (None, None), ("http://[", None)])
def test_outlet(url: str | None, host: str | None) -> None:
    assert outlet(url) == host


def test_day() -> None:
    assert (day(None), day(""), day("2026-03-04T00:00:00Z")) == ("unknown", "unknown", "2026-03-04")
