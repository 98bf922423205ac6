"""Who gets quoted."""

from pyspark.sql import DataFrame
from pyspark.sql import functions as F


def quoted(articles: DataFrame, who: DataFrame) -> DataFrame:
    """Those who are quoted, the most quoted first: ``who`` and ``called`` as in people.people, which gives ``who``;
    how many ``quotes``, of them ``direct``; in how many ``articles`` and ``outlets``; the ``first`` and ``last`` day.

    A quote of two counts for both.
    """
    spoken = articles.select("id", "day", "outlet", F.explode("quotes").alias("q")).select(
        "id", "day", "outlet", F.col("q.form").alias("form"),
        F.explode(F.array_compact(F.concat(F.array("q.speaker"), F.coalesce("q.others", F.array().cast("array<int>"))))
                  ).alias("entity"),
    )
    said = spoken.join(who.select("id", "entity", "who", "called"), ["id", "entity"])
    known = F.when(F.col("day") != "unknown", F.col("day"))
    return said.groupBy("who", "called").agg(
        F.count("*").alias("quotes"), F.count_if(F.col("form") == "direct").alias("direct"),
        F.countDistinct("id").alias("articles"), F.countDistinct("outlet").alias("outlets"),
        F.min(known).alias("first"), F.max(known).alias("last"),
    ).orderBy(F.desc("quotes"), "who")
