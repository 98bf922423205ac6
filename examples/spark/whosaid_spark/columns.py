"""Answers of the tool as columns."""

import hashlib
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.json

from .schema import ABOUT, ANSWER, ARTICLE, LAYERS, MOMENT

UNKNOWN = "unknown"  # the day of an article that has none
_NANOSECONDS = re.compile(rb'("(?:from|to)":"[-0-9T:]{19}\.\d{6})\d+')


@dataclass(frozen=True)
class Request:
    """A record on its way: the file that it is from, and the line that the tool is sent."""

    source: str
    line: bytes


def article_id(url: str | None, published: str | None, text: str | None) -> str:
    """The id of an article: 32 digits of a hash of its address, date and text, so that the same article has the
    same id on every run, wherever it is read from."""
    return _digest(f"{url or ''}\n{published or ''}\n{text or ''}".encode())


def request_id(request: bytes) -> str:
    """The id of a record that could not be read, of which only its bytes are known."""
    return _digest(b"\n\n" + request)


def _digest(b: bytes) -> str:
    return hashlib.sha256(b).hexdigest()[:32]


def outlet(url: str | None) -> str | None:
    """The host of an address without "www.", as in the tool's tables."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def day(published: str | None) -> str:
    """The day that a row is filed under."""
    return published[:10] if published else UNKNOWN


def batch(requests: Sequence[Request], answers: Sequence[bytes]) -> pa.RecordBatch:
    """The rows for some requests and the answers to them."""
    read = _parse(b"\n".join(answers) + b"\n")
    columns = {name: read.column(name) for name in (*ABOUT, "published", "error")}
    document = read.column("document")
    text = document.field("text")
    for name in LAYERS:
        columns[name] = document.field(name)
    published = columns["published"].to_pylist()
    urls = columns["url"].to_pylist()
    errors = columns["error"].to_pylist()
    columns["name"] = columns["id"]
    columns["request_id"] = pa.array([request_id(r.line) for r in requests])
    columns["id"] = pa.array([
        article_id(url, when, words.as_py()) if error is None else request_id(r.line)
        for r, error, url, when, words in zip(requests, errors, urls, published, text, strict=True)
    ])
    columns["text"] = text
    columns["day"] = pa.array([day(p) for p in published])
    columns["outlet"] = pa.array([outlet(u) for u in urls], pa.string())
    columns["source"] = pa.array([r.source for r in requests], pa.string())
    columns["published"] = pc.replace_substring_regex(columns["published"], r"(\.\d{6})\d+", r"\1").cast(MOMENT)
    columns["request"] = pa.array(
        [r.line if e is not None else None for r, e in zip(requests, errors, strict=True)], pa.binary())
    return pa.RecordBatch.from_arrays([columns[f.name] for f in ARTICLE], schema=ARTICLE)


def _parse(lines: bytes) -> pa.RecordBatch:
    try:
        return _read(lines)
    except pa.ArrowInvalid:  # moments finer than Spark has them
        return _read(_NANOSECONDS.sub(rb"\1", lines))


def _read(lines: bytes) -> pa.RecordBatch:
    table = pyarrow.json.read_json(
        io.BytesIO(lines),
        read_options=pyarrow.json.ReadOptions(use_threads=False, block_size=len(lines) + 1),
        parse_options=pyarrow.json.ParseOptions(explicit_schema=ANSWER, unexpected_field_behavior="ignore"),
    )
    return table.combine_chunks().to_batches()[0]


BATCH, BATCH_BYTES = 128, 8 << 20  # rows of a batch, and bytes of their answers


def batches(pairs: Iterator[tuple[Request, bytes]]) -> Iterator[pa.RecordBatch]:
    """The rows for requests and their answers, in batches of bounded size."""
    requests: list[Request] = []
    answers: list[bytes] = []
    size = 0
    for request, answer in pairs:
        requests.append(request)
        answers.append(answer)
        size += len(answer)
        if len(answers) >= BATCH or size >= BATCH_BYTES:
            yield batch(requests, answers)
            requests, answers, size = [], [], 0
    if answers:
        yield batch(requests, answers)
