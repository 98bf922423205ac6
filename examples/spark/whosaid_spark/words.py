"""Words of an article by their offsets, in SQL."""

from pyspark.sql import Column
from pyspark.sql import functions as F


def words(spans: str, text: str = "text") -> Column:
    """The pieces of ``text`` that ``spans``, an array of {start, end} in bytes, stands for, joined by " … "."""
    piece = f"decode(substring(CAST({text} AS BINARY), s.start + 1, s.end - s.start), 'UTF-8')"
    return F.expr(f"array_join(transform({spans}, s -> {piece}), ' … ')")


def plain(column: Column) -> Column:
    """Words as they are compared: letters and digits in lower case, single spaces between."""
    return F.trim(F.regexp_replace(F.lower(column), r"[^\p{L}\p{N}]+", " "))
