"""Proof on one machine: the same articles by the tool alone and by Spark, with and without an executor that dies.

    python -m trial --tool ./whosaid --articles 10000 [--raw FILE.ndjson] [--most-overhead 40] [--overhead]

Prints what it measured, and ends with status 1 if anything is not as promised.
"""

import argparse
import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from pyspark.sql import SparkSession

from whosaid_spark import readers, store
from whosaid_spark.extract import extract
from whosaid_spark.tool import Tool

from . import watch
from .compare import compare
from .invent import articles

HUGE = 3_900_000  # bytes of a text that no task has the memory for, although the tool alone would read it
DEAD = ("not a JSON object", "the tool ended", "no field holds the text")  # what is said of the three bad records


class Trial:
    """The runs over one set of articles, and what they found."""

    def __init__(self, asked: argparse.Namespace, folder: Path) -> None:
        self.asked, self.folder = asked, folder
        self.input, self.huge, self.plain = (folder / f"{name}.ndjson" for name in ("articles", "huge", "plain"))
        self.faults: list[str] = []
        self.good = 0
        self.tasks = max(4, asked.articles // 1250)

    def fault(self, what: str, faults: list[str]) -> None:
        """Notes what is wrong."""
        print(f"{what}: {'as promised' if not faults else 'NOT AS PROMISED'}", *faults, sep="\n  ", flush=True)
        self.faults += faults

    def prepare(self) -> None:
        """Writes the articles, and among them two records that cannot be read; beside them one that is too large."""
        self.huge.write_text(json.dumps({"id": "huge", "text": "“No,” said Ann Lee. " * (HUGE // 24)}) + "\n", "utf-8")
        with self.input.open("w", encoding="utf-8") as file:
            for number, article in enumerate(articles(self.asked.articles)):
                file.write(json.dumps(article, ensure_ascii=False) + "\n")
                if number == self.asked.articles // 2:
                    file.write('{"text": "broken\n{"id": "none"}\n')
            if self.asked.raw:
                file.write(Path(self.asked.raw).read_text("utf-8"))

    def alone(self) -> None:
        """The tool by itself, on two processors."""
        command = [self.asked.tool, "extract", "-q", "-w", "2", "--from", "ndjson", "--to", "ndjson", "-o", str(self.plain),
                   "--force", str(self.input)]
        status = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
        assert status.returncode == 1 and status.stderr.count("\n") == len(DEAD) - 1, status.stderr
        with self.plain.open("rb") as lines:
            self.good = sum(1 for _ in lines)

    def spark(self, session: SparkSession, table: Path, huge: bool = True) -> None:
        """The same by Spark, into a table."""
        files = [str(self.input), str(self.huge)] if huge else [str(self.input)]
        store.write(extract(readers.ndjson(session, *files), Tool(), tasks=self.tasks), str(table))

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


class Cost:
    """What something takes: seconds on the clock, and of processor time."""

    def __init__(self, do: Callable[[], None]) -> None:
        clock, spent = time.monotonic(), watch.spent()
        do()
        self.clock = time.monotonic() - clock
        self.spent = max(after - before for after, before in zip(watch.spent(), spent, strict=True))

    def over(self, other: "Cost") -> str:
        """How much more it is than another."""
        return f"{100 * (self.clock / other.clock - 1):.0f} % on the clock, {100 * (self.spent / other.spent - 1):.0f} % of processor time"

    def __str__(self) -> str:
        return f"{self.clock:.1f} s ({self.spent:.1f} s of processor time)"


def _killer(spark: SparkSession, killed: list[int]) -> None:
    """Kills one executor as soon as a quarter of the tasks of a stage have ended."""

    def wait() -> None:
        tracker = spark.sparkContext.statusTracker()
        while not killed:
            time.sleep(0.1)
            stages = [tracker.getStageInfo(i) for i in tracker.getActiveStageIds()]
            if any(s and s.numTasks >= 4 and s.numCompletedTasks * 4 >= s.numTasks for s in stages):
                killed.append(watch.kill_executor())

    threading.Thread(target=wait, daemon=True).start()


def run(trial: Trial) -> None:
    """All runs, one after the other."""
    trial.prepare()
    whole, broken = trial.folder / "said", trial.folder / "said-killed"
    start = time.monotonic()
    spark = session(os.path.abspath(trial.asked.tool), trial.folder)
    memory = watch.Memory()
    memory.start()
    _warm(trial, spark)
    print(f"started in {time.monotonic() - start:.1f} s: the JVM, two executors, their workers and the tool", flush=True)
    _measure(trial, spark, whole)
    if trial.asked.overhead:
        memory.end()
        spark.stop()
        return
    trial.fault("without a fault: equal to the tool's own output, record for record", compare(trial.plain, whole))

    trial.spark(spark, whole)
    trial.check(spark, whole, "run again into the same table, with one more")

    killed: list[int] = []
    _killer(spark, killed)
    trial.spark(spark, broken)
    trial.fault(f"executor {killed} killed", [] if killed and killed[0] else ["no executor was killed"])
    trial.check(spark, broken, "with a killed executor")

    memory.end()
    spark.stop()
    print(f"most resident memory of a task: {memory.task >> 20} MB (Python {memory.python >> 20}, tool {memory.tool >> 20})")
    most = trial.asked.most_memory
    trial.fault(f"memory of a task at most {most} MB", [] if 0 < memory.task < most << 20 else [f"{memory.task >> 20} MB"])
    time.sleep(1)
    trial.fault("no process of the tool is left", [f"{pid}" for pid in memory.left()])


def _warm(trial: Trial, spark: SparkSession) -> None:
    """Reads a few articles, for which all starts that a job needs."""
    first = trial.folder / "first.ndjson"
    with trial.input.open(encoding="utf-8") as lines:
        first.write_text("".join(itertools.islice(lines, 200)), "utf-8")
    store.write(extract(readers.ndjson(spark, str(first)), Tool(), tasks=4), str(trial.folder / "started"))


def _measure(trial: Trial, spark: SparkSession, table: Path) -> None:
    """What Spark costs over the tool alone, once it has started: both in turn, the better of each."""
    runs: dict[str, list[Cost]] = {"alone": [], "spark": []}
    for _ in range(trial.asked.pairs):
        runs["alone"].append(Cost(trial.alone))
        shutil.rmtree(table, ignore_errors=True)
        runs["spark"].append(Cost(lambda: trial.spark(spark, table, huge=False)))
    plain, ours = (min(costs, key=lambda cost: cost.clock) for costs in runs.values())
    print(f"{trial.good} articles, load {os.getloadavg()[0]:.1f}: the tool alone {plain}, "
          f"the job of Spark, once started, {ours}: {ours.over(plain)}", flush=True)
    most = trial.asked.most_overhead
    if most:
        over = 100 * (ours.clock / plain.clock - 1)
        trial.fault(f"overhead at most {most} %", [] if over <= most else [f"{over:.0f} %"])


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m trial", description=__doc__)
    parser.add_argument("--tool", default="whosaid", help="the binary; its name must be whosaid")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--raw", help="more articles, NDJSON")
    parser.add_argument("--pairs", type=int, default=1, help="how often the two are measured")
    parser.add_argument("--overhead", action="store_true", help="measure only what Spark costs over the tool alone")
    parser.add_argument("--most-overhead", type=float, default=0, help="percent; 0 to measure only")
    parser.add_argument("--most-memory", type=int, default=400, help="megabytes of a task")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="whosaid-trial-") as folder:
        trial = Trial(asked, Path(folder))
        run(trial)
    print(f"\n{'all as promised' if not trial.faults else f'{len(trial.faults)} faults'}")
    sys.exit(bool(trial.faults))


if __name__ == "__main__":
    main()
