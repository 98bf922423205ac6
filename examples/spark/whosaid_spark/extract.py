"""The articles that requests stand for, read by one process of the tool for each task."""

import base64
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain

import pyarrow as pa
from pyspark.sql import DataFrame

from . import warc
from .answers import Answerer
from .columns import Request, batches
from .schema import ARTICLE, table
from .tool import Tool

ARROW_ROWS = "spark.sql.execution.arrow.maxRecordsPerBatch"
ROWS = "64"  # a batch of requests is held as a whole, and one of web pages is large


def extract(requests: DataFrame, tool: Tool = Tool(), *, form: str = "ndjson", tasks: int | None = None) -> DataFrame:
    """A row for each request, with the columns of schema.ARTICLE; of web archives for each page.

    ``form`` is what the requests are: ndjson (as of Parquet too) or warc. With ``tasks`` the requests are first dealt
    out to so many tasks; some 2,000 articles a task is a good number. Without, a task reads what it finds in its part
    of the files.
    """
    requests.sparkSession.conf.set(ARROW_ROWS, ROWS)
    if tasks:
        requests = requests.repartition(tasks)
    return requests.mapInArrow(_task(tool, form), table(ARTICLE))


def _task(tool: Tool, form: str) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def run(parts: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return rows(parts, tool, form)

    return run


def rows(parts: Iterable[pa.RecordBatch], tool: Tool, form: str) -> Iterator[pa.RecordBatch]:
    """What one task does: all its batches go through one process."""
    found = _requests(parts)
    if form == "warc":
        found = _pages(found)
        tool = replace(tool, arguments=("--from", "warc", *tool.arguments))
    first = next(found, None)
    if first is None:  # nothing to do, and no process to start
        return
    with Answerer(tool.start) as answerer:
        yield from batches(_pairs(chain([first], found), answerer))


def _requests(parts: Iterable[pa.RecordBatch]) -> Iterator[Request]:
    for part in parts:
        for source, line in zip(part.column("source"), part.column("line"), strict=True):
            yield Request(source.as_py(), line.as_py())


def _pages(records: Iterator[Request]) -> Iterator[Request]:
    for request in records:
        whole = warc.record(request.line)
        if warc.is_page(whole):
            yield Request(request.source, base64.b64encode(whole))


def _pairs(requests: Iterator[Request], answerer: Answerer) -> Iterator[tuple[Request, bytes]]:
    """Each request with its answer."""
    asked: deque[Request] = deque()

    def lines() -> Iterator[bytes]:
        for request in requests:
            asked.append(request)
            yield request.line

    for answer in answerer.answers(lines()):
        yield asked.popleft(), answer
