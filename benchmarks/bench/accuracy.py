"""What the scorers of ../shared say of a system."""
from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from .measure import Failed, run
from .systems import System
from .texts import SETS, Set, write_input

Row = dict[str, float]


def score(shared: Path, gold: Set, predictions: Path) -> Row:
    """The figures of one set. F1 of ner.py, in percent there, becomes a share as in the other scorers."""
    command = [sys.executable, str(shared / "score" / gold.scorer), str(shared / "data" / gold.path), str(predictions), *gold.flags]
    answer = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    row = {}
    for heading, path in gold.figures:
        value = answer
        for key in path.split("/"):
            value = value[key]
        row[heading] = round(value / 100 if gold.scorer == "ner.py" else value, 4)
    return row


def measure(system: System, shared: Path, work: Path, small: bool) -> dict[str, dict[str, Row | str]]:
    """By layer and set, the figures of system, or why there are none. With small, those of the smaller sets."""
    result: dict[str, dict[str, Row | str]] = {}
    made: dict[str, Path] = {}
    for gold in SETS:
        if gold.layer not in system.layers or small and not gold.small:
            continue
        layer = result.setdefault(gold.layer, {})
        if system.small and not gold.small:
            layer[gold.name] = "not run: too slow"
            continue
        try:
            if gold.path not in made:
                made[gold.path] = _predict(system, shared / "data" / gold.path, work)
            layer[gold.name] = {**_known(layer.get(gold.name)), **score(shared, gold, made[gold.path])}
        except Failed as why:
            layer[gold.name] = f"failed: {why}"
    return result


def _predict(system: System, gold: Path, work: Path) -> Path:
    """Runs system over the bare texts of gold."""
    source, target = work / "texts.jsonl", work / f"{gold.stem}.pred.jsonl"
    write_input(gold, source)
    run(system.command, source, target)
    return target


def _known(row: Row | str | None) -> Row:
    return row if isinstance(row, dict) else {}
