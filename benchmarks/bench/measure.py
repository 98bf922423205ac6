"""Runs an adapter once and says what that cost."""
from __future__ import annotations

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

# One thread, whatever a system would take.
ONE_THREAD = {"GOMAXPROCS": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1"}


class Failed(Exception):
    """An adapter that did not end well, with the last line that it wrote to standard error."""


@dataclass(frozen=True)
class Usage:
    """What one run cost."""

    cpu: float  # seconds, user and system, of the process and its children
    first: float  # seconds on the clock from its start to its first line
    rss: int  # bytes resident at most


def run(command: tuple[str, ...], source: Path, target: Path, limit: float = 3600) -> Usage:
    """Runs command with source as its input and target as its output."""
    env = {k: v for k, v in os.environ.items() if k not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")} | ONE_THREAD
    with open(source, "rb") as stdin, open(target, "wb") as out, tempfile.TemporaryFile() as errors:
        start = time.monotonic()
        process = subprocess.Popen(command, stdin=stdin, stdout=subprocess.PIPE, stderr=errors, env=env)
        assert process.stdout is not None
        first = None
        while chunk := process.stdout.read1(1 << 16):
            first = first or time.monotonic() - start
            out.write(chunk)
            if time.monotonic() - start > limit:
                process.kill()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0 or first is None:
            raise Failed(_last_line(errors) or f"exit status {process.returncode}")
    return Usage(usage.ru_utime + usage.ru_stime, first, usage.ru_maxrss * 1024)


def _last_line(file) -> str:
    file.seek(0)
    lines = file.read().decode("utf8", "replace").strip().splitlines()
    return lines[-1][:200] if lines else ""
