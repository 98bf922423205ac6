"""Requests to the tool, from files in folders and object stores: rows of ``source`` and ``line``.

Paths are those of Spark: local ones, hdfs://, s3a://, gs://, abfss://, with patterns, packed with gzip, bzip2 or zstd
as Hadoop unpacks them. What a path needs (keys, connectors) is a matter of the session.
"""

from collections.abc import Callable, Sequence

from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F

from . import warc as archive

FIELDS = ("id", "title", "headline", "author", "authors", "byline", "section", "category", "url", "link", "published",
          "date", "dct", "text", "body", "content", "maintext")
"""The columns of a Parquet table that the tool knows."""


def ndjson(spark: SparkSession, *paths: str) -> DataFrame:
    """Each line that is not blank, as it stands: the tool reads it as it reads NDJSON from a file."""
    lines = spark.read.text(list(paths), lineSep="\n")
    return lines.where(F.trim("value") != "").select(_source(), F.col("value").cast("binary").alias("line"))


def parquet(spark: SparkSession, *paths: str, fields: Sequence[str] = FIELDS) -> DataFrame:
    """Each row, as an object of those of its columns that are among ``fields``."""
    rows = spark.read.parquet(*paths)
    known = [name for name in rows.columns if name in fields]
    return rows.select(_source(), F.to_json(F.struct(*known)).cast("binary").alias("line"))


def warc(spark: SparkSession, *paths: str) -> DataFrame:
    """Each page of web archives, read record by record: an archive is never held as a whole. The lines are for
    ``stream --from warc``."""
    pieces = spark.read.text(list(paths), lineSep=archive.SEPARATOR)
    return pieces.select(_source(), F.col("value").cast("binary").alias("line"))


def _source() -> Column:
    return F.input_file_name().alias("source")


Reader = Callable[..., DataFrame]
READERS: dict[str, Reader] = {"ndjson": ndjson, "parquet": parquet, "warc": warc}
