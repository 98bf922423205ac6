"""Runs an adapter once and says what that cost."""
from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
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
    """Runs command with source as its input and target as its output, for limit seconds at most, whatever it writes."""
    env = {k: v for k, v in os.environ.items() if k not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")} | ONE_THREAD
    with open(source, "rb") as stdin, open(target, "wb") as out, tempfile.TemporaryFile() as errors:
        start = time.monotonic()
        process = subprocess.Popen(command, stdin=stdin, stdout=subprocess.PIPE, stderr=errors, env=env, start_new_session=True)
        assert process.stdout is not None
        late = threading.Event()
        timer = threading.Timer(limit, _end, (process.pid, late))
        timer.start()
        first = None
        try:
            while chunk := process.stdout.read1(1 << 16):
                first = first or time.monotonic() - start
                out.write(chunk)
            os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        except BaseException:  # such as Ctrl-C, which does not reach another session
            _end(process.pid, late)
            raise
        finally:
            timer.cancel()
            timer.join()  # its number is still that of the process
        _, status, usage = os.wait4(process.pid, 0)
        process.stdout.close()
        process.returncode = os.waitstatus_to_exitcode(status)
        if late.is_set():
            raise Failed(f"stopped after {limit:g} seconds")
        if process.returncode != 0 or first is None:
            raise Failed(_last_line(errors) or f"exit status {process.returncode}")
    return Usage(usage.ru_utime + usage.ru_stime, first, usage.ru_maxrss * 1024)


def _end(session: int, late: threading.Event) -> None:
    """Ends a process and its children, which may hold its output."""
    late.set()
    os.killpg(session, signal.SIGKILL)


def _last_line(file) -> str:
    file.seek(0)
    lines = file.read().decode("utf8", "replace").strip().splitlines()
    return lines[-1][:200] if lines else ""
