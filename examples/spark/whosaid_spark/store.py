"""The table of articles: Parquet, in a folder for each day, one row for each id.

Writing the same articles again replaces them, however often a run is repeated or started anew after it was killed.
One writer at a time.
"""

import uuid
from typing import Any, cast

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from py4j.protocol import Py4JJavaError

from .columns import UNKNOWN


def write(rows: DataFrame, path: str, *, slices: int = 1) -> None:
    """Puts rows of extract.extract into the table at ``path``. Those with the same id take the place of what was
    there, all others stay. A day gets ``slices`` files.

    The rows are computed once: into the table if there is none, else into a folder beside it, and if that fails, the
    table is as it was. Then the days concerned are replaced; if that is stopped half-way, the same run done again
    mends it.
    """
    spark = rows.sparkSession
    spark.conf.set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")  # which other programs read too
    new = _once(rows, slices)
    if not exists(spark, path):
        _put(new, path)
        return
    staged = f"{path.rstrip('/')}.{uuid.uuid4().hex}.tmp"
    try:
        _put(new, staged)
        _replace(_read(spark, staged), path, slices)
    finally:
        _delete(spark, staged)


def _put(rows: DataFrame, path: str) -> None:
    """Writes the rows in the place of those of the same days."""
    rows.write.mode("overwrite").option("partitionOverwriteMode", "dynamic").partitionBy("day").parquet(path)


def _replace(new: DataFrame, path: str, slices: int) -> None:
    """Puts new rows into a table that is there."""
    rows = _with_others(new, _read(new.sparkSession, path), slices)
    cured = UNKNOWN not in _days(rows)
    _put(rows, path)
    if cured:  # a day of which nothing is left is not replaced
        _delete(new.sparkSession, f"{path.rstrip('/')}/day={UNKNOWN}")


def articles(spark: SparkSession, path: str) -> DataFrame:
    """The articles of the table."""
    return _read(spark, path).where("error IS NULL").drop("error", "request", "request_id")


def dead_letters(spark: SparkSession, path: str) -> DataFrame:
    """The records that could not be read, with the reason, and the request to send once more."""
    return _read(spark, path).where("error IS NOT NULL").select("id", "day", "source", "error", "request")


def _once(rows: DataFrame, slices: int) -> DataFrame:
    """One row for each id, the rows of a day together in so many parts."""
    part = F.pmod(F.hash("id"), F.lit(slices))
    return (rows.withColumn("part", part).repartition("day", "part")
            .dropDuplicates(["day", "part", "id"]).drop("part"))


def _with_others(new: DataFrame, old: DataFrame, slices: int) -> DataFrame:
    """The new rows, and the old ones of the same days that they do not replace. A dead letter, whose day nobody knows,
    is replaced by whatever its request has become."""
    days = _days(new)
    replaced = new.select("id").union(new.select("request_id")).distinct()
    same = old.where(F.col("day").isin([*days, UNKNOWN]))
    others = same.join(replaced, "id", "left_anti").select(*new.columns)
    if others.isEmpty():
        return new
    return new.unionByName(others).repartition("day", F.pmod(F.hash("id"), F.lit(slices)))


def _days(rows: DataFrame) -> list[str]:
    return [row.day for row in rows.select("day").distinct().collect()]


def _read(spark: SparkSession, path: str) -> DataFrame:
    return spark.read.parquet(path).withColumn("day", F.col("day").cast("string"))


def _hadoop(spark: SparkSession, path: str) -> tuple[Any, Any]:
    """The file system of a path, and the path, as objects of Java."""
    where: Any = cast(Any, spark._jvm).org.apache.hadoop.fs.Path(path)
    return where.getFileSystem(spark._jsc.hadoopConfiguration()), where


def exists(spark: SparkSession, path: str) -> bool:
    """Whether there is a table at the path: a folder of a day. What a run leaves behind that was killed is none."""
    files, where = _hadoop(spark, f"{path.rstrip('/')}/day=*")
    return bool(files.globStatus(where))


def _delete(spark: SparkSession, path: str) -> None:
    try:
        files, where = _hadoop(spark, path)
        files.delete(where, True)
    except Py4JJavaError:
        pass  # the session is gone; what is left behind is named .tmp
