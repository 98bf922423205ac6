"""Reading, the table and the jobs, on a Spark of this process. Needs Java and the tool."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyspark.sql import DataFrame, SparkSession

from whosaid_spark import readers, store
from whosaid_spark.extract import extract
from whosaid_spark.jobs import copies, first, people, quoted
from whosaid_spark.tool import Tool

pytestmark = [pytest.mark.spark, pytest.mark.skipif("WHOSAID" not in os.environ, reason="$WHOSAID does not name the binary")]

LONG = " ".join(f"Officials of district {i} said on Tuesday that the road by mill {i} would stay open." for i in range(12))
ARTICLES = [
    ("2026-03-04", "https://www.a.example/1", "“We will stay,” said Ann Lee, the mayor of Oslo. Lee said the mill had 200 workers. Bo Day was silent."),
    ("2026-03-05", "https://b.example/2", "Ann Lee told reporters that the mill had 200 workers in 2025. The mayor of Oslo said: “We will stay.”"),
    ("2026-03-05", "https://c.example/3", "“No comment,” said Lee on Thursday. The Global Mill Fund (GMF) paid."),
    ("2026-03-06", "https://a.example/4", LONG),
    ("2026-03-05", "https://d.example/5", LONG + " It rained."),
    ("", "https://d.example/6", "Nobody spoke."),
]


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
               .config("spark.sql.shuffle.partitions", "2").config("spark.driver.memory", "1g").getOrCreate())
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def write(path: Path, rows: list[tuple[str, str, str]], more: str = "") -> str:
    lines = [json.dumps({"published": p, "url": u, "text": t}, ensure_ascii=False) for p, u, t in rows]
    path.write_text("\n\n".join(lines) + "\n" + more, "utf-8")
    return str(path)


def ids(rows: DataFrame) -> set[str]:
    return {row.url for row in rows.select("url").collect()}


@pytest.fixture(scope="module")
def table(spark: SparkSession, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("table")
    requests = readers.ndjson(spark, write(folder / "a.ndjson", ARTICLES + ARTICLES[:1], "{\n"))
    store.write(extract(requests, Tool(), tasks=2), str(folder / "said"))
    return str(folder / "said")


def test_the_table(spark: SparkSession, table: str) -> None:
    rows = store.articles(spark, table)
    assert rows.count() == len(ARTICLES)
    assert sorted(p.name for p in Path(table).glob("day=*")) == ["day=2026-03-04", "day=2026-03-05", "day=2026-03-06", "day=unknown"]
    one = rows.where("day = '2026-03-04'").collect()[0]
    assert one.outlet == "a.example" and one.text.encode()[one.quotes[0].cue.start:one.quotes[0].cue.end] == b"said"
    letters: list[Any] = store.dead_letters(spark, table).collect()
    assert [(bytes(d.request), d.error.partition(":")[0]) for d in letters] == [(b"{", "not a JSON object")]


def test_writing_again_replaces(spark: SparkSession, tmp_path: Path) -> None:
    path = str(tmp_path / "said")

    def run(rows: list[tuple[str, str, str]], more: str = "") -> None:
        store.write(extract(readers.ndjson(spark, write(tmp_path / "in.ndjson", rows, more)), Tool()), path)

    run(ARTICLES[:1], "{\n")
    run(ARTICLES[:1], "{\n")
    assert ids(store.articles(spark, path)) == {ARTICLES[0][1]} and store.articles(spark, path).count() == 1
    run(ARTICLES[1:2] + ARTICLES[:1])
    run([(*ARTICLES[1][:1], "https://e.example/7", "Rain."), ARTICLES[5]])
    assert ids(store.articles(spark, path)) == {ARTICLES[0][1], ARTICLES[1][1], "https://e.example/7", ARTICLES[5][1]}
    assert store.articles(spark, path).count() == 4
    assert store.dead_letters(spark, path).count() == 1
    assert not list(tmp_path.glob("*.tmp"))


def test_parquet_and_web_archives(spark: SparkSession, tmp_path: Path) -> None:
    spark.createDataFrame(ARTICLES[:3], "published string, url string, text string").write.parquet(str(tmp_path / "p"))
    assert ids(extract(readers.parquet(spark, str(tmp_path / "p")), Tool())) == {u for _, u, _ in ARTICLES[:3]}
    records = b"".join(_record(kind, url) for kind, url in [
        ("warcinfo", ""), ("response", "https://x.example/1"), ("request", "https://x.example/1"), ("response", "https://x.example/2")])
    (tmp_path / "a.warc").write_bytes(records)
    pages = extract(readers.warc(spark, str(tmp_path / "a.warc")), Tool(), form="warc").collect()
    assert sorted((p.url, p.error, len(p.quotes)) for p in pages) == [("https://x.example/1", None, 1), ("https://x.example/2", None, 1)]


def _record(kind: str, url: str) -> bytes:
    page = "<html><body><article><p>“We stay,” said Zoë Lee.</p></article></body></html>"
    block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}".encode()
    return (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-03-04T10:00:00Z\r\n"
            f"Content-Length: {len(block)}\r\n\r\n").encode() + block + b"\r\n\r\n"


def test_jobs(spark: SparkSession, table: str) -> None:
    rows = store.articles(spark, table).cache()
    who = people.people(rows, Tool())
    assert {r.called for r in who.where("name = 'Lee'").collect()} == {"Ann Lee"}
    most = quoted.quoted(rows, who).collect()[0]
    assert (most.called, most.articles, most.outlets, most["first"], most["last"]) == ("Ann Lee", 3, 3, "2026-03-04", "2026-03-05")
    assert [(r.outlet, r.original) for r in copies.groups(rows).orderBy("outlet").collect()] == [("a.example", False), ("d.example", True)]
    claims = {r.claim: (r["first"], r.outlets) for r in first.first(rows).collect()}
    assert all(f == ["d.example"] for c, (f, _) in claims.items() if "district" in c or "road" in c)
    assert any(n == 2 for _, n in claims.values())
