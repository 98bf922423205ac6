"""Texts that are nearly the same, by Spark's MinHashLSH, and the groups that they make."""

from pyspark.ml.feature import HashingTF, MinHashLSH, NGram
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from ..words import plain

SEED = 17


def pairs(texts: DataFrame, *, shingle: int, alike: float, tables: int = 6) -> DataFrame:
    """Pairs ``a`` < ``b`` of ids whose ``text`` shares at least ``alike`` of its runs of ``shingle`` words (Jaccard),
    and how ``alike`` they are. A text of fewer words has no pair. A pair that is just alike enough may be missed, the
    more tables the less often: 1 - (1 - alike) ** tables is the chance that it is seen.
    """
    split = texts.select("id", F.split(plain(F.col("text")), " ").alias("words")).where(F.size("words") >= shingle)
    runs = NGram(n=shingle, inputCol="words", outputCol="runs").transform(split)
    hashed = HashingTF(inputCol="runs", outputCol="features", binary=True, numFeatures=1 << 20).transform(runs)
    hashed = hashed.select("id", "features")
    model = MinHashLSH(inputCol="features", outputCol="hashes", numHashTables=tables, seed=SEED).fit(hashed)
    joined = model.approxSimilarityJoin(hashed, hashed, 1 - alike + 1e-9, distCol="distance")
    found = joined.select(F.col("datasetA.id").alias("a"), F.col("datasetB.id").alias("b"),
                          (1 - F.col("distance")).alias("alike"))
    return found.where("a < b").distinct()


def groups(edges: DataFrame, rounds: int = 20) -> DataFrame:
    """The ``id`` of all that are in a pair, and their ``group``: the least id that can be reached from pair to pair in
    ``rounds`` steps."""
    both = edges.select("a", "b").union(edges.select("b", "a")).localCheckpoint()
    labels = both.select(F.col("a").alias("id"), F.col("a").alias("group")).distinct()
    for _ in range(rounds):
        heard = both.join(labels, both.b == labels.id).select(F.col("a").alias("id"), "group")
        better = labels.union(heard).groupBy("id").agg(F.min("group").alias("group")).localCheckpoint()
        changed = better.join(labels.withColumnRenamed("group", "before"), "id").where("group != before")
        done = changed.isEmpty()
        labels = better
        if done:
            break
    return labels
