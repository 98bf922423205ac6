"""Speed, memory and start of all systems, measured in turns."""
from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from pathlib import Path

from .measure import Failed, Usage, run
from .systems import System

Cost = dict[str, float | int | str]


class Course:
    """What one system has cost in each round."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.empty: list[Usage] = []  # on two words
        self.article: list[Usage] = []
        self.texts: list[Usage] = []
        self.failure: str | None = None

    def round(self, inputs: dict[str, Path], work: Path) -> None:
        """Runs the system once on each of the inputs, unless it has failed before or has had its rounds."""
        if self.failure or len(self.texts) >= self.system.rounds:
            return
        try:
            for name, usages in (("empty", self.empty), ("article", self.article), ("texts", self.texts)):
                usages.append(run(self.system.command, inputs[name], work / "out.jsonl"))
        except Failed as why:
            self.failure = str(why)

    def result(self, size: int) -> Cost:
        """The medians; speed is size over the CPU time that the texts take beyond that of the start."""
        if self.failure:
            return {"failed": self.failure}
        start = _median(self.empty, lambda u: u.cpu)
        speeds = [size / max(u.cpu - start, 1e-6) for u in self.texts]
        return {
            "rounds": len(self.texts),
            "bytes_per_cpu_second": round(statistics.median(speeds)),
            "slowest": round(min(speeds)),
            "fastest": round(max(speeds)),
            "max_rss": int(_median(self.texts, lambda u: u.rss)),
            "start_cpu": round(_median(self.article, lambda u: u.cpu), 3),
            "first_result": round(min(u.first for u in self.article), 3),
        }


def _median(usages: Sequence[Usage], figure: Callable[[Usage], float]) -> float:
    return statistics.median(figure(u) for u in usages)


def measure(
    systems: Sequence[System], inputs: dict[str, Path], size: int, rounds: int, work: Path, say: Callable[[str], None],
) -> dict[str, Cost]:
    """By system, what it costs. Within a round each system has its turn, so that all see the same load."""
    courses = [Course(s) for s in systems]
    for n in range(rounds):
        for course in courses:
            say(f"round {n + 1} of {rounds}: {course.system.name}")
            course.round(inputs, work)
    return {c.system.name: c.result(size) for c in courses}
