"""Syndicated copies: articles that share most of their words."""

from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as F

from . import near

SHINGLE, ALIKE = 5, 0.5


def groups(articles: DataFrame, alike: float = ALIKE) -> DataFrame:
    """Articles that are copies, in groups: ``group``, ``id``, ``outlet``, ``url``, ``published``, ``title``, and
    whether it is the ``original``: the earliest of its group, by address if two are as early."""
    found = near.groups(near.pairs(articles.select("id", "text"), shingle=SHINGLE, alike=alike, tables=8))
    rows = articles.join(found, "id").select("group", "id", "outlet", "url", "published", "title")
    order = Window.partitionBy("group").orderBy(F.col("published").asc_nulls_last(), F.col("url").asc_nulls_last(), "id")
    return rows.withColumn("original", F.row_number().over(order) == 1)
