"""The command line: reads articles into a table, and asks the table.

    spark-submit --files whosaid --py-files whosaid_spark.zip job.py extract --from warc --to said crawl/*.warc.gz
    spark-submit --py-files whosaid_spark.zip job.py quoted --table said --to quoted
"""

import argparse
from collections.abc import Callable, Sequence

from pyspark.sql import DataFrame, SparkSession

from . import readers, store
from .extract import extract
from .jobs import copies, first, people, quoted
from .tool import Tool

Job = Callable[[DataFrame, Tool], DataFrame]
JOBS: dict[str, tuple[str, Job]] = {
    "quoted": ("who gets quoted, by whom and how often", lambda a, tool: quoted.quoted(a, people.people(a, tool))),
    "people": ("who is who across the articles", lambda a, tool: people.people(a, tool)),
    "copies": ("articles that are copies of each other, with the first of them", lambda a, _: copies.groups(a)),
    "first": ("claims that several outlets carried, and who had them first", lambda a, _: first.first(a)),
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command in the session that spark-submit gives, or in one of its own."""
    asked = _parser().parse_args(arguments)
    spark = SparkSession.builder.appName("whosaid").getOrCreate()
    if asked.command == "extract":
        _extract(spark, asked)
    else:
        answer = JOBS[asked.command][1](store.articles(spark, asked.table), Tool(asked.tool))
        answer.write.mode("overwrite").parquet(asked.to)


def _extract(spark: SparkSession, asked: argparse.Namespace) -> None:
    requests = readers.READERS[asked.form](spark, *asked.paths)
    tool = Tool(asked.tool, tuple(asked.flag), asked.memory << 20)
    form = "warc" if asked.form == "warc" else "ndjson"
    store.write(extract(requests, tool, form=form, tasks=asked.tasks), asked.to, slices=asked.slices)
    dead = store.dead_letters(spark, asked.to)
    print(f"{store.articles(spark, asked.to).count()} articles, {dead.count()} dead letters in {asked.to}")
    dead.groupBy("error").count().orderBy("count", ascending=False).show(10, truncate=120)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="whosaid-spark", description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    reading = commands.add_parser("extract", help="read articles into a table")
    reading.add_argument("paths", nargs="+")
    reading.add_argument("--from", dest="form", choices=sorted(readers.READERS), default="ndjson")
    reading.add_argument("--tasks", type=int, help="deal the records out to so many tasks")
    reading.add_argument("--slices", type=int, default=1, help="files of a day")
    reading.add_argument("--memory", type=int, default=Tool.memory >> 20, help="MB that the tool may take in a task")
    reading.add_argument("--flag", action="append", default=[], help="a flag of whosaid stream, as --flag=--only=quotes")
    for name, (about, _) in JOBS.items():
        commands.add_parser(name, help=about).add_argument("--table", required=True)
    for command in commands.choices.values():
        command.add_argument("--to", required=True, help="where to write")
        command.add_argument("--tool", help="where the binary is, if not shipped with --files or on the path")
    return parser


if __name__ == "__main__":
    main()
