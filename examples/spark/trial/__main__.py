"""Proof on one machine: the same articles by the tool alone and by Spark, with and without an executor that dies.

    python -m trial --tool ./whosaid --articles 10000 [--raw FILE.ndjson] [--most-overhead 40]

Prints what it measured, and ends with status 1 if anything is not as promised.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from pyspark.sql import SparkSession

from whosaid_spark import readers, store
from whosaid_spark.extract import extract
from whosaid_spark.tool import Tool

from . import watch
from .compare import compare
from .invent import articles

HUGE = 30 << 20  # bytes of a text that no task has the memory for
DEAD = ("not a JSON object", "the tool ended", "no field holds the text")  # what is said of the three bad records


class Trial:
    """The runs over one set of articles, and what they found."""

    def __init__(self, asked: argparse.Namespace, folder: Path) -> None:
        self.asked, self.folder = asked, folder
        self.input, self.plain = folder / "articles.ndjson", folder / "plain.ndjson"
        self.faults: list[str] = []
        self.good = 0

    def fault(self, what: str, faults: list[str]) -> None:
        """Notes what is wrong."""
        print(f"{what}: {'as promised' if not faults else 'NOT AS PROMISED'}", *faults, sep="\n  ", flush=True)
        self.faults += faults

    def prepare(self) -> None:
        """Writes the articles, and among them three records that cannot be read."""
        with self.input.open("w", encoding="utf-8") as file:
            for number, article in enumerate(articles(self.asked.articles)):
                file.write(json.dumps(article, ensure_ascii=False) + "\n")
                if number == self.asked.articles // 2:
                    file.write('{"text": "broken\n{"id": "none"}\n')
                    file.write(json.dumps({"id": "huge", "text": "“No,” said Ann Lee. " * (HUGE // 22)}) + "\n")
            if self.asked.raw:
                file.write(Path(self.asked.raw).read_text("utf-8"))

    def alone(self) -> float:
        """The tool by itself, on two processors; seconds."""
        start = time.monotonic()
        command = [self.asked.tool, "extract", "-q", "-w", "2", "--from", "ndjson", "--to", "ndjson", "-o", str(self.plain),
                   "--force", str(self.input)]
        status = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
        took = time.monotonic() - start
        assert status.returncode == 1 and status.stderr.count("\n") == len(DEAD), status.stderr
        with self.plain.open("rb") as lines:
            self.good = sum(1 for _ in lines)
        return took

    def spark(self, session: SparkSession, table: Path, tasks: int) -> float:
        """The same by Spark, into a table; seconds."""
        start = time.monotonic()
        rows = extract(readers.ndjson(session, str(self.input)), Tool(), tasks=tasks)
        store.write(rows, str(table))
        return time.monotonic() - start

    def check(self, session: SparkSession, table: Path, what: str) -> None:
        """Compares a table with what the tool wrote alone, and its dead letters with what was wrong."""
        self.fault(f"{what}: equal to the tool's own output, record for record", compare(self.plain, table))
        reasons = [row.error for row in store.dead_letters(session, str(table)).select("error").collect()]
        wrong = [r for r in reasons if not any(known in r for known in DEAD)]
        self.fault(f"{what}: {len(reasons)} dead letters, each with its reason", wrong or
                   ([] if len(reasons) == len(DEAD) else [f"not {len(DEAD)}: {reasons}"]))


def session(tool: str, folder: Path) -> SparkSession:
    """Two executors, each a process of its own with one processor, that are sent the binary
    and the package."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    package = shutil.make_archive(str(folder / "whosaid_spark"), "zip", Path(__file__).parent.parent, "whosaid_spark")
    built = (SparkSession.builder.master("local-cluster[2,1,1024]").appName("trial")
             .config("spark.files", tool)
             .config("spark.ui.showConsoleProgress", "false").config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "8")
             .config("spark.driver.memory", "1g").getOrCreate())
    built.sparkContext.setLogLevel("ERROR")
    built.sparkContext.addPyFile(package)
    return built


def _killer(spark: SparkSession, killed: list[int]) -> threading.Thread:
    """Kills one executor as soon as some tasks of the reading have ended."""

    def wait() -> None:
        tracker = spark.sparkContext.statusTracker()
        while not killed:
            time.sleep(0.1)
            stages = [tracker.getStageInfo(i) for i in tracker.getActiveStageIds()]
            if any(s and s.numTasks > 8 and s.numCompletedTasks * 3 >= s.numTasks for s in stages):
                killed.append(watch.kill_executor())

    thread = threading.Thread(target=wait, daemon=True)
    thread.start()
    return thread


def run(trial: Trial) -> None:
    """All runs, one after the other."""
    asked, tasks = trial.asked, max(16, trial.asked.articles // 500)
    trial.prepare()
    spark = session(os.path.abspath(asked.tool), trial.folder)
    whole, broken = trial.folder / "said", trial.folder / "said-killed"
    extract(readers.ndjson(spark, str(trial.input)).limit(8), Tool(), tasks=2).count()  # started
    memory = watch.Memory()
    memory.start()
    plain = min(trial.alone(), trial.alone())
    took = trial.spark(spark, whole, tasks)
    print(f"{trial.good} articles, load {os.getloadavg()[0]:.2f}: the tool alone {plain:.1f} s, "
          f"Spark {took:.1f} s, overhead {100 * (took / plain - 1):.0f} %", flush=True)
    trial.check(spark, whole, "without a fault")

    killed: list[int] = []
    _killer(spark, killed)
    slower = trial.spark(spark, broken, tasks)
    trial.fault(f"executor {killed} killed, {slower:.1f} s", [] if killed and killed[0] else ["no executor was killed"])
    trial.check(spark, broken, "with a killed executor")

    trial.spark(spark, whole, tasks)
    trial.check(spark, whole, "run again into the same table")
    memory.end()
    spark.stop()
    print(f"most resident memory of a task: {memory.task >> 20} MB (Python {memory.python >> 20}, tool {memory.tool >> 20})")
    trial.fault("memory of a task at most 400 MB", [] if memory.task < 400 << 20 else [f"{memory.task >> 20} MB"])
    if asked.most_overhead:
        over = 100 * (took / plain - 1)
        trial.fault(f"overhead at most {asked.most_overhead} %", [] if over <= asked.most_overhead else [f"{over:.0f} %"])
    time.sleep(1)
    trial.fault("no process of the tool is left", [f"{one.pid}" for one in watch.tools()])


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m trial", description=__doc__)
    parser.add_argument("--tool", default="whosaid", help="the binary; its name must be whosaid")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--raw", help="more articles, NDJSON")
    parser.add_argument("--most-overhead", type=float, default=0, help="percent; 0 to measure only")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="whosaid-trial-") as folder:
        trial = Trial(asked, Path(folder))
        run(trial)
    print(f"\n{'all as promised' if not trial.faults else f'{len(trial.faults)} faults'}")
    sys.exit(bool(trial.faults))


if __name__ == "__main__":
    main()
