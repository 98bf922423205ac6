"""The small parts: records of archives, blocks of names, invented articles, the comparison."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from trial.compare import _plain, compare
from trial.invent import articles, stories
from whosaid_spark import warc
from whosaid_spark.blocks import block, is_short
from whosaid_spark.columns import Request, batch
from whosaid_spark.jobs.people import request, rows


def archive(kind: str = "response", status: str = "200 OK", content: str = "text/html") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {content}\r\n\r\n<p>“No,” said Ann Lee.</p>\r\n".encode()
    return f"WARC/1.0\r\nWARC-Type: {kind}\r\nContent-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"


def test_records_of_an_archive() -> None:
    whole = archive("warcinfo") + archive() + archive()
    first, *others = whole.split(warc.SEPARATOR.encode())
    records = [warc.record(piece) for piece in (first, *others)]
    assert records[:2] == [archive("warcinfo"), archive()]
    assert records[2].startswith(archive())
    assert [warc.is_page(r) for r in records] == [False, True, True]


@pytest.mark.parametrize(("whole", "page"), [
    (archive(status="404 Gone"), False), (archive(content="image/png"), False), (archive("request"), False),
    (archive().replace(b"Content-Type: text/html\r\n", b""), True), (b"WARC/1.0\r\n\r\n", True),
    (b"WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP", True)])
def test_what_cannot_be_told_is_left_to_the_tool(whole: bytes, page: bool) -> None:
    assert warc.is_page(whole) is page


@pytest.mark.parametrize(("kind", "one", "other"), [
    ("person", "Ann Lee", "Lee"), ("person", "Zoë Müller Jr.", "Muller"), ("person", "Ann B. O’Hara", "O'Hara"),
    ("organization", "Global Mill Fund", "GMF"), ("organization", "the Bank of the North", "B.N."), ("place", "United States", "U.S.")])
def test_names_that_may_mean_the_same_share_a_block(kind: str, one: str, other: str) -> None:
    assert block(kind, one) == block(kind, other)


def test_blocks_are_apart() -> None:
    assert block("person", "Orbit") != block("organization", "Orbit")
    assert block("person", "Ann Lee") != block("person", "Ann Day")
    assert block("organization", "Global Mill Fund", ["Mill", "GLOFU"]) == block("organization", "GLOFU")
    assert block("person", "…") == "person "


@pytest.mark.parametrize(("kind", "name", "short"), [
    ("person", "Lee", True), ("person", "Ann Lee", False), ("organization", "GMF", True), ("organization", "Orbit", False)])
def test_short_names(kind: str, name: str, short: bool) -> None:
    assert is_short(kind, name) is short


def test_what_the_merger_is_asked_and_says() -> None:
    line = json.dumps({"block": "person lee", "list": [
        {"kind": "person", "name": "Ann Lee", "aliases": ["Lee"], "key": "k1"},
        {"kind": "person", "name": "Lee", "aliases": [], "key": "k2"}]}).encode()
    asked = json.loads(request(line))["documents"]
    assert asked[1] == {"doc": "k2", "entities": [{"id": 1, "kind": "person", "name": "Lee", "aliases": []}]}
    said = json.dumps({"merged": [{"kind": "person", "name": "Ann Lee", "aliases": ["Lee"], "refs": [{"doc": "k1", "entity": 1}, {"doc": "k2", "entity": 1}]}]})
    assert [(r["key"], r["who"], r["names"]) for r in rows(line, said.encode())] == [
        ("k1", "person lee: Ann Lee", ["Ann Lee", "Lee"]), ("k2", "person lee: Ann Lee", ["Ann Lee", "Lee"])]
    assert [r["called"] for r in rows(line, b'{"error": "no"}')] == ["Ann Lee", "Lee"]


def test_invented_articles() -> None:
    made = list(articles(300))
    assert made == list(articles(300))
    assert len({a["text"] for a in made}) > 280
    assert len({a["url"] for a in made}) == 300
    assert not any("{" in a["text"] for a in made)
    assert all(len(s.paragraphs) >= 9 for s in stories())


def said(word: str) -> bytes:
    document = {"text": word, "entities": [{"id": 1, "kind": "person", "name": word, "mentions": []}], "mentions": [], "quotes": [],
                "dates": [{"start": 0, "end": 1, "from": "2026-03-03T00:00:00Z"}], "claims": []}
    return json.dumps({"id": word, "url": f"http://x.example/{word}", "published": "2026-03-04T00:00:00Z", "document": document}).encode()


def test_compare(tmp_path: Path) -> None:
    plain, table = tmp_path / "plain.ndjson", tmp_path / "table"
    plain.write_bytes(b"\n".join([said("a"), said("b")]) + b"\n")

    def faults(*answers: bytes) -> list[str]:
        read = batch([Request("f", b"%d" % i) for i in range(len(answers))], answers)
        folder = table / "day=2026-03-04"
        folder.mkdir(parents=True, exist_ok=True)
        pq.write_table(pa.Table.from_batches([read]).drop_columns("day"), folder / "part.parquet")
        return [f.partition(": ")[2] or f for f in compare(plain, table)]

    assert faults(said("a"), said("b"), b'{"error": "no"}') == []
    assert faults(said("a")) == ["missing"]
    assert faults(said("a"), said("b"), said("c")) == ["should not be there"]
    assert faults(said("a"), said("a"), said("b")) == ["some are there twice"]
    assert faults(said("a"), said("b").replace(b'"end": 1', b'"end": 2')) == ["differs"]


def test_what_is_the_same_in_both_forms() -> None:
    assert _plain({"from": "2026-03-03T08:00:00+08:00", "n": 12.0, "x": None, "l": [{"y": None}]}) == \
        _plain({"from": datetime(2026, 3, 3, tzinfo=UTC), "n": 12, "l": [{}]})
