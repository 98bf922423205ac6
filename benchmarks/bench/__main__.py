"""python3 -m bench [--shared DIR] [--kb N] [--rounds N] [--systems A,B] [--small] [--no-accuracy] [--no-cost] [--out DIR]

Runs the systems that run.sh has installed on the same texts, and writes results.json and RESULTS.md."""
from __future__ import annotations

import argparse
import datetime
import json
import os
import shlex
import sys
import tempfile
from pathlib import Path

from . import accuracy, cost, tables
from .installed import installed
from .systems import HERE, SYSTEMS, System
from .texts import SPEED, write_input, write_one


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared", help="the folder with data and scorers")
    parser.add_argument("--kb", type=int, default=200, help="about how many KB of text for speed")
    parser.add_argument("--rounds", type=int, default=3, help="how often speed is measured")
    parser.add_argument("--systems", help="these alone, by the beginnings of their names, with commas")
    parser.add_argument("--small", action="store_true", help="score on the smaller sets alone")
    parser.add_argument("--no-accuracy", action="store_true")
    parser.add_argument("--no-cost", action="store_true")
    parser.add_argument("--out", type=Path, default=HERE, help="where the results are written; those there of what is not run are kept")
    return parser.parse_args()


def machine() -> str:
    """The processor, how many of them, and the memory."""
    model = next((x.split(":")[1].strip() for x in Path("/proc/cpuinfo").read_text().splitlines() if x.startswith("model name")), "?")
    memory = int(Path("/proc/meminfo").read_text().split()[1]) / 1e6
    return f"{os.cpu_count()} virtual cores of {model} with {memory:.0f} GB"


def about(**more: int) -> dict[str, str | int]:
    """When, where and how a part was measured."""
    words = sys.argv[1:]
    if "--out" in words:  # where to, which is no matter
        del words[words.index("--out"):words.index("--out") + 2]
    command = shlex.join(["./run.sh", *words])
    load = "load average " + "%.0f, %.0f, %.0f" % os.getloadavg()
    return {"day": datetime.date.today().isoformat(), "machine": machine(), "load": load, "command": command, **more}


def describe(system: System) -> dict:
    """What the tables say of a system beside its figures."""
    size = {"bytes": 0, "version": ""} if system.failed else installed(system)
    return {"name": system.name, "does": system.does, "layers": system.layers, "baseline": system.baseline, "failed": system.failed, **size}


def say(text: str) -> None:
    """Tells how far it is."""
    print(f"{datetime.datetime.now():%H:%M:%S} {text}", file=sys.stderr, flush=True)


def measure_cost(args: argparse.Namespace, systems: list[System], work: Path) -> dict:
    """The part of the results that says what the systems cost."""
    inputs = {name: work / f"{name}.jsonl" for name in ("empty", "article", "texts")}
    write_one("Good morning.", inputs["empty"])
    write_one((HERE.parent / "testdata" / "article.txt").read_text(encoding="utf8"), inputs["article"])
    size = write_input(args.shared / "data" / SPEED, inputs["texts"], args.kb * 1000)
    texts = len(inputs["texts"].read_text(encoding="utf8").splitlines())
    return {"about": about(texts=texts, bytes=size), "systems": cost.measure(systems, inputs, size, args.rounds, work, say)}


def measure_accuracy(args: argparse.Namespace, systems: list[System], work: Path) -> dict:
    """The part of the results that says how good the systems are."""
    found = {}
    for system in systems:
        say(f"accuracy: {system.name}")
        found[system.name] = accuracy.measure(system, args.shared, work, args.small)
    return {"about": about(), "systems": found}


def update(results: dict, path: tuple[str, ...], part: dict) -> None:
    """Puts a part at its place in the results, beside what was measured before of other systems."""
    for key in path[:-1]:
        results = results.setdefault(key, {})
    before = results.get(path[-1], {"systems": {}})
    results[path[-1]] = {"about": part["about"], "systems": before["systems"] | part["systems"]}


def save(folder: Path, parts: dict[tuple[str, ...], dict]) -> None:
    """Brings results.json up to date with the parts, and writes RESULTS.md from it."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "results.json"
    results = json.loads(file.read_text(encoding="utf8")) if file.exists() else {}
    for path, part in parts.items():
        update(results, path, part)
    results["systems"] = [describe(s) for s in SYSTEMS]
    file.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf8")
    (folder / "RESULTS.md").write_text(tables.page(results), encoding="utf8")
    say(f"wrote {file} and RESULTS.md beside it")


def main() -> None:
    """Measures what is asked for, and saves it."""
    args = arguments()
    chosen = [s for s in SYSTEMS if not args.systems or any(s.name.startswith(p) for p in args.systems.split(","))]
    there = [s for s in chosen if not s.failed]
    with tempfile.TemporaryDirectory() as folder:
        work, parts = Path(folder), {}  # by place in the results
        if not args.no_cost:
            parts["cost", str(args.kb)] = measure_cost(args, there, work)
        if not args.no_accuracy:
            parts[("accuracy",)] = measure_accuracy(args, there, work)
    save(args.out, parts)


if __name__ == "__main__":
    main()
