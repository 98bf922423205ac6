"""Which outlet carried a claim first."""

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from ..words import plain, words
from . import near

FEWEST = 6  # words of a claim that is followed
SHINGLE, ALIKE = 2, 0.6


def first(articles: DataFrame, alike: float = ALIKE) -> DataFrame:
    """Claims that at least two outlets carried, in nearly the same words: the ``claim`` as it was first read, who had it
    ``first`` (several where the moments are the same: a day without an hour tells no more), ``since`` when, how many
    ``outlets``, and all ``carried`` as {published, outlet, id, claim} in order of time. Articles without a date or an
    outlet are left out.
    """
    carried = _carried(articles)
    texts = carried.select(F.col("key").alias("id"), F.col("key").alias("text")).distinct()
    group = near.groups(near.pairs(texts, shingle=SHINGLE, alike=alike)).withColumnRenamed("id", "key")
    rows = carried.join(group, "key", "left").withColumn("group", F.coalesce("group", "key"))
    listed = rows.groupBy("group").agg(
        F.array_sort(F.collect_set(F.struct("published", "outlet", "id", "claim"))).alias("carried"),
        F.countDistinct("outlet").alias("outlets"),
    )
    since = F.col("carried")[0]["published"]
    earliest = F.expr("array_distinct(transform(filter(carried, c -> c.published = carried[0].published), c -> c.outlet))")
    return listed.where("outlets > 1").select(
        F.col("carried")[0]["claim"].alias("claim"), earliest.alias("first"), since.alias("since"), "outlets", "carried")


def _carried(articles: DataFrame) -> DataFrame:
    """The claims of articles with a date and an outlet, each with the ``key`` by which it is compared."""
    known = articles.where("published IS NOT NULL AND outlet IS NOT NULL")
    claims = known.select("id", "outlet", "published", "text", F.explode("claims").alias("c"))
    rows = claims.select("id", "outlet", "published", words("c.spans").alias("claim")).withColumn("key", plain(F.col("claim")))
    return rows.where(F.size(F.split("key", " ")) >= FEWEST)
